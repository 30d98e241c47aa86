from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.agenda import RunSheet, run_sheet
from workshopcore.errors import AgendaError, InvalidValueError, UnknownKeyError

CAFE = wc.Session(title="World Café", minutes=(40, 60, 75), id="world-cafe")


def sheet(agenda=None, *, end="13:00", expert="talk", actuals=(), grid=5):
    agenda = agenda or [
        wc.Session(title="Check-in", minutes=(5, 10, 20)),
        CAFE,
        wc.Session(title="Game", minutes=(20, 20, 20), priority="could"),
        wc.Break((10, 15, 20)),
        wc.Session(title="Talk", minutes=(30, 45, 45), priority="must"),
        wc.Session(title="So what", minutes=(20, 30, 40)),
        wc.Buffer((0, 10, 15)),
        wc.Session(
            "action-planning",
            minutes=(30, 40, 50),
            priority="must",
            title="Actions",
            id="action-planning",
        ),
        wc.Session(title="Check-out", minutes=(5, 10, 15)),
    ]
    year = wc.Programme(
        title="Y",
        grid=grid,
        people=[wc.Person("Dr Oyelaran", role="expert")],
        workshops=[
            wc.Workshop(
                "W",
                start="2027-01-19T09:00",
                end=f"2027-01-19T{end}",
                agenda=agenda,
                actuals=actuals,
            )
        ],
        experts=[wc.ExpertEngagement("dr-oyelaran", "Duties", session=f"w/{expert}")]
        if expert
        else [],
    )
    return run_sheet(year, "w", formats={})


def told(found):
    return [(row.title, f"{row.start:%H:%M}", row.minutes, row.state[0]) for row in found.rows]


PLANNED = [
    ("Check-in", "09:00", 10, "p"),
    ("World Café", "09:10", 60, "p"),
    ("Game", "10:10", 20, "p"),
    ("Break", "10:30", 15, "p"),
    ("Talk", "10:45", 45, "p"),
    ("So what", "11:30", 30, "p"),
    ("Buffer", "12:00", 10, "p"),
    ("Actions", "12:10", 40, "p"),
    ("Check-out", "12:50", 10, "p"),
]


def test_a_day_on_time_stays_as_it_is():
    before = sheet()
    assert told(before) == PLANNED
    after = before.replan(now="09:30", running="world-cafe")
    assert [each[:3] for each in told(after)] == [each[:3] for each in PLANNED]
    assert [row.state for row in after.rows] == ["done", "running", *["planned"] * 7]
    assert (after.changes, after.cuts, after.reason) == (("finish unchanged",), (), "")


def test_a_late_start_is_made_up_before_the_expert_comes():
    after = sheet().replan(now="09:25", running="world-cafe", started="09:25")
    assert told(after)[:5] == [
        ("Check-in", "09:00", 25, "d"),
        ("World Café", "09:25", 45, "r"),
        ("Game", "10:10", 20, "p"),
        ("Break", "10:30", 15, "p"),
        ("Talk", "10:45", 45, "p"),
    ]
    assert after.changes == ("World Café 60 → 45", "finish unchanged")


def test_what_is_left_out_is_the_least_loss_and_said():
    after = sheet().replan(now="09:45", running="world-cafe", started="09:45")
    assert told(after)[:4] == [
        ("Check-in", "09:00", 45, "d"),
        ("World Café", "09:45", 45, "r"),
        ("Break", "10:30", 15, "p"),
        ("Talk", "10:45", 45, "p"),
    ]
    assert [each.id for each in after.cuts] == ["game"]
    assert after.changes == ("World Café 60 → 45", "Game left out", "finish unchanged")


def test_a_running_session_counts_what_it_has_used():
    after = sheet().replan(now="10:20", running="world-cafe", started="09:10")
    assert told(after)[1:4] == [
        ("World Café", "09:10", 75, "r"),
        ("Break", "10:25", 20, "p"),
        ("Talk", "10:45", 45, "p"),
    ]
    assert [each.id for each in after.cuts] == ["game"]
    assert after.row("talk").start == sheet().row("talk").start


def test_the_closing_planning_holds_its_start_and_the_finish_holds():
    after = sheet().replan(now="12:00", running="so-what", started="11:45")
    assert told(after)[5:] == [
        ("So what", "11:45", 25, "r"),
        ("Buffer", "12:10", 0, "p"),
        ("Actions", "12:10", 40, "p"),
        ("Check-out", "12:50", 10, "p"),
    ]


def test_what_cannot_hold_gives_way_and_the_reason_says_so():
    after = sheet().replan(now="12:05", running="talk", started="11:30")
    assert [each.id for each in after.cuts] == ["so-what"]
    assert (after.over, after.reason) == (0, "")
    late = sheet().replan(now="12:15", running="talk", started="12:00")
    assert late.row("action-planning").start == datetime(2027, 1, 19, 12, 30, tzinfo=UTC)
    assert late.reason == (
        "Actions cannot hold at 12:10: 20 minutes later at the earliest,"
        " even with everything that may go left out"
    )
    assert late.over == 20
    assert late.changes[-2:] == ("Actions 12:10 → 12:30", "finish unchanged")


