"""How far shortening goes, and what goes after that: compared with trying everything."""

from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.agenda import run_sheet
from workshopcore.model.agenda import Break, Buffer, Lunch, Parallel, Session, Track
from workshopcore.reports.lateness import FAR, STEP, latest_starts, stretches

TIERS = {"must": 3, "should": 2, "could": 1}


def sheet_of(programme):
    return run_sheet(programme, programme.workshops[0].id, formats={})


@st.composite
def sessions(draw):
    shortest = draw(st.integers(0, 9)) * 5
    usual = shortest + draw(st.integers(0, 4)) * 5
    return Session(
        title="Work",
        minutes=(shortest, usual, usual + draw(st.integers(0, 4)) * 5),
        priority=draw(st.sampled_from([*TIERS])),
    )


def tried(items, minutes):
    """Try every set of sessions that may go; the places of the one that loses least."""
    may_go = [n for n, each in enumerate(items) if each.priority != "must"]
    best = None
    for size in range(len(may_go) + 1):
        for gone in combinations(may_go, size):
            needed = sum(each.minutes.shortest for n, each in enumerate(items) if n not in gone)
            lost = [0, 0, 0, 0]
            for n in gone:
                lost[-TIERS[items[n].priority]] += items[n].minutes.usual
            if needed <= minutes and (best is None or (lost, size) < best[:2]):
                best = lost, size, gone
    return best


@given(st.lists(sessions(), min_size=1, max_size=6), st.integers(0, 40))
def test_answer_loses_as_little_as_any(reading, items, extra):
    needed = sum(each.minutes.shortest for each in items)
    clock = f"{10 + (needed + 5 * extra) // 60}:{(needed + 5 * extra) % 60:02}"
    programme = reading.one_day(*items, Lunch(45, start=clock), end="2027-06-15T23:00")
    sheet = sheet_of(programme)
    found = stretches(sheet)[0]
    for late in range(0, FAR + 1, STEP):
        best = tried(items, needed + 5 * extra - late)
        answer = [each.rows for each in found.answers if each.late <= late][-1:]
        if best is None:
            assert found.lost is not None
            assert found.lost <= late
        elif not best[2]:
            assert late <= found.shorten
        else:
            assert late > found.shorten
            lost = [0, 0, 0, 0]
            for row in answer[0]:
                lost[-TIERS[row.slot.priority]] += row.slot.minutes.usual
            assert (lost, len(answer[0])) == best[:2]


