"""What is asked of `workshopcore dates`: rules from the policy, a file and options, and wishes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from workshopcore.cli.dates.faults import Faults
from workshopcore.cli.dates.rules_file import Settings, read_rules, spacing
from workshopcore.cli.dates.words import days_of, pairs, spells_of
from workshopcore.cli.words import chosen_person, chosen_workshop
from workshopcore.errors import InvalidValueError
from workshopcore.model.options import Options

if TYPE_CHECKING:
    from workshopcore.calendar import BusyTime, DateRules, Dates, Wish
    from workshopcore.model.programme import Programme

__all__ = ["Asked", "Question"]

Texts = tuple[str, ...]

_SPACING = re.compile(r"\s*(\d{1,3})\s*(?:-\s*(\d{1,3})\s*)?")


@frozen(kw_only=True)
class Asked:
    """What was typed.

    Attributes:
        on: new dates lie after this day.
    """

    on: date
    rules: Path | None = None
    first: date | None = None
    last: date | None = None
    weekdays: Texts = ()
    apart: str | None = None
    not_in: Texts = ()
    quorum: int | None = None
    misses: str | None = None
    fairest_first: bool = False
    unanswered: str = "yes"
    only_on: Texts = ()
    not_on: Texts = ()
    fix: Texts = ()
    require: Texts = ()
    away: Texts = ()
    workshops: Texts = ()
    moving: Texts = ()
    keep: Texts = ()
    mend: bool = False
    house: Options = field(factory=Options)

    def of(self, programme: Programme) -> Question:
        """Return the question that this asks of a programme.

        Raises:
            ProgrammeFileError: something asked cannot be; everything that cannot is told.
        """
        faults = Faults()
        reading = _Reading(self, programme, faults)
        found = read_rules(self.rules, programme, faults) if self.rules else Settings()
        rules = reading.rules(found)
        wishes = reading.wishes(found)
        away = (*found.away, *reading.away())
        chosen = [reading.workshops(*each) for each in self._named]
        reading.period(rules)
        faults.refuse()
        assert rules is not None, "what is wrong with them has been told"
        return Question(self, rules, wishes, away, *chosen)

    @property
    def _named(self) -> list[tuple[str, Texts]]:
        return [("--workshop", self.workshops), ("--move", self.moving), ("--keep", self.keep)]


@frozen
class Question:
    """A question that can be answered once it is known when people can come.

    Attributes:
        asked: what was typed.
        rules, wishes: what dates have to meet.
        away: who was said to be away.
        workshops: the only ones to choose dates for; ``()`` for all.
        moving, keep: those that cannot stay, and those that have to.
    """

    asked: Asked
    rules: DateRules
    wishes: dict[str, Wish]
    away: tuple[BusyTime, ...]
    workshops: tuple[str, ...] = ()
    moving: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether the dates that there are count: only what has to move is moved."""
        return bool(self.moving) or self.asked.mend

    @property
    def rooms(self) -> frozenset[str]:
        """The rooms of which one must be free."""
        return frozenset(room for wish in self.wishes.values() for room in wish.rooms or ())

    def answer(self, programme: Programme, told: Iterable[BusyTime]) -> Dates:
        """Return the dates.

        Raises:
            WorkshopCoreError: something asked does not go together.
        """
        from workshopcore.calendar import Availability, choose_dates, reschedule

        unanswered: Any = self.asked.unanswered
        availability = Availability([*told, *self.away], unanswered=unanswered)
        also: dict[str, Any] = {"as_of": self.asked.on, "rules": self.rules, "wishes": self.wishes}
        if self.moves:
            also |= {"moving": self.moving, "keep": self.keep}
            return reschedule(programme, availability, **also)
        return choose_dates(programme, availability, only=self.workshops or None, **also)


