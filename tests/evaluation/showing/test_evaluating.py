"""Answers in, and out only what may be shown: waves, ledger, attacks and laws."""

from collections import Counter
from datetime import date

import pytest
from asked_team import FORM, KEY, WAVES, answers, counts, programme, show
from hypothesis import given, settings
from hypothesis import strategies as st

from workshopcore.contracts.evaluation import Shown
from workshopcore.contracts.publication import Base
from workshopcore.errors import AsOfRequiredError, UnknownKeyError
from workshopcore.evaluation import evaluate
from workshopcore.evaluation.disclosure import Rule
from workshopcore.model.evaluation import Wave

NINE = "abcdefghi"
TRUST = [4, 4, 5, 2, 3, 4, 5, 1, 4]
HIDDEN_NOTE = (
    "Not everything is shown: figures rest on 5 people or more, and none lets anybody work out"
    " what a smaller group said."
)
VOICE = (
    "People who know one another can recognise a voice. Nothing here is anonymous to a colleague."
)


def started(tokens=NINE, trust=TRUST):
    return answers(tokens, trust=trust)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2027-01-14", []),
        ("2027-01-15", ["start"]),
        (date(2027, 12, 1), ["start", "close"]),
        ("2028-12-31", ["start", "close", "later"]),
    ],
)
def test_waves_that_close_later_are_left_out(day, expected):
    given_waves = {wave: started() for wave in ("later", "close", "start")}
    found = show(given_waves, day)
    assert [wave.wave for wave in found.waves] == expected
    assert {base.wave.partition(" ")[0] for base in found.bases} <= {"start", *expected}


def test_wave_without_a_last_day_is_shown():
    year = programme(waves=[Wave("Any time", "close", id="any", instrument="team")])
    assert len(evaluate(year, {"any": started()}, "2027-01-01").waves) == 1


def test_no_day_is_refused():
    with pytest.raises(AsOfRequiredError):
        evaluate(programme(), {}, None)


def test_answers_of_a_wave_that_nobody_planned_are_refused():
    with pytest.raises(UnknownKeyError, match="clsoe"):
        show({"clsoe": started()})


def test_an_evaluation_names_its_waves():
    found = show({"close": started()})
    wave = found.wave("close")
    assert (wave.title, wave.kind, wave.instrument) == ("At the close", "close", "The team")
    assert (wave.closed, wave.invited, wave.answered) == (date(2027, 12, 1), 9, 9)
    with pytest.raises(UnknownKeyError, match="close"):
        found.wave("start")


def test_nothing_answered_is_nothing_shown():
    found = show({})
    assert (found.waves, found.changes, found.bases, found.notes) == ((), (), (), (VOICE,))


def test_a_wave_of_another_form_is_called_by_what_it_answers():
    year = programme(waves=[Wave("At the close", "close", id="close")])
    (wave,) = evaluate(year, {"close": started()}, "2028-01-01").waves
    assert wave.instrument == "The team"


@pytest.mark.parametrize(("people", "invited"), [(12, 12), (7, 9)])
def test_as_many_were_asked_as_belong_to_it_and_no_fewer_than_answered(people, invited):
    wave = show({"close": started()}, people=people).wave("close")
    assert (wave.invited, wave.answered, wave.item("trust").asked) == (invited, 9, invited)


def test_of_fewer_than_k_nothing_is_shown_and_no_comment():
    said = {"close": [Shown("else", "More walks")]}
    found = show({"close": answers("abcd", trust=TRUST[:4])}, comments=said)
    wave = found.wave("close")
    assert wave.withheld == "fewer than 5 answered"
    assert (wave.items, wave.comments, found.bases) == ((), (), ())
    assert found.notes == (HIDDEN_NOTE, VOICE)


def test_comments_that_were_let_through_are_shown_with_their_wave():
    said = {"close": [Shown("else", "More walks")]}
    found = show({"close": started(), "start": started()}, comments=said)
    assert [wave.comments for wave in found.waves] == [(), (Shown("else", "More walks"),)]


def test_k_is_the_programmes_unless_the_house_asks_for_more():
    year = programme(k_min=8)
    assert evaluate(year, {"close": started()}, "2028-01-01").k == 8
    ten = evaluate(year, {"close": started()}, "2028-01-01", rule=Rule(10))
    assert (ten.k, ten.wave("close").withheld) == (10, "fewer than 10 answered")


