"""Files that are broken: what is wrong is named with its line, and the rest is read."""

import pytest

GOOD = ("DTSTART:20270119T093000Z", "DTEND:20270119T103000Z")
SPELLS = ["2027-01-19T09:30Z/2027-01-19T10:30Z"]


@pytest.mark.parametrize(
    ("line", "place", "found"),
    [
        ("DTSTART:next Tuesday", "line 3, DTSTART", "12 characters"),
        ("DTSTART:20270231T090000Z", "line 3, DTSTART", "'20270231T090000Z'"),
        ("DTSTART:20270119T256000Z", "line 3, DTSTART", "'20270119T256000Z'"),
        ("DTSTART:", "line 2, VEVENT", "nothing"),
        ("SUMMARY:no time at all", "line 2, VEVENT", "nothing"),
    ],
)
def test_event_without_a_time_is_named_and_left_out(
    read_diary, event, in_short, line, place, found
):
    data = "\n".join(["BEGIN:VCALENDAR", *event(line), *event(*GOOD), "END:VCALENDAR"]).encode()
    read = read_diary(data)
    assert [(fault.path, fault.found) for fault in read.problems] == [(place, found)]
    assert [in_short(spell) for spell in read.value[0].spells] == SPELLS


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("DTEND:lunch", "5 characters"),
        ("DTEND:20270119T083000Z", "'20270119T083000Z'"),
        ("DTEND;VALUE=DATE:20270120", "'20270120'"),
        ("DURATION:a while", "7 characters"),
        ("DURATION:-PT1H", "'-PT1H'"),
        ("DURATION:P", "'P'"),
        ("DURATION:PT", "'PT'"),
        ("DURATION:PT1000000000S", "'PT1000000000S'"),
    ],
)
def test_end_that_cannot_be_is_named_and_takes_no_time(read_diary, calendar, event, line, found):
    read = read_diary(calendar(event(GOOD[0], line)))
    name = line.partition(":")[0].partition(";")[0]
    assert [(fault.path, fault.found) for fault in read.problems] == [(f"line 5, {name}", found)]
    assert read.value[0].spells == ()


def test_end_before_a_first_day_is_named_and_leaves_the_day(read_diary, calendar, event, in_short):
    read = read_diary(calendar(event("DTSTART:20270119", "DTEND:20270118")))
    assert [fault.path for fault in read.problems] == ["line 5, DTEND"]
    assert [in_short(spell) for spell in read.value[0].spells] == ["2027-01-19/2027-01-19"]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("EXDATE:whenever", "line 7, EXDATE"),
        ("RDATE;VALUE=PERIOD:20270301/20270301T090000Z", "line 7, RDATE"),
        ("RECURRENCE-ID:then", "line 7, RECURRENCE-ID"),
    ],
)
def test_part_of_a_series_that_cannot_be_is_named(read_diary, calendar, event, line, path):
    data = calendar(event(*GOOD, "RRULE:FREQ=WEEKLY;COUNT=2", line))
    read = read_diary(data)
    assert [fault.path for fault in read.problems] == [path]
    assert len(read.value[0].spells) == 2


def test_line_that_is_no_property_is_named_by_number_alone(read_diary, calendar, event, in_short):
    data = calendar(event("SUMMARY:Surgery", "that she told nobody about", "12.30: lunch", *GOOD))
    read = read_diary(data)
    assert [(fault.path, fault.found) for fault in read.problems] == [
        ("line 5", "26 characters without a property"),
        ("line 6", "12 characters without a property"),
    ]
    assert [in_short(spell) for spell in read.value[0].spells] == SPELLS


def test_property_of_ours_without_a_value_is_named(read_diary, calendar, event):
    read = read_diary(calendar(event(*GOOD, "STATUS;X", "BEGIN")))
    assert [fault.path for fault in read.problems] == ["line 6", "line 7"]


