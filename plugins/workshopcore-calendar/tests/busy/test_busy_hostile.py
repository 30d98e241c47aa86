"""Diaries made of anything: they are read, quickly, and say nothing that they should not."""

from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.contracts.exchange import ImportRequest
from workshopcore_calendar import DayListImporter, DiaryImporter, PollImporter

TEAM = wc.Programme(
    title="A year",
    start="2027-01-11",
    end="2027-11-30",
    people=[wc.Person("Amina Yusuf", id="amina", email="amina@example.org")],
)
MOMENTS = st.sampled_from(
    [
        *("20270119", "20270119T093000", "20270119T093000Z", "20270328T013000", "00010101T000000Z"),
        *(
            "99991231T235959Z",
            "19700101",
            "20270230",
            "16010101T000000",
            "20270119T240000",
            "",
            "x",
        ),
    ]
)
ZONES = st.sampled_from(["", ";TZID=Europe/London", ";TZID=Nowhere", ";VALUE=DATE", ";TZID=", ";X"])
LENGTHS = st.sampled_from(["PT1H", "P1D", "-P1D", "P1W2DT3H", "PT", "P99999D", "PT999999H", "1H"])
PARTS = st.sampled_from(
    [
        *("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=SECONDLY", "FREQ="),
        *(
            "COUNT=3",
            "COUNT=0",
            "INTERVAL=2",
            "INTERVAL=0",
            "UNTIL=20270301",
            "UNTIL=20270301T0900",
        ),
        *("BYDAY=TU", "BYDAY=-1FR", "BYDAY=9XX", "BYMONTH=2", "BYMONTHDAY=30", "BYSETPOS=-1"),
        *(
            "BYSETPOS=0",
            "BYWEEKNO=53",
            "BYYEARDAY=366",
            "BYHOUR=9,10",
            "WKST=SU",
            "X=1",
            "=",
            "UNTIL=",
        ),
    ]
)
RULES = st.lists(PARTS, min_size=1, max_size=4).map(";".join)
LINES = st.one_of(
    st.builds("DTSTART{}:{}".format, ZONES, MOMENTS),
    st.builds("DTEND{}:{}".format, ZONES, MOMENTS),
    st.builds("DURATION:{}".format, LENGTHS),
    st.builds("RRULE:{}".format, RULES),
    st.builds("{}{}:{},{}".format, st.sampled_from(["EXDATE", "RDATE"]), ZONES, MOMENTS, MOMENTS),
    st.builds("RDATE;VALUE=PERIOD:{}/{}".format, MOMENTS, st.one_of(MOMENTS, LENGTHS)),
    st.builds("RECURRENCE-ID{}:{}".format, ZONES, MOMENTS),
    st.builds("RECURRENCE-ID;RANGE=THISANDFUTURE{}:{}".format, ZONES, MOMENTS),
    st.builds("FREEBUSY{}:{}/{}".format, ZONES, MOMENTS, st.one_of(MOMENTS, LENGTHS)),
    st.builds("SEQUENCE:{}".format, st.sampled_from(["1", "2", "-1", "x"])),
    st.sampled_from(["STATUS:CANCELLED", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "UID:other"]),
    st.sampled_from(
        ["BEGIN:VALARM", "END:VALARM", "BEGIN:VEVENT", "END:VCALENDAR", "SECRET", "a:b"]
    ),
)
STARTS = st.builds("DTSTART{}:{}".format, ZONES, st.just("20270119T093000"))
COMPONENTS = st.builds(
    lambda kind, start, lines: [f"BEGIN:{kind}", "UID:one", start, *lines, f"END:{kind}"],
    st.sampled_from(["VEVENT", "VEVENT", "VEVENT", "VFREEBUSY"]),
    st.one_of(STARTS, LINES),
    st.lists(LINES, max_size=5),
)


@given(st.lists(COMPONENTS, min_size=1, max_size=4), st.sampled_from(["", "Europe/Paris", "Mars"]))
def test_diary_of_anything_is_read(components, zone):
    head = ["BEGIN:VCALENDAR", *([f"X-WR-TIMEZONE:{zone}"] if zone else [])]
    lines = [*head, *(line for each in components for line in each), "END:VCALENDAR"]
    request = ImportRequest(options={"who": "amina"})
    found = DiaryImporter().read("\r\n".join(lines).encode(), TEAM, request)
    assert "SECRET" not in repr(found)
    for problem in found.problems:
        assert 1 <= int(problem.path.split(",")[0].removeprefix("line ")) <= len(lines)


CELLS = st.sampled_from(
    [
        *(
            "",
            "Amina",
            "Nobody",
            "2027-01-19",
            "19/1/2027 9:30-12:30",
            "January 2027",
            "Tue 19",
            "x",
        ),
        *(
            "yes",
            "(yes)",
            "no",
            "?",
            "9:30 AM",
            "morning",
            "Count",
            "2027-02-30",
            "1",
            "12:75",
            "13pm",
        ),
    ]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6), st.sampled_from(",;\t"))
def test_poll_of_anything_is_read(rows, delimiter):
    text = "\n".join(delimiter.join(row) for row in rows)
    PollImporter().read(text.encode(), TEAM, ImportRequest())


WORDS = st.sampled_from(
    [
        *(
            "2027-01-19",
            "19 January 2027",
            "to",
            "-",
            "15",
            "30 February 2027",
            "Amina",
            "?",
            ",",
            ";",
        ),
        *(
            "committee",
            "31",
            "1.1.27",
            "Marchember 2027",
            "February",
            "9999-01-01",
            "3rd",
            "bis",
            ":",
        ),
    ]
)


@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=5).map("\n".join))
def test_list_of_anything_is_read(text):
    found = DayListImporter().read(text.encode(), TEAM, ImportRequest())
    assert all(spell.start <= spell.end for value in found.value for spell in value.spells)
