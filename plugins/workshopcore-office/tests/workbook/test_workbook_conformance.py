"""The writer of workbooks does what every renderer does."""

import pytest

from workshopcore.testing import RendererConformance
from workshopcore_office import WorkbookRenderer


class TestWorkbookRenderer(RendererConformance):
    @pytest.fixture
    def renderer(self):
        return WorkbookRenderer()
