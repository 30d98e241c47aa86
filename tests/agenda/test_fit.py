import csv
import json
from itertools import accumulate
from pathlib import Path

import pytest
from attrs import evolve
from brute_force import best, judged
from hypothesis import assume, given
from hypothesis import strategies as st
from trees import days, line

from workshopcore.agenda import Part, Tier, Tracks, fit, leaves
from workshopcore.agenda.fitting import Fit
from workshopcore.agenda.network import has_inner_locks, network_grid
from workshopcore.errors import InvalidValueError

DATA = Path(__file__).parent / "data"
BUFFER, COULD, SHOULD, MUST, PAUSE = Tier


def fixed(minutes, tier=SHOULD, **more):
    return Part(minutes, minutes, minutes, tier, **more)


def test_fit_gives_the_published_vector():
    vector = json.loads((DATA / "agenda.json").read_text(encoding="utf-8"))
    day = zip(vector["lo"], vector["pref"], vector["pref"], strict=True)
    found = fit(day, vector["D"], grid=5)
    assert list(found.minutes) == vector["grid5"]
    assert list(found.starts) == [0, *accumulate(vector["grid5"][:-1])]


def test_fit_reproduces_the_published_schedule_of_a_git_lesson():
    with (DATA / "git-novice.csv").open(encoding="utf-8") as file:
        minutes = [int(row["teaching"]) + int(row["exercises"]) for row in csv.DictReader(file)]
    found = fit([fixed(each) for each in minutes], 192, grid=1)
    clocks = [f"{start // 60}:{start % 60:02}" for start in found.starts]
    published = "0:00 0:05 0:10 0:20 0:40 1:05 1:10 1:55 2:20 2:35 2:45 2:50 2:52 3:02"
    assert " ".join(clocks) == published
    assert found.starts[-1] + found.minutes[-1] == 3 * 60 + 12


@given(days())
def test_fit_costs_as_little_as_the_best_of_all_ways(day):
    grid, the_line, minutes = day
    found = fit(the_line, minutes, grid=grid)
    assume(not found.over)
    wanted = best(the_line, minutes, grid)
    if wanted is None:  # too tight for the grid
        grid, wanted = 1, best(the_line, minutes, 1)
    assert judged(the_line, found, minutes, grid) == wanted


@st.composite
def windowed_days(draw):
    """Days with a window at least, and with locks anywhere."""
    grid, the_line, minutes = draw(days(fixed=lambda depth: True, parts=3))
    opens = draw(st.integers(0, 3)) * grid
    window = Part(0, grid, 2 * grid, start=(opens, opens + grid))
    at = draw(st.sampled_from([0, len(the_line)]))
    return grid, (*the_line[:at], window, *the_line[at:]), minutes + 6 * grid


def freed(item):
    """An item without its window; a lock stays, and so does the window after a night."""
    if isinstance(item, Part) and item.start and item.start[0] != item.start[1] and not item.rests:
        return evolve(item, start=None)
    return item


@given(windowed_days())
def test_windows_that_are_met_anyway_change_nothing(day):
    grid, the_line, minutes = day
    free = [freed(item) for item in the_line]
    assume(not has_inner_locks(free))
    found, anyway = (fit(line, minutes, grid=grid) for line in (the_line, free))
    met = [
        part.start is None or part.start[0] <= start <= part.start[1]
        for part, start in zip(leaves(the_line), anyway.starts, strict=True)
    ]
    if not found.over and all(met):
        assert (found.starts, found.minutes) == (anyway.starts, anyway.minutes)


@given(windowed_days())
def test_fit_with_locks_and_windows_anywhere_costs_as_little_as_the_best(day):
    grid, the_line, minutes = day
    found = fit(the_line, minutes, grid=grid)
    assume(not found.over)
    anyway = fit([freed(item) for item in the_line], minutes, grid=grid)
    if anyway.starts == found.starts and anyway.minutes == found.minutes:
        # On the house's grid; the network would need a finer one for fixed times off the grid.
        assume(grid == network_grid(the_line, minutes, grid))
    grid = network_grid(the_line, minutes, grid)
    wanted = best(the_line, minutes, grid)
    if wanted is None:
        grid, wanted = 1, best(the_line, minutes, 1)
    assert judged(the_line, found, minutes, grid) == wanted


@st.composite
def locked_days(draw):
    """Lines one after another, each but the first behind a lock."""
    spans = draw(st.lists(line(5, most=2), min_size=2, max_size=3))
    lengths = [draw(st.integers(0, 12)) * 5 + draw(st.sampled_from([0, 2])) for _ in spans]
    return spans, lengths


