"""A rule: a small pure function under a stable code, together with its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from attrs import frozen

from workshopcore.checks.texts import RuleText
from workshopcore.contracts.checks import CheckContext, Threshold
from workshopcore.model.finding import Finding, Severity

__all__ = ["Found", "Judge", "Judgement", "Rule", "rule"]


class Found(NamedTuple):
    """Where a rule sees something, and what it sees."""

    path: str
    message: str


Judge: TypeAlias = Callable[[CheckContext], Iterable[Found]]


class Judgement(NamedTuple):
    """A function and the code of the rule that it judges."""

    code: str
    judge: Judge


def rule(code: str) -> Callable[[Judge], Judgement]:
    """Put a function in charge of a rule; its texts stand under the same code in the data."""
    return lambda judge: Judgement(code, judge)


@frozen
class Rule:
    """A built-in check."""

    text: RuleText
    judge: Judge

    @property
    def code(self) -> str:
        """Its stable code."""
        return self.text.code

    @property
    def title(self) -> str:
        """What is wrong, in a few words."""
        return self.text.title

    @property
    def severity(self) -> Severity:
        """How much its findings matter, unless policy says otherwise."""
        return self.text.severity

    @property
    def thresholds(self) -> tuple[Threshold, ...]:
        """What policy may set."""
        return self.text.thresholds

    def run(self, context: CheckContext) -> Iterator[Finding]:
        """Yield what it finds."""
        for path, message in self.judge(context):
            yield Finding(self.code, self.severity, path, message, self.text.hint)
