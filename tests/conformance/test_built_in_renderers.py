"""The library's own renderers pass the kit that plugins' renderers pass."""

import pytest

from workshopcore.renderers import built_in_renderers
from workshopcore.testing import RendererConformance


class TestBuiltInRenderers(RendererConformance):
    @pytest.fixture(params=built_in_renderers(), ids=lambda each: each.key)
    def renderer(self, request):
        return request.param
