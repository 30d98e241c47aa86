"""A sitting: from the command to the end of the day, or until somebody quits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshopcore.cli.live.clock import BEFOREHAND, Clock, check_on, clock_in, rehearsal_clock
from workshopcore.cli.live.loop import Day
from workshopcore.cli.live.record import FileRecord, Record, Rehearsal
from workshopcore.cli.live.terminal import check_terminal, run
from workshopcore.cli.program import Refusal

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop
    from workshopcore.toolkit import Toolkit

__all__ = ["rehearse_day", "run_day"]


def run_day(file: Path, workshop: Workshop, toolkit: Toolkit) -> None:
    """Follow a workshop on this terminal, and record it in its programme file.

    Raises:
        Refusal: there is no terminal, the workshop is not on, or something could not be saved.
    """
    check_terminal()
    record = FileRecord(file, workshop.id)
    plan = toolkit.run_sheet(record.programme, workshop.id)
    clock = clock_in(plan.starts.tzinfo)
    check_on(plan, clock(), "to try it out, add --rehearse", early=BEFOREHAND)
    _sit(record, workshop.id, toolkit, clock)
    if record.held:
        raise Refusal(f"{record.trouble}\n{record.left_behind}")


def rehearse_day(programme: Programme, workshop: Workshop, toolkit: Toolkit) -> None:
    """Follow a workshop as if it began now, and record nothing.

    Raises:
        Refusal: there is no terminal.
    """
    check_terminal()
    begins = programme.starts(workshop)
    clock = rehearsal_clock(clock_in(begins.tzinfo), begins)
    _sit(Rehearsal(programme, workshop.id), workshop.id, toolkit, clock)


def _sit(record: Record, workshop: str, toolkit: Toolkit, clock: Clock) -> None:
    run(Day(record, lambda programme: toolkit.run_sheet(programme, workshop), clock))
