"""One programme with something of everything, half-way through its year."""

from __future__ import annotations

from workshopcore.model.brief import Driver, Objective, Phase
from workshopcore.model.evaluation import Evidence, Gain, Theme, Wave
from workshopcore.model.lifecycle import Event
from workshopcore.model.outcomes import Decision, GroundRule, ParkedIssue
from workshopcore.model.people import Facilitator, Organisation, Person
from workshopcore.model.programme import Closure, Programme
from workshopcore.testing.sample.record import actions, engagement, form, quotes
from workshopcore.testing.sample.words import AS_OF, CLOSE, SECRET
from workshopcore.testing.sample.workshops import workshops

__all__ = ["AS_OF", "CLOSE", "SECRET", "sample_programme"]


def sample_programme() -> Programme:
    """Return a programme that fills every part of the model: good ground for any plugin.

    Nobody in it exists. Two of its four workshops are over on ``AS_OF``, all of them on
    ``CLOSE``; actions are agreed,
    carried, blocked, done, verified, cancelled and superseded; one workshop is abroad.

    >>> programme = sample_programme()
    >>> len(programme.workshops), len(programme.actions), programme.state(programme.start)
    (4, 7, 'active')
    """
    return Programme(
        title="One front door: a year with the housing advice team",
        id="one-front-door",
        client=Organisation(
            "Harrowmere Housing Trust",
            sector="Housing",
            sponsor="ines-carvalho",
            confidentiality="What is said in the room stays in the room",
        ),
        purpose="To give every caller one clear answer on the day they call.",
        situation="Three teams answer the same callers, and callers are passed on twice.",
        approach="Decide together what good looks like, then change one desk at a time.",
        time_zone="Europe/London",
        start="2027-01-11",
        end="2027-12-17",
        budget="14500.00 GBP",
        people=_people(),
        facilitators=[
            Facilitator("tomasz-nowak", "lead", day_rate="850.00 GBP", competencies=["A1", "B2"]),
            Facilitator("grace-okafor", "scribe"),
        ],
        drivers=[
            Driver(
                "Callers must be told within five days what they are entitled to",
                id="duty",
                framework="pestle",
                category="legal",
                statutory=True,
                importance=5,
                uncertainty=1,
            ),
            Driver("Staff want to finish what they start", id="pride", source="internal"),
        ],
        objectives=[
            Objective(
                "Nobody is passed on more than once",
                id="once",
                type="user-outcome",
                indicator="Callers passed on twice",
                unit="% of callers",
                baseline=31,
                target=5,
                due="2027-11-30",
                drivers=["duty"],
                agreed="2027-01-20",
            ),
            Objective("The three desks trust one another", id="trust", type="relational"),
        ],
        phases=[
            Phase("Where we want to be", "strategic", id="strategic", objectives=["once"]),
            Phase("How we get there", "operational", id="operational", objectives=["trust"]),
        ],
        workshops=workshops(),
        experts=[engagement()],
        ground_rules=[GroundRule("One conversation at a time", "where-now")],
        actions=actions(),
        decisions=[
            Decision(
                "Calls about repairs go to one desk",
                origin="what-good-is/choose",
                made="2027-04-14",
                rationale="Most calls are about repairs",
                dissent="One member would rather start with rent",
                authority="The team",
            )
        ],
        parked_issues=[
            ParkedIssue(
                "Opening hours on Saturdays",
                origin="where-now",
                raised="2027-01-20",
                raised_by="wei-lin",
                events=[Event("2027-01-25", "triaged"), Event("2027-02-01", "escalated")],
            ),
            ParkedIssue("A shared telephone number", origin="what-good-is"),
        ],
        instruments=[form()],
        waves=[
            Wave(
                "After the first workshop",
                "after-each",
                instrument="form",
                workshop="where-now",
                opens="2027-01-21",
                closes="2027-02-03",
            ),
            Wave(
                "Three months later",
                "follow-up",
                instrument="form",
                opens="2028-03-09",
                closes="2028-03-30",
            ),
        ],
        themes=[Theme("Working together", id="together")],
        evidence=[
            Evidence("Call log, May", "metric", id="log", dated="2027-06-01", independence=1),
            Evidence("What the team said", "self-report", id="said", dated="2027-04-14"),
        ],
        gains=[
            Gain(
                "Repairs callers are answered by the desk that takes the call",
                id="answered",
                stated="2027-04-14",
                theme="together",
                objectives=["once"],
                actions=["repairs-desk"],
                evidence=["log", "said"],
                events=[Event("2027-05-01", "coded"), Event("2027-06-02", "evidenced")],
            ),
            Gain("We lost a Friday lunch we liked", valence="negative", intended=False),
        ],
        quotes=quotes(),
        obstacles=["Two vacancies for most of the spring"],
        next_steps=["Move the rent desk by March"],
        closures=[Closure("Summer holidays", "2027-07-24", "2027-08-31", "school-holiday")],
        events=[
            Event("2026-11-02", "proposed"),
            Event("2026-12-01", "contracted"),
            Event("2027-01-11", "active"),
            Event("2027-12-09", "closing"),
        ],
        details={"acme": {"board": "north", "weight": 3}},
    )


def _people() -> list[Person]:
    return [
        Person("Amara Diallo", position="Head of advice", required=True, service="Advice"),
        Person("Wei Lin", position="Repairs adviser", service="Repairs", access_needs=SECRET),
        Person("Rosa Benítez", position="Rent adviser", service="Rent"),
        Person("Kofi Mensah", position="Repairs adviser", service="Repairs"),
        Person("Hana Sato", position="Adviser", service="Advice"),
        Person("Élodie Martin", position="Rent adviser", service="Rent", left="2027-03-31"),
        Person("Dilip Rao", position="Adviser", service="Advice", joined="2027-04-01"),
        Person("Bronwen Price", position="Team secretary", service="Advice", band=SECRET),
        Person("Tomasz Nowak", "facilitator"),
        Person("Grace Okafor", "facilitator"),
        Person("Yusuf Demir", "expert", position="Housing lawyer"),
        Person("Inês Carvalho", "sponsor", position="Director"),
    ]
