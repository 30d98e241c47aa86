"""The search beside trying every way: values, limits, bounds, and the order of time."""

from itertools import pairwise, product

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.calendar.search.best import ANY, best_way
from workshopcore.calendar.search.burdens import Loads
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.levels import settle
from workshopcore.calendar.search.passes import is_reached
from workshopcore.calendar.search.prices import Relaxation, at_prices, priced
from workshopcore.calendar.search.stages import GRAIN, Problem, Spacing, Stage

DAY = 24 * 60
BEARERS = 3


@st.composite
def stages(draw):
    """Candidates on up to eight days, some of them on the same day, long or short."""
    times = st.tuples(st.integers(0, 7), st.sampled_from([(9, 17), (9, 12), (13, 17), (8, 18)]))
    found = sorted(
        {
            (day * DAY + start * 60, day * DAY + end * 60, day)
            for day, (start, end) in draw(st.lists(times, max_size=6))
        }
    )
    slots = range(len(found))
    burdens = [
        draw(st.dictionaries(st.sampled_from([*slots, -1]), st.integers(1, 2)))
        for _ in range(BEARERS)
    ]
    return Stage(
        list(slots),
        [day for _, _, day in found],
        [start for start, _, _ in found],
        [end for _, end, _ in found],
        [GRAIN * draw(st.integers(-3, 9)) for _ in slots],
        burdens,
    )


@st.composite
def problems(draw):
    every = draw(st.lists(stages(), min_size=1, max_size=4))
    if draw(st.booleans()):
        every = [every[0]] * len(every)
    spacing = []
    for _ in every[1:]:
        least = draw(st.integers(0, 2))
        most = draw(st.none() | st.integers(least, 6))
        spacing.append(Spacing(least, most, given=draw(st.sampled_from([False, False, True]))))
    return Problem(tuple(every), tuple(spacing), BEARERS)


prices = st.dictionaries(st.integers(0, BEARERS - 1), st.integers(0, 3 * GRAIN))
limits = st.dictionaries(st.integers(0, BEARERS - 1), st.integers(0, 5))


def ways(problem):
    """Every way, by places."""
    places = [range(len(stage.slots)) for stage in problem.stages]
    return [way for way in product(*places) if follows(problem, way)]


def follows(problem, way):
    for (one, other), spacing, (a, b) in zip(
        pairwise(problem.stages), problem.spacing, pairwise(way), strict=True
    ):
        gap = other.days[b] - one.days[a]
        if one.ends[a] > other.starts[b] or gap < spacing.least:
            return False
        if spacing.most is not None and gap > spacing.most:
            return False
    return True


def value(problem, way):
    return sum(stage.values[n] for stage, n in zip(problem.stages, way, strict=True))


def load(problem, way, bearer):
    return sum(
        stage.burdens[bearer].get(stage.slots[n], 0)
        for stage, n in zip(problem.stages, way, strict=True)
    )


def within(problem, way, most):
    return all(load(problem, way, bearer) <= limit for bearer, limit in most.items())


@given(problems(), limits, st.sampled_from([ANY, 0, 6 * GRAIN]), prices)
def test_best_way_is_the_best_of_all(problem, most, floor, known):
    found = best_way(problem, most, floor, Effort(100_000), known)
    values = [value(problem, way) for way in ways(problem) if within(problem, way, most)]
    top = max(values, default=floor)
    assert found.proven
    if top <= floor:
        assert (found.way, found.value) == (None, floor)
    else:
        assert found.value == value(problem, found.way) == top
        assert within(problem, found.way, most)
        assert follows(problem, found.way)


@given(problems(), limits, st.integers(0, 12))
def test_a_search_cut_short_is_bounded(problem, most, steps):
    found = best_way(problem, most, ANY, Effort(steps))
    values = [value(problem, way) for way in ways(problem) if within(problem, way, most)]
    assert found.value <= max(values, default=ANY) <= found.bound


@given(problems())
def test_totals_are_those_of_the_best_ways_through_each_candidate(problem):
    free = Relaxation(problem, {})
    every = ways(problem) if all(stage.slots for stage in problem.stages) else []
    for number, stage in enumerate(problem.stages if every else ()):
        for place in range(len(stage.slots)):
            through = [value(problem, way) for way in every if way[number] == place]
            total = free.totals[number][place] + free.rest[number][place] - stage.values[place]
            assert total == max(through, default=total)
            assert is_reached(total) == bool(through)


@given(problems(), limits.filter(bool), st.integers(-9, 9), prices)
def test_prices_bound_every_way_within_the_limits(problem, most, floor, start):
    every = ways(problem) if all(stage.slots for stage in problem.stages) else []
    if every:
        begin = at_prices(problem, start, most)
        found = priced(begin, Loads(problem, most), floor * GRAIN, 20)
        values = [value(problem, way) for way in every if within(problem, way, most)]
        assert all(each <= found.relaxation.bound for each in values)
        assert found.value is None or found.value in values


