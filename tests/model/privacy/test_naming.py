"""Whom a text means: what is sure, what somebody has to look at, and what means nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.model.people import Person
from workshopcore.model.privacy.naming import Names, folded

AMINA = Person("Amina Yusuf", email="a.yusuf@harbour.example")
OTHERS = [Person("Tomasz Nowak", site="Harbour House"), Person("Grace Amina-Cole")]


def called(text, person=AMINA, others=OTHERS, also=()):
    found = Names(person, [person, *others], also).in_text(text)
    return [(text[one.start : one.end], one.sure) for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Amina Yusuf will ask", "Amina Yusuf"),
        ("ask AMINA  YUSUF", "AMINA  YUSUF"),
        ("Amina\nYusuf", "Amina\nYusuf"),
        ("write to A.Yusuf@Harbour.example", "A.Yusuf@Harbour.example"),
        ("Yusuf, Amina", "Yusuf, Amina"),
        ("A. Yusuf said so", "A. Yusuf"),
        ("Yusuf's team", "Yusuf"),
        ("(A.Y.)", "A.Y."),
        ("amina-yusuf", "amina-yusuf"),
    ],
)
def test_what_only_one_person_is_called_is_sure(text, words):
    assert called(text) == [(words, True)]


@given(
    st.lists(
        st.sampled_from(["Amina", "Yusuf", "a", "y", "A.", "Y.", "e\u0301", "u\u0301suf", "-", "."])
        | st.sampled_from([" ", ", ", "\u0301", "harbour.example", "a.yusuf@", "amina-yusuf"]),
        max_size=8,
    ).map("".join)
)
def test_what_a_text_has_to_have_hides_no_name(text):
    names = Names(AMINA, [AMINA, *OTHERS])
    found = names.in_text(text)
    names._terms = [term._replace(needle="") for term in names._terms]
    assert names.in_text(text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [("Amina will ask", "Amina"), ("(AY)", "AY")],
)
def test_what_somebody_else_may_be_called_is_not_sure(text, words):
    assert called(text) == [(words, False)]


@pytest.mark.parametrize(
    "text",
    ["Aminata asks", "Yusufs", "ay, there is the rub", "Grace Amina-Cole asks", "yu suf", ""],
)
def test_other_words_mean_nobody(text):
    assert called(text) == []


def test_accents_make_no_difference_however_they_are_written():
    one = Person("Siobhán Ní Dhálaigh")
    for text in ("siobhan ni dhalaigh", "Siobha\u0301n Ni\u0301 Dha\u0301laigh"):
        assert called(text, one, []) == [(text, True)]


def test_everyday_word_with_a_capital_is_not_sure():
    grace = Person("Grace Okonjo")
    assert called("By the grace of Grace and Okonjo", grace, []) == [
        ("Grace", False),
        ("Okonjo", True),
    ]


def test_words_of_a_post_are_looked_for_together_only():
    post = Person("Head of service")
    assert called("The head of service; a Head; service", post, []) == [("head of service", True)]


def test_title_is_no_name():
    doctor = Person("Dr Anneke Strand")
    assert called("Dr Patel, Anneke Strand and A. Strand", doctor, []) == [
        ("Anneke Strand", True),
        ("A. Strand", True),
    ]


def test_first_name_with_an_initial_is_one_name():
    assert called("Amina Y. and Olu", AMINA, []) == [("Amina Y.", True)]


def test_two_people_of_one_name_are_never_sure():
    assert called("Amina Yusuf", AMINA, [Person("Amina Yusuf", id="the-other")]) == [
        ("Amina Yusuf", False)
    ]


def test_initials_of_two_people_are_never_sure():
    assert called("A.Y.", AMINA, [Person("Ade Young")]) == [("A.Y.", False)]


def test_somebody_whose_name_holds_another_is_left_alone():
    assert called("Amina Yusuf Khan came", AMINA, [Person("Amina Yusuf Khan")]) == []


def test_short_names_are_not_sure_and_words_that_are_given_are():
    li = Person("Li")
    assert called("Li asked; li", li, []) == [("Li", False)]
    assert called("Li asked; li", li, [], also=["Li"]) == [("Li", True)]


def test_script_without_spaces_is_read_too():
    assert called("昨日李小龙说了", Person("李小龙"), []) == [("李小龙", True)]


@pytest.mark.parametrize(("id", "sure"), [("r2d2", True), ("lead", False)])
def test_identifier_of_one_word_is_sure_if_it_is_no_word(id, sure):
    assert called(f"as {id} said", Person("Amina Yusuf", id=id), []) == [(id, sure)]


def test_folding_keeps_every_character_in_its_place():
    text = "İßﬁÉ ﷽x"
    assert len(folded(text)) == len(text)