def test_file_that_was_cut_short_counts_as_far_as_it_goes(read_diary, calendar, event, in_short):
    data = calendar(event(*GOOD)).partition(b"END:VEVENT")[0]
    read = read_diary(data)
    assert [(fault.path, fault.found) for fault in read.problems] == [
        ("line 1", "VCALENDAR without an end"),
        ("line 3", "VEVENT without an end"),
    ]
    assert [in_short(spell) for spell in read.value[0].spells] == SPELLS


def test_event_without_an_end_ends_where_the_next_begins(read_diary, calendar, event, in_short):
    data = calendar(event(*GOOD)[:-1], event("DTSTART;VALUE=DATE:20270201"))
    read = read_diary(data)
    assert [fault.path for fault in read.problems] == ["line 3"]
    assert [in_short(spell) for spell in read.value[0].spells] == [*SPELLS, "2027-02-01/2027-02-01"]


def test_end_of_nothing_is_named(read_diary, calendar, event):
    read = read_diary(calendar(["END:VALARM"], event(*GOOD)))
    assert [fault.path for fault in read.problems] == ["line 3"]


def test_what_is_left_open_within_is_named(read_diary, calendar, event, in_short):
    read = read_diary(calendar(event(*GOOD, "BEGIN:what ever")))
    assert [fault.found for fault in read.problems] == ["something without an end"]
    assert [in_short(spell) for spell in read.value[0].spells] == SPELLS


def test_events_outside_any_calendar_are_no_calendar(read_diary, event):
    read = read_diary("\n".join(event(*GOOD)).encode())
    assert read.value == ()
    assert [fault.found for fault in read.problems] == ["no calendar"]


def test_file_of_tasks_is_named_as_one(read_diary, calendar):
    read = read_diary(calendar(["BEGIN:VTODO", "DUE:20270119", "END:VTODO"]))
    assert read.value == ()
    assert [fault.found for fault in read.problems] == ["only VTODO"]


def test_calendar_without_events_is_nobodys(read_diary, calendar):
    read = read_diary(calendar())
    assert (read.value, read.problems) == ((), ())


def test_file_that_is_too_large_is_named(read_diary):
    read = read_diary(b" " * (32 * 2**20 + 1))
    assert [fault.found for fault in read.problems] == ["33,554,433 bytes"]


def test_lines_may_be_folded_and_end_in_any_way(read_diary, event, in_short):
    folded = [line[:9] + "\n " + line[9:] for line in GOOD]
    data = "\ufeff" + "\n".join(["BEGIN:VCALENDAR", *event(*folded), "END:VCALENDAR"])
    for text in (data, data.replace("\n", "\r")):
        read = read_diary(text.encode())
        assert read.problems == ()
        assert [in_short(spell) for spell in read.value[0].spells] == SPELLS


def test_times_before_our_age_take_none_of_it(busy):
    assert busy("DTSTART;VALUE=DATE:16010101") == []
    assert busy("DTSTART:00010101T000000Z", "DURATION:PT1H") == []
    assert busy("DTSTART;TZID=Europe/Paris:00010101T000000", "DURATION:PT1H") == []


def test_event_that_goes_on_for_ever_takes_all_of_our_age(busy):
    assert busy("DTSTART:16010101", "DTEND:99990101", first="2027-02-01", last="2027-02-03") == [
        "2027-02-01/2027-02-03"
    ]


def test_sequence_that_is_no_number_is_none(busy):
    assert busy(*GOOD, "SEQUENCE:first") == SPELLS


@pytest.mark.parametrize("length", ["P99999W", "P366D"])
def test_end_beyond_all_calendars_is_named(read_diary, calendar, event, length):
    read = read_diary(calendar(event("DTSTART:99980101T000000Z", f"DURATION:{length}")))
    assert [(fault.path, fault.found) for fault in read.problems] == [
        ("line 5, DURATION", f"'{length}'")
    ]
