"""The renderer does what every renderer does."""

import pytest

from workshopcore.testing import RendererConformance
from workshopcore_pdf import PdfRenderer


class TestPdfRenderer(RendererConformance):
    @pytest.fixture
    def renderer(self):
        return PdfRenderer()


def test_toolkit_finds_it_by_its_key(toolkit):
    assert toolkit.renderers["pdf:document"] == PdfRenderer()
    assert toolkit.failures == ()
