"""What is shown of one question of a wave."""

import pytest
from asked_team import AGREE, KEY, answers, counts, show

from workshopcore.contracts.publication import Base
from workshopcore.errors import UnknownKeyError
from workshopcore.evaluation.answers import Other
from workshopcore.evaluation.disclosure import Rule

NINE = "abcdefghi"
PROTECTED = "Not shown: fewer than 5 answered, or showing it could give away a group that small."
STRICT = Rule(5, strict=True)


def item(name, column, *, tokens="", people=9, **more):
    """What is shown of one item that was answered at the close."""
    given = answers(tokens, **{name.replace("/", "_"): column})
    return show({"close": given}, people=people, **more).wave("close").item(name)


def texts(shown):
    return [answer.text for answer in shown.answers]


def test_scale_is_shown_in_counts_from_low_to_high():
    found = item("trust", [4, 4, 4, 5, 5, 3, 1, 4, None])
    assert found.withheld == ""
    assert [(answer.label, answer.count) for answer in found.answers] == list(
        zip(AGREE, (1, 0, 1, 4, 2), strict=True)
    )
    assert (found.asked, found.answered, found.scaled, found.reverse) == (9, 8, True, False)
    assert (found.construct, found.level, found.kind) == ("t", 3, "scale")


def test_sentences_say_who_agrees_and_the_middle():
    assert item("trust", [4, 4, 4, 5, 5, 3, 1, 4, None]).sentences == (
        "6 of 8 answered Agree or Agree strongly; 9 were asked",
        "median 4 among 8; 9 were asked",
    )


def test_reversed_scale_says_so_and_counts_the_low_end():
    found = item("twice", [1, 2, 2, 2, 5, 4, 3, 2, 1])
    assert found.reverse
    assert found.sentences[0] == "6 of 9 answered Disagree strongly or Disagree"


@pytest.mark.parametrize(
    ("key", "column", "expected"),
    [
        ("recommend", [10, 9, 9, 8, 0], [1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1]),
        ("chaired", [True, True, False, False, False], [2, 3]),
        ("best", ["First", "Last", Other("Other", "tea"), "First", "First"], [3, 1, 1]),
        ("order", [("Time", "Money"), ("Trust",), ("Time",), ("Money",), ("Time",)], [3, 1, 1]),
        ("meet/2", [1, 2, 2, 2, 1], [2, 3]),
        ("chair/then", [1, 1, 2, 2, 2], [2, 3, 0, 0, 0]),
        ("tools", [("Maps", "Plans"), ("Maps",), ("Plans", "No"), ("Maps",), ("No",)], [3, 2, 2]),
    ],
)
def test_every_kind_of_question_is_shown_in_counts(key, column, expected):
    with_tokens = item(key, column, tokens="abcde", key=KEY)
    assert counts(with_tokens) == expected
    assert texts(with_tokens) == [str(count) for count in expected]
    assert item(key, column).answers == with_tokens.answers


def test_several_choices_say_that_they_add_up_to_more():
    found = item("tools", [("Maps", "Plans"), ("Maps",), ("Plans", "No"), ("Maps",), ("No",)])
    assert found.notes == (
        "People could choose several, so the numbers add up to more than everybody.",
    )


def test_option_of_all_and_option_of_nobody_are_not_told_apart():
    found = item("tools", [("Maps",)] * 4 + [("Maps", "Plans")])
    assert [(answer.text, answer.count) for answer in found.answers] == [
        ("all similar", None),
        ("1", 1),
        ("all similar", None),
    ]


def test_text_is_said_to_have_been_written_and_no_more():
    found = item("else", ["Tea", None, "", "Coffee", None])
    assert [(answer.label, answer.count) for answer in found.answers] == [("Commented", 2)]
    assert (found.sentences, found.notes) == ((), ())


@pytest.mark.parametrize(
    ("key", "value"),
    [("trust", 5), ("recommend", 10), ("chaired", True), ("best", "First"), ("order", ("Time",))],
)
def test_what_everybody_said_is_not_shown(key, value):
    found = item(key, [value] * 6)
    assert set(texts(found)) == {"all similar"}
    assert set(counts(found)) == {None}
    assert found.sentences == ()
    assert found.notes == (
        "Everybody who answered said much the same, so the answer is not shown.",
    )


