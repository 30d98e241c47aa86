"""Silences: findings that a programme does not want to hear of, and has said why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshopcore.checks.order import within
from workshopcore.checks.policy import unknown_code
from workshopcore.checks.texts import rule_texts
from workshopcore.model.finding import Finding
from workshopcore.model.programme import Programme, Silence

__all__ = ["heard", "idle_silences"]


def heard(findings: Iterable[Finding], programme: Programme) -> tuple[Finding, ...]:
    """Return the findings that nobody has silenced."""
    return tuple(
        finding
        for finding in findings
        if not any(_covers(silence, finding) for silence in programme.silenced)
    )


def idle_silences(
    findings: Iterable[Finding], programme: Programme, codes: Iterable[str]
) -> Iterator[Finding]:
    """Yield a note for each silence that names no known check, or that silences nothing."""
    found, run = tuple(findings), frozenset(codes)
    known = run | rule_texts().keys()
    for number, silence in enumerate(programme.silenced):
        path = f"silenced[{number}]"
        if silence.code not in known:
            yield unknown_code(silence.code, known, "WC103", f"{path}.code", "this silence")
        elif silence.code in run and not any(_covers(silence, each) for each in found):
            where = f" at {silence.path}" if silence.path else ""
            message = f"{silence.code} is silenced{where}, and has nothing to say there"
            yield Finding("WC103", "note", path, message, rule_texts()["WC103"].hint)


def _covers(silence: Silence, finding: Finding) -> bool:
    return silence.code == finding.code and within(finding.path, silence.path)
