"""Reminders in the language of the programme, with calendar tasks, and letters as files."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from workshopcore.actions.reminders import Enclosure, Reminder
from workshopcore.errors import PluginCallError
from workshopcore.language import speech
from workshopcore.toolkit.naming import file_stem, unused
from workshopcore.toolkit.spoken import spoken_programme
from workshopcore.toolkit.writing import put

if TYPE_CHECKING:
    from workshopcore.model.people import Person
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.registry import Registry
    from workshopcore.toolkit.toolkit import Toolkit

__all__ = ["Letters", "enclosed", "reminded", "write_messages"]

_TASKS = "calendar:vtodo"


def reminded(
    toolkit: Toolkit,
    registry: Registry,
    programme: Programme,
    as_of: date | str,
    people: Collection[str] | None,
) -> tuple[Reminder, ...]:
    """Return reminders that speak the language of their programme, whoever writes them later.

    Args:
        toolkit: whose plugin makes calendar tasks of the actions.
        registry: which plugins there are: they may bring translations.
        programme: whose actions.
        as_of: how things stand at the end of this day.
        people: only these, by identifier; ``None`` for everybody.
    """
    from workshopcore.actions.reminders import reminders

    with spoken_programme(registry, programme):
        return tuple(
            attrs.evolve(enclosed(toolkit, each), speech=speech())
            for each in reminders(programme, as_of, people=people)
        )


def enclosed(toolkit: Toolkit, reminder: Reminder) -> Reminder:
    """Return a reminder with its actions as calendar tasks, where a plugin writes those.

    A plugin that fails is among the toolkit's ``failures``; the letter goes without the tasks.
    """
    actions = [each.action.id for each in reminder.actions]
    if not actions or _TASKS not in toolkit.exporters:
        return reminder
    try:
        data = toolkit.export_actions(
            reminder.programme, _TASKS, as_of=reminder.as_of, actions=actions
        )
    except PluginCallError:
        return reminder
    tasks = Enclosure("actions.ics", "text/calendar", data)
    return attrs.evolve(reminder, enclosures=[*reminder.enclosures, tasks])


@attrs.frozen
class Letters:
    """Letters that were written to files.

    Attributes:
        paths: the files, in the order of the reminders.
        unaddressed: the reminders of people without an e-mail address: print those.
    """

    paths: tuple[Path, ...]
    unaddressed: tuple[Reminder, ...]


def write_messages(
    reminders: Iterable[Reminder],
    folder: Path | str,
    sender: Person | str,
    *,
    sent: datetime | None = None,
) -> Letters:
    """Write an e-mail for each reminder to a file of its own, which mail programs open.

    A file is there as a whole or not at all, and one that already says the same is left alone.

    Args:
        reminders: whom to write to.
        folder: where; it is made if it is not there.
        sender: a person, or an address such as ``Miriam Oduya <miriam@example.org>``.
        sent: the moment in each letter's Date; see :meth:`Reminder.message`.

    Raises:
        InvalidValueError: the sender has no e-mail address; nothing is written then.
        OSError: the folder or the disk does not allow it.
    """
    everybody = list(reminders)
    able = [each for each in everybody if each.reachable]
    messages = [(each.person.id, bytes(each.message(sender, sent=sent))) for each in able]
    paths: list[Path] = []
    taken: set[str] = set()
    for person, data in messages:
        name = unused(file_stem(person), taken)
        taken.add(name.lower())
        paths.append(Path(folder) / f"{name}.eml")
        put(paths[-1], data)
    return Letters(tuple(paths), tuple(each for each in everybody if not each.reachable))
