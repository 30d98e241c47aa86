import pickle
from datetime import date

import attrs
import pytest

import workshopcore as wc
from workshopcore.errors import UnknownKeyError


def workshop(title="One", **changes):
    return wc.Workshop(title, **{"start": "2027-01-19T09:00", "end": "2027-01-19T16:00", **changes})


def test_identifiers_are_made_from_titles_and_numbered_within_their_scope():
    year = wc.Programme(
        title="A year of change",
        people=[wc.Person("Team manager"), wc.Person("Team manager")],
        workshops=[
            workshop(agenda=[wc.Session("check-in", minutes=10), wc.Break(15), wc.Break(15)]),
            workshop(agenda=[wc.Break(15)]),
        ],
    )
    assert year.id == "a-year-of-change"
    assert [p.id for p in year.people] == ["team-manager", "team-manager-2"]
    assert [w.id for w in year.workshops] == ["one", "one-2"]
    assert [s.id for _, s in year.workshops[0].slots()] == ["check-in", "break", "break-2"]
    assert [s.id for _, s in year.workshops[1].slots()] == ["break"]


def test_identifiers_in_parallel_tracks_share_the_workshops_scope():
    tracks = [wc.Track(name, [wc.Session("swot", minutes=60)]) for name in ("North", "South")]
    year = wc.Programme(title="Y", workshops=[workshop(agenda=[wc.Parallel(tracks)])])
    assert [s.id for s in year.workshops[0].sessions()] == ["swot", "swot-2"]
    assert [path for path, _ in year.workshops[0].slots()] == [
        "agenda[0].tracks[0].agenda[0]",
        "agenda[0].tracks[1].agenda[0]",
    ]


def test_the_same_value_may_be_used_twice_and_again():
    coffee = wc.Break(15)
    for _ in range(2):
        year = wc.Programme(title="Y", workshops=[workshop(agenda=[coffee, coffee])])
        assert [s.id for _, s in year.workshops[0].slots()] == ["break", "break-2"]


def test_a_given_identifier_keeps_its_name_whatever_comes_before():
    year = wc.Programme(title="Y", people=[wc.Person("A"), wc.Person("B", id="a")])
    assert [p.id for p in year.people] == ["a-2", "a"]


def test_identifiers_are_final_once_the_programme_is_built():
    year = wc.Programme(title="Y", people=[wc.Person("Amina Yusuf")])
    grown = attrs.evolve(year, people=[wc.Person("Amina Yusuf"), *year.people])
    assert [p.id for p in grown.people] == ["amina-yusuf-2", "amina-yusuf"]


def test_changing_a_title_keeps_the_identifier():
    year = wc.Programme(title="Y", people=[wc.Person("Amina Yusuf")])
    renamed = attrs.evolve(year.people[0], name="Amina Khan")
    assert attrs.evolve(year, people=[renamed]).people[0].id == "amina-yusuf"


def test_reference_to_one_of_several_alike_is_refused():
    with pytest.raises(wc.ProgrammeError, match="which several have"):
        wc.Programme(
            title="Y",
            people=[wc.Person("Manager"), wc.Person("Manager")],
            actions=[wc.Action("Draft", "manager")],
        )


def test_given_identifier_twice_is_refused_with_the_place_of_the_first():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Programme(title="Y", people=[wc.Person("A", id="x"), wc.Person("B", id="x")])
    assert [(p.code, p.path, p.hint) for p in caught.value.problems] == [
        ("WC005", "people[1].id", "'x' is already at people[0]")
    ]


def test_identifiers_may_repeat_between_kinds():
    year = wc.Programme(
        title="Y", people=[wc.Person("A", id="x")], objectives=[wc.Objective("B", id="x")]
    )
    assert year.person("x").name == "A"
    assert year.objective("x").statement == "B"


