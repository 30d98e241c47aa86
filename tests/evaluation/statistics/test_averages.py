"""Mean, median and net promoter score."""

import json
from fractions import Fraction
from itertools import combinations
from math import comb
from pathlib import Path
from statistics import fmean
from statistics import median as library_median

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics import mean, median, net_promoter

DATA = Path(__file__).parents[1] / "data"
SMALL = json.loads((DATA / "small-groups.json").read_text(encoding="utf-8"))
WAVES = json.loads((DATA / "carpentries-2020-counts.json").read_text(encoding="utf-8"))
USEFUL = [5, 4, 4, 2, 5, 4, 5, 3, 4]
SCALE = st.lists(st.integers(1, 5), min_size=1, max_size=30)


def test_mean_is_exact_with_the_interval_of_scipy():
    found = mean([*USEFUL, None])
    assert (found.value, found.asked, found.used) == (4, 10, 9)
    # scipy 1.17.1, stats.t.interval(0.95, 8, 4, stats.sem(…)).
    assert (found.interval.low, found.interval.high) == pytest.approx(
        (3.231331954931945, 4.768668045068055), rel=1e-12
    )
    assert found.part("standard deviation") == 1


@given(SCALE)
def test_mean_is_that_of_the_standard_library(answers):
    assert float(mean(answers).value) == pytest.approx(fmean(answers))


def test_mean_stays_on_its_scale():
    unbounded, bounded = (
        mean([5, 5, 5, 5, 5, 2], points=points).interval for points in (None, range(1, 6))
    )
    assert unbounded.high > 5
    assert (bounded.low, bounded.high) == (unbounded.low, 5)


def test_mean_of_a_finite_population_has_a_narrower_interval():
    whole, part = mean(USEFUL).interval, mean(USEFUL, population=12).interval
    assert (part.high - 4) / (whole.high - 4) == pytest.approx((3 / 11) ** 0.5)


@pytest.mark.parametrize(
    ("answers", "population", "note"),
    [
        ([4], None, "one answer does not show how answers vary"),
        ([4, 4, 4], None, "all answers are alike"),
        (USEFUL, 9, "everybody the figure is about answered"),
    ],
)
def test_mean_says_why_there_is_no_interval(answers, population, note):
    found = mean(answers, population=population)
    assert found.interval is None
    assert note in found.notes[0]


def test_mean_of_nothing_says_why():
    assert str(mean([None, None])) == "No mean: nobody answered; 2 were asked"


def test_mean_of_words_is_refused():
    with pytest.raises(InvalidValueError, match="found 'Agree'"):
        mean(["Agree", 4])


def test_coverage_that_speaks_for_the_t_interval_is_on_record():
    # Why the interval is Student's and not the bootstrap's, at 6 to 20 answers.
    coverage = SMALL["ci_coverage_nominal95"]
    for used in ("6", "8", "12", "20"):
        assert coverage[used]["t"] > coverage[used]["bca"]


@given(SCALE)
def test_median_is_that_of_the_standard_library(answers):
    assert median(answers).value == library_median(answers)


# Coverage of the interval between the r-th lowest and r-th highest: printed tables, such as
# H. A. David, Order Statistics, 2nd edition, 1981.
@pytest.mark.parametrize(
    ("used", "place", "coverage"),
    [(6, 1, 0.9688), (8, 1, 0.9922), (9, 2, 0.9609), (12, 3, 0.9614), (20, 6, 0.9586)],
)
def test_median_interval_as_printed(used, place, coverage):
    interval = median(range(1, used + 1)).interval
    assert (interval.low, interval.high) == (place, used + 1 - place)
    assert round(float(interval.coverage), 4) == coverage


def test_median_interval_covers_by_brute_force():
    # Of all samples of 7 from so many that each half is equally likely.
    interval = median(range(1, 8)).interval
    below = sum(comb(7, k) for k in range(int(interval.low)))
    assert interval.coverage == 1 - Fraction(2 * below, 2**7)