def test_nothing_hidden_is_not_said_to_be_hidden():
    assert show({"close": started()}).notes == (VOICE,)


def test_after_different_workshops_the_same_words_are_other_questions():
    waves = {"after-1": started(), "after-2": started(NINE[:8], TRUST[:8])}
    for key in (None, KEY):
        found = show(waves, key=key)
        assert [counts(wave.item("trust")) != [] for wave in found.waves] == [True, True]
        assert [base.questions for base in found.bases] == [("after-1/trust",), ("after-2/trust",)]


def test_attack_on_one_who_joined_late_is_caught():
    # Nobody changed their mind, so the two sheets differ by the newcomer's answer alone.
    start, close = started(), started([*NINE, "z"], [*TRUST, 1])
    apart = [Counter(dict(enumerate(counts(show({wave: sheet}).wave(wave).item("trust")), 1)))
             for wave, sheet in (("start", start), ("close", close))]  # fmt: skip
    assert apart[1] - apart[0] == Counter({1: 1})
    for key in (None, KEY):
        found = show({"start": start, "close": close}, people=10, key=key)
        assert counts(found.wave("start").item("trust")) == [1, 1, 1, 4, 2]
        late = found.wave("close").item("trust")
        assert (late.answers, late.sentences) == ((), ())
        assert late.reason.startswith("everybody (close, 10)")
        assert {base.wave for base in found.bases} == {"start", "start to close"}
        assert HIDDEN_NOTE in found.notes


def test_attack_across_publications_is_caught_by_the_ledger():
    ledger = show({"start": started()}, key=KEY).bases
    close = started([*NINE, "z"], [*TRUST, 1])
    found = show({"close": close}, people=10, key=KEY, earlier=ledger)
    assert found.wave("close").item("trust").answers == ()
    assert found.bases == ()


@pytest.mark.parametrize(
    "people",
    [NINE[:8], NINE[1:] + "z", NINE[:5] + "wxyz"],
    ids=["one left", "one took the place of another", "four took the places of four"],
)
def test_those_who_left_or_were_replaced_are_protected(people):
    close = started(people, TRUST[: len(people)])
    found = show({"start": started(), "close": close}, key=KEY)
    assert found.wave("close").item("trust").answers == ()


def test_five_who_joined_are_enough_not_to_be_told_apart():
    close = started(NINE + "vwxyz", [*TRUST, 1, 2, 3, 4, 5])
    found = show({"start": started(), "close": close}, people=14, key=KEY)
    assert sum(counts(found.wave("close").item("trust"))) == 14


def test_a_house_may_hold_that_waves_are_not_compared():
    close = started([*NINE, "z"], [*TRUST, 1])
    found = show({"start": started(), "close": close}, rule=Rule(5, across_waves=False), key=KEY)
    assert sum(counts(found.wave("close").item("trust"))) == 10


def test_one_item_may_be_hidden_and_another_shown():
    start = answers(NINE, trust=TRUST, twice=TRUST)
    close = answers([*NINE, "z"], trust=[*TRUST, 1], twice=[*TRUST, None])
    found = show({"start": start, "close": close}, people=10, key=KEY).wave("close")
    assert [bool(item.answers) for item in found.items] == [False, True]


def test_what_was_shown_of_some_is_not_shown_of_one_more():
    part = Base("close", "managers", 8, ["trust"])
    found = show({"close": started()}, earlier=[part])
    assert found.wave("close").item("trust").answers == ()


def test_another_secret_does_not_make_other_people_of_them():
    # Digests by two keys say nothing of each other, so their numbers are compared.
    ledger = show({"start": started()}, key=KEY).bases
    close = started(NINE[:8], TRUST[:8])
    found = show({"close": close}, earlier=ledger, key=b"another secret of the house")
    assert found.wave("close").item("trust").answers == ()


POINT = st.one_of(st.none(), st.integers(1, 5))
CHOICE = st.one_of(st.none(), st.sets(st.sampled_from(["Maps", "Plans", "No"])).map(
    lambda chosen: tuple(sorted(chosen)) or None))  # fmt: skip
WORDS = "the comment of somebody"


