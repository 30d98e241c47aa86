"""The workshops of the sample programme: over one year, one of them abroad."""

from __future__ import annotations

from workshopcore.model.agenda import Break, Buffer, Lunch, Parallel, Session, Track
from workshopcore.model.lifecycle import Event
from workshopcore.model.workshop import (
    Actual,
    Attendance,
    Capture,
    Group,
    GroupAllocation,
    Material,
    Room,
    Venue,
    Workshop,
)
from workshopcore.testing.sample.words import SECRET

__all__ = ["workshops"]


def workshops() -> list[Workshop]:
    """Return the four workshops."""
    return [_where_now(), _what_good_is(), _one_desk(), _looking_back()]


def _where_now() -> Workshop:
    return Workshop(
        "Where are we now?",
        id="where-now",
        phase="strategic",
        start="2027-01-20T09:30",
        end="2027-01-20T16:30",
        purpose="To see the same picture.",
        aims=["once"],
        outputs=["A map of what happens to a call"],
        pre_work=["Bring three calls you remember"],
        venue=Venue(
            "Mill House",
            address="1 Weir Lane, Harrowmere",
            travel="Ten minutes on foot from the station",
            access="Level entrance, hearing loop",
            rooms=[Room("Loft", id="loft", capacity=30, wall=12), Room("Den", breakout=True)],
        ),
        capacity=16,
        agenda=[
            Session("check-in", id="check-in", frame="opening", lead=["tomasz-nowak"]),
            Session(
                title="The life of a call",
                id="map",
                minutes=(60, 75, 90),
                purpose="To see where callers are passed on",
                aims=["once"],
                energy=4,
                outputs=["Map"],
                plan_b="Use last year's map",
                notes=SECRET,
                room="loft",
            ),
            Break(15),
            Session(title="What the law asks", id="law", minutes=(40, 50, 60), priority="must"),
            Lunch(45, start="12:30"),
            Parallel(
                [
                    Track("Repairs", [Session(title="Repairs calls", minutes=(40, 50, 70))]),
                    Track("Rent", [Session(title="Rent calls", minutes=(40, 50, 70)), Buffer(5)]),
                ],
                title="Two desks",
            ),
            Break(15, window=("14:15", "15:00")),
            Session("action-planning", id="agree", minutes=(30, 45, 60), priority="must"),
            Session(title="Closing round", minutes=(10, 15, 20), frame="closing"),
        ],
        materials=[
            Material("Roll of paper", quantity=2, session="map"),
            Material("Pen", per="person"),
        ],
        attendance=[
            Attendance("amara-diallo"),
            Attendance("wei-lin", "part", arrived="2027-01-20T10:15"),
            Attendance("rosa-benitez"),
            Attendance("kofi-mensah", "apology", substitute="hana-sato"),
            Attendance("elodie-martin"),
        ],
        allocations=[
            GroupAllocation(
                "map",
                [
                    Group(["amara-diallo", "wei-lin"], name="Table one", host="wei-lin"),
                    Group(["rosa-benitez", "elodie-martin"], name="Table two"),
                ],
                status="actual",
            )
        ],
        captures=[Capture("map", "Callers are passed on most at lunchtime", label="Finding")],
        actuals=[Actual("map", "2027-01-20T09:50", "2027-01-20T11:10")],
        events=[
            Event("2026-12-10", "confirmed"),
            Event("2027-01-20", "delivered"),
            Event("2027-01-25", "written-up"),
        ],
    )


def _what_good_is() -> Workshop:
    return Workshop(
        "What does good look like?",
        id="what-good-is",
        phase="strategic",
        start="2027-04-14T09:30",
        end="2027-04-14T16:00",
        aims=["once", "trust"],
        decides=True,
        agenda=[
            Session("action-review", minutes=(20, 30, 45)),
            Session("expert-interview", id="interview", minutes=(30, 45, 60)),
            Break(15),
            Session(title="Choose", id="choose", minutes=(45, 60, 75), priority="must"),
            Lunch(45, start="12:30"),
            Session("what-so-what-now-what", minutes=(30, 42, 46), priority="could"),
            Break(15),
            Session("action-planning", minutes=(30, 45, 60), priority="must"),
        ],
        attendance=[Attendance("amara-diallo"), Attendance("dilip-rao", "no-show")],
        events=[Event("2027-01-20", "confirmed"), Event("2027-04-14", "delivered")],
    )


def _one_desk() -> Workshop:
    return Workshop(
        "One desk at a time",
        id="one-desk",
        phase="operational",
        start="2027-09-15T10:00",
        end="2027-09-16T15:00",
        time_zone="Europe/Lisbon",
        mode="hybrid",
        aims=["trust"],
        agenda=[
            Session("action-review", minutes=30),
            Session(title="Two desks at work", minutes=(120, 180, 240)),
            Lunch(60, start="13:00"),
            Session(title="The evening", minutes=(60, 90, 120)),
            Session(title="The second day", minutes=180, start="2027-09-16T10:00"),
            Session("acme:a-format-nobody-has", minutes=30, options={"rounds": 3}),
            Session("action-planning", minutes=45, priority="must"),
        ],
        events=[
            Event("2027-04-20", "pencilled"),
            Event("2027-07-01", "confirmed"),
            Event("2027-09-16", "delivered"),
        ],
    )


def _looking_back() -> Workshop:
    return Workshop(
        "Looking back",
        id="looking-back",
        phase="operational",
        start="2027-12-08T13:00",
        end="2027-12-08T16:30",
        agenda=[Session("action-planning", minutes=45)],
        invited=["amara-diallo", "wei-lin"],
        attendance=[Attendance("amara-diallo"), Attendance("wei-lin")],
        events=[Event("2027-09-16", "confirmed"), Event("2027-12-08", "delivered")],
    )
