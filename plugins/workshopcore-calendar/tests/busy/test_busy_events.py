"""Events that take place once: when they are, and how much of somebody they take."""

import pytest

TUESDAY = ("DTSTART:20270119T093000Z", "DTEND:20270119T103000Z")
BUSY = ["2027-01-19T09:30Z/2027-01-19T10:30Z"]
PERHAPS = ["2027-01-19T09:30Z/2027-01-19T10:30Z?"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (TUESDAY, BUSY),
        (("DTSTART:20270119T093000Z", "DURATION:PT1H"), BUSY),
        (("DTSTART:20270119T093000Z", "DURATION:+P0DT0H60M"), BUSY),
        (("dtstart:20270119t093000z", "dtend:20270119t103000z"), BUSY),
        (
            ("DTSTART;TZID=Europe/London:20270706T093000", "DURATION:PT1H"),
            ["2027-07-06T08:30Z/2027-07-06T09:30Z"],
        ),
        (
            ("DTSTART;TZID=Europe/London:20270706T093000", "DTEND:20270706T093000Z"),
            ["2027-07-06T08:30Z/2027-07-06T09:30Z"],
        ),
        (
            ("DTSTART:20270119T093000", "DTEND:20270119T103000"),
            ["2027-01-19T09:30/2027-01-19T10:30"],
        ),
        (("DTSTART:20270119T093000Z",), []),
        (("DTSTART;VALUE=DATE:20270119",), ["2027-01-19/2027-01-19"]),
        (
            ("DTSTART;VALUE=DATE:20270119", "DTEND;VALUE=DATE:20270121"),
            ["2027-01-19/2027-01-20"],
        ),
        (
            ("DTSTART;VALUE=DATE:20270119", "DTEND;VALUE=DATE:20270119"),
            ["2027-01-19/2027-01-19"],
        ),
        (("DTSTART;VALUE=DATE:20270119", "DURATION:P1W"), ["2027-01-19/2027-01-25"]),
        (
            ("DTSTART:20270119T235960Z", "DTEND:20270120T010000Z"),
            ["2027-01-19T23:59Z/2027-01-20T01:00Z"],
        ),
    ],
)
def test_event_is_when_it_says(busy, lines, expected):
    assert busy(*lines) == expected


def test_days_of_a_length_are_those_of_the_calendar_and_hours_those_of_the_clock(busy):
    # The clocks go forward on 28 March 2027 at one in the morning.
    begins = "DTSTART;TZID=Europe/London:20270327T120000"
    assert busy(begins, "DURATION:P1D") == ["2027-03-27T12:00Z/2027-03-28T11:00Z"]
    assert busy(begins, "DURATION:PT24H") == ["2027-03-27T12:00Z/2027-03-28T12:00Z"]


def test_time_that_the_clocks_skip_is_as_if_they_had_not_yet(busy):
    begins = "DTSTART;TZID=Europe/London:20270328T013000"
    assert busy(begins, "DTEND;TZID=Europe/London:20270328T030000") == [
        "2027-03-28T01:30Z/2027-03-28T02:00Z"
    ]


def test_time_that_comes_twice_is_the_first(busy):
    begins = "DTSTART;TZID=Europe/London:20271031T013000"
    assert busy(begins, "DURATION:PT15M") == ["2027-10-31T00:30Z/2027-10-31T00:45Z"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TRANSP:OPAQUE", BUSY),
        ("TRANSP:TRANSPARENT", []),
        ("STATUS:CONFIRMED", BUSY),
        ("STATUS:CANCELLED", []),
        ("STATUS:TENTATIVE", PERHAPS),
        ("X-MICROSOFT-CDO-BUSYSTATUS:BUSY", BUSY),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF", BUSY),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", []),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", PERHAPS),
        ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", PERHAPS),
        ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:amina.yusuf@example.org", BUSY),
        ("ATTENDEE;PARTSTAT=DECLINED:MAILTO:amina.yusuf@example.org", []),
        ("ATTENDEE;PARTSTAT=DELEGATED:mailto:amina.yusuf@example.org", []),
        ("ATTENDEE;PARTSTAT=TENTATIVE:mailto:amina.yusuf@example.org", PERHAPS),
        ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:amina.yusuf@example.org", PERHAPS),
        ("ATTENDEE;CN=Amina:mailto:amina.yusuf@example.org", PERHAPS),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:jo@example.org", BUSY),
    ],
)
def test_event_takes_as_much_of_somebody_as_it_says(busy, line, expected):
    assert busy(*TUESDAY, line) == expected


def test_whoever_invites_the_others_is_busy(busy):
    asked = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:amina.yusuf@example.org"
    assert busy(*TUESDAY, asked, "ORGANIZER:mailto:amina.yusuf@example.org") == BUSY
    assert busy(*TUESDAY, asked, "ORGANIZER:mailto:jo@example.org") == PERHAPS


def test_what_an_alarm_says_is_not_said_by_its_event(busy):
    alarm = ("BEGIN:VALARM", "DURATION:PT9H", "STATUS:CANCELLED", "END:VALARM")
    assert busy("DTSTART:20270119T093000Z", *alarm, "DTEND:20270119T103000Z") == BUSY


def test_later_version_of_an_event_takes_the_place_of_the_earlier(busy, event):
    later = event("SEQUENCE:2", "DTSTART:20270120T090000Z", "DURATION:PT1H", uid="one")
    assert busy("SEQUENCE:1", *TUESDAY, more=[later]) == ["2027-01-20T09:00Z/2027-01-20T10:00Z"]


def test_two_events_of_one_name_and_version_both_count(busy, event):
    other = event("DTSTART:20270120T090000Z", "DURATION:PT1H", uid="one")
    assert busy(*TUESDAY, more=[other]) == [*BUSY, "2027-01-20T09:00Z/2027-01-20T10:00Z"]


def test_events_without_a_name_are_events_of_their_own(read_diary, calendar, event, in_short):
    data = calendar(event(*TUESDAY), event("DTSTART;VALUE=DATE:20270201"))
    (value,) = read_diary(data).value
    assert [in_short(spell) for spell in value.spells] == [*BUSY, "2027-02-01/2027-02-01"]
