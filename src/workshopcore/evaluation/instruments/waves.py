"""When a programme asks, and whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from workshopcore.model.evaluation import Wave
from workshopcore.model.identifiers import LONGEST
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["eligible", "planned_waves"]

_BEFORE = timedelta(days=14)
_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)
_TWO_WEEKS = timedelta(days=14)
_THREE_WEEKS = timedelta(days=21)
_LATER_MONTHS = 3
_NOT_HELD = ("postponed", "cancelled")


def planned_waves(
    programme: Programme,
    *,
    baseline: str = "",
    after_each: str = "",
    close: str = "",
    follow_up: str = "",
) -> tuple[Wave, ...]:
    """Return the waves that a programme of workshops wants, as far as it has not planned them.

    The baseline is open for the two weeks before the first workshop, a wave after each workshop
    from its last day for a week, the close from the last day of the last workshop for two
    weeks, and the follow-up opens three months after that day, for three weeks. Workshops that
    are postponed or cancelled do not count.

    Args:
        programme: its workshops have dates, and it has the instruments.
        baseline: the identifier of the instrument to ask at the start; left out, no baseline.
        after_each: that of the one after each workshop.
        close: that of the one at the close.
        follow_up: that of the one three months later.

    Returns:
        The waves, in the order in which they open. Nothing is changed: put each into the
        programme with ``programme.with_wave(wave)``.

    Raises:
        UnknownKeyError: the programme has no such instrument.

    >>> from workshopcore.evaluation.instruments import bank
    >>> year = Programme(
    ...     title="A year",
    ...     workshops=[Workshop("One", start="2027-01-19T09:30", end="2027-01-19T16:30")],
    ...     instruments=bank(),
    ... )
    >>> for wave in planned_waves(year, baseline="team-climate", close="team-climate"):
    ...     print(wave.id, wave.opens, wave.closes)
    baseline 2027-01-05 2027-01-18
    close 2027-01-19 2027-02-02
    """
    held = [w for w in programme.in_order if w.state(date.max) not in _NOT_HELD]
    asked = {"baseline": baseline, "after-each": after_each, "close": close, "follow-up": follow_up}
    for instrument in filter(None, asked.values()):
        programme.instrument(instrument)
    known = {(wave.kind, wave.workshop) for wave in programme.waves}
    taken = {wave.id for wave in programme.waves}
    return tuple(
        wave
        for wave in _waves(held, asked)
        if (wave.kind, wave.workshop) not in known and wave.id not in taken
    )


def _waves(held: list[Workshop], asked: dict[str, str]) -> Iterator[Wave]:
    if not held:
        return
    first, last = held[0].day, max(_last_day(workshop) for workshop in held)
    if asked["baseline"]:
        yield Wave(
            "Before the first workshop",
            "baseline",
            id="baseline",
            instrument=asked["baseline"],
            opens=first - _BEFORE,
            closes=first - _A_DAY,
        )
    for workshop in held if asked["after-each"] else ():
        day = _last_day(workshop)
        yield Wave(
            f"After {workshop.title}",
            "after-each",
            id=f"after-{workshop.id}"[:LONGEST].rstrip("-"),
            instrument=asked["after-each"],
            workshop=workshop.id,
            opens=day,
            closes=day + _A_WEEK,
        )
    if asked["close"]:
        yield Wave(
            "At the close",
            "close",
            id="close",
            instrument=asked["close"],
            opens=last,
            closes=last + _TWO_WEEKS,
        )
    if asked["follow-up"]:
        opens = _months_after(last)
        yield Wave(
            "Three months later",
            "follow-up",
            id="follow-up",
            instrument=asked["follow-up"],
            opens=opens,
            closes=opens + _THREE_WEEKS,
        )


def _months_after(day: date) -> date:
    """Return the day three months later; of a shorter month, its last day."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=_LATER_MONTHS)


def _last_day(workshop: Workshop) -> date:
    return workshop.end.date()


def eligible(programme: Programme, wave: Wave) -> tuple[Person, ...]:
    """Return who is asked in a wave.

    Whoever it names; or else, after a workshop, those of the team who were there, as far as the
    record says, and before there is one those who were to come; otherwise every participant who
    belongs to the team on the day it opens.

    >>> team = [Person("Amina Yusuf"), Person("Tomasz Nowak", left="2027-06-30")]
    >>> year = Programme(title="A year", people=team)
    >>> [who.name for who in eligible(year, Wave("At the close", opens="2027-11-23"))]
    ['Amina Yusuf']
    """
    if wave.eligible:
        return tuple(programme.person(name) for name in wave.eligible)
    if wave.kind != "after-each" or not wave.workshop:
        return programme.participants(wave.opens)
    workshop = programme.workshop(wave.workshop)
    present = [one.person for one in workshop.attendance if one.present]
    if not present:
        return tuple(who for who in programme.invited(workshop) if who.role == "participant")
    were = (programme.person(name) for name in present)
    return tuple(who for who in were if who.role == "participant")
