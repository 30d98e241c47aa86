"""The course of a day, against every course that it can take."""

import random
from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from workshopcore.agenda.parts import Part, Tier, Tracks, leaves, parts
from workshopcore.agenda.risk import TOLERANCE, Distribution, risk, triangular

PAUSES = (Tier.BUFFER, Tier.PAUSE)


def walked(line, planned, durations, moment=0):
    """Play one course of the day: return every start and the end, from plain arithmetic."""
    starts = []
    for item in line:
        if isinstance(item, Tracks):
            ends = [moment]
            for track in item.tracks:
                inner, end = walked(track, planned, durations, moment)
                starts += inner
                ends.append(end)
            moment = max(ends)
        else:
            start, minutes = next(planned)
            moment = max(moment, item.start[0]) if item.start else moment
            starts.append(moment)
            took = next(durations)
            if item.tier not in PAUSES:
                moment += took
            elif moment <= start:
                moment += max(item.shortest, minutes)
            else:
                moment = max(moment + item.shortest, start + minutes)
    return starts, moment


def enumerated(line, planned, ranges=None):
    """Return the exact distribution of every start and of the end, by playing every course."""
    possible = []
    for number, part in enumerate(leaves(line)):
        takes = (ranges or {}).get(number) or triangular(part.shortest, part.usual, part.longest)
        if part.tier in PAUSES:
            takes = Distribution.certain(0)
        possible.append([(m, Fraction(w, takes.total)) for m, w in takes.weighted()])
    found = [{} for _ in range(len(possible) + 1)]
    for course in product(*possible):
        chance = Fraction(1)
        for _, share in course:
            chance *= share
        starts, end = walked(line, iter(planned), iter([minutes for minutes, _ in course]))
        for moments, moment in zip(found, [*starts, end], strict=True):
            moments[moment] = moments.get(moment, 0) + chance
    return found


def shares(distribution):
    return {m: Fraction(w, distribution.total) for m, w in distribution.weighted()}


def found_by(answer):
    return [shares(one) for one in (*answer.starts, answer.ends)]


@st.composite
def a_part(draw):
    shortest = draw(st.integers(0, 4))
    usual = shortest + draw(st.integers(0, 1))
    tier = draw(st.sampled_from([Tier.SHOULD, Tier.SHOULD, *PAUSES]))
    longest = usual + (draw(st.integers(0, 1)) if tier == Tier.SHOULD else 5)
    lock = draw(st.none() | st.integers(0, 8).map(lambda at: (at, at + 1)))
    return Part(shortest, usual, longest, tier, start=lock)


LINES = st.recursive(
    st.lists(a_part(), max_size=3).map(tuple),
    lambda line: st.tuples(
        st.lists(a_part(), max_size=1).map(tuple),
        st.lists(line, min_size=1, max_size=3).map(lambda tracks: (Tracks(tuple(tracks)),)),
        st.lists(a_part(), max_size=1).map(tuple),
    ).map(lambda pieces: sum(pieces, ())),
    max_leaves=4,
).filter(lambda line: len(list(leaves(line))) <= 7)


@st.composite
def days(draw):
    """A line with a plan for it: any plan, as the figures may not depend on a good one."""
    line = draw(LINES)
    times = st.tuples(st.integers(0, 10), st.integers(0, 6))
    size = len(list(leaves(line)))
    return line, draw(st.lists(times, min_size=size, max_size=size))


@given(days())
def test_risk_equals_every_course_of_the_day(day):
    line, planned = day
    assert found_by(risk(line, planned, minutes=12)) == enumerated(line, planned)


@given(days(), st.data())
def test_risk_equals_every_course_of_the_day_with_ranges_of_its_own(day, data):
    line, planned = day
    sessions = [n for n, part in enumerate(leaves(line)) if part.tier not in PAUSES]
    other = st.sampled_from([Distribution(2, [3, 0, 1]), Distribution(0, [1, 1]).reduced()])
    ranges = {number: data.draw(other) for number in sessions if data.draw(st.booleans())}
    found = risk(line, planned, minutes=12, ranges=ranges)
    assert found_by(found) == enumerated(line, planned, ranges)


