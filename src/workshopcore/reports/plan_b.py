"""Plan B on paper: shorten first, then leave out, for each fixed time of the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from workshopcore.agenda import Row, RunSheet
from workshopcore.agenda.day import PLANNING
from workshopcore.contracts.report import Block, Column, Inline, Paragraph, Run
from workshopcore.model.agenda import Session
from workshopcore.reports.blocks import filled, table
from workshopcore.reports.lateness import FAR, STEP, Stretch, stretches
from workshopcore.reports.wording import clock, count, listed, weekday

__all__ = ["plan_b"]

_FIRST = (
    "Shorten before you leave anything out: buffers give first, then what only could be done,"
    " then what should, then what must; breaks and lunch give last. Each session's card says how"
    " late it may start if what follows is only shortened."
)
_COLUMNS = (Column("To keep"), Column("Seen at"), Column("Late by"), Column("What to do"))
_MOST = 3
"""Answers for each fixed time: after that, a new plan is better than a longer table."""

_Line: TypeAlias = tuple[str, str, str, Inline]


def plan_b(sheet: RunSheet) -> tuple[Block, ...]:
    """Return how far shortening goes before each fixed time, and what goes after that."""
    found = stretches(sheet)
    if not found:
        return ()
    lines = [line for stretch in found for line in _lines(sheet, stretch)]
    return filled((Paragraph(_FIRST),), table(_COLUMNS, lines), _kept(sheet))


def _lines(sheet: RunSheet, stretch: Stretch) -> Iterator[_Line]:
    target, seen = _target(sheet, stretch), _seen(sheet, stretch)
    more = stretch.answers[_MOST:]
    told = stretch.answers[:_MOST]
    ends = [answer.late for answer in stretch.answers[1:]] + [stretch.lost or FAR + STEP]
    if stretch.shorten >= 0:
        open_end = stretch.shorten == FAR
        yield target, seen, _up_to(stretch.shorten, open_end=open_end), _SHORTEN
    for answer, end in zip(told, ends, strict=False):
        last = answer is stretch.answers[-1] and stretch.lost is None
        late = _from_to(answer.late, None if last else end - STEP)
        yield target, seen, late, _leave_out(answer.rows)
    if more:
        yield target, seen, _from_to(more[0].late, None), "Make a new plan"
    elif stretch.lost is not None:
        yield target, seen, _from_to(stretch.lost, None), _lost(stretch)


_SHORTEN = "Shorten; nothing has to go"


def _target(sheet: RunSheet, stretch: Stretch) -> str:
    """Name a fixed time: "by" where a window leaves room, "at" where nothing does."""
    at = clock(stretch.until)
    if stretch.row is None:
        over = stretch.until == sheet.ends
        return f"The finish at {at}" if over else f"The close of the day at {at}"
    return f"{stretch.row.title} {'by' if stretch.until > stretch.row.start else 'at'} {at}"


def _seen(sheet: RunSheet, stretch: Stretch) -> str:
    at = clock(stretch.since)
    one_day = sheet.starts.date() == sheet.ends.date()
    return at if one_day else f"{weekday(stretch.since).partition(' ')[0]} {at}"


def _lost(stretch: Stretch) -> str:
    what = "it will start" if stretch.row else "you will finish"
    return f"Tell people that {what} later: leaving things out is not enough"


def _up_to(late: int, *, open_end: bool) -> str:
    if late == 0:
        return "nothing: no time to spare"
    told = count(late, "minute")
    return f"{told} and more" if open_end else f"up to {told}"


def _from_to(late: int, end: int | None) -> str:
    if late == 0:
        return "even on time" if end is None else f"even on time, up to {count(end, 'minute')}"
    if end is None:
        return f"from {count(late, 'minute')} on"
    return count(end, "minute") if end == late else f"{late} to {count(end, 'minute')}"


def _leave_out(rows: Sequence[Row]) -> Inline:
    """Name sessions so that their titles stand apart from the sentence."""
    found = [Run("Leave out ")]
    for number, row in enumerate(rows):
        if number:
            found.append(Run(" and " if row is rows[-1] else ", "))
        found.append(Run(row.title, "strong"))
        if row.track:
            found.append(Run(f" ({row.track[-1]})"))
    return tuple(found)


def _kept(sheet: RunSheet) -> tuple[Block, ...]:
    """Say what is never left out, and why."""
    reasons: dict[str, list[str]] = {}
    for row in sheet.rows:
        reason = _reason(sheet, row)
        if reason and row.state == "planned":
            reasons.setdefault(reason, []).append(row.title)
    told = [f"{listed(titles)} ({reason})" for reason, titles in reasons.items()]
    if not told:
        return ()
    return (Paragraph(f"Never left out: {'; '.join(told)}; breaks and lunch."),)


def _reason(sheet: RunSheet, row: Row) -> str:
    slot = row.slot
    if not isinstance(slot, Session):
        return ""
    if slot.format in PLANNING:
        return "plans the actions"
    if _expert_comes(sheet, row):
        return "the expert comes for it"
    return "must be done" if slot.priority == "must" else ""


def _expert_comes(sheet: RunSheet, row: Row) -> bool:
    day = sheet.day
    return day is not None and day.items[day.numbers[row.path]].held
