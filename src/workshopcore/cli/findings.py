"""Findings as `check` shows them: in order, each with its place, for people and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from workshopcore.cli.terminal import Terminal
from workshopcore.model.finding import Finding, Severity

__all__ = ["SEVERITIES", "at_or_above", "in_order", "show", "summary", "to_json"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The gravest first."""

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by line (those without one last), the gravest of a line first."""
    return sorted(
        findings,
        key=lambda f: (f.line or float("inf"), SEVERITIES.index(f.severity), f.code, f.path),
    )


def at_or_above(findings: Iterable[Finding], severity: Severity) -> bool:
    """Return whether any finding is at least this grave."""
    grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return any(finding.severity in grave for finding in findings)


def to_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as `check --json` prints it; ``line`` is 0 where it is unknown."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": finding.file,
        "line": finding.line,
        "path": finding.path,
        "message": finding.message,
        "hint": finding.hint,
    }


def show(finding: Finding, terminal: Terminal) -> None:
    """Print a finding: where and what on one line, its cure on the next."""
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    terminal.say(
        (f"{place}: ", "bold"),
        (finding.severity, _STYLES[finding.severity]),
        f" {finding.code} ",
        (f"{finding.path}: " if finding.path else "", "dim"),
        finding.message,
    )
    if finding.hint:
        terminal.say("    ", finding.hint)


def summary(findings: Iterable[Finding]) -> str:
    """Return how many there are of each severity, in words.

    >>> summary([Finding("WC203", "warning", "", "Too long")])
    '1 warning'
    """
    found = Counter(finding.severity for finding in findings)
    counts = [
        f"{found[severity]} {severity}{'' if found[severity] == 1 else 's'}"
        for severity in SEVERITIES
        if found[severity]
    ]
    if len(counts) < 2:
        return counts[0] if counts else "nothing to report"
    return f"{', '.join(counts[:-1])} and {counts[-1]}"
