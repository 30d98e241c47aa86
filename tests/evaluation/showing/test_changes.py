"""What is shown of how answers changed between two waves."""

from collections import Counter
from statistics import median

import pytest
from asked_team import FORM, KEY, WAVES, answers, programme, show

from workshopcore.contracts.publication import Base
from workshopcore.evaluation import evaluate
from workshopcore.evaluation.disclosure import Rule
from workshopcore.model.evaluation import Instrument, Question, Wave

NINE = "abcdefghi"
FIRST = [2, 2, 3, 2, 3, 4, 2, 1, 3]
LAST = [4, 5, 4, 4, 5, 4, 4, 2, 2]
PROTECTED = "Not shown: fewer than 5 answered, or showing it could give away a group that small."
THEN_OR_NOW = "Everybody said much the same of then or of now, so the change is not said."
SIMILAR = "In one of the two waves everybody said much the same, so the change is not said."


def changes(first, last, **more):
    return show({"start": first, "close": last}, **more).changes


def change(first, last, **more):
    (found,) = changes(first, last, **more)
    return found


def moved(found):
    return found.improved, found.same, found.worse


def unsaid(found):
    return moved(found) == (None, None, None) and found.sentences == () and found.paired is None


@pytest.mark.parametrize("key", [None, KEY])
def test_same_people_are_said_to_have_moved(key):
    found = change(answers(NINE, trust=FIRST), answers(NINE, trust=LAST), key=key)
    signs = Counter((b > a) - (b < a) for a, b in zip(FIRST, LAST, strict=True))
    assert (found.key, found.before, found.after, found.paired) == ("trust", "start", "close", 9)
    assert moved(found) == (signs[1], signs[0], signs[-1]) == (7, 1, 1)
    assert found.sentences[0] == "7 of 9 improved, 1 stayed the same and 1 got worse"
    assert not found.retrospective


def test_tests_and_effects_are_said_when_asked_for():
    pair = answers(NINE, trust=FIRST), answers(NINE, trust=LAST)
    plain, full = change(*pair), change(*pair, tests=True)
    assert len(plain.sentences) == 2
    assert full.sentences[:2] == plain.sentences
    assert [sentence.split()[0] for sentence in full.sentences[2:]] == ["p", "g_av"]


def test_why_there_is_no_test_is_said_beside_the_counts():
    first, last = answers(NINE, trust=[3] * 8 + [1]), answers(NINE, trust=[3] * 7 + [5, 2])
    found = change(first, last, tests=True)
    assert moved(found) == (2, 7, 0)
    assert [note[:1].isupper() and note.endswith(".") for note in found.notes] == [True]


def test_a_change_of_few_is_not_said():
    first, last = answers("abcdvwxyz", trust=FIRST), answers("abcdefghi", trust=LAST)
    found = change(first, last, rule=Rule(5, across_waves=False))
    assert unsaid(found)
    assert (found.notes, found.reason) == ((PROTECTED,), "fewer than 5 answered")
    assert f"Not shown: {found.withheld}." == PROTECTED


def test_all_who_moved_the_same_way_are_not_said_to():
    first = answers("abcdef", trust=[1, 2, 3] * 2)
    found = change(first, answers("abcdef", trust=[2, 3, 4] * 2))
    assert unsaid(found)
    assert found.notes == (
        "Everybody who answered both times moved the same way, so it is not said which.",
    )


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize("turned", [False, True])
def test_change_does_not_say_what_everybody_answered(key, turned):
    # With the counts of the start, "6 rose and 3 stayed" would say that all of them answered 3.
    pair = [answers(NINE, trust=FIRST), answers(NINE, trust=[3] * 9)]
    found = change(*pair[:: -1 if turned else 1], key=key)
    assert unsaid(found)
    assert (found.notes, found.withheld) == ((SIMILAR,), "")


def test_strict_house_says_no_change():
    found = change(answers(NINE, trust=FIRST), answers(NINE, trust=LAST), rule=Rule(5, strict=True))
    assert unsaid(found)
    assert found.notes == ("Not shown: answers are shown in bands only.",)


def test_groups_are_compared_where_nobody_can_be_told():
    found = change(answers(trust=FIRST), answers(trust=LAST))
    assert (found.paired, found.improved) == (None, None)
    middle = median(b - a for a in FIRST for b in LAST)
    assert found.sentences == (f"typical difference +{middle:g} between 9 and 9",)
    assert found.notes == (
        "Nobody can be told between the two waves, so only the groups are compared.",
    )


@pytest.mark.parametrize(
    ("last", "note"),
    [
        ([*LAST, 5], "Not shown: the answers of one of the two waves are not shown."),
        (
            [4, 5, 3, 4, *[None] * 5],
            "Not shown: the answers of one of the two waves are not shown.",
        ),
        ([4] * 9, SIMILAR),
    ],
    ids=["one joined late", "fewer than k", "all similar"],
)
def test_groups_are_compared_only_where_both_are_shown(last, note):
    given = answers(trust=last, chaired=[True, False] * 4 + [True] * (len(last) - 8))
    found = change(answers(trust=FIRST), given)
    assert unsaid(found)
    assert found.notes == (note,)


