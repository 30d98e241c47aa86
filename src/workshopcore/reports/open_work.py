"""What is still open: how old it is, what is late or blocked, and how it is spread."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from workshopcore.actions import Load, Loads, Progress, Proportion, Standing
from workshopcore.actions.owners import by_answering
from workshopcore.contracts.report import Audience, Block, Column, Inline, Paragraph, Run, Section
from workshopcore.model.programme import Programme
from workshopcore.reports.action_words import UNOWNED, in_hours
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.counted import counted
from workshopcore.reports.wording import count, day, times

__all__ = ["open_work"]

_NAMED: tuple[Audience, ...] = ("participants", "facilitators")
"""Who may read how much each person has in hand; everybody else sees how it is spread."""

_MOST_NAMED = 12


def open_work(
    programme: Programme, found: Progress, actions: Sequence[Standing]
) -> tuple[Block, ...]:
    """Return how old open actions are, how they are spread, and which need attention.

    To the team it also says who has how much.
    """
    total = found.overdue.denominator
    if not total:
        return (Paragraph("No action is open."),)
    return filled(
        facts(
            ("Open", counted(Proportion(total, found.done.denominator))),
            ("Overdue", counted(found.overdue, "open")),
            ("Blocked", counted(found.blocked, "open")),
            ("Carried over", counted(found.carried, "open")),
            ("Without a date", counted(found.undated, "open") if found.undated.numerator else ""),
        ),
        _ages(found),
        (Paragraph(_spread(found.loads)),),
        section("What needs attention", _attention(programme, actions, found.as_of)),
        _by_person(programme, found.loads),
    )


def _ages(found: Progress) -> tuple[Block, ...]:
    total = found.overdue.denominator
    unknown = total - sum(band.open.numerator for band in found.ages)
    ages = [(band.label, counted(band.open)) for band in found.ages]
    if unknown:
        ages.append(("not known", counted(Proportion(unknown, total))))
    columns = ("Days since agreed", *(label for label, _ in ages))
    return table(columns, [("Open actions", *(told for _, told in ages))], row_headings=True)


def _attention(programme: Programme, actions: Sequence[Standing], on: date) -> tuple[Block, ...]:
    """Name what is late, blocked or without an owner, the latest first; never whose it is."""
    groups = by_answering(programme, (one for one in actions if one.is_open), on)
    orphans = {one.action.id for person, owned in groups if not person for one in owned}
    told = [
        (one, parts)
        for one in sorted(actions, key=lambda one: -one.late)
        if one.is_open and (parts := list(_troubles(one, orphans)))
    ]
    lines: list[Inline] = [
        (Run(one.action.statement), Run(f" – {'; '.join(parts)}", "strong"))
        for one, parts in told[:_MOST_NAMED]
    ]
    more = len(told) - len(lines)
    return bullets([*lines, f"and {more} more, in the action plan"] if more else lines)


def _troubles(one: Standing, orphans: Collection[str]) -> Iterator[str]:
    if one.late:
        yield f"{count(one.late, 'day')} overdue"
    if one.status == "blocked":
        yield f"blocked since {day(one.since)}" if one.since else "blocked"
    if one.carries > 1:
        yield f"carried over {times(one.carries)}"
    if one.action.id in orphans:
        yield UNOWNED.lower()


_BY_PERSON = (
    Column("Person"),
    *(
        Column(name, align="right")
        for name in ("Open actions", "Hours", "Without an estimate", "Hours there are")
    ),
)


def _by_person(programme: Programme, found: Loads) -> tuple[Block, ...]:
    named = table(_BY_PERSON, [_load(programme, each) for each in found.people], row_headings=True)
    return (Section("By person", named, audience=_NAMED),)


def _load(programme: Programme, each: Load) -> tuple[str, ...]:
    return (
        programme.person(each.person).name if each.person else UNOWNED,
        str(each.actions),
        in_hours(each.hours) if each.hours else "",
        str(each.unestimated) if each.unestimated else "",
        "" if each.capacity is None else in_hours(each.capacity),
    )


def _spread(found: Loads) -> str:
    owned = [each.actions for each in found.people if each.person]
    total = sum(each.actions for each in found.people)
    unowned = total - sum(owned)
    parts = [_by_head(owned)] if owned else []
    if unowned:
        parts.append(f"{unowned} of {total} {'needs' if unowned == 1 else 'need'} a new owner")
    balance = found.balance()
    if balance is not None and len(owned) > 1:
        weighed = "of the hours that people have" if found.by_capacity else "in hours"
        parts.append(f"the largest load, {weighed}, is {float(balance):.1f} times the mean")
    return f"{'; '.join(parts)}."


def _by_head(owned: Sequence[int]) -> str:
    people = count(len(owned), "person has", "people have")
    told = f"{people} {count(sum(owned), 'open action')}"
    if len(owned) == 1:
        return told
    least, most = min(owned), max(owned)
    return f"{told}, {least} each" if least == most else f"{told}, {least} to {most} each"
