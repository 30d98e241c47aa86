from datetime import date

import pytest
from attrs import evolve

from workshopcore.contracts.report import Callout, Paragraph
from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.model.action import Action, Review, Supporter, Update
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Workshop

TICKS = "☐ done  ☐ carried  ☐ blocked"
PEOPLE = [
    Person("Amina Yusuf", id="amina"),
    Person("Mei Chen", id="mei"),
    Person("Ravi Menon", id="ravi", left="2027-02-28"),
]


def held(name, on, **fields):
    attended = [Attendance("amina")]
    times = {"start": f"{on}T09:30", "end": f"{on}T16:30"}
    return Workshop(name.title(), id=name, attendance=attended, **times, **fields)


def small(*actions, **changes):
    workshops = [
        held("one", "2027-01-19"),
        held("two", "2027-03-16"),
        held("three", "2027-05-18"),
    ]
    fields = {"title": "A year", "people": PEOPLE, "workshops": workshops, **changes}
    return Programme(actions=actions, **fields)


def agreed(statement, owner="amina", due="2027-02-12", **fields):
    return Action(statement, owner, due, **{"agreed": "2027-01-19", **fields})


@pytest.fixture
def sheet(build, reading):
    """Return the first line of a workshop's sheet, and its rows."""

    def told(programme, workshop="two", **request):
        report = build(programme, "action-review", workshop=workshop, **request)
        lead = report.blocks[0]
        assert isinstance(lead, Paragraph)
        return lead.text, [tuple(plain(cell) for cell in row) for row in reading.rows(report)]

    return told


def plain(cell):
    return cell.replace("\N{NO-BREAK SPACE}", " ")


def test_action_review_before_the_first_workshop_has_nothing_to_say(sheet):
    said = "There is nothing to review: no action has been put forward before 19 January 2027."
    assert sheet(small(agreed("Draft it")), "one") == (said, [])


def test_action_review_of_a_year_so_far(year, build, reading):
    report = build(year, "action-review", workshop="third")
    assert (report.title, report.subtitle, report.as_of, report.name) == (
        "Action review: Making it work",
        "A year of change",
        date(2027, 6, 14),
        "action-review-third",
    )
    assert report.blocks[0].text == (
        "On Tuesday 15 June 2027, 3 actions are open: 2 are late and 1 is blocked."
        " 1 was closed since the last workshop."
    )
    assert [tuple(map(plain, row)) for row in reading.rows(report)] == [
        (
            "Mei Chen",
            "Visit another council visit",
            "1 June 2027",
            "14 days late. Agreed; 79 days old",
            TICKS,
        ),
        ("Mei Chen", "Keep two lists two-lists", "no date yet", "Proposed; 79 days old", TICKS),
        (
            "Ravi Menon",
            "Map every handover map",
            "1 May 2027",
            "45 days late. Blocked – No data yet; 79 days old",
            TICKS,
        ),
    ]
    closed = reading.section(report, "Closed since the last workshop, on 27 March 2027")
    assert reading.rows(closed) == [("Draft the vision", "Amina Yusuf", "Verified 1 May 2027")]


def test_action_review_has_room_to_write_in_its_last_column(year, build):
    (table,) = [b for b in build(year, "action-review", workshop="second").blocks if table_of(b)]
    assert [column.title for column in table.columns] == [
        "Owner",
        "Action",
        "Due",
        "How it stands",
        "Tick one; new date and reason",
    ]
    assert table.row_headings


def table_of(block):
    return hasattr(block, "columns")


def test_action_review_says_what_put_an_action_off(sheet):
    action = agreed(
        "Draft it",
        supporters=[Supporter("mei", "consulted")],
        updates=[
            Update("2027-01-25", "in-progress", progress=30, due="2027-03-01"),
            Update("2027-04-02", "blocked", note="No data"),
            Update("2027-05-01", due="2027-05-10", note="Data promised"),
        ],
        reviews=[Review("two", "2027-03-16", carried=True, due="2027-04-01", note="Too much else")],
    )
    lead, (row,) = sheet(small(action), "three")
    assert lead == (
        "On Tuesday 18 May 2027, 1 action is open: 1 is late, 1 is blocked and 1 was carried over"
        " before."
    )
    assert row == (
        "Amina Yusuf",
        "Draft it – with Mei Chen (consulted) draft-it",
        "10 May 2027 (first 12 February 2027; put later 3 times; carried over once)",
        "8 days late. Blocked, 30% – Data promised; 119 days old",
        TICKS,
    )


def test_action_review_tells_news_that_is_no_reason_for_being_blocked(sheet):
    action = agreed("Draft it", due="2027-04-01", updates=[Update("2027-02-01", note="Half-way")])
    (row,) = sheet(small(action))[1]
    assert row[3] == "Agreed; 56 days old; Half-way"


def test_action_review_of_actions_that_are_in_time_says_nothing_more(sheet):
    lead, _ = sheet(small(agreed("Draft it", due="2027-04-01")))
    assert lead == "On Tuesday 16 March 2027, 1 action is open."


