"""Office files for workshopcore: what this plugin answers to its hooks."""

from collections.abc import Iterable

from workshopcore import hookimpl
from workshopcore.contracts.exchange import Exporter, Importer
from workshopcore_office.exporter import ActionLogExporter
from workshopcore_office.importer import ActionLogImporter

__all__ = ["ActionLogExporter", "ActionLogImporter"]


@hookimpl
def workshopcore_importers() -> Iterable[Importer]:
    """Bring the reader of action logs."""
    return [ActionLogImporter()]


@hookimpl
def workshopcore_exporters() -> Iterable[Exporter]:
    """Bring the writer of action logs."""
    return [ActionLogExporter()]
