"""What of the objectives is covered: an action, a gain, a gain that rests on more than reports."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from workshopcore.contracts.report import Block, Figure, Table
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.reports.blocks import facts
from workshopcore.trace import GainTrace, Node, Trace

__all__ = ["Covered", "coverage_facts", "coverage_figure", "covered"]

_COLUMNS = (
    gettext_noop("An action"),
    gettext_noop("A gain"),
    gettext_noop("A gain on more than self-report"),
)


@frozen
class Covered:
    """One objective, and what it has.

    Attributes:
        objective: the objective.
        actions: the actions that serve it.
        gains: the gains that it has, with their grades.
    """

    objective: Node
    actions: tuple[Node, ...]
    gains: tuple[GainTrace, ...]

    @property
    def supported(self) -> tuple[GainTrace, ...]:
        """Its gains that rest on more than what people said themselves."""
        return tuple(gain for gain in self.gains if gain.grade != "reported")


def covered(found: Trace) -> tuple[Covered, ...]:
    """Return each objective in force with its actions and gains."""
    traces = {each.path[-1]: each for each in found.gains}
    objectives = [node for node in found.nodes if node.kind == "objective"]
    ends: dict[Node, list[Node]] = {node: [] for node in objectives}
    for link in found.links:
        if link.source in ends:
            ends[link.source].append(link.target)
    return tuple(
        Covered(
            node,
            tuple(end for end in ends[node] if end.kind == "action"),
            tuple(traces[end] for end in ends[node] if end.kind == "gain"),
        )
        for node in objectives
    )


def coverage_figure(objectives: Sequence[Covered]) -> tuple[Block, ...]:
    """Return the objectives as a matrix; nothing of no objectives."""
    if not objectives:
        return ()
    cells = [_cells(each) for each in objectives]
    names = [each.objective.title for each in objectives]
    columns = [gettext(column) for column in _COLUMNS]
    caption = gettext("What each objective has")
    rows = [
        {"label": name, "cells": [{"covered": n > 0, "words": words} for n, words in line]}
        for name, line in zip(names, cells, strict=True)
    ]
    return (
        Figure(
            "coverage-matrix",
            {"columns": columns, "rows": rows},
            _in_words(cells),
            Table(
                [gettext("Objective"), *columns],
                [[n, *(words for _, words in line)] for n, line in zip(names, cells, strict=True)],
                caption=caption,
                row_headings=True,
            ),
            caption=caption,
        ),
    )


def _cells(each: Covered) -> list[tuple[int, str]]:
    return [
        (len(each.actions), _actions(len(each.actions))),
        (len(each.gains), _gains(each.gains)),
        (len(each.supported), _gains(each.supported)),
    ]


def _actions(number: int) -> str:
    if not number:
        return pgettext("of actions", "none")
    return ngettext("{count} action", "{count} actions", number)


def _gains(gains: Sequence[GainTrace]) -> str:
    """Count gains, and say how many of them are unwelcome: a sign alone would hide it."""
    unwelcome = sum(gain.gain.valence == "negative" for gain in gains)
    if unwelcome:
        return ngettext(
            "{count} gain, {unwelcome} unwelcome",
            "{count} gains, {unwelcome} unwelcome",
            len(gains),
            unwelcome=unwelcome,
        )
    if not gains:
        return pgettext("of gains", "none")
    return ngettext("{count} gain", "{count} gains", len(gains))


def _in_words(cells: Sequence[Sequence[tuple[int, str]]]) -> str:
    acted, gained, supported = (sum(line[n][0] > 0 for line in cells) for n in range(3))
    return ngettext(
        "{count} objective: {acted} with an action, {gained} with a gain, {supported} with a gain"
        " that rests on more than self-report.",
        "{count} objectives: {acted} with an action, {gained} with a gain, {supported} with a gain"
        " that rests on more than self-report.",
        len(cells),
        acted=acted,
        gained=gained,
        supported=supported,
    )


def coverage_facts(found: Trace) -> tuple[Block, ...]:
    """Print the three figures together: each alone would flatter."""
    coverage = found.coverage
    if not coverage.acted.denominator:
        return ()
    return facts(
        (gettext("Objectives with an action"), str(coverage.acted)),
        (gettext("Objectives with a result"), str(coverage.gained)),
        (
            gettext("Objectives with a result that rests on more than reports"),
            str(coverage.supported),
        ),
    )