def test_action_review_puts_what_needs_a_new_owner_last(build, reading):
    programme = small(agreed("Map it", "ravi", "2027-04-01"), agreed("Draft it", "mei"))
    report = build(programme, "action-review", workshop="two")
    assert report.blocks[0].text.endswith("1 is late and 1 needs a new owner.")
    (table,) = reading.section(report, "Needs a new owner").blocks
    assert table.columns[-1].title == "Tick one; new owner and date"
    assert not table.row_headings
    assert reading.rows(reading.section(report, "Needs a new owner"))[0][:2] == (
        "Map it – was with Ravi Menon, who left on 28 February 2027 map-it",
        "1 April 2027",
    )
    assert [row[0] for row in reading.rows(report)] == ["Mei Chen"]


def test_action_review_asks_after_what_was_passed_over_first(build, reading):
    report = build(small(agreed("Draft it")), "action-review", workshop="three")
    (callout,) = [block for block in report.blocks if isinstance(block, Callout)]
    assert callout.title == "Passed over before: ask after these first"
    assert reading.words(callout.blocks) == "Draft it – not asked after at Two"


def test_action_review_says_why_something_was_given_up(build, reading):
    programme = small(
        agreed("Visit them", updates=[Update("2027-02-03", "cancelled", note="They came to us")]),
        agreed("Ask them", updates=[Update("2027-02-04", "superseded", superseded_by="keep-it")]),
        agreed("Keep it", due="2027-04-01"),
    )
    report = build(programme, "action-review", workshop="two")
    closed = reading.section(report, "Closed since the last workshop, on 19 January 2027")
    assert reading.rows(closed) == [
        ("Visit them", "Amina Yusuf", "Cancelled 3 February 2027", "They came to us"),
        ("Ask them", "Amina Yusuf", "Replaced 4 February 2027 by: Keep it", "no reason recorded"),
    ]


def test_action_review_with_nothing_open_counts_what_was_closed(sheet):
    done = agreed("Draft it", updates=[Update("2027-02-01", "done")])
    assert sheet(small(done), "two")[0] == (
        "On Tuesday 16 March 2027, no action is open. 1 was closed since the last workshop."
    )
    assert sheet(small(done), "three")[0] == (
        "There is nothing to review: no action is open, and none was closed since the last"
        " workshop on 16 March 2027."
    )


def test_action_review_of_a_first_workshop_may_find_older_actions(build, reading):
    old = agreed("Draft it", agreed="2027-01-04", updates=[Update("2027-01-11", "done")])
    report = build(small(old), "action-review", workshop="one")
    assert report.blocks[0].text == (
        "On Tuesday 19 January 2027, no action is open. 1 was closed so far."
    )
    assert reading.section(report, "Closed so far")


def test_action_review_printed_beforehand_knows_nothing_of_the_days_between(sheet, build):
    late_news = agreed("Draft it", updates=[Update("2027-03-12", "done")])
    before = build(small(late_news), "action-review", workshop="two", as_of="2027-03-11")
    assert before.as_of == date(2027, 3, 11)
    assert sheet(small(late_news), as_of="2027-03-11")[0] == (
        "On Tuesday 16 March 2027, 1 action is open: 1 is late."
    )
    assert sheet(small(late_news), as_of="2027-03-12")[0].startswith(
        "On Tuesday 16 March 2027, no action is open."
    )


def test_action_review_asked_for_later_is_still_that_of_the_morning(year, build):
    report = build(year, "action-review", workshop="second")
    assert build(year, "action-review", workshop="second", as_of="2027-12-15") == report
    assert report.as_of == date(2027, 3, 26)


def test_action_review_waits_for_the_workshop_that_reviews_first(build):
    said = "'two' on 2027-03-16 reviews the actions before 'three' does"
    with pytest.raises(ReportError, match=said):
        build(small(), "action-review", workshop="three", as_of="2027-03-15")
    assert build(small(), "action-review", workshop="three", as_of="2027-03-16")


def test_action_review_waits_for_no_workshop_that_was_called_off(build):
    programme = small()
    first, second, third = programme.workshops
    off = evolve(second, events=[Event("2027-03-01", "cancelled")])
    programme = evolve(programme, workshops=[first, off, third])
    assert build(programme, "action-review", workshop="three", as_of="2027-03-02")
    with pytest.raises(ReportError, match="'two' on 2027-03-16 reviews"):
        build(programme, "action-review", workshop="three", as_of="2027-02-28")


def test_action_review_of_a_workshop_that_was_called_off_is_refused(build):
    first, second, third = small().workshops
    off = evolve(second, events=[Event("2027-03-01", "postponed")])
    programme = small(workshops=[first, off, third])
    with pytest.raises(ReportError, match="'two' is 'postponed' on 2027-03-15: it reviews no"):
        build(programme, "action-review", workshop="two")
    assert build(programme, "action-review", workshop="two", as_of="2027-02-28")


def test_action_review_of_no_known_workshop_is_refused(build):
    with pytest.raises(UnknownKeyError, match="Did you mean 'three'"):
        build(small(), "action-review", workshop="tree")
