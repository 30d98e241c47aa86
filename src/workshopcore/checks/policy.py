"""Policy: what a house and a programme set for each check, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import time
from typing import Any, get_args

from attrs import frozen

from workshopcore.checks.texts import rule_texts
from workshopcore.contracts.checks import Check, Threshold
from workshopcore.errors import nearest, shown
from workshopcore.model.finding import Finding, Severity
from workshopcore.model.options import Options

__all__ = ["Policy", "unknown_code"]

SEVERITIES = (*get_args(Severity), "off")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")


@frozen
class Policy:
    """What the house and the programme set; the programme has the last word."""

    house: Options
    programme: Options

    def thresholds(self, check: Check) -> Options:
        """Return every threshold of a check: its default, unless policy says otherwise."""
        found: dict[str, Any] = {each.name: each.default for each in check.thresholds}
        for layer in (self.house, self.programme):
            given = _entries(layer, check.code)
            for each in check.thresholds:
                if each.name in given and not expected_instead(each, given[each.name]):
                    found[each.name] = given[each.name]
        return Options(found)

    def severity(self, code: str) -> str:
        """Return the severity that policy sets for a code, ``off`` included; ``""`` for none."""
        for layer in (self.programme, self.house):
            wanted = _entries(layer, code).get("severity")
            if isinstance(wanted, str) and wanted in SEVERITIES:
                return wanted
        return ""

    def findings(self, checks: Iterable[Check]) -> Iterator[Finding]:
        """Yield what is wrong with the policy itself."""
        known = {check.code: check.thresholds for check in checks}
        for layer, place in ((self.house, ""), (self.programme, "policy")):
            owner = "the programme's policy" if place else "the house's policy"
            for code, given in layer.items():
                path = _below(place, code)
                yield from _of_code(code, given, path, owner, known)


def _entries(layer: Options, code: str) -> Mapping[str, Any]:
    given = layer.get(code)
    return given if isinstance(given, Mapping) else {}


def _below(path: str, key: str) -> str:
    """Return the path of a key; that of its table if the key cannot be written in a path."""
    return f"{path}.{key}" if path and _PLAIN.fullmatch(key) else path


def _of_code(
    code: str,
    given: object,
    path: str,
    owner: str,
    known: Mapping[str, tuple[Threshold, ...]],
) -> Iterator[Finding]:
    mechanism = {name: text.thresholds for name, text in rule_texts().items()}
    settable = {**mechanism, **known}
    if code not in settable:
        yield unknown_code(code, settable, "WC101", path, owner)
    elif not isinstance(given, Mapping):
        yield _wrong(path, owner, code, given, "a table, such as severity = 'note'")
    else:
        for name, value in given.items():
            yield from _of_entry(
                name, value, _below(path, name), f"{owner} for {code}", settable[code]
            )


def _of_entry(
    name: str, value: object, path: str, owner: str, thresholds: tuple[Threshold, ...]
) -> Iterator[Finding]:
    settable = {each.name: each for each in thresholds}
    if name == "severity":
        if not isinstance(value, str) or value not in SEVERITIES:
            yield _wrong(path, owner, name, value, "one of " + ", ".join(SEVERITIES))
    elif name not in settable:
        guess = nearest(name, [*settable, "severity"])
        cure = f"Did you mean '{guess}'?" if guess else f"It has {_listed([*settable, 'severity'])}"
        message = f"{owner} sets {shown(name)}, which that check does not have"
        yield Finding("WC102", "warning", path, message, cure)
    else:
        expected = expected_instead(settable[name], value)
        if expected:
            yield _wrong(path, owner, name, value, expected)


def _wrong(path: str, owner: str, name: str, value: object, expected: str) -> Finding:
    found = shown(value)
    message = f"{owner} sets {shown(name)} to {found}, where {expected} belongs: it is not used"
    return Finding("WC102", "warning", path, message, rule_texts()["WC102"].hint)


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def unknown_code(code: str, known: Iterable[str], under: str, path: str, owner: str) -> Finding:
    """Return what to say of a code that no check has.

    A code of our own family is a slip. Any other may belong to a plugin that is not installed
    here, which is worth a note and no more.
    """
    text = rule_texts()[under]
    if code.upper().startswith("WC"):
        guess = nearest(code, [each.lower() for each in known]).upper()
        cure = f"Did you mean '{guess}'?" if guess else text.hint
        message = f"{owner} names {shown(code)}: no check has this code"
        return Finding(under, text.severity, path, message, cure)
    message = f"{owner} names {shown(code)}: no check that is installed here has this code"
    return Finding(under, "note", path, message, "Install the plugin that brings it, or remove it")


def expected_instead(threshold: Threshold, value: object) -> str:
    """Return in words what a threshold takes if a value is not it, else ``""``."""
    return _expected(threshold.default, value)


def _expected(default: object, value: object) -> str:
    match default:
        case bool():
            return "" if isinstance(value, bool) else "true or false"
        case int():
            return "" if _number(value, int) else "a whole number, 0 or more"
        case float():
            return "" if _number(value, int, float) else "a number, 0 or more"
        case time():
            return "" if _clock(value) else "a clock time such as 09:00"
        case str():
            return "" if isinstance(value, str) else "text"
        case tuple() | list():
            return _expected_list(default, value)
    return "" if isinstance(value, Mapping) else "a table"


def _expected_list(default: tuple[Any, ...] | list[Any], value: object) -> str:
    if not isinstance(value, tuple):
        return "a list"
    each = default[0] if default else ""
    wrong = next((said for item in value if (said := _expected(each, item))), "")
    return wrong and f"a list in which every item is {wrong}"


def _number(value: object, *kinds: type) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool) and value >= 0  # type: ignore[operator]


def _clock(value: object) -> bool:
    try:
        return isinstance(value, str) and time.fromisoformat(value).tzinfo is None
    except ValueError:
        return False
