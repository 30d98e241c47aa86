"""Plan B on paper: shorten first, then leave out, for each fixed time of the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from workshopcore.agenda import Row, RunSheet
from workshopcore.agenda.day import PLANNING
from workshopcore.contracts.report import Block, Inline, Paragraph, Run
from workshopcore.language import gettext, gettext_noop, ngettext, weekday_name
from workshopcore.model.agenda import Session
from workshopcore.reports.blocks import filled, table
from workshopcore.reports.lateness import FAR, STEP, Stretch, stretches
from workshopcore.reports.wording import clock, listed

__all__ = ["plan_b"]

_FIRST = gettext_noop(
    "Shorten before you leave anything out: buffers give first, then what only could be done,"
    " then what should, then what must; breaks and lunch give last. Each session's card says how"
    " late it may start if what follows is only shortened."
)
_MOST = 3
"""Answers for each fixed time: after that, a new plan is better than a longer table."""

_Line: TypeAlias = tuple[str, str, str, Inline]


def plan_b(sheet: RunSheet) -> tuple[Block, ...]:
    """Return how far shortening goes before each fixed time, and what goes after that."""
    found = stretches(sheet)
    if not found:
        return ()
    lines = [line for stretch in found for line in _lines(sheet, stretch)]
    columns = (
        gettext("To keep"),
        gettext("Seen at"),
        gettext("Late by"),
        gettext("What to do"),
    )
    return filled((Paragraph(gettext(_FIRST)),), table(columns, lines), _kept(sheet))


def _lines(sheet: RunSheet, stretch: Stretch) -> Iterator[_Line]:
    target, seen = _target(sheet, stretch), _seen(sheet, stretch)
    more = stretch.answers[_MOST:]
    told = stretch.answers[:_MOST]
    ends = [answer.late for answer in stretch.answers[1:]] + [stretch.lost or FAR + STEP]
    if stretch.shorten >= 0:
        late = _up_to(stretch.shorten, open_end=stretch.shorten == FAR)
        yield target, seen, late, gettext("Shorten; nothing has to go")
    for answer, end in zip(told, ends, strict=False):
        last = answer is stretch.answers[-1] and stretch.lost is None
        late = _from_to(answer.late, None if last else end - STEP)
        yield target, seen, late, _leave_out(answer.rows)
    if more:
        yield target, seen, _from_to(more[0].late, None), gettext("Make a new plan")
    elif stretch.lost is not None:
        yield target, seen, _from_to(stretch.lost, None), _lost(stretch)


def _target(sheet: RunSheet, stretch: Stretch) -> str:
    """Name a fixed time: "by" where a window leaves room, "at" where nothing does."""
    at, row = clock(stretch.until), stretch.row
    if row is None and stretch.until == sheet.ends:
        return gettext("The finish at {time}", time=at)
    if row is None:
        return gettext("The close of the day at {time}", time=at)
    if stretch.until > row.start:
        return gettext("{session} by {time}", session=row.title, time=at)
    return gettext("{session} at {time}", session=row.title, time=at)


def _seen(sheet: RunSheet, stretch: Stretch) -> str:
    at = clock(stretch.since)
    one_day = sheet.starts.date() == sheet.ends.date()
    return at if one_day else f"{weekday_name(stretch.since.weekday())} {at}"


def _lost(stretch: Stretch) -> str:
    if stretch.row:
        return gettext("Tell people that it will start later: leaving things out is not enough")
    return gettext("Tell people that you will finish later: leaving things out is not enough")


def _up_to(late: int, *, open_end: bool) -> str:
    if late == 0:
        return gettext("nothing: no time to spare")
    if open_end:
        return ngettext("{count} minute and more", "{count} minutes and more", late)
    return ngettext("up to {count} minute", "up to {count} minutes", late)


def _from_to(late: int, end: int | None) -> str:
    if late == 0 and end is None:
        return gettext("even on time")
    if end is None:
        return ngettext("from {count} minute on", "from {count} minutes on", late)
    if late == 0:
        return ngettext(
            "even on time, up to {count} minute", "even on time, up to {count} minutes", end
        )
    if end == late:
        return ngettext("{count} minute", "{count} minutes", end)
    return ngettext("{first} to {count} minute", "{first} to {count} minutes", end, first=late)


def _leave_out(rows: Sequence[Row]) -> Inline:
    """Name sessions so that their titles stand apart from the sentence."""
    before, _, after = gettext("Leave out {sessions}").partition("{sessions}")
    last = gettext("and")
    found = [Run(before)]
    for number, row in enumerate(rows):
        if number:
            found.append(Run(f" {last} " if row is rows[-1] else ", "))
        found.append(Run(row.title, "strong"))
        if row.track:
            found.append(Run(f" ({row.track[-1]})"))
    return tuple(run for run in (*found, Run(after)) if run.text)


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
    said = gettext("Never left out: {sessions}; breaks and lunch.", sessions="; ".join(told))
    return (Paragraph(said),)


def _reason(sheet: RunSheet, row: Row) -> str:
    slot = row.slot
    if not isinstance(slot, Session):
        return ""
    if slot.format in PLANNING:
        return gettext("plans the actions")
    if _expert_comes(sheet, row):
        return gettext("the expert comes for it")
    return gettext("must be done") if slot.priority == "must" else ""


def _expert_comes(sheet: RunSheet, row: Row) -> bool:
    day = sheet.day
    return day is not None and day.items[day.numbers[row.path]].held
