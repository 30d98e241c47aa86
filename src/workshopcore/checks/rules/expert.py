"""Rules about the external expert."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.checks.places import engagements, name_of, numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import END, is_live, last_recorded_day, live_workshops
from workshopcore.checks.wording import called, counted, one_line
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.agenda import Session
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore.model.shortlist import shortlist
from workshopcore.model.visit import holds_arrival

_FIRM = frozenset({"confirmed", "delivered", "followed-up", "paid"})
_PROMISED = frozenset({"contracted", "briefed", *_FIRM})


def _name(programme: Programme, engagement: ExpertEngagement) -> str:
    return name_of(programme, engagement.expert)


def _settled(programme: Programme) -> Iterator[tuple[str, ExpertEngagement]]:
    """Yield the engagements that have a slot: from then on the expert needs to know more.

    Of a shortlist that is whoever is to come as things stand; the others need nothing yet.
    """
    for path, engagement in engagements(programme):
        name = engagement.session
        if name and engagement in shortlist(programme, name, END).in_play:
            yield path, engagement


def _session(programme: Programme, engagement: ExpertEngagement) -> Session | None:
    """Return the session of an engagement, ``None`` for a whole track or nothing."""
    workshop, _, name = engagement.session.partition("/")
    sessions = programme.workshop(workshop).sessions() if workshop else ()
    return next((session for session in sessions if session.id == name), None)


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
        if engagement.questions or any(
            _is_work(session, context.thresholds)
            for session in _before(context.programme, engagement)
        ):
            continue
        workshop = context.programme.workshop(engagement.session.partition("/")[0])
        message = f"{_name(context.programme, engagement)} opens {called(workshop.title)}"
        yield Found(f"{path}.session", f"{message}, before the group has a question")


def _before(programme: Programme, engagement: ExpertEngagement) -> Iterator[Session]:
    """Yield what the group does before an expert's session: that day, or earlier for its aims."""
    workshop = programme.workshop(engagement.session.partition("/")[0])
    aims: set[str] = set()
    for session in workshop.sessions():
        if f"{workshop.id}/{session.id}" == engagement.session:
            aims.update(session.aims)
            break
        yield session
    for earlier in live_workshops(programme):
        if programme.starts(earlier) < programme.starts(workshop):
            yield from (session for session in earlier.sessions() if aims & set(session.aims))


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
    """Find slots that are nearly all talk, and confirmed experts for whom no time is kept."""
    for path, engagement in engagements(context.programme):
        talk, questions = engagement.talk_minutes, engagement.question_minutes
        name = _name(context.programme, engagement)
        if talk and (questions or 0) < context.thresholds["share"] * talk:
            split = f"{talk} minutes of talk and {questions or 0} of questions"
            yield Found(path, f"{name} has {split}")
        elif not questions and _reached(engagement, _FIRM):
            session = _session(context.programme, engagement)
            if session is None or session.format not in context.thresholds["formats"]:
                yield Found(path, f"{name} is confirmed, and no time for questions is planned")


@rule("WC410")
def loose_follow_up(context: CheckContext) -> Iterator[Found]:
    """Find promises after an expert's session that nobody keeps, or not by any day."""
    for path, engagement in engagements(context.programme):
        for place, promise in numbered(engagement.follow_ups, f"{path}.follow_ups"):
            missing = [] if promise.owner else ["an owner"]
            missing += [] if promise.due else ["a date"]
            if missing and promise.done is None and not promise.action:
                yield Found(place, f"{called(promise.text)} has not got {' or '.join(missing)}")


@rule("WC411")
def interests_not_declared(context: CheckContext) -> Iterator[Found]:
    """Find experts under contract of whose interests nothing is said."""
    for path, engagement in engagements(context.programme):
        if _reached(engagement, _PROMISED) and engagement.interests == "not-asked":
            name = _name(context.programme, engagement)
            yield Found(path, f"Nothing is recorded of {name}'s interests")


@rule("WC412")
def arrival_not_held(context: CheckContext) -> Iterator[Found]:
    """Find sessions that may start while their expert is not there."""
    for path, engagement in _settled(context.programme):
        session = _session(context.programme, engagement)
        if engagement.arrives is None or session is None:
            continue
        if not holds_arrival(session, engagement.arrives):
            between = " and ".join(f"{edge:%H:%M}" for edge in engagement.arrives)
            name = _name(context.programme, engagement)
            held = f"nothing keeps {called(session.name)} to that"
            yield Found(f"{path}.arrives", f"{name} can start between {between}, and {held}")


@rule("WC413")
def two_agreed(context: CheckContext) -> Iterator[Found]:
    """Find sessions for which more than one expert has agreed to come."""
    for path, engagement in engagements(context.programme):
        name = engagement.session
        listed = shortlist(context.programme, name, END) if name else None
        agreed = listed.agreed if listed and not listed.several else ()
        if engagement in agreed[1:]:
            people = [_name(context.programme, one) for one in (agreed[0], engagement)]
            yield Found(f"{path}.session", f"Both {people[0]} and {people[1]} agreed to {name}")


@rule("WC414")
def not_thanked(context: CheckContext) -> Iterator[Found]:
    """Find experts who came and were not written to."""
    for path, engagement, days in _since(context):
        if engagement.thanked is None and not _reached(engagement, frozenset({"followed-up"})):
            name = _name(context.programme, engagement)
            yield Found(path, f"{name} came {counted(days, 'day')} ago, and no thanks are recorded")


@rule("WC415")
def not_paid(context: CheckContext) -> Iterator[Found]:
    """Find experts who came and wait for their money."""
    for path, engagement, days in _since(context):
        owed = engagement.invoice or engagement.owed
        if owed is not None and owed.amount > 0 and not _reached(engagement, frozenset({"paid"})):
            waits = "is not paid" if engagement.invoiced else "has sent no invoice yet"
            name = _name(context.programme, engagement)
            yield Found(path, f"{name} came {counted(days, 'day')} ago and {waits}")


def _since(context: CheckContext) -> Iterator[tuple[str, ExpertEngagement, int]]:
    """Yield the engagements that are longer past than they may be, and how many days."""
    known = last_recorded_day(context.programme)
    for path, engagement in engagements(context.programme):
        held = engagement.reached("delivered", END)
        days = (known - held).days if known and held else 0
        if days > context.thresholds["days"]:
            yield path, engagement, days


@rule("WC416")
def invoice_above_terms(context: CheckContext) -> Iterator[Found]:
    """Find invoices for more than was agreed, or in another currency."""
    for path, engagement in engagements(context.programme):
        owed, invoice = engagement.owed, engagement.invoice
        if owed is None or invoice is None:
            continue
        if owed.currency != invoice.currency or invoice.amount > owed.amount:
            message = (
                f"{_name(context.programme, engagement)} asks for {invoice}, {owed} was agreed"
            )
            yield Found(f"{path}.invoice", message)
