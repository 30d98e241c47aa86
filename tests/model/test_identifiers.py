import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.model.identifiers import (
    MadeIdentifier,
    identifier,
    identifier_from,
    unrepeated,
)

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@given(st.text())
def test_identifier_made_from_any_title_is_a_valid_one(title):
    made = identifier_from(title)
    assert KEBAB.fullmatch(made)
    assert identifier(made) == made


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Where are we now?", "where-are-we-now"),
        ("Zoë's café", "zoes-cafe"),
        ("日本", "item"),
        ("---", "item"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word"),
        ("x" * 100, "x" * 48),
    ],
)
def test_identifier_from_title(title, expected):
    assert identifier_from(title) == expected


def test_identifier_from_title_is_marked_as_made():
    assert type(identifier_from("A title")) is MadeIdentifier


@pytest.mark.parametrize("wrong", ["", "A", "a b", "-a", "a-", "a--b", "a_b", "x" * 65, 3, None])
def test_identifier_refuses(wrong):
    with pytest.raises(InvalidValueError):
        identifier(wrong)


def test_identifier_refusal_suggests_one():
    with pytest.raises(InvalidValueError, match="Write 'head-of-service'"):
        identifier("Head of Service")


@given(st.sets(st.sampled_from(["a", "a-2", "a-3", "a-4", "b"])))
def test_unrepeated_is_never_taken_and_keeps_a_free_name(taken):
    found = unrepeated("a", taken)
    assert found not in taken
    assert found == "a" or "a" in taken


def test_unrepeated_accepts_any_iterable():
    assert unrepeated("a", ["a", "a-2"]) == "a-3"
