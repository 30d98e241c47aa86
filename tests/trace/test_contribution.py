"""What clues make of a belief."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.model.evaluation import Evidence
from workshopcore.trace import weigh


def clue(ratio: str | None, id: str = "clue") -> Evidence:
    return Evidence("A clue", id=id, likelihood_ratio=ratio)


def test_odds_are_multiplied() -> None:
    # 1 to 3 before; 6 x 1/2 = 3 for; 1 to 1 after.
    found = weigh([clue("6", "for"), clue("0.5", "against")], "0.25")

    assert (found.prior, found.posterior) == (Fraction(1, 4), Fraction(1, 2))
    assert found.weighed == ("for", "against")


def test_clue_without_a_ratio_is_named_and_not_weighed() -> None:
    found = weigh([clue("1", "one"), clue(None, "none")], Decimal("0.4"))

    assert (found.posterior, found.unweighed) == (Fraction(2, 5), ("none",))


def test_one_clue_needs_no_warning_and_two_do() -> None:
    assert weigh([clue("2")], Fraction(1, 2)).warning == ""
    assert "independent" in weigh([clue("2", "a"), clue("2", "b")], Fraction(1, 2)).warning


def test_impossible_clue_rules_out() -> None:
    assert weigh([clue("0")], "0.9").posterior == 0


@pytest.mark.parametrize("prior", ["0", "1", "-0.2", "many", None])
def test_prior_is_a_probability(prior: str | None) -> None:
    with pytest.raises(InvalidValueError, match="more than 0 and less than 1"):
        weigh([], prior)  # type: ignore[arg-type]


def test_ratio_is_not_negative() -> None:
    with pytest.raises(InvalidValueError, match="0 or more"):
        weigh([clue("-1")], "0.5")
