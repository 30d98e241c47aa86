"""What entries and their fields are called: everything that can be told has a word."""

from typing import Literal, get_args, get_origin

import pytest

import workshopcore as wc
from workshopcore.model.money import Money
from workshopcore.model.privacy.vocabulary import vocabulary
from workshopcore.model.shape import shape

VALUES = (wc.Length, Money)


def entities(cls=wc.Programme, found=None):
    found = [] if found is None else found
    if cls not in found and cls not in VALUES:
        found.append(cls)
        for field in shape(cls):
            for child in field.children:
                entities(child, found)
    return found


def people(cls):
    return [field.name for field in shape(cls) if field.to in ("person", "owner")]


REFERRING = [cls for cls in entities() if people(cls)]
WORDS = vocabulary()


def written(name):
    """Return a name of the model as words: ``ExpertQuestion`` as "expert question"."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


@pytest.mark.parametrize("cls", entities(), ids=lambda cls: cls.__name__)
def test_entries_are_called_as_in_the_model(cls):
    assert WORDS.entry(cls.__name__) == written(cls.__name__)


@pytest.mark.parametrize("cls", REFERRING, ids=lambda cls: cls.__name__)
def test_everybody_has_a_part_in_what_refers_to_them(cls):
    known = vocabulary()._parts
    assert [known.get(name) for name in people(cls)] == [n.replace("_", " ") for n in people(cls)]


def told(cls):
    """Return the fields that are told of an entry: its own plain values."""
    for field in shape(cls):
        held = [child for child in field.children if child is not Money]
        if not field.to and not held and field.name != "id":
            yield field.name


# Of what refers to somebody in passing only the title is told.
IN_PASSING = {"Organisation", "Session", "Wave", "Workshop"}


@pytest.mark.parametrize(
    "cls", [c for c in REFERRING if c.__name__ not in IN_PASSING], ids=lambda cls: cls.__name__
)
def test_every_field_that_is_told_has_a_word(cls):
    known = vocabulary()._fields
    missing = [n for n in told(cls) if n not in known and f"{cls.__name__}.{n}" not in known]
    assert missing == []


def choices(hint):
    for part in (hint, *get_args(hint)):
        if get_origin(part) is Literal:
            yield from get_args(part)


@pytest.mark.parametrize(
    "cls", [c for c in REFERRING if c.__name__ not in IN_PASSING], ids=lambda cls: cls.__name__
)
def test_every_choice_that_is_told_has_a_word(cls):
    known = vocabulary()._values
    fields = {field.name: set(choices(field.type)) for field in shape(cls)}
    for name, expected in fields.items():
        if expected:
            assert set(known.get(f"{cls.__name__}.{name}", ())) == expected


def test_what_nobody_has_a_word_for_is_called_as_in_files():
    assert WORDS.label("Action", "of_its_own") == "of its own"
    assert (WORDS.entry("Thing"), WORDS.part("keeper_of")) == ("Thing", "keeper of")
    assert WORDS.value("Action", "statement", "Print the form") == "Print the form"
