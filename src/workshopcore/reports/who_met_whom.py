"""Who met whom: for facilitators who mix groups over a year."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.contracts.report import Audience, Block, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.groups import met_before
from workshopcore.groups.meetings import Meetings, meetings
from workshopcore.language import gettext, gettext_noop, ngettext
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, section
from workshopcore.reports.met_figure import met_figure
from workshopcore.reports.naming import file_name
from workshopcore.reports.wording import listed

__all__ = ["WhoMetWhom", "who_met_whom"]

_A_FEW = 3
"""So many people can be named as the furthest behind."""


@frozen
class WhoMetWhom:
    """How often each two people have worked together in groups, and who never has.

    With a day, what counts are the workshops that had begun by then; without one, everything
    that is on record or planned.
    """

    key: str = "who-met-whom"
    title: str = gettext_noop("Who met whom")
    audience: Audience = "facilitators"
    needs: frozenset[Need] = frozenset()

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return who met whom.

        Raises:
            ReportError: nobody has been in a group by that day.
        """
        found = who_met_whom(programme, request.as_of)
        if len(found.never) == len(found.times):
            by = f" by {request.as_of}" if request.as_of else ""
            raise ReportError(f"no groups are on record or planned{by}")
        names = {person.id: person.name for person in programme.people}
        return Report(
            self.key,
            gettext(self.title),
            self.audience,
            filled(
                (Paragraph(_summary(found, names), lead=True),),
                met_figure(found, names),
                section(gettext("Not yet in one group"), _not_yet(found, names)),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key),
            details={"programme": programme.id},
        )


def who_met_whom(programme: Programme, as_of: date | None = None) -> Meetings:
    """Return who of a programme met whom by a day, or in all that is on record and planned.

    The people are the participants of that day, and whoever else was in a group.
    """
    later = [w for w in programme.in_order if as_of is not None and w.day > as_of]
    groups = met_before(programme, later[0].id if later else "")
    here = {person.id for person in programme.participants(as_of)}
    here.update(name for group in groups for name in group)
    return meetings((person.id for person in programme.people if person.id in here), groups)


def _summary(found: Meetings, names: dict[str, str]) -> str:
    """Say how far the mixing has come, and who is furthest behind."""
    pairs, never = len(found.times), len(found.never)
    if not never:
        return ngettext(
            "Everybody has worked with everybody: all {count} pair.",
            "Everybody has worked with everybody: all {count} pairs.",
            pairs,
        )
    known = {person: len(found.colleagues(person)) for person in found.people}
    least = min(known.values())
    who = [names[person] for person, number in known.items() if number == least]
    told = ngettext(
        "{count} of {whole} pairs have not worked together yet.",
        "{count} of {whole} pairs have not worked together yet.",
        never,
        whole=pairs,
    )
    if len(who) > _A_FEW:
        return told
    behind = ngettext(
        "{people} has met the fewest: {met} of {others} colleagues.",
        "{people} have met the fewest: {met} of {others} colleagues.",
        len(who),
        people=listed(who),
        met=least,
        others=len(found.people) - 1,
    )
    return f"{told} {behind}"


def _not_yet(found: Meetings, names: dict[str, str]) -> tuple[Block, ...]:
    """Return the pairs that have not met, each once."""
    return bullets(
        f"{names[person]}: {', '.join(names[other] for other in others)}"
        for person in found.people
        if (others := [other for one, other in found.never if one == person])
    )