def test_a_day_that_cannot_end_in_time_says_when_it_ends():
    after = sheet().replan(now="12:55", running="talk", started="12:30")
    assert f"{after.finishes:%H:%M}" == "13:30"
    assert [each.id for each in after.clashes] == ["action-planning", ""]
    assert after.changes[-1] == "finish 13:00 → 13:30"


def test_time_won_is_shared_out():
    after = sheet().replan(now="09:50", running="game", started="09:50")
    assert told(after)[1:5] == [
        ("World Café", "09:10", 40, "d"),
        ("Game", "09:50", 20, "r"),
        ("Break", "10:10", 20, "p"),
        ("Open time", "10:30", 15, "p"),
    ]
    assert after.row("talk").start == sheet().row("talk").start


def test_the_record_says_what_has_happened():
    actuals = [
        wc.Actual("check-in", "2027-01-19T09:05", "2027-01-19T09:20"),
        wc.Actual("world-cafe", "2027-01-19T09:20"),
    ]
    after = sheet(actuals=actuals).replan(now="09:40")
    assert told(after)[:3] == [
        ("Open time", "09:00", 5, "d"),
        ("Check-in", "09:05", 15, "d"),
        ("World Café", "09:20", 50, "r"),
    ]


def test_what_the_record_says_was_cut_is_gone():
    actuals = [wc.Actual("game", fate="cut")]
    after = sheet(actuals=actuals).replan(now="09:30", running="world-cafe")
    assert "game" not in [row.id for row in after.rows]
    assert after.cuts == ()


def test_a_session_that_ended_is_followed_by_the_next_at_once():
    actuals = [wc.Actual("check-in", "2027-01-19T09:00", "2027-01-19T09:15")]
    after = sheet().replan(now="09:15", actuals=actuals)
    assert told(after)[:2] == [("Check-in", "09:00", 15, "d"), ("World Café", "09:15", 55, "p")]


def test_the_rest_starts_on_the_grid_by_the_clock_where_it_can():
    after = sheet().replan(now="09:28", running="world-cafe", started="09:27")
    assert told(after)[1:4] == [
        ("World Café", "09:27", 43, "r"),
        ("Game", "10:10", 20, "p"),
        ("Break", "10:30", 15, "p"),
    ]


def test_the_rest_starts_this_very_minute_where_the_grid_would_cost_a_session():
    after = sheet().replan(now="10:32", running="game", started="10:12")
    assert told(after)[2:5] == [
        ("Game", "10:12", 20, "r"),
        ("Break", "10:32", 10, "p"),
        ("Open time", "10:42", 3, "p"),
    ]


def test_parallel_tracks_are_timed_each_for_itself():
    tracks = [
        wc.Track(
            "North",
            [
                wc.Session(title="N1", minutes=(20, 30, 40)),
                wc.Session(title="N2", minutes=(20, 30, 40)),
            ],
        ),
        wc.Track("South", [wc.Session(title="S1", minutes=(40, 60, 70))]),
    ]
    before = sheet(
        [wc.Parallel(tracks), wc.Session(title="End", minutes=(5, 10, 10))],
        end="10:10",
        expert="",
    )
    after = before.replan(now="09:40", running=["n1", "s1"], started="09:00")
    assert told(after) == [
        ("N1", "09:00", 40, "r"),
        ("N2", "09:40", 25, "p"),
        ("S1", "09:00", 60, "r"),
        ("End", "10:05", 5, "p"),
    ]


def test_one_track_may_be_done_while_another_runs():
    tracks = [
        wc.Track("North", [wc.Session(title="N1", minutes=(20, 30, 40))]),
        wc.Track("South", [wc.Session(title="S1", minutes=(40, 60, 70))]),
    ]
    before = sheet([wc.Parallel(tracks), wc.Break((5, 10, 10))], end="10:10", expert="")
    actuals = [
        wc.Actual("n1", "2027-01-19T09:00", "2027-01-19T09:30"),
        wc.Actual("s1", "2027-01-19T09:00"),
    ]
    after = before.replan(now="09:45", actuals=actuals)
    assert told(after) == [
        ("N1", "09:00", 30, "d"),
        ("S1", "09:00", 60, "r"),
        ("Break", "10:00", 10, "p"),
    ]


def test_an_expert_in_a_track_is_held_too():
    tracks = [
        wc.Track(
            "North",
            [wc.Session(title="N1", minutes=(20, 30, 40)), wc.Session(title="Talk", minutes=30)],
        ),
        wc.Track("South", [wc.Session(title="S1", minutes=(40, 60, 70))]),
    ]
    before = sheet([wc.Session(title="A", minutes=(20, 30, 30)), wc.Parallel(tracks)], end="10:30")
    assert before.row("talk").start == datetime(2027, 1, 19, 10, 0, tzinfo=UTC)
    after = before.replan(now="09:30", running="a", started="09:10")
    assert after.row("talk").start == before.row("talk").start


