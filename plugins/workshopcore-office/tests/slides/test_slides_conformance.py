"""The writer of slides does what every renderer does."""

import pytest

from workshopcore.testing import RendererConformance
from workshopcore_office import SlidesRenderer


class TestSlidesRenderer(RendererConformance):
    @pytest.fixture
    def renderer(self):
        return SlidesRenderer()
