"""Progress as pictures: colours as a bar, time to done as a curve; each with its whole table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workshopcore.actions import Rag, TimeToDone
from workshopcore.actions.rag import Colour
from workshopcore.contracts.report import Block, Column, Figure, Table
from workshopcore.language import gettext, ngettext, npgettext, number, pgettext
from workshopcore.reports.colours import colour_counted, colour_label
from workshopcore.reports.counted import counted, percent
from workshopcore.reports.objective_actions import ObjectiveActions
from workshopcore.reports.wording import listed

__all__ = ["colours_figure", "objectives_figure", "time_figure"]

_COLOURS: tuple[tuple[Colour, str], ...] = (
    ("complete", "done"),
    ("green", "good"),
    ("amber", "caution"),
    ("red", "alarm"),
)


def colours_figure(found: Rag) -> tuple[Block, ...]:
    """Return the colours of a plan as one bar; nothing of no actions."""
    shares = [(name, tone, getattr(found, name)) for name, tone in _COLOURS]
    total = found.complete.denominator
    if not total:
        return ()
    keys = [
        {"label": colour_label(name), "tone": tone, "note": counted(share)}
        for name, tone, share in shares
    ]
    counts = [share.numerator for _, _, share in shares]
    columns = [
        Column(gettext("Colour")),
        Column(gettext("Actions"), align="right"),
        Column(pgettext("of how many", "Of"), align="right"),
    ]
    rows = [[colour_label(name), str(s.numerator), str(total)] for name, _, s in shares]
    if percent(found.complete):
        columns.append(Column(gettext("Per cent"), align="right"))
        rows = [[*row, percent(share)] for row, (_, _, share) in zip(rows, shares, strict=True)]
    told = listed(colour_counted(name, share.numerator) for name, _, share in shares)
    return (
        Figure(
            "stacked-bars",
            {"keys": keys, "bars": [{"label": "", "counts": counts}]},
            ngettext(
                "{count} action in one bar: {colours}.",
                "{count} actions in one bar: {colours}.",
                total,
                colours=told,
            ),
            Table(columns, rows, caption=gettext("Actions by colour"), row_headings=True),
        ),
    )


def objectives_figure(objectives: Sequence[ObjectiveActions]) -> tuple[Block, ...]:
    """Return how far the actions for each objective have come; nothing of no objectives."""
    if not objectives:
        return ()
    keys = [
        {"label": pgettext("of actions", "Done"), "tone": "done"},
        {"label": pgettext("of actions", "Open"), "tone": "plain"},
        {"label": gettext("Open and overdue"), "tone": "alarm"},
    ]
    bars = [
        {"label": each.objective.statement, "counts": [each.done, each.in_time, each.overdue]}
        for each in objectives
    ]
    numbers = (
        gettext("Actions"),
        pgettext("of actions", "Done"),
        pgettext("of actions", "Open"),
        gettext("Of these overdue"),
    )
    columns = [Column(gettext("Objective")), *(Column(name, align="right") for name in numbers)]
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
            Table(columns, rows, caption=gettext("Actions by objective"), row_headings=True),
        ),
    )


def _bars_in_words(objectives: Sequence[ObjectiveActions]) -> str:
    served = [each for each in objectives if each.actions]
    finished = sum(each.done == len(each.actions) for each in served)
    late = sum(each.overdue > 0 for each in served)
    bare = len(objectives) - len(served)
    parts = [
        gettext("all actions are done for {number}", number=finished) if finished else "",
        gettext("some are overdue for {number}", number=late) if late else "",
        gettext("there is no action for {number}", number=bare) if bare else "",
    ]
    return ngettext(
        "One bar, for one objective: {told}.",
        "A bar for each of {count} objectives: {told}.",
        len(objectives),
        told=listed(parts) or gettext("work is under way"),
    )


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
    told = ngettext(
        "Curve of the share of actions still open, by age: {count} action counted, {done} of them"
        " done.",
        "Curve of the share of actions still open, by age: {count} actions counted, {done} of them"
        " done.",
        times.count,
        done=len(times.done),
    )
    return f"{told} {_fall_in_words(times)}"


def _fall_in_words(times: TimeToDone) -> str:
    if not times.steps:
        return gettext("It has not fallen.")
    last, half = times.steps[-1], times.median().days
    ends = {"days": _after(last.days), "share": number(float(last.open), 2)}
    if half is None:
        return gettext("It stays above a half; after {days} it is {share}.", **ends)
    return gettext(
        "It falls to a half after {half}; after {days} it is {share}.", half=_after(half), **ends
    )


def _after(days: int) -> str:
    return npgettext("after …", "{count} day", "{count} days", days)


def _curve_table(times: TimeToDone) -> Table:
    columns = [
        Column(name, align="right")
        for name in (
            gettext("Days since agreed"),
            gettext("Open at that age"),
            gettext("Done that day"),
            gettext("Share still open"),
            gettext("95% band"),
        )
    ]
    none = pgettext("of a band", "none")
    rows = [
        [
            str(step.days),
            str(step.at_risk),
            str(step.done),
            number(float(step.open), 2),
            none
            if band.low is None or band.high is None
            else f"{number(band.low, 2)}–{number(band.high, 2)}",
        ]
        for step, band in zip(times.steps, times.band(), strict=True)
    ]
    start = [["0", str(times.count), "0", number(1, 2), none]] if not rows else []
    return Table(columns, start + rows, caption=gettext("Share of actions still open, by age"))