def test_a_sheet_can_be_planned_anew_again_and_again():
    once = sheet().replan(now="09:45", running="world-cafe", started="09:45")
    twice = once.replan(now="10:35", running="break")
    assert [row.id for row in twice.rows if row.slot] == [
        "check-in",
        "world-cafe",
        "break",
        "talk",
        "so-what",
        "buffer",
        "action-planning",
        "check-out",
    ]


@pytest.mark.parametrize("now", ["11:20", time(11, 20), datetime(2027, 1, 19, 11, 20, tzinfo=UTC)])
def test_the_moment_may_be_told_in_many_ways(now):
    assert sheet().replan(now=now).rows == sheet().replan(now="2027-01-19T11:20").rows


@pytest.mark.parametrize("now", ["8:00 pm", "08:30", None, "2027-01-20T11:20", ""])
def test_a_moment_outside_the_day_is_refused(now):
    with pytest.raises(InvalidValueError, match="expected"):
        sheet().replan(now=now)


def test_an_unknown_session_is_named_with_the_nearest():
    with pytest.raises(UnknownKeyError, match="world-cafe"):
        sheet().replan(now="09:30", running="world-caffe")


def test_what_is_said_to_be_on_must_be_able_to_be():
    actuals = [wc.Actual("game", "2027-01-19T10:10")]
    with pytest.raises(InvalidValueError, match="can still be on"):
        sheet().replan(now="10:20", running="world-cafe", actuals=actuals)


def test_what_is_on_record_later_than_now_has_not_happened():
    actuals = [
        wc.Actual("check-in", "2027-01-19T09:00", "2027-01-19T09:10"),
        wc.Actual("world-cafe", "2027-01-19T09:10", "2027-01-19T10:10"),
    ]
    assert told(sheet().replan(now="09:30", actuals=actuals))[1][3] == "r"


def test_what_is_over_and_not_on_record_never_overlaps_what_is():
    actuals = [
        wc.Actual("check-in", "2027-01-19T09:00", "2027-01-19T10:00"),
        wc.Actual("game", "2027-01-19T10:20"),
    ]
    assert told(sheet().replan(now="10:25", actuals=actuals))[:3] == [
        ("Check-in", "09:00", 60, "d"),
        ("World Café", "10:00", 20, "d"),
        ("Game", "10:20", 20, "r"),
    ]


def test_how_late_at_the_earliest_is_told_to_the_minute():
    after = sheet().replan(now="12:13", running="talk", started="12:00")
    assert after.reason.startswith("Actions cannot hold at 12:10: 20 minutes later")
    late = sheet().replan(now="12:43", running="talk", started="12:00")
    assert late.reason.startswith("Actions cannot hold at 12:10: 33 minutes later")


def test_a_sheet_made_by_hand_cannot_be_planned_anew():
    found = sheet()
    bare = RunSheet(found.workshop, found.rows, found.starts, found.ends, found.finishes, 0)
    with pytest.raises(AgendaError, match="run_sheet"):
        bare.replan(now="09:30")


ORDER = ["check-in", "world-cafe", "game", "break", "talk", "so-what", "buffer"]


@given(st.lists(st.integers(-10, 25), min_size=7, max_size=7), st.sampled_from([1, 5]))
def test_a_morning_with_overruns_moves_neither_expert_nor_closing_unless_it_says_so(late, grid):
    """Every minute of a morning is planned anew; each session overruns by so many minutes."""
    before = sheet(grid=grid)
    held = {name: before.row(name).start for name in ("talk", "action-planning")}
    actuals, moment = [], 0
    for name, extra in zip(ORDER, late, strict=True):
        now = at(before, moment)
        row = before.replan(now=now, actuals=actuals).row(name)
        if row is None:  # it was left out
            actuals.append(wc.Actual(name, fate="cut"))
            continue
        begin = max(moment, minutes(before, row.start))
        length = max(1, row.minutes + extra)
        for minute in range(begin, begin + length):
            running = [*actuals, wc.Actual(name, local(before, begin))]
            after = before.replan(now=at(before, minute), actuals=running)
            check(after, held, {each.session for each in actuals} | {name})
        moment = begin + length
        actuals.append(wc.Actual(name, local(before, begin), local(before, moment)))


def at(before, minute):
    return before.day.at(minute)


def minutes(before, moment):
    return int((moment - before.starts).total_seconds() // 60)


def local(before, minute):
    return at(before, minute).replace(tzinfo=None)


def check(after, held, begun):
    for name, start in held.items():
        if name not in begun and after.row(name).start != start:
            assert name in [each.id for each in after.clashes]
            assert after.reason
    if after.finishes > after.ends:
        assert "" in [each.id for each in after.clashes]
    ahead = [row for row in after.rows if row.state == "planned" and row.slot]
    assert all(row.minutes >= row.length.shortest for row in ahead)
    assert all(a.end <= b.start for a, b in zip(after.rows, after.rows[1:], strict=False))
