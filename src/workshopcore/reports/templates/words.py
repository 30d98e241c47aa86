"""What a template can say of a programme in the library's words: dates, counts, lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jinja2 import Undefined, pass_eval_context
from jinja2.nodes import EvalContext

from workshopcore.language import money
from workshopcore.model.money import Money
from workshopcore.reports import wording
from workshopcore.reports.templates.parts import Part
from workshopcore.reports.templates.values import Piece, part_sign, spelt
from workshopcore.sandbox import called

__all__ = ["FILTERS", "said", "written"]


@pass_eval_context
def written(_context: EvalContext, value: Any) -> str:
    """Return what ``{{ value }}`` writes: Markdown of the house as it is, everything else as text.

    It takes the context so that Jinja writes nothing before it knows in which language.
    """
    if isinstance(value, Piece):
        return value.text
    if isinstance(value, Part):
        return part_sign(value.number)
    if isinstance(value, Undefined):
        return spelt(str(value))  # raises, but for an {{ … if … }} without else
    return spelt(said(value))


def said(value: Any) -> str:
    """Return a value in words.

    Raises:
        TypeError: it is a thing of many parts, and somebody has to say which.

    >>> said(date(2027, 1, 19)), said(None), said(Money("650.00", "GBP"))
    ('19 January 2027', '', '£650.00')
    """
    if isinstance(value, str):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        raise TypeError('a yes or no is no text: {{ "these words" if … else "those" }}')
    if isinstance(value, int):
        return str(value)
    for kind, words in _IN_WORDS.items():
        if isinstance(value, kind):
            return words(value)
    if "__str__" in vars(type(value)):  # somebody said how it reads
        return str(value)
    raise TypeError(_no_text(value))


def _no_text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "a list is no text: write it with |listed, or go through it with {% for … %}"
    names = [name for name in ("title", "name", "statement", "text") if hasattr(value, name)]
    which = f", such as .{names[0]}" if names else ""
    return f"{called(value)} is no text: say what of it you mean{which}"


_IN_WORDS: dict[type, Callable[[Any], str]] = {
    datetime: lambda value: f"{wording.day(value)}, {wording.clock(value)}",
    date: wording.day,
    Decimal: wording.exact,
    float: lambda value: wording.exact(Decimal(str(value))),
    Money: lambda value: money(value.amount, value.currency),
}


def _count(things: Any, one: str, many: str = "") -> str:
    return wording.count(things if isinstance(things, int) else len(things), one, many)


def _listed(things: Any, last: str = "") -> str:
    return wording.listed((said(thing) for thing in things), last)


FILTERS: dict[str, Callable[..., Any]] = {
    "capitalised": wording.capitalised,
    "clock": wording.clock,
    "clocks": wording.clocks,
    "count": _count,
    "day": wording.day,
    "days": wording.days,
    "hours": wording.hours,
    "listed": _listed,
    "moments": wording.moments,
    "month": wording.month,
    "quoted": wording.quoted,
    "share": wording.share,
    "state": wording.state,
    "times": wording.times,
    "weekday": wording.weekday,
}
"""The filters for reports, beside those for all templates."""
