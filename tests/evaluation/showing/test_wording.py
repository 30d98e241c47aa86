"""What is shown of answers is worded in the language that is spoken, and says the same."""

import pytest
from asked_team import KEY, answers, show

from workshopcore.evaluation.disclosure import Rule
from workshopcore.language import speaking

NINE = "abcdefghi"
FIRST, LAST = [2, 3, 3, 4, 2, 3, 4, 3, 2], [4, 3, 5, 3, 4, 4, 5, 4, 3]
WELSH = """
msgid ""
msgstr "Language: cy\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Not shown: {reason}."
msgstr "Ni ddangosir: {reason}."

msgid "fewer than {k} answered, or showing it could give away a group that small"
msgstr "llai na {k}"

msgid "{improved} of {used} improved, {same} stayed the same and {worse} got worse"
msgstr "gwell {improved}, tebyg {same}, gwaeth {worse}, o {used}"

msgid "median {median} among {used}"
msgstr "canolrif {median}, {used}"

msgctxt "an answer"
msgid "Yes"
msgstr "Do"

msgctxt "an answer"
msgid "No"
msgstr "Naddo"

msgid "all similar"
msgstr "yr un fath"
"""
ASKED = {
    "start": answers(NINE, trust=FIRST, chaired=[True] * 4 + [False] * 5, twice=[4] * 9),
    "close": answers(NINE, trust=LAST, recommend=[9, 9, 8, None, None, None, None, None, None]),
}


@pytest.fixture
def welsh(tmp_path):
    (tmp_path / "cy.po").write_text(WELSH, encoding="utf-8")
    with speaking("cy", folders=[tmp_path]):
        return show(ASKED, key=KEY, rule=Rule(5))


def test_figures_are_worded_in_the_language(welsh):
    trust = welsh.wave("start").item("trust")
    assert trust.sentences[1] == "canolrif 3, 9"
    assert welsh.changes[0].sentences[0] == "gwell 7, tebyg 1, gwaeth 1, o 9"


def test_what_is_not_shown_is_worded_in_the_language(welsh):
    hidden = welsh.wave("close").item("recommend")
    assert (hidden.withheld, hidden.notes) == ("llai na 5", ("Ni ddangosir: llai na 5.",))
    assert {answer.text for answer in welsh.wave("start").item("twice").answers} == {"yr un fath"}


def test_fixed_answers_are_in_the_language_and_those_of_the_instrument_are_not(welsh):
    start = welsh.wave("start")
    assert [(answer.label, answer.count) for answer in start.item("chaired").answers] == [
        ("Do", 4),
        ("Naddo", 5),
    ]
    assert start.item("trust").answers[0].label == "Disagree strongly"


def test_the_same_is_shown_in_every_language(welsh):
    english = show(ASKED, key=KEY, rule=Rule(5))
    assert welsh.bases == english.bases
    for wave, other in zip(welsh.waves, english.waves, strict=True):
        assert [[answer.count for answer in item.answers] for item in wave.items] == [
            [answer.count for answer in item.answers] for item in other.items
        ]
        assert [bool(item.withheld) for item in wave.items] == [
            bool(item.withheld) for item in other.items
        ]
