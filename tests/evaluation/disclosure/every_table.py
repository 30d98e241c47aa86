"""Every table that fits what is published, by trying: nothing here is the library's own logic.

A table is a dictionary of figures by (row, column); "T" is the row or the column of totals. A
one-way table has one column and a grand total.
"""

from itertools import combinations


def figures(counts):
    """All figures of a table of counts, a list of lists; totals included."""
    found = {(i, j): value for i, row in enumerate(counts) for j, value in enumerate(row)}
    width = len(counts[0])
    found |= {(i, "T"): sum(row) for i, row in enumerate(counts)}
    found |= {("T", j): sum(row[j] for row in counts) for j in range(width)}
    found["T", "T"] = sum(map(sum, counts))
    return found


def one_way(counts):
    """All figures of a one-way table: there is only one column, and its total is the total."""
    found = {(i, 0): value for i, value in enumerate(counts)}
    found["T", "T"] = sum(counts)
    return found


def lines(places):
    """Every sum of a table: the places added, and the place of their total."""
    rows = sorted({i for i, _ in places if i != "T"})
    columns = sorted({j for _, j in places if j != "T"})
    if ("T", 0) not in places:
        return [([(i, 0) for i in rows], ("T", "T"))]
    found = [([(i, j) for j in columns], (i, "T")) for i in [*rows, "T"]]
    return found + [([(i, j) for i in rows], ("T", j)) for j in [*columns, "T"]]


def tables(known, hidden, least=1, most=None):
    """Every table with the known figures in which each hidden one is at least ``least``."""
    places = [*known, *hidden]
    sums = lines(places)
    order = sorted(hidden, key=lambda place: "T" in place)
    limit = most if most is not None else max(known.values(), default=0)
    yield from _filled(dict(known), order, sums, least, limit)


def _filled(found, left, sums, least, limit):
    """Fill in hidden figures one after another, those that a sum leaves no choice first."""
    while True:
        forced = _forced(found, sums)
        if forced is None:
            break
        place, value = forced
        if value < (least if place in left else 0):
            return
        found = found | {place: value}
        left = [each for each in left if each != place]
    for added, total in sums:
        parts = [found.get(place) for place in added]
        if None not in parts and total in found and sum(parts) != found[total]:
            return
    if not left:
        yield found
        return
    place, rest = left[0], left[1:]
    for value in range(least, _room(place, found, sums, limit) + 1):
        yield from _filled(found | {place: value}, rest, sums, least, limit)


def _forced(found, sums):
    """A figure that a single sum leaves no choice, with its value, if there is one."""
    for added, total in sums:
        missing = [place for place in [*added, total] if place not in found]
        if len(missing) == 1:
            known = sum(found[place] for place in added if place in found)
            value = known if missing[0] == total else found[total] - known
            return missing[0], value
    return None


def _room(place, found, sums, limit):
    """The most that a figure can be by any sum that it is part of."""
    most = limit
    for added, total in sums:
        if place in added and total in found:
            known = sum(found[each] for each in added if each in found)
            most = min(most, found[total] - known)
    return most


def bounds(known, hidden, k, least=1, some_small=True):
    """The least and the most of every hidden figure, over all tables."""
    found = dict.fromkeys(hidden, (None, None))
    for table in tables(known, hidden, least):
        if some_small and not any(table[place] < k for place in hidden):
            continue
        for place in hidden:
            low, high = found[place]
            value = table[place]
            found[place] = (
                value if low is None else min(low, value),
                value if high is None else max(high, value),
            )
    return found


def all_protected(known, hidden, k, targets=None):
    """Whether every target can be more than one number, and k or more."""
    return all(
        _can_be(known, hidden, k, place, large=True)
        and _can_be(known, hidden, k, place, large=False)
        for place in (hidden if targets is None else targets)
    )


def _can_be(known, hidden, k, place, large):
    """Whether a figure can be k or more (large), or two different numbers (not large)."""
    rest = [each for each in hidden if each != place]
    limit = max(known.values(), default=0)
    found = 0
    for value in range(k, limit + 1) if large else range(1, limit + 1):
        fits = any(
            value < k or any(table[each] < k for each in rest)
            for table in tables(known | {place: value}, rest, most=limit)
        )
        found += fits
        if found == (1 if large else 2):
            return True
    return False


def cheapest(values, k):
    """What is lost at least, by trying every choice in the order of its cost; None if none is."""
    needed = [place for place, value in values.items() if 0 < value < k]
    others = [place for place, value in values.items() if value >= k and place != ("T", "T")]
    choices = sorted(
        (
            (sum(values[place] for place in chosen), len(chosen), chosen)
            for size in range(len(others) + 1)
            for chosen in combinations(others, size)
        ),
        key=lambda choice: choice[:2],
    )
    for lost, _, chosen in choices:
        hidden = [*needed, *chosen]
        known = {place: value for place, value in values.items() if place not in hidden}
        if all_protected(known, hidden, k, targets=needed):
            return lost + sum(values[place] for place in needed)
    return None
