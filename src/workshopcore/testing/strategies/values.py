from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from workshopcore.model.length import Length
from workshopcore.model.money import Money
from workshopcore.model.options import Options
from workshopcore.testing.strategies.words import texts

__all__ = ["decimals", "lengths", "money", "option_trees"]


@cache
def decimals() -> st.SearchStrategy[Decimal]:
    """Return exact numbers: prices, hours, and some that no binary fraction can hold."""
    unusual = ("0.1", "2.50", "-0", "1E+5", "1e-20", "123456789.123456789123456789", "-7")
    usual = st.decimals(-1000, 1_000_000, allow_nan=False, allow_infinity=False, places=2)
    return usual | st.sampled_from(unusual).map(Decimal)


@cache
def money() -> st.SearchStrategy[Money]:
    """Return amounts with their currency."""
    return st.builds(Money, decimals(), st.sampled_from(("GBP", "EUR", "JPY")))


@cache
def lengths() -> st.SearchStrategy[Length]:
    """Return lengths with every combination of bounds given and left out."""
    bounds = st.lists(st.none() | st.integers(0, 600), min_size=3, max_size=3)
    return bounds.map(_in_order)


def _in_order(bounds: list[int | None]) -> Length:
    rising = iter(sorted(bound for bound in bounds if bound is not None))
    return Length(*[None if bound is None else next(rising) for bound in bounds])


@cache
def option_trees() -> st.SearchStrategy[Options]:
    """Return free-form details: nested tables and lists with awkward keys and values."""
    keys = st.sampled_from(("rounds", "a.b", "a b", "é", '"', "1", "-", "true")) | texts().filter(
        bool
    )
    leaves = st.one_of(
        st.booleans(),
        st.integers(-(2**63), 2**63 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
        texts(),
    )
    trees = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=6,
    )
    return st.dictionaries(keys, trees, max_size=3).map(Options)
