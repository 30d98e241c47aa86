"""The rules that come with the library."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

from workshopcore.checks.rule import Judgement, Rule
from workshopcore.checks.texts import rule_texts
from workshopcore.contracts.checks import Check

__all__ = ["built_in_checks"]

_FAMILIES = (
    "people",
    "brief",
    "dates",
    "venue",
    "day",
    "sessions",
    "tracks",
    "groups",
    "timing",
    "actions",
    "owners",
    "progress",
    "record",
    "expert",
    "surveys",
    "gains",
    "quotes",
    "privacy",
)


@cache
def built_in_checks() -> tuple[Check, ...]:
    """Return the checks that come with the library, in the order of their codes.

    >>> [check.title for check in built_in_checks() if check.code == "WC301"]
    ['Agreed action without a due date']
    """
    texts = rule_texts()
    found = [
        Rule(texts[judgement.code], judgement.judge)
        for family in _FAMILIES
        for judgement in _judgements(import_module(f"workshopcore.checks.rules.{family}"))
    ]
    return tuple(sorted(found, key=lambda each: each.code))


def _judgements(module: ModuleType) -> list[Judgement]:
    return [value for value in vars(module).values() if isinstance(value, Judgement)]
