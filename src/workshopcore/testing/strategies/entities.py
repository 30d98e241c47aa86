"""Any entity from its own class: a strategy for each field, made from its type.

Strategies are made once for each class, as making them takes longer than drawing from them.
So a reference is drawn as a number, and becomes an identifier when it is known what there is
to refer to.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias, cast, get_args, get_origin

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
Drawn: TypeAlias = dict[str, Any]

_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    date: days(),
    str: titles(),
    Decimal: decimals(),
    Length: lengths(),
    Money: money(),
    Options: option_trees(),
}
_EITHER = st.booleans()
_REFERENCE = st.integers(0, 999)
_REFERENCES = st.lists(_REFERENCE, max_size=3)
_TEXTS = st.lists(texts(), max_size=3)


def entities(cls: type, pools: Pools, **fields: Choice) -> st.SearchStrategy[Any]:
    """Return entities of a class: every optional field now given, now left out.

    Args:
        cls: the class.
        pools: what its references may point at.
        fields: strategies for fields that the class alone does not explain; ``None`` leaves
            a field out.
    """
    return _entities(cls, pools, fields)


@st.composite
def _entities(draw: st.DrawFn, cls: type, pools: Pools, fields: dict[str, Choice]) -> Any:
    return cls(**fields_of(draw, cls, pools, **fields))


def fields_of(draw: st.DrawFn, cls: type, pools: Pools, **fields: Choice) -> Drawn:
    """Draw what an entity needs to be built, by field; identifiers are left to the caller."""
    given = _resolved(cls, draw(_plan(cls, frozenset(fields))), pools)
    required = {field.name for field in shape(cls) if field.required}
    for name, strategy in fields.items():
        if strategy is not None and (name in required or draw(_EITHER)):
            given[name] = draw(strategy)
    return given


@cache
def _plan(cls: type, without: frozenset[str]) -> st.SearchStrategy[Drawn]:
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for field in shape(cls):
        strategy = None if field.name in without else _values(cls, field)
        if strategy is not None:
            (required if field.required else optional)[field.name] = strategy
    return _some_of(required, optional)


@st.composite
def _some_of(
    draw: st.DrawFn,
    required: dict[str, st.SearchStrategy[Any]],
    optional: dict[str, st.SearchStrategy[Any]],
) -> Drawn:
    """Draw what is required, and any of the rest: one draw decides which, as there are many."""
    given = {name: draw(strategy) for name, strategy in required.items()}
    chosen = draw(st.integers(0, 2 ** len(optional) - 1))
    for bit, (name, strategy) in enumerate(optional.items()):
        if chosen >> bit & 1:
            given[name] = draw(strategy)
    return given


def _values(cls: type, field: FieldShape) -> Choice:
    """Return a strategy from a field's type, ``None`` where the type does not say enough."""
    if field.name == "id":
        return None
    if field.to:
        return _REFERENCES if field.many else _REFERENCE
    if field.name == "time_zone":
        return zones()
    if field.many:
        if not field.children:
            return _TEXTS
        return st.lists(_plan(field.children[0], frozenset()), max_size=2)
    parts = [part for part in get_args(field.type) if part is not NoneType]
    kind = parts[0] if parts and get_origin(field.type) is not Literal else field.type
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if kind is int:
        bounds: Any = attrs.fields_dict(cast(Any, cls))[field.name].validator
        return st.integers(bounds.least, bounds.most)
    return _BY_TYPE.get(kind)


def _resolved(cls: type, drawn: Drawn, pools: Pools) -> Drawn:
    """Return drawn fields with identifiers for references; without those that point at nothing."""
    given: Drawn = {}
    for field in shape(cls):
        if field.name not in drawn:
            continue
        value = drawn[field.name]
        if field.to:
            pool = pools.get(field.to, ())
            if field.many:
                given[field.name] = [pool[number % len(pool)] for number in value if pool]
            elif pool:
                given[field.name] = pool[value % len(pool)]
        elif field.many and field.children:
            kind = field.children[0]
            built = [_resolved(kind, fields, pools) for fields in value]
            needed = {f.name for f in shape(kind) if f.required}
            given[field.name] = [kind(**fields) for fields in built if needed <= fields.keys()]
        else:
            given[field.name] = value
    return given
