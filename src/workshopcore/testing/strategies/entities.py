"""Any entity from its own class: a strategy for each field, made from its type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin

import attrs
from hypothesis import strategies as st

from workshopcore.model.length import Length
from workshopcore.model.money import Money
from workshopcore.model.options import Options
from workshopcore.model.shape import FieldShape, shape
from workshopcore.testing.strategies.moments import days, zones
from workshopcore.testing.strategies.values import decimals, lengths, money, option_trees
from workshopcore.testing.strategies.words import texts, titles

__all__ = ["Pools", "entities", "fields_of"]

Pools: TypeAlias = Mapping[str, tuple[str, ...]]
"""What can be referred to: identifiers by the kind of thing."""

Choice: TypeAlias = st.SearchStrategy[Any] | None

_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    date: days(),
    str: titles(),
    Decimal: decimals(),
    Length: lengths(),
    Money: money(),
    Options: option_trees(),
}


def entities(cls: type, pools: Pools, **fields: Choice) -> st.SearchStrategy[Any]:
    """Return entities of a class: every optional field now given, now left out.

    Args:
        cls: the class.
        pools: what its references may point at.
        fields: strategies for fields that the class alone does not explain; ``None`` leaves
            a field out.
    """
    return fields_of(cls, pools, **fields).map(lambda given: cls(**given))


def fields_of(cls: type, pools: Pools, **fields: Choice) -> st.SearchStrategy[dict[str, Any]]:
    """Return what an entity needs to be built, by field; identifiers are left to the caller."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for field in shape(cls):
        strategy = fields[field.name] if field.name in fields else _choice(cls, field, pools)
        if strategy is not None:
            (required if field.required else optional)[field.name] = strategy
    return _some_of(required, optional)


@st.composite
def _some_of(
    draw: st.DrawFn,
    required: dict[str, st.SearchStrategy[Any]],
    optional: dict[str, st.SearchStrategy[Any]],
) -> dict[str, Any]:
    """Draw what is required, and any of the rest: one draw decides which, as there are many."""
    given = {name: draw(strategy) for name, strategy in required.items()}
    chosen = draw(st.integers(0, 2 ** len(optional) - 1))
    for bit, (name, strategy) in enumerate(optional.items()):
        if chosen >> bit & 1:
            given[name] = draw(strategy)
    return given


def _choice(cls: type, field: FieldShape, pools: Pools) -> Choice:
    if field.name == "id":
        return None
    if field.to:
        return _references(pools.get(field.to, ()), field.many)
    if field.many and field.children:
        return _held(field.children[0], pools)
    return _values(cls, field.name)


@cache
def _references(pool: tuple[str, ...], many: bool) -> Choice:
    if not pool:
        return st.just(()) if many else None
    one = st.sampled_from(pool)
    return st.lists(one, max_size=3) if many else one


def _held(kind: type, pools: Pools) -> Choice:
    lacking = any(f.to and f.required and not f.many and not pools.get(f.to) for f in shape(kind))
    return None if lacking else st.lists(entities(kind, pools), max_size=2)


@cache
def _values(cls: type, name: str) -> Choice:
    """Return a strategy from a field's type, ``None`` where the type does not say enough."""
    if name == "time_zone":
        return zones()
    field = next(f for f in shape(cls) if f.name == name)
    if field.many:
        return st.lists(texts(), max_size=3)
    parts = [part for part in get_args(field.type) if part is not NoneType]
    kind = parts[0] if parts and get_origin(field.type) is not Literal else field.type
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if kind is int:
        bounds: Any = attrs.fields_dict(cls)[name].validator
        return st.integers(bounds.least, bounds.most)
    return _BY_TYPE.get(kind)