@given(problems(), limits)
def test_loads_are_compared_all_at_once(problem, most):
    loads = Loads(problem, most)
    for way in ways(problem)[:20]:
        carried = loads.of(way)
        assert loads.within(carried) == within(problem, way, most)
        assert loads.excess(carried) == [
            load(problem, way, bearer) - limit for bearer, limit in most.items()
        ]


@given(problems(), limits)
def test_what_is_kept_has_every_way_that_is_as_good(problem, most):
    found = best_way(problem, most, ANY, Effort(100_000))
    if found.way is None:
        return
    kept = found.relaxation.problem.only(found.relaxation.above(found.value - GRAIN))
    there = [set(stage.slots) for stage in kept.stages]
    for way in ways(problem):
        if within(problem, way, most) and value(problem, way) == found.value:
            slots = [stage.slots[n] for stage, n in zip(problem.stages, way, strict=True)]
            assert all(slot in some for slot, some in zip(slots, there, strict=True))


def aims(problem, way):
    """What a way is like by one aim after another, each the larger the better; then the way."""
    days = [stage.days[n] for stage, n in zip(problem.stages, way, strict=True)]
    gaps = [after - before for before, after in pairwise(days)]
    most = max(load(problem, way, bearer) for bearer in range(BEARERS))
    free = [gap for gap, spacing in zip(gaps, problem.spacing, strict=True) if not spacing.given]
    even = (min(free), -max(free)) if len(free) > 1 else (0, 0)
    uneven = len(gaps) * sum(gap**2 for gap in gaps) - sum(gaps) ** 2
    return value(problem, way), -most, *even, -uneven


@given(problems(), limits, st.booleans())
def test_aims_are_settled_one_after_another(problem, most, fairest_first):
    """The same whether many ways are left, or so few that each is looked at."""
    nothing = [evolve(stage, values=[0] * len(stage.slots)) for stage in problem.stages]
    first = evolve(problem, stages=tuple(nothing)) if fairest_first else None
    every = [way for way in ways(problem) if within(problem, way, most)]

    def wanted(way):
        worth, fair, *even = aims(problem, way)
        return (fair, worth, *even) if fairest_first else (worth, fair, *even)

    best = max(map(wanted, every), default=None)
    equals = [way for way in every if wanted(way) == best]
    places = min(equals, default=None)
    slots = places and tuple(
        stage.slots[n] for stage, n in zip(problem.stages, places, strict=True)
    )
    for few in (0, 64):
        found = settle(problem, most, range(BEARERS), Effort(100_000), first=first, few=few)
        assert (found.way, found.complete, found.even) == (slots, True, True)
        assert [level for level in found.levels if level.reached != level.bound] == []


def test_many_ways_that_are_worth_the_same():
    """A day is as good as any other, so that only how even the gaps are decides."""
    days = [0, 1, 2, 4, 5, 7, 8, 9, 11]
    stage = Stage(
        list(range(len(days))),
        days,
        [day * DAY + 540 for day in days],
        [day * DAY + 990 for day in days],
        [0] * len(days),
        [{}, {3: 1}, {7: 2}],
    )
    problem = Problem(
        (stage,) * 4, (Spacing(1, 5), Spacing(1, None), Spacing(1, 5, given=True)), BEARERS
    )
    best = max(ways(problem), key=lambda way: (aims(problem, way), [-place for place in way]))
    found = settle(problem, {}, range(BEARERS), Effort(100_000), few=0)
    assert found.way == best
    assert (found.even, len(ways(problem))) == (True, 105)


def test_too_many_ways_to_see_which_is_the_most_even():
    days = list(range(0, 60, 2))
    stage = Stage(
        days, days, [day * DAY for day in days], [day * DAY + 60 for day in days], [0] * len(days)
    )
    problem = Problem((stage,) * 4, (Spacing(1, None),) * 3)
    found = settle(problem, {}, (), Effort(1), few=0)
    assert (found.even, [level.reached for level in found.levels]) == (False, [0, 0, 18, 18])


@given(problems(), limits, st.integers(1, 40))
def test_aims_of_a_search_cut_short_are_bounded(problem, most, steps):
    found = settle(problem, most, range(BEARERS), Effort(steps), few=0)
    every = [way for way in ways(problem) if within(problem, way, most)]
    if found.way is None:
        assert every == [] or not found.complete
        return
    reached = {level.aim: level for level in found.levels}
    assert reached["value"].bound >= max(value(problem, way) for way in every)
    places = [stage.places[slot] for stage, slot in zip(problem.stages, found.way, strict=True)]
    worth, fair, *_ = aims(problem, places)
    assert worth >= reached["value"].reached
    assert -fair <= reached["most-carried"].reached
