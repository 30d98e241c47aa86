"""Content controls: boxes to tick and places to write, on the screen as on paper."""

from __future__ import annotations

from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import attribute

__all__ = ["place_to_write", "tick_box"]

_FONT = "Segoe UI Symbol"
_SIGNS = {False: ("2610", "2612"), True: ("25CB", "25C9")}
_NAME = 60


def tick_box(
    manuscript: Manuscript, name: str, *, ticked: bool = False, single: bool = False
) -> str:
    """Return a box to tick; a round one where only one of several is to be chosen."""
    empty, full = _SIGNS[single]
    sign = chr(int(full if ticked else empty, 16))
    return (
        f"<w:sdt><w:sdtPr>{_named(manuscript, name)}"
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="{full}" w14:font="{_FONT}"/>'
        f'<w14:uncheckedState w14:val="{empty}" w14:font="{_FONT}"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}"'
        f' w:eastAsia="{_FONT}"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def place_to_write(manuscript: Manuscript, name: str, *, lines: bool = False) -> str:
    """Return a place to write within a paragraph, of several lines where that is asked."""
    several = ' w:multiLine="1"' if lines else ""
    return (
        f"<w:sdt><w:sdtPr>{_named(manuscript, name)}<w:text{several}/></w:sdtPr>"
        '<w:sdtContent><w:r><w:t xml:space="preserve">\N{NO-BREAK SPACE}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _named(manuscript: Manuscript, name: str) -> str:
    """Return what assistive technology reads out: Word allows 64 characters of it."""
    return f'<w:alias w:val={attribute(name[:_NAME])}/><w:id w:val="{manuscript.number()}"/>'