def test_rooms_questions_and_tracks_have_scopes_of_their_own():
    venue = wc.Venue("Hall", rooms=[wc.Room("Oak"), wc.Room("Oak")])
    year = wc.Programme(
        title="Y",
        workshops=[workshop(venue=venue, agenda=[wc.Session("swot", minutes=60, room="oak-2")])],
        instruments=[wc.Instrument("Pulse", [wc.Question("How?"), wc.Question("How?")])],
    )
    assert [r.id for r in year.workshops[0].venue.rooms] == ["oak", "oak-2"]
    assert [q.id for q in year.instruments[0].questions] == ["how", "how-2"]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"client": wc.Organisation("C", sponsor="x")}, "client.sponsor"),
        ({"objectives": [wc.Objective("O", drivers=["x"])]}, "objectives[0].drivers[0]"),
        ({"facilitators": [wc.Facilitator("x")]}, "facilitators[0].person"),
        ({"workshops": [workshop(aims=["x"])]}, "workshops[0].aims[0]"),
        ({"workshops": [workshop(phase="x")]}, "workshops[0].phase"),
        (
            {"workshops": [workshop(agenda=[wc.Session("swot", lead=["x"])])]},
            "workshops[0].agenda[0].lead[0]",
        ),
        (
            {"workshops": [workshop(agenda=[wc.Session("swot", room="x")])]},
            "workshops[0].agenda[0].room",
        ),
        (
            {"workshops": [workshop(captures=[wc.Capture("x", "Said")])]},
            "workshops[0].captures[0].session",
        ),
        (
            {
                "workshops": [
                    workshop(
                        agenda=[wc.Session("swot")],
                        allocations=[wc.GroupAllocation("swot", [wc.Group(["x"])])],
                    )
                ]
            },
            "workshops[0].allocations[0].groups[0].members[0]",
        ),
        ({"decisions": [wc.Decision("D", origin="one/x")]}, "decisions[0].origin"),
        ({"waves": [wc.Wave("W", instrument="x")]}, "waves[0].instrument"),
        ({"gains": [wc.Gain("G", evidence=["x"])]}, "gains[0].evidence[0]"),
        ({"quotes": [wc.Quote("Q", gain="x")]}, "quotes[0].gain"),
        ({"experts": [wc.ExpertEngagement("x", "T")]}, "experts[0].expert"),
    ],
)
def test_reference_to_nothing_is_refused_with_its_path(changes, path):
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Programme(title="Y", **changes)
    assert [(p.code, p.path) for p in caught.value.problems] == [("WC006", path)]


def test_all_structural_faults_are_reported_together():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Programme(
            title="Y",
            time_zone="Europe/London",
            people=[wc.Person("A", id="a"), wc.Person("B", id="a")],
            workshops=[workshop(end="2027-01-19T08:00", aims=["x"])],
            actions=[wc.Action("Draft", "zoe")],
            events=[wc.Event("2027-01-01", "closed")],
        )
    assert [p.code for p in caught.value.problems] == [
        "WC005",
        "WC006",
        "WC013",
        "WC010",
        "WC011",
    ]


def test_workshop_may_name_a_kind_of_phase_that_nobody_declared():
    year = wc.Programme(
        title="Y",
        workshops=[workshop(phase="strategic"), workshop("Two", phase="operational")],
    )
    assert [(p.id, p.kind) for p in year.phases] == [
        ("strategic", "strategic"),
        ("operational", "operational"),
    ]
    assert year.phase("operational").title == "Operational"


def test_lock_outside_the_workshop_is_refused():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Programme(
            title="Y",
            workshops=[
                workshop(
                    agenda=[
                        wc.Session("a", start="2027-01-20T09:00"),
                        wc.Session("b", window=("2027-01-19T10:00", "2027-01-19T18:00")),
                        wc.Session("c", start="10:00"),
                        wc.Session("d", window=("10:00", "11:00")),
                    ]
                )
            ],
        )
    assert [p.path for p in caught.value.problems] == [
        "workshops[0].agenda[0].start",
        "workshops[0].agenda[1].window[1]",
    ]


def test_record_with_a_time_that_does_not_exist_is_refused():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Programme(
            title="Y",
            time_zone="Europe/London",
            people=[wc.Person("A", id="a")],
            workshops=[
                workshop(
                    start="2027-03-27T20:00",
                    end="2027-03-28T04:00",
                    agenda=[wc.Session("swot")],
                    attendance=[
                        wc.Attendance(
                            "a", "part", arrived="2027-03-28T01:15", left="2027-03-28T01:45"
                        )
                    ],
                    actuals=[wc.Actual("swot", "2027-03-28T01:15", "2027-03-28T01:30")],
                )
            ],
        )
    assert [p.path for p in caught.value.problems] == [
        "workshops[0].attendance[0].arrived",
        "workshops[0].attendance[0].left",
        "workshops[0].actuals[0].start",
        "workshops[0].actuals[0].end",
    ]