@st.composite
def a_wave(draw):
    """Answers of up to twelve of fourteen people, with tokens or without."""
    people = draw(st.lists(st.sampled_from("abcdefghijklmn"), unique=True, max_size=12))
    size = len(people)

    def column(cells):
        return draw(st.lists(cells, min_size=size, max_size=size))

    return answers(
        [f"token-{who}" for who in people] if draw(st.booleans()) else "",
        trust=column(POINT),
        twice=column(POINT),
        recommend=column(st.one_of(st.none(), st.integers(0, 10))),
        chaired=column(st.one_of(st.none(), st.booleans())),
        tools=column(CHOICE),
        chair_then=column(POINT),
        chair_now=column(POINT),
        **{"else": column(st.sampled_from([None, WORDS]))},
    )


YEAR = st.dictionaries(st.sampled_from([wave.id for wave in WAVES]), a_wave(), max_size=4)
RULES = st.builds(Rule, st.integers(2, 7), strict=st.booleans(), across_waves=st.booleans())
KEYS = st.sampled_from([None, KEY])


@settings(deadline=None)
@given(YEAR, RULES, KEYS)
def test_nothing_rests_on_fewer_than_k(waves, rule, key):
    found = show(waves, rule=rule, key=key)
    for wave in found.waves:
        assert len(waves[wave.wave]) >= rule.k or wave.items == wave.comments == ()
        for item in wave.items:
            shown = item.kind != "text" and (item.answers or item.sentences)
            assert item.answered >= rule.k or not shown
    for change in found.changes:
        told = (change.improved, change.same, change.worse)
        assert change.paired is None or change.paired >= rule.k
        assert change.paired is not None or told == (None, None, None)
        assert change.improved is None or sum(told) == change.paired
        if change.paired is None and change.sentences:
            sizes = [sum(each is not None for each in waves[wave].columns[change.key])
                     for wave in (change.before, change.after)]  # fmt: skip
            assert min(sizes) >= rule.k
    assert all(base.count >= rule.k for base in found.bases)


@settings(deadline=None)
@given(YEAR, RULES, KEYS)
def test_what_went_out_once_may_go_out_again(waves, rule, key):
    found = show(waves, rule=rule, key=key)
    assert show(waves, rule=rule, key=key, earlier=found.bases) == found


@pytest.mark.parametrize("key", [None, KEY])
def test_what_went_out_once_may_go_out_again_where_other_people_answered_later(key):
    waves = {
        "start": answers("abcdef", trust=TRUST[:6]),
        "close": answers("defghij", trust=TRUST[:7]),
    }
    found = show(waves, people=10, rule=Rule(2), key=key)
    assert [len(counts(wave.item("trust"))) for wave in found.waves] == [5, 5]
    assert show(waves, people=10, rule=Rule(2), key=key, earlier=found.bases) == found


@settings(deadline=None)
@given(YEAR, RULES, KEYS)
def test_neither_tokens_nor_comments_are_in_what_is_shown(waves, rule, key):
    shown = repr(show(waves, rule=rule, key=key))
    assert "token-" not in shown
    assert WORDS not in shown


@settings(deadline=None)
@given(YEAR, RULES, KEYS)
def test_numbers_that_are_shown_are_the_numbers_that_were_given(waves, rule, key):
    for wave in show(waves, rule=rule, key=key).waves:
        for item in wave.items:
            if item.kind != "scale" or not item.answers or item.answers[0].count is None:
                continue
            expected = Counter(waves[wave.wave].columns[item.key])
            assert counts(item) == [expected[point] for point in range(1, 6)]


@settings(deadline=None)
@given(YEAR, KEYS)
def test_no_two_sheets_that_are_shown_differ_by_a_few_known_people(waves, key):
    # Read from the answers themselves: who answered a question in which wave.
    compared = {"start", "close", "later"}
    shown = [
        (item.key, wave.wave)
        for wave in show(waves, key=key).waves
        for item in wave.items
        if wave.wave in compared and item.kind != "text" and item.answers
    ]
    for question, one in shown:
        for other in (wave for name, wave in shown if name == question):
            who = [
                {token for token, each in zip(waves[wave].tokens, waves[wave].columns[question],
                                              strict=False) if each is not None}
                for wave in (one, other)
            ]  # fmt: skip
            if key and all(who):
                assert len(who[0] - who[1]) not in range(1, 5)


def test_form_has_every_kind_of_question():
    assert len({question.type for question in FORM.questions}) == 9
