"""The kit that every importer and every exporter of actions passes."""

import pytest

import workshopcore as wc
import workshopcore_calendar
from workshopcore.testing import ExporterConformance, ImporterConformance
from workshopcore_calendar import TaskExporter, TaskImporter


class TestTaskExporter(ExporterConformance):
    @pytest.fixture
    def exporter(self):
        return TaskExporter()


class TestTaskImporter(ImporterConformance):
    @pytest.fixture
    def importer(self):
        return TaskImporter()

    def exporter(self, _importer):
        return TaskExporter()


def test_toolkit_finds_both_by_their_key():
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_calendar])
    assert toolkit.exporters["calendar:vtodo"] == TaskExporter()
    assert toolkit.importers["calendar:vtodo"] == TaskImporter()
    assert toolkit.failures == ()
