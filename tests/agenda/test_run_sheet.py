import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.agenda import Clash, Cut, run_sheet
from workshopcore.contracts.formats import FormatPlan, Step
from workshopcore.errors import AgendaError, InvalidValueError, UnknownKeyError

DATA = Path(__file__).parent / "data"


class Rounds:
    """A format of one minute a person, for groups of three to twenty."""

    key = "rounds"
    title = "A round of voices"
    people = (3, 20)

    def length(self, people, options):
        if options.get("broken"):
            raise InvalidValueError("broken", "whole options")
        if options.get("open"):
            return wc.Length(None, people, None)
        return wc.Length(people // 2, people, 2 * people)

    def expand(self, request):
        if request.people < 3:
            raise InvalidValueError(request.people, "three people or more")
        return FormatPlan([Step("Round", wc.Length(1, request.minutes, request.minutes))])


FORMATS = {"rounds": Rounds()}


def sheet(
    agenda, *, people=9, start="2027-01-19T09:00", end="2027-01-19T12:00", formats=FORMATS, grid=5
):
    year = wc.Programme(
        title="Y",
        time_zone="Europe/London",
        grid=grid,
        people=[wc.Person(f"P{n}") for n in range(people)],
        workshops=[wc.Workshop("W", start=start, end=end, agenda=agenda)],
    )
    return run_sheet(year, "w", formats=formats)


def items(found):
    """The rows without the open time at the end of the day."""
    rows = found.rows
    return rows[:-1] if rows and rows[-1].kind == "gap" else rows


def clocks(found):
    return [(row.title, f"{row.start:%H:%M}", row.minutes) for row in items(found)]


def test_sessions_follow_each_other_at_their_usual_length():
    found = sheet(
        [wc.Session(title="A", minutes=30), wc.Break(15), wc.Session(title="B", minutes=45)],
        end="2027-01-19T10:30",
    )
    assert clocks(found) == [("A", "09:00", 30), ("Break", "09:30", 15), ("B", "09:45", 45)]
    assert (f"{found.finishes:%H:%M}", found.over, found.reason) == ("10:30", 0, "")


def test_format_gives_the_length_for_this_many_people():
    found = sheet([wc.Session("rounds")], people=8)
    assert found.rows[0].length == wc.Length(4, 8, 16)
    assert found.rows[0].title == "A round of voices"


def test_minutes_given_set_the_usual_and_take_the_formats_range():
    assert sheet([wc.Session("rounds", minutes=12)]).rows[0].length == wc.Length(4, 12, 18)
    assert sheet([wc.Session("rounds", minutes=30)]).rows[0].length == wc.Length(4, 30, 30)
    assert sheet([wc.Session("rounds", minutes=2)]).rows[0].length == wc.Length(2, 2, 18)


@pytest.mark.parametrize(
    ("own", "effective"),
    [
        ((6, 10, 12), (6, 10, 12)),
        ((1, 10, 30), (4, 10, 18)),
        ((30, 40, 50), (30, 40, 50)),
        ((10, 20, 40), (10, 18, 18)),
    ],
)
def test_range_is_the_sessions_within_the_formats(own, effective):
    assert sheet([wc.Session("rounds", minutes=own)]).rows[0].length == wc.Length(*effective)


@pytest.mark.parametrize(
    ("own", "effective"),
    [
        (wc.Length(6, None, None), (6, 9, 18)),
        (wc.Length(12, None, None), (12, 12, 18)),
        (wc.Length(None, 10, 11), (4, 10, 11)),
    ],
)
def test_a_bound_left_open_is_the_formats(own, effective):
    assert sheet([wc.Session("rounds", minutes=own)]).rows[0].length == wc.Length(*effective)


def test_people_outside_a_formats_range_are_timed_as_its_nearest():
    assert sheet([wc.Session("rounds")], people=2).rows[0].length == wc.Length(1, 3, 6)


def test_a_plan_comes_from_the_format_and_is_missing_where_it_cannot_run():
    plan = sheet([wc.Session("rounds")]).rows[0].plan
    assert plan.steps[0].name == "Round"
    assert sheet([wc.Session("rounds")], people=2).rows[0].plan is None


@pytest.mark.parametrize("options", [{"broken": True}, {"open": True}])
def test_minutes_stand_alone_where_the_format_has_no_whole_length(options):
    row = sheet([wc.Session("rounds", minutes=20, options=options)]).rows[0]
    assert row.length == wc.Length(20, 20, 20)


def test_session_without_any_length_is_refused_with_the_cure():
    with pytest.raises(AgendaError, match="give it minutes, or install the format 'acme:x'"):
        sheet([wc.Session("acme:x", title="Mystery")])


def test_half_given_range_without_format_is_completed():
    row = sheet([wc.Session(title="A", minutes=wc.Length(5, 10, None))]).rows[0]
    assert row.length == wc.Length(5, 10, 10)


def test_published_schedule_of_a_git_lesson_is_reproduced():
    with (DATA / "git-novice.csv").open(encoding="utf-8") as file:
        agenda = [
            wc.Session(title=row["episode"], minutes=int(row["teaching"]) + int(row["exercises"]))
            for row in csv.DictReader(file)
        ]
    found = sheet(agenda, start="2027-01-19T00:00", end="2027-01-19T03:12", grid=1)
    assert [f"{row.start:%H:%M}" for row in found.rows] == [
        *("00:00", "00:05", "00:10", "00:20", "00:40", "01:05", "01:10", "01:55", "02:20"),
        *("02:35", "02:45", "02:50", "02:52", "03:02"),
    ]
    assert f"{found.finishes:%H:%M}" == "03:12"


def test_unknown_workshop_is_named():
    year = wc.Programme(title="Y")
    with pytest.raises(UnknownKeyError):
        run_sheet(year, "w", formats={})


def test_lock_presses_what_stands_before_it_on_the_grid_of_the_house():
    agenda = [
        wc.Session(title="A", minutes=(10, 20, 30)),
        wc.Session(title="B", minutes=(20, 60, 90)),
        wc.Lunch((45, 45, 45), start="10:00"),
    ]
    found = sheet(agenda)
    assert clocks(found) == [("A", "09:00", 15), ("B", "09:15", 45), ("Lunch", "10:00", 45)]
    assert [row.locked for row in items(found)] == [False, False, True]
    assert clocks(sheet(agenda, grid=1))[:2] == [("A", "09:00", 16), ("B", "09:16", 44)]


def test_time_to_spare_is_filled_as_far_as_everything_goes():
    found = sheet([wc.Session(title="A", minutes=(20, 30, 45)), wc.Buffer((0, 5, 10))])
    assert clocks(found) == [("A", "09:00", 45), ("Buffer", "09:45", 10)]


def test_time_to_spare_before_a_lock_is_a_visible_gap():
    found = sheet([wc.Session(title="A", minutes=30), wc.Lunch((45, 45, 45), start="10:00")])
    assert clocks(found) == [("A", "09:00", 30), ("Open time", "09:30", 30), ("Lunch", "10:00", 45)]
    assert [row.kind for row in items(found)] == ["session", "gap", "lunch"]


def test_time_to_spare_at_the_end_is_a_visible_gap_too():
    last = sheet([wc.Session(title="A", minutes=30)]).rows[-1]
    assert (last.kind, f"{last.start:%H:%M}", last.minutes) == ("gap", "09:30", 150)


def test_overfull_span_is_said_with_the_lock_to_blame_and_what_to_leave_out():
    found = sheet(
        [
            wc.Session(title="A", minutes=(50, 55, 60)),
            wc.Session(title="Game", minutes=(20, 25, 30), priority="could"),
            wc.Session(title="B", minutes=30, start="10:00"),
        ]
    )
    assert clocks(found) == [("A", "09:00", 50), ("Game", "09:50", 20), ("B", "10:00", 30)]
    assert (found.over, found.clashes) == (
        10,
        (Clash("b", "agenda[2]", "B", datetime(2027, 1, 19, 10, tzinfo=found.starts.tzinfo), 10),),
    )
    assert found.cuts == (Cut("game", "agenda[1]", "Game", 25, 20),)
    assert found.reason == "With everything at its shortest, B (10:00) is missed by 10 min"


def test_day_that_no_cut_can_save_says_so():
    found = sheet([wc.Session(title="A", minutes=200, priority="must")])
    assert (found.over, found.cuts) == (20, ())
    assert found.reason == (
        "With everything at its shortest, the finish (12:00) is missed by 20 min,"
        " and leaving out all that may go is not enough"
    )


def test_slack_before_each_fixed_time_is_told():
    found = sheet(
        [wc.Session(title="A", minutes=(10, 30, 60)), wc.Lunch((45, 45, 60), start="10:00")]
    )
    assert found.slack == {"lunch": 50, "": 75}


def test_expert_and_closing_planning_are_never_proposed_to_be_left_out():
    year = wc.Programme(
        title="Y",
        people=[wc.Person("Dr Oyelaran", role="expert")],
        workshops=[
            wc.Workshop(
                "W",
                start="2027-01-19T09:00",
                end="2027-01-19T10:00",
                agenda=[
                    wc.Session(title="Talk", minutes=30, priority="could"),
                    wc.Session(title="Game", minutes=30, priority="should"),
                    wc.Session("action-planning", minutes=30, priority="could"),
                ],
            )
        ],
        experts=[wc.ExpertEngagement("dr-oyelaran", "The new duties", session="w/talk")],
    )
    assert [each.id for each in run_sheet(year, "w", formats={}).cuts] == ["game"]


def test_steps_of_a_session_fill_its_minutes():
    found = sheet([wc.Session("rounds", minutes=(4, 9, 18)), wc.Break((10, 10, 10))])
    steps = found.rows[0].steps
    assert [(f"{each.start:%H:%M}", each.minutes) for each in steps] == [("09:00", 15)]


def test_day_that_ends_late_says_by_how_much():
    found = sheet([wc.Session(title="A", minutes=200)])
    assert found.over == 20


def test_day_without_agenda_is_empty():
    found = sheet([])
    assert found.rows == ()
    assert found.finishes == found.starts


def test_parallel_tracks_start_together_and_the_longest_counts():
    tracks = [
        wc.Track("North", [wc.Session(title="N1", minutes=20), wc.Session(title="N2", minutes=20)]),
        wc.Track("South", [wc.Session(title="S1", minutes=30)]),
    ]
    found = sheet([wc.Parallel(tracks), wc.Break((15, 15, 15))])
    assert clocks(found) == [
        ("N1", "09:00", 20),
        ("N2", "09:20", 20),
        ("S1", "09:00", 30),
        ("Break", "09:40", 15),
    ]
    assert [row.track for row in items(found)] == [("North",), ("North",), ("South",), ()]


def test_nested_tracks_carry_every_title():
    inner = wc.Parallel(
        [wc.Track(name, [wc.Session(title=name, minutes=10)]) for name in ("a", "b")]
    )
    found = sheet([wc.Parallel([wc.Track("N", [inner]), wc.Track("S", [wc.Break(5)])])])
    assert [row.track for row in items(found)] == [("N", "a"), ("N", "b"), ("S",)]


def test_lock_inside_a_track_holds():
    tracks = [
        wc.Track("N", [wc.Session(title="N1", minutes=20, start="09:10")]),
        wc.Track("S", [wc.Session(title="S1", minutes=60)]),
    ]
    assert clocks(sheet([wc.Parallel(tracks)])) == [("N1", "09:10", 20), ("S1", "09:00", 60)]


@pytest.mark.parametrize(
    ("window", "start"),
    [(("09:20", "09:40"), "09:30"), (("09:45", "10:00"), "09:45"), (("09:10", "09:20"), "09:20")],
)
def test_window_holds_only_where_it_would_be_left(window, start):
    found = sheet(
        [
            wc.Session(title="A", minutes=(10, 30, 40)),
            wc.Session(title="B", minutes=20, window=window),
        ],
        end="2027-01-19T09:50",
    )
    assert clocks(found)[-1] == ("B", start, 20)


def test_residential_over_two_days_has_a_night_between():
    found = sheet(
        [
            wc.Session(title="A", minutes=120),
            wc.Session(title="B", minutes=60, start="2027-01-20T09:00"),
        ],
        end="2027-01-20T12:00",
    )
    assert clocks(found) == [("A", "09:00", 120), ("Open time", "11:00", 1320), ("B", "09:00", 60)]


def test_clock_lock_is_its_next_occurrence_after_the_item_before():
    found = sheet(
        [wc.Session(title="A", minutes=120), wc.Session(title="B", minutes=60, start="08:30")],
        end="2027-01-20T12:00",
    )
    assert items(found)[-1].start == datetime(2027, 1, 20, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2027-03-28T00:30", "2027-03-28T06:00", "02:30"),
        ("2027-10-31T00:30", "2027-10-31T06:00", "01:30"),
        ("2027-05-01T23:30", "2027-05-02T06:00", "00:30"),
    ],
)
def test_minutes_are_elapsed_minutes_over_midnight_and_clock_changes(start, end, expected):
    found = sheet(
        [wc.Session(title="A", minutes=60), wc.Session(title="B", minutes=60)], start=start, end=end
    )
    assert f"{found.rows[1].start:%H:%M}" == expected


