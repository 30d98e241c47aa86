"""Words of a quote that could tell whose it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.evaluation.disclosure import Flag, TextScreen, identifying
from workshopcore.model.people import Person

TEAM = [
    Person(
        "Siobhán Mulcrone",
        position="Head of commissioning",
        site="Elm Court",
        service="Reablement",
        email="s.mulcrone@example.org",
    ),
    Person("Will Adeyemi-Hart"),
    Person("Bo Li"),
]


def flagged(text, **options):
    return [(flag.kind, flag.words) for flag in identifying(text, TEAM, **options).flags]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We agreed what Siobhan asked", [("name", "Siobhan")]),
        ("SIOBHÁN MULCRONE asked", [("name", "SIOBHÁN MULCRONE")]),
        ("It was Mulcrone’s idea", [("name", "Mulcrone’s")]),
        ("Then Adeyemi spoke", [("name", "Adeyemi")]),
        ("Then Will spoke, as people will", [("name", "Will")]),
        ("Then Bo Li spoke", [("name", "Bo Li")]),
        ("We all worked in a small room", []),
        ("the head of  commissioning said so", [("role", "head of  commissioning")]),
        ("write to s.mulcrone@example.org", [("contact", "s.mulcrone@example.org")]),
        ("at elm court", [("place", "elm court")]),
        ("our reablement work", [("place", "reablement")]),
    ],
)
def test_screening_knows_the_people_of_the_programme(text, expected):
    found = flagged(text)
    assert [each for each in expected if each not in found] == []
    assert len(found) >= len(expected)
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2027-03-19 it changed", [("date", "2027-03-19")]),
        ("after 19 March 2027", [("date", "19 March 2027")]),
        ("after March 3rd", [("date", "March 3rd")]),
        ("we met last Tuesday", [("date", "last Tuesday")]),
        ("we began in 2019", [("date", "in 2019")]),
        ("we may begin", []),
        ("call 0161 496 0000", [("contact", "0161 496 0000")]),
        ("speaking as a team leader I was glad", [("role", "as a team leader")]),
        ("our director listened", [("role", "our director")]),
        ("we lead by example", []),
        (
            "I was the only one",
            [("singling out", "I was the only"), ("singling out", "the only one")],
        ),
        ("after twelve years here", [("singling out", "twelve years here")]),
        ("when I joined", [("singling out", "when I joined")]),
        ("she changed her mind", [("pronoun", "she"), ("pronoun", "her")]),
        ("we moved to Rivermead House", [("place", "Rivermead House")]),
        ("we meet in English", []),
        ("we learnt to listen", []),
    ],
)
def test_screening_knows_patterns_of_english(text, expected):
    found = [(flag.kind, flag.words) for flag in identifying(text).flags]
    assert found == expected


def test_screening_takes_further_places():
    assert flagged("the annexe is cold", places=["annexe"]) == [("place", "annexe")]


def test_screening_finds_what_only_the_speaker_says():
    said = {
        "amina": ["We must eat the elephant one slice at a time", "It went well for us"],
        "tomasz": ["It went well for us, I think"],
    }
    text = "So we eat the elephant, and it went well for us"
    assert flagged(text, speaker="amina", said=said) == [("phrase", "eat the elephant")]


def test_screening_leaves_phrases_of_common_words_alone():
    said = {"amina": ["this is what we did for us"]}
    assert flagged("and this is what we did", speaker="amina", said=said) == []


def test_screening_finds_no_phrases_of_others():
    said = {"tomasz": ["eat the elephant"]}
    assert flagged("eat the elephant", speaker="amina", said=said) == []


class Shouting:
    key, title = "acme:shouting", "Words in capitals"

    def screen(self, text, people):
        start = text.find("NEVER")
        if start >= 0:
            yield Flag(start, start + 5, "shouting", "NEVER", "put it in small letters")


def test_screening_asks_other_screens():
    assert isinstance(Shouting(), TextScreen)
    assert flagged("we NEVER meet", screens=[Shouting()]) == [("shouting", "NEVER")]


def test_screening_says_what_to_do():
    (flag,) = identifying("Ask Siobhan", TEAM).flags
    assert flag.suggestion == 'say "a colleague", or leave it out'


def test_screening_never_calls_a_text_anonymous():
    found = identifying("We learnt to listen", TEAM)
    assert found.flags == ()
    assert "can recognise a voice" in found.caution
    assert "anonymous" not in found.caution


@given(st.text(max_size=200))
def test_flags_are_where_they_say(text):
    flags = identifying(text, TEAM, speaker="a", said={"a": [text]}).flags
    assert all(text[flag.start : flag.end] == flag.words for flag in flags)
    assert list(flags) == sorted(flags, key=lambda flag: flag.start)


@given(
    st.text(alphabet="ab ", max_size=40),
    st.text(alphabet="ab ", max_size=40),
    st.sampled_from(["Siobhan", "siobhán", "MULCRONE"]),
)
def test_a_name_is_found_wherever_it_stands(before, after, name):
    text = f"{before} {name} {after}"
    spans = [
        (flag.start, flag.end) for flag in identifying(text, TEAM).flags if flag.kind == "name"
    ]
    assert (len(before) + 1, len(before) + 1 + len(name)) in spans
