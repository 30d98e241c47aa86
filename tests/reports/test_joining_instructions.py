import pytest
from attrs import evolve

from workshopcore.contracts.report import Section
from workshopcore.errors import AsOfRequiredError, ReportError
from workshopcore.model.action import Action, Update
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Venue, Workshop
from workshopcore.reports.joining_instructions import meeting_address

AS_OF = "2027-01-12"
KEY = "joining-instructions"
PERSONAL = "personal-joining-instructions"


@pytest.fixture(scope="module")
def desk():
    """Return a programme of two workshops in which everybody has something to do."""
    return Programme(
        title="One front door",
        time_zone="Europe/London",
        people=[
            Person("Amina Yusuf", id="amina", required=True, access_needs="A hearing loop"),
            Person("Jo Park", id="jo"),
            Person("Olu Sola", "observer", id="olu"),
            Person("Miriam Oduya", "facilitator", id="miriam", email="miriam@example.com"),
        ],
        workshops=[
            Workshop(
                "Where are we now?",
                id="where-now",
                start="2027-01-19T09:30",
                end="2027-01-19T16:30",
                purpose="To see the same picture.",
                outputs=["A map of calls"],
                pre_work=["Bring one story"],
                decides=True,
                venue=Venue(
                    "Mill House", address="1 Weir Lane", travel="By tram", access="Level entrance"
                ),
            ),
            Workshop(
                "Where to?",
                id="where-to",
                start="2027-03-16T09:30",
                end="2027-03-16T12:00",
                mode="online",
                venue=Venue("Video call", address="https://meet.example/desk"),
            ),
        ],
        actions=[
            Action("Draw the map", "amina", "2027-01-08", id="map", agreed="2027-01-04"),
            Action("Ask the callers", "jo", "2027-01-15", id="ask", agreed="2027-01-04"),
            Action("Print the form", "jo", "2027-02-15", id="print", agreed="2027-01-04"),
        ],
    )


def with_workshop(programme, **fields):
    first, *rest = programme.workshops
    return evolve(programme, workshops=[evolve(first, **fields), *rest])


def sections(report):
    """Return the headings of a report."""
    return [block.title for block in report.blocks if isinstance(block, Section)]


def test_general_version_has_every_section_but_the_personal_ones(desk, build, reading):
    report = build(desk, KEY, workshop="where-now")
    assert sections(report) == [
        *("Why we meet", "Please prepare", "So that you can take part", "If you cannot come"),
        "Whom to ask",
    ]
    assert report.title == "Joining instructions: Where are we now?"
    assert report.name == "joining-instructions-where-now"


def test_it_says_when_and_where(desk, build, reading):
    glance = build(desk, KEY, workshop="where-now").blocks[0]
    assert dict(glance.pairs) == {
        "When": "Tuesday 19 January 2027, 09:30–16:30",
        "Where": "Mill House, 1 Weir Lane",
        "Getting there": "By tram",
        "Access": "Level entrance",
        "Part of": "Workshop 1 of 2, One front door",
        "Facilitation": "Miriam Oduya",
    }


def test_workshop_online_has_a_link(desk, build, reading):
    report = build(desk, KEY, workshop="where-to")
    (facts,) = [block for block in report.blocks if type(block).__name__ == "Facts"]
    (link,) = dict(facts.pairs)["Join at"]
    assert (link.text, link.href) == ("https://meet.example/desk", "https://meet.example/desk")


def test_personal_version_has_their_own_actions_and_no_others(desk, build, reading):
    words = reading.words(build(desk, KEY, workshop="where-now", person="jo", as_of=AS_OF))
    assert "Dear Jo Park," in words
    assert "Ask the callers" in words
    assert "Print the form" in words
    assert "Draw the map" not in words
    assert "Amina" not in words


def test_action_past_its_date_is_told_kindly(desk, build, reading):
    words = reading.words(build(desk, KEY, workshop="where-now", person="amina", as_of=AS_OF))
    assert "Friday 8 January 2027, 4 days ago" in words
    assert "It happens." in words


def test_who_has_nothing_open_is_told_so(desk, build, reading):
    done = desk.with_update("map", Update("2027-01-07", "done"))
    words = reading.words(build(done, KEY, workshop="where-now", person="amina", as_of=AS_OF))
    assert "You have none." in words


def test_programme_without_actions_does_not_speak_of_them(desk, build, reading):
    none = evolve(desk, actions=())
    report = build(none, KEY, workshop="where-now", person="amina", as_of=AS_OF)
    assert "Your open actions" not in sections(report)


