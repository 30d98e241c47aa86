"""Every way to run a day on a grid, and what each costs: slow, plain and independent."""

from fractions import Fraction
from itertools import product

from workshopcore.agenda import Part, Tier

NEVER = (Fraction(10**9),)


def lengths(part, grid):
    """Yield (minutes, minutes taken): all that the grid admits, or the usual minutes."""
    found = [m for m in range(part.shortest, part.longest + 1) if m % grid == 0]
    if found:
        return [(minutes, minutes) for minutes in found]
    return [(part.usual, -(-part.usual // grid) * grid)]


def price(part, minutes):
    change = minutes - part.usual
    if change == 0:
        return Fraction(0)
    slack = part.usual - part.shortest if change < 0 else part.longest - part.usual
    return Fraction(change * change, slack)


def usual(line, grid):
    """How long a line takes when nothing presses."""
    total = 0
    for item in line:
        if isinstance(item, Part):
            total += min((price(item, m), taken) for m, taken in lengths(item, grid))[1]
        else:
            total += max(usual(track, grid) for track in item.tracks)
    return total


def ways(line, start, grid, limit):
    """Return (end, idle, costs from the top tier down) of the ways to run a line from a moment on.

    Of the ways that end at the same moment only the cheapest is kept: what comes after them
    costs the same.
    """
    found = [(start, 0, (Fraction(0),) * len(Tier))]
    for item in line:
        longer = [
            (last, idle + more, added(costs, others))
            for end, idle, costs in found
            for last, more, others in here(item, end, grid, limit)
        ]
        found = cheapest(longer)
    return found


def added(costs, others):
    return tuple(map(sum, zip(costs, others, strict=True)))


def cheapest(found):
    kept = {}
    for end, idle, costs in found:
        kept[end] = min(kept.get(end, (idle, costs)), (idle, costs))
    return [(end, *rest) for end, rest in kept.items()]


def here(item, start, grid, limit):
    if isinstance(item, Part):
        first, last = item.start or (start, start)
        for begin in range(max(start, first), last + 1):
            waits = 0 if item.rests else begin - start
            for minutes, taken in lengths(item, grid):
                if begin + taken <= limit:
                    costs = [Fraction(0)] * len(Tier)
                    costs[-1 - item.tier] = price(item, minutes)
                    yield begin + taken, waits, tuple(costs)
        return
    natural = [usual(track, grid) for track in item.tracks]
    every = [ways(track, start, grid, limit) for track in item.tracks]
    for chosen in product(*every):
        end = max(last for last, _, _ in chosen)
        idle = sum(more for _, more, _ in chosen) + sum(
            end - last
            for (last, _, _), length in zip(chosen, natural, strict=True)
            if length == max(natural)
        )
        total = (Fraction(0),) * len(Tier)
        for _, _, costs in chosen:
            total = added(total, costs)
        yield end, idle, total


def best(line, minutes, grid):
    """The least (idle minutes, costs from the top tier down), ``None`` where nothing fits."""
    found = [
        (idle + minutes - end, *costs) for end, idle, costs in ways(tuple(line), 0, grid, minutes)
    ]
    return min(found, default=None)


def judged(line, fitted, minutes, grid):
    """What a fit costs, as `best` counts; it asserts that the fit is a way to run the day."""
    timing = iter(zip(fitted.starts, fitted.minutes, strict=True))
    end, idle, costs = judged_line(tuple(line), 0, timing, grid)
    assert end <= minutes
    return (idle + minutes - end, *costs)


def judged_line(line, start, timing, grid):
    idle, costs = 0, [Fraction(0)] * len(Tier)
    for item in line:
        if isinstance(item, Part):
            begin, length = next(timing)
            assert item.shortest <= length <= item.longest
            taken = dict(lengths(item, grid))[length]
            first, last = item.start or (start, start)
            assert max(start, first) <= begin <= last
            idle += 0 if item.rests else begin - start
            costs[-1 - item.tier] += price(item, length)
            start = begin + taken
        else:
            natural = [usual(track, grid) for track in item.tracks]
            found = [judged_line(track, start, timing, grid) for track in item.tracks]
            start = max(end for end, _, _ in found)
            for (end, more, others), length in zip(found, natural, strict=True):
                idle += more + (start - end if length == max(natural) else 0)
                costs = [a + b for a, b in zip(costs, others, strict=True)]
    return start, idle, tuple(costs)
