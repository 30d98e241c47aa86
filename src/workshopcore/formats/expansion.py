"""What a format becomes for a number of people: rounds in order, groups, whole minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, reduce
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from workshopcore.contracts.formats import GroupPlan, MaterialPlan, SheetPlan, Step
from workshopcore.errors import FormatError
from workshopcore.formats.refusal import faulty, no_split, nothing_left, out_of_bounds, too_long
from workshopcore.formats.rules import Counts, RoundRule, StepRule, group_plan
from workshopcore.formats.timing import NO_TIME, Bounds, added, each_length, whole_length
from workshopcore.model.length import LONGEST_MINUTES, Length

if TYPE_CHECKING:
    from workshopcore.formats.definition import CatalogueFormat

__all__ = ["Expansion", "expanded", "sheets_of"]


@frozen
class Expansion:
    """A format for a number of people, before its steps are fitted to the minutes it gets.

    Attributes:
        length: how long it takes; the lengths of the steps add up to it.
        groups: ``None`` when everybody works together.
        counts: the people, groups and options that it was worked out for.
    """

    length: Length
    steps: tuple[Step, ...]
    groups: GroupPlan | None
    materials: tuple[MaterialPlan, ...]
    counts: Counts


class _Row(NamedTuple):
    """A step of the file, in its place: one round of it, with its goes and exact minutes."""

    rule: StepRule
    round: str
    times: int
    bounds: Bounds


@lru_cache(maxsize=2048)
def expanded(
    format: CatalogueFormat, people: int, chosen: tuple[tuple[str, int], ...]
) -> Expansion:
    """Return how a format runs with so many people and the options as chosen.

    It depends on nothing else, so that a display which asks again every second is answered
    from memory.

    Raises:
        FormatError: it does not work for this many people.
    """
    sizes = _sizes(format, people)
    counts = {"n": people, "g": len(sizes), "s": max(sizes), **dict(chosen)}
    groups = group_plan(format.groups, sizes) if format.groups and len(sizes) > 1 else None
    rows = [row for row in _rows(format, counts) if row.times]
    if not rows:
        raise nothing_left(format.key, people)
    length = _length(format, people, rows)
    steps = [
        _step(row, minutes, people, groups)
        for row, minutes in zip(rows, each_length([row.bounds for row in rows]), strict=True)
    ]
    return Expansion(length, tuple(steps), groups, tuple(_materials(format, counts)), counts)


def _sizes(format: CatalogueFormat, people: int) -> tuple[int, ...]:
    """Return the size of each group; one group is everybody together."""
    least, most = format.people
    if not least <= people <= most:
        raise out_of_bounds(format.key, people, format.people)
    for rule in format.splittings:
        if not rule.sizes(people):
            raise no_split(format.key, rule.wanted, people, format.people, format.works_for)
    return format.groups.sizes(people) if format.groups else (people,)


def _rows(format: CatalogueFormat, counts: Counts) -> Iterator[_Row]:
    for rule in format.steps:
        if isinstance(rule, StepRule):
            yield _row(format, rule, counts)
        else:
            yield from _rounds(format, rule, counts)


def _rounds(format: CatalogueFormat, rule: RoundRule, counts: Counts) -> Iterator[_Row]:
    """Yield the steps of all rounds in the order in which they happen."""
    with _place(format, f"rounds of '{rule.steps[0].name}'"):
        rounds = rule.number(counts)
    if not rounds:
        return
    rows = [_row(format, step, counts) for step in rule.steps]
    for number in range(1, rounds + 1):
        called = f"{rule.called} {number} of {rounds}" if rounds > 1 else ""
        for row in rows:
            if number < rounds or not row.rule.between:
                yield row._replace(round=called)


def _row(format: CatalogueFormat, rule: StepRule, counts: Counts) -> _Row:
    with _place(format, f"step '{rule.name}'"):
        return _Row(rule, "", rule.goes(counts), rule.bounds(counts))


def _length(format: CatalogueFormat, people: int, rows: list[_Row]) -> Length:
    total = reduce(added, (row.bounds for row in rows), NO_TIME)
    if total[2] > LONGEST_MINUTES:
        raise too_long(format.key, people, int(total[2]))
    return whole_length(total)


def _step(row: _Row, length: Length, people: int, groups: GroupPlan | None) -> Step:
    """Return the step as planned; where there is one group, everybody is together."""
    rule, seating, arrangement = row.rule, None, row.rule.arrangement
    if rule.splitting:
        seating = group_plan(rule.splitting, rule.splitting.sizes(people))
    elif arrangement == "groups":
        seating = groups
        arrangement = arrangement if groups else "plenary"
    return Step(
        rule.name,
        length,
        arrangement=arrangement,
        prompt=rule.prompt,
        capture=rule.capture,
        times=row.times,
        round=row.round,
        groups=seating,
    )


def _materials(format: CatalogueFormat, counts: Counts) -> Iterator[MaterialPlan]:
    for rule in format.materials:
        with _place(format, f"material '{rule.item}'"):
            yield rule.plan(counts)


def sheets_of(
    format: CatalogueFormat, counts: Counts, options: Mapping[str, object]
) -> Iterator[SheetPlan]:
    """Yield the sheets to fill in, with what a session says is printed on them.

    Raises:
        FormatError: a number of lines or rounds is none.
        InvalidValueError: what is to be printed is no list of texts.
    """
    for rule in format.sheets:
        with _place(format, f"sheet '{rule.title}'"):
            yield from rule.plans(counts, rule.listed(options))


@contextmanager
def _place(format: CatalogueFormat, place: str) -> Iterator[None]:
    """Say in which format, and where in it, a figure cannot be."""
    try:
        yield
    except FormatError as error:
        raise faulty(format.key, place, error) from None
