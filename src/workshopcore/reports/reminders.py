"""A reminder on paper: the same letter that goes out by e-mail."""

from __future__ import annotations

from attrs import evolve, frozen

from workshopcore.actions.letters import Entry, Group, Letter, letter
from workshopcore.actions.reminders import Reminder, reminders
from workshopcore.contracts.report import Audience, Block, Bullets, Item, Paragraph, Report, Run
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import filled, section
from workshopcore.reports.naming import file_name
from workshopcore.reports.wording import day

__all__ = ["Reminders", "action_blocks"]


@frozen
class Reminders:
    """A letter to one person: only their own open actions, and one date."""

    key: str = "reminders"
    title: str = gettext_noop("Reminder")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"as_of", "person"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return what one person is reminded of, as things stand at the end of a day.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: no person was named, or nothing of theirs is open.
        """
        as_of = request.day(self.key)
        if not request.person:
            names = ", ".join(person.id for person in programme.people) or "none yet"
            raise ReportError(f"the report '{self.key}' is about a person: name one of {names}")
        found = reminders(programme, as_of, people=[request.person])
        if not found:
            name = programme.person(request.person).name
            raise ReportError(f"nothing of {name}'s is open on {day(as_of)}: there is no letter")
        return self._printed(found[0])

    def _printed(self, reminder: Reminder) -> Report:
        programme, person = reminder.programme, reminder.person
        said = letter(reminder)
        return Report(
            self.key,
            gettext("Your actions on {day}", day=day(reminder.as_of)),
            self.audience,
            _blocks(said),
            subtitle=programme.title,
            language=programme.language,
            as_of=reminder.as_of,
            name=file_name(self.key, person.id),
            details={"programme": programme.id, "person": person.id},
        )


def action_blocks(reminder: Reminder) -> tuple[Block, ...]:
    """Return the actions that somebody answers for, those past their date first."""
    said = letter(evolve(reminder, unowned=()))
    return filled(*map(_group, said.groups))


def _blocks(said: Letter) -> tuple[Block, ...]:
    date = (Paragraph([Run(said.date, "strong")]),) if said.date else ()
    return filled(
        map(Paragraph, (said.greeting, said.opening)),
        date,
        *map(_group, said.groups),
        section(gettext("What comes next"), map(Paragraph, said.closing)),
    )


def _group(group: Group) -> tuple[Block, ...]:
    introduction = (Paragraph(group.introduction),) if group.introduction else ()
    return section(group.title, introduction, [Bullets(map(_entry, group.entries))])


def _entry(entry: Entry) -> Item:
    facts = [f"{label}: {value}" for label, value in entry.facts]
    return Item([Run(entry.statement, "strong")], facts)