@given(st.lists(sessions(), min_size=1, max_size=6), st.integers(0, 40))
def test_shortening_goes_as_far_as_the_sheet_has_slack(reading, items, extra):
    needed = sum(each.minutes.shortest for each in items)
    clock = f"{10 + (needed + 5 * extra) // 60}:{(needed + 5 * extra) % 60:02}"
    lunch = Lunch(45, start=clock, id="lunch")
    sheet = sheet_of(reading.one_day(*items, lunch, end="2027-06-15T23:00"))
    assert stretches(sheet)[0].shorten == min(sheet.slack["lunch"] // 5 * 5, FAR)


def one(title, shortest, usual, longest, priority="should"):
    return Session(title=title, minutes=(shortest, usual, longest), priority=priority)


def told(stretch):
    return [(each.late, [row.title for row in each.rows]) for each in stretch.answers]


def test_session_in_a_track_goes_only_where_that_helps(reading):
    tracks = Parallel(
        [
            Track("North", [one("A", 30, 30, 30), one("B", 30, 30, 30, "could")]),
            Track("South", [one("C", 40, 40, 40)]),
        ]
    )
    day = reading.one_day(tracks, Lunch(45, start="11:00"), end="2027-06-15T12:00")
    morning = stretches(sheet_of(day))[0]
    # Without B the longer track is C's.
    assert (morning.shorten, told(morning)[0]) == (0, (5, ["B"]))
    assert told(morning)[1][0] == 25


def test_window_leaves_the_time_to_its_latest_start(reading):
    day = reading.one_day(
        one("A", 60, 80, 80), Lunch(60, window=("11:00", "12:00")), one("B", 60, 60, 240)
    )
    morning = stretches(sheet_of(day))[0]
    assert (morning.until.hour, morning.shorten) == (12, 60)


def test_buffers_go_before_anything_else(reading):
    day = reading.one_day(
        one("A", 60, 60, 60, "must"), Buffer((10, 10, 10)), Lunch(60, start="11:10")
    )
    assert told(stretches(sheet_of(day))[0]) == [(5, ["Buffer"])]


def test_what_is_over_or_on_is_not_planned_any_more(reading):
    day = reading.one_day(
        one("A", 50, 60, 60),
        one("B", 40, 60, 60),
        Lunch((60, 60, 60), start="12:00"),
        one("C", 60, 120, 180),
    )
    sheet = sheet_of(day).replan(now="11:10", running="b")
    (afternoon,) = stretches(sheet)
    assert (afternoon.row, afternoon.since.hour) == (None, 12)
    assert set(latest_starts(sheet)) == {"agenda[2]", "agenda[3]"}


def test_tracks_in_which_something_has_begun_are_not_planned_any_more(reading):
    tracks = Parallel(
        [
            Track("N", [one("A", 30, 60, 60), one("B", 30, 30, 30)]),
            Track("S", [one("C", 60, 90, 90)]),
        ]
    )
    day = reading.one_day(tracks, one("D", 60, 60, 240))
    sheet = sheet_of(day).replan(now="10:20", running=["a", "c"])
    assert set(latest_starts(sheet)) == {"agenda[1]"}


def test_what_has_been_left_out_is_not_planned_any_more(reading):
    tracks = Parallel(
        [
            Track("N", [one("A", 30, 30, 30), one("B", 30, 30, 30, "could")]),
            Track("S", [Parallel([Track("X", [one("C", 20, 20, 20)]), Track("Y", [Break(10)])])]),
        ]
    )
    day = reading.one_day(one("Start", 30, 30, 30), tracks, Lunch(45, start="11:30"))
    sheet = sheet_of(day).replan(now="10:55", running="start")
    assert [cut.title for cut in sheet.cuts] == ["B"]
    planned = [row.path for row in sheet.rows if row.state == "planned" and row.path]
    assert sorted(latest_starts(sheet)) == sorted(planned)


@pytest.mark.parametrize(
    ("late", "gone"),
    [(0, []), (50, []), (55, ["What must change"]), (70, ["What must change"])],
)
def test_paper_and_replanning_agree(year, reading, late, gone):
    sheet = run_sheet(reading.changed(year, "first", actuals=()), "first", formats=reading.formats)
    now = f"{(750 + late) // 60}:{(750 + late) % 60:02}"
    live = sheet.replan(now=now, running="lunch", started=now)
    assert [cut.title for cut in live.cuts] == gone
    afternoon = stretches(sheet)[1]
    answers = [each.rows for each in afternoon.answers if each.late <= late][-1:]
    assert [row.title for rows in answers for row in rows] == gone


def test_latest_start_leaves_everything_after_it_its_shortest(reading):
    tracks = Parallel(
        [
            Track("N", [one("A", 30, 40, 40), one("B", 20, 30, 30)]),
            Track("S", [one("C", 40, 40, 40, "must")]),
        ]
    )
    day = reading.one_day(
        one("D", 15, 20, 20), tracks, Break((10, 15, 20)), Lunch(45, start="12:00")
    )
    found = {path: f"{at:%H:%M}" for path, at in latest_starts(sheet_of(day)).items()}
    assert found == {
        "agenda[0]": "10:45",
        "agenda[1].tracks[0].agenda[0]": "11:00",
        "agenda[1].tracks[0].agenda[1]": "11:30",
        "agenda[1].tracks[1].agenda[0]": "11:10",
        "agenda[2]": "11:50",
        "agenda[3]": "15:20",
    }


def test_lock_within_a_track_holds(reading):
    tracks = Parallel(
        [
            Track("N", [one("A", 20, 30, 30), Session(title="B", minutes=30, start="11:00")]),
            Track("S", [one("C", 20, 60, 60)]),
        ]
    )
    day = reading.one_day(one("D", 15, 30, 30), tracks, one("E", 30, 60, 240))
    sheet = sheet_of(day)
    (whole,) = stretches(sheet)
    # 10:00 and 15 + 20 minutes leave 25 before 11:00.
    assert whole.shorten == 25
    assert f"{latest_starts(sheet)['agenda[1].tracks[0].agenda[0]']:%H:%M}" == "10:40"


def test_sheet_that_was_not_made_by_the_engine_has_no_plan_b(reading):
    sheet = evolve(sheet_of(reading.one_day(one("A", 30, 30, 30))), day=None)
    assert (stretches(sheet), latest_starts(sheet)) == ((), {})