@given(days(), st.integers(0, 20), st.integers(0, 3))
def test_on_time_counts_the_courses_that_keep_the_time(day, minutes, tolerance):
    line, planned = day
    found = risk(line, planned, minutes=minutes, tolerance=tolerance)
    wanted = [
        float(sum(share for moment, share in moments.items() if moment <= due + tolerance))
        for moments, due in zip(
            enumerated(line, planned), [*(start for start, _ in planned), minutes], strict=True
        )
    ]
    targets = [*range(len(planned)), "end"]
    assert [found.on_time(target) for target in targets] == wanted


@given(days(), st.integers(0, 14), st.integers(0, 2))
def test_kept_is_the_end_with_one_session_as_planned(day, minutes, tolerance):
    line, planned = day
    wanted = []
    for number, part in enumerate(leaves(line)):
        if part.tier in PAUSES or part.shortest == part.longest:
            wanted.append(None)
            continue
        took = sorted([part.shortest, planned[number][1], part.longest])[1]
        end = enumerated(line, planned, {number: Distribution.certain(took)})[-1]
        wanted.append(sum(share for moment, share in end.items() if moment <= minutes + tolerance))
    found = risk(line, planned, minutes=minutes, tolerance=tolerance)
    assert list(found.kept) == wanted


@given(days(), st.integers(0, 5))
def test_more_tolerance_never_makes_it_less_likely(day, tolerance):
    line, planned = day
    found = risk(line, planned, minutes=12)
    for target in [*range(len(planned)), "end"]:
        less = found.on_time(target, tolerance=tolerance)
        assert less <= found.on_time(target, tolerance=tolerance + 1)


@given(days(), st.data())
def test_a_longer_session_never_helps(day, data):
    line, planned = day
    sessions = [n for n, part in enumerate(leaves(line)) if part.tier not in PAUSES]
    assume(sessions)
    number = data.draw(st.sampled_from(sessions))
    part = list(leaves(line))[number]
    takes = triangular(part.shortest, part.usual, part.longest)
    longer = {number: Distribution(takes.first + 1, takes.weights)}
    before = risk(line, planned, minutes=12)
    after = risk(line, planned, minutes=12, ranges=longer)
    assert after.on_time() <= before.on_time()


def replaced(line, number, part):
    """Return a line with another part in one place."""
    return _replaced(line, iter(range(99)), number, part)


def _replaced(line, numbers, number, part):
    return tuple(
        Tracks(tuple(_replaced(track, numbers, number, part) for track in item.tracks))
        if isinstance(item, Tracks)
        else (part if next(numbers) == number else item)
        for item in line
    )


@given(days(), st.data())
def test_a_lock_never_makes_the_end_earlier(day, data):
    line, planned = day
    assume(planned)
    number = data.draw(st.integers(0, len(planned) - 1))
    free = replaced(line, number, evolve(list(leaves(line))[number], start=None))
    locked = risk(line, planned, minutes=12).on_time()
    assert locked <= risk(free, planned, minutes=12).on_time()


@given(days(), st.data())
def test_a_pause_that_gives_more_never_makes_the_end_later(day, data):
    line, planned = day
    pauses = [n for n, p in enumerate(leaves(line)) if p.tier in PAUSES and p.shortest]
    assume(pauses)
    number = data.draw(st.sampled_from(pauses))
    part = list(leaves(line))[number]
    giving = replaced(line, number, evolve(part, shortest=part.shortest - 1))
    before = risk(line, planned, minutes=12).on_time()
    assert before <= risk(giving, planned, minutes=12).on_time()


def test_early_finish_brings_the_next_session_forward():
    found = risk(parts([(10, 10, 10), (20, 20, 20)]), [(0, 15), (15, 20)], minutes=35)
    assert found.distribution(1) == Distribution.certain(10)


def test_lock_waits_out_an_early_finish_and_carries_lateness_on():
    line = (Part(10, 10, 30), Part(20, 20, 20, start=(15, 15)))
    planned = [(0, 10), (15, 20)]
    ranges = {0: Distribution(10, [1] + [0] * 19 + [1])}
    found = risk(line, planned, minutes=35, ranges=ranges)
    assert shares(found.distribution(1)) == {15: Fraction(1, 2), 30: Fraction(1, 2)}


def test_window_is_waited_for_until_it_opens_and_its_end_holds_nobody():
    line = (Part(10, 10, 30), Part(20, 20, 20, start=(15, 18)))
    ranges = {0: Distribution(10, [1] + [0] * 6 + [1] + [0] * 12 + [1])}
    found = risk(line, [(0, 10), (15, 20)], minutes=40, ranges=ranges)
    assert sorted(shares(found.distribution(1))) == [15, 17, 30]


