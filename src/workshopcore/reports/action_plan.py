"""The action plan: who does what by when, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from attrs import frozen

from workshopcore.actions import Progress, Proportion, Standing, plan, progress
from workshopcore.actions.owners import by_answering
from workshopcore.contracts.report import (
    Audience,
    Block,
    Callout,
    Column,
    Inline,
    Paragraph,
    Report,
)
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.brief import Objective
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.action_words import (
    UNOWNED,
    due,
    evidence,
    identifier,
    in_hours,
    status,
    task,
    what_became,
)
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.objectives import numbers
from workshopcore.reports.people import introduced
from workshopcore.reports.reviewed import next_review
from workshopcore.reports.wording import day, share

__all__ = ["ActionPlan"]

Group: TypeAlias = tuple[Person | None, Sequence[Standing]]
"""Open actions, and who answers for them now: nobody where they need a new owner."""


@frozen
class ActionPlan:
    """Every action with its owner, due dates, status and evidence: open ones by owner first.

    Open actions stand under whoever answers for them on the day: their owner, or who took over.
    Those that nobody answers for come last.
    """

    key: str = "action-plan"
    title: str = gettext_noop("Action plan")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"as_of"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the action plan as it stands at the end of a day.

        Raises:
            AsOfRequiredError: no day was given.
        """
        as_of = request.day(self.key)
        actions = plan(programme, as_of)
        unfinished = by_answering(programme, (one for one in actions if one.is_open), as_of)
        served = _served(programme, actions)
        aims = numbers(served)
        return Report(
            self.key,
            gettext("{title} on {day}", title=gettext(self.title), day=day(as_of)),
            self.audience,
            filled(
                _summary(progress(programme, as_of)),
                next_review(programme, as_of),
                _overdue(unfinished),
                section(
                    gettext("Open actions"),
                    *(_owner(programme, *each, aims) for each in unfinished),
                ),
                section(pgettext("of actions", "Done"), _done(programme, actions, aims)),
                section(
                    pgettext("of actions", "Cancelled or replaced"), _given_up(programme, actions)
                ),
                section(gettext("Objectives by number"), _legend(served)),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=as_of,
            name=file_name(self.key),
            details={"programme": programme.id},
        )


def _served(programme: Programme, actions: Iterable[Standing]) -> list[Objective]:
    """Return the objectives that actions work towards, in the order of the programme."""
    named = {one.action.objective for one in actions if not one.given_up}
    return [objective for objective in programme.objectives if objective.id in named]


def _legend(objectives: Iterable[Objective]) -> tuple[Block, ...]:
    return bullets((objective.statement for objective in objectives), ordered=True)


def _summary(found: Progress) -> tuple[Block, ...]:
    if not found.actions:
        said = gettext("No action has been put forward by {day}.", day=day(found.as_of))
        return (Paragraph(said),)
    given_up = found.cancelled + found.superseded
    open_now, promised = found.overdue.denominator, found.on_time.denominator
    return facts(
        (pgettext("of actions", "Done"), str(found.done)),
        (
            gettext("Completion"),
            gettext("{share} due by now", share=found.completion)
            if found.completion.denominator
            else "",
        ),
        (
            gettext("On time"),
            gettext("{share} whose first date has come", share=found.on_time) if promised else "",
        ),
        (pgettext("of actions", "Open"), share(open_now, found.done.denominator)),
        (gettext("Overdue"), _of_open(found.overdue)),
        (pgettext("of actions", "Blocked"), _of_open(found.blocked)),
        (gettext("Carried over"), _of_open(found.carried)),
        (
            pgettext("of actions", "Cancelled or replaced"),
            gettext("{number}, not counted above", number=given_up) if given_up else "",
        ),
    )


def _of_open(found: Proportion) -> str:
    return gettext("{share} open", share=found) if found.numerator else ""


def _overdue(groups: Iterable[Group]) -> tuple[Block, ...]:
    late = [(one, person) for person, actions in groups for one in actions if one.late]
    late.sort(key=lambda each: -each[0].late)
    if not late:
        return ()
    lines = bullets(_late(one, person) for one, person in late)
    return (Callout(gettext("Overdue"), lines, kind="warning"),)


def _late(one: Standing, person: Person | None) -> str:
    return ngettext(
        "{action} – {owner}, {count} day late",
        "{action} – {owner}, {count} days late",
        one.late,
        action=one.action.statement,
        owner=person.name if person else gettext("needs a new owner"),
    )


def _by_due(one: Standing) -> tuple[bool, date, str]:
    return one.due is None, one.due or date.max, one.action.id


def _open_columns() -> tuple[Column | str, ...]:
    return (
        gettext("Id"),
        gettext("Action"),
        gettext("Objective"),
        Column(gettext("Hours"), align="right"),
        pgettext("of an action", "Due"),
        gettext("Status"),
        gettext("Evidence"),
        gettext("Latest news"),
    )


def _done_columns() -> tuple[Column | str, ...]:
    return (
        gettext("Id"),
        gettext("Action"),
        gettext("Objective"),
        gettext("Owner"),
        pgettext("of an action", "Due"),
        pgettext("of an action", "Done"),
        gettext("Evidence"),
    )


def _owner(
    programme: Programme,
    person: Person | None,
    actions: Sequence[Standing],
    aims: Mapping[str, str],
) -> tuple[Block, ...]:
    """Return the open actions of one person, the soonest due first."""
    return section(
        introduced(person) if person else gettext(UNOWNED),
        table(
            _open_columns(),
            [_open_row(programme, person, one, aims) for one in sorted(actions, key=_by_due)],
        ),
    )


def _open_row(
    programme: Programme, person: Person | None, one: Standing, aims: Mapping[str, str]
) -> tuple[Inline, ...]:
    return (
        identifier(one),
        task(programme, one, person),
        aims.get(one.action.objective, ""),
        in_hours(one.action.effort),
        due(one),
        status(one),
        evidence(programme, one),
        one.news,
    )


def _done(
    programme: Programme, actions: Iterable[Standing], aims: Mapping[str, str]
) -> tuple[Block, ...]:
    done = sorted((one for one in actions if one.is_done), key=_by_since)
    return table(
        _done_columns(),
        [
            (
                identifier(one),
                task(programme, one, programme.person(one.owner)),
                aims.get(one.action.objective, ""),
                programme.person(one.owner).name,
                due(one),
                _done_on(one),
                evidence(programme, one),
            )
            for one in done
        ],
    )


def _by_since(one: Standing) -> tuple[date, str]:
    return one.since or date.min, one.action.id


def _done_on(one: Standing) -> str:
    on = day(one.since) if one.since else gettext("day not recorded")
    return gettext("verified {day}", day=on) if one.status == "verified" else on


def _given_up(programme: Programme, actions: Iterable[Standing]) -> tuple[Block, ...]:
    gone = sorted((one for one in actions if one.given_up), key=_by_since)
    return table(
        (
            gettext("Id"),
            gettext("Action"),
            gettext("Owner"),
            gettext("What happened"),
            gettext("Why"),
        ),
        [
            (
                identifier(one),
                one.action.statement,
                programme.person(one.owner).name,
                what_became(programme, one),
                one.reason or gettext("no reason recorded"),
            )
            for one in gone
        ],
    )
