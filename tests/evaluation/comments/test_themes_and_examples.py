"""Counts of people and words that may be shown: never for a few, and nothing that names anybody."""

import attrs
import pytest

from workshopcore.contracts.text_screens import Flag
from workshopcore.evaluation.comments import (
    CAUTION,
    Coding,
    Mark,
    code_by_lexicon,
    count_themes,
    examples,
)
from workshopcore.evaluation.disclosure import Rule
from workshopcore.model.people import Person

PEOPLE = [Person("Amina Yusuf")]


def test_people_count_once_for_a_theme_and_commenters_are_the_denominator(comments, codebook):
    # Person 1 speaks of time twice; 6 never wrote, 4 and 7 and 2 fit no theme.
    found = count_themes(comments, code_by_lexicon(comments, codebook), codebook)

    assert [row.says for row in found.rows] == [
        "3 of 8 who commented: Trust",
        "2 of 8 who commented: Time",
        "2 of 8 who commented: Room and paper",
    ]
    assert (found.commented, found.unthemed, found.withheld) == (8, 3, "")


def test_lexicon_alone_comes_with_its_caution(comments, codebook):
    lexicon = code_by_lexicon(comments, codebook)
    assert count_themes(comments, lexicon, codebook).notes == (CAUTION,)
    by_hand = attrs.evolve(lexicon, coder="AY")
    assert count_themes(comments, by_hand, codebook).notes == ()


@pytest.mark.parametrize(("k", "rows"), [(8, 3), (9, 0)])
def test_too_few_people_have_no_counts_at_all(comments, codebook, k, rows):
    found = count_themes(comments, code_by_lexicon(comments, codebook), codebook, rule=Rule(k))
    assert len(found.rows) == rows
    assert bool(found.withheld) == (rows == 0)
    assert str(found.unthemed) not in found.withheld


def test_comments_that_nobody_coded_do_not_count(comments, codebook):
    coding = Coding("AY", {("helped", n): ["time"] for n in (1, 2, 3, 5, 7)})
    found = count_themes(comments, coding, codebook)
    assert found.rows[0].says == "5 of 5 who commented: Time"


def test_strict_house_sees_bands(comments, codebook):
    rule = Rule(strict=True)
    found = count_themes(comments, code_by_lexicon(comments, codebook), codebook, rule=rule)
    assert found.rows[0].says == "fewer than 5 of 8 who commented: Trust"


def coded(comments, theme="trust", **wordings):
    given = {Mark("helped", int(name[1:])): words for name, words in wordings.items()}
    return Coding("AY", {comment.mark: [theme] for comment in comments}, wordings=given)


def test_words_with_a_flag_wait_for_an_approved_wording(comments):
    found = {
        str(each.comment.mark): each
        for each in examples(comments, coded(comments), "trust", people=PEOPLE)
    }
    assert found["helped 2"].shown == "The cards"
    assert found["helped 7"].shown == ""
    assert [flag.words for flag in found["helped 7"].flags] == ["Amina"]
    assert found["change 9"].shown == ""

    approved = coded(comments, n7="Our lead lets us decide")
    shown = [each.shown for each in examples(comments, approved, "trust", people=PEOPLE)]
    assert shown[4] == "Our lead lets us decide"
    assert not any("Amina" in words for words in shown)


def test_approved_wording_goes_before_words_without_a_flag(comments):
    found = examples(comments, coded(comments, n2="The picture cards"), "trust", people=PEOPLE)
    assert found[1].shown == "The picture cards"


def test_examples_are_of_their_theme_and_carry_the_caution(comments):
    coding = Coding("AY", {("helped", 2): ["time"], ("helped", 3): ["trust"]})
    found = examples(comments, coding, "time", people=PEOPLE)
    assert [str(each.comment.mark) for each in found] == ["helped 2"]
    assert "recognise a voice" in found[0].caution


def test_few_who_commented_are_not_quoted(comments):
    assert examples(comments, coded(comments), "trust", rule=Rule(9)) == ()
    assert len(examples(comments, coded(comments), "trust", rule=Rule(8))) == len(comments)


def test_other_screens_and_places_are_asked_too(comments):
    class Loud:
        key = "acme:loud"
        title = "Loud words"

        def screen(self, text, people):
            return [Flag(0, 4, "loud", text[:4], "say it softly")] if "cards" in text else []

    found = examples(comments, coded(comments), "trust", screens=[Loud()], places=["the cards"])
    assert {flag.kind for flag in found[1].flags} == {"loud", "place"}
