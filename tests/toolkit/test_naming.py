"""Names of files: safe everywhere, and the same every time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.toolkit.naming import file_stem, unused


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_stem_is_safe_whatever_it_is_made_of(words):
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", file_stem(*words))
    assert len(file_stem(*words)) <= 100


@given(st.text())
def test_stem_of_a_stem_is_itself(word):
    assert file_stem(file_stem(word)) == file_stem(word)


# "Naming files, paths and namespaces" of the Windows documentation; names with an ending, or with
# blanks at the end, mean the device as well.
DEVICES = [
    "con",
    "NUL",
    "prn",
    "Aux",
    *(f"{port}{n}" for port in ("com", "LPT") for n in range(10)),
]


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("written", ["{}", "{}.", " {} ", "{}...", "/{}", "{}:"])
def test_stem_is_no_device(device, written):
    assert file_stem(written.format(device)) == f"{device}-paper"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("CONIN$", "CONIN"),
        ("COM²", "COM"),
        ("con.html", "con-html"),
        ("..", "paper"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("~", "paper"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("café", "cafe"),
    ],
)
def test_stem_has_nothing_that_a_system_reads_something_into(name, stem):
    assert file_stem(name) == stem


@given(st.text("ab", min_size=100, max_size=104), st.text("ab", min_size=100, max_size=104))
def test_long_words_that_differ_have_stems_that_differ(one, other):
    assert (file_stem("x" * 90, one) == file_stem("x" * 90, other)) == (one == other)


def test_stem_of_a_hundred_letters_stays_as_it_is():
    assert file_stem("a" * 100) == "a" * 100
    assert re.fullmatch("a{87}-[0-9a-f]{12}", file_stem("a" * 101))


def test_stem_of_nothing_is_something():
    assert file_stem("…") == "paper"


def test_unused_keeps_the_letters_as_they_are():
    assert unused("a/Poster", {"a/poster", "a/poster-2"}) == "a/Poster-3"
    assert unused("a/Poster", set()) == "a/Poster"


def test_unused_looks_at_every_ending():
    taken = {"a/poster.html", "a/poster-2.pdf"}
    assert unused("a/Poster", taken, [".html"]) == "a/Poster-2"
    assert unused("a/Poster", taken, [".html", ".PDF"]) == "a/Poster-3"
    assert unused("a/Poster", taken, [".txt"]) == "a/Poster"


PLACES = st.lists(st.text("aA-2", min_size=1, max_size=4).map(file_stem), max_size=8)


@given(PLACES, st.sampled_from([[""], [".x", "-a.X"], [".x", ".y"]]))
def test_no_two_documents_share_a_file(places, endings):
    taken = set()
    for place in places:
        found = {f"{unused(place, taken, endings)}{ending}".lower() for ending in endings}
        assert not found & taken
        taken |= found