def test_session_with_two_locks_is_refused():
    with pytest.raises(wc.ProgrammeError, match="either a start or a window"):
        wc.Session("swot", start="10:00", window=("10:00", "11:00"))


def test_session_needs_a_format_or_a_title():
    with pytest.raises(wc.ProgrammeError, match="a format or a title"):
        wc.Session()


def test_one_track_is_not_parallel():
    with pytest.raises(wc.ProgrammeError, match="two tracks or more"):
        wc.Parallel([wc.Track("Only", [wc.Break()])])


def test_session_is_called_by_its_title_or_its_format():
    names = [wc.Session(title="Hello").name, wc.Session("acme:fish-bowl").name, wc.Lunch().name]
    assert names == ["Hello", "Fish bowl", "Lunch"]


def test_people_who_join_and_leave_belong_between_those_days():
    mara = wc.Person("Mara", joined="2027-03-01", left="2027-06-30", successor="noor")
    states = [mara.state(date(2027, m, 1)) for m in (2, 3, 7)]
    assert states == ["invited", "active", "replaced"]
    assert wc.Person("Noor", left="2027-06-30").state(date(2027, 7, 1)) == "left"


def test_invited_are_the_participants_of_the_day():
    year = wc.Programme(
        title="Y",
        people=[
            wc.Person("Mara", id="mara", left="2027-02-01", successor="noor"),
            wc.Person("Noor", id="noor", joined="2027-02-02"),
            wc.Person("Fay", role="facilitator"),
        ],
        workshops=[
            workshop(),
            workshop("Two", start="2027-03-01T09:00", end="2027-03-01T12:00"),
            workshop("Three", start="2027-04-01T09:00", end="2027-04-01T12:00", invited=["mara"]),
        ],
    )
    assert [[p.id for p in year.invited(w)] for w in year.workshops] == [
        ["mara"],
        ["noor"],
        ["mara"],
    ]
    assert [p.id for p in year.participants()] == ["mara", "noor"]
    assert [p.id for p in year.facilitators_of(year.workshops[0])] == ["fay"]


def test_facilitators_may_be_named_for_a_workshop():
    year = wc.Programme(
        title="Y",
        people=[wc.Person("Fay", role="facilitator"), wc.Person("Gil", role="facilitator")],
        workshops=[workshop(facilitators=["gil"])],
    )
    assert [p.id for p in year.facilitators_of(year.workshops[0])] == ["gil"]


def test_lookups_find_and_suggest():
    year = wc.Programme(
        title="Y", workshops=[workshop(agenda=[wc.Session("check-in"), wc.Break()])]
    )
    assert year.session("one/check-in").format == "check-in"
    assert year.slot("one/break").kind == "break"
    for missing in ("one/chek-in", "two/x", "one/break", "one"):
        with pytest.raises(UnknownKeyError):
            year.session(missing)
    with pytest.raises(UnknownKeyError):
        year.person(["unhashable"])


def test_order_number_and_following():
    year = wc.Programme(
        title="Y",
        workshops=[
            workshop("Later", start="2027-03-01T09:00", end="2027-03-01T12:00"),
            workshop("Sooner"),
        ],
    )
    later, sooner = year.workshops
    assert (year.number(sooner), year.number(later)) == (1, 2)
    assert year.following(sooner) is later
    assert year.following(later) is None


def test_engagements_are_found_by_workshop():
    year = wc.Programme(
        title="Y",
        people=[wc.Person("Eve", role="expert")],
        workshops=[workshop(agenda=[wc.Session("expert-interview")])],
        experts=[wc.ExpertEngagement("eve", "Choice", session="one/expert-interview")],
    )
    assert [e.topic for e in year.engagements_of(year.workshops[0])] == ["Choice"]
    assert year.experts[0].state(date(2027, 1, 1)) == "identified"


def test_closures_cover_both_ends():
    closure = wc.Closure("Spring bank holiday", "2027-05-31")
    week = wc.Closure("Half-term", "2027-05-31", "2027-06-04", "school-holiday")
    year = wc.Programme(title="Y", closures=[closure, week])
    assert year.closures_on(date(2027, 5, 31)) == (closure, week)
    assert year.closures_on(date(2027, 6, 4)) == (week,)
    assert year.closures_on(date(2027, 6, 5)) == ()


