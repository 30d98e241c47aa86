"""Progress as pictures: colours as a bar, time to done as a curve; each with its whole table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workshopcore.actions import Rag, TimeToDone
from workshopcore.contracts.report import Block, Column, Figure, Table
from workshopcore.reports.counted import counted, percent
from workshopcore.reports.objective_actions import ObjectiveActions
from workshopcore.reports.wording import count, listed

__all__ = ["colours_figure", "objectives_figure", "time_figure"]

_COLOURS = (("complete", "done"), ("green", "good"), ("amber", "caution"), ("red", "alarm"))


def colours_figure(found: Rag) -> tuple[Block, ...]:
    """Return the colours of a plan as one bar; nothing of no actions."""
    shares = [(name, tone, getattr(found, name)) for name, tone in _COLOURS]
    total = found.complete.denominator
    if not total:
        return ()
    keys = [
        {"label": name.capitalize(), "tone": tone, "note": counted(share)}
        for name, tone, share in shares
    ]
    counts = [share.numerator for _, _, share in shares]
    columns = [Column("Colour"), Column("Actions", align="right"), Column("Of", align="right")]
    rows = [[name.capitalize(), str(s.numerator), str(total)] for name, _, s in shares]
    if percent(found.complete):
        columns.append(Column("Per cent", align="right"))
        rows = [[*row, percent(share)] for row, (_, _, share) in zip(rows, shares, strict=True)]
    told = listed(f"{share.numerator} {name}" for name, _, share in shares)
    return (
        Figure(
            "stacked-bars",
            {"keys": keys, "bars": [{"label": "", "counts": counts}]},
            f"{count(total, 'action')} in one bar: {told}.",
            Table(columns, rows, caption="Actions by colour", row_headings=True),
        ),
    )


def objectives_figure(objectives: Sequence[ObjectiveActions]) -> tuple[Block, ...]:
    """Return how far the actions for each objective have come; nothing of no objectives."""
    if not objectives:
        return ()
    keys = [
        {"label": "Done", "tone": "done"},
        {"label": "Open", "tone": "plain"},
        {"label": "Open and overdue", "tone": "alarm"},
    ]
    bars = [
        {"label": each.objective.statement, "counts": [each.done, each.in_time, each.overdue]}
        for each in objectives
    ]
    columns = [
        Column("Objective"),
        *(Column(name, align="right") for name in ("Actions", "Done", "Open", "Of these overdue")),
    ]
    rows = [
        [
            each.objective.statement,
            *map(str, (n := len(each.actions), each.done, n - each.done, each.overdue)),
        ]
        for each in objectives
    ]
    return (
        Figure(
            "stacked-bars",
            {"keys": keys, "bars": bars},
            _bars_in_words(objectives),
            Table(columns, rows, caption="Actions by objective", row_headings=True),
        ),
    )


def _bars_in_words(objectives: Sequence[ObjectiveActions]) -> str:
    served = [each for each in objectives if each.actions]
    finished = sum(each.done == len(each.actions) for each in served)
    late = sum(each.overdue > 0 for each in served)
    bare = len(objectives) - len(served)
    parts = [
        f"all actions are done for {finished}" if finished else "",
        f"some are overdue for {late}" if late else "",
        f"there is no action for {bare}" if bare else "",
    ]
    told = listed(parts)
    number = len(objectives)
    bars = "One bar, for one objective" if number == 1 else f"A bar for each of {number} objectives"
    return f"{bars}: {told}." if told else f"{bars}: work is under way."


def time_figure(times: TimeToDone) -> tuple[Block, ...]:
    """Return the curve of actions that are still open, by their age; nothing of no actions."""
    if not times.count:
        return ()
    data = {"count": times.count, "steps": list(_steps(times)), "not_done": times.not_done}
    median = times.median()
    if median.days is not None:
        data["median"] = median.days
    return (Figure("step-curve", data, _curve_in_words(times), _curve_table(times)),)


def _steps(times: TimeToDone) -> Iterator[dict[str, Any]]:
    for step, band in zip(times.steps, times.band(), strict=True):
        made: dict[str, Any] = {"days": step.days, "done": step.done, "share": float(step.open)}
        if band.low is not None and band.high is not None:
            made |= {"low": band.low, "high": band.high}
        yield made


def _curve_in_words(times: TimeToDone) -> str:
    all_of_them = f"{count(times.count, 'action')} counted, {len(times.done)} of them done."
    if not times.steps:
        return f"Curve of the share of actions still open, by age: {all_of_them} It has not fallen."
    last, days = times.steps[-1], times.median().days
    half = (
        f"falls to a half after {count(days, 'day')}" if days is not None else "stays above a half"
    )
    ends = f"after {count(last.days, 'day')} it is {_share(float(last.open))}"
    return f"Curve of the share of actions still open, by age: {all_of_them} It {half}; {ends}."


def _curve_table(times: TimeToDone) -> Table:
    columns = [
        Column(name, align="right")
        for name in (
            "Days since agreed",
            "Open at that age",
            "Done that day",
            "Share still open",
            "95% band",
        )
    ]
    rows = [
        [
            str(step.days),
            str(step.at_risk),
            str(step.done),
            _share(float(step.open)),
            "none"
            if band.low is None or band.high is None
            else f"{_share(band.low)}–{_share(band.high)}",
        ]
        for step, band in zip(times.steps, times.band(), strict=True)
    ]
    start = [["0", str(times.count), "0", _share(1), "none"]] if not rows else []
    return Table(columns, start + rows, caption="Share of actions still open, by age")


def _share(value: float) -> str:
    return f"{value:.2f}"
