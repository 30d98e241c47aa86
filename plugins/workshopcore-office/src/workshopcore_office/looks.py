"""How cells look: few colours, and none that says something that no word says."""

from __future__ import annotations

from typing import Any

from workshopcore_office.columns import Kind

__all__ = ["Looks"]

_DAY = "d mmm yyyy"
_INK = "#1F3864"
_CELL = {"valign": "top", "border": 1, "border_color": "#C4C8CF", "font_size": 10}
_LOCKED = {"bg_color": "#F1F3F6"}
_OPEN = {"locked": False}
_KINDS: dict[Kind, dict[str, Any]] = {
    "text": {"text_wrap": True, "num_format": "@"},
    "day": {"num_format": _DAY, "align": "left"},
    "per cent": {"num_format": '0"%"', "align": "center"},
}


class Looks:
    """The formats of one workbook, each made once.

    Args:
        workbook: an xlsxwriter workbook.
    """

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._cells = {
            (kind, is_open): self._add(**_CELL, **look, **(_OPEN if is_open else _LOCKED))
            for kind, look in _KINDS.items()
            for is_open in (False, True)
        }
        self.title = self._add(bold=True, font_size=16, font_color=_INK)
        self.below_title = self._add(font_size=10, font_color="#404040")
        self.line = self._add(valign="top", text_wrap=True)
        self.entry = self._add(**_CELL, num_format="@")
        self.heading = self._heading(bg_color=_INK, font_color="#FFFFFF")
        self.open_heading = self._heading(bg_color="#FFE699", font_color="#000000")
        # Whatever a colour says stands in words too: for printers, and for screen readers.
        self.overdue = self._add(
            bold=True, font_color="#9C0006", bg_color="#FDE9E7", num_format=f'"Late: "{_DAY}'
        )
        self.blocked = self._add(bold=True, font_color="#7F3F00", bg_color="#FCE4D6")
        self.closed = self._add(font_color="#666666")

    def cell(self, kind: Kind, is_open: bool) -> Any:
        """Return the format of a cell of a kind, in which people may write or not."""
        return self._cells[kind, is_open]

    def _heading(self, **look: str) -> Any:
        return self._add(**{**_CELL, **look, "bold": True, "valign": "vcenter"})

    def _add(self, **look: Any) -> Any:
        return self._workbook.add_format(look)
