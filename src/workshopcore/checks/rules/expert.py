"""Rules about the external expert."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.checks.places import engagements, name_of, numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import is_live
from workshopcore.checks.wording import called, counted, one_line
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.agenda import Session
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme

_FIRM = frozenset({"confirmed", "delivered", "followed-up", "paid"})
_PROMISED = frozenset({"contracted", "briefed", *_FIRM})


def _name(programme: Programme, engagement: ExpertEngagement) -> str:
    return name_of(programme, engagement.expert)


def _settled(programme: Programme) -> Iterator[tuple[str, ExpertEngagement]]:
    """Yield the engagements that have a slot: from then on the expert needs to know more."""
    for path, engagement in engagements(programme):
        if engagement.session:
            yield path, engagement


def _reached(engagement: ExpertEngagement, states: frozenset[str]) -> bool:
    return any(event.status in states for event in engagement.events)


@rule("WC401")
def expert_is_not_external(context: CheckContext) -> Iterator[Found]:
    """Find engagements of people who are something else to the programme."""
    for path, engagement in engagements(context.programme):
        person = context.programme.person(engagement.expert)
        if person.role != "expert":
            message = f"{one_line(person.name)} is engaged as expert, and listed as {person.role}"
            yield Found(f"{path}.expert", message)


@rule("WC402")
def expert_without_session(context: CheckContext) -> Iterator[Found]:
    """Find experts who are engaged for no session in particular."""
    for path, engagement in engagements(context.programme):
        name = _name(context.programme, engagement)
        if not engagement.session:
            yield Found(path, f"{name} is engaged for no session ({called(engagement.topic)})")
        elif not is_live(context.programme.workshop(engagement.session.partition("/")[0])):
            message = f"{name} is engaged for {engagement.session}, which does not take place"
            yield Found(f"{path}.session", message)


@rule("WC403")
def confirmed_without_brief(context: CheckContext) -> Iterator[Found]:
    """Find experts who are confirmed and were never told what for."""
    for path, engagement in engagements(context.programme):
        briefed = engagement.brief_sent is not None or _reached(engagement, frozenset({"briefed"}))
        if _reached(engagement, _FIRM) and not briefed:
            name = _name(context.programme, engagement)
            yield Found(path, f"{name} is confirmed, and no brief has been sent")


@rule("WC404")
def no_brief(context: CheckContext) -> Iterator[Found]:
    """Find experts for whom nobody has written a brief."""
    for path, engagement in _settled(context.programme):
        if not engagement.brief:
            name = _name(context.programme, engagement)
            yield Found(path, f"{name} has no brief for {called(engagement.topic)}")


@rule("WC405")
def no_questions(context: CheckContext) -> Iterator[Found]:
    """Find experts whom the group has asked nothing."""
    least = context.thresholds["questions"]
    for path, engagement in _settled(context.programme):
        if len(engagement.questions) < least:
            number = len(engagement.questions)
            asked = counted(number, "question") if number else "no question"
            name = _name(context.programme, engagement)
            yield Found(path, f"{name} has {asked} from the group on {called(engagement.topic)}")


@rule("WC406")
def no_host(context: CheckContext) -> Iterator[Found]:
    """Find experts whom nobody meets at the door."""
    for path, engagement in _settled(context.programme):
        if not engagement.host:
            yield Found(path, f"Nobody looks after {_name(context.programme, engagement)}")


@rule("WC407")
def expert_first(context: CheckContext) -> Iterator[Found]:
    """Find experts who speak before the group knows what it wants to ask."""
    for path, engagement in _settled(context.programme):
        workshop = context.programme.workshop(engagement.session.partition("/")[0])
        before: list[Session] = []
        for session in workshop.sessions():
            if f"{workshop.id}/{session.id}" == engagement.session:
                break
            before.append(session)
        if not engagement.questions and not any(_is_work(s, context.thresholds) for s in before):
            message = f"{_name(context.programme, engagement)} opens {called(workshop.title)}"
            yield Found(f"{path}.session", f"{message}, before the group has a question")


def _is_work(session: Session, thresholds: Options) -> bool:
    return session.frame == "content" and session.format not in thresholds["formats"]


@rule("WC408")
def talk_too_long(context: CheckContext) -> Iterator[Found]:
    """Find experts who are to talk longer than people listen."""
    for path, engagement in engagements(context.programme):
        talk = engagement.talk_minutes
        if talk is not None and talk > context.thresholds["minutes"]:
            message = f"{_name(context.programme, engagement)} is to talk for {talk} minutes"
            yield Found(f"{path}.talk_minutes", message)


@rule("WC409")
def no_time_for_questions(context: CheckContext) -> Iterator[Found]:
    """Find slots that are nearly all talk."""
    for path, engagement in engagements(context.programme):
        talk, questions = engagement.talk_minutes, engagement.question_minutes or 0
        if talk and questions < context.thresholds["share"] * talk:
            split = f"{talk} minutes of talk and {questions} of questions"
            yield Found(path, f"{_name(context.programme, engagement)} has {split}")


@rule("WC410")
def loose_follow_up(context: CheckContext) -> Iterator[Found]:
    """Find promises after an expert's session that nobody keeps, or not by any day."""
    for path, engagement in engagements(context.programme):
        for place, promise in numbered(engagement.follow_ups, f"{path}.follow_ups"):
            missing = [] if promise.owner else ["an owner"]
            missing += [] if promise.due else ["a date"]
            if missing and promise.done is None:
                yield Found(place, f"{called(promise.text)} has not got {' or '.join(missing)}")


@rule("WC411")
def interests_not_declared(context: CheckContext) -> Iterator[Found]:
    """Find experts under contract of whose interests nothing is said."""
    for path, engagement in engagements(context.programme):
        if _reached(engagement, _PROMISED) and not engagement.conflict_of_interest:
            name = _name(context.programme, engagement)
            yield Found(path, f"Nothing is recorded of {name}'s interests")
