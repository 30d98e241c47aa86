"""The action review: what a workshop opens with, on a sheet to fill in by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from workshopcore.actions import ActionReviewSheet, OwnerActions, Standing, review
from workshopcore.actions.plan import eve_of
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
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.action_words import UNOWNED, due, reported, task, what_became
from workshopcore.reports.blocks import bullets, filled, section, spliced, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.wording import day, listed, weekday

__all__ = ["ActionReview"]

_HOW = gettext_noop(
    "Each owner says in a sentence what became of it. What is not done is carried over with a"
    " reason and a new date, or its owner says what blocks it and who can clear that."
)
_RESULTS = gettext_noop(
    "☐\N{NO-BREAK SPACE}done\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
    "☐\N{NO-BREAK SPACE}carried\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
    "☐\N{NO-BREAK SPACE}blocked"
)
_ROOM = gettext_noop("Tick one; new date and reason")
_ROOM_FOR_OWNER = gettext_noop("Tick one; new owner and date")


@frozen
class ActionReview:
    """Every open action once, by owner, with room to write what became of it.

    It tells how the actions stood when the day before the workshop was over. With a day before
    that, it is the sheet as it can be printed then.
    """

    key: str = "action-review"
    title: str = gettext_noop("Action review")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"workshop"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the sheet with which a workshop opens.

        Raises:
            ReportError: no workshop was named, it does not take place, or on the day that was
                asked for another workshop is to review the actions first.
            UnknownKeyError: there is no such workshop.
        """
        workshop = request.the_workshop(programme, self.key)
        known = eve_of(workshop, request.as_of)
        _check_opens(programme, workshop, known)
        sheet = review(programme, workshop.id, as_of=known)
        return Report(
            self.key,
            f"{gettext(self.title)}: {workshop.title}",
            self.audience,
            filled(
                (Paragraph(_summary(sheet), lead=True),),
                (Paragraph(gettext(_HOW)),) if sheet.open else (),
                _passed_over(programme, sheet),
                _open(programme, sheet),
                section(_since(sheet), _closed(programme, sheet)),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=known,
            name=file_name(self.key, workshop.id),
            details={"programme": programme.id, "workshop": workshop.id},
        )


def _check_opens(programme: Programme, workshop: Workshop, known: date) -> None:
    if not takes_place(workshop, known):
        raise ReportError(
            f"'{workshop.id}' is '{workshop.state(known)}' on {known}: it reviews no actions"
        )
    first = next((w for w in programme.in_order if w.day > known and takes_place(w, known)), None)
    if first is not None and first.day < workshop.day:
        raise ReportError(
            f"'{first.id}' on {first.day} reviews the actions before '{workshop.id}' does:"
            " ask again for a day on which it has been held"
        )


def _summary(sheet: ActionReviewSheet) -> str:
    closed = len(sheet.closed)
    if not sheet.open and not closed:
        return _nothing(sheet)
    told = _how_many(sheet)
    if not closed:
        return told
    if sheet.since is None:
        more = ngettext("{count} was closed so far.", "{count} were closed so far.", closed)
    else:
        more = ngettext(
            "{count} was closed since the last workshop.",
            "{count} were closed since the last workshop.",
            closed,
        )
    return f"{told} {more}"


def _how_many(sheet: ActionReviewSheet) -> str:
    """Say how many actions are open, and what there is to say of them."""
    number, on, troubles = len(sheet.open), weekday(sheet.on), _troubles(sheet)
    if not number:
        return gettext("On {day}, no action is open.", day=on)
    if not troubles:
        return ngettext(
            "On {day}, {count} action is open.",
            "On {day}, {count} actions are open.",
            number,
            day=on,
        )
    return ngettext(
        "On {day}, {count} action is open: {troubles}.",
        "On {day}, {count} actions are open: {troubles}.",
        number,
        day=on,
        troubles=troubles,
    )


def _troubles(sheet: ActionReviewSheet) -> str:
    late = sum(one.late > 0 for one in sheet.open)
    blocked = sum(one.status == "blocked" for one in sheet.open)
    carried = sum(one.carries > 0 for one in sheet.open)
    unowned = len(sheet.without_owner)
    return listed(
        [
            ngettext("{count} is late", "{count} are late", late) if late else "",
            ngettext("{count} is blocked", "{count} are blocked", blocked) if blocked else "",
            ngettext("{count} was carried over before", "{count} were carried over before", carried)
            if carried
            else "",
            ngettext("{count} needs a new owner", "{count} need a new owner", unowned)
            if unowned
            else "",
        ]
    )


def _nothing(sheet: ActionReviewSheet) -> str:
    if sheet.since is None:
        return gettext(
            "There is nothing to review: no action has been put forward before {day}.",
            day=day(sheet.on),
        )
    return gettext(
        "There is nothing to review: no action is open, and none was closed since the last"
        " workshop on {day}.",
        day=day(sheet.since),
    )


def _passed_over(programme: Programme, sheet: ActionReviewSheet) -> tuple[Block, ...]:
    """Name the open actions of which an earlier workshop said nothing."""
    if not sheet.unreviewed:
        return ()
    lines = bullets(
        spliced(
            gettext("{action} – not asked after at {workshops}"),
            action=one.action.statement,
            workshops=Run(
                listed(programme.workshop(name).title for name in one.unreviewed), "emphasis"
            ),
        )
        for one in sheet.unreviewed
    )
    title = gettext("Passed over before: ask after these first")
    return (Callout(title, lines, kind="warning"),)


def _open(programme: Programme, sheet: ActionReviewSheet) -> tuple[Block, ...]:
    owned = [group for group in sheet.owners if group.owner]
    unowned = [group for group in sheet.owners if not group.owner]
    return filled(
        table(
            (gettext("Owner"), *_columns(), gettext(_ROOM)),
            _rows(programme, owned),
            row_headings=True,
        ),
        section(
            gettext(UNOWNED),
            table(
                (*_columns(), gettext(_ROOM_FOR_OWNER)),
                [row[1:] for row in _rows(programme, unowned)],
            ),
        ),
    )


def _columns() -> tuple[str, ...]:
    return (gettext("Action"), pgettext("of an action", "Due"), gettext("How it stands"))


def _rows(programme: Programme, groups: Iterable[OwnerActions]) -> Iterator[tuple[Inline, ...]]:
    for group in groups:
        for one in group.actions:
            yield (
                group.owner.name if group.owner else "",
                _task(programme, group, one),
                due(one),
                _standing(one),
                gettext(_RESULTS),
            )


def _task(programme: Programme, group: OwnerActions, one: Standing) -> Inline:
    told = task(programme, one, group.owner)
    runs = (Run(told),) if isinstance(told, str) else told
    return (*runs, Run(" "), Run(one.action.id, "code"))


def _standing(one: Standing) -> Inline:
    """Say how late it is, its state, how old it is, and the last news."""
    told = reported(one)
    if one.blocked_by:
        told += f" – {one.blocked_by}"
    age = ngettext("{count} day old", "{count} days old", one.age) if one.age is not None else ""
    news = one.news if one.news != one.blocked_by else ""
    late = ngettext("{count} day late", "{count} days late", one.late)
    marked = (Run(f"{late}. ", "strong"),) if one.late else ()
    return (*marked, Run("; ".join(part for part in (told, age, news) if part)))


def _since(sheet: ActionReviewSheet) -> str:
    if sheet.since is None:
        return gettext("Closed so far")
    return gettext("Closed since the last workshop, on {day}", day=day(sheet.since))


def _closed(programme: Programme, sheet: ActionReviewSheet) -> tuple[Block, ...]:
    return table(
        (gettext("Action"), gettext("Owner"), gettext("What became of it"), gettext("Why")),
        [
            (
                one.action.statement,
                programme.person(one.owner).name,
                what_became(programme, one),
                (one.reason or gettext("no reason recorded")) if one.given_up else "",
            )
            for one in sheet.closed
        ],
    )
