"""Names of files: safe everywhere, and the same every time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.toolkit.naming import file_stem, unused


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_stem_is_safe_whatever_it_is_made_of(words):
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", file_stem(*words))
    assert len(file_stem(*words)) <= 106


@given(st.text())
def test_stem_of_a_stem_is_itself(word):
    assert file_stem(file_stem(word)) == file_stem(word)


@pytest.mark.parametrize("device", ["con", "NUL", "com1", "Aux"])
def test_stem_is_no_device(device):
    assert file_stem(device) == f"{device}-paper"


def test_stem_of_nothing_is_something():
    assert file_stem("…") == "paper"


def test_unused_keeps_the_letters_as_they_are():
    assert unused("a/Poster", {"a/poster", "a/poster-2"}) == "a/Poster-3"
    assert unused("a/Poster", set()) == "a/Poster"