def test_clock_lock_in_the_hour_that_is_skipped_is_the_same_moment_by_the_new_time():
    found = sheet(
        [wc.Session(title="A", minutes=10), wc.Session(title="B", minutes=10, start="01:30")],
        start="2027-03-28T00:30",
        end="2027-03-28T06:00",
    )
    assert f"{items(found)[-1].start:%H:%M}" == "02:30"


def test_pauses_without_minutes_take_the_practice_norm():
    found = sheet([wc.Break(), wc.Lunch(), wc.Buffer()], end="2027-01-19T10:10")
    assert [row.minutes for row in found.rows] == [15, 45, 10]


def test_session_with_groups_is_planned_for_the_people_in_them():
    year = wc.Programme(
        title="Y",
        people=[wc.Person(f"P{n}", id=f"p{n}") for n in range(9)],
        workshops=[
            wc.Workshop(
                "W",
                start="2027-01-19T09:00",
                end="2027-01-19T12:00",
                agenda=[wc.Session("rounds")],
                allocations=[wc.GroupAllocation("rounds", [wc.Group(["p0", "p1", "p2", "p3"])])],
            )
        ],
    )
    assert run_sheet(year, "w", formats=FORMATS).rows[0].length == wc.Length(2, 4, 8)


@given(
    st.lists(
        st.tuples(st.integers(1, 50), st.sampled_from([None, "09:40", "10:20", "11:00"])),
        max_size=8,
    )
)
def test_rows_never_overlap_and_start_at_their_lock_where_the_day_fits(items):
    agenda = [
        wc.Session(title=f"S{n}", minutes=(minutes // 2, minutes, minutes), start=lock)
        for n, (minutes, lock) in enumerate(items)
    ]
    found = sheet(agenda, end="2027-01-27T12:00", grid=1)
    assert [row.title for row in found.rows if row.kind != "gap"] == [s.title for s in agenda]
    assert all(
        f"{row.start:%H:%M}" == f"{row.slot.start:%H:%M}" for row in found.rows if row.locked
    )
    if not found.over:
        ends = [found.starts, *(row.end for row in found.rows)]
        assert all(row.start == end for row, end in zip(found.rows, ends, strict=False))
