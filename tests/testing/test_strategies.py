"""What the strategies promise to plugin authors: legal, complete and unkind."""

from contextlib import suppress
from datetime import timedelta

import attrs
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from workshopcore.model.agenda import Parallel
from workshopcore.model.identifiers import identifier
from workshopcore.model.length import Length
from workshopcore.model.programme import Programme
from workshopcore.model.shape import shape
from workshopcore.testing import strategies

# Looks until it is found: how soon that is changes with whatever modules are loaded.
SEARCH = settings(
    max_examples=3000,
    database=None,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@given(strategies.programmes())
def test_programmes_are_programmes(programme):
    assert programme == attrs.evolve(programme)


@given(strategies.programmes(people=2, workshops=1, most=1))
def test_programmes_keep_to_the_numbers_asked_for(programme):
    assert len(programme.people) >= 2
    assert 1 <= len(programme.workshops) <= 2


@given(strategies.identifiers())
def test_identifiers_are_identifiers(name):
    assert identifier(name) == name


@given(strategies.titles())
def test_titles_say_something(title):
    assert title.strip()


@given(strategies.texts())
def test_texts_can_be_written_to_a_file(text):
    assert text.encode().decode() == text


@given(strategies.lengths())
def test_lengths_are_in_order(length):
    assert isinstance(length, Length)


@given(strategies.agendas())
def test_agendas_stand_alone(agenda):
    assert all(item.id for item in agenda)


UNKIND = {
    "time that comes twice": lambda p: any(w.start.tzinfo for w in p.workshops),
    "overnight": lambda p: any(w.start.date() != w.end.date() for w in p.workshops),
    "tracks within tracks": lambda p: any(
        isinstance(inner, Parallel)
        for w in p.workshops
        for item in w.agenda
        if isinstance(item, Parallel)
        for track in item.tracks
        for inner in track.agenda
    ),
    "updates and reviews": lambda p: any(a.updates and a.reviews for a in p.actions),
    "line ends": lambda p: any("\n" in person.name for person in p.people),
    "markup": lambda p: "<script>" in repr(p),
    "history": lambda p: any(len(w.events) > 1 for w in p.workshops),
    "lists in options": lambda p: any(
        isinstance(value, tuple)
        for w in p.workshops
        for options in (p.details, p.policy, *(s.options for s in w.sessions()))
        for value in options.values()
    ),
    "expert at a session": lambda p: any(e.session for e in p.experts),
    "traced gain": lambda p: any(gain.evidence and gain.actions for gain in p.gains),
}


def test_programmes_come_with_everything_unkind():
    missing = dict(UNKIND)

    def is_all(programme):
        for name in [name for name, condition in missing.items() if condition(programme)]:
            del missing[name]
        return not missing

    with suppress(NoSuchExample):
        find(strategies.programmes(), is_all, settings=SEARCH)
    assert [*missing] == []


def entities(cls, seen=frozenset()):
    yield cls
    for field in shape(cls):
        for child in field.children:
            if child not in seen and child is not cls:
                yield from entities(child, seen | {cls})


def held_by(value):
    yield value
    for field in shape(type(value)):
        held = getattr(value, field.name)
        for child in held if field.many else [held]:
            if attrs.has(type(child)):
                yield from held_by(child)


FEW = 16
"""So many optional fields, of more than 300, would take thousands of programmes to be seen."""


def test_programmes_give_nearly_every_optional_field_of_every_entity():
    wanted = {
        (cls.__name__, field.name)
        for cls in entities(Programme)
        for field in shape(cls)
        if not field.required
    }
    given_by = set()

    def is_enough(programme):
        given_by.update(
            (type(entity).__name__, field.name)
            for entity in held_by(programme)
            for field in shape(type(entity))
            if not field.required and getattr(entity, field.name) != field.default
        )
        return len(wanted - given_by) <= FEW

    with suppress(NoSuchExample):
        find(strategies.programmes(), is_enough, settings=SEARCH)
    assert given_by <= wanted
    assert len(wanted - given_by) <= FEW


@given(st.data())
def test_moments_of_a_workshop_are_within_it(data):
    programme = data.draw(strategies.programmes(workshops=1))
    workshop = programme.in_order[0]
    assert programme.ends(workshop) - programme.starts(workshop) > timedelta(0)
