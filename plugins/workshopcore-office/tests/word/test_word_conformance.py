"""The writer of Word documents does what every renderer does."""

import pytest

from workshopcore.testing import RendererConformance
from workshopcore_office import WordRenderer


class TestWordRenderer(RendererConformance):
    @pytest.fixture
    def renderer(self):
        return WordRenderer()
