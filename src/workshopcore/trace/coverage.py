"""How much of what a programme set out to do can be shown: three figures, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from workshopcore.actions import Proportion
from workshopcore.language import gettext
from workshopcore.trace.gains import GainTrace
from workshopcore.trace.links import Parts

__all__ = ["Coverage", "coverage_of"]


@frozen
class Coverage:
    """What is covered, each figure with its denominator.

    The first three belong together, because each alone would flatter: an objective with an
    action need not have gained anything, and a gain that rests on reports need not be one.

    Attributes:
        acted: objectives in force with an action or more.
        gained: objectives in force with a gain or more.
        supported: objectives in force with a gain that rests on more than self-report.
        traceable: gains that go back without a gap, from evidence to an objective.
        used: verified actions that a gain rests on.
        independence: for each degree of independence from 0 to 2, how many gains have evidence
            of that degree and none of a higher one. A gain without evidence counts under 0, and
            so does one with self-report alone, whoever collected it.
    """

    acted: Proportion
    gained: Proportion
    supported: Proportion
    traceable: Proportion
    used: Proportion
    independence: tuple[int, int, int]

    def independence_index(self) -> Fraction | None:
        """Return the mean of the gains' highest independence, over 2; ``None`` without gains.

        0 when all is the team's own word, 1 when every gain has evidence from outside.
        """
        gains = sum(self.independence)
        if not gains:
            return None
        return Fraction(self.independence[1] + 2 * self.independence[2], 2 * gains)

    def __str__(self) -> str:
        return gettext(
            "Objectives: {acted} with an action, {gained} with a gain, {supported} with a gain"
            " that rests on more than self-report",
            acted=self.acted,
            gained=self.gained,
            supported=self.supported,
        )


def coverage_of(parts: Parts, gains: Iterable[GainTrace]) -> Coverage:
    """Return how much is covered."""
    traces = tuple(gains)
    verified = {each.action.id for each in parts.actions if each.status == "verified"}
    cited = {node.id for each in traces for node in each.outcomes if node.kind == "action"}
    return Coverage(
        acted=_of(parts, (each.action.objective for each in parts.actions)),
        gained=_of(parts, (aim for each in traces for aim in each.gain.objectives)),
        supported=_of(
            parts,
            (aim for each in traces if each.grade != "reported" for aim in each.gain.objectives),
        ),
        traceable=Proportion(sum(each.is_traceable for each in traces), len(traces)),
        used=Proportion(len(verified & cited), len(verified)),
        independence=_independence(parts, traces),
    )


def _of(parts: Parts, names: Iterable[str]) -> Proportion:
    found = {parts.current(name) for name in names} - {""}
    return Proportion(len(found), len(parts.objectives))


def _independence(parts: Parts, traces: Iterable[GainTrace]) -> tuple[int, int, int]:
    degrees = {
        evidence.id: 0 if evidence.kind == "self-report" else evidence.independence
        for evidence in parts.programme.evidence
    }
    counts = [0, 0, 0]
    for each in traces:
        counts[max((degrees[node.id] for node in each.evidence), default=0)] += 1
    return counts[0], counts[1], counts[2]
