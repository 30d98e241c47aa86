"""Action lists that go out to people and come back, and forms for the tools that ask them.

Importers and exporters of plugins build on the same parts: ``words`` reads what people type,
``table`` reads and writes anything that has rows and columns.
"""

from __future__ import annotations

from workshopcore.contracts.exchange import Exporter, Importer
from workshopcore.exchange.csv_files import CsvExporter, CsvImporter
from workshopcore.exchange.forms import form_exporters
from workshopcore.exchange.markdown_tasks import MarkdownTasksExporter, MarkdownTasksImporter

__all__ = [
    "CsvExporter",
    "CsvImporter",
    "MarkdownTasksExporter",
    "MarkdownTasksImporter",
    "built_in_exporters",
    "built_in_importers",
]


def built_in_importers() -> tuple[Importer, ...]:
    """Return the importers that come with the library.

    >>> [importer.key for importer in built_in_importers()]
    ['csv', 'markdown-tasks']
    """
    return (CsvImporter(), MarkdownTasksImporter())


def built_in_exporters() -> tuple[Exporter, ...]:
    """Return the exporters that come with the library.

    >>> [exporter.key for exporter in built_in_exporters()]
    ['csv', 'markdown-tasks', 'limesurvey', 'question-list']
    """
    return (CsvExporter(), MarkdownTasksExporter(), *form_exporters())
