"""Office files for workshopcore: what this plugin answers to its hooks."""

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from workshopcore import hookimpl
from workshopcore.contracts.exchange import Exporter, Importer
from workshopcore.contracts.reports import Renderer
from workshopcore_office.answers import SurveyImporter
from workshopcore_office.exporter import ActionLogExporter
from workshopcore_office.form_exporter import FormExporter
from workshopcore_office.importer import ActionLogImporter
from workshopcore_office.slides import SlidesRenderer
from workshopcore_office.word import WordRenderer
from workshopcore_office.workbook import WorkbookRenderer

__all__ = [
    "ActionLogExporter",
    "ActionLogImporter",
    "FormExporter",
    "SlidesRenderer",
    "SurveyImporter",
    "WordRenderer",
    "WorkbookRenderer",
]


@hookimpl
def workshopcore_importers() -> Iterable[Importer]:
    """Bring the readers of action logs and of answers."""
    return [ActionLogImporter(), SurveyImporter()]


@hookimpl
def workshopcore_exporters() -> Iterable[Exporter]:
    """Bring the writers of action logs and of questionnaires."""
    return [ActionLogExporter(), FormExporter()]


@hookimpl
def workshopcore_renderers() -> Iterable[Renderer]:
    """Bring the writers of Word documents, of slides and of workbooks."""
    return [WordRenderer(), SlidesRenderer(), WorkbookRenderer()]


@hookimpl
def workshopcore_translations() -> Iterable[Traversable]:
    """Bring the plugin's phrases in other languages."""
    return [files(__name__) / "translations"]