def test_median_of_five_has_no_interval_of_95_per_cent():
    found = median([5, 4, 4, 3, 5])
    assert found.interval is None
    assert found.notes == ("No interval: 5 answers are too few for one of 95 per cent.",)
    assert median([5, 4, 4, 3, 5], level=0.9).interval.coverage == Fraction(15, 16)


def test_median_of_everybody_has_no_interval():
    assert "everybody" in median(USEFUL, population=9).notes[0]


def test_median_of_nothing_says_why():
    assert median([]).why == "nobody answered"


def test_median_of_many_keeps_its_coverage():
    few, many = (median(dict.fromkeys(range(1, n + 1), 1)).interval for n in (1000, 1001))
    assert isinstance(few.coverage, Fraction)
    assert 0.95 <= many.coverage < 0.96
    assert (few.low, few.high) == (469, 532)
    exact = 1 - Fraction(2 * sum(comb(1001, k) for k in range(int(many.low))), 2**1001)
    assert many.coverage == pytest.approx(float(exact), rel=1e-10)
    assert 1 - Fraction(2 * sum(comb(1001, k) for k in range(int(many.low) + 1)), 2**1001) < 0.95


def people(promoters, passive, detractors):
    return {9: promoters, 8: passive, 3: detractors}


@pytest.mark.parametrize("case", ["6/3/1", "7/4/1", "9/0/0"])
def test_net_promoter_interval_as_computed_elsewhere(case):
    raw, centre, low, high = SMALL["nps_adjusted_wald"][case]
    found = net_promoter(people(*map(int, case.split("/"))))
    assert found.value == raw
    assert round(found.interval.low, 2) == low
    if case == "9/0/0":
        assert found.interval.high == 100
    else:
        assert round(found.interval.high, 2) == high
        assert (found.interval.low + found.interval.high) / 2 == pytest.approx(centre, abs=0.005)


@pytest.mark.parametrize(
    ("wave", "printed", "sentence"),
    [
        ("wave-1", 63, "63: 93 promoters, 32 passive and 9 detractors of 134"),
        ("wave-2", 47, "47: 49 promoters, 30 passive and 8 detractors of 87"),
    ],
)
def test_net_promoter_as_published(wave, printed, sentence):
    answers = wc.evaluation.Tally(WAVES[wave]["recommendation_score"])
    codes = {str(point): point for point in range(11)} | {"NA": None}
    found = wc.evaluation.net_promoter(answers.recoded(codes))
    assert round(float(found.value)) == printed
    assert found.says == f"net promoter score {sentence}"
    assert found.notes == ()


def test_net_promoter_of_few_warns():
    (note,) = net_promoter(people(6, 3, 1)).notes
    assert "fewer than 30" in note
    assert "moves it by 20 points" in note


@given(st.tuples(*[st.integers(0, 12)] * 3).filter(any))
def test_net_promoter_changes_sign_with_its_ends(groups):
    up, passive, down = groups
    one, other = net_promoter(people(up, passive, down)), net_promoter(people(down, passive, up))
    assert one.value == -other.value
    assert one.interval.low == pytest.approx(-other.interval.high)
    assert -100 <= one.interval.low <= one.interval.high <= 100


def test_net_promoter_of_everybody_has_no_interval():
    found = net_promoter(people(6, 3, 1), population=10)
    assert found.interval is None
    assert "everybody" in found.notes[0]


def test_net_promoter_of_nothing_says_why():
    assert net_promoter([None]).why == "nobody answered"


@pytest.mark.parametrize("answer", [11, -1, 7.5])
def test_net_promoter_refuses_what_is_no_point_from_0_to_10(answer):
    with pytest.raises(InvalidValueError, match="answers among 0, 1, 2"):
        net_promoter([9, answer])


def test_order_statistics_cover_their_median_in_every_small_population():
    # Every sample of 6 from 12 people whose answers all differ: at least what is promised.
    everybody = range(12)
    held = [median(sample).interval for sample in combinations(everybody, 6)]
    inside = sum(interval.low <= Fraction(11, 2) <= interval.high for interval in held)
    assert Fraction(inside, len(held)) >= Fraction(31, 32)