@pytest.mark.parametrize(("late", "back"), [(0, 45), (3, 45), (5, 45), (6, 46), (20, 60)])
def test_break_makes_up_for_lateness_down_to_its_shortest(late, back):
    line = (Part(0, 30, 60), Part(10, 15, 20, Tier.PAUSE))
    ranges = {0: Distribution.certain(30 + late)}
    found = risk(line, [(0, 30), (30, 15)], minutes=45, ranges=ranges)
    assert found.distribution() == Distribution.certain(back)


def test_break_takes_its_planned_minutes_not_its_usual_ones():
    line = (Part(10, 15, 20, Tier.PAUSE),)
    assert risk(line, [(0, 12)], minutes=12).distribution() == Distribution.certain(12)


def test_marker_takes_no_time():
    found = risk(parts([(10, 10, 10), (0, 0, 0)]), [(0, 10), (10, 0)], minutes=10)
    assert (found.distribution(1), found.on_time()) == (Distribution.certain(10), 1.0)


def test_tracks_are_as_late_as_the_last_of_them():
    line = (Tracks((parts([(1, 1, 2)]), parts([(1, 2, 2)]))), Part(0, 0, 0))
    one, two = triangular(1, 1, 2), triangular(1, 2, 2)
    found = risk(line, [(0, 1), (0, 2), (2, 0)], minutes=2)
    assert found.distribution(2).at_most(1) == one.at_most(1) * two.at_most(1)


def test_tracks_that_start_late_together_are_not_independent():
    # Both tracks catch up in a break of their own, or neither does.
    track = (Part(0, 5, 5, Tier.PAUSE),)
    line = (Part(0, 0, 0), Tracks((track, track)))
    ranges = {0: Distribution(0, [1] + [0] * 9 + [1])}
    found = risk(line, [(0, 0), (0, 5), (0, 5)], minutes=5, ranges=ranges)
    assert shares(found.distribution()) == {5: Fraction(1, 2), 10: Fraction(1, 2)}


def test_night_before_a_lock_absorbs_the_day_before():
    line = (Part(300, 400, 500), Part(60, 60, 60, start=(1440, 1440), rests=True))
    found = risk(line, [(0, 400), (1440, 60)], minutes=1500)
    assert (found.distribution(1), found.on_time()) == (Distribution.certain(1440), 1.0)


def test_nothing_planned_ends_at_once():
    assert risk((), [], minutes=0).on_time() == 1.0


def day_of_twelve():
    """A day of 12 sessions, with breaks, a lunch at a fixed time and tracks."""
    break_, lunch = Part(10, 15, 20, Tier.PAUSE), Part(40, 45, 60, Tier.PAUSE, start=(180, 180))
    north = parts([(20, 25, 40), (15, 20, 30)])
    south = parts([(20, 30, 35), (10, 15, 25)])
    line = (
        *parts([(5, 10, 20), (20, 30, 45), (30, 35, 50)]),
        break_,
        *parts([(20, 30, 40), (25, 40, 60)]),
        lunch,
        Tracks((north, south)),
        Part(0, 10, 20, Tier.BUFFER),
        *parts([(20, 30, 45), (30, 45, 60), (5, 10, 15)]),
    )
    lengths = [10, 30, 35, 15, 30, 40, 45, 25, 20, 30, 15, 10, 30, 45, 10]
    starts = [0, 10, 40, 75, 90, 120, 180, 225, 250, 225, 255, 270, 280, 310, 355]
    return line, list(zip(starts, lengths, strict=True)), 370


def test_risk_of_a_day_agrees_with_days_drawn_at_random():
    line, planned, minutes = day_of_twelve()
    drawn, kept = random.Random(20270119), 0
    for _ in range(4000):
        durations = (drawn.triangular(p.shortest, p.longest, p.usual) for p in leaves(line))
        _, end = walked(line, iter(planned), durations)
        kept += end <= minutes + TOLERANCE
    # Five standard errors are 0.04; a minute more or less of tolerance makes up for whole ones.
    found = risk(line, planned, minutes=minutes)
    assert found.on_time() == pytest.approx(kept / 4000, abs=0.05)
