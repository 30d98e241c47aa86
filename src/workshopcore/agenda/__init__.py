"""When things happen at a workshop: clock times from lengths and locks."""

from workshopcore.agenda.attended import attended, attended_minutes
from workshopcore.agenda.fitting import Fit, fit
from workshopcore.agenda.parts import Line, Part, Tier, Tracks, leaves
from workshopcore.agenda.run_sheet import Clash, Cut, Row, RowKind, RunSheet, StepRow, run_sheet

__all__ = [
    "Clash",
    "Cut",
    "Fit",
    "Line",
    "Part",
    "Row",
    "RowKind",
    "RunSheet",
    "StepRow",
    "Tier",
    "Tracks",
    "attended",
    "attended_minutes",
    "fit",
    "leaves",
    "run_sheet",
]
