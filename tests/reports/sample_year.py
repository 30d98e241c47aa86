"""A year of three workshops for nine managers, with everything that reports tell of.

One workshop is a residential over the night in which the clocks go forward, one is in another
time zone; somebody leaves half-way, somebody sends a substitute, actions are carried over,
done, dropped and replaced.
"""

from typing import Any

from workshopcore.model.action import Action, Review, Supporter, Update
from workshopcore.model.agenda import Break, Buffer, Lunch, Parallel, Session, Track
from workshopcore.model.brief import Driver, Objective, Phase
from workshopcore.model.evaluation import Evidence, Gain, Quote
from workshopcore.model.expert import ExpertEngagement, ExpertQuestion, FollowUp
from workshopcore.model.lifecycle import Event
from workshopcore.model.outcomes import Decision, GroundRule, ParkedIssue
from workshopcore.model.people import Facilitator, Organisation, Person
from workshopcore.model.programme import Programme
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

PEOPLE = [
    Person("Amina Yusuf", position="Head of service", required=True, email="amina@example.org"),
    Person("Tomasz Nowak", position="Team manager", access_needs="Induction loop", band="M2"),
    Person("Mei Chen", position="Team manager"),
    Person("Owain Price", position="Team manager"),
    Person("Farida Haidari", position="Duty manager"),
    Person("Kwame Boateng", position="Reviews manager"),
    Person("Ingrid Solheim", position="Quality lead"),
    Person("Ravi Menon", position="Commissioning manager", left="2027-06-30", successor="leila"),
    Person("Jo Marsh", position="Business manager"),
    Person("Leila Karimi", id="leila", position="Commissioning manager", joined="2027-07-01"),
    Person("Sam Okafor", role="facilitator", email="sam@example.org"),
    Person("Beatriz Lima", role="expert", position="Researcher"),
    Person("Helen Grant", role="sponsor", position="Director"),
]

FIRST = Workshop(
    "Where are we now?",
    id="first",
    phase="strategic",
    start="2027-01-19T09:30",
    end="2027-01-19T16:30",
    venue=Venue(
        "Riverside Hall",
        address="2 Quay Street",
        travel="Bus 12 to the quay",
        access="Step-free throughout",
        rooms=[Room("Main room", capacity=20, layout="cabaret", wall=12), Room("Side room")],
    ),
    purpose="Agree what is changing",
    aims=["vision"],
    outputs=["A list of drivers"],
    pre_work=["Read the inspection letter"],
    decides=True,
    agenda=[
        Session("check-in", title="Check-in", minutes=(10, 15, 20), frame="opening"),
        Session(
            title="What is changing?",
            id="changing",
            minutes=(75, 90, 105),
            priority="must",
            purpose="See the whole picture",
            lead=["sam-okafor"],
            room="main-room",
            plan_b="Do it seated",
            notes="Watch the two at the back",
            outputs=["Driver map"],
            energy=4,
            aims=["vision"],
        ),
        Break(15),
        Session(title="What do people say?", id="say", minutes=(30, 60, 60), priority="could"),
        Lunch(45, start="12:30"),
        Session("trios", title="What must change", id="must-change"),
        Buffer(15),
        Session(title="Our vision", id="vision", minutes=(60, 75, 90), priority="must"),
        Break(15),
        Session("action-planning", minutes=(30, 45, 60), priority="must"),
        Session("check-out", minutes=(10, 15, 20), frame="closing"),
    ],
    materials=[
        Material("flip chart", quantity=2),
        Material("pen", quantity=3, per="person"),
        Material("map", quantity=1, per="group", session="must-change", note="A1"),
        Material("tape"),
    ],
    attendance=[
        *(Attendance(name) for name in ("amina-yusuf", "tomasz-nowak", "mei-chen", "owain-price")),
        Attendance("farida-haidari", "part", left="2027-01-19T12:30", note="school pick-up"),
        Attendance("kwame-boateng"),
        Attendance("ingrid-solheim", "apology", substitute="helen-grant"),
        Attendance("ravi-menon", "no-show"),
        Attendance("sam-okafor"),
    ],
    captures=[
        Capture("changing", "New duty of care", label="Law"),
        Capture("changing", "Fewer beds, *more* homes"),
        Capture("say", "They say we are slow"),
    ],
    actuals=[
        Actual("check-in", "2027-01-19T09:30", "2027-01-19T09:50", note="late train"),
        Actual("say", fate="cut"),
        Actual("changing", "2027-01-19T09:50"),
        Actual("vision", None, "2027-01-19T15:20"),
    ],
    events=[Event("2027-01-05", "confirmed"), Event("2027-01-19", "delivered")],
)

