"""How much templates may do."""

import pytest
from jinja2.exceptions import SecurityError

from workshopcore.sandbox import Budget, bounded, spend, spending


def test_budget_is_used_up():
    with spending(Budget(steps=3, characters=5)):
        spend(steps=3, characters=5)
        with pytest.raises(SecurityError, match="goes on for too long"):
            spend(steps=1)
    with spending(Budget(steps=3, characters=5)), pytest.raises(SecurityError, match="too much"):
        spend(characters=6)


def test_budget_within_a_budget_leaves_the_outer_one_alone():
    outer = Budget(steps=5)
    with spending(outer):
        with spending(Budget(steps=100)):
            spend(steps=50)
        spend(steps=5)
    assert outer.steps == 0


def test_without_a_budget_nothing_is_counted():
    spend(steps=10**9, characters=10**9)


@pytest.mark.parametrize("value", ["x" * 5_000_001, [0] * 100_001, 1 << 1024])
def test_what_is_too_large_is_stopped(value):
    with pytest.raises(SecurityError):
        bounded(value)


@pytest.mark.parametrize("value", ["x" * 5_000_000, [0] * 100_000, (1 << 1024) - 1, None, 1.5])
def test_what_is_not_too_large_goes_on(value):
    assert bounded(value) is value
