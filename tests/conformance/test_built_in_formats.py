"""The library's own session formats pass the kit that plugins' formats pass."""

import pytest

from workshopcore.formats import catalogue
from workshopcore.testing import SessionFormatConformance


class TestBuiltInFormats(SessionFormatConformance):
    @pytest.fixture(params=catalogue(), ids=lambda each: each.key)
    def session_format(self, request):
        return request.param
