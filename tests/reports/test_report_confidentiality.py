"""Which fields of a programme may be read in which document.

A programme is made whose every text and amount names the field it stands in, for all classes
that the model has. What a document shows is then compared with what it is allowed to show, so
a field that is added to the model is covered from the first day: nobody sees it until it is
listed here.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from workshopcore.model.action import Action, Update
from workshopcore.model.agenda import Break, Buffer, Lunch, Parallel, Session, Track
from workshopcore.model.brief import Objective
from workshopcore.model.evaluation import Gain, Quote
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.length import Length
from workshopcore.model.lifecycle import Event
from workshopcore.model.money import Money
from workshopcore.model.options import Options
from workshopcore.model.people import Person
from workshopcore.model.programme import Closure, Programme
from workshopcore.model.shape import FieldShape, shape
from workshopcore.model.workshop import Venue, Workshop
from workshopcore.reports import built_in_reports

CLOSE = date(2027, 12, 15)
# These are about what is still to come: a workshop, or the whole programme.
BEFORE = {"personal-joining-instructions": date(2027, 3, 1), "proposal": date(2026, 12, 31)}

# What everything refers to: one of each kind.
POOL = {
    "person": "participant",
    "owner": "participant",
    "workshop": "workshop",
    "session": "workshop/session",
    "own-session": "session",
    "origin": "workshop/session",
    "room": "room",
    "engagement": "engagement",
    "wave": "wave",
}
# Texts that the model understands, and so cannot be just any words.
UNDERSTOOD: dict[tuple[str, str], Any] = {
    ("Programme", "time_zone"): "Europe/London",
    ("Programme", "language"): "en-GB",
    ("Workshop", "time_zone"): "",
    ("Event", "status"): "",
    ("AnswerFile", "path"): "answers/close.csv",
    ("AnswerFile", "sha256"): "0" * 64,
    ("Attachment", "sha256"): "0" * 64,
    ("Instrument", "frozen_as"): "0" * 64,
    ("Instrument", "replaces"): "",
    ("Money", "currency"): "GBP",
    ("Objective", "replaces"): "",
    ("Decision", "superseded_by"): "",
    ("Person", "successor"): "",
    ("Workshop", "invited"): (),
    ("Workshop", "facilitators"): ("facilitator",),
    ("Attendance", "substitute"): "observer",
    ("Group", "host"): "observer",
    ("Facilitator", "person"): "facilitator",
    ("Organisation", "sponsor"): "sponsor",
    ("ExpertEngagement", "expert"): "expert",
}
AMOUNTS: dict[str, str] = {}


def of_each(cls: type, label: str = "", **given: Any) -> Any:
    """Return an entity whose every text says which field it stands in."""
    name = label or cls.__name__
    values = {
        field.name: given[field.name] if field.name in given else _content(cls, name, field)
        for field in shape(cls)
    }
    return cls(**{field: value for field, value in values.items() if value is not None})


def _content(cls: type, label: str, field: FieldShape) -> Any:
    if (cls.__name__, field.name) in UNDERSTOOD:
        return UNDERSTOOD[cls.__name__, field.name]
    if field.name == "id":
        return cls.__name__.lower()
    if field.name == "events":
        return ()
    if field.required and field.type is date:
        return date(2027, 3, 1)
    if field.to:
        name = POOL.get(field.to, field.to.replace("-", "").replace(" ", ""))
        return (name,) if field.many else name
    if field.many:
        return tuple(of_each(kind) for kind in field.children) or (f"«{label}.{field.name}»",)
    return _single(label, field)


def _single(label: str, field: FieldShape) -> Any:
    if field.type is str:
        return f"«{label}.{field.name}»"
    if field.type is Options:
        return {"note": f"«{label}.{field.name}»"}
    if Money in field.children or "Decimal" in str(field.type):
        number = str(90_000 + len(AMOUNTS))
        AMOUNTS[number] = f"{label}.{field.name}"
        return Money(number, "GBP") if field.children else Decimal(number)
    if field.children and Length not in field.children:
        return of_each(field.children[0])
    return None


def moves(*states: str) -> list[Any]:
    """Return a history whose notes are marked too."""
    return [of_each(Event, on=date(2027, 1, 1), status=state) for state in states]


def session(id: str, label: str) -> Session:
    return of_each(Session, label, id=id, minutes=(20, 30, 40), start=None, window=None)


def pause(kind: type, id: str) -> Any:
    return of_each(kind, id=id, start=None, window=None)


def marked_programme() -> Programme:
    tracks = [
        of_each(Track, id=f"track-{n}", agenda=[session(f"in-track-{n}", "Session")])
        for n in (1, 2)
    ]
    agenda = [
        session("session", "Session"),
        pause(Break, "break"),
        of_each(Parallel, id="parallel", tracks=tracks),
        pause(Lunch, "lunch"),
        pause(Buffer, "buffer"),
    ]
    days = {
        "workshop": ("2027-03-01T09:00", "2027-03-01T16:00"),
        "next": ("2027-05-01T09:00", "2027-05-01T16:00"),
    }
    workshops = [
        of_each(
            Workshop,
            id=name,
            start=start,
            end=end,
            venue=of_each(Venue),
            agenda=agenda,
            events=moves("confirmed"),
        )
        for name, (start, end) in days.items()
    ]
    roles = ("participant", "facilitator", "expert", "sponsor", "observer")
    return of_each(
        Programme,
        people=[of_each(Person, f"Person({role})", id=role, role=role) for role in roles],
        objectives=[of_each(Objective, indicator="«Objective.indicator»")],
        workshops=workshops,
        experts=[of_each(ExpertEngagement, id="engagement", events=moves("approached", "agreed"))],
        events=moves("proposed", "contracted", "active", "closing"),
        actions=[
            of_each(Action),
            of_each(Action, id="second", reviews=[], updates=[of_each(Update, evidence=[])]),
        ],
        gains=[of_each(Gain, said_by=["participant"])],
        quotes=[
            of_each(
                Quote,
                id=about,
                about=about,
                scope="public",
                events=moves("requested", "consented", "approved"),
            )
            for about in ("programme", "facilitator", "expert")
        ],
        closures=[of_each(Closure, start=date(2027, 8, 1))],
    )


# What each document may show, by class: nothing else, and each of these at least once.
SHOWN: dict[str, dict[str, str]] = {
    "proposal": {
        "Programme": "title purpose situation approach assumptions budget",
        "Organisation": "name confidentiality",
        "Driver": "statement category evidence",
        "Objective": "statement indicator unit baseline target",
        "Phase": "title purpose",
        "Workshop": "title purpose",
        "Venue": "name",
        "Room": "name layout",
        "ExpertEngagement": "topic fee expenses_cap cancellation",
        "Facilitator": "day_rate competencies",
        "Wave": "title",
        "Instrument": "title",
        "Question": "construct",
        "Person(participant)": "name",
        "Person(facilitator)": "name position",
        "Person(sponsor)": "name position",
    },
    "overview": {
        "Programme": "title purpose",
        "Organisation": "name",
        "Objective": "statement indicator unit baseline target",
        "Phase": "title",
        "Workshop": "title purpose",
        "Venue": "name",
        "ExpertEngagement": "topic",
        "GroundRule": "text",
        "Person(participant)": "name",
        "Person(facilitator)": "name",
        "Person(expert)": "name position",
        "Person(sponsor)": "name position",
    },
    "run-sheet": {
        "Programme": "title",
        "Objective": "statement",
        "Phase": "title",
        "Workshop": "title purpose outputs pre_work",
        "Venue": "name address travel access",
        "Room": "name layout",
        "Session": "title format purpose outputs plan_b notes",
        "Track": "title",
        "Break": "title",
        "Lunch": "title",
        "Buffer": "title",
        "Material": "item note",
        "Group": "name",
        "Actual": "note",
        "ExpertEngagement": "topic arrival kit recording sensitivities",
        "ExpertQuestion": "text",
        "Person(participant)": "name position access_needs",
        "Person(facilitator)": "name position access_needs",
        "Person(expert)": "name position access_needs",
        "Person(observer)": "name position access_needs",
    },
    "participant-agenda": {
        "Programme": "title",
        "Workshop": "title purpose outputs pre_work",
        "Venue": "name address travel access",
        "Room": "name",
        "Session": "title",
        "Track": "title",
        "Break": "title",
        "Lunch": "title",
        "Person(facilitator)": "name position",
        "Person(expert)": "name position",
    },
    "joining-instructions": {
        "Programme": "title",
        "Workshop": "title purpose outputs pre_work",
        "Venue": "name address travel access",
        "Action": "statement evidence_required",
        "Person(participant)": "name",
        "Person(facilitator)": "name position email",
    },
    "personal-joining-instructions": {
        "Programme": "title",
        "Workshop": "title purpose outputs pre_work",
        "Venue": "name address travel access",
        "Action": "statement evidence_required",
        "Person(participant)": "name",
        "Person(facilitator)": "name position email",
    },
    "session-materials": {
        "Programme": "title",
        "Workshop": "title purpose outputs",
        "Room": "name",
        "Session": "title",
        "Track": "title",
        "Material": "item note",  # on the first page, which is for facilitators alone
    },
    "group-lists": {
        "Programme": "title",
        "Workshop": "title",
        "Session": "title",
        "Group": "name",
        "Person(participant)": "name",
        "Person(observer)": "name",
    },
    "who-met-whom": {
        "Programme": "title",
        "Person(participant)": "name",
        "Person(observer)": "name",
    },
    "expert-brief": {
        "Programme": "title purpose",
        "Organisation": "name",
        "Objective": "statement",
        "Workshop": "title purpose",
        "Venue": "name address travel access",
        "Break": "title",
        "ExpertEngagement": "topic brief audience prior_knowledge sensitivities kit arrival"
        " recording fee expenses_cap cancellation conflict_of_interest",
        "ExpertQuestion": "text",
        "FollowUp": "text",
        "Person(participant)": "name email",  # the host's
        "Person(facilitator)": "name email",
        "Person(expert)": "name position",
    },
    "expert-questions": {
        "Programme": "title",
        "Workshop": "title",
        "ExpertEngagement": "topic",
        "Person(participant)": "name",  # the host's
        "Person(expert)": "name position",
    },
    "expert-thanks": {
        "Programme": "title",
        "Workshop": "title",
        "ExpertEngagement": "topic invoice",
        "ExpertQuestion": "text answer",
        "FollowUp": "text",
        "Person(participant)": "name",  # the host's, and whoever made a promise
        "Person(facilitator)": "name",
        "Person(expert)": "name",
    },
    "action-plan": {
        "Programme": "title",
        "Objective": "statement",
        "Action": "statement effort evidence_required",
        "Update": "note",
        "Review": "note",
        "Evidence": "title",
        "Person(participant)": "name position",
    },
    "action-review": {
        "Programme": "title",
        "Workshop": "title",
        "Action": "statement",
        "Update": "note",
        "Review": "note",
        "Person(participant)": "name",
    },
    "progress": {
        "Programme": "title",
        "Objective": "statement",
        "Workshop": "title",
    },
    "reminders": {
        "Programme": "title",
        "Action": "statement evidence_required",
        "Person(participant)": "name",
    },
    "workshop-record": {
        "Programme": "title",
        "Objective": "statement",
        "Workshop": "title purpose pre_work",
        "Venue": "name address",
        "Session": "title",
        "Capture": "text label",
        "Attachment": "path caption",
        "Decision": "statement rationale dissent authority",
        "Action": "statement evidence_required",
        "Review": "note",
        "ParkedIssue": "statement",
        "GroundRule": "text",
        "ExpertEngagement": "topic",
        "ExpertQuestion": "text answer",
        "FollowUp": "text",
        "Person(participant)": "name position",
        "Person(facilitator)": "name position",
        "Person(expert)": "name position",
        "Person(observer)": "name position",
    },
    "certificates": {
        "Programme": "title",
        "Organisation": "name",
        "Workshop": "title",
        "Person(participant)": "name position",
        "Person(facilitator)": "name",
    },
    "evaluation-form": {
        "Programme": "title",
        "Wave": "title",
        "Instrument": "title introduction",
        "Question": "text guidance not_applicable section",
    },
    "evaluation-report": {
        "Action": "statement",
        "Decision": "statement",
        "Driver": "statement",
        "Evidence": "title",
        "Gain": "rivals statement",
        "Instrument": "title",
        "Objective": "baseline indicator statement target unit",
        "Programme": "approach next_steps obstacles title",
        "Question": "construct text",
        "Quote": "approved",
        "Wave": "title",
        "Workshop": "title",
    },
    "case-study": {
        "Programme": "title purpose situation approach obstacles next_steps",
        "Organisation": "name",
        "Driver": "statement",
        "Objective": "statement",
        "Phase": "title purpose",
        "ExpertEngagement": "topic",
        "Gain": "statement rivals",
        "Quote": "approved",
    },
    # About the participant alone: for the house to read, and to hand over to them.
    "personal-data": {
        "Action": "effort evidence_required known_as statement",
        "Attendance": "note",
        "ExpertEngagement": "topic",
        "ExpertQuestion": "answer text wordings",
        "FollowUp": "text",
        "Gain": "rivals statement",
        "Group": "name",
        "ParkedIssue": "statement",
        "Person(participant)": "access_needs band email name position service site weight",
        "Programme": "title",
        "Quote": "approved verbatim",
        "Session": "title",
        "Update": "note",
        "Wave": "title",
    },
}


@pytest.fixture(scope="module")
def marked() -> Programme:
    return marked_programme()


@pytest.mark.parametrize("key", SHOWN)
def test_report_shows_the_fields_it_may_show_and_no_others(key, marked, build, reading):
    workshop = "next" if key == "action-review" else "workshop"
    about = {"workshop": workshop, "engagement": "engagement", "person": "participant"}
    about["wave"] = "wave"
    if key == "expert-thanks":
        states = moves("approached", "agreed", "confirmed", "delivered")
        held = attrs.evolve(marked.experts[0], events=states, invoiced=date(2027, 3, 9))
        marked = attrs.evolve(marked, experts=[held])
    as_of = BEFORE.get(key, CLOSE)
    report = build(marked, key, as_of=as_of, **about)
    words = reading.words(report)
    found = set(re.findall("«([^»]+)»", words))
    # Thousands are parted by commas.
    plain = words.replace(",", "")
    found |= {field for amount, field in AMOUNTS.items() if amount in plain}
    allowed = {f"{c}.{field}" for c, fields in SHOWN[key].items() for field in fields.split()}
    assert sorted(found) == sorted(allowed)


def test_every_report_has_a_list_of_what_it_may_show():
    assert sorted(SHOWN) == sorted(kind.key for kind in built_in_reports())


def test_marked_programme_has_every_class_of_the_model(marked):
    assert sorted(c.__name__ for c in _classes(Programme)) == sorted(
        {type(entity).__name__ for entity in _entities(marked)}
    )


def _classes(cls: type, seen: set[type] | None = None) -> set[type]:
    """Return every class of entity that a programme may hold."""
    seen = {cls} if seen is None else seen
    for field in shape(cls):
        for child in field.children:
            if child not in seen:
                seen.add(child)
                _classes(child, seen)
    return seen


def _entities(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for item in value:
            yield from _entities(item)
    elif attrs.has(type(value)):
        yield value
        for field in shape(type(value)):
            yield from _entities(getattr(value, field.name))


def test_certificate_says_nothing_of_anybody_else(year, build, reading):
    pages = build(year, "certificates", as_of="2027-12-15").blocks
    names = {person.name for person in year.people if person.role != "facilitator"}
    for page in pages[::2]:
        words = reading.words(page)
        assert {name for name in names if name in words} == {page.title}


def test_participant_agenda_shows_neither_lengths_nor_priorities(year, build, reading):
    words = reading.words(build(year, "participant-agenda", workshop="first"))
    assert re.findall(r"minute|should|could|Buffer|(?<!:)\b\d+–\d+\b(?!:)", words) == []


def test_expert_brief_gives_no_address_but_that_of_host_and_facilitators(year, build, reading):
    words = reading.words(build(year, "expert-brief", engagement="assessors"))
    assert re.findall(r"\S+@\S+", words) == ["(sam@example.org)"]
