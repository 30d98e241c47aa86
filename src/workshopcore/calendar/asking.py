"""What the rules and wishes of a question demand of each stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
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
from workshopcore.calendar.sentences import (
    can_come,
    cannot_stay,
    is_free,
    is_held,
    none_after,
    none_before,
    none_during,
    none_in,
    on_weekdays,
    own_weekdays,
    so_many,
    starts_on,
    within,
)
from workshopcore.calendar.slots import Slots
from workshopcore.calendar.turnout import Turnout
from workshopcore.calendar.wanted import Question, Wanted
from workshopcore.calendar.words import Saying

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
            wanted = [question.workshops[stage] for stage in usual]
            said = partial(on_weekdays, weekdays, wanted)
            yield self.rule("weekdays", said, usual, on_other_weekdays(weekdays))
        if question.rules.quorum:
            yield self.quorum(question.rules.quorum)
        for month in sorted(question.rules.not_in):
            yield self.rule("month", partial(none_in, month), stages, in_month(month))
        for closure in question.closures:
            first, last = closure.start, closure.end or closure.start
            said = partial(none_during, closure)
            yield self.rule("closure", said, stages, touching(first, last))

    def not_before(self, number: int) -> Demand:
        """Return the demand that nothing begins before a day, or before tomorrow."""
        today = self.question.today
        first = date.fromordinal(number)
        past = today is not None and first <= today
        day = today + _DAY if today is not None and past else first
        constraint = Constraint("past" if past else "period", partial(none_before, day))
        masks = self.ruled_out(range(len(self.turnouts)), before(day))
        if past:
            return Demand(constraint, masks)
        earliest = 1 if today is None else today.toordinal() + 1
        return Demand(constraint, masks, bound=number, loosest=earliest, remade=self.not_before)

    def not_after(self, number: int) -> Demand:
        """Return the demand that everything is over by a day."""
        day = date.fromordinal(number)
        constraint = Constraint("period", partial(none_after, day))
        masks = self.ruled_out(range(len(self.turnouts)), after(day))
        latest = date.max.toordinal()
        return Demand(constraint, masks, bound=number, loosest=latest, remade=self.not_after)

    def rule(self, kind: Kind, said: Saying, stages: Iterable[int], rule: Rule) -> Demand:
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
        asks = partial(self.asks, stage)
        if wanted.held is not None:
            kind: Kind = "held" if wanted.fact else "fixed"
            said = partial(is_held, wanted.title, wanted.held[0], wanted.fact)
            yield asks(kind, said, every(slots))
        if wanted.leaving and wanted.agreed is not None:
            said = partial(cannot_stay, wanted.title, wanted.agreed[0])
            yield asks("leaving", said, at(wanted.agreed, slots))
        yield from _wished_days(wanted, slots, asks)
        yield from self.people(stage)

    def asks(self, stage: int, kind: Kind, said: Saying, mask: int, *people: str) -> Demand:
        """Return something that one workshop demands."""
        constraint = Constraint(kind, said, (self.question.workshops[stage].id,), people)
        return Demand(constraint, {stage: mask & ~self.given[stage]})

    def people(self, stage: int) -> Iterator[Demand]:
        """Yield who must be there, and which room."""
        question, turnout = self.question, self.turnouts[stage]
        wish, title = question.workshops[stage].wish, question.workshops[stage].title
        for who in dict.fromkeys(wish.required or ()):
            person = question.people[question.by_id[who]]
            mask = turnout.away(who) & mask_of(turnout.membership(person))
            said = partial(can_come, person.name, title)
            yield self.asks(stage, "required", said, mask, who)
        if wish.rooms:
            mask = every(turnout.slots)
            for room in wish.rooms:
                mask &= turnout.away(room)
            yield self.asks(stage, "room", partial(is_free, wish.rooms, title), mask)
        if wish.quorum:
            yield self.own_quorum(stage, wish.quorum)

    def quorum(self, people: int) -> Demand:
        """Return the demand that so many people can come to every workshop that says nothing."""
        workshops = enumerate(self.question.workshops)
        usual = [stage for stage, wanted in workshops if wanted.wish.quorum is None]
        masks = {stage: self._too_few(stage, people) for stage in usual}
        return Demand(
            Constraint("quorum", partial(so_many, people)), masks, bound=people, remade=self.quorum
        )

    def own_quorum(self, stage: int, people: int) -> Demand:
        """Return the demand that so many people can come to a workshop."""
        wanted = self.question.workshops[stage]
        constraint = Constraint("quorum", partial(so_many, people, wanted.title), (wanted.id,))
        remade = partial(self.own_quorum, stage)
        masks = {stage: self._too_few(stage, people)}
        return Demand(constraint, masks, bound=people, remade=remade)

    def _too_few(self, stage: int, people: int) -> int:
        coming = enumerate(self.turnouts[stage].coming)
        return mask_of(slot for slot, number in coming if number < people) & ~self.given[stage]


def _wished_days(
    wanted: Wanted, slots: Slots, asks: Callable[[Kind, Saying, int], Demand]
) -> Iterator[Demand]:
    wish, title = wanted.wish, wanted.title
    first, last = wish.between
    if first is not None:
        yield asks("window", partial(within, title, first, last=False), before(first)(slots))
    if last is not None:
        yield asks("window", partial(within, title, last, last=True), after(last)(slots))
    if wish.weekdays is not None:
        said = partial(own_weekdays, title, wish.weekdays)
        yield asks("weekdays", said, on_other_weekdays(wish.weekdays)(slots))
    if wish.only is not None:
        said = partial(starts_on, title, wish.only, never=False)
        yield asks("days", said, every(slots) & ~starting_on(wish.only, slots))
    if wish.not_on:
        said = partial(starts_on, title, wish.not_on, never=True)
        yield asks("days", said, starting_on(wish.not_on, slots))
