from itertools import combinations

from hypothesis import given
from trees import days

from workshopcore.agenda import Part, Tier, Tracks, fit, leaves
from workshopcore.agenda.cuts import cuts, loss
from workshopcore.agenda.earliest import earliest

BUFFER, COULD, SHOULD, MUST, PAUSE = Tier


def without(line, gone, number=0):
    """A line without some of its parts, and the number after its last."""
    found = []
    for item in line:
        if isinstance(item, Part):
            found += [] if number in gone else [item]
            number += 1
        else:
            tracks = []
            for track in item.tracks:
                kept, number = without(track, gone, number)
                tracks.append(kept)
            found.append(Tracks(tuple(tracks)))
    return tuple(found), number


def fits(line, gone, minutes):
    kept, _ = without(line, gone)
    return all(margin.minutes >= 0 for margin in earliest(kept, minutes).margins)


def lost(every, gone):
    """Usual minutes lost by tier, the highest first, and how many parts."""
    tiers = [sum(every[n].usual for n in gone if every[n].tier == t) for t in reversed(Tier)]
    return (*tiers, len(gone))


def best(line, minutes):
    every = list(leaves(line))
    may_go = [number for number, part in enumerate(every) if part.may_go]
    sets = [gone for size in range(len(may_go) + 1) for gone in combinations(may_go, size)]
    return min((lost(every, gone) for gone in sets if fits(line, gone, minutes)), default=None)


@given(days(fixed=lambda depth: True, parts=9))
def test_cuts_lose_as_little_as_the_best_of_all_sets(day):
    _, line, minutes = day
    found = cuts(line, minutes)
    wanted = best(line, minutes)
    if found is None:
        assert wanted is None
    else:
        assert fits(line, found, minutes)
        assert lost(list(leaves(line)), found) == wanted


@given(days(fixed=lambda depth: True, parts=9))
def test_a_fit_proposes_cuts_exactly_when_the_day_is_over(day):
    grid, line, minutes = day
    found = fit(line, minutes, grid=grid)
    assert (found.cuts == ()) == (found.over == 0)
    if found.cuts:
        kept, _ = without(line, found.cuts)
        assert fit(kept, minutes, grid=grid).over == 0


def part(minutes, tier, **more):
    return Part(minutes, minutes, minutes, tier, may_go=True, **more)


def test_what_only_could_be_done_goes_before_what_should():
    assert cuts((part(10, SHOULD), part(60, COULD)), 60) == (1,)


def test_the_shorter_of_two_goes_where_either_would_do():
    assert cuts((part(30, COULD), part(15, COULD), part(20, COULD)), 50) == (1,)


def test_two_short_ones_go_where_a_long_one_would_lose_more():
    day = (part(40, COULD), part(15, COULD), part(15, COULD), part(30, MUST))
    assert cuts(day, 70) == (1, 2)


def test_one_goes_rather_than_two_of_the_same_minutes():
    assert cuts((part(10, COULD), part(10, COULD), part(20, COULD)), 20) == (2,)


def test_a_cut_in_a_track_helps_only_where_every_long_track_gives():
    block = Tracks(((part(30, COULD), part(20, MUST)), (part(25, COULD), part(25, MUST))))
    assert cuts((block,), 40) == (0, 2)
    assert cuts((block,), 25) == (0, 2)
    assert cuts((block,), 24) == (0, 2, 3)


def test_a_span_is_relieved_by_what_stands_in_it():
    day = (part(10, COULD), Part(30, 30, 30, start=(60, 60)), part(20, COULD), part(40, SHOULD))
    assert cuts(day, 140) == (2,)


def test_none_is_told_from_nothing():
    assert cuts((Part(30, 30, 30),), 20) is None
    assert cuts((Part(30, 30, 30),), 30) == ()


def test_losses_add_up_and_a_higher_tier_outweighs_all_lower():
    minutes = 20_000
    assert loss(part(1, SHOULD)) > 500 * loss(part(minutes, COULD))
