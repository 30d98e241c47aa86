"""Rules about single sessions: their format, their length and what surrounds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from workshopcore.checks.fitted import fitted
from workshopcore.checks.lengths import length_of_format, usual_in
from workshopcore.checks.places import agendas, numbered, parallels, sessions
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.wording import called, contains_any, counted
from workshopcore.contracts.checks import CheckContext
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.model.agenda import AgendaItem, Break, Buffer, Lunch, Session
from workshopcore.model.length import Length
from workshopcore.model.options import Options
from workshopcore.model.workshop import Workshop


@rule("WC210")
def action_planning_squeezed(context: CheckContext) -> Iterator[Found]:
    """Find action planning that can never get the time it needs, or does not get it that day."""
    for path, workshop in agendas(context.programme):
        for place, slot in workshop.slots():
            if not isinstance(slot, Session) or slot.format not in context.thresholds["formats"]:
                continue
            most, fault = _most(slot), "at most"
            if most is None or most >= context.thresholds["minutes"]:
                most, fault = _fitted_minutes(context, workshop, place), "on this day"
            if most is not None and most < context.thresholds["minutes"]:
                given = ".minutes" if slot.minutes is not None else ""
                message = f"{called(slot.name)} gets {counted(most, 'minute')} {fault}"
                yield Found(f"{path}.{place}{given}", message)


def _most(session: Session) -> int | None:
    given = session.minutes or Length()
    return given.usual if given.longest is None else given.longest


def _fitted_minutes(context: CheckContext, workshop: Workshop, place: str) -> int | None:
    timed = fitted(context, workshop)
    return timed.minutes(place) if timed is not None and timed.fits else None


@rule("WC211")
def review_too_long(context: CheckContext) -> Iterator[Found]:
    """Find reviews of earlier actions that eat the morning."""
    for path, workshop in agendas(context.programme):
        for place, slot in workshop.slots():
            if isinstance(slot, Session) and slot.format in context.thresholds["formats"]:
                minutes = _fitted_minutes(context, workshop, place)
                if minutes is None and slot.minutes is not None:
                    minutes = slot.minutes.usual
                if minutes is not None and minutes > context.thresholds["minutes"]:
                    given = ".minutes" if slot.minutes is not None else ""
                    message = f"{called(slot.name)} takes {minutes} minutes of looking back"
                    yield Found(f"{path}.{place}{given}", message)


@rule("WC212")
def same_format_again(context: CheckContext) -> Iterator[Found]:
    """Find a method that is used over and over in one sitting."""
    times = context.thresholds["times"]
    for path, workshop in agendas(context.programme):
        for place, agenda in _lines(workshop, path):
            running: list[str] = []
            for where, item in numbered(agenda, place):
                if isinstance(item, Break | Lunch | Buffer):
                    continue
                key = item.format if isinstance(item, Session) else ""
                running = [*running, key] if key and key in running[-1:] else [key]
                if len(running) == times:
                    yield Found(where, f"{called(key)} is used {counted(times, 'time')} running")


def _lines(workshop: Workshop, path: str) -> Iterator[tuple[str, Iterable[AgendaItem]]]:
    """Yield the agenda and that of every track, each with its path."""
    yield f"{path}.agenda", workshop.agenda
    for place, parallel in parallels(workshop.agenda, f"{path}.agenda"):
        for lane, track in numbered(parallel.tracks, f"{place}.tracks"):
            yield f"{lane}.agenda", track.agenda


@rule("WC213")
def long_input(context: CheckContext) -> Iterator[Found]:
    """Find sessions in which people listen for too long."""
    for path, session, workshop in sessions(context.programme):
        if _passive(session, context.thresholds):
            usual = usual_in(context, workshop)(session)
            if usual is not None and usual > context.thresholds["minutes"]:
                message = f"People listen to {called(session.name)} for {usual} minutes"
                yield Found(path, message)


@rule("WC214")
def input_after_lunch(context: CheckContext) -> Iterator[Found]:
    """Find presentations in the hour when nobody can keep awake."""
    for path, workshop in agendas(context.programme):
        usual = usual_in(context, workshop)
        for place, agenda in _lines(workshop, path):
            for (_, before), (where, item) in pairwise(numbered(agenda, place)):
                if not isinstance(before, Lunch) or not isinstance(item, Session):
                    continue
                minutes = usual(item) or 0
                if _passive(item, context.thresholds) and minutes > context.thresholds["minutes"]:
                    message = f"{called(item.name)} is {minutes} minutes of listening after lunch"
                    yield Found(where, message)


def _passive(session: Session, thresholds: Options) -> bool:
    if session.format:
        return session.format in thresholds["formats"]
    return bool(contains_any(session.title, thresholds["words"]))


@rule("WC215")
def round_too_short(context: CheckContext) -> Iterator[Found]:
    """Find rounds in which everybody is to speak, and there is no time for everybody."""
    each = context.thresholds["minutes"]
    for path, session, people in _peopled(context):
        usual = session.minutes.usual if session.minutes is not None else None
        in_turn = session.format in context.thresholds["formats"]
        if in_turn and usual is not None and usual < people * each:
            seconds = usual * 60 // people
            message = f"{people} people in {usual} minutes: {seconds} seconds for each"
            yield Found(f"{path}.minutes", message)


@rule("WC216")
def wrong_number_of_people(context: CheckContext) -> Iterator[Found]:
    """Find methods used with a number of people that they do not work for."""
    for path, session, people in _peopled(context):
        form = context.formats.get(session.format)
        if form is None:
            continue
        least, most = form.people
        if not least <= people <= most:
            come = f"{people} comes" if people == 1 else f"{people} come"
            message = f"{called(form.title)} works for {least} to {most} people; {come}"
            yield Found(f"{path}.format", message)
        elif isinstance(_refusal(form, people, session), FormatError):
            message = f"{people} people cannot be split into groups for {called(form.title)}"
            yield Found(f"{path}.format", message)


@rule("WC218")
def options_refused(context: CheckContext) -> Iterator[Found]:
    """Find sessions whose format makes nothing of their options."""
    for path, session, people in _peopled(context):
        form = context.formats.get(session.format)
        refusal = _refusal(form, people, session) if form is not None else None
        if isinstance(refusal, InvalidValueError):
            message = f"{called(session.name)}: expected {refusal.expected}, found {refusal.found}"
            yield Found(f"{path}.options", message)


def _refusal(form: SessionFormat, people: int, session: Session) -> ValueError | None:
    """Return why a format has no length for so many people and these options."""
    try:
        form.length(people, session.options)
    except (FormatError, InvalidValueError) as error:
        return error
    return None


def _peopled(context: CheckContext) -> Iterator[tuple[str, Session, int]]:
    """Yield the sessions of which it is known how many people come, with their number.

    Everybody who is invited comes to what is for all; to what is in a track come those who are
    allocated to it, and where nobody is, nobody can say.
    """
    for path, workshop in agendas(context.programme):
        invited = len(context.programme.invited(workshop))
        for place, slot in workshop.slots():
            if isinstance(slot, Session):
                in_track = ".tracks[" in place
                people = _allocated(workshop, slot) if in_track else invited
                if people:
                    yield f"{path}.{place}", slot, people


def _allocated(workshop: Workshop, session: Session) -> int:
    """Return how many people are allocated to a session, hosts included."""
    rounds = [
        {name for group in each.groups for name in (*group.members, group.host) if name}
        for each in workshop.allocations
        if each.session == session.id
    ]
    return max(map(len, rounds), default=0)


@rule("WC217")
def length_outside_format(context: CheckContext) -> Iterator[Found]:
    """Find sessions planned shorter than their method can be, or longer than it ever is."""
    for path, session, people in _peopled(context):
        range_ = _range(length_of_format(session, people, context.formats))
        if session.minutes is not None and range_ is not None:
            in_turn = session.format in context.thresholds["rounds"]
            fault = _outside(session.minutes, range_, in_turn=in_turn)
            if fault:
                message = f"{called(session.name)} takes {range_[0]} to {range_[1]} minutes with "
                yield Found(f"{path}.minutes", f"{message}{people} people; {fault}")


def _range(length: Length | None) -> tuple[int, int] | None:
    """Return the shortest and the longest that a session's format can be."""
    if length is None or length.shortest is None or length.longest is None:
        return None
    return length.shortest, length.longest


def _outside(given: Length, range_: tuple[int, int], *, in_turn: bool) -> str:
    shortest, longest = range_
    most = given.usual if given.longest is None else given.longest
    least = given.usual if given.shortest is None else given.shortest
    if most is not None and most < shortest and not in_turn:
        return f"here it gets at most {most}"
    if least is not None and least > longest:
        return f"here it gets at least {least}"
    return ""