@pytest.mark.parametrize(
    "build",
    [
        lambda: wc.Closure("X", "2027-05-31", "2027-05-30"),
        lambda: wc.Wave("X", opens="2027-05-31", closes="2027-05-30"),
        lambda: wc.Question("X", "scale", labels=["one"]),
        lambda: wc.Question("X", "ranking", options=["one"]),
        lambda: wc.Question("X", "matrix", labels=["a", "b"]),
        lambda: wc.AnswerFile("../x.csv", "0" * 64),
        lambda: wc.AnswerFile("answers/x.csv", "zz"),
        lambda: wc.Wave("X", answers="answers/x.csv"),
        lambda: wc.Event(None, "x"),
        lambda: wc.Update(None),
        lambda: wc.Closure("X", None),
        lambda: wc.Workshop("X", start=None, end="2027-05-30T10:00"),
    ],
)
def test_nonsense_cannot_be_constructed(build):
    with pytest.raises(wc.ProgrammeError):
        build()


def test_quote_appears_only_within_its_consent():
    quote = wc.Quote(
        "We laugh more, honest to God",
        approved="We laugh more",
        scope="client",
        expires="2028-01-01",
        events=[
            wc.Event("2027-11-01", "requested"),
            wc.Event("2027-11-05", "consented"),
            wc.Event("2027-11-08", "approved"),
        ],
    )
    asked = [
        ("internal", date(2027, 12, 1)),
        ("client", date(2027, 12, 1)),
        ("public", date(2027, 12, 1)),
        ("client", date(2027, 11, 7)),
        ("client", date(2028, 1, 2)),
    ]
    assert [quote.may_appear(scope, day) for scope, day in asked] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_record_methods_keep_the_last_word():
    year = wc.Programme(
        title="Y",
        people=[wc.Person("A", id="a")],
        workshops=[workshop(agenda=[wc.Session("swot")])],
    )
    year = year.with_attendance("one", wc.Attendance("a", "apology"))
    year = year.with_attendance("one", wc.Attendance("a", "attended"))
    year = year.with_capture("one", wc.Capture("swot", "Strong on trust"))
    year = year.with_actual("one", wc.Actual("swot", "2027-01-19T09:05"))
    year = year.with_actual("one", wc.Actual("swot", "2027-01-19T09:05", "2027-01-19T10:00"))
    year = year.with_allocation("one", wc.GroupAllocation("swot", [wc.Group(["a"])]))
    year = year.with_allocation("one", wc.GroupAllocation("swot", [wc.Group(["a"])], round=2))
    year = year.with_decision(wc.Decision("Go", origin="one")).with_parked_issue(
        wc.ParkedIssue("Car park", origin="one")
    )
    day = year.workshops[0]
    assert [entry.status for entry in day.attendance] == ["attended"]
    assert day.attendance_of("a").present
    assert day.attendance_of("b") is None
    assert [capture.text for capture in day.captures] == ["Strong on trust"]
    assert [actual.end is not None for actual in day.actuals] == [True]
    assert [allocation.round for allocation in day.allocations] == [1, 2]
    assert (year.decisions[0].id, year.parked_issues[0].id) == ("go", "car-park")


def test_with_event_refuses_unknown_things_and_old_news():
    year = wc.Programme(title="Y", events=[wc.Event("2027-01-05", "proposed")])
    with pytest.raises(UnknownKeyError):
        year.with_event(wc.Event("2027-01-06", "open"), "wave", "close")
    with pytest.raises(UnknownKeyError):
        year.with_event(wc.Event("2027-01-06", "open"), "waves", "close")
    with pytest.raises(ValueError, match="append-only"):
        year.with_event(wc.Event("2027-01-04", "contracted"))


def test_programme_can_be_pickled_hashed_and_compared():
    year = wc.Programme(title="Y", people=[wc.Person("A")], details={"crm": {"id": 7}})
    copy = pickle.loads(pickle.dumps(year))
    assert copy == year
    assert hash(copy) == hash(year)


def test_programme_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        wc.Programme(title="Y").title = "Z"
