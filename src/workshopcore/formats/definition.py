"""A session format of the catalogue: what its file says, and the plan it makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.contracts.formats import (
    FormatPlan,
    FormatRequest,
    GroupPlan,
    MaterialPlan,
    Step,
)
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.formats.grouping import GroupRule
from workshopcore.formats.timing import NO_TIME, Bounds, added, each_length, whole_length
from workshopcore.model.length import Length
from workshopcore.model.options import Options

__all__ = ["CatalogueFormat", "MaterialRule", "OptionRule", "Per", "StepRule"]

Per: TypeAlias = Literal["workshop", "group", "person"]

_NO_OPTIONS = Options()


@frozen(kw_only=True)
class OptionRule:
    """A number that a session may set, such as how many guests sit on a panel."""

    name: str
    meaning: str
    bounds: tuple[int, int, int]

    def chosen(self, options: Options) -> int:
        """Return what a session says, or the usual number.

        Raises:
            InvalidValueError: it is no whole number within the bounds.
        """
        least, usual, most = self.bounds
        value = options.get(self.name, usual)
        if value.__class__ is not int or not least <= value <= most:
            expected = f"a whole number from {least} to {most} for the option '{self.name}'"
            raise InvalidValueError(value, expected, f"It says how many {self.meaning}")
        return int(value)


@frozen(kw_only=True)
class StepRule:
    """One step as the catalogue has it.

    Attributes:
        minutes: shortest, usual and longest minutes of one go.
        times: how many goes: a number, ``people``, ``groups``, ``largest-group`` (the size
            of the largest group) or the name of one of the format's options.
    """

    name: str
    minutes: Bounds
    times: int | str = 1
    arrangement: str = "plenary"
    prompt: str = ""
    capture: str = ""

    def bounds(self, counts: Mapping[str, int]) -> Bounds:
        """Return the minutes of all goes together."""
        times = counts[self.times] if isinstance(self.times, str) else self.times
        shortest, usual, longest = self.minutes
        return shortest * times, usual * times, longest * times

    def step(self, length: Length, groups: int) -> Step:
        """Return the step as planned; one group is everybody together."""
        together = groups == 1 and self.arrangement == "groups"
        return Step(
            self.name,
            length,
            arrangement="plenary" if together else self.arrangement,
            prompt=self.prompt,
            capture=self.capture,
        )


@frozen(kw_only=True)
class MaterialRule:
    """Something to bring: so many for the workshop, for each group or for each person."""

    item: str
    quantity: int = 1
    per: Per = "workshop"

    def plan(self, people: int, groups: int) -> MaterialPlan:
        """Return how many that makes."""
        times = {"workshop": 1, "group": groups, "person": people}[self.per]
        return MaterialPlan(self.item, self.quantity * times)


def _steps(values: Iterable[StepRule]) -> tuple[StepRule, ...]:
    return tuple(values)


def _materials(values: Iterable[MaterialRule]) -> tuple[MaterialRule, ...]:
    return tuple(values)


def _options(values: Iterable[OptionRule]) -> tuple[OptionRule, ...]:
    return tuple(values)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True)
class CatalogueFormat:
    """A session format read from a file: a :class:`~workshopcore.contracts.formats.SessionFormat`.

    Attributes:
        key, title: its names.
        summary: what it does, in a sentence.
        purposes: what it is good for, in the catalogue's words.
        people: the fewest and the most people it works for.
        outputs: what it leaves behind.
        prompts: what to have on the wall.
        options: the numbers that a session may set.
        source: where it is described, ``""`` for practice from memory.
        provenance: what is from the source and what is not.
        licence: whose idea and whose marks they are, and whose words.
        notes: where sources disagree, and what to watch.

    >>> from workshopcore.formats import catalogue
    >>> check_in = next(format for format in catalogue() if format.key == "check-in")
    >>> check_in.length(9)
    Length(shortest=6, usual=11, longest=21)
    """

    key: str
    title: str
    summary: str
    purposes: tuple[str, ...] = field(converter=_texts)
    people: tuple[int, int]
    steps: tuple[StepRule, ...] = field(converter=_steps)
    groups: GroupRule | None = None
    materials: tuple[MaterialRule, ...] = field(default=(), converter=_materials)
    options: tuple[OptionRule, ...] = field(default=(), converter=_options)
    outputs: tuple[str, ...] = field(default=(), converter=_texts)
    prompts: tuple[str, ...] = field(default=(), converter=_texts)
    source: str = ""
    provenance: str = ""
    licence: str = ""
    notes: tuple[str, ...] = field(default=(), converter=_texts)

    def length(self, people: int, options: Options = _NO_OPTIONS) -> Length:
        """Return how long it takes: shortest, usual and longest, in whole minutes.

        Raises:
            FormatError: it does not work for this many people.
            InvalidValueError: an option is out of bounds.
        """
        return whole_length(reduce(added, self._parts(people, options), NO_TIME))

    def expand(self, request: FormatRequest) -> FormatPlan:
        """Return how it runs: steps, groups and materials for this many people.

        Raises:
            FormatError: it does not work for this many people, or in so few minutes.
            InvalidValueError: an option is out of bounds.
        """
        people = request.people
        self._refuse_haste(request)
        sizes = self._sizes(people)
        lengths = each_length(self._parts(people, request.options))
        groups = len(sizes)
        called = self.groups.called if self.groups else ""
        return FormatPlan(
            [rule.step(length, groups) for rule, length in zip(self.steps, lengths, strict=True)],
            groups=GroupPlan(sizes, called) if groups > 1 else None,
            materials=[rule.plan(people, groups) for rule in self.materials],
            prompts=self.prompts,
            captures=self.outputs,
        )

    def _parts(self, people: int, options: Options) -> list[Bounds]:
        """Return the exact minutes of each step."""
        sizes = self._sizes(people)
        counts = {"people": people, "groups": len(sizes), "largest-group": max(sizes)}
        counts.update({rule.name: rule.chosen(options) for rule in self.options})
        return [step.bounds(counts) for step in self.steps]

    def _sizes(self, people: int) -> tuple[int, ...]:
        """Return the size of each group; one group is everybody together."""
        least, most = self.people
        if not least <= people <= most:
            cure = "Invite more people" if people < least else "Run it in several rooms"
            raise FormatError(
                f"the format '{self.key}' works for {least} to {most} people, found {people}."
                f" {cure}, or choose another format"
            )
        sizes = self.groups.sizes(people) if self.groups else (people,)
        if not sizes:
            raise FormatError(self._no_split(people))
        return sizes

    def _no_split(self, people: int) -> str:
        rule = self.groups
        assert rule is not None  # without a rule everybody stays together
        least, most = self.people
        fewer = next((n for n in range(people - 1, least - 1, -1) if rule.sizes(n)), None)
        more = next((n for n in range(people + 1, most + 1) if rule.sizes(n)), None)
        possible = " or ".join(str(n) for n in (fewer, more) if n is not None)
        return (
            f"the format '{self.key}' needs groups of {rule.bounds[0]} to {rule.bounds[1]},"
            f" and {people} people cannot be split that way."
            f" Plan it for {possible or 'another number of'} people, or choose another format"
        )

    def _refuse_haste(self, request: FormatRequest) -> None:
        shortest = self.length(request.people, request.options).shortest or 0
        if request.minutes < shortest:
            raise FormatError(
                f"the format '{self.key}' takes at least {shortest} minutes with"
                f" {request.people} people, found {request.minutes}."
                f" Give it {shortest - request.minutes} more, or choose a shorter format"
            )