@pytest.mark.parametrize("key", ["trust", "tools"])
def test_item_that_few_answered_is_not_shown(key):
    value = {"trust": [4, 5], "tools": [("Maps",), ("Plans",)]}[key]
    chaired = [True, False, True, False, True, False, False]
    given = answers(**{key: value * 2 + [None] * 3}, chaired=chaired)
    shown = show({"close": given}).wave("close")
    found = shown.item(key)
    assert (found.answers, found.sentences, found.answered) == ((), (), 4)
    assert (found.notes, found.reason) == ((PROTECTED,), "fewer than 5 answered")
    assert f"Not shown: {found.withheld}." == PROTECTED
    assert counts(shown.item("chaired")) == [3, 4]


def test_item_that_nobody_answered_is_not_shown():
    given = answers(trust=[None] * 5, chaired=[True, False, True, False, True])
    found = show({"close": given}).wave("close").item("trust")
    assert (found.answers, found.answered) == ((), 0)


def test_strict_house_shows_bands_and_no_sentence():
    found = item("trust", [4] * 6 + [2] * 6, people=12, rule=STRICT)
    assert set(counts(found)) == {None}
    assert found.sentences == ()
    assert "6" not in texts(found)


def test_strict_house_shows_options_in_parts_of_k_people_or_more():
    column = [("Maps", "Plans")] * 3 + [("Maps",)] * 6 + [("No",)] * 3
    found = item("tools", column, people=12, rule=STRICT)
    assert [(answer.text, answer.count) for answer in found.answers] == [
        ("7 to 12", None),
        ("0 to 6", None),
        ("0 to 6", None),
    ]
    assert texts(item("tools", column[:3] + column[-2:], rule=STRICT)) == ["0 to 5"] * 3


def test_score_of_a_few_is_left_out_and_that_is_said():
    few = item("recommend", [9, 9, 10, 5, 8, 7])
    assert few.sentences == ("median 8.5 among 6; 9 were asked",)
    (note,) = few.notes
    assert note.startswith("A net promoter score of fewer than 30 answers says little")
    many = item("recommend", [9] * 20 + [5] * 10)
    assert many.sentences[0].startswith("net promoter score 33: 20 promoters, 0 passive and 10")
    assert many.notes == ()


@pytest.mark.parametrize("key", ["trust", "tools"])
def test_item_is_not_shown_where_a_part_of_its_people_was(key):
    column = {"trust": [4, 5, 3] * 3, "tools": [("Maps",), ("Plans",), ("No",)] * 3}[key]
    part = Base("close", "managers", 8, [key])
    found = item(key, column, earlier=[part])
    assert found.answers == ()
    assert found.notes == (PROTECTED,)
    assert f"Not shown: {found.withheld}." == PROTECTED
    assert found.reason.startswith("everybody (close, 9) and managers (close, 8) differ by 1")


def test_a_row_without_a_token_leaves_the_people_unknown():
    whole = show({"close": answers(NINE, trust=[4, 5, 3] * 3)}, key=KEY)
    some = show({"close": answers([*NINE[:8], ""], trust=[4, 5, 3] * 3)}, key=KEY)
    assert [len(base.members) for base in (*whole.bases, *some.bases)] == [9, 0]


def test_several_choices_record_who_answered_them():
    column = [("Maps",), ("Plans",), None] * 3
    known = show({"close": answers(NINE, tools=column)}, key=KEY).bases
    unknown = show({"close": answers(NINE, tools=column)}).bases
    assert [(base.count, len(base.members)) for base in (*known, *unknown)] == [(6, 6), (6, 0)]
    assert known[0].key


def test_an_item_that_was_not_asked_is_named_with_those_that_were():
    with pytest.raises(UnknownKeyError, match="trust"):
        show({"close": answers(trust=[4, 5, 3, 2, 1])}).wave("close").item("turst")
