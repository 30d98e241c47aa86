"""What the rules and wishes of a question demand of each stage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property, partial

from attrs import frozen

from workshopcore.calendar.bounds import gaps, misses
from workshopcore.calendar.demands import Constraint, Demand, Kind
from workshopcore.calendar.masks import (
    Rule,
    after,
    at,
    before,
    every,
    in_month,
    mask_of,
    on_other_weekdays,
    starting_on,
    touching,
)
from workshopcore.calendar.rules import Wish
from workshopcore.calendar.slots import Slots
from workshopcore.calendar.turnout import Turnout
from workshopcore.calendar.wanted import Question
from workshopcore.calendar.words import (
    MONTHS,
    WEEKDAYS,
    called,
    counted,
    day_words,
    days_words,
    listed,
)

__all__ = ["demands_of"]

_DAY = timedelta(days=1)


def demands_of(question: Question, turnouts: Sequence[Turnout]) -> tuple[Demand, ...]:
    """Return everything that a question demands, the least negotiable first.

    Args:
        question: what is asked.
        turnouts: for each workshop its slots, and who could come.
    """
    asking = _Asking(question, turnouts)
    own = (demand for stage in range(len(turnouts)) for demand in asking.own(stage))
    found = [*asking.house(), *own, *gaps(question), *misses(question)]
    return tuple(sorted(found, key=lambda demand: demand.order))


@frozen(eq=False)
class _Asking:
    """What rules out slots."""

    question: Question
    turnouts: Sequence[Turnout]

    def house(self) -> Iterator[Demand]:
        """Yield what holds for all workshops."""
        question, stages = self.question, range(len(self.turnouts))
        yield self.not_before(question.first.toordinal())
        yield self.not_after(question.last.toordinal())
        weekdays = question.rules.weekdays
        if weekdays is not None:
            usual = [n for n in stages if question.workshops[n].wish.weekdays is None]
            said = f"Workshops are on a {_weekday_words(weekdays)}{self.longer(usual)}"
            yield self.rule("weekdays", said, usual, on_other_weekdays(weekdays))
        if question.rules.quorum:
            yield self.quorum(question.rules.quorum)
        for month in sorted(question.rules.not_in):
            said = f"No workshop in {MONTHS[month - 1]}"
            yield self.rule("month", said, stages, in_month(month))
        for closure in question.closures:
            first, last = closure.start, closure.end or closure.start
            said = f"No workshop during {called(closure.title)} ({days_words(first, last)})"
            yield self.rule("closure", said, stages, touching(first, last))

    def longer(self, stages: Iterable[int]) -> str:
        """Return in words which workshops take several days."""
        wanted = (self.question.workshops[stage] for stage in stages)
        several = [f"{called(w.title)} on {w.days} days" for w in wanted if w.days > 1]
        return f" ({listed(several)} running)" if several else ""

    def not_before(self, number: int) -> Demand:
        """Return the demand that nothing begins before a day, or before tomorrow."""
        today = self.question.today
        first = date.fromordinal(number)
        past = today is not None and first <= today
        day = today + _DAY if today is not None and past else first
        constraint = Constraint(
            "past" if past else "period", f"No workshop before {day_words(day)}"
        )
        masks = self.ruled_out(range(len(self.turnouts)), before(day))
        if past:
            return Demand(constraint, masks)
        earliest = 1 if today is None else today.toordinal() + 1
        return Demand(constraint, masks, bound=number, loosest=earliest, remade=self.not_before)

    def not_after(self, number: int) -> Demand:
        """Return the demand that everything is over by a day."""
        day = date.fromordinal(number)
        constraint = Constraint("period", f"No workshop after {day_words(day)}")
        masks = self.ruled_out(range(len(self.turnouts)), after(day))
        latest = date.max.toordinal()
        return Demand(constraint, masks, bound=number, loosest=latest, remade=self.not_after)

    def rule(self, kind: Kind, said: str, stages: Iterable[int], rule: Rule) -> Demand:
        """Return what a rule of the house demands."""
        return Demand(Constraint(kind, said), self.ruled_out(stages, rule))

    def ruled_out(self, stages: Iterable[int], rule: Rule) -> dict[int, int]:
        """Return what a rule rules out at some stages; a given time is never ruled out."""
        known: dict[int, int] = {}
        found = {}
        for stage in stages:
            slots = self.turnouts[stage].slots
            if id(slots) not in known:
                known[id(slots)] = rule(slots)
            found[stage] = known[id(slots)] & ~self.given[stage]
        return found

    @cached_property
    def given(self) -> list[int]:
        """The slot at which each workshop is held already, as a mask."""
        pairs = zip(self.question.workshops, self.turnouts, strict=True)
        return [at(wanted.held, turnout.slots) for wanted, turnout in pairs]

    def own(self, stage: int) -> Iterator[Demand]:
        """Yield what one workshop asks, beyond what holds for all."""
        wanted, slots = self.question.workshops[stage], self.turnouts[stage].slots
        title = called(wanted.title)
        asks = partial(self.asks, stage)
        if wanted.held is not None:
            kind: Kind = "held" if wanted.fact else "fixed"
            said = f"{title} {'is' if wanted.fact else 'stays'} on {_on(wanted.held[0])}"
            yield asks(kind, said, every(slots))
        if wanted.leaving and wanted.agreed is not None:
            said = f"{title} cannot stay on {_on(wanted.agreed[0])}"
            yield asks("leaving", said, at(wanted.agreed, slots))
        yield from _wished_days(wanted.wish, title, slots, asks)
        yield from self.people(stage)

    def asks(self, stage: int, kind: Kind, said: str, mask: int, *people: str) -> Demand:
        """Return something that one workshop demands."""
        constraint = Constraint(kind, said, (self.question.workshops[stage].id,), people)
        return Demand(constraint, {stage: mask & ~self.given[stage]})

    def people(self, stage: int) -> Iterator[Demand]:
        """Yield who must be there, and which room."""
        question, turnout = self.question, self.turnouts[stage]
        wish, title = question.workshops[stage].wish, called(question.workshops[stage].title)
        for who in dict.fromkeys(wish.required or ()):
            person = question.people[question.by_id[who]]
            mask = turnout.away(who) & mask_of(turnout.membership(person))
            yield self.asks(stage, "required", f"{person.name} can come to {title}", mask, who)
        if wish.rooms:
            mask = every(turnout.slots)
            for room in wish.rooms:
                mask &= turnout.away(room)
            said = f"{listed(wish.rooms, 'or')} is free for {title}"
            yield self.asks(stage, "room", said, mask)
        if wish.quorum:
            yield self.own_quorum(stage, wish.quorum)

    def quorum(self, people: int) -> Demand:
        """Return the demand that so many people can come to every workshop that says nothing."""
        workshops = enumerate(self.question.workshops)
        usual = [stage for stage, wanted in workshops if wanted.wish.quorum is None]
        said = f"At least {counted(people, 'person', 'people')} can come to each workshop"
        masks = {stage: self._too_few(stage, people) for stage in usual}
        return Demand(Constraint("quorum", said), masks, bound=people, remade=self.quorum)

    def own_quorum(self, stage: int, people: int) -> Demand:
        """Return the demand that so many people can come to a workshop."""
        wanted = self.question.workshops[stage]
        said = f"At least {counted(people, 'person', 'people')} can come to {called(wanted.title)}"
        constraint = Constraint("quorum", said, (wanted.id,))
        remade = partial(self.own_quorum, stage)
        masks = {stage: self._too_few(stage, people)}
        return Demand(constraint, masks, bound=people, remade=remade)

    def _too_few(self, stage: int, people: int) -> int:
        coming = enumerate(self.turnouts[stage].coming)
        return mask_of(slot for slot, number in coming if number < people) & ~self.given[stage]


def _wished_days(
    wish: Wish, title: str, slots: Slots, asks: Callable[[Kind, str, int], Demand]
) -> Iterator[Demand]:
    first, last = wish.between
    if first is not None:
        yield asks("window", f"{title} is not before {day_words(first)}", before(first)(slots))
    if last is not None:
        yield asks("window", f"{title} is not after {day_words(last)}", after(last)(slots))
    if wish.weekdays is not None:
        said = f"{title} is on a {_weekday_words(wish.weekdays)}"
        yield asks("weekdays", said, on_other_weekdays(wish.weekdays)(slots))
    if wish.only is not None:
        said = f"{title} starts on {listed(map(day_words, sorted(wish.only)), 'or')}"
        yield asks("days", said, every(slots) & ~starting_on(wish.only, slots))
    if wish.not_on:
        said = f"{title} does not start on {listed(map(day_words, sorted(wish.not_on)), 'or')}"
        yield asks("days", said, starting_on(wish.not_on, slots))


def _weekday_words(weekdays: Collection[int]) -> str:
    return listed([WEEKDAYS[number] for number in sorted(weekdays)], "or")


def _on(moment: datetime) -> str:
    return day_words(moment.date(), weekday=True)
