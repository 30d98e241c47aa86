import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.files.notes.names import chosen

PEOPLE = {
    "amina-yusuf": "Amina Yusuf",
    "siobhan": "Siobhán Mulcrone",
    "mei-chen": "Mei Chen",
    "mei-tanaka": "Mei Tanaka",
    "amina": "Rosa Amina Lind",
    "wang": "王芳",
}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("amina-yusuf", "amina-yusuf"),
        (" siobhan ", "siobhan"),
        ("amina", "amina"),
        ("Amina Yusuf", "amina-yusuf"),
        ("AMINA  yusuf", "amina-yusuf"),
        ("Siobhan Mulcrone", "siobhan"),
        ("mulcrone", "siobhan"),
        ("Chen", "mei-chen"),
        ("Lind Rosa", "amina"),
        ("王芳", "wang"),
    ],
)
def test_name_is_found_by_identifier_by_name_and_by_part_of_it(word, expected):
    assert chosen("a person", word, PEOPLE) == expected


def test_name_that_begins_one_comes_before_a_name_that_has_the_word():
    known = {"a": "Mei Chen", "b": "Chen Mei Lin"}
    assert chosen("a person", "mei", known) == "a"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("Mei", "Several are called that: write 'mei-chen' or 'mei-tanaka'"),
        ("Amina Yusof", "Did you mean 'Amina Yusuf'?"),
        ("Tanakka", "Did you mean 'Mei Tanaka'?"),
        ("siobhann", "Did you mean 'Siobhán Mulcrone'?"),
    ],
)
def test_name_that_is_none_is_refused_with_the_nearest(word, hint):
    with pytest.raises(InvalidValueError) as caught:
        chosen("a person", word, PEOPLE)
    assert (caught.value.expected, caught.value.hint) == ("the name of a person", hint)
    assert caught.value.code == "WC006"


@pytest.mark.parametrize("word", ["", "  ", "xyz"])
def test_name_that_is_like_no_other_is_refused_with_all_there_are(word):
    with pytest.raises(InvalidValueError) as caught:
        chosen("a person", word, {"a": "Amina", "b": "Bela"})
    assert caught.value.hint == "There are: 'Amina', 'Bela'"


def test_name_among_very_many_is_refused_with_some():
    with pytest.raises(InvalidValueError, match="and 18 more"):
        chosen("a person", "xyz", {f"p{n}": f"Person {n}" for n in range(30)})


def test_name_where_there_is_nothing_yet():
    with pytest.raises(InvalidValueError, match="There are none yet"):
        chosen("an issue", "pay", {})