@given(locked_days())
def test_spans_between_locks_are_fitted_on_their_own(day):
    spans, lengths = day
    joined, starts = [], [0, *accumulate(lengths)]
    alone = []
    for number, (span, start, length) in enumerate(zip(spans, starts, lengths, strict=False)):
        lock = (fixed(0, start=(start, start)),) if number else ()
        joined += [*lock, *span]
        apart = fit((*(fixed(0) for _ in lock), *span), length)
        alone += [
            (begin + start, minutes)
            for begin, minutes in zip(apart.starts, apart.minutes, strict=True)
        ]
    found = fit(joined, starts[-1])
    assert list(zip(found.starts, found.minutes, strict=True)) == alone


@given(days(fixed=lambda depth: True, parts=9))
def test_no_part_is_ever_below_its_shortest_or_above_its_longest(day):
    grid, the_line, minutes = day
    found = fit(the_line, minutes, grid=grid)
    for part, length in zip(leaves(the_line), found.minutes, strict=True):
        assert part.shortest <= length <= part.longest


@given(days(fixed=lambda depth: True, parts=9))
def test_no_lock_is_ever_moved_and_no_window_left(day):
    grid, the_line, minutes = day
    found = fit(the_line, minutes, grid=grid)
    for part, start in zip(leaves(the_line), found.starts, strict=True):
        assert part.start is None or part.start[0] <= start <= part.start[1]


def late(the_line, timing, start):
    """Return where a line ends, and whether anything in it began before its turn."""
    hasty = False
    for item in the_line:
        if isinstance(item, Part):
            begin, minutes = next(timing)
            hasty |= begin < start
            start = begin + minutes
        else:
            found = [late(track, timing, start) for track in item.tracks]
            start = max(end for end, _ in found)
            hasty |= any(each for _, each in found)
    return start, hasty


@given(days(fixed=lambda depth: True, parts=9))
def test_nothing_overlaps_unless_the_fit_says_that_it_is_over(day):
    grid, the_line, minutes = day
    found = fit(the_line, minutes, grid=grid)
    if not found.over:
        end, hasty = late(the_line, zip(found.starts, found.minutes, strict=True), 0)
        assert (end <= minutes, hasty) == (True, False)


def test_buffers_give_first_and_pauses_last():
    day = [Part(0, 10, 20, tier) for tier in (PAUSE, MUST, SHOULD, COULD, BUFFER)]
    pressed = [fit(day, minutes).minutes for minutes in (40, 30, 20, 10, 0)]
    assert pressed == [
        (10, 10, 10, 10, 0),
        (10, 10, 10, 0, 0),
        (10, 10, 0, 0, 0),
        (10, 0, 0, 0, 0),
        (0, 0, 0, 0, 0),
    ]


def test_buffers_take_first_when_there_is_time_to_spare():
    day = [Part(0, 10, 20, tier) for tier in (PAUSE, MUST, SHOULD, COULD, BUFFER)]
    assert fit(day, 60).minutes == (10, 10, 10, 10, 20)
    assert fit(day, 120).minutes == (20, 20, 20, 20, 20)


def test_everybody_gives_up_the_same_share_of_what_they_have_to_give():
    assert fit([(0, 20, 20), (20, 60, 60)], 50).minutes == (10, 40)


def test_ties_go_to_the_larger_slack_and_then_to_the_earlier():
    assert fit([(10, 20, 20), (10, 20, 20)], 35).minutes == (15, 20)
    # 25/10 and (225 − 100)/50 are the same cost.
    assert fit([(0, 10, 10), (0, 50, 50)], 45).minutes == (10, 35)


def test_a_track_that_is_shorter_gives_only_when_the_block_has_come_down_to_it():
    block = Tracks(((Part(20, 60, 60),), (Part(20, 40, 40),)))
    assert fit([block], 45).minutes == (45, 40)
    assert fit([block], 30).minutes == (30, 30)


def test_a_block_is_drawn_out_with_its_longest_tracks_as_far_as_all_can():
    block = Tracks(((Part(30, 30, 60),), (Part(30, 30, 45),), (Part(10, 10, 60),)))
    assert fit([block], 60).minutes == (45, 45, 10)


def test_a_part_between_two_grid_points_is_fixed_and_the_rest_is_a_gap():
    found = fit([(12, 13, 14), (20, 20, 20)], 40)
    assert (found.starts, found.minutes) == ((0, 15), (13, 20))


