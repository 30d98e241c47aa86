"""The whole catalogue for every size of group: plans that add up, or honest refusals."""

import pytest

from workshopcore.contracts.formats import FormatRequest
from workshopcore.errors import FormatError
from workshopcore.formats import catalogue
from workshopcore.model.options import Options

PEOPLE = range(3, 61)

each_format = pytest.mark.parametrize("format", catalogue(), ids=lambda format: format.key)
each_choice = pytest.mark.parametrize("choice", [0, 1, 2], ids=["least", "usual", "most"])


def lengths(format, options):
    """Yield what works, and how long it takes; whatever else there is must be a refusal."""
    for people in PEOPLE:
        if format.works_for(people):
            yield people, format.length(people, options)
        else:
            with pytest.raises(FormatError, match=f"the format '{format.key}'"):
                format.length(people, options)


def plans(format, choice):
    options = Options({rule.name: rule.bounds[choice] for rule in format.options})
    for people, length in lengths(format, options):
        for minutes in {length.shortest, length.usual, length.longest, length.longest + 9}:
            request = FormatRequest(minutes, people, options=options)
            yield people, length, minutes, format.expand(request)


@each_format
@each_choice
def test_plans_add_up(format, choice):
    for _, length, minutes, plan in plans(format, choice):
        steps = plan.steps
        assert sum(step.length.shortest for step in steps) == length.shortest
        assert sum(step.length.usual for step in steps) == length.usual
        assert sum(step.length.longest for step in steps) == length.longest
        assert sum(step.minutes for step in steps) == min(minutes, length.longest)
        assert all(step.length.shortest <= step.minutes <= step.length.longest for step in steps)


@each_format
@each_choice
def test_plans_of_the_usual_minutes_take_the_usual_time(format, choice):
    for _, length, minutes, plan in plans(format, choice):
        if minutes == length.usual:
            assert [step.minutes for step in plan.steps] == [
                step.length.usual for step in plan.steps
            ]


@each_format
def test_plans_seat_everybody_and_nobody_alone(format):
    for people, _, _, plan in plans(format, 1):
        seated = [plan.groups, *(step.groups for step in plan.steps)]
        for groups in filter(None, seated):
            assert sum(groups.sizes) == people
            assert min(groups.sizes) >= 2
            assert groups.note or len(set(groups.sizes)) == 1


@each_format
def test_plan_of_less_than_the_shortest_is_refused(format):
    for people, length in lengths(format, Options()):
        if length.shortest:
            with pytest.raises(FormatError, match=f"at least {length.shortest} minutes"):
                format.expand(FormatRequest(length.shortest - 1, people))
