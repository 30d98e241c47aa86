"""Reports as Word documents, on a template of the house where there is one."""

from __future__ import annotations

from workshopcore_office.word.renderer import WordRenderer

__all__ = ["WordRenderer"]
