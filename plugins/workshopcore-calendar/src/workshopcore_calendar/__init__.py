"""Tasks, invitations and busy time as calendar files: what this plugin answers to its hooks."""

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from workshopcore import hookimpl
from workshopcore.contracts.exchange import Exporter, Importer
from workshopcore.plugins.hookspecs import CommandGroup
from workshopcore_calendar.busy.closures import (
    closures_from_holidays,
    closures_from_list,
    with_closures,
)
from workshopcore_calendar.busy.day_list import DayListImporter
from workshopcore_calendar.busy.diary import DiaryImporter
from workshopcore_calendar.busy.poll import PollImporter
from workshopcore_calendar.exporter import TaskExporter
from workshopcore_calendar.importer import TaskImporter

__all__ = [
    "DayListImporter",
    "DiaryImporter",
    "PollImporter",
    "TaskExporter",
    "TaskImporter",
    "closures_from_holidays",
    "closures_from_list",
    "with_closures",
]


@hookimpl
def workshopcore_exporters() -> Iterable[Exporter]:
    return [TaskExporter()]


@hookimpl
def workshopcore_importers() -> Iterable[Importer]:
    return [TaskImporter(), DiaryImporter(), PollImporter(), DayListImporter()]


@hookimpl
def workshopcore_commands(cli: CommandGroup) -> None:
    from workshopcore_calendar.busy.commands import closures
    from workshopcore_calendar.commands import feeds, invitations

    cli.add_command(closures)
    cli.add_command(feeds)
    cli.add_command(invitations)


@hookimpl
def workshopcore_translations() -> Iterable[Traversable]:
    return [files(__name__) / "translations"]
