"""Group lists and table cards: who sits where, for the wall and for the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from workshopcore.contracts.formats import SessionFormat
from workshopcore.contracts.report import (
    Audience,
    Block,
    Bullets,
    PageBreak,
    Paragraph,
    Report,
    Run,
    Section,
)
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.groups.standing import seated, standing
from workshopcore.language import gettext, gettext_noop, pgettext
from workshopcore.model.agenda import AgendaItem, Parallel, slots
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop
from workshopcore.reports.blocks import filled, section, table
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import called, known_day, status_notice
from workshopcore.reports.wording import listed

__all__ = ["GroupLists"]


@frozen
class GroupLists:
    """For each session in groups: where everybody goes, who sits where, and a card for a table.

    Lists come first, for the wall; then the cards, each on a page of its own.
    """

    key: str = "group-lists"
    title: str = gettext_noop("Group lists")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"workshop"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the lists and cards of a workshop.

        Raises:
            ReportError: no workshop was named, or it has no groups yet.
            UnknownKeyError: there is no such workshop.
        """
        workshop = request.the_workshop(programme, self.key)
        sittings = _sittings(workshop, request.formats)
        if not sittings:
            raise ReportError(f"no groups are formed for '{workshop.id}' yet")
        cards = [card for each in sittings for card in _cards(programme, each)]
        apart: list[Block] = [cards[0]]
        for card in cards[1:]:
            apart += [PageBreak(), card]
        return Report(
            self.key,
            f"{gettext(self.title)}: {workshop.title}",
            self.audience,
            filled(
                status_notice(workshop, known_day(request)),
                *(_lists(programme, each) for each in sittings),
                (PageBreak(), Section(gettext("Table cards"), apart)),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, workshop.id),
            details={"programme": programme.id, "workshop": workshop.id},
        )


@frozen
class _Sitting:
    """A session with the groups of its rounds.

    Attributes:
        whole: what a group is called that has the session for itself, such as a track's title.
    """

    title: str
    whole: str
    rounds: tuple[GroupAllocation, ...]

    @property
    def parted(self) -> bool:
        """Whether there is more than one place to go to."""
        return any(len(each.groups) > 1 for each in self.rounds)

    @property
    def word(self) -> str:
        """What a group is called that has no name: hosts sit at tables."""
        if self.seated:
            return pgettext("where people sit", "Table")
        return pgettext("of people", "Group")

    @property
    def seated(self) -> bool:
        """Whether its groups are tables: each has somebody who hosts it."""
        return self.parted and any(group.host for each in self.rounds for group in each.groups)

    def called(self, allocation: GroupAllocation, group: Group) -> str:
        """Return what a group is called."""
        if group.name:
            return group.name
        if len(allocation.groups) == 1:
            return self.whole
        number = allocation.groups.index(group) + 1
        if self.seated:
            return pgettext("where people sit", "Table {number}", number=number)
        return pgettext("of people", "Group {number}", number=number)

    def round_of(self, allocation: GroupAllocation) -> str:
        """Return which round it is, ``""`` where there is only one."""
        if len(self.rounds) == 1:
            return ""
        return pgettext("of a session in groups", "Round {number}", number=allocation.round)


def _sittings(workshop: Workshop, formats: Mapping[str, SessionFormat]) -> list[_Sitting]:
    """Return the sessions that have groups, in the order of the day."""
    titles = {session.id: called(session, formats) for session in workshop.sessions()}
    tracks = dict(_tracks(workshop.agenda))
    kept = [each for each in standing(workshop) if any(map(seated, each.groups))]
    return [
        _Sitting(titles[session], tracks.get(session, gettext("Everybody")), tuple(rounds))
        for session, rounds in groupby(kept, lambda each: each.session)
    ]


def _tracks(agenda: Iterable[AgendaItem]) -> Iterator[tuple[str, str]]:
    """Yield the sessions of parallel tracks, by identifier, with the titles of their tracks."""
    for block in (item for item in agenda if isinstance(item, Parallel)):
        for track in block.tracks:
            yield from ((slot.id, track.title) for _, slot in slots(track.agenda))


def _lists(programme: Programme, sitting: _Sitting) -> tuple[Block, ...]:
    by_person = _by_person(programme, sitting) if sitting.parted else ()
    return section(sitting.title, by_person, _by_group(programme, sitting))


def _by_person(programme: Programme, sitting: _Sitting) -> tuple[Block, ...]:
    """Return where everybody goes, by name."""
    where: dict[str, list[str]] = {}
    for number, allocation in enumerate(sitting.rounds):
        for group in allocation.groups:
            for name in seated(group):
                places = where.setdefault(name, [""] * len(sitting.rounds))
                places[number] = _hosting(sitting.called(allocation, group), name, group)
    rows = sorted(
        ((programme.person(name).name, *places) for name, places in where.items()),
        key=lambda row: row[0].casefold(),
    )
    rounds = [sitting.round_of(each) or sitting.word for each in sitting.rounds]
    columns = (gettext("Name"), *rounds)
    return table(columns, rows, caption=gettext("Where you go"), row_headings=True)


def _hosting(words: str, person: str, group: Group) -> str:
    """Say of whoever hosts a group that they do."""
    return gettext("{name} (host)", name=words) if person == group.host else words


def _by_group(programme: Programme, sitting: _Sitting) -> tuple[Block, ...]:
    """Return who sits in which group, round by round."""
    rows = [
        (
            sitting.round_of(allocation),
            sitting.called(allocation, group),
            listed(_names(programme, group)),
        )
        for allocation in sitting.rounds
        for group in allocation.groups
        if seated(group)
    ]
    columns = (pgettext("of a session in groups", "Round"), sitting.word, gettext("Who"))
    return table(columns, rows, caption=gettext("Who sits together"))


def _names(programme: Programme, group: Group) -> Sequence[str]:
    return [_hosting(programme.person(name).name, name, group) for name in seated(group)]


def _cards(programme: Programme, sitting: _Sitting) -> Iterator[Section]:
    for allocation in sitting.rounds:
        for group in allocation.groups:
            if not seated(group):
                continue
            told = ", ".join(part for part in (sitting.title, sitting.round_of(allocation)) if part)
            people = [
                (Run(words, "strong"),) if name == group.host else words
                for name, words in zip(seated(group), _names(programme, group), strict=True)
            ]
            yield Section(
                sitting.called(allocation, group), (Paragraph(told, lead=True), Bullets(people))
            )
