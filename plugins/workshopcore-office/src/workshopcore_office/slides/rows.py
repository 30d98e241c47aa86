"""The rows of tables on slides of our own: lines between them, or a tint behind every other one."""

from __future__ import annotations

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

__all__ = ["dress"]

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_HEAD, _TINT, _PAPER, _LINE = "accent1", "bg2", "bg1", "accent6"
_THIN = 6350


def dress(grid: Any, tables: str) -> None:
    """Give the rows of a table of python-pptx the looks of a style, in the theme's own colours.

    Args:
        grid: the table, with whatever stands in it.
        tables: ``lines`` or ``bands``.
    """
    grid.horz_banding = False
    for number, row in enumerate(grid.rows):
        for cell in row.cells:
            if tables == "lines":
                _line_below(cell)
            elif number == 0:
                _fill(cell, _HEAD)
                _letters(cell, _PAPER)
            elif number % 2 == 0:
                _fill(cell, _TINT)


def _line_below(cell: Any) -> None:
    properties = cell._tc.get_or_add_tcPr()
    properties.insert(
        0, etree.fromstring(f'<a:lnB xmlns:a="{_A}" w="{_THIN}">{_solid(_LINE)}</a:lnB>')
    )


def _fill(cell: Any, colour: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    properties.append(_element(colour))


def _letters(cell: Any, colour: str) -> None:
    for looks in cell._tc.iter(f"{{{_A}}}rPr"):
        looks.insert(0, _element(colour))


def _element(colour: str) -> Any:
    return etree.fromstring(_solid(colour, f' xmlns:a="{_A}"'))


def _solid(colour: str, spaces: str = "") -> str:
    return f'<a:solidFill{spaces}><a:schemeClr val="{colour}"/></a:solidFill>'
