"""What `dates` prints: the dates, who can come, how sure that is, the year, and other dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from workshopcore.calendar.words import half_words, span_words
from workshopcore.cli.dates.picture import show_year
from workshopcore.cli.dates.words import short_day
from workshopcore.cli.terminal import Terminal, lines
from workshopcore.errors import nearest
from workshopcore.reports.date_choice import misses_of, turnout
from workshopcore.reports.people import named
from workshopcore.reports.wording import listed
from workshopcore.reports.year_marks import year_marks

if TYPE_CHECKING:
    from workshopcore.calendar import DatePlan, Dates, Rejection
    from workshopcore.model.programme import Closure, Programme

__all__ = ["show", "show_doubts", "show_reasons"]


def show(programme: Programme, dates: Dates, closures: Iterable[Closure]) -> None:
    """Print an answer."""
    import click

    terminal = Terminal()
    plan = dates.plan
    if plan is None:
        terminal.say((f"{dates.how}.", "bold"))
        terminal.say()
        click.echo(lines(str(dates.conflict)))
        return
    _show_dates(programme, plan, terminal)
    terminal.say()
    _show_sums(plan, terminal)
    terminal.say(f"{dates.how}.")
    _show_misses(programme, plan, terminal)
    terminal.say()
    show_year(year_marks(dates, closures), terminal)
    _show_others(dates, plan, terminal)


def _show_dates(programme: Programme, plan: DatePlan, terminal: Terminal) -> None:
    headings = ("no.", "when", "workshop", "can come", "cannot come", "perhaps", "room", "before")
    rows = [
        (
            str(number),
            f"{short_day(each.day)} {each.start:%H:%M}",
            each.title,
            turnout(each),
            named(programme, each.absent),
            named(programme, each.unsure),
            each.room,
            short_day(each.was.date()) if each.was else "",
        )
        for number, each in enumerate(plan.workshops, 1)
    ]
    _table(headings, rows, terminal)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], terminal: Terminal) -> None:
    """Print a table without the columns that are empty all the way down."""
    kept = [n for n in range(len(headings)) if any(row[n] for row in rows)]
    terminal.table([headings[n] for n in kept], [[row[n] for n in kept] for row in rows])


def _show_sums(plan: DatePlan, terminal: Terminal) -> None:
    worst = half_words(plan.most_missed)
    missed = f"nobody misses more than {worst}" if plan.most_missed else "nobody misses anything"
    together = f"{half_words(plan.attendance)} of {half_words(plan.invited)} can come in all"
    gaps = f"; gaps of {_gaps(plan)}" if plan.gaps else ""
    terminal.say(f"{together}; {missed}{gaps}.")


def _gaps(plan: DatePlan) -> str:
    shortest, longest = min(plan.gaps), max(plan.gaps)
    if shortest == longest:
        return span_words(shortest)
    return f"{span_words(shortest)} to {span_words(longest)}"


def _show_misses(programme: Programme, plan: DatePlan, terminal: Terminal) -> None:
    rows = [
        (programme.person(who).name, half_words(missed), _which(plan, who))
        for who, missed in sorted(plan.misses.items(), key=lambda pair: -pair[1])
    ]
    if rows:
        terminal.say()
        terminal.table(("who misses", "how much", "which"), rows)


def _which(plan: DatePlan, who: str) -> str:
    return listed(
        f"{each.title} (perhaps)" if unsure else each.title for each, unsure in misses_of(plan, who)
    )


def _show_others(dates: Dates, plan: DatePlan, terminal: Terminal) -> None:
    if not dates.alternatives:
        return
    plans = (plan, *dates.alternatives)
    rows = [
        (each.title, *(_other_day(other, plan, number) for other in plans))
        for number, each in enumerate(plan.workshops)
    ]
    rows.append(("can come in all", *(half_words(each.attendance) for each in plans)))
    rows.append(("missed at most", *(half_words(each.most_missed) for each in plans)))
    terminal.say()
    others = [f"instead {number}" for number in range(1, len(plans))]
    terminal.table(("workshop", "chosen", *others), rows)


def _other_day(other: DatePlan, plan: DatePlan, number: int) -> str:
    day = other.days[number]
    same_year = {each.year for each in (*plan.days, *other.days)} == {day.year}
    text = f"{day:%m-%d}" if same_year else day.isoformat()
    return f"{text} *" if other is not plan and day != plan.days[number] else text


def show_doubts(programme: Programme, dates: Dates, unanswered: str) -> None:
    """Print, on standard error, of whom nothing is known, and of whom nobody asks.

    Args:
        programme: whose dates they are.
        dates: the answer.
        unanswered: what counts where nothing is known.
    """
    terminal = Terminal(stderr=True)
    people = dict.fromkeys(name for each in dates.workshops for name in each.unknown)
    if people:
        terminal.say(
            ("Not everything is known of the time of ", "yellow"),
            f"{named(programme, people)}: what is not known counts as a {unanswered}.",
        )
    for name in dates.unasked:
        known = {person.id: person.name for person in programme.people}
        guess = nearest(name, known)
        cure = f" Did you mean '{guess}'?" if guess else ""
        terminal.say(
            ("Nobody asks for ", "yellow"), f"'{name}', whose time was given: is it a slip?{cure}"
        )


def show_reasons(
    programme: Programme, dates: Dates, day: date, workshop: str | None, found: Iterable[Rejection]
) -> None:
    """Print who or what rules out a day."""
    terminal = Terminal()
    title = f" for '{programme.workshop(workshop).title}'" if workshop else ""
    terminal.say((f"{short_day(day)}{title}", "bold"))
    for reason in found:
        about = [programme.workshop(name).title for name in reason.workshops]
        whole = workshop is not None or len(about) == len(programme.workshops)
        told = whole or (len(about) == 1 and about[0] in reason.text)
        terminal.say(f"  - {reason.text}", "" if told else f" ({listed(about)})")
    for line in _possible(programme, dates, day, workshop):
        terminal.say("  - ", line)


def _possible(programme: Programme, dates: Dates, day: date, workshop: str | None) -> Iterable[str]:
    """Say what could be held on a day, and how it compares."""
    outlook = next((each for each in dates.days if each.day == day), None)
    if outlook is None:
        first, last = dates.days[0].day, dates.days[-1].day
        yield f"Dates are looked for from {short_day(first)} to {short_day(last)} only"
        return
    could = [name for name in outlook.workshops if workshop in (None, name)]
    held = next((each for each in dates.workshops if each.day == day), None)
    if held is not None and (workshop in (None, held.workshop)):
        yield f"It is the day of '{held.title}'"
    elif could and outlook.attendance is not None:
        titles = listed(f"'{programme.workshop(name).title}'" for name in could)
        yield f"{titles} could be held: {half_words(outlook.attendance)} can come at best"
