"""What is still open: how old it is, what is late or blocked, and how it is spread."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from workshopcore.actions import Load, Loads, Progress, Proportion, Standing
from workshopcore.actions.owners import by_answering
from workshopcore.contracts.report import Audience, Block, Column, Inline, Paragraph, Run, Section
from workshopcore.language import gettext, ngettext, number, pgettext
from workshopcore.model.programme import Programme
from workshopcore.reports.action_words import UNOWNED, in_hours
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.counted import counted
from workshopcore.reports.wording import day, times

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
        return (Paragraph(gettext("No action is open.")),)
    return filled(
        facts(
            (pgettext("of actions", "Open"), counted(Proportion(total, found.done.denominator))),
            (gettext("Overdue"), _of_open(found.overdue)),
            (pgettext("of actions", "Blocked"), _of_open(found.blocked)),
            (gettext("Carried over"), _of_open(found.carried)),
            (gettext("Without a date"), _of_open(found.undated) if found.undated.numerator else ""),
        ),
        _ages(found),
        (Paragraph(_spread(found.loads)),),
        section(gettext("What needs attention"), _attention(programme, actions, found.as_of)),
        _by_person(programme, found.loads),
    )


def _of_open(found: Proportion) -> str:
    return counted(found, gettext("{share} open", share=found))


def _ages(found: Progress) -> tuple[Block, ...]:
    total = found.overdue.denominator
    unknown = total - sum(band.open.numerator for band in found.ages)
    ages = [(band.label, counted(band.open)) for band in found.ages]
    if unknown:
        ages.append((pgettext("of ages", "not known"), counted(Proportion(unknown, total))))
    columns = (gettext("Days since agreed"), *(label for label, _ in ages))
    return table(
        columns, [(gettext("Open actions"), *(told for _, told in ages))], row_headings=True
    )


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
    if more:
        lines.append(
            ngettext(
                "and {count} more, in the action plan", "and {count} more, in the action plan", more
            )
        )
    return bullets(lines)


def _troubles(one: Standing, orphans: Collection[str]) -> Iterator[str]:
    if one.late:
        yield ngettext("{count} day overdue", "{count} days overdue", one.late)
    if one.status == "blocked" and one.since:
        yield gettext("blocked since {day}", day=day(one.since))
    elif one.status == "blocked":
        yield pgettext("of an action", "blocked")
    if one.carries > 1:
        yield gettext("carried over {times}", times=times(one.carries))
    if one.action.id in orphans:
        yield gettext("needs a new owner")


def _columns() -> tuple[Column, ...]:
    numbers = (
        gettext("Open actions"),
        gettext("Hours"),
        gettext("Without an estimate"),
        gettext("Hours there are"),
    )
    return (Column(gettext("Person")), *(Column(name, align="right") for name in numbers))


def _by_person(programme: Programme, found: Loads) -> tuple[Block, ...]:
    named = table(_columns(), [_load(programme, each) for each in found.people], row_headings=True)
    return (Section(gettext("By person"), named, audience=_NAMED),)


def _load(programme: Programme, each: Load) -> tuple[str, ...]:
    return (
        programme.person(each.person).name if each.person else gettext(UNOWNED),
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
        parts.append(
            ngettext(
                "{count} of {whole} needs a new owner",
                "{count} of {whole} need a new owner",
                unowned,
                whole=total,
            )
        )
    balance = found.balance()
    if balance is not None and len(owned) > 1:
        parts.append(_largest(float(balance), found.by_capacity))
    return f"{'; '.join(parts)}."


def _largest(balance: float, by_capacity: bool) -> str:
    factor = number(balance, 1)
    if by_capacity:
        return gettext(
            "the largest load, of the hours that people have, is {factor} times the mean",
            factor=factor,
        )
    return gettext("the largest load, in hours, is {factor} times the mean", factor=factor)


def _by_head(owned: Sequence[int]) -> str:
    people, actions, least, most = len(owned), sum(owned), min(owned), max(owned)
    if people == 1:
        return ngettext(
            "1 person has {count} open action", "1 person has {count} open actions", actions
        )
    if least == most:
        return gettext(
            "{people} people have {actions} open actions, {each} each",
            people=people,
            actions=actions,
            each=least,
        )
    return gettext(
        "{people} people have {actions} open actions, {least} to {most} each",
        people=people,
        actions=actions,
        least=least,
        most=most,
    )
