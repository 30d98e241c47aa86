"""The action plan: who does what by when, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from workshopcore.contracts.report import (
    Audience,
    Block,
    Callout,
    Inline,
    Paragraph,
    Report,
    Run,
)
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.model.action import Action
from workshopcore.model.brief import Objective
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.objectives import numbers
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.people import introduced
from workshopcore.reports.standing import Standing, existing
from workshopcore.reports.wording import count, day, listed, share, state, times

__all__ = ["ActionPlan"]


@frozen
class ActionPlan:
    """Every action with its owner, due dates, status and evidence: open ones by owner first."""

    key: str = "action-plan"
    title: str = "Action plan"
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"as_of"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the action plan as it stands at the end of a day.

        Raises:
            AsOfRequiredError: no day was given.
        """
        as_of = request.day(self.key)
        actions = existing(programme, as_of)
        served = _served(programme, actions)
        aims = numbers(served)
        return Report(
            self.key,
            f"{self.title} on {day(as_of)}",
            self.audience,
            filled(
                _summary(programme, actions, as_of),
                _overdue(programme, actions),
                section("Open actions", _open(programme, actions, as_of, aims)),
                section("Done", _done(programme, actions, as_of, aims)),
                section("Cancelled or replaced", _given_up(programme, actions)),
                section("Objectives by number", _legend(served)),
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


def _summary(programme: Programme, actions: Sequence[Standing], as_of: date) -> tuple[Block, ...]:
    if not actions:
        said = f"No action has been put forward by {day(as_of)}."
        return (Paragraph(said), *_next(programme, as_of))
    counted = [one for one in actions if not one.given_up]
    unfinished = [one for one in counted if one.is_open]
    given_up = len(actions) - len(counted)
    return filled(
        facts(
            ("Done", share(len(counted) - len(unfinished), len(counted))),
            ("Done of those due by now", _due_and_done(counted, as_of)),
            ("Open", share(len(unfinished), len(counted))),
            ("Overdue", _of_open(sum(one.late > 0 for one in unfinished), unfinished)),
            ("Blocked", _of_open(sum(one.status == "blocked" for one in unfinished), unfinished)),
            ("Carried over", _of_open(sum(one.carries > 0 for one in unfinished), unfinished)),
            ("Cancelled or replaced", f"{given_up}, not counted above" if given_up else ""),
        ),
        _next(programme, as_of),
    )


def _due_and_done(counted: Iterable[Standing], as_of: date) -> str:
    due = [one for one in counted if one.due is not None and one.due <= as_of]
    return share(sum(one.is_done for one in due), len(due)) if due else ""


def _of_open(number: int, unfinished: Sequence[Standing]) -> str:
    return f"{share(number, len(unfinished))} open" if number else ""


def _next(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Name the workshop that reviews the actions next."""
    coming = [w for w in programme.in_order if w.day > as_of and takes_place(w, as_of)]
    if not coming:
        return ()
    said = f"Next workshop: {coming[0].title}, {day(coming[0].day)}."
    return (Paragraph(said),)


def _overdue(programme: Programme, actions: Iterable[Standing]) -> tuple[Block, ...]:
    late = sorted((one for one in actions if one.late), key=lambda one: -one.late)
    if not late:
        return ()
    lines = bullets(
        f"{one.action.statement} – {programme.person(one.action.owner).name},"
        f" {count(one.late, 'day')} late"
        for one in late
    )
    return (Callout("Overdue", lines, kind="warning"),)


def _by_due(one: Standing) -> tuple[bool, date, str]:
    return one.due is None, one.due or date.max, one.action.id


_OPEN = ("Id", "Action", "Objective", "Due", "Status", "Evidence", "Latest news")
_DONE = ("Id", "Action", "Objective", "Owner", "Due", "Done", "Evidence")


def _open(
    programme: Programme, actions: Iterable[Standing], as_of: date, aims: Mapping[str, str]
) -> tuple[Block, ...]:
    """Return a section for each owner, in the order of the team; the soonest due stands first."""
    owned: dict[str, list[Standing]] = {}
    for one in actions:
        if one.is_open:
            owned.setdefault(one.action.owner, []).append(one)
    return filled(
        *(
            _owner(programme, person, sorted(owned[person.id], key=_by_due), as_of, aims)
            for person in programme.people
            if person.id in owned
        )
    )


def _owner(
    programme: Programme,
    person: Person,
    actions: Sequence[Standing],
    as_of: date,
    aims: Mapping[str, str],
) -> tuple[Block, ...]:
    return section(
        introduced(person),
        _left(person, as_of),
        table(_OPEN, [_open_row(programme, one, as_of, aims) for one in actions]),
    )


def _left(person: Person, as_of: date) -> tuple[Block, ...]:
    """An action does not leave with its owner: somebody has to take it over."""
    if person.left is None or as_of <= person.left:
        return ()
    said = f"{person.name} left on {day(person.left)}: these actions need a new owner."
    return (Callout("Owner has left", (Paragraph(said),), kind="warning"),)


def _open_row(
    programme: Programme, one: Standing, as_of: date, aims: Mapping[str, str]
) -> tuple[Inline, ...]:
    action = one.action
    return (
        (Run(action.id, "code"),),
        _statement(programme, action),
        aims.get(action.objective, ""),
        _due(one),
        _status(one),
        _evidence(programme, one, as_of),
        one.news,
    )


def _statement(programme: Programme, action: Action) -> Inline:
    supporters = _supporters(programme, action)
    if not supporters:
        return action.statement
    return (Run(action.statement), Run(f" – with {supporters}", "emphasis"))


def _supporters(programme: Programme, action: Action) -> str:
    return listed(
        programme.person(supporter.person).name
        + ("" if supporter.part == "responsible" else f" ({supporter.part})")
        for supporter in action.supporters
    )


def _due(one: Standing) -> str:
    """Return the date that holds, beside it the first one and how often it was carried over."""
    if one.due is None:
        return "no date yet"
    first = one.action.due
    moved = f"first {day(first)}" if first is not None and first != one.due else ""
    carried = f"carried over {times(one.carries)}" if one.carries else ""
    told = "; ".join(part for part in (moved, carried) if part)
    return f"{day(one.due)} ({told})" if told else day(one.due)


def _status(one: Standing) -> Inline:
    words = state(one.status)
    told = words if one.progress is None else f"{words}, {one.progress}%"
    if not one.late:
        return told
    return (Run(f"{told}; "), Run(f"overdue by {count(one.late, 'day')}", "strong"))


def _evidence(programme: Programme, one: Standing, as_of: date) -> str:
    titles = {evidence.id: evidence.title for evidence in programme.evidence}
    given = "; ".join(titles[name] for name in one.action.evidence(as_of))
    wanted = one.action.evidence_required
    return given or (f"wanted: {wanted}" if wanted.strip() else "")


def _done(
    programme: Programme, actions: Iterable[Standing], as_of: date, aims: Mapping[str, str]
) -> tuple[Block, ...]:
    done = sorted((one for one in actions if one.is_done), key=_by_since)
    return table(
        _DONE,
        [
            (
                (Run(one.action.id, "code"),),
                _statement(programme, one.action),
                aims.get(one.action.objective, ""),
                programme.person(one.action.owner).name,
                _due(one),
                _done_on(one),
                _evidence(programme, one, as_of),
            )
            for one in done
        ],
    )


def _by_since(one: Standing) -> tuple[date, str]:
    return one.since or date.min, one.action.id


def _done_on(one: Standing) -> str:
    on = day(one.since) if one.since else "day not recorded"
    return f"verified {on}" if one.status == "verified" else on


def _on(one: Standing) -> str:
    on = f" {day(one.since)}" if one.since else ""
    return f"{state(one.status)}{on}"


def _given_up(programme: Programme, actions: Iterable[Standing]) -> tuple[Block, ...]:
    gone = sorted((one for one in actions if one.given_up), key=_by_since)
    return table(
        ("Id", "Action", "Owner", "What happened", "Why"),
        [
            (
                (Run(one.action.id, "code"),),
                one.action.statement,
                programme.person(one.action.owner).name,
                _replaced(programme, one),
                one.reason or "no reason recorded",
            )
            for one in gone
        ],
    )


def _replaced(programme: Programme, one: Standing) -> str:
    if not one.replacement:
        return _on(one)
    return f"{_on(one)} by: {programme.action(one.replacement).statement}"
