"""The library's figures as native drawings of Office files: sharp at every size, no picture."""

from __future__ import annotations

from workshopcore_office.drawings.looks import Look, looks_of
from workshopcore_office.drawings.shapes import Piece, pieces_of

__all__ = ["Look", "Piece", "looks_of", "pieces_of"]
