"""Action lists as calendar tasks (iCalendar VTODO): what this plugin answers to its hooks."""

from collections.abc import Iterable

from workshopcore import hookimpl
from workshopcore.contracts.exchange import Exporter, Importer
from workshopcore_calendar.exporter import TaskExporter
from workshopcore_calendar.importer import TaskImporter

__all__ = ["TaskExporter", "TaskImporter"]


@hookimpl
def workshopcore_exporters() -> Iterable[Exporter]:
    return [TaskExporter()]


@hookimpl
def workshopcore_importers() -> Iterable[Importer]:
    return [TaskImporter()]
