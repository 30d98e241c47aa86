"""The library's own styles pass the kit that plugins' styles pass."""

import pytest

from workshopcore.renderers import built_in_styles
from workshopcore.testing import StyleConformance


class TestBuiltInStyles(StyleConformance):
    @pytest.fixture(params=built_in_styles(), ids=lambda each: each.key)
    def style(self, request):
        return request.param
