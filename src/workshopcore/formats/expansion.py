"""What a format becomes for a number of people: rounds in order, groups, whole minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, reduce
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from workshopcore.contracts.formats import MaterialPlan, SheetPlan
from workshopcore.errors import FormatError
from workshopcore.formats.refusal import faulty, no_split, nothing_left, out_of_bounds, too_long
from workshopcore.formats.rules import Counts, RoundRule, StepRule
from workshopcore.formats.timing import NO_TIME, Bounds, added, each_length, whole_length
from workshopcore.model.length import LONGEST_MINUTES, Length

if TYPE_CHECKING:
    from workshopcore.formats.definition import CatalogueFormat

__all__ = ["Expansion", "PlacedStep", "expanded", "sheets_of"]


class PlacedStep(NamedTuple):
    """A step of the file, in its place: one round of it, with its goes and exact minutes.

    Attributes:
        called: what a round is called.
        number, rounds: which round of how many; 0 for a step outside of rounds.
    """

    rule: StepRule
    times: int
    bounds: Bounds
    called: str = ""
    number: int = 0
    rounds: int = 0


@frozen
class Expansion:
    """A format for a number of people, before its steps are fitted to the minutes it gets.

    It holds figures alone, and the format's own words as the file has them: they are put into
    the language that is spoken when a plan is made.

    Attributes:
        length: how long it takes; the lengths of the steps add up to it.
        lengths: how long each step takes.
        sizes: the size of each group; one group is everybody together.
        counts: the people, groups and options that it was worked out for.
    """

    length: Length
    steps: tuple[PlacedStep, ...]
    lengths: tuple[Length, ...]
    sizes: tuple[int, ...]
    materials: tuple[MaterialPlan, ...]
    counts: Counts


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
    steps = tuple(step for step in _steps(format, counts) if step.times)
    if not steps:
        raise nothing_left(format.key, people)
    length = _length(format, people, steps)
    lengths = each_length([step.bounds for step in steps])
    return Expansion(length, steps, lengths, sizes, tuple(_materials(format, counts)), counts)


def _sizes(format: CatalogueFormat, people: int) -> tuple[int, ...]:
    """Return the size of each group; one group is everybody together."""
    least, most = format.people
    if not least <= people <= most:
        raise out_of_bounds(format.key, people, format.people)
    for rule in format.splittings:
        if not rule.sizes(people):
            raise no_split(format.key, rule.wanted, people, format.people, format.works_for)
    return format.groups.sizes(people) if format.groups else (people,)


def _steps(format: CatalogueFormat, counts: Counts) -> Iterator[PlacedStep]:
    for rule in format.steps:
        if isinstance(rule, StepRule):
            yield _placed(format, rule, counts)
        else:
            yield from _rounds(format, rule, counts)


def _rounds(format: CatalogueFormat, rule: RoundRule, counts: Counts) -> Iterator[PlacedStep]:
    """Yield the steps of all rounds in the order in which they happen."""
    with _place(format, f"rounds of '{rule.steps[0].name}'"):
        rounds = rule.number(counts)
    if not rounds:
        return
    steps = [_placed(format, step, counts) for step in rule.steps]
    for number in range(1, rounds + 1):
        for step in steps:
            if number < rounds or not step.rule.between:
                yield step._replace(called=rule.called, number=number, rounds=rounds)


def _placed(format: CatalogueFormat, rule: StepRule, counts: Counts) -> PlacedStep:
    with _place(format, f"step '{rule.name}'"):
        return PlacedStep(rule, rule.goes(counts), rule.bounds(counts))


def _length(format: CatalogueFormat, people: int, steps: tuple[PlacedStep, ...]) -> Length:
    total = reduce(added, (step.bounds for step in steps), NO_TIME)
    if total[2] > LONGEST_MINUTES:
        raise too_long(format.key, people, int(total[2]))
    return whole_length(total)


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