def test_bounds_are_rounded_inward_to_the_grid():
    assert fit([(12, 22, 33)], 12).minutes == (12,)  # too tight for the grid: on one minute
    assert fit([(12, 22, 33)], 19).minutes == (15,)
    assert fit([(12, 22, 33)], 60).minutes == (30,)


def test_usual_minutes_off_the_grid_go_to_the_point_that_costs_less():
    assert fit([(10, 17, 20), Part(0, 0, 60, BUFFER)], 40).minutes == (15, 25)
    assert fit([(10, 18, 25), Part(0, 0, 60, BUFFER)], 40).minutes == (20, 20)


def test_a_night_is_not_filled_and_a_span_before_a_lock_is():
    day = [Part(30, 30, 90), fixed(60, start=(600, 600), rests=True)]
    assert fit(day, 660).minutes == (30, 60)
    assert fit([Part(30, 30, 90), fixed(60, start=(600, 600))], 660).minutes == (90, 60)


def test_what_stands_before_a_night_is_still_pressed_when_it_must_be():
    day = [Part(300, 700, 700), fixed(60, start=(600, 600), rests=True)]
    assert fit(day, 660).minutes == (600, 60)


def test_a_marker_takes_no_time_and_holds_its_lock():
    found = fit([Part(10, 30, 40), fixed(0, start=(20, 20)), Part(10, 10, 10)], 60)
    assert (found.starts, found.minutes) == ((0, 20, 20), (20, 0, 10))


def test_a_night_before_a_window_is_not_filled_either():
    day = [Part(0, 10, 20), Part(0, 10, 10, start=(0, 40), rests=True)]
    assert fit(day, 60).minutes == (10, 10)


def test_a_window_is_met_where_it_costs_least():
    day = [Part(10, 30, 30), Part(20, 20, 20, start=(15, 20)), Part(0, 10, 10)]
    assert fit(day, 60).starts == (0, 20, 40)


def test_an_expert_in_a_track_arrives_when_the_lock_says():
    block = Tracks(
        ((Part(10, 30, 30), fixed(20, start=(40, 40))), (Part(30, 60, 60),)),
    )
    found = fit([Part(10, 30, 30), block], 60)
    # 15²/20 + 5²/20 + 15²/30 = 20, and 10²/20 + 10²/20 + 20²/30 would be 23⅓.
    assert (found.starts[2], found.minutes) == (40, (15, 25, 20, 45))


def test_a_day_over_by_some_minutes_says_so_and_which_lock_is_to_blame():
    day = [
        fixed(70),
        fixed(20, COULD, may_go=True),
        fixed(45, PAUSE, start=(80, 80)),
        fixed(60),
    ]
    found = fit(day, 170)
    assert found.over == 10 + 15
    assert [(each.part, each.minutes) for each in found.missed] == [(2, -10), (None, -15)]
    assert found.starts == (0, 70, 80, 125)


def test_slack_is_told_for_every_fixed_time():
    found = fit([Part(10, 20, 20), Part(0, 10, 10, start=(30, 30))], 60)
    assert [(each.part, each.minutes) for each in found.margins] == [(1, 20), (None, 30)]


def test_overlap_with_what_is_fixed_is_shown_and_never_hidden():
    found = fit([fixed(70), Part(20, 30, 40, start=(60, 60))], 120)
    assert (found.starts, found.minutes, found.over) == ((0, 60), (70, 40), 10)


def test_overfull_day_with_windows_keeps_everything_at_its_shortest():
    found = fit([Part(40, 50, 60), Part(20, 30, 40, start=(10, 20))], 120)
    assert (found.starts, found.minutes, found.over) == ((0, 20), (40, 20), 20)


def test_empty_day_is_empty():
    assert fit([], 60).minutes == ()


@pytest.mark.parametrize(("minutes", "grid"), [(-1, 5), (60, 0), (60.0, 5), (60, True)])
def test_minutes_and_grid_must_be_whole(minutes, grid):
    with pytest.raises(InvalidValueError, match="expected"):
        fit([], minutes, grid=grid)


@pytest.mark.parametrize("three", [(20, 10, 30), (-5, 0, 5), (10, 30, 20)])
def test_bounds_must_be_in_rising_order(three):
    with pytest.raises(InvalidValueError, match="rising order"):
        fit([three], 60)


def test_a_window_must_not_end_before_it_starts():
    with pytest.raises(InvalidValueError, match="earliest start"):
        Part(1, 2, 3, start=(20, 10))


def test_fit_is_a_value():
    assert fit([(10, 20, 30)], 20) == Fit((0,), (20,), fit([(10, 20, 30)], 20).margins)
