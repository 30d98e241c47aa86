"""Every schedule of a few people, one after the other."""

from itertools import combinations, product

from counting import all_groups, repeats

UNEVEN = 10


def partitions(people, sizes):
    """Every way to seat people in groups of these sizes, as sets of groups."""
    if not sizes:
        return {frozenset()}
    first, *rest = sizes
    return {
        groups | {frozenset(group)}
        for group in combinations(sorted(people), first)
        for groups in partitions(set(people) - set(group), rest)
    }


def is_legal(groups, apart, together, hosts):
    def same(one, other):
        return any(one in group and other in group for group in groups)

    here = {person for group in groups for person in group}
    apart = [pair for people in [*apart, hosts] for pair in combinations(people, 2)]
    kept = [pair for people in together for pair in combinations(set(people) & here, 2)]
    return not any(same(*pair) for pair in apart) and all(same(*pair) for pair in kept)


def alike_pairs(groups, values):
    return sum(
        1
        for group in groups
        for one, other in combinations(group, 2)
        if one in values and values[one] == values.get(other)
    )


def least_alike(people, groups, values):
    """The fewest pairs of people who are alike, were they spread over so many groups."""
    total = 0
    for value in set(values.values()):
        number = sum(1 for person in people if values.get(person) == value)
        size, larger = divmod(number, groups)
        total += groups * (size * (size - 1) // 2) + larger * size
    return total


def best(rounds, *, met=(), apart=(), together=(), hosts=(), values=None):
    """The least cost of all schedules: repeats, and ten for each pair too many who are alike.

    Args:
        rounds: for each, who is there and the sizes of its groups.
    """
    values = values or {}
    choices = [
        [g for g in partitions(people, sizes) if is_legal(g, apart, together, hosts)]
        for people, sizes in rounds
    ]
    inevitable = sum(least_alike(people, len(sizes), values) for people, sizes in rounds)
    return min(
        (
            repeats(*met, *all_groups(schedule))
            + UNEVEN * (sum(alike_pairs(groups, values) for groups in schedule) - inevitable)
            for schedule in product(*choices)
        ),
        default=None,
    )
