"""From a programme to a document: what is written of each entity, and in which order.

Defaults are left out, identifiers are always written, and what has a short form takes it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from workshopcore.files.building import AGENDA_KINDS
from workshopcore.files.migrations import CURRENT
from workshopcore.files.parsing import Table
from workshopcore.model.agenda import Session
from workshopcore.model.length import Length
from workshopcore.model.money import Money, decimal_like
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore.model.shape import shape

__all__ = ["NEVER", "SHORT", "document_of", "kind_of", "plain", "table_of", "written"]

_KINDS = {cls: kind for kind, cls in AGENDA_KINDS.items() if cls is not Session}


def document_of(programme: Programme) -> Table:
    """Return the document that a file of this programme holds."""
    return {"schema": CURRENT, **table_of(programme)}


def table_of(entity: Any) -> Table:
    """Return an entity as a table: its kind if it needs one, and what is not a default."""
    cls = entity.__class__
    kind = kind_of(cls)
    table: Table = {"kind": kind} if kind else {}
    for name, default in written(cls):
        value = getattr(entity, name)
        if value is not default and value != default:
            table[name] = plain(value)
    return table


def plain(value: Any) -> Any:
    """Return a value as a document holds it: a table for an entity, a short form if it has one."""
    shorten: Callable[[Any], Any] = SHORT.get(value.__class__, table_of)
    return shorten(value)


def kind_of(cls: type) -> str:
    """Return the ``kind`` that an item of an agenda is written with, ``""`` for none."""
    return _KINDS.get(cls, "")


@cache
def written(cls: type) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a class and their defaults: first those that come without a name."""
    keywords = {attribute.name: attribute.kw_only for attribute in attrs.fields(cls)}
    fields = sorted(shape(cls), key=lambda field: keywords[field.name])
    return tuple((f.name, NEVER if f.required else f.default) for f in fields)


NEVER = object()
"""Stands for the default of a field that must be given: nothing is equal to it."""


def _list(values: tuple[Any, ...]) -> list[Any]:
    return [plain(value) for value in values]


def _length(length: Length) -> Any:
    bounds = [length.shortest, length.usual, length.longest]
    if None not in bounds:
        return bounds
    return (
        length.usual
        if bounds == [None, length.usual, None] and length.usual is not None
        else table_of(length)
    )


def _money(money: Money) -> Any:
    amount = str(money.amount)
    if decimal_like(amount):
        return f"{amount} {money.currency}"
    return {"amount": amount, "currency": money.currency}


def _decimal(number: Decimal) -> float | int | str:
    """Return a number as a number if that loses nothing, else as text."""
    text = str(number)
    if text.lstrip("-").isdigit() and len(text) < 16 and text != "-0":
        return int(text)
    return float(text) if repr(float(text)) == text else text


def _moment(moment: datetime) -> datetime | str:
    """Return a date and time; as text where TOML has no form for its offset."""
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        return moment.isoformat(timespec="minutes")
    return moment


def _options(options: Options) -> Table:
    return {key: _option(value) for key, value in options.items()}


def _option(value: Any) -> Any:
    if value.__class__ is Options:
        return _options(value)
    return [_option(entry) for entry in value] if value.__class__ is tuple else value


def _as_it_is(value: Any) -> Any:
    return value


SHORT: dict[type, Callable[[Any], Any]] = {
    tuple: _list,
    Length: _length,
    Money: _money,
    Decimal: _decimal,
    datetime: _moment,
    Options: _options,
    str: str,
    **dict.fromkeys((bool, int, date, time), _as_it_is),
}