SECOND = Workshop(
    "Away together",
    id="second",
    phase="strategic",
    start="2027-03-27T14:00",
    end="2027-03-28T12:00",
    venue="The Old Mill",
    mode="hybrid",
    agenda=[
        Session(title="Arrive and settle", minutes=30),
        Parallel(
            [
                Track(
                    "North",
                    [Session(title="Casework", minutes=60), Session(title="Duty", minutes=30)],
                ),
                Track("South", [Session(title="Reviews", minutes=90, priority="could")]),
            ],
            id="side",
        ),
        Break(30),
        Session(title="Stories by the fire", minutes=90, start="20:00"),
        Session(title="Night walk", minutes=90, start="23:30"),
        Session(title="Who does what", minutes=120, start="2027-03-28T09:00"),
        Session("action-planning", minutes=60, priority="must"),
    ],
    allocations=[
        GroupAllocation(
            "who-does-what",
            [
                Group(["amina-yusuf", "mei-chen"], name="Red", host="mei-chen"),
                Group(["owain-price", "jo-marsh"]),
            ],
        ),
        GroupAllocation("who-does-what", [Group(["amina-yusuf", "owain-price"])], round=2),
    ],
    attendance=[Attendance(name) for name in ("amina-yusuf", "mei-chen", "owain-price")],
    captures=[Capture("side", "Two teams, one list")],
)

THIRD = Workshop(
    "Making it work",
    id="third",
    phase="operational",
    start="2027-06-15T10:00",
    end="2027-06-15T15:00",
    time_zone="Europe/Paris",
    venue="Maison Verte",
    agenda=[
        Session(title="Check-in", minutes=12),
        Session(title="Where the actions stand", minutes=35),
        Session(title="New ways of working", id="expert", minutes=60, start="11:00"),
        Break(15),
        Session(title="What we take from it", minutes=40),
        Lunch(60),
        Session("action-planning", minutes=(30, 60, 60), priority="must"),
    ],
    attendance=[Attendance(p.id) for p in PEOPLE[:8]],
)

ACTIONS = [
    Action(
        "Draft the vision",
        owner="amina-yusuf",
        due="2027-02-12",
        id="draft",
        origin="first/action-planning",
        objective="vision",
        agreed="2027-01-19",
        supporters=[Supporter("mei-chen"), Supporter("jo-marsh", "consulted")],
        evidence_required="A page on the intranet",
        updates=[
            Update("2027-02-20", "in-progress", progress=50, note="Waiting for comments"),
            Update("2027-04-10", "done", evidence=["page"]),
            Update("2027-05-01", "verified"),
        ],
        reviews=[
            Review(
                "second", "2027-03-27", carried=True, due="2027-04-15", note="Comments came late"
            )
        ],
    ),
    Action(
        "Map every handover",
        owner="ravi-menon",
        due="2027-05-01",
        id="map",
        origin="second",
        agreed="2027-03-28",
        updates=[Update("2027-05-10", "blocked", note="No data yet")],
        reviews=[Review("third", "2027-06-15", carried=True, note="Data promised")],
    ),
    Action(
        "Visit another council",
        owner="mei-chen",
        due="2027-06-01",
        id="visit",
        origin="second",
        agreed="2027-03-28",
        updates=[Update("2027-06-15", "cancelled", note="They came to us")],
    ),
    Action(
        "Keep two lists",
        owner="mei-chen",
        id="two-lists",
        created="2027-03-28",
        updates=[Update("2027-06-15", "superseded", superseded_by="one-list")],
    ),
    Action(
        "Keep one list", owner="mei-chen", due="2027-09-01", id="one-list", created="2027-06-15"
    ),
]


