"""The workbook's writer and reader do what every exporter and importer does."""

import pytest

from workshopcore.testing import (
    ExporterConformance,
    FormExporterConformance,
    ImporterConformance,
)
from workshopcore_office import ActionLogExporter, ActionLogImporter, FormExporter


class TestActionLogExporter(ExporterConformance):
    @pytest.fixture
    def exporter(self):
        return ActionLogExporter()


class TestFormExporter(FormExporterConformance):
    @pytest.fixture
    def exporter(self):
        return FormExporter()


class TestActionLogImporter(ImporterConformance):
    @pytest.fixture
    def importer(self):
        return ActionLogImporter()

    def exporter(self, _importer):
        return ActionLogExporter()


def test_toolkit_finds_them_by_their_key(toolkit):
    assert toolkit.exporters["office:form"] == FormExporter()
    assert toolkit.exporters["office:xlsx"] == ActionLogExporter()
    assert toolkit.importers["office:xlsx"] == ActionLogImporter()
    assert toolkit.failures == ()