def test_needs_are_asked_for_and_what_is_known_is_not_repeated(desk, build, reading):
    for person, said in (("amina", "We have a note of what you need"), ("jo", "If there is")):
        words = reading.words(build(desk, KEY, workshop="where-now", person=person, as_of=AS_OF))
        assert said in words
        assert "hearing loop" not in words


def test_note_of_somebody_s_needs_is_for_them_alone(desk, build, reading):
    assert "We have a note" not in reading.words(build(desk, KEY, workshop="where-now"))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("accepted", "You have said that you will come."),
        ("tentative", "You have said that you may come."),
        ("declined", "You have said that you cannot come."),
    ],
)
def test_their_reply_is_told(desk, build, reading, status, said):
    replied = with_workshop(desk, attendance=[Attendance("jo", status)])
    words = reading.words(build(replied, KEY, workshop="where-now", person="jo", as_of=AS_OF))
    assert said in words


def test_who_is_needed_for_decisions_is_asked_for_a_stand_in(desk, build, reading):
    for person, asked in (("amina", True), ("jo", False)):
        words = reading.words(build(desk, KEY, workshop="where-now", person=person, as_of=AS_OF))
        assert ("somebody who can speak for you" in words) is asked


def test_substitute_has_joining_instructions(desk, build, reading):
    sent = with_workshop(desk, attendance=[Attendance("jo", "declined", substitute="olu")])
    report = build(sent, KEY, workshop="where-now", person="olu", as_of=AS_OF)
    assert report.name == "joining-instructions-where-now-olu"


def test_who_is_not_invited_has_none(desk, build):
    with pytest.raises(ReportError, match="Olu Sola is not invited to 'where-now'"):
        build(desk, KEY, workshop="where-now", person="olu", as_of=AS_OF)


def test_personal_version_needs_the_day(desk, build):
    with pytest.raises(AsOfRequiredError):
        build(desk, KEY, workshop="where-now", person="jo")


@pytest.mark.parametrize(
    ("as_of", "workshop"), [("2027-01-19", "where-now"), ("2027-01-20", "where-to")]
)
def test_next_workshop_is_the_one_that_is_not_over(desk, build, as_of, workshop):
    report = build(desk, PERSONAL, person="jo", as_of=as_of)
    assert report.details["workshop"] == workshop
    assert report.name == "personal-joining-instructions-jo"


def test_next_workshop_is_one_that_takes_place(desk, build):
    off = with_workshop(desk, events=[Event("2027-01-05", "cancelled")])
    assert build(off, PERSONAL, person="jo", as_of=AS_OF).details["workshop"] == "where-to"


def test_after_the_last_workshop_there_is_none(desk, build):
    with pytest.raises(ReportError, match="no workshop that Jo Park is invited to follows"):
        build(desk, PERSONAL, person="jo", as_of="2027-03-17")


def test_person_has_to_be_named(desk, build):
    with pytest.raises(ReportError, match="name one of amina, jo, olu, miriam"):
        build(desk, PERSONAL, as_of=AS_OF)


def test_workshop_that_does_not_take_place_says_so(desk, build, reading):
    off = with_workshop(desk, events=[Event("2027-01-05", "postponed")])
    words = reading.words(build(off, KEY, workshop="where-now", as_of=AS_OF))
    assert "This workshop has been postponed." in words


def test_facilitators_without_addresses_are_named(desk, build, reading):
    people = [evolve(person, email="") for person in desk.people]
    report = build(evolve(desk, people=people), KEY, workshop="where-now")
    assert reading.section(report, "Whom to ask").blocks[0].items == ("Miriam Oduya",)


@pytest.mark.parametrize(
    ("mode", "address", "found"),
    [
        ("online", "Join https://meet.example/x, please", "https://meet.example/x"),
        ("hybrid", "HTTPS://meet.example/x", "HTTPS://meet.example/x"),
        ("online", "http://meet.example", ""),
        ("in-person", "https://venue.example", ""),
    ],
)
def test_meeting_address_is_the_first_secure_one(mode, address, found):
    venue = Venue("Somewhere", address=address)
    times = {"start": "2027-01-19T10:00", "end": "2027-01-19T12:00"}
    assert meeting_address(Workshop("Meet", mode=mode, venue=venue, **times)) == found
    assert meeting_address(Workshop("Meet", mode="online", **times)) == ""
