"""What every figure carries with it."""

from fractions import Fraction

import pytest

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics import (
    Base,
    Interval,
    Method,
    Part,
    Statistic,
    mean,
    net_promoter,
    share,
)

METHOD = Method("counting", "nobody in particular")
NINE = Base(10, 9, 9, "those who answered")


WIDER = (
    "For a wider population that these people stand for: 0.45 to 0.94 with 95 per cent "
    "confidence. Interval: Wilson score interval (E. B. Wilson, Probable Inference, Journal of the "
    "American Statistical Association 22, 1927)."
)


def test_statistic_needs_a_figure_or_a_reason():
    with pytest.raises(InvalidValueError, match="either a figure or the reason"):
        Statistic("share", None, NINE, METHOD)


def test_statistic_cannot_have_a_figure_and_a_reason_for_none():
    with pytest.raises(InvalidValueError, match="either a figure or the reason"):
        Statistic("share", 1, NINE, METHOD, why="nobody answered")


@pytest.mark.parametrize("base", [(8, 9, 9), (9, 8, 9), (9, 9, -1)])
def test_base_refuses_more_answers_than_people(base):
    with pytest.raises(InvalidValueError, match="no more answers used than given"):
        Base(*base, "those who answered")


def test_base_speaks_of_one_person_in_the_singular():
    assert str(Base(1, 1, 1, "all")) == "1 was asked, 1 answered, 1 is used; denominator: all"


def test_statistic_says_how_many_were_asked_only_where_some_are_missing():
    assert str(share([1, 1, 0], {1}, words="agree")) == "2 of 3 agree"
    assert str(share([1, 1, None], {1}, words="agree")) == "2 of 2 agree; 3 were asked"


def test_statistic_without_a_figure_says_why():
    assert str(share([None], {1})) == "No share: nobody answered; 1 was asked"


def test_part_is_found_by_name():
    found = net_promoter([10, 9, 3])
    assert found.parts == (Part("promoters", 2), Part("passive", 0), Part("detractors", 1))
    assert found.part("detractors") == 1


def test_unknown_part_is_an_error_that_suggests():
    with pytest.raises(UnknownKeyError, match="Did you mean 'promoters'"):
        net_promoter([10]).part("promotors")


def test_explanation_has_base_interval_method_and_notes():
    found = share([5, 4, 4, 2, 5, 4, 5, 3, 4, None], {4, 5}, words="agree")
    assert found.explain().splitlines() == [
        "7 of 9 agree; 10 were asked.",
        "10 were asked, 9 answered, 9 are used; denominator: those who answered.",
        WIDER,
        "Method: count over the number of answers (arithmetic).",
    ]


def test_explanation_without_interval_gives_the_note():
    assert mean([4, 4, 4]).explain().splitlines()[-1] == (
        "No interval: all answers are alike, and do not show how others would vary."
    )


def test_interval_names_exact_coverage_and_certainty():
    exact = Interval(1, 2, 0.95, METHOD, Fraction(31, 32), about="these people")
    assert exact.explain() == (
        "For these people: 1 to 2 with 95 per cent confidence (exactly 96.88). "
        "Interval: counting (nobody in particular)."
    )
    certain = Interval(1, 2, 1, METHOD, about="these people")
    assert "for certain" in certain.explain()


def test_statistic_is_a_value():
    assert share([1, 0], {1}) == share({1: 1, 0: 1}, {1})
    assert hash(share([1, 0], {1})) == hash(share([1, 0], {1}))


def test_explanation_gives_a_source_once():
    assert mean([5, 4, 4, 2]).explain().count("Biometrika") == 1
