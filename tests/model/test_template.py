from datetime import date, datetime, timedelta

import attrs
import pytest

import workshopcore as wc
from workshopcore.model.shape import shape
from workshopcore.model.workshop import Attachment


def design():
    return wc.Programme(
        title="A year of change",
        client=wc.Organisation("Eastmoor Council", sponsor="sol"),
        time_zone="Europe/London",
        start="2027-01-01",
        people=[
            wc.Person("Sol", role="sponsor"),
            wc.Person("Amina"),
            wc.Person("Fay", role="facilitator", joined="2026-01-01"),
            wc.Person("Eve", role="expert"),
        ],
        facilitators=[wc.Facilitator("fay")],
        drivers=[wc.Driver("A new Act", id="act", statutory=True, agreed="2027-01-19")],
        objectives=[wc.Objective("Vision", id="vision", drivers=["act"], due="2027-11-30")],
        workshops=[
            wc.Workshop(
                "One",
                phase="strategic",
                start="2027-01-19T09:00",
                end="2027-01-20T16:00",
                aims=["vision"],
                invited=["amina"],
                agenda=[
                    wc.Session("check-in", lead=["fay", "amina"]),
                    wc.Parallel(
                        [
                            wc.Track("N", [wc.Session("swot", start="2027-01-19T11:00")]),
                            wc.Track("S", [wc.Break()]),
                        ]
                    ),
                    wc.Session("expert-interview", window=("2027-01-20T09:00", "2027-01-20T10:00")),
                ],
                attendance=[wc.Attendance("amina")],
                captures=[wc.Capture("check-in", "Hello")],
                attachments=[Attachment("record/wall.png", caption="The wall")],
                events=[wc.Event("2027-01-20", "confirmed")],
            ),
            wc.Workshop("Two", start="2027-03-30T09:00", end="2027-03-30T16:00"),
        ],
        experts=[
            wc.ExpertEngagement(
                "eve",
                "Choice",
                session="one/expert-interview",
                host="amina",
                brief_sent="2027-01-04",
                fee="650.00 GBP",
                questions=[wc.ExpertQuestion("Why?", asked_by="amina")],
                events=[wc.Event("2027-01-02", "approached")],
            )
        ],
        actions=[wc.Action("Draft", "amina", "2027-03-01", objective="vision")],
        waves=[wc.Wave("Close", opens="2027-11-01", eligible=["amina"])],
        gains=[wc.Gain("More joined-up", said_by=["amina"])],
        quotes=[wc.Quote("Good", "amina")],
        events=[wc.Event("2027-01-02", "proposed")],
    )


def clone():
    return design().as_template(
        title="Northdale's year",
        start="2028-02-01",
        client="Northdale Council",
        people=[wc.Person("Kofi"), wc.Person("Lena")],
    )


def test_template_moves_every_date_by_the_same_number_of_days():
    shift = timedelta(days=(date(2028, 2, 1) - date(2027, 1, 19)).days)
    new = clone()
    assert [w.start for w in new.workshops] == [
        datetime(2027, 1, 19, 9) + shift,
        datetime(2027, 3, 30, 9) + shift,
    ]
    assert new.objectives[0].due == date(2027, 11, 30) + shift
    assert new.start == date(2027, 1, 1) + shift
    assert new.waves[0].opens == date(2027, 11, 1) + shift
    locks = [slot.start or slot.window for _, slot in new.workshops[0].slots()]
    assert locks == [
        None,
        datetime(2027, 1, 19, 11) + shift,
        None,
        (datetime(2027, 1, 20, 9) + shift, datetime(2027, 1, 20, 10) + shift),
    ]


def test_template_has_the_new_team_and_our_own_people():
    new = clone()
    assert [p.name for p in new.people] == ["Fay", "Eve", "Kofi", "Lena"]
    assert new.people[0].joined is None
    assert new.client == wc.Organisation("Northdale Council")
    assert new.id == "northdales-year"


def test_template_names_nobody_of_the_old_team():
    new = clone()
    assert new.workshops[0].invited == ()
    assert new.workshops[0].sessions()[0].lead == ("fay",)
    assert new.experts[0].host == ""
    assert new.experts[0].questions == ()
    assert "amina" not in repr(new)


@pytest.mark.parametrize(
    "name",
    ["actions", "gains", "quotes", "decisions", "parked_issues", "evidence", "events", "silenced"],
)
def test_template_leaves_the_record_of_the_programme_behind(name):
    assert getattr(clone(), name) == ()


@pytest.mark.parametrize(
    "name", ["attendance", "allocations", "captures", "actuals", "attachments", "events"]
)
def test_template_leaves_the_record_of_the_workshops_behind(name):
    assert getattr(clone().workshops[0], name) == ()


def test_template_keeps_the_design():
    old, new = design(), clone()
    assert [s.format for s in new.workshops[0].sessions()] == [
        s.format for s in old.workshops[0].sessions()
    ]
    assert new.workshops[0].aims == ("vision",)
    assert new.experts[0].fee == old.experts[0].fee
    assert new.drivers[0].agreed is None


def test_template_of_a_programme_without_workshops_moves_nothing():
    new = wc.Programme(title="Y", start="2027-01-01").as_template(title="Z", start="2028-01-01")
    assert new.start == date(2027, 1, 1)


def test_template_drops_an_offset_that_only_the_old_night_needed():
    old = wc.Programme(
        title="Y",
        time_zone="Europe/London",
        workshops=[wc.Workshop("W", start="2027-10-31T01:30+00:00", end="2027-10-31T09:00")],
    )
    new = old.as_template(title="Z", start="2028-11-02")
    assert new.workshops[0].start == datetime(2028, 11, 2, 1, 30)


def test_template_needs_a_day():
    with pytest.raises(ValueError, match="a date such as"):
        design().as_template(title="Z", start="soon")


def test_shape_describes_every_public_field_of_a_programme():
    names = [field.name for field in shape(wc.Programme)]
    assert names == [a.name for a in attrs.fields(wc.Programme) if a.name != "origin"]


def test_shape_knows_children_references_and_defaults():
    fields = {field.name: field for field in shape(wc.Workshop)}
    assert fields["title"].required
    assert fields["agenda"].many
    assert set(fields["agenda"].children) == {
        wc.Session,
        wc.Break,
        wc.Lunch,
        wc.Buffer,
        wc.Parallel,
    }
    assert fields["aims"].to == "objective"
    assert fields["venue"].children == (wc.Venue,)
    assert {field.name: field for field in shape(wc.Session)}["options"].default == wc.Options()
