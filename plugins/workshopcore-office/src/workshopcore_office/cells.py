"""What is in cells: text that stays text, values that come back, and what cannot be used."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from workshopcore.exchange.table import PerCent

__all__ = ["Unusable", "fitted", "same_text", "seen", "value_of", "write_text"]

_LONGEST = 32_000
"""A little less than a cell takes: 32,767 units of 16 bits."""

_CUT = " […]"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def fitted(text: str) -> str:
    """Return text as far as a cell can hold it.

    >>> fitted("Draft the vision"), len(fitted("x" * 40_000))
    ('Draft the vision', 32004)
    """
    if len(text) <= _LONGEST // 2:
        return text
    most = _LONGEST if max(text) <= "\uffff" else _LONGEST // 2
    return text if len(text) <= most else text[:most] + _CUT


def write_text(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Write text into a cell of an xlsxwriter sheet, as text whatever it looks like.

    Nothing in it becomes a formula, a link, a number or markup.
    """
    shown = fitted(text)
    if shown.startswith("<r>") and shown.endswith("</r>"):
        # xlsxwriter takes this for markup of its own, and would write it as it stands.
        sheet.write_rich_string(row, column, shown[:1], shown[1:2], shown[2:], look)
    else:
        sheet.write_string(row, column, shown, look)


@frozen
class Unusable:
    """A cell that holds something else than a value.

    Attributes:
        found: what it is, in words.
        cure: what to do about it.
    """

    found: str
    cure: str


_FORMULA = Unusable("a formula", "Put its result in its place: copy the cell, and paste the value")


def value_of(cell: Any) -> object:
    """Return what is in a cell of openpyxl's, as ``read_table`` takes it, or why it is of no use.

    The result that a formula had when the file was saved is not taken: nobody typed it, and it
    may be old.
    """
    value, kind = cell.value, cell.data_type
    if value is None:
        return None
    if kind == "f":
        return _FORMULA
    if kind == "e":
        return Unusable(f"the error {seen(str(value))[:20]}", "Write what was meant")
    if isinstance(value, str):
        return _tidy(value)
    if kind == "n" and _is_per_cent(cell.number_format):
        return PerCent(value)
    return value


def _is_per_cent(number_format: str) -> bool:
    """Return whether a cell of this format shows 0.4 as 40 %, which ``0"%"`` does not."""
    return "%" in _QUOTED.sub("", number_format)


def _tidy(text: str) -> str:
    """Return text that came out of a cell, without what no person typed.

    Workbooks write control characters in code, and openpyxl leaves them so.
    """
    if "_x" in text:
        text = _ESCAPED.sub(_letter, text)
    return _UNSEEN.sub("", text.replace("\r\n", "\n"))


def _letter(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if _UNSEEN.match(letter) or letter == "\r" else match[0]


def same_text(cell: str, sent: str) -> bool:
    r"""Return whether a cell shows what was sent out, as a person sees it.

    Programs that open a workbook and save it again change white space, line ends and control
    characters on their own.

    >>> same_text("Two lines\nof news ", "Two lines\r\nof news\x07")
    True
    """
    return cell == sent or _decoded(cell) == _decoded(fitted(sent))


def seen(text: str) -> str:
    r"""Return text on one line, without what nobody sees.

    >>> seen("Two lines\nof news\x07")
    'Two lines of news'
    """
    return " ".join(_UNSEEN.sub("", text).split())


def _decoded(text: str) -> str:
    # Text that looks like the code of a character is protected by another code. openpyxl takes
    # that away wherever it stands, so it makes no difference here either.
    plain = text.replace("x005F_", "")
    return seen(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), plain))
