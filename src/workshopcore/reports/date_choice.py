"""The dates that were chosen, for whoever is to agree to them.

Whose diary says what is never part of a programme, so this is no report that can be had by its
key: it is made of the answer, while somebody has the diaries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date, datetime

from workshopcore.calendar import Conflict, DatedWorkshop, DatePlan, Dates
from workshopcore.calendar.words import half_words, span_words
from workshopcore.contracts.audience import filtered
from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Column,
    Inline,
    Item,
    Paragraph,
    Report,
)
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext, speaking, speech
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Closure, Programme
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.people import named
from workshopcore.reports.wording import day, days, listed, moments, weekday
from workshopcore.reports.year_figure import year_figure
from workshopcore.reports.year_marks import year_marks

__all__ = ["dates_report", "misses_of", "turnout"]

KEY = "dates"
MAYBE = gettext_noop("A maybe counts as half.")


def dates_report(
    programme: Programme,
    dates: Dates,
    *,
    as_of: date | datetime | str | None = None,
    closures: Iterable[Closure] | None = None,
) -> Report:
    """Return the choice of dates as a document for the sponsor, which every renderer renders.

    It is in the language of the programme, and has the dates, who can come, how sure it is that
    none are better, the year day by day, who misses what, and other good dates; where there are
    none, what cannot go together and what would have to give.

    Args:
        programme: whose dates they are.
        dates: what ``choose_dates`` or ``reschedule`` answered.
        as_of: the day on which they were chosen.
        closures: those on which there is no workshop; left out, those of the programme.

    Raises:
        AsOfRequiredError: no day was given.

    >>> from workshopcore.calendar import DateRules, choose_dates
    >>> from workshopcore.model.people import Person
    >>> from workshopcore.model.workshop import Workshop
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf")],
    ...     workshops=[Workshop("One", start="2027-01-19T09:30", end="2027-01-19T16:30")],
    ... )
    >>> rules = DateRules(between=("2027-01-11", "2027-01-29"))
    >>> found = choose_dates(year, as_of="2026-11-27", rules=rules)
    >>> dates_report(year, found, as_of="2026-11-27").blocks[0].text
    'One date, on 11 January 2027: everybody can come.'
    """
    on = as_of_day(as_of, "a report of dates")
    minded = programme.closures if closures is None else tuple(closures)
    # Whoever speaks it already may have brought translations of their own.
    spoken = speech().language == programme.language
    with nullcontext() if spoken else speaking(programme.language):
        return filtered(_report(programme, dates, on, minded))


def _report(programme: Programme, dates: Dates, on: date, closures: Sequence[Closure]) -> Report:
    blocks = _chosen(programme, dates, closures) if dates.plan else _none(programme, dates)
    client = programme.client.name if programme.client else ""
    return Report(
        KEY,
        gettext("Dates: {programme}", programme=programme.title),
        "sponsor",
        blocks,
        subtitle=" · ".join(part for part in (gettext("Choice of dates"), client) if part),
        language=programme.language,
        as_of=on,
        name=file_name(KEY),
        details={"programme": programme.id},
    )


def _chosen(programme: Programme, dates: Dates, closures: Iterable[Closure]) -> tuple[Block, ...]:
    plan = dates.plan
    assert plan is not None, "there are dates"
    return filled(
        (Paragraph(_summary(plan), lead=True), Paragraph(f"{dates.how}.")),
        section(gettext("Dates"), _dates(programme, plan), _moved(plan), _unknown(programme, plan)),
        section(gettext("The year"), year_figure(year_marks(dates, closures), plan.workshops)),
        section(gettext("Who misses what"), _misses(programme, plan)),
        section(gettext("Other good dates"), _others(dates)),
    )


def _summary(plan: DatePlan) -> str:
    """Say when the workshops are, and how many can come to how much."""
    number = len(plan.workshops)
    first, last = day(plan.days[0]), day(plan.days[-1])
    if plan.attendance == plan.invited:
        return ngettext(
            "One date, on {first}: everybody can come.",
            "{count} dates, from {first} to {last}: everybody can come to all of them.",
            number,
            first=first,
            last=last,
        )
    return ngettext(
        "One date, on {first}: {coming} of {invited} can come.",
        "{count} dates, from {first} to {last}: {coming} of {invited} can come, over all of them.",
        number,
        first=first,
        last=last,
        coming=half_words(plan.attendance),
        invited=half_words(plan.invited),
    )


def turnout(each: DatedWorkshop) -> str:
    """Return how many can come to a workshop, and of how many."""
    coming, invited = half_words(each.attendance), half_words(each.invited)
    return gettext("{part} of {whole}", part=coming, whole=invited)


def _dates(programme: Programme, plan: DatePlan) -> tuple[Block, ...]:
    columns = (
        Column(gettext("No."), align="right"),
        gettext("When"),
        gettext("Workshop"),
        gettext("Can come"),
        gettext("Cannot come"),
        pgettext("can come", "Perhaps"),
        gettext("Room"),
    )
    rows = [
        (
            str(number),
            moments(each.start, each.end),
            each.title,
            turnout(each),
            named(programme, each.absent),
            named(programme, each.unsure),
            each.room,
        )
        for number, each in enumerate(plan.workshops, 1)
    ]
    maybes = any(each.unsure for each in plan.workshops)
    found = table(columns, rows, caption=gettext("Dates of the workshops"))
    return (*found, Paragraph(gettext(MAYBE))) if maybes else found


def _moved(plan: DatePlan) -> tuple[Block, ...]:
    """Say which workshops are not where they were to be."""
    return bullets(
        gettext(
            "{workshop} moves from {before} to {after}.",
            workshop=each.title,
            before=weekday(each.was.date()),
            after=weekday(each.day),
        )
        for each in plan.moved
        if each.was is not None
    )


def _unknown(programme: Programme, plan: DatePlan) -> tuple[Block, ...]:
    """Say of whom nothing is known, so that nobody takes silence for a yes."""
    people = dict.fromkeys(name for each in plan.workshops for name in each.unknown)
    if not people:
        return ()
    text = gettext(
        "Nothing is known of the time of {people} on some of these days.",
        people=named(programme, people),
    )
    return (Callout(gettext("Ask them"), (Paragraph(text),), kind="warning"),)


def misses_of(plan: DatePlan, person: str) -> Iterator[tuple[DatedWorkshop, bool]]:
    """Yield the workshops that somebody misses, each with whether that is not certain yet."""
    for each in plan.workshops:
        if person in each.absent or person in each.unsure:
            yield each, person not in each.absent


def _misses(programme: Programme, plan: DatePlan) -> tuple[Block, ...]:
    rows = [
        (
            programme.person(person).name,
            half_words(missed),
            listed(
                gettext("{workshop} (perhaps)", workshop=each.title) if unsure else each.title
                for each, unsure in misses_of(plan, person)
            ),
        )
        for person, missed in sorted(plan.misses.items(), key=lambda pair: -pair[1])
    ]
    columns = (
        gettext("Who"),
        Column(gettext("Misses"), align="right"),
        pgettext("of workshops", "Which"),
    )
    return table(columns, rows, row_headings=True)


def _others(dates: Dates) -> tuple[Block, ...]:
    if not dates.alternatives or dates.plan is None:
        return ()
    plans = (dates.plan, *dates.alternatives)
    titles = [
        gettext("Workshop"),
        pgettext("of dates", "Chosen"),
        *(gettext("Instead {number}", number=number) for number in range(1, len(plans))),
    ]
    rows: list[tuple[str, ...]] = [
        (each.title, *(day(plan.days[number]) for plan in plans))
        for number, each in enumerate(dates.workshops)
    ]
    rows += [
        (gettext("Can come in all"), *(half_words(plan.attendance) for plan in plans)),
        (gettext("Most that anybody misses"), *(half_words(plan.most_missed) for plan in plans)),
        (gettext("Shortest and longest gap"), *(_gaps(plan) for plan in plans)),
    ]
    caption = gettext("Each is the best that really differs")
    return table(titles, rows, caption=caption, row_headings=True)


def _gaps(plan: DatePlan) -> str:
    if not plan.gaps:
        return ""
    shortest, longest = min(plan.gaps), max(plan.gaps)
    return span_words(shortest) + (f", {span_words(longest)}" if longest != shortest else "")


def _none(programme: Programme, dates: Dates) -> tuple[Block, ...]:
    conflict = dates.conflict
    assert conflict is not None, "there are no dates"
    span = days(dates.days[0].day, dates.days[-1].day) if dates.days else ""
    lead = ngettext(
        "There are no dates for {count} workshop in {period}.",
        "There are no dates for {count} workshops in {period}.",
        len(programme.workshops),
        period=span,
    )
    return filled(
        (Paragraph(lead, lead=True), Paragraph(f"{dates.how}.")),
        section(conflict.title, bullets(each.text for each in conflict.constraints)),
        section(gettext("What would have to give, one of"), _remedies(conflict)),
    )


def _remedies(conflict: Conflict) -> tuple[Block, ...]:
    items: list[Inline | Item] = [
        Item(
            str(remedy),
            [f"{weekday(each.day)}: {each.title}" for each in remedy.plan.workshops],
        )
        for remedy in conflict.remedies
    ]
    return (Bullets(items),) if items else ()