@frozen
class _Reading:
    asked: Asked
    programme: Programme
    faults: Faults

    def rules(self, found: Settings) -> DateRules | None:
        """Return the house's policy, with what a file and then the options say instead."""
        from workshopcore.checks.date_rules import date_rules

        base = None
        with self.faults.at("policy"):
            base = date_rules(self.programme, self.asked.house)
        said = dict(found.rules)
        for option, name, value in self._options(said):
            with self.faults.at(option):
                given = _weeks(value) if name == "apart" else value
                said[name] = given
                if base is not None:
                    evolve(base, **{name: given})
        if base is None or self.faults.problems:
            return None
        with self.faults.at("rules"):
            return evolve(base, **said)
        return None

    def period(self, rules: DateRules | None) -> None:
        """Take down that nobody has said from when to when there may be dates."""
        between = rules.between if rules else (date.min, date.max)
        ends = (
            ("--from", between[0], self.programme.start),
            ("--until", between[1], self.programme.end),
        )
        for option, said, own in ends:
            with self.faults.at(option):
                if said is None and own is None:
                    cure = "Neither the programme nor the rules say it"
                    raise InvalidValueError(None, "a day, such as 2027-01-11", cure)

    def _options(self, said: dict[str, Any]) -> Iterable[tuple[str, str, Any]]:
        asked = self.asked
        if asked.first is not None or asked.last is not None:
            before = said.get("between") or (None, None)
            between = (asked.first or before[0], asked.last or before[-1])
            yield "--from, --until", "between", between
        for option, name, value in (
            ("--weekday", "weekdays", list(asked.weekdays)),
            ("--weeks-apart", "apart", asked.apart),
            ("--not-in", "not_in", list(asked.not_in)),
            ("--quorum", "quorum", asked.quorum),
            ("--most-missed", "nobody_misses_more_than", asked.misses),
            ("--fairest-first", "fairest_first", asked.fairest_first),
        ):
            if value not in (None, [], False):
                yield option, name, value

    def wishes(self, found: Settings) -> dict[str, Wish]:
        """Return what single workshops ask, by a file and by the options."""
        from workshopcore.calendar import Wish

        wishes = {}
        for workshop, fields in self._wished(found).items():
            with self.faults.at(workshop):
                wishes[workshop] = Wish(**fields)
        return wishes

    def _wished(self, found: Settings) -> dict[str, dict[str, Any]]:
        said = {name: dict(fields) for name, fields in found.wishes.items()}
        asked = self.asked
        only: dict[str, list[date]] = {}
        for workshop, days in self._days("--only-on", asked.only_on):
            only[workshop] = [*only.get(workshop, []), *days]
        for workshop, days in only.items():
            said.setdefault(workshop, {})["only"] = days
        for workshop, days in self._days("--not-on", asked.not_on):
            _add(said, workshop, "not_on", days)
        for workshop, days in self._days("--fix", asked.fix):
            with self.faults.at(f"--fix {workshop}"):
                said.setdefault(workshop, {})["on"] = _one(days)
        for workshop, person in self._required():
            _add(said, workshop, "required", [person])
        return said

    def _days(self, option: str, texts: Texts) -> Iterator[tuple[str, list[date]]]:
        expected = "WORKSHOP=DAY, such as choice-in-practice=2027-06-22"
        for name, days in pairs(self.faults, option, texts, expected, days_of):
            with self.faults.at(f"{option} {name}"):
                yield self._workshop(name), days

    def _required(self) -> Iterator[tuple[str, str]]:
        expected = "WORKSHOP=WHO, such as where-now=amina"
        for name, who in pairs(self.faults, "--require", self.asked.require, expected, str):
            with self.faults.at(f"--require {name}={who}"):
                yield self._workshop(name), chosen_person(self.programme, who).id

    def _workshop(self, name: str) -> str:
        return chosen_workshop(self.programme, name).id

    def away(self) -> Iterable[BusyTime]:
        """Yield who was said to be away on which days."""
        from workshopcore.calendar import Busy

        who = "WHO=DAY, such as amina=2027-06-22 or amina=2027-06-21..2027-06-25"
        for name, spells in pairs(self.faults, "--away", self.asked.away, who, spells_of):
            with self.faults.at(f"--away {name}"):
                yield Busy(chosen_person(self.programme, name).id, spells)

    def workshops(self, option: str, names: Texts) -> tuple[str, ...]:
        """Return the workshops that an option names."""
        found = []
        for name in names:
            with self.faults.at(f"{option} {name}"):
                found.append(self._workshop(name))
        return tuple(found)


def _weeks(text: str) -> Any:
    match = _SPACING.fullmatch(text)
    if match is None:
        raise InvalidValueError(text, "weeks such as 6-12, or 6 for any longer time as well")
    return spacing([int(number) for number in match.groups() if number])


def _add(said: dict[str, dict[str, Any]], workshop: str, name: str, values: list[Any]) -> None:
    """Add to what a file may have said, of one thing or of a list."""
    fields = said.setdefault(workshop, {})
    before = fields.get(name, [])
    fields[name] = [*(before if isinstance(before, list) else [before]), *values]


def _one(days: list[date]) -> date:
    if len(days) != 1:
        raise InvalidValueError(len(days), "one day")
    return days[0]
