"""Holm, shrinkage, GRIM, and sheets to look at."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics import (
    Base,
    Flag,
    Method,
    Statistic,
    against_the_rest,
    grim,
    holm,
    reversal_missed,
    rounded,
    shrunken_means,
    signed_rank,
    straight_lining,
)

BASE, TEST = Base(9, 9, 9, "those who answered both times"), Method("a test", "its author")


def some_tests(*values):
    return [
        Statistic("p-value", p, BASE, TEST)
        if p is not None
        else Statistic("p-value", None, BASE, TEST, why="too few")
        for p in values
    ]


def test_holm_as_statsmodels_has_it():
    # statsmodels 0.15.0, stats.multitest.multipletests(method="holm").
    found = holm(some_tests(0.01, 0.04, 0.03, 0.005, 0.2, 0.6))
    assert [each.value for each in found] == pytest.approx([0.05, 0.12, 0.12, 0.03, 0.4, 0.6])


def test_holm_passes_over_tests_without_a_p():
    found = holm(some_tests(Fraction(1, 100), None, Fraction(4, 100)))
    assert [each.value for each in found] == [Fraction(1, 50), None, Fraction(1, 25)]
    assert found[1] == some_tests(None)[0]


def test_holm_says_among_how_many_and_keeps_the_plain_p():
    (found, _) = holm([signed_rank([1] * 7, [2] * 7), signed_rank([1] * 7, [2] * 7)])
    assert str(found) == "p 0.031 among 2 questions"
    assert found.part("p of this question alone") == Fraction(1, 64)
    assert found.method.name.endswith("Holm's step-down correction")


@given(st.lists(st.fractions(0, 1), max_size=8))
def test_holm_keeps_order_and_never_makes_a_p_smaller(values):
    found = [each.value for each in holm(some_tests(*values))]
    assert all(old <= new <= 1 for old, new in zip(values, found, strict=True))
    assert sorted(range(len(values)), key=lambda i: (values[i], i)) == sorted(
        range(len(values)), key=lambda i: (found[i], values[i], i)
    )


ITEMS = [
    [5, 5, 4, 5, 4, 5],
    [3, 4, 3, 2, 3, 4],
    [4, 4, 5, 3, 4, 4],
    [2, 3, 3, 4, 2, None],
    [5, 4, 4, 4, 3, 5],
]


def test_shrinkage_as_statsmodels_has_it():
    # statsmodels 0.15.0, stats.meta_analysis.combine_effects(method_re="chi2").
    found = shrunken_means(ITEMS)
    tau2, middle = 0.47435515873016165, 3.7655261809933
    assert float(found[0].part("mean of all")) == pytest.approx(middle, rel=1e-12)
    factors = [float(each.part("B")) for each in found]
    assert factors == pytest.approx([*[0.8526972804279991] * 3, 0.8282952517885921, factors[0]])
    within = tau2 * (1 / factors[0] - 1) * 6
    assert float(found[3].value) == pytest.approx(
        middle + tau2 / (tau2 + within / 5) * (2.8 - middle), rel=1e-12
    )
    assert str(found[3]) == "mean 2.8 among 5, shrunken 2.97; 6 were asked"


def test_shrinkage_of_noise_alone_goes_all_the_way():
    found = shrunken_means([[1, 5, 3], [5, 1, 3], [1, 3, 5]])
    assert [each.value for each in found] == [3, 3, 3]
    assert found[0].part("B") == 0


@given(st.lists(st.lists(st.integers(1, 5), min_size=2, max_size=6), min_size=3, max_size=5))
def test_shrinkage_never_passes_the_mean_of_all(items):
    for found in shrunken_means(items):
        if found.value is not None:
            plain, middle = found.part("plain mean"), found.part("mean of all")
            assert min(plain, middle) <= found.value <= max(plain, middle)


@pytest.mark.parametrize(
    ("items", "why"),
    [
        ([[1, 2], [2, 3]], "it takes three questions"),
        ([[1, 2], [2, 3], [None]], "nobody answered one"),
        ([[1, 1], [2, 2], [3, 3]], "within each question all answers are alike"),
    ],
)
def test_shrinkage_that_means_nothing_says_why(items, why):
    found = shrunken_means(items)
    assert len(found) == len(items)
    assert all(each.why.startswith(why) for each in found)


# The example data `pigs1` of the R package scrutiny 0.6.1, with what its grim_map() says.
@pytest.mark.parametrize(
    ("printed", "used", "consistent"),
    [
        ("7.22", 32, True),
        ("4.74", 25, False),
        ("5.23", 29, False),
        ("2.57", 24, False),
        ("6.77", 27, False),
        ("2.68", 28, True),
        ("7.01", 29, False),
        ("7.38", 26, True),
        ("3.14", 27, False),
        ("6.89", 31, False),
        ("5.00", 25, True),
    ],
)
def test_grim_as_scrutiny_has_it(printed, used, consistent):
    assert bool(grim(printed, used).value) is consistent


def test_grim_as_in_the_paper():
    # N. J. L. Brown and J. A. J. Heathers: 5.19 of 28 participants cannot be.
    found = grim("5.19", 28)
    assert found.value == 0
    assert str(found) == (
        "a mean of 5.19 cannot come from 28 whole answers; the nearest that can is 5.18"
    )


@given(st.integers(1, 90), st.data())
def test_grim_accepts_every_mean_that_can_be(used, data):
    total = data.draw(st.integers(used, 5 * used))
    assert grim(rounded(Fraction(total, used), 2), used).value >= 1


@given(st.integers(1, 60), st.integers(100, 500))
def test_grim_counts_the_totals_that_round_to_the_mean(used, hundredths):
    printed = Decimal(hundredths) / 100
    printed = printed.quantize(Decimal("0.01"))
    half = Fraction(1, 200)
    fitting = [
        total
        for total in range(6 * used)
        if abs(Fraction(total, used) - Fraction(hundredths, 100)) <= half
    ]
    assert grim(printed, used).value == len(fitting)


def test_grim_counts_items_as_answers():
    assert grim("3.05", 5).value == 0
    assert grim("3.05", 5, items=4).value == 1


def test_grim_of_one_answer_reads_well():
    assert str(grim("4.0", 1)) == "a mean of 4.0 can come from 1 whole answer"
    assert "cannot come from 1 whole answer;" in str(grim("4.3", 1))


def test_grim_that_tells_nothing_says_why():
    found = grim("4.1", 10, asked=12)
    assert str(found) == (
        "No GRIM test: 10 whole answers can have any mean of 1 decimal place; 12 were asked"
    )


@pytest.mark.parametrize("printed", ["four", "NaN", 4.1, Decimal("Infinity")])
def test_grim_needs_the_mean_as_printed(printed):
    with pytest.raises(InvalidValueError, match="a mean as it was printed"):
        grim(printed, 9)


@pytest.mark.parametrize(("used", "items"), [(0, 1), (9, 0)])
def test_grim_needs_answers(used, items):
    with pytest.raises(InvalidValueError, match="1 or more of each"):
        grim("4.1", used, items=items)


SHEETS = [
    [4, 4, 4, 4, 4, 4],
    [5, 4, 4, 3, 5, 4],
    [None, 3, 3, 3, 3, 3],
    [2, 2, None, None, 2, 2],
    [None] * 6,
]


def test_straight_lining_flags_and_drops_nothing():
    found = straight_lining(SHEETS)
    assert found.places == (0, 2)
    assert found.base == Base(5, 4, 3, "sheets with 5 answers or more")
    assert str(found) == "2 of 3 flagged, none dropped"


def test_straight_lining_over_opposite_statements_contradicts_itself():
    found = straight_lining(SHEETS[:1], reverse=[False, True, False, True, False, True])
    assert found.flagged == (
        Flag(0, "the same answer, 4, to all 6 questions, though some ask the opposite of others"),
    )


REVERSE = [False, True, False, True]


@pytest.mark.parametrize(
    ("sheet", "flagged"),
    [
        ([5, 5, 4, 4], "agrees with statements of opposite sense alike"),
        ([1, 2, 1, 1], "disagrees with statements of opposite sense alike"),
        ([5, 1, 4, 2], None),
        ([3, 3, 3, 3], None),
        ([4, 3, 5, 3], None),
    ],
)
def test_missed_reversal(sheet, flagged):
    found = reversal_missed([sheet], REVERSE, range(1, 6))
    assert found.flagged == ((Flag(0, flagged),) if flagged else ())
    assert found.base.used == 1


def test_missed_reversal_needs_answers_to_both_kinds():
    found = reversal_missed([[5, None, 5, None], [None, 1, None, 1]], REVERSE, range(1, 6))
    assert found.base == Base(
        2, 2, 0, "sheets with an answer to a plain and to a reversed question"
    )


@pytest.mark.parametrize("reverse", [[True] * 4, [False] * 4])
def test_missed_reversal_needs_both_kinds_of_questions(reverse):
    with pytest.raises(InvalidValueError, match="some questions that are reversed"):
        reversal_missed([[5, 5, 5, 5]], reverse, range(1, 6))


def test_question_that_runs_against_the_rest_is_flagged():
    sheets = [[5, 4, 1, 5], [4, 4, 2, 4], [2, 1, 5, 2], [1, 2, 4, 1], [None, 5, 5, 5]]
    found = against_the_rest(sheets)
    assert found.places == (2,)
    assert found.base.used == 4


@pytest.mark.parametrize("sheets", [[], [[5, 1], [1, 5]], [[5, 5, 5], [1, 1, 1]], [[None] * 3]])
def test_nothing_is_flagged_against_a_rest_that_is_not_there(sheets):
    assert against_the_rest(sheets).flagged == ()


def test_sheets_of_different_lengths_are_refused():
    with pytest.raises(InvalidValueError, match="sheets of 2, 3 questions"):
        straight_lining([[1, 2, 3], [1, 2]])
