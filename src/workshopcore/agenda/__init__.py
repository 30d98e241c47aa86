"""When things happen at a workshop: clock times from lengths and locks."""

from workshopcore.agenda.run_sheet import Row, RowKind, RunSheet, run_sheet

__all__ = ["Row", "RowKind", "RunSheet", "run_sheet"]
