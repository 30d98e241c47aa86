"""The texts of the rules: data beside the functions, read by one loader."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from attrs import frozen

from workshopcore.contracts.checks import Threshold
from workshopcore.model.finding import Severity

__all__ = ["Example", "RuleText", "rule_texts"]


@frozen
class Example:
    """A programme in TOML that a rule objects to, where it does, and the same one put right."""

    bad: str
    good: str
    path: str


@frozen
class RuleText:
    """What people read about a rule.

    Attributes:
        code: its stable code.
        family: the title of the group it belongs to.
        title: what is wrong, in a few words.
        severity: how much its findings matter, unless policy says otherwise.
        why: why it matters.
        hint: the cure.
        domain: the rules of the field that it stands for, such as ``E4`` or ``realism 16``.
        thresholds: what policy may set.
        example: ``None`` for a rule that no programme can break.
    """

    code: str
    family: str
    title: str
    severity: Severity
    why: str
    hint: str
    domain: tuple[str, ...]
    thresholds: tuple[Threshold, ...]
    example: Example | None


@cache
def rule_texts() -> Mapping[str, RuleText]:
    """Return the texts of every built-in rule by code, in the order of the codes."""
    found = sorted(_read_all(), key=lambda text: text.code)
    return MappingProxyType({text.code: text for text in found})


def _read_all() -> Iterator[RuleText]:
    folder = files("workshopcore.checks") / "rules"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            family = tomllib.loads(entry.read_text(encoding="utf-8"))
            title, setting = family.pop("family"), family.pop("setting", "")
            for code, entries in family.items():
                yield _text(code, title, setting, entries)


def _text(code: str, family: str, setting: str, entries: dict[str, Any]) -> RuleText:
    thresholds = entries.pop("thresholds", {})
    example = entries.pop("example", None)
    return RuleText(
        code=code,
        family=family,
        domain=tuple(entries.pop("domain")),
        thresholds=tuple(Threshold(name, **values) for name, values in thresholds.items()),
        example=None if example is None else _example(code, setting, **example),
        **entries,
    )


def _example(code: str, setting: str, programme: str, path: str, cure: dict[str, str]) -> Example:
    """Make the good example from the bad one: each piece of text is replaced where it stands.

    ``setting`` is how every example of the family begins.
    """
    bad = good = setting + programme
    for wrong, right in cure.items():
        if good.count(wrong) != 1:
            raise ValueError(f"{code}: '{wrong}' must stand in the example exactly once")
        good = good.replace(wrong, right)
    return Example(bad, good, path)
