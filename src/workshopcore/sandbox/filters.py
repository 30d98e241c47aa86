"""The filters, tests and functions of Jinja that templates of a house may use.

Left out are those that draw lots, format without bound, or make markup of what people wrote.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from jinja2 import Environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, do_join, do_sum, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import markup_join, str_join
from jinja2.sandbox import MAX_RANGE
from jinja2.tests import TESTS
from jinja2.utils import Cycler, Joiner, Namespace, pass_environment, pass_eval_context

from workshopcore.sandbox.allowed import allowed
from workshopcore.sandbox.budget import bounded, room_for, spend

__all__ = ["COUNTED", "JOINED", "functions", "limited", "usual_filters", "usual_tests"]

COUNTED, JOINED = "_counted", "_joined"
"""What loops go through, and what ``~`` is made of."""

_MOST_DIGITS = 10


def usual_filters() -> dict[str, Callable[..., Any]]:
    """Return the filters for all templates, each with a bound to its result."""
    jinja: Any = FILTERS  # which Jinja declares by a type of its own
    chosen = {name: jinja[name] for name in allowed()["filters"]}
    chosen |= {
        "join": _put_together,
        "replace": _replaced,
        "round": _rounded,
        "sum": _summed,
        "truncate": _truncated,
        COUNTED: _counted,
        JOINED: _joined,
    }
    return {name: limited(function) for name, function in chosen.items()}


def usual_tests() -> dict[str, Callable[..., Any]]:
    """Return the tests for all templates."""
    jinja: Any = TESTS
    return {name: jinja[name] for name in allowed()["tests"]}


def functions() -> dict[str, Any]:
    """Return the functions for all templates."""
    return {
        "cycler": Cycler,
        "dict": dict,
        "joiner": Joiner,
        "namespace": Namespace,
        "range": _range,
    }


def limited(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that never returns anything too large; what Jinja passes it, it passes on."""

    @functools.wraps(function)
    def call(*args: Any, **settings: Any) -> Any:
        return bounded(function(*args, **settings))

    return call


def _counted(things: Iterable[Any]) -> list[Any]:
    """Return what a loop goes through, paid for in full before it begins."""
    items = []
    for thing in things:
        spend(steps=1)
        items.append(thing)
    return items


@pass_eval_context
def _joined(context: EvalContext, parts: list[Any]) -> Any:
    return markup_join(parts) if context.autoescape else str_join(parts)


@pass_eval_context
def _put_together(
    context: EvalContext, things: Iterable[Any], between: str = "", attribute: str | None = None
) -> Any:
    items = list(things)
    if attribute is not None:
        read = make_attrgetter(context.environment, attribute)
        items = [read(item) for item in items]
    room_for(sum(len(item) for item in items if isinstance(item, str)) + len(between) * len(items))
    return do_join(context, items, between)


@pass_environment
def _summed(
    environment: Environment, things: Iterable[Any], attribute: str | None = None, start: Any = 0
) -> Any:
    if not isinstance(start, (int, float, Decimal, timedelta)):
        raise SecurityError("'sum' is for numbers")
    return do_sum(environment, things, attribute, start)


def _range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > MAX_RANGE:
        raise SecurityError(f"a range has at most {MAX_RANGE:,} numbers")
    return numbers


def _replaced(text: str, old: str, new: str, count: int = -1) -> str:
    found = text.count(old) if count < 0 else min(text.count(old), count)
    room_for(len(text) + found * (len(new) - len(old)))
    return text.replace(old, new, count)


def _rounded(value: float, digits: int = 0) -> Any:
    if abs(digits) > _MOST_DIGITS:
        raise SecurityError(f"it rounds to {digits} digits, and {_MOST_DIGITS} is the most")
    return round(value, digits) if digits else round(value)


def _truncated(text: str, length: int, end: str = "…") -> str:
    """Return a text of no more than so many characters, cut after a word."""
    if len(text) <= length:
        return text
    kept = text[: max(length - len(end), 0)]
    whole = kept.rpartition(" ")[0]
    return f"{whole or kept}{end}"
