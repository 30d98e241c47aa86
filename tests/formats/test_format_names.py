"""What becomes of a remainder is said in whole phrases, in any language."""

import pytest

from workshopcore.formats.grouping import GroupRule
from workshopcore.formats.joining import Joined
from workshopcore.formats.names import group_name, number_name, round_name
from workshopcore.language import speaking

WELSH = """
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "of groups"
msgid "pairs"
msgstr "parau"

msgctxt "of groups"
msgid "crowds"
msgstr "torfeydd"

msgctxt "of a round"
msgid "Round"
msgstr "Rownd"

msgctxt "how many groups"
msgid "two"
msgstr "dau"

msgid "{round} {number} of {rounds}"
msgstr "{rounds}: {round} {number}"

msgid "{larger} of {size}, the other of {less}"
msgid_plural "{larger} of {size}, the others of {less}"
msgstr[0] "{less} unwaith, {size} {larger}"
msgstr[1] "{less}, {size} {larger}"

msgid "{number} four, as {number} is left over"
msgid_plural "{number} fours, as {number} are left over"
msgstr[0] "un"
msgstr[1] "{number} dros ben"
"""


@pytest.fixture
def welsh(tmp_path):
    (tmp_path / "cy.po").write_text(WELSH, encoding="utf-8")
    with speaking("cy", folders=[tmp_path]):
        yield


def test_names_are_those_of_the_language(welsh):
    assert (group_name("pairs"), group_name("crowds"), group_name("teams")) == (
        "parau",
        "torfeydd",
        "teams",
    )
    assert (number_name(2), number_name(13)) == ("dau", "13")
    assert (round_name("Round", 2, 3), round_name("Station", 2, 3)) == (
        "3: Rownd 2",
        "3: Station 2",
    )


def test_remainders_are_told_in_the_order_of_the_language(welsh):
    rule = GroupRule(bounds=(4, 5))
    assert rule.note(rule.sizes(14)) == "4 unwaith, 5 dau"
    assert Joined("threes").note((4, 4)) == "dau dros ben"


@pytest.mark.parametrize(
    ("people", "note"),
    [
        (14, "two of 5, the other of 4"),
        (13, "one of 5, the others of 4"),
        (12, ""),
    ],
)
def test_remainders_in_english(people, note):
    rule = GroupRule(bounds=(4, 5))
    assert rule.note(rule.sizes(people)) == note


@pytest.mark.parametrize(
    ("sizes", "note"),
    [
        ((5, 4, 4), "5 in the middle, the others round them in groups of 4"),
        ((5, 4, 3), "5 in the middle, the others round them in groups of 4 and 3"),
    ],
)
def test_circle_in_the_middle_in_english(sizes, note):
    assert GroupRule(bounds=(3, 4), inner=(3, 7)).note(sizes) == note
