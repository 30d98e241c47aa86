"""A session format of the catalogue: what its file says, and the plan it makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import field, frozen

from workshopcore.agenda.lengths import fit_lengths
from workshopcore.contracts.formats import FormatPlan, FormatRequest
from workshopcore.errors import FormatError
from workshopcore.formats.expansion import Expansion, expanded, sheets_of
from workshopcore.formats.plans import planned_groups, planned_materials, planned_steps
from workshopcore.formats.refusal import too_hasty
from workshopcore.formats.rules import (
    MaterialRule,
    OptionRule,
    RoundRule,
    Splitting,
    StepRule,
)
from workshopcore.formats.sheets import SheetRule
from workshopcore.language import gettext
from workshopcore.model.length import Length
from workshopcore.model.options import Options

__all__ = ["CatalogueFormat"]

_NO_OPTIONS = Options()

Chosen = tuple[tuple[str, int], ...]


def _steps(values: Iterable[StepRule | RoundRule]) -> tuple[StepRule | RoundRule, ...]:
    return tuple(values)


def _materials(values: Iterable[MaterialRule]) -> tuple[MaterialRule, ...]:
    return tuple(values)


def _sheets(values: Iterable[SheetRule]) -> tuple[SheetRule, ...]:
    return tuple(values)


def _options(values: Iterable[OptionRule]) -> tuple[OptionRule, ...]:
    return tuple(values)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(kw_only=True, cache_hash=True)
class CatalogueFormat:
    """A session format read from a file: a :class:`~workshopcore.contracts.formats.SessionFormat`.

    Attributes:
        key, title: its names.
        summary: what it does, in a sentence.
        purposes: what it is good for, in the catalogue's words.
        people: the fewest and the most people it works for.
        steps: its steps and rounds, before they are scaled.
        groups: how the room is split; ``None`` keeps everybody together.
        outputs: what it leaves behind.
        prompts: what to have on the wall.
        own_words: those of the prompts that a session puts into words of its own.
        sheets: what people fill in.
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
    steps: tuple[StepRule | RoundRule, ...] = field(converter=_steps)
    groups: Splitting | None = None
    materials: tuple[MaterialRule, ...] = field(default=(), converter=_materials)
    sheets: tuple[SheetRule, ...] = field(default=(), converter=_sheets)
    options: tuple[OptionRule, ...] = field(default=(), converter=_options)
    outputs: tuple[str, ...] = field(default=(), converter=_texts)
    prompts: tuple[str, ...] = field(default=(), converter=_texts)
    own_words: tuple[str, ...] = field(default=(), converter=_texts)
    source: str = ""
    provenance: str = ""
    licence: str = ""
    notes: tuple[str, ...] = field(default=(), converter=_texts)

    @property
    def step_rules(self) -> tuple[StepRule, ...]:
        """Every step of the file once, those of rounds among them."""
        nested = (rule.steps if isinstance(rule, RoundRule) else (rule,) for rule in self.steps)
        return tuple(chain.from_iterable(nested))

    @property
    def splittings(self) -> tuple[Splitting, ...]:
        """Every way in which people are split: for the whole, and for single steps."""
        rules = [self.groups, *(step.splitting for step in self.step_rules)]
        return tuple(dict.fromkeys(rule for rule in rules if rule))

    def works_for(self, people: int) -> bool:
        """Return whether so many people are within bounds and can be split as it needs.

        >>> from workshopcore.formats import catalogue
        >>> cafe = next(format for format in catalogue() if format.key == "world-cafe")
        >>> cafe.works_for(7), cafe.works_for(12)
        (False, True)
        """
        least, most = self.people
        return least <= people <= most and all(rule.sizes(people) for rule in self.splittings)

    def length(self, people: int, options: Options = _NO_OPTIONS) -> Length:
        """Return how long it takes: shortest, usual and longest, in whole minutes.

        Raises:
            FormatError: it does not work for this many people.
            InvalidValueError: an option is out of bounds.
        """
        return expanded(self, people, self._chosen(options)).length

    def expand(self, request: FormatRequest) -> FormatPlan:
        """Return how it runs: steps, groups and materials for this many people and minutes.

        Rounds are written out in the order in which they happen, and every step has its
        minutes: together they are the minutes asked for, or the longest it can use. Its words
        are in the language that is spoken.

        Raises:
            FormatError: it does not work for this many people, or in so few minutes.
            InvalidValueError: an option is out of bounds.
        """
        chosen = self._chosen(request.options)
        found = expanded(self, request.people, chosen)
        shortest = found.length.shortest or 0
        if request.minutes < shortest:
            cures = list(self._cures(request, chosen))
            raise too_hasty(self.key, request.people, request.minutes, shortest, cures)
        return self._plan(found, request)

    def _plan(self, found: Expansion, request: FormatRequest) -> FormatPlan:
        groups = planned_groups(self.groups, found.sizes)
        minutes = fit_lengths(found.lengths, request.minutes)
        return FormatPlan(
            planned_steps(found, minutes, groups),
            groups=groups,
            materials=planned_materials(found),
            prompts=map(gettext, self.prompts),
            own_words=map(gettext, self.own_words),
            sheets=sheets_of(self, found.counts, request.options),
            captures=map(gettext, self.outputs),
        )

    def _chosen(self, options: Options) -> Chosen:
        for sheet in self.sheets:
            sheet.listed(options)
        return tuple((rule.name, rule.chosen(options)) for rule in self.options)

    def _cures(self, request: FormatRequest, chosen: Chosen) -> Iterator[tuple[OptionRule, int]]:
        """Yield each option that alone makes it fit, with the largest number that does."""
        for rule, (name, value) in zip(self.options, chosen, strict=True):
            for less in range(value - 1, rule.bounds[0] - 1, -1):
                if self._fits(request, tuple({**dict(chosen), name: less}.items())):
                    yield rule, less
                    break

    def _fits(self, request: FormatRequest, chosen: Chosen) -> bool:
        try:
            shortest = expanded(self, request.people, chosen).length.shortest or 0
        except FormatError:
            return False
        return shortest <= request.minutes
