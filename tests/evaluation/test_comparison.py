"""What changed: for the same people where they can be told, else for two groups."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation import Answers, compare, look_back
from workshopcore.model.evaluation import Instrument, Question

AGREE = ("Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly")


def question(key, kind="scale", labels=AGREE, **more):
    return Question(f"About {key}", kind, id=key, labels=labels, **more)


FORM = Instrument(
    "The team",
    [
        question("trust"),
        question("twice", reverse=True),
        question("recommend", "likelihood", ()),
        question("chair", "retrospective"),
        Question("Anything else?", "text", id="else"),
    ],
)


def wave(tokens="", form=FORM, **columns):
    return Answers(form, {key.replace("_", "/"): column for key, column in columns.items()}, tokens)


def parts(figure):
    return {part.name: part.value for part in figure.parts}


def test_people_are_paired_by_token_whatever_their_rows():
    found = compare(wave("abc", trust=[1, 3, 4]), wave("cab", trust=[3, 2, 3]))
    assert found.paired == 3
    assert parts(found["trust"].figure("change")) == {"improved": 1, "same": 1, "worse": 1}
    assert str(found["trust"]) == ("About trust 1 of 3 improved, 1 stayed the same and 1 got worse")


def test_only_those_in_both_waves_are_compared():
    found = compare(wave("abcd", trust=[1, 1, 1, 5]), wave("bcx", trust=[2, 2, 1]))
    assert (found.paired, found["trust"].figure("change").used) == (2, 2)
    assert parts(found["trust"].figure("change"))["improved"] == 2


def test_who_left_the_item_out_once_is_not_among_those_compared():
    found = compare(wave("abc", trust=[1, None, 3]), wave("abc", trust=[2, 5, None]), asked=9)
    change = found["trust"].figure("change")
    assert (found.paired, change.used, change.asked) == (3, 1, 9)


def test_rows_without_a_token_belong_to_nobody():
    found = compare(wave(["a", "", ""], trust=[1, 5, 5]), wave(["", "a"], trust=[1, 2]))
    assert found.paired == 1
    assert parts(found["trust"].figure("change"))["improved"] == 1


def test_lower_is_better_of_a_reversed_item():
    found = compare(wave("abcd", twice=[4, 5, 1, 3]), wave("abcd", twice=[2, 5, 2, 1]))
    assert parts(found["twice"].figure("change")) == {"improved": 2, "same": 1, "worse": 1}
    assert found["twice"].figure("typical change").value < 0


def test_given_pairs_take_the_place_of_tokens():
    first, last = wave("abc", trust=[1, 1, 1]), wave("abd", trust=[5, 1, 3])
    found = compare(first, last, [("b", "a"), ("c", "d")])
    assert found.paired == 2
    assert parts(found["trust"].figure("change")) == {"improved": 2, "same": 0, "worse": 0}


@pytest.mark.parametrize(
    ("pair", "wave_named"), [(("z", "a"), "earlier wave"), (("a", "z"), "later wave")]
)
def test_tokens_that_nobody_has_are_refused(pair, wave_named):
    with pytest.raises(UnknownKeyError, match=f"token of the {wave_named}.*'z'"):
        compare(wave("ab", trust=[1, 2]), wave("ab", trust=[1, 2]), [pair])


@pytest.mark.parametrize("pairs", [[("a", "a"), ("a", "b")], [("a", "b"), ("b", "b")]])
def test_nobody_is_paired_twice(pairs):
    with pytest.raises(InvalidValueError, match="everybody in one pair at most"):
        compare(wave("ab", trust=[1, 2]), wave("ab", trust=[1, 2]), pairs)


def test_without_tokens_only_groups_are_compared():
    found = compare(wave(trust=[1, 2, 2]), wave(trust=[4, 4, 5, 5]))
    assert found.paired is None
    assert [figure.name for figure in found["trust"].figures] == ["typical difference", "p-value"]
    # The middle of the twelve differences 4-1, 4-1, 5-1, 5-1, 4-2, ...: 2 2 2 2 3 3 3 3 3 3 4 4.
    assert found["trust"].figures[0].value == 3


def test_tokens_in_one_wave_alone_pair_nobody():
    assert compare(wave("ab", trust=[1, 2]), wave(trust=[1, 2])).paired is None


def test_waves_without_anybody_in_common_have_no_change():
    found = compare(wave("ab", trust=[1, 2]), wave("cd", trust=[1, 2]))
    assert (found.paired, found["trust"].figure("change").value) == (0, None)


@pytest.mark.parametrize(
    "changed",
    [question("trust", labels=AGREE[1:]), question("trust", reverse=True),
     question("trust", "likelihood", ())],
)  # fmt: skip
def test_a_changed_scale_is_refused(changed):
    later = wave(form=Instrument("New", [changed]), trust=[3])
    with pytest.raises(InvalidValueError, match="'trust' with another scale than before"):
        compare(wave(trust=[1]), later)


def test_a_question_in_other_words_is_the_same_question():
    reworded = Instrument("New", [Question("Do you trust us?", "scale", id="trust", labels=AGREE)])
    found = compare(wave("a", trust=[1]), wave("a", reworded, trust=[4]))
    assert [item.item.key for item in found.items] == ["trust"]


def test_moved_statements_of_a_matrix_are_refused():
    first, second = (
        Instrument("M", [question("meet", "matrix", rows=rows)])
        for rows in (("early", "often"), ("late", "early", "often"))
    )
    with pytest.raises(InvalidValueError, match=r"'meet/1' as 'late', and before as 'early'"):
        compare(wave(form=first, meet_1=[1]), wave(form=second, meet_1=[1]))


def test_what_was_asked_once_is_named():
    found = compare(
        wave("a", trust=[1], **{"else": ["x"]}), wave("a", recommend=[9], **{"else": ["y"]})
    )
    assert (found.items, found.only_before, found.only_after) == ((), ("trust",), ("recommend",))


def test_text_and_then_and_now_are_not_compared_between_waves():
    columns = {"chair_then": [1, 2], "chair_now": [3, 4], "else": ["x", "y"]}
    assert compare(wave("ab", **columns), wave("ab", **columns)).items == ()


def test_every_test_is_corrected_for_all_of_them():
    first = wave("abcdefg", trust=[1] * 7, twice=[3] * 7)
    last = wave("abcdefg", trust=[2, 2, 2, 3, 3, 3, 4], twice=[2, 2, 2, 2, 1, 1, 4])
    alone = compare(wave("abcdefg", trust=[1] * 7), wave("abcdefg", trust=last.columns["trust"]))
    # All seven rose: of 2 ** 7 ways to give signs, two are as far from the middle.
    assert alone["trust"].figure("p-value").value == pytest.approx(2 / 2**7)
    assert compare(first, last)["trust"].figure("p-value").value == pytest.approx(4 / 2**7)


def test_names_that_are_not_there_are_named_with_those_that_are():
    found = compare(wave("a", trust=[1]), wave("a", trust=[2]))
    with pytest.raises(UnknownKeyError, match="trust"):
        found["turst"]
    with pytest.raises(UnknownKeyError, match="change"):
        found["trust"].figure("chnage")


POINTS = st.one_of(st.none(), st.integers(1, 5))
WAVE = st.dictionaries(st.sampled_from("abcdefgh"), POINTS, max_size=8)


@given(WAVE, WAVE)
def test_movers_are_those_of_a_plain_loop(first, last):
    found = compare(
        wave(list(first), trust=list(first.values())), wave(list(last), trust=list(last.values()))
    )
    if not first or not last:
        assert found.paired is None
        return
    signs = Counter(
        (last[who] > first[who]) - (last[who] < first[who])
        for who in first.keys() & last.keys()
        if first[who] is not None and last[who] is not None
    )
    change = found["trust"].figure("change")
    assert found.paired == len(first.keys() & last.keys())
    assert change.used == signs.total()
    if change.used:
        assert parts(change) == {"improved": signs[1], "same": signs[0], "worse": signs[-1]}


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=7))
def test_looking_the_other_way_turns_every_change_round(both):
    first = wave("abcdefg"[: len(both)], trust=[one for one, _ in both])
    last = wave("abcdefg"[: len(both)], trust=[other for _, other in both])
    there, back = compare(first, last)["trust"], compare(last, first)["trust"]
    forth = parts(there.figure("change"))
    assert parts(back.figure("change")) == {
        "improved": forth["worse"], "same": forth["same"], "worse": forth["improved"],
    }  # fmt: skip
    assert there.figure("typical change").value == -back.figure("typical change").value


def test_looking_back_needs_both_answers():
    (found,) = look_back(wave(chair_then=[1, 2, None], chair_now=[4, 3, 5]), asked=9)
    figure = found.changes.retrospective
    assert (found.question.id, figure.value, figure.used, figure.asked) == ("chair", 2, 2, 9)


def test_looking_back_without_an_earlier_wave_says_so():
    (found,) = look_back(wave(chair_then=[1], chair_now=[4]))
    assert found.changes.conventional.why == "nobody was asked before"
    assert found.changes.response_shift.why == "nobody was asked before"


def test_looking_back_and_then_and_now_are_three_changes():
    before = wave("ab", Instrument("Start", [question("chair")]), chair=[3, 4])
    (found,) = look_back(wave("bax", chair_then=[2, 1, 1], chair_now=[5, 4, 1]), before)
    three = found.changes
    # Of b and a alone: 5 - 4 and 4 - 3; 2 - 4 and 1 - 3. Looking back, of all three.
    assert three.conventional.value == 1
    assert three.response_shift.value == -2
    assert three.retrospective.value == Fraction(6, 3)
    assert [three.conventional.used, three.retrospective.used] == [2, 3]


@pytest.mark.parametrize(
    "start",
    [
        wave("ab", Instrument("Start", [question("chair", labels=AGREE[1:])]), chair=[3, 4]),
        wave("ab", Instrument("Start", [question("chair", "likelihood", ())]), chair=[3, 4]),
        wave(form=Instrument("Start", [question("chair")]), chair=[3, 4]),
    ],
    ids=["another scale", "another kind", "nobody can be told"],
)
def test_another_question_before_is_no_earlier_answer(start):
    (found,) = look_back(wave("ab", chair_then=[2, 1], chair_now=[5, 4]), start)
    assert found.changes.conventional.why == "nobody was asked before"
    assert found.changes.retrospective.value == 3


def test_given_pairs_tell_who_is_who_looking_back():
    before = wave("ab", Instrument("Start", [question("chair")]), chair=[1, 3])
    (found,) = look_back(wave("xy", chair_then=[2, 2], chair_now=[4, 5]), before, [("b", "x")])
    assert (found.changes.conventional.value, found.changes.conventional.used) == (1, 1)


def test_only_half_of_a_question_is_no_looking_back():
    assert look_back(wave(chair_now=[4])) == look_back(wave(chair_then=[4])) == ()
