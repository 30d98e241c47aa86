"""Rules about the shape of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

from workshopcore.checks.fitted import fitted_days
from workshopcore.checks.lengths import has_pause, minutes_of
from workshopcore.checks.places import agendas, numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.sittings import sittings
from workshopcore.checks.timeline import live_workshops
from workshopcore.checks.wording import called, contains_any, counted
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.agenda import AgendaItem, Buffer, Lunch, Parallel, Session, Slot
from workshopcore.model.options import Options
from workshopcore.model.workshop import Workshop


@rule("WC201")
def no_break(context: CheckContext) -> Iterator[Found]:
    """Find workshops that go on and on without any break."""
    for path, workshop in agendas(context.programme):
        minutes = minutes_of(context.programme, workshop)
        if minutes > context.thresholds["minutes"] and not has_pause(workshop.agenda):
            message = f"{called(workshop.title)} lasts {counted(minutes, 'minute')} without a break"
            yield Found(f"{path}.agenda", message)


@rule("WC202")
def long_stretch(context: CheckContext) -> Iterator[Found]:
    """Find stretches between two breaks that are longer than people can sit."""
    for path, workshop, timed in fitted_days(context):
        if not has_pause(workshop.agenda):
            continue
        for sitting in sittings(timed, context.thresholds["pause"]):
            if sitting.minutes > context.thresholds["minutes"]:
                start, end = timed.clock(sitting.start), timed.clock(sitting.end)
                message = (
                    f"From {start:%H:%M} to {end:%H:%M} people sit for {sitting.minutes} minutes"
                    " without a break"
                )
                yield Found(f"{path}.{sitting.path}", message)


@rule("WC203")
def no_lunch(context: CheckContext) -> Iterator[Found]:
    """Find long days across noon on which nobody eats."""
    for path, workshop in agendas(context.programme):
        minutes = minutes_of(context.programme, workshop)
        fed = any(isinstance(slot, Lunch) for _, slot in workshop.slots())
        if not fed and minutes > context.thresholds["minutes"] and _across_noon(workshop):
            message = (
                f"{called(workshop.title)} runs across noon for {minutes} minutes without lunch"
            )
            yield Found(f"{path}.agenda", message)


def _across_noon(workshop: Workshop) -> bool:
    noon = workshop.start.replace(hour=12, minute=0)
    end = workshop.end.replace(tzinfo=None)
    return workshop.start < noon < end.replace(tzinfo=noon.tzinfo) or end.date() > noon.date()


@rule("WC204")
def lunch_too_short(context: CheckContext) -> Iterator[Found]:
    """Find lunches that are, or may become, too short to eat."""
    for path, workshop in agendas(context.programme):
        for place, slot in workshop.slots():
            if isinstance(slot, Lunch) and slot.minutes is not None:
                bounds = (slot.minutes.shortest, slot.minutes.usual, slot.minutes.longest)
                least = min((each for each in bounds if each is not None), default=None)
                if least is not None and least < context.thresholds["minutes"]:
                    yield Found(f"{path}.{place}", f"{called(slot.name)} may last {least} minutes")


@rule("WC205")
def content_at_nine(context: CheckContext) -> Iterator[Found]:
    """Find days that open with content at an hour when people are still arriving."""
    latest = time.fromisoformat(context.thresholds["time"])
    for path, workshop in agendas(context.programme):
        first = workshop.agenda[0]
        if workshop.start.time() <= latest and not _settles_in(first, context.thresholds):
            name = first.name if isinstance(first, Slot) else first.title or "parallel tracks"
            message = (
                f"{called(workshop.title)} opens at {workshop.start:%H:%M} with {called(name)}"
            )
            yield Found(f"{path}.agenda[0]", message)


def _settles_in(item: AgendaItem, thresholds: Options) -> bool:
    if isinstance(item, Session):
        opens = item.frame == "opening" or item.format in thresholds["formats"]
        return opens or bool(contains_any(item.title, thresholds["words"]))
    return not isinstance(item, Parallel)


@rule("WC206")
def ends_without_actions(context: CheckContext) -> Iterator[Found]:
    """Find workshops that do not end with action planning and then the close."""
    for path, workshop in agendas(context.programme):
        for place, item in _last_work(workshop.agenda, f"{path}.agenda", context.thresholds):
            if item is None or item.format not in context.thresholds["formats"]:
                last = f"the last work is {called(item.name)}" if item else "nothing is worked on"
                yield Found(place, f"{called(workshop.title)} plans no actions at its end: {last}")


def _last_work(
    agenda: Sequence[AgendaItem], path: str, thresholds: Options
) -> Iterator[tuple[str, Session | None]]:
    """Yield the last session before the close, in each track if the day ends in parallel."""
    for place, item in reversed(list(numbered(agenda, path))):
        if isinstance(item, Parallel):
            for lane, track in numbered(item.tracks, f"{place}.tracks"):
                yield from _last_work(track.agenda, f"{lane}.agenda", thresholds)
            return
        closes = isinstance(item, Session) and (
            item.frame == "closing" or item.format in thresholds["closers"]
        )
        if isinstance(item, Session) and not closes:
            yield place, item
            return
    yield path, None


@rule("WC207")
def no_action_review(context: CheckContext) -> Iterator[Found]:
    """Find workshops after the first that do not look back at what was agreed."""
    live = live_workshops(context.programme)
    formats = context.thresholds["formats"]
    for path, workshop in agendas(context.programme):
        if workshop is live[0] or not _plans_actions(live[: live.index(workshop)], context):
            continue
        if not any(session.format in formats for session in workshop.sessions()):
            message = f"{called(workshop.title)} never asks what became of the earlier actions"
            yield Found(f"{path}.agenda", message)


def _plans_actions(earlier: Sequence[Workshop], context: CheckContext) -> bool:
    planning = context.thresholds["planning"]
    names = {workshop.id for workshop in earlier}
    agreed = any(a.origin.partition("/")[0] in names for a in context.programme.actions)
    return agreed or any(s.format in planning for w in earlier for s in w.sessions())


@rule("WC208")
def no_buffer(context: CheckContext) -> Iterator[Found]:
    """Find long agendas with no time kept free."""
    for path, workshop in agendas(context.programme):
        minutes = minutes_of(context.programme, workshop)
        free = any(isinstance(slot, Buffer) for _, slot in workshop.slots())
        if minutes > context.thresholds["minutes"] and not free:
            message = f"{called(workshop.title)} lasts {minutes} minutes, and none are kept free"
            yield Found(f"{path}.agenda", message)


@rule("WC209")
def everything_is_a_must(context: CheckContext) -> Iterator[Found]:
    """Find agendas from which nothing may go when time runs short."""
    for path, workshop in agendas(context.programme):
        found = workshop.sessions()
        if len(found) >= context.thresholds["sessions"] and all(
            session.priority == "must" for session in found
        ):
            message = f"All {len(found)} sessions of {called(workshop.title)} are a must"
            yield Found(f"{path}.agenda", message)
