import re
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.model.agenda import Break, Lunch, Session
from workshopcore.model.lifecycle import Event
from workshopcore.reports.participant_agenda import Entry, entries


def test_participant_agenda_is_coarse(year, build, reading):
    day = reading.section(build(year, "participant-agenda", workshop="first"), "The day")
    assert reading.rows(day) == [
        ("09:30", "Check-in", ""),
        ("09:45", "What is changing?", "Main room"),
        ("11:15", "Break", ""),
        ("11:30", "What do people say?", ""),
        ("12:30", "Lunch", ""),
        ("13:15", "What must change", ""),
        ("14:00", "Our vision", ""),
        ("15:15", "Break", ""),
        ("15:30", "Action planning, then Check out", ""),
        ("16:30", "Finish", ""),
    ]


def test_participant_agenda_rounds_to_five_minutes(build, reading):
    odd = reading.one_day(
        Session(title="One", minutes=37),
        Break((14, 14, 14)),
        Session(title="Two", minutes=62),
        Lunch((46, 46, 46)),
        Session(title="Three", minutes=201),
    )
    day = reading.section(build(odd, "participant-agenda", workshop="day"), "The day")
    # 10:37, 10:51, 11:53, 12:39 on the run sheet.
    assert [row[0] for row in reading.rows(day)] == [
        "10:00",
        "10:35",
        "10:50",
        "11:55",
        "12:40",
        "16:00",
    ]


def test_participant_agenda_puts_short_sessions_with_their_neighbour(year, build, reading):
    day = reading.section(build(year, "participant-agenda", workshop="third"), "The day")
    assert reading.rows(day)[0] == ("10:00", "Check-in, then Where the actions stand")


def test_participant_agenda_shows_parallel_tracks_and_each_day(year, build, reading):
    report = build(year, "participant-agenda", workshop="second")
    assert reading.rows(reading.section(report, "Saturday 27 March 2027")) == [
        ("14:00", "Arrive and settle"),
        ("14:30", "North: Casework"),
        ("14:30", "South: Reviews"),
        ("15:30", "North: Duty"),
        ("16:00", "Break"),
        ("20:00", "Stories by the fire"),
        ("23:30", "Night walk"),
        ("02:00", "Close for the day"),
    ]
    assert reading.rows(reading.section(report, "Sunday 28 March 2027")) == [
        ("09:00", "Who does what"),
        ("11:00", "Action planning"),
        ("12:00", "Finish"),
    ]


def test_participant_agenda_of_a_night_through_has_no_close(build, reading):
    night = reading.one_day(
        Session(title="One", minutes=590),
        Session(title="Two", minutes=300),
        start="2027-06-15T14:30",
        end="2027-06-16T05:20",
    )
    report = build(night, "participant-agenda", workshop="day")
    assert reading.rows(reading.section(report, "Tuesday 15 June 2027")) == [("14:30", "One")]
    assert reading.rows(reading.section(report, "Wednesday 16 June 2027")) == [
        ("00:20", "Two"),
        ("05:20", "Finish"),
    ]


def test_participant_agenda_says_when_where_and_what_to_prepare(year, build, reading):
    report = build(year, "participant-agenda", workshop="first")
    assert report.blocks[0].pairs == (
        ("When", "Tuesday 19 January 2027, 09:30–16:30; Europe/London time"),
        ("Where", "Riverside Hall, 2 Quay Street"),
        ("Getting there", "Bus 12 to the quay"),
        ("Access", "Step-free throughout"),
        ("Part of", "Workshop 1 of 3, A year of change"),
        ("Facilitation", "Sam Okafor"),
    )
    prepare = reading.section(report, "Please prepare")
    assert prepare.blocks[0].items == ("Read the inspection letter",)


def test_participant_agenda_warns_of_a_night_in_which_clocks_change(year, build):
    when = dict(build(year, "participant-agenda", workshop="second").blocks[0].pairs)["When"]
    assert when.endswith("the clocks change meanwhile, and times are as they show then")


