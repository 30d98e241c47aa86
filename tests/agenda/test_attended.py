"""Hours of attendance, counted minute by minute by hand or by an oracle that knows no spans."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.agenda import attended, attended_minutes, run_sheet
from workshopcore.errors import AgendaError, UnknownKeyError
from workshopcore.formats import catalogue
from workshopcore.model.agenda import Break, Buffer, Lunch, Parallel, Session, Track
from workshopcore.model.moments import elapsed
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Attendance, Group, GroupAllocation, Workshop
from workshopcore.testing.strategies import programmes

PEOPLE = [Person(name) for name in ("Amina", "Tomasz", "Mei", "Ravi")]
CATALOGUE = {found.key: found for found in catalogue()}
FORMATS = {
    **CATALOGUE,
    "acme:fishbowl": CATALOGUE["fishbowl"],
    "gone:away": CATALOGUE["check-out"],
}

# 09:00 one, 10:00 break, 10:20 two, 11:20 lunch, 12:00 three, to 13:00: three hours in session.
MORNING = [
    Session(title="One", minutes=60),
    Break(20),
    Session(title="Two", minutes=60),
    Lunch(40),
    Session(title="Three", minutes=60),
]


def year(*attendance, agenda=MORNING, hours=("2027-01-19T09:00", "2027-01-19T13:00"), **fields):
    """Return a programme of one workshop with a record."""
    start, end = hours
    day = Workshop(
        "A day",
        id="day",
        start=start,
        end=end,
        agenda=agenda,
        attendance=attendance,
        **fields,
    )
    return Programme(title="Y", time_zone="Europe/London", people=PEOPLE, workshops=[day])


def minutes(programme, person="amina"):
    return attended(programme, "day", person, formats={})


def at(clock, day="2027-01-19"):
    return f"{day}T{clock}"


def test_attended_counts_sessions_and_neither_breaks_nor_lunch():
    assert minutes(year(Attendance("amina"))) == 180


def test_attended_counts_no_buffers_and_no_open_time():
    agenda = [Session(title="One", minutes=60), Buffer((20, 20, 20))]
    assert minutes(year(Attendance("amina"), agenda=agenda)) == 60


def test_attended_from_the_arrival():
    late = Attendance("amina", "part", arrived=at("10:50"))
    assert minutes(year(late)) == 30 + 60


def test_attended_until_the_departure():
    early = Attendance("amina", "part", left=at("10:10"))
    assert minutes(year(early)) == 60


def test_attended_counts_times_of_somebody_who_is_down_for_the_whole_day_too():
    assert minutes(year(Attendance("amina", left=at("11:00")))) == 60 + 40


def test_attended_for_part_without_times_cannot_be_told():
    assert minutes(year(Attendance("amina", "part"))) is None


def test_attended_by_somebody_who_left_before_arriving_is_nothing():
    entry = Attendance("amina", "part", arrived=at("12:00"), left=at("10:00"))
    assert minutes(year(entry)) == 0


@pytest.mark.parametrize(
    "status", ["invited", "accepted", "tentative", "declined", "apology", "no-show"]
)
def test_attended_is_nothing_for_somebody_who_was_not_there(status):
    assert minutes(year(Attendance("amina", status))) == 0


def test_attended_is_nothing_where_nothing_is_on_record():
    assert minutes(year()) == 0


def test_attended_goes_by_the_last_word_on_record():
    assert minutes(year(Attendance("amina"), Attendance("amina", "no-show"))) == 0


def test_attended_goes_by_the_times_on_record():
    ran = [Actual("one", at("09:10"), at("10:05")), Actual("two", at("10:20"), at("11:40"))]
    assert minutes(year(Attendance("amina"), actuals=ran)) == 55 + 80 + 60


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (Actual("one", at("09:20")), 40),
        (Actual("one", None, at("09:45")), 45),
        (Actual("one", at("10:05")), 0),
        (Actual("one"), 60),
    ],
)
def test_attended_takes_from_the_plan_what_is_not_on_record(actual, expected):
    assert minutes(year(Attendance("amina"), actuals=[actual])) == expected + 120


def test_attended_counts_nothing_that_was_cut():
    ran = [Actual("two", at("10:20"), at("11:20"), fate="cut")]
    assert minutes(year(Attendance("amina"), actuals=ran)) == 120


def test_attended_counts_what_was_moved_only_with_its_times():
    moved = Actual("two", fate="moved")
    timed = Actual("two", at("13:00"), at("13:30"), fate="moved")
    assert minutes(year(Attendance("amina"), actuals=[moved])) == 120
    assert minutes(year(Attendance("amina"), actuals=[timed])) == 150


def test_attended_counts_a_minute_once():
    ran = [Actual("one", at("09:00"), at("10:40"))]
    assert minutes(year(Attendance("amina"), actuals=ran)) == 100 + 40 + 60


def test_attended_does_not_believe_a_slip_of_the_month():
    ran = [Actual("one", at("09:00"), "2027-02-19T10:00")]
    assert minutes(year(Attendance("amina"), actuals=ran)) <= 16 * 60


def test_attended_ends_with_the_workshop_where_the_plan_does_not_fit():
    agenda = [Session(title="One", minutes=(200, 200, 200)), Session(title="Two", minutes=90)]
    assert minutes(year(Attendance("amina"), agenda=agenda)) == 240


def test_attended_follows_the_record_beyond_the_end():
    ran = [Actual("three", at("12:00"), at("13:25"))]
    assert minutes(year(Attendance("amina"), actuals=ran)) == 120 + 85


def test_attended_cannot_be_told_of_a_workshop_without_sessions():
    assert minutes(year(Attendance("amina"), agenda=[])) is None
    assert minutes(year(Attendance("amina", "apology"), agenda=[])) == 0


def test_attended_by_a_substitute_is_the_substitutes():
    programme = year(Attendance("amina", "apology", substitute="ravi"))
    assert (minutes(programme, "ravi"), minutes(programme)) == (180, 0)


def test_attended_by_a_substitute_is_the_time_that_the_other_was_not_there():
    entry = Attendance("amina", "part", arrived=at("09:30"), left=at("12:20"), substitute="ravi")
    programme = year(entry)
    assert (minutes(programme), minutes(programme, "ravi")) == (30 + 60 + 20, 30 + 40)


def test_attended_by_a_substitute_goes_by_an_entry_of_their_own():
    own = Attendance("ravi", "part", left=at("10:00"))
    programme = year(Attendance("amina", "apology", substitute="ravi"), own)
    assert minutes(programme, "ravi") == 60


def test_attended_by_a_substitute_of_somebody_who_was_there_is_nothing():
    assert attended_minutes(sheet(year(Attendance("amina", substitute="ravi")))) == {"amina": 180}


def test_attended_by_a_substitute_for_an_unknown_part_cannot_be_told():
    assert minutes(year(Attendance("amina", "part", substitute="ravi")), "ravi") is None


def test_attended_by_a_substitute_who_is_only_planned_is_nothing():
    assert minutes(year(Attendance("amina", "declined", substitute="ravi")), "ravi") == 0


def test_attended_by_a_substitute_for_two_counts_once():
    entries = [Attendance(name, "apology", substitute="ravi") for name in ("amina", "mei")]
    assert minutes(year(*entries), "ravi") == 180


def sheet(programme):
    return run_sheet(programme, "day", formats={})


# Red: 60 + 30 minutes of sessions; blue: 20, a pause, 40. Both start at 09:00.
TRACKS = Parallel(
    [
        Track("Red", [Session(title="Red one", minutes=60), Session(title="Red two", minutes=30)]),
        Track(
            "Blue",
            [
                Session(title="Blue one", minutes=(20, 20, 20)),
                Break((30, 30, 30)),
                Session(title="Blue two", minutes=(40, 40, 40)),
            ],
        ),
    ]
)
SIDE_BY_SIDE = [TRACKS, Session(title="Together", minutes=(60, 60, 60), start="12:00")]


def groups(session, *members, status="actual"):
    return GroupAllocation(session, [Group(members)], status=status)


def test_attended_in_parallel_tracks_is_that_of_the_longest_where_nothing_is_on_record():
    whole = year(Attendance("amina"), agenda=SIDE_BY_SIDE)
    red = [row for row in sheet(whole).rows if row.track == ("Red",)]
    assert minutes(whole) == sum(row.minutes for row in red) + 60


def test_attended_in_parallel_tracks_is_that_of_the_own_group():
    where = [groups("blue-two", "amina"), groups("red-one", "tomasz")]
    programme = year(
        Attendance("amina"), Attendance("tomasz"), agenda=SIDE_BY_SIDE, allocations=where
    )
    assert minutes(programme) == 60 + 60


def test_attended_in_parallel_tracks_is_that_of_the_group_on_record_not_of_the_plan():
    where = [groups("red-one", "amina", status="proposed"), groups("blue-one", "amina")]
    programme = year(Attendance("amina"), agenda=SIDE_BY_SIDE, allocations=where)
    assert minutes(programme) == 60 + 60


def test_attended_in_parallel_tracks_counts_a_host_too():
    where = [GroupAllocation("blue-one", [Group(["mei"], host="amina")])]
    programme = year(Attendance("amina"), agenda=SIDE_BY_SIDE, allocations=where)
    assert minutes(programme) == 60 + 60


def test_attended_by_a_substitute_is_in_the_track_of_whom_they_stand_for():
    entry = Attendance("amina", "apology", substitute="ravi")
    where = [groups("blue-one", "amina")]
    programme = year(entry, agenda=SIDE_BY_SIDE, allocations=where)
    assert minutes(programme, "ravi") == 60 + 60


def test_attended_in_two_tracks_counts_no_minute_twice():
    where = [groups("blue-one", "amina"), groups("red-one", "amina")]
    whole = year(Attendance("amina"), agenda=SIDE_BY_SIDE, allocations=where)
    spent = minutes(whole)
    assert spent is not None
    ends = [elapsed(sheet(whole).starts, row.end) for row in sheet(whole).rows if row.track]
    assert spent <= max(ends) + 60


def test_attended_over_midnight():
    agenda = [Session(title="Night", minutes=(180, 180, 180))]
    hours = ("2027-01-19T22:30", "2027-01-20T01:30")
    left = Attendance("amina", "part", left="2027-01-20T00:15")
    assert minutes(year(left, agenda=agenda, hours=hours)) == 105


def test_attended_at_a_residential_counts_no_night():
    agenda = [
        Session(title="Evening", minutes=(120, 120, 120)),
        Session(title="Morning", minutes=(180, 180, 180), start="2027-01-20T09:00"),
    ]
    hours = ("2027-01-19T18:00", "2027-01-20T12:00")
    early = Attendance("tomasz", "part", left="2027-01-20T10:00")
    programme = year(Attendance("amina"), early, agenda=agenda, hours=hours)
    assert (minutes(programme), minutes(programme, "tomasz")) == (300, 180)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        # The clocks skip 01:00 to 02:00, and a session of the clock's three hours has two.
        (("2027-03-28T00:30", "2027-03-28T03:30"), 120),
        # They show 01:00 to 02:00 twice.
        (("2027-10-31T00:30", "2027-10-31T03:30"), 240),
    ],
)
def test_attended_counts_elapsed_minutes_when_the_clocks_change(hours, expected):
    agenda = [Session(title="Night", minutes=(10, 240, 300))]
    start, end = hours
    ran = [Actual("night", start, end)]
    programme = year(Attendance("amina"), agenda=agenda, hours=hours, actuals=ran)
    assert minutes(programme) == expected


def test_attended_goes_by_the_clock_of_the_workshop():
    abroad = {"time_zone": "Europe/Paris"}
    assert minutes(year(Attendance("amina", "part", left=at("10:00")), **abroad)) == 60


def test_attended_asks_for_a_person_of_the_programme():
    with pytest.raises(UnknownKeyError, match="Did you mean 'amina'"):
        attended(year(), "day", "anima", formats={})


def test_attended_needs_a_sheet_that_was_planned():
    planned = sheet(year(Attendance("amina")))
    by_hand = type(planned)(
        planned.workshop, planned.rows, planned.starts, planned.ends, planned.finishes, 0
    )
    with pytest.raises(AgendaError, match="not made by run_sheet"):
        attended_minutes(by_hand)


def test_attended_minutes_come_in_the_order_of_the_record():
    programme = year(Attendance("mei"), Attendance("amina", "apology"), Attendance("tomasz"))
    assert attended_minutes(sheet(programme)) == {"mei": 180, "tomasz": 180}


MOMENTS = st.integers(0, 240).map(lambda n: f"2027-01-19T{9 + n // 60:02}:{n % 60:02}")


@st.composite
def records(draw):
    """Return an agenda, and a record of it that may be any."""
    agenda = [*MORNING[:2], TRACKS, *MORNING[2:]] if draw(st.booleans()) else list(MORNING)
    names = ["one", "two", "three", *(["red-one", "blue-two"] if len(agenda) > 5 else [])]
    facts = st.builds(
        Actual,
        st.sampled_from(names),
        st.none() | MOMENTS,
        st.none() | MOMENTS,
        fate=st.sampled_from(["done", "done", "cut", "moved"]),
    )
    allocations = []
    if len(agenda) > 5 and draw(st.booleans()):
        allocations = [groups(draw(st.sampled_from(["red-two", "blue-one"])), "amina")]
    return {
        "agenda": agenda,
        "actuals": draw(st.lists(facts, max_size=4)),
        "allocations": allocations,
    }


def spent(record, arrived=None, left=None):
    whole = arrived is None and left is None
    status = "attended" if whole else "part"
    entry = Attendance("amina", status, arrived=arrived, left=left)
    found = minutes(year(entry, **record))
    assert found is not None
    return found


@given(records())
def test_attended_is_never_longer_than_the_workshop(record):
    assert 0 <= spent(record) <= 240


@given(records(), MOMENTS, MOMENTS)
def test_attended_never_grows_with_an_earlier_departure(record, one, other):
    earlier, later = sorted([one, other])
    assert spent(record, left=earlier) <= spent(record, left=later) <= spent(record)


@given(records(), MOMENTS)
def test_attended_adds_up_from_its_parts(record, moment):
    assert spent(record, left=moment) + spent(record, arrived=moment) == spent(record)


@given(records(), MOMENTS)
def test_attended_by_somebody_and_a_substitute_is_the_whole(record, moment):
    entry = Attendance("amina", "part", left=moment, substitute="ravi")
    programme = year(entry, **record)
    shares = attended_minutes(sheet(programme))
    assert sum(filter(None, shares.values())) == spent(record)


@given(records())
def test_attended_is_the_number_of_minutes_in_which_a_session_ran(record):
    """Each minute of the day is looked at by itself, in the one track that counts."""
    programme = year(Attendance("amina"), **record)
    planned = sheet(programme)
    facts = {fact.session: fact for fact in record["actuals"]}
    ran = [
        (row.track, *held)
        for row in planned.rows
        if row.kind == "session" and (held := _held(programme, row, facts.get(row.id)))
    ]
    lanes = {track: _minutes_of(planned, ran, track) for track in [(), ("Red",), ("Blue",)]}
    if record["allocations"]:
        own = "Red" if record["allocations"][0].session.startswith("red") else "Blue"
        side = lanes[own,]
    else:
        side = max(lanes["Red",], lanes["Blue",], key=len)
    assert spent(record) == len(lanes[()] | side)


def _held(programme, row, fact):
    """Return when a session began and ended, in its own words."""
    if fact is None:
        return row.start, row.end
    if fact.fate == "cut" or (fact.fate == "moved" and not (fact.start and fact.end)):
        return None
    workshop = programme.workshop("day")
    begun = programme.at(workshop, fact.start) if fact.start else row.start
    ended = programme.at(workshop, fact.end) if fact.end else row.end
    return begun, ended


def _minutes_of(planned, ran, track):
    moments = (planned.starts + timedelta(minutes=n) for n in range(240))
    return {m for m in moments if any(lane == track and a <= m < b for lane, a, b in ran)}


@given(programmes(people=1, workshops=1))
def test_attended_can_be_told_of_any_programme(programme):
    for workshop in programme.workshops:
        try:
            planned = run_sheet(programme, workshop.id, formats=FORMATS)
        except AgendaError:
            continue
        day = elapsed(planned.starts, planned.ends)
        for name, found in attended_minutes(planned).items():
            assert found is None or 0 <= found <= day + 2 * 12 * 60
            assert attended(programme, workshop.id, name, formats=FORMATS) == found