def whole_year() -> Programme:
    """Return the whole year, its record included."""
    return Programme(
        title="A year of change",
        id="year",
        client=Organisation("A county council", confidentiality="Names stay inside"),
        purpose="To work as one team.",
        situation="Two teams had become one.",
        approach="Three workshops with action in between.",
        time_zone="Europe/London",
        start="2027-01-01",
        end="2027-12-31",
        people=PEOPLE,
        facilitators=[Facilitator("sam-okafor", "lead")],
        drivers=[
            Driver("A new law", source="external"),
            Driver("An old worry", superseded="2027-02-01"),
        ],
        objectives=[
            Objective(
                "A vision that staff know",
                id="vision",
                indicator="staff who can name it",
                unit="of 120",
                baseline=20,
                target=90,
                due="2027-12-01",
                outcome="partly",
                judged="2027-12-01",
            ),
            Objective("Less duplication", id="duplication"),
            Objective("Half the forms", id="forms", replaces="duplication", agreed="2027-06-15"),
        ],
        phases=[
            Phase("Strategic", "strategic", id="strategic", purpose="Where we want to go"),
            Phase("Operational", "operational", id="operational"),
        ],
        workshops=[THIRD, FIRST, SECOND],
        experts=[
            ExpertEngagement(
                "beatriz-lima",
                "Trusted assessors",
                session="third/expert",
                id="assessors",
                brief="Tell us what failed first.\n\nThen what worked.",
                audience="Managers of one service",
                prior_knowledge="They have read one report",
                sensitivities="A merger is under way",
                talk_minutes=25,
                question_minutes=35,
                arrival="At 10:30, at the front desk",
                recording="No recording",
                kit=["projector", "clicker"],
                host="jo-marsh",
                fee="650.00 EUR",
                conflict_of_interest="None declared",
                questions=[
                    ExpertQuestion(
                        "What would you not do again?",
                        asked_by="tomasz-nowak",
                        answer="Start with forms",
                    ),
                    ExpertQuestion("How long did it take?"),
                ],
                follow_ups=[
                    FollowUp("Send the checklist", owner="beatriz-lima", due="2027-06-30"),
                    FollowUp("Write to thank", owner="amina-yusuf"),
                ],
                events=[Event("2027-02-01", "approached"), Event("2027-03-01", "agreed")],
            )
        ],
        ground_rules=[
            GroundRule("One voice at a time", agreed_at="first"),
            GroundRule("Say it here", agreed_at="second"),
        ],
        actions=ACTIONS,
        decisions=[
            Decision(
                "One duty desk",
                origin="first/vision",
                made="2027-01-19",
                method="vote",
                rationale="Calls go astray",
                dissent="Two would wait",
                id="desk",
                superseded_by="desks",
            ),
            Decision(
                "Two duty desks",
                origin="third",
                made="2027-06-15",
                id="desks",
                method="sponsor",
                authority="Director",
            ),
            Decision("Meet on Mondays", origin="first", made="2027-01-19", reversed="2027-03-28"),
        ],
        parked_issues=[
            ParkedIssue(
                "Parking",
                origin="first/say",
                raised="2027-01-19",
                raised_by="tomasz-nowak",
                became="one-list",
                events=[Event("2027-03-28", "triaged"), Event("2027-06-15", "action")],
            ),
            ParkedIssue("The old database", origin="first", raised="2027-01-19"),
        ],
        evidence=[
            Evidence("Intranet page", id="page", dated="2027-04-01", kind="document"),
            Evidence("Closing round", id="round", kind="self-report", independence=2),
            Evidence(
                "Inspectors' letter",
                id="letter",
                kind="document",
                independence=2,
                dated="2027-11-20",
            ),
        ],
        gains=[
            Gain(
                "Staff know the vision",
                id="known",
                stated="2027-11-30",
                objectives=["vision"],
                actions=["draft", "map"],
                evidence=["page"],
            ),
            Gain(
                "More laughter",
                id="laughter",
                stated="2027-11-30",
                intended=False,
                evidence=["round"],
                said_by=["mei-chen"],
            ),
            Gain("Faster reviews", id="faster", stated="2027-11-30", evidence=["letter"]),
            Gain("More meetings", id="meetings", stated="2027-11-30", valence="negative"),
            Gain("Forms have changed", id="changed-forms", stated="2027-11-30", valence="mixed"),
            Gain(
                "Trust has grown",
                id="trust",
                stated="2027-11-30",
                said_by=["helen-grant"],
                events=[Event("2027-12-01", "contested"), Event("2027-12-05", "published")],
            ),
            Gain("Not yet said", id="later", stated="2028-03-01"),
        ],
        quotes=[
            _quote("raw named", "amina-yusuf", "We talk now", attribution="named"),
            _quote("raw role", "mei-chen", "It was hard", attribution="role"),
            _quote("raw anonymous", "jo-marsh", "I laughed more"),
            _quote("raw sponsor", "helen-grant", "I am glad"),
            _quote("raw unnamed", "", "It helped"),
            _quote("raw praise", "owain-price", "Sam kept us going", about="facilitator"),
            _quote("raw expert", "owain-price", "Beatriz was frank", about="expert"),
            _quote("raw client", "mei-chen", "For the council only", scope="client"),
            _quote("raw expired", "mei-chen", "Only for a month", expires="2027-12-06"),
            Quote("raw refused", "mei-chen", approved="Never asked", scope="public"),
        ],
        obstacles=["A merger in spring"],
        next_steps=["A second year"],
        events=[
            Event("2026-10-01", "proposed"),
            Event("2026-11-01", "contracted"),
            Event("2027-01-02", "active"),
            Event("2027-12-01", "closing"),
        ],
    )


def _quote(verbatim: str, speaker: str, approved: str, **more: Any) -> Quote:
    events = ("requested", "consented", "approved")
    given = {"scope": "public", **more}
    dated = [Event("2027-12-05", status) for status in events]
    return Quote(verbatim, speaker, approved=approved, events=dated, **given)
