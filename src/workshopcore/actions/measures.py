"""How the action plan gets on: every figure with its denominator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from workshopcore.actions.figures import Days, Proportion
from workshopcore.actions.held import HeldWorkshops, Moment, held_by
from workshopcore.actions.load import Capacity, Loads, loads
from workshopcore.actions.plan import standings
from workshopcore.actions.rag import Rag, RagRule, rag
from workshopcore.actions.standing import Standing
from workshopcore.actions.time_to_done import TimeToDone, time_to_done
from workshopcore.language import pgettext
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme

__all__ = ["AgeBand", "Progress", "ReviewFigures", "progress"]

_BANDS = ((0, 30), (31, 60), (61, 90), (91, None))


@frozen
class AgeBand:
    """Open actions of an age in days, both ends included; the last band has no upper end."""

    first: int
    last: int | None
    open: Proportion

    @property
    def label(self) -> str:
        """Its ages in words.

        >>> AgeBand(31, 60, Proportion(2, 9)).label, AgeBand(91, None, Proportion(1, 9)).label
        ('31–60', 'over 90')
        """
        if self.last is None:
            return pgettext("of days", "over {days}", days=self.first - 1)
        return f"{self.first}–{self.last}"


@frozen
class ReviewFigures:
    """What a workshop did about the actions that were open when it began.

    Attributes:
        workshop, on: which one, and its day.
        reviewed: those it said something of, of those that were open.
        carried: those it carried over, of those that were open.
    """

    workshop: str
    on: date
    reviewed: Proportion
    carried: Proportion


@frozen
class Progress:
    """How the actions of a programme stand at the end of a day.

    Cancelled and superseded actions are counted, and are in no denominator but that of
    ``time_to_done``, which they leave on the day they were given up.

    Attributes:
        as_of: the day.
        actions: how many had been put forward by then, the next two included.
        cancelled, superseded: how many were given up.
        done: done, of all that count.
        verified: verified with evidence, of those done.
        completion: done, of those due by now: by the due date that holds.
        on_time: done by the due date first agreed, of those for which that has come; moving a
            date changes neither number.
        overdue, blocked, carried: past their date, blocked, carried over at least once: of the
            open ones.
        undated: without a due date, of the open ones.
        slipped: with a due date that was put later at least once, of those with a due date.
        slippage: days from the first due date to the one that holds, of those with a due date;
            negative where it was brought forward.
        ages: open actions by age; those of unknown age are in the denominator only.
        lead_times: days from agreed to done, of those done.
        reviews: what each workshop did about open actions, in order of days.
        loads: open work by person.
        rag: red, amber, green and complete.
        time_to_done: how long an action takes, those still open taken into account.
    """

    as_of: date
    actions: int
    cancelled: int
    superseded: int
    done: Proportion
    verified: Proportion
    completion: Proportion
    on_time: Proportion
    overdue: Proportion
    blocked: Proportion
    carried: Proportion
    undated: Proportion
    slipped: Proportion
    slippage: Days
    ages: tuple[AgeBand, ...]
    lead_times: Days
    reviews: tuple[ReviewFigures, ...]
    loads: Loads
    rag: Rag
    time_to_done: TimeToDone


def progress(
    programme: Programme,
    as_of: date | str,
    *,
    rule: RagRule | None = None,
    since: date | str | None = None,
    capacity: Capacity | None = None,
) -> Progress:
    """Return how the action plan gets on, by the end of a day.

    What is recorded for later days changes nothing.

    Args:
        programme: the programme.
        as_of: the day.
        rule: the house's rule for red, amber and green.
        since: the day of the last report, for a register that drops what that report showed as
            complete; it concerns ``rag`` alone.
        capacity: hours that people have for actions, by their identifier.

    Raises:
        AsOfRequiredError: no day was given.
        InvalidValueError: a capacity is not above 0.
        UnknownKeyError: a capacity is of somebody unknown.

    >>> from workshopcore.model.action import Action, Update
    >>> from workshopcore.model.people import Person
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf", id="amina")],
    ...     actions=[
    ...         Action("Draft it", "amina", "2027-02-26", agreed="2027-01-19",
    ...                updates=[Update("2027-03-04", "done")]),
    ...         Action("Book it", "amina", "2027-04-01", agreed="2027-01-19"),
    ...     ],
    ... )
    >>> found = progress(year, "2027-03-31")
    >>> str(found.done), str(found.completion), str(found.on_time), found.time_to_done.median()
    ('1 of 2', '1 of 1', '0 of 1', Median(days=44, low=44, high=None))
    """
    day = as_of_day(as_of, "progress")
    last_report = None if since is None else as_of_day(since, "the last report")
    moment = Moment(day, day, held_by(programme, day))
    every = standings(programme, moment)
    unfinished = [each for each in every if each.closed is None]
    finished = [each for each in every if each.is_done]
    counted = [*unfinished, *finished]
    dated = [each for each in counted if each.due is not None]
    return Progress(
        as_of=day,
        actions=len(every),
        cancelled=sum(each.status == "cancelled" for each in every),
        superseded=sum(each.status == "superseded" for each in every),
        done=Proportion(len(finished), len(counted)),
        verified=_of(finished, [each.status == "verified" for each in finished]),
        completion=_completion(finished, unfinished, day),
        on_time=_on_time(finished, unfinished, day),
        overdue=_of(unfinished, [each.late > 0 for each in unfinished]),
        blocked=_of(unfinished, [each.status == "blocked" for each in unfinished]),
        carried=_of(unfinished, [each.carries > 0 for each in unfinished]),
        undated=_of(unfinished, [each.due is None for each in unfinished]),
        slipped=_of(dated, [each.slips > 0 for each in dated]),
        slippage=Days([each.slipped for each in dated]),
        ages=_ages(unfinished),
        lead_times=Days([days for each in finished if (days := each.lead_time) is not None]),
        reviews=_reviews(every, moment.held),
        loads=loads(programme, unfinished, day, capacity),
        rag=rag(counted, rule, last_report),
        time_to_done=time_to_done(every),
    )


def _of(whole: Sequence[Standing], found: Sequence[bool]) -> Proportion:
    return Proportion(sum(found), len(whole))


def _completion(
    finished: Sequence[Standing], unfinished: Sequence[Standing], day: date
) -> Proportion:
    done, still_open = (
        sum(each.due is not None and each.due <= day for each in some)
        for some in (finished, unfinished)
    )
    return Proportion(done, done + still_open)


def _on_time(finished: Sequence[Standing], unfinished: Sequence[Standing], day: date) -> Proportion:
    promised = [
        (each.closed, first)
        for each in (*finished, *unfinished)
        if (first := each.first_due) is not None and first <= day
    ]
    kept = sum(closed is not None and closed <= first for closed, first in promised)
    return Proportion(kept, len(promised))


def _ages(unfinished: Sequence[Standing]) -> tuple[AgeBand, ...]:
    ages = sorted(age for each in unfinished if (age := each.age) is not None)
    return tuple(
        AgeBand(
            first,
            last,
            Proportion(
                sum(first <= age and (last is None or age <= last) for age in ages),
                len(unfinished),
            ),
        )
        for first, last in _BANDS
    )


def _reviews(plan: Sequence[Standing], held: HeldWorkshops) -> tuple[ReviewFigures, ...]:
    """Return what each workshop did about actions; those given up later were open then too."""
    openings = [opening for each in plan for opening in each.openings]
    found = Counter([opening.workshop for opening in openings])
    reviewed = Counter([opening.workshop for opening in openings if opening.reviewed])
    carried = Counter([opening.workshop for opening in openings if opening.carried])
    return tuple(
        ReviewFigures(
            workshop.id,
            workshop.first,
            Proportion(reviewed[workshop.id], found[workshop.id]),
            Proportion(carried[workshop.id], found[workshop.id]),
        )
        for workshop in held.workshops
    )