def test_participant_agenda_names_the_zone_only_where_it_matters(build, reading):
    def when(**fields: str) -> str:
        report = build(reading.one_day(**fields), "participant-agenda", workshop="day")
        return dict(report.blocks[0].pairs)["When"]

    assert when() == "Tuesday 15 June 2027, 10:00–16:00"
    assert when(mode="online") == "Tuesday 15 June 2027, 10:00–16:00; UTC time"


def test_participant_agenda_names_the_expert_once_agreed(year, build, reading):
    def slot(as_of: str) -> str:
        report = build(year, "participant-agenda", workshop="third", as_of=as_of)
        return reading.rows(reading.section(report, "The day"))[1][1]

    assert slot("2027-02-28") == "New ways of working, with an external expert"
    assert slot("2027-03-01") == "New ways of working, with Beatriz Lima (Researcher)"


def test_participant_agenda_forgets_an_expert_who_has_withdrawn(year, build, reading):
    gone = year.with_event(Event("2027-04-01", "withdrawn"), "expert", "assessors")
    report = build(gone, "participant-agenda", workshop="third")
    assert reading.rows(reading.section(report, "The day"))[1] == ("11:00", "New ways of working")


def test_participant_agenda_says_if_the_day_has_grown(year, build, reading):
    long = reading.changed(year, "third", end="2027-06-15T12:30")
    report = build(long, "participant-agenda", workshop="third")
    finish = reading.rows(reading.section(report, "The day"))[-1]
    # 11:00 + 60 + 10 + 40 + 40 + 30 minutes
    assert finish == ("14:00", "Finish (announced for 12:30)")


def test_participant_agenda_without_items_promises_them(build, reading):
    words = reading.words(build(reading.one_day(), "participant-agenda", workshop="day"))
    assert "The times of the day will follow." in words


MORNING = datetime(2027, 1, 19, 9)


def entry(start: int, minutes: int, title: str, **more: object) -> Entry:
    begins = MORNING + timedelta(minutes=start)
    return Entry(begins, begins + timedelta(minutes=minutes), (title,), "session", **more)


def test_entries_do_not_reach_over_a_parallel_part():
    told = entries(
        [
            entry(0, 60, "before"),
            entry(60, 30, "north", track=("North",)),
            entry(60, 30, "south", track=("South",)),
            entry(90, 10, "after"),
        ]
    )
    assert [e.titles for e in told] == [("before",), ("north",), ("south",), ("after",)]


def test_entries_keep_apart_what_is_in_another_room():
    told = entries([entry(0, 10, "here", room="A"), entry(10, 10, "there", room="B")])
    assert [e.titles for e in told] == [("here",), ("there",)]


@given(st.lists(st.integers(1, 130), max_size=12))
def test_entries_say_everything_once_and_in_order(lengths):
    starts = [sum(lengths[:n]) for n in range(len(lengths))]
    rows = [
        entry(start, length, str(n))
        for n, (start, length) in enumerate(zip(starts, lengths, strict=True))
    ]
    titles = [title for told in entries(rows) for title in told.titles]
    assert titles == [str(n) for n in range(len(lengths))]


@given(st.lists(st.integers(1, 130), max_size=12))
def test_entries_are_never_long_and_brief_at_once(lengths):
    starts = [sum(lengths[:n]) for n in range(len(lengths))]
    rows = [
        entry(start, length, str(n))
        for n, (start, length) in enumerate(zip(starts, lengths, strict=True))
    ]
    for told in entries(rows):
        minutes = (told.end - told.start).total_seconds() // 60
        assert len(told.titles) == 1 or (minutes <= 120 and len(told.titles) <= 4)


@given(st.lists(st.integers(1, 59), min_size=1, max_size=8))
def test_participant_agenda_never_shows_an_odd_minute(build, reading, lengths):
    odd = reading.one_day(*(Session(title="A step", minutes=length) for length in lengths))
    report = build(odd, "participant-agenda", workshop="day")
    times = re.findall(r"\d\d:(\d\d)", reading.words(reading.section(report, "The day")))
    assert [minute for minute in times if int(minute) % 5] == []
