"""A card for each session: what whoever leads it holds in the hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from workshopcore.agenda import Row, RunSheet, StepRow
from workshopcore.contracts.formats import GroupPlan
from workshopcore.contracts.report import Block, Column
from workshopcore.language import gettext, pgettext
from workshopcore.model.agenda import Session
from workshopcore.model.moments import later
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.grouping import group_table, groups_in_words, seating, split_in_words
from workshopcore.reports.lateness import STEP, latest_starts
from workshopcore.reports.materials import brought
from workshopcore.reports.people import named
from workshopcore.reports.running_order import span, strand
from workshopcore.reports.wording import clock, share

__all__ = ["session_cards"]

_SECONDS_UP_TO = 120
"""Goes shorter than so many seconds are told in seconds."""


def session_cards(programme: Programme, sheet: RunSheet) -> tuple[Block, ...]:
    """Return what the running order has no room for, session by session, those over left out."""
    latest = latest_starts(sheet)
    cards = (
        _card(programme, sheet.workshop, row, latest) for row in sheet.rows if row.state != "done"
    )
    return filled(*cards)


def _card(
    programme: Programme, workshop: Workshop, row: Row, latest: Mapping[str, datetime]
) -> tuple[Block, ...]:
    slot = row.slot
    if not isinstance(slot, Session):
        return ()
    plan = row.plan
    blocks = filled(
        facts(
            (gettext("Led by"), named(programme, slot.lead)),
            (gettext("Start no later than"), _latest(row, latest)),
            (
                gettext("Works towards"),
                "; ".join(programme.objective(a).statement for a in slot.aims),
            ),
            (gettext("Energy"), share(slot.energy, 5) if slot.energy else ""),
            (gettext("Groups"), _groups(workshop, row)),
            (gettext("Materials"), "; ".join(brought(programme, workshop, row))),
            (gettext("Brings out"), "; ".join(slot.outputs)),
            (gettext("Capture"), "; ".join(plan.captures) if plan else ""),
            (gettext("Plan B"), slot.plan_b),
            (gettext("Notes"), slot.notes),
        ),
        group_table(programme, workshop, row.id),
        _steps(row.steps, plan.groups if plan else None),
        section(gettext("On the wall"), bullets(plan.prompts if plan else ())),
        section(pgettext("heading of what to watch", "Mind"), bullets(plan.notes if plan else ())),
    )
    track = f" ({strand(row)})" if row.track else ""
    return section(f"{span(row.start, row.end)} {row.title}{track}", blocks)


def _groups(workshop: Workshop, row: Row) -> str:
    groups = row.plan.groups if row.plan else None
    allocated = any(allocation.session == row.id for allocation in workshop.allocations)
    if groups is None or not groups.note or allocated:
        return groups_in_words(workshop, row)
    return f"{len(groups.sizes)} {groups.called}: {groups.note}"


def _latest(row: Row, latest: Mapping[str, datetime]) -> str:
    """Say how late it may start if what follows is only shortened, to five minutes."""
    moment = latest.get(row.path)
    if moment is None or moment < row.start or row.state == "running":
        return ""
    coarse = later(moment, -(moment.minute % STEP))
    return clock(coarse if coarse >= row.start else moment)


def _steps(steps: tuple[StepRow, ...], groups: GroupPlan | None) -> tuple[Block, ...]:
    return table(
        (
            gettext("Time"),
            Column(gettext("Minutes"), align="right"),
            gettext("Step"),
            gettext("How"),
            gettext("Prompt"),
            gettext("Capture"),
        ),
        [
            (
                clock(step.start),
                str(step.minutes),
                _name(step),
                _how(step, groups),
                step.step.prompt,
                step.step.capture,
            )
            for step in steps
        ],
        caption=gettext("Steps"),
    )


def _name(row: StepRow) -> str:
    step = row.step
    return f"{step.round}: {step.name}" if step.round else step.name


def _how(row: StepRow, groups: GroupPlan | None) -> str:
    """Say how people sit, how they are split, and how the minutes are shared out.

    What becomes of a remainder is said here only where the card does not say it.
    """
    step = row.step
    split = split_in_words(step.groups) if step.groups else ""
    note = step.groups.note if step.groups and step.groups != groups else ""
    parts = (split or seating(step.arrangement), note, _goes(row))
    return "; ".join(part for part in parts if part)


def _goes(row: StepRow) -> str:
    """Say how long each of several goes may take."""
    times = row.step.times
    if times < 2:
        return ""
    seconds = row.minutes * 60 // times
    if seconds % 60 == 0:
        return gettext("{times} × {minutes} min", times=times, minutes=seconds // 60)
    if seconds < _SECONDS_UP_TO:
        return gettext("{times} × about {seconds} seconds", times=times, seconds=seconds // 5 * 5)
    halves = seconds // 30
    minutes = f"{halves // 2}{'½' if halves % 2 else ''}"
    return gettext("{times} × about {minutes} min", times=times, minutes=minutes)
