"""How tightly a document is set, where it asks for so many pages.

Nobody lays a Word document out before its reader's Word does, so this goes by an estimate.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve, frozen

from workshopcore.contracts.report import Report
from workshopcore.renderers.abreast import abreast, tall
from workshopcore_office.word.styles import Role

__all__ = ["LOOSE", "Fit", "fit_of", "fitted"]

_POINTS, _LETTER, _LINE = 10.5, 0.56, 1.3
"""The size of the text, what a letter of it is wide, and a line of it tall, by the size."""
_TITLE = 90.0
_LEAST = 16
"""No letter is smaller, in half points."""
_SIZE = re.compile(r'(<w:szC?s? w:val=")(\d+)(")')
_AIR = re.compile(r'((?:w:before|w:after|w:space)=")(\d+)(")')
_LEADING = re.compile(r'(w:line=")(\d+)(" w:lineRule="auto")')
_SINGLE = 240


@frozen
class Fit:
    """How tightly a document is set.

    Attributes:
        size: how large its letters are, as a share of the usual.
        air: how much room is between things, as a share of the usual.
        margins: how broad the margins are, as a share of the style's.
        abreast: whether short sections stand side by side.
    """

    size: float = 1.0
    air: float = 1.0
    margins: float = 1.0
    abreast: bool = False


LOOSE = Fit()
_TIGHTER = (
    Fit(0.95, 0.7),
    Fit(0.95, 0.7, abreast=True),
    Fit(0.9, 0.5, 0.85, abreast=True),
    Fit(0.85, 0.3, 0.7, abreast=True),
    Fit(0.8, 0.15, 0.6, abreast=True),
)


def fit_of(report: Report, room: Callable[[Fit], tuple[float, float]]) -> Fit:
    """Return the loosest fit with which a report has as few pages as it asks for, at a guess.

    One that asks for none, or that nothing makes fit, is set as usual.

    Args:
        report: the report.
        room: tells how wide and how tall the text of a page is, in points.
    """
    if not report.pages:
        return LOOSE

    def fits(fit: Fit) -> bool:
        wide, tall = room(fit)
        return _height(report, fit, wide) <= tall * report.pages

    return next((fit for fit in (LOOSE, *_TIGHTER) if fits(fit)), LOOSE)


def fitted(role: Role, fit: Fit) -> Role:
    """Return a role with its letters and its air as a fit wants them."""
    if fit == LOOSE:
        return role

    def size(match: re.Match[str]) -> str:
        before, number, after = match.groups()
        return f"{before}{min(int(number), max(round(int(number) * fit.size), _LEAST))}{after}"

    def air(match: re.Match[str]) -> str:
        before, number, after = match.groups()
        return f"{before}{round(int(number) * fit.air)}{after}"

    def leading(match: re.Match[str]) -> str:
        before, number, after = match.groups()
        return f"{before}{round(_SINGLE + (int(number) - _SINGLE) * fit.air)}{after}"

    return evolve(
        role,
        paragraph=_LEADING.sub(leading, _AIR.sub(air, role.paragraph)),
        run=_SIZE.sub(size, role.run),
    )


def _height(report: Report, fit: Fit, wide: float) -> float:
    size = _POINTS * fit.size
    blocks = abreast(report.blocks) if fit.abreast else report.blocks
    lines = tall(blocks, wide / (size * _LETTER))
    return lines * size * _LINE * (0.8 + 0.2 * fit.air) + _TITLE * fit.air
