"""The library's own checks pass the kit that plugins' checks pass."""

import pytest
from hypothesis import given

from workshopcore.checks import built_in_checks
from workshopcore.testing import CheckConformance
from workshopcore.testing.strategies import programmes


class TestBuiltInChecks(CheckConformance):
    @pytest.fixture(params=built_in_checks(), ids=lambda each: each.code)
    def check(self, request):
        return request.param

    # Every programme is judged by all of them together, below: it takes longer to make one.
    test_any_programme_is_judged = None


@given(programmes())
def test_any_programme_is_judged_by_every_check(programme):
    kit = CheckConformance()
    for check in built_in_checks():
        kit.judge(check, programme)
