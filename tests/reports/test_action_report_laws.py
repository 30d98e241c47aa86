"""What holds for the documents about actions, whatever has happened in a programme."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Callout, Figure, Report, Run, Section, Table
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import ReportError
from workshopcore.model.action import CLOSED, Action, Update
from workshopcore.model.lifecycle import ACTION
from workshopcore.model.programme import Programme
from workshopcore.reports import built_in_reports
from workshopcore.testing.strategies import days, programmes

KINDS = {kind.key: kind for kind in built_in_reports()}
DAY = timedelta(days=1)


def reported(programme: Programme, key: str, on: date, **asked: Any) -> Report:
    return KINDS[key].build(programme, ReportRequest(as_of=on, **asked))


def until(programme: Programme, last: date) -> Programme:
    """Return a programme without the news of actions that came after a day."""
    actions = [
        attrs.evolve(
            action,
            updates=[entry for entry in action.updates if entry.on <= last],
            reviews=[entry for entry in action.reviews if entry.on <= last],
        )
        for action in programme.actions
    ]
    return attrs.evolve(programme, actions=actions)


def with_later_news(programme: Programme, after: date) -> Programme:
    """Return a programme in which everything goes on after a day."""
    owner = programme.people[0].id
    actions = []
    for action in programme.actions:
        begun = [moment for moment in (action.created, action.agreed) if moment]
        on = max([after, *begun, *(entry.on for entry in action.history())]) + DAY
        to = ACTION.moves[action.status(on)]
        news = {"due": on, "owner": owner, "note": "Later news", "progress": 99}
        later = Update(on, to[0] if to else None, **news)
        actions.append(attrs.evolve(action, updates=[*action.updates, later]))
    fresh = Action("Thought of later", owner, id="thought-of-later", agreed=after + DAY)
    return attrs.evolve(programme, actions=[*actions, fresh])


@pytest.mark.parametrize("key", ["action-plan", "progress"])
@given(programme=programmes(people=1, workshops=1), on=days())
def test_report_is_as_it_was_whatever_happens_later(key: str, programme: Programme, on: date):
    then = reported(until(programme, on), key, on)
    assert reported(programme, key, on) == then
    assert reported(with_later_news(programme, on), key, on) == then


@given(programme=programmes(people=1, workshops=1), on=days(), data=st.data())
def test_review_is_as_it_was_whatever_happens_later(
    programme: Programme, on: date, data: st.DataObject
):
    workshop = data.draw(st.sampled_from(programme.workshops))
    last = min(on, workshop.day - DAY)
    asked = {"workshop": workshop.id}
    try:
        then = reported(until(programme, last), "action-review", on, **asked)
    except ReportError:
        return
    assert reported(programme, "action-review", on, **asked) == then
    assert reported(with_later_news(programme, last), "action-review", on, **asked) == then


def rows(part: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield every row of the tables in a part of a report, with the last heading above it."""
    for block in part.blocks:
        if isinstance(block, Table):
            yield from ((part.title, row) for row in block.rows)
        elif isinstance(block, (Section, Callout)):
            yield from rows(block)


def named(cells: tuple[Any, ...]) -> list[str]:
    """Return the identifiers of actions that stand in a row."""
    runs = [run for cell in cells if not isinstance(cell, str) for run in cell]
    return [run.text for run in runs if run.mark == "code"]


def began(programme: Programme, action: Action) -> date:
    """Return when an action was put forward, as far as anybody can tell."""
    if action.born or not action.origin:
        return action.born or date.min
    news = [entry.on for entry in action.history()]
    return min([programme.workshop(action.origin.partition("/")[0]).day, *news])


def found_open(programme: Programme, on: date) -> list[str]:
    """Ask each action by itself whether it was open when a day was over."""
    return sorted(
        action.id
        for action in programme.actions
        if began(programme, action) <= on and action.status(on) not in CLOSED
    )


@given(programme=programmes(people=1), on=days())
def test_action_plan_has_every_action_once(programme: Programme, on: date):
    report = reported(programme, "action-plan", on)
    told = Counter(name for _, row in rows(report) for name in named(row))
    there = [action.id for action in programme.actions if began(programme, action) <= on]
    assert told == Counter(there)


@given(programme=programmes(people=1, workshops=1))
def test_action_review_has_every_open_action_once(programme: Programme):
    for workshop in programme.workshops:
        eve = workshop.day - DAY
        if workshop.state(eve) in ("cancelled", "postponed"):
            continue
        report = KINDS["action-review"].build(programme, ReportRequest(workshop=workshop.id))
        told = [row for title, row in rows(report) if not title.startswith("Closed")]
        assert sorted(name for row in told for name in named(row)) == found_open(programme, eve)


@given(programme=programmes(people=1), on=days())
def test_progress_adds_up(programme: Programme, on: date):
    report = reported(programme, "progress", on)
    unfinished = len(found_open(programme, on))
    pictures = list(figures(report))
    counted = [sum(bar["counts"]) for f in pictures if coloured(f) for bar in f.data["bars"]]
    done = [f.data["bars"][0]["counts"][0] for f in pictures if coloured(f)]
    assert [total - number for total, number in zip(counted, done, strict=True)] in (
        [unfinished],
        [],
    )
    assert bool(counted) or not unfinished
    served = [sum(bar["counts"]) for f in pictures if not coloured(f) for bar in f.data["bars"]]
    assert sum(served) + aimless(report) == sum(counted)


def figures(part: Any) -> Iterator[Figure]:
    """Yield the bars that are drawn in a part of a report."""
    for block in part.blocks:
        if isinstance(block, Figure) and block.kind == "stacked-bars":
            yield block
        elif isinstance(block, Section):
            yield from figures(block)


def coloured(figure: Figure) -> bool:
    return figure.table.caption == "Actions by colour"


def aimless(report: Report) -> int:
    """Count the actions that a report lists as working towards no objective."""
    titles = [
        section
        for block in report.blocks
        if isinstance(block, Section) and block.title == "Objectives"
        for section in block.blocks
        if isinstance(section, Section) and section.title.startswith("Actions without")
    ]
    return sum(len(section.blocks[0].items) for section in titles)


def test_codes_in_rows_are_found():
    assert named(("a", (Run("b"), Run("c", "code")))) == ["c"]
