"""Running checks: every finding once, in the order of the programme, whatever one check does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast, get_args

import attrs

from workshopcore.checks.order import programme_order
from workshopcore.checks.policy import Policy
from workshopcore.checks.silence import heard, idle_silences
from workshopcore.checks.texts import rule_texts
from workshopcore.contracts.checks import Check, CheckContext
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import shown
from workshopcore.model.finding import Finding, Severity
from workshopcore.model.options import Options, as_options
from workshopcore.model.programme import Programme

__all__ = ["run_checks"]

NO_POLICY = Options()


def run_checks(
    programme: Programme,
    checks: Iterable[Check],
    *,
    formats: Mapping[str, SessionFormat],
    policy: Mapping[str, object] = NO_POLICY,
    as_of: date | None = None,
) -> tuple[Finding, ...]:
    """Return what checks find in a programme, in the order of the programme, then of the codes.

    Args:
        programme: the programme.
        checks: which rules to apply.
        formats: the session formats that are installed, by key.
        policy: the house's thresholds and severities, by code; the programme's own go before.
        as_of: the day to look from, for what depends on it; left out, the last one of which
            anything is recorded.

    A check that raises is reported under ``WC100`` and stops no other.

    >>> from workshopcore.checks.built_in import built_in_checks
    >>> hasty = Programme(title="A year", k_min=3)
    >>> [finding.code for finding in run_checks(hasty, built_in_checks(), formats={})]
    ['WC112']
    """
    rules = tuple(checks)
    settings = Policy(as_options(policy), programme.policy)
    context = CheckContext(programme, formats=formats, as_of=as_of)
    found = [f for check in rules for f in _run(check, context, settings)]
    found += settings.findings(rules)
    found += idle_silences(found, programme, [check.code for check in rules])
    told = _weighed(heard(found, programme), settings)
    return tuple(sorted(told, key=lambda f: (programme_order(f.path), f.code, f.message)))


def _run(check: Check, context: CheckContext, policy: Policy) -> Iterator[Finding]:
    """Yield the findings of one check; if it raises, those until then and the failure."""
    if policy.severity(check.code) == "off":
        return
    try:
        # What is kept for all the checks of a run goes along.
        own = attrs.evolve(context, thresholds=policy.thresholds(check))
        for finding in check.run(own):
            yield _well_made(finding)
    except Exception as error:  # noqa: BLE001  (a plugin's check may raise anything)
        yield _failure(check, error)


def _well_made(finding: object) -> Finding:
    if not isinstance(finding, Finding):
        raise TypeError(f"a check yields findings, not {shown(finding)}")
    for text in (finding.code, finding.path, finding.message, finding.hint):
        if not isinstance(text, str):
            raise TypeError(f"the texts of a finding are text, not {shown(text)}")
    if finding.severity not in get_args(Severity):
        raise TypeError(f"no finding has the severity {shown(finding.severity)}")
    return finding


def _failure(check: Check, error: Exception) -> Finding:
    said = " ".join(str(error).split())[:200]
    message = f"the check {check.code} '{check.title}' failed: {type(error).__name__}: {said}"
    return Finding("WC100", "error", "", message, rule_texts()["WC100"].hint)


def _weighed(findings: Iterable[Finding], policy: Policy) -> Iterator[Finding]:
    """Yield the findings with the severity that policy gives them, those switched off left out."""
    for finding in findings:
        wanted = policy.severity(finding.code)
        if not wanted:
            yield finding
        elif wanted != "off":
            yield attrs.evolve(finding, severity=cast("Severity", wanted))
