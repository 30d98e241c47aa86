"""Cells that a spreadsheet would run as formulas, and how they are kept from it.

A cell that starts like a formula is written with an apostrophe before it, which spreadsheets
take for text. Reading takes exactly that apostrophe away again. The starts are those of the
Open Worldwide Application Security Project's page on CSV injection, their full-width twins
included; white space before them makes no difference.
"""

from __future__ import annotations

import re

__all__ = ["as_text", "as_typed"]

_FORMULA = re.compile("'*(?:[\t\r\n]|\\s*[=+\\-@＝＋－＠])")


def as_text(cell: str) -> str:
    """Return a cell that a spreadsheet shows as it is.

    >>> as_text("=1+1"), as_text("1+1"), as_text("'=1+1")
    ("'=1+1", '1+1', "''=1+1")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_typed(cell: str) -> str:
    """Return a cell as it was before :func:`as_text`.

    >>> as_typed("'=1+1"), as_typed("'Til Monday")
    ('=1+1', "'Til Monday")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
