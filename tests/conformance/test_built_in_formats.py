"""The library's own session formats pass the kit that plugins' formats pass; faulty ones do not."""

from types import SimpleNamespace

import pytest

from workshopcore.contracts.formats import FormatPlan, GroupPlan, MaterialPlan, Step
from workshopcore.errors import FormatError, WorkshopCoreError
from workshopcore.formats import catalogue
from workshopcore.model.length import Length
from workshopcore.model.options import Options
from workshopcore.testing import SessionFormatConformance

KIT = SessionFormatConformance
LENGTH = Length(5, 10, 15)


class TestBuiltInFormats(SessionFormatConformance):
    @pytest.fixture(params=catalogue(), ids=lambda each: each.key)
    def session_format(self, request):
        return request.param


class TestBuiltInFormatsAtTheirMost(SessionFormatConformance):
    @pytest.fixture(params=[f for f in catalogue() if f.options], ids=lambda each: each.key)
    def session_format(self, request):
        self.options = Options({rule.name: rule.bounds[2] for rule in request.param.options})
        return request.param


def talk(steps=None, refusal=FormatError, length=lambda people, options: LENGTH, **parts):
    """Return a format of one step for 2 to 20 people, with whatever is faulty in it."""

    def sound_length(people, options):
        if not 2 <= people <= 20:
            raise refusal("for 2 to 20")
        return length(people, options)

    def expand(request):
        if request.minutes < LENGTH.shortest:
            raise refusal("for 5 minutes or more")
        made = steps(request) if steps else [Step("Talk", LENGTH)]
        return FormatPlan(made, **parts)

    return SimpleNamespace(
        key="acme:talk", title="Talk", people=(2, 20), length=sound_length, expand=expand
    )


def each_length(people, options):
    """Refuse one number of people in the wrong way."""
    if people == 13:
        raise KeyError(people)
    return LENGTH


def counting():
    """Return steps that are never the same twice."""
    names = iter(range(10_000))
    return lambda request: [Step(f"Talk {next(names)}", LENGTH)]


def test_kit_passes_a_sound_format():
    sound = talk(lambda request: [Step("Talk", LENGTH, minutes=min(request.minutes, 15))])
    for name in dir(KIT):
        if name.startswith("test_"):
            getattr(KIT, name)(KIT(), session_format=sound)


@pytest.mark.parametrize(
    ("faulty", "test"),
    [
        (talk(refusal=ValueError), "test_other_numbers_of_people_are_refused"),
        (talk(length=each_length), "test_length_has_its_bounds_in_order"),
        (talk(refusal=ValueError), "test_too_little_time_is_refused"),
        (talk(counting()), "test_plan_stays_the_same"),
        (talk(lambda r: [Step("Talk", LENGTH, times=0)]), "test_plan_is_complete"),
        (talk(lambda r: [Step("Talk", Length(5))]), "test_plan_is_complete"),
        (talk(materials=[MaterialPlan("Pen", -1)]), "test_plan_is_complete"),
        (talk(groups=GroupPlan([2])), "test_plan_is_complete"),
        (talk(lambda r: [Step("A", LENGTH, groups=GroupPlan([1]))]), "test_plan_is_complete"),
        (
            talk(lambda r: [Step("A", LENGTH, groups=GroupPlan([r.people, 0]))]),
            "test_plan_is_complete",
        ),
        (
            talk(lambda r: [Step("A", LENGTH, minutes=r.minutes)]),
            "test_plan_fits_where_its_length_ends",
        ),
        (talk(lambda r: [Step("A", LENGTH, minutes=4)]), "test_plan_fits_where_its_length_ends"),
        (
            talk(lambda r: [Step("A", Length(0, 5, 9), minutes=9), Step("B", Length(0, 1, 2))]),
            "test_plan_fits_into_its_minutes",
        ),
        (
            talk(lambda r: [Step(each, Length(1, 5, 9), minutes=5) for each in "AB"]),
            "test_plan_fits_where_its_length_ends",
        ),
    ],
)
def test_kit_finds_what_is_wrong(faulty, test):
    with pytest.raises((AssertionError, ValueError, KeyError)) as error:
        getattr(KIT, test)(KIT(), session_format=faulty)
    assert not isinstance(error.value, WorkshopCoreError)
