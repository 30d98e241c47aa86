"""How tightly a document is set, so that it takes no page that it does not need."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, frozen

from workshopcore.contracts.report import Report

__all__ = ["LOOSE", "Extent", "Fit", "fit_of"]

_NEARLY_EMPTY = 0.25


@frozen
class Fit:
    """How tightly a document is set.

    Attributes:
        size: how large its letters are, as a share of the usual.
        air: how much room is between things, as a share of the usual.
        abreast: whether short sections stand side by side.
        margins: how broad the margins are, as a share of the style's.
    """

    size: float = 1.0
    air: float = 1.0
    abreast: bool = False
    margins: float = 1.0


@frozen
class Extent:
    """How far a document reaches.

    Attributes:
        pages: how many it has.
        used: what share of its last page is used, or of the last one before pages turn; the
            least of them, 1 if there is but one page.
    """

    pages: int
    used: float


LOOSE = Fit()
_CLOSER = (Fit(air=0.8), Fit(0.97, 0.65))
_TIGHTER = (
    Fit(air=0.8),
    Fit(air=0.8, abreast=True),
    Fit(0.95, 0.65, abreast=True),
    Fit(0.9, 0.55, abreast=True, margins=0.8),
    Fit(0.85, 0.45, abreast=True, margins=0.7),
)
_TIGHTEST = Fit(air=0.35, abreast=True, margins=0.6)
_LEAST = 8.0
"""No letter is smaller, in points."""


def fit_of(report: Report, points: float, extent: Callable[[Fit], Extent]) -> Fit:
    """Return how tightly a report is set.

    One that asks for so many pages gets smaller letters and less air until it fits, the loosest
    that does. One that cannot be made to fit is set as usual, for small print would save nothing.
    Any other moves closer together where that spares its readers a page with next to nothing on
    it, at its end or before pages turn.

    Args:
        report: the report.
        points: how large its letters usually are.
        extent: tells how far it reaches when it is set like that.
    """
    usual = extent(LOOSE)
    if report.pages:
        if usual.pages <= report.pages:
            return LOOSE
        tightest = evolve(_TIGHTEST, size=min(_LEAST / points, 1.0))
        tried = (*(fit for fit in _TIGHTER if fit.size > tightest.size), tightest)
        return next((fit for fit in tried if extent(fit).pages <= report.pages), LOOSE)
    if usual.pages == 1 or usual.used >= _NEARLY_EMPTY:
        return LOOSE
    return next((fit for fit in _CLOSER if extent(fit).pages < usual.pages), LOOSE)