def test_groups_of_different_sizes_are_compared():
    found = change(answers(trust=FIRST), answers(trust=[*LAST, *FIRST[:5]]))
    assert found.sentences[0].endswith("between 9 and 14")


def test_groups_are_not_compared_for_what_went_out_of_other_people():
    went_out = [Base("close", "everybody", 9, ["trust"])]
    found = change(answers(trust=FIRST), answers(trust=[*LAST, 5]), earlier=went_out)
    assert unsaid(found)


def test_strict_house_compares_no_groups():
    found = change(answers(trust=FIRST), answers(trust=LAST), rule=Rule(5, strict=True))
    assert unsaid(found)
    assert found.notes == ("Not shown: answers are shown in bands only.",)


def test_change_that_one_person_more_or_less_would_give_away_is_not_said():
    start = answers(NINE, trust=FIRST)
    given = {"start": start, "close": answers(NINE, trust=LAST)}
    went_out = show(given, key=KEY).bases
    fewer = {**given, "close": answers(NINE[:8], trust=LAST[:8])}
    found = show(fewer, key=KEY, earlier=went_out).changes[0]
    assert unsaid(found)
    assert found.reason.endswith("leaves 1")


def test_start_is_compared_with_the_close_and_with_what_comes_later():
    given = {wave: answers(NINE, trust=LAST) for wave in ("after-1", "close", "later")}
    found = show({"start": answers(NINE, trust=FIRST), **given}).changes
    assert [(each.before, each.after) for each in found] == [("start", "close"), ("start", "later")]


@pytest.mark.parametrize(("replaces", "expected"), [("middle", 1), ("", 0)])
def test_a_new_version_of_a_form_is_compared_with_the_old(replaces, expected):
    trust = FORM.questions[0]
    other = Question("New", "yes-no", id="new")
    middle = Instrument("Middle", [trust, other], id="middle", replaces="team")
    new = Instrument("New", [trust, other], id="new", replaces=replaces)
    close = Wave("At the close", "close", id="close", instrument="new")
    year = programme(waves=[WAVES[0], close], instruments=[FORM, middle, new])
    given = {"start": answers(NINE, trust=FIRST), "close": answers(NINE, new, trust=LAST)}
    assert len(evaluate(year, given, "2028-12-31").changes) == expected


THEN = [1, 1, 2, 2, 3, 1, 1, 2, 2]
NOW = [4, 3, 4, 2, 4, 3, 1, 4, 1]
SAID = "Looking back, 6 of 9 improved, 2 stayed the same and 1 got worse"


def looked_back(then=THEN, now=NOW, tokens=NINE, **more):
    given = answers(tokens, chair_then=then, chair_now=now)
    (found,) = show({"close": given}, **more).changes
    return found


def test_looking_back_is_said_without_any_earlier_wave_and_by_itself():
    found = looked_back()
    assert found.retrospective
    assert (found.before, found.after, found.paired) == ("close", "close", 9)
    assert found.sentences == (SAID,)
    assert moved(found) == (6, 2, 1)
    assert "call neither the more accurate" in found.notes[-1]


def test_looking_back_is_said_after_each_day_and_not_compared_with_the_next():
    given = {
        "after-1": answers(NINE, chair_then=THEN, chair_now=NOW),
        "after-2": answers(NINE[:8], chair_then=THEN[:8], chair_now=NOW[:8]),
    }
    found = show(given, key=KEY)
    assert [(each.after, each.paired) for each in found.changes] == [("after-1", 9), ("after-2", 8)]


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ({"then": [1, 2, 1, 2, *[None] * 5]}, PROTECTED),
        ({"rule": Rule(5, strict=True)}, "Not shown: answers are shown in bands only."),
        ({"then": [1] * 9}, THEN_OR_NOW),
        ({"now": [5] * 9}, THEN_OR_NOW),
    ],
    ids=["few", "strict", "then alike", "now alike"],
)
def test_looking_back_is_not_said_where_it_would_give_somebody_away(more, note):
    found = looked_back(**more)
    assert unsaid(found)
    assert found.notes == (note,)


def test_looking_back_all_the_same_way_is_not_said_which():
    found = looked_back(then=THEN, now=[then + 1 for then in THEN])
    assert found.sentences == ()
    assert found.notes == ("Everybody moved the same way, so it is not said which.",)


@pytest.mark.parametrize(
    ("tokens", "key", "known"), [(NINE, KEY, 9), (NINE, None, 0), ("", KEY, 0)]
)
def test_looking_back_records_whose_it_is(tokens, key, known):
    given = answers(tokens, chair_then=THEN, chair_now=NOW)
    base = show({"close": given}, key=key).bases[-1]
    assert (base.wave, base.count, len(base.members)) == ("close", 9, known)
    assert base.questions == ("chair looking back",)
