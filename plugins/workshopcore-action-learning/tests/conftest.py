"""A team whose year is made of action learning sets."""

import pytest
from hypothesis import settings

import workshopcore as wc
from workshopcore.contracts.formats import FormatRequest
from workshopcore_action_learning import ActionLearningSet

# No deadline: the time a machine takes is never an assertion. Only for this distribution on its
# own; the profile of a larger run stands.
settings.register_profile("plugin", deadline=None)

KEY = "action-learning:set"
NAMES = (
    "Amina Yusuf",
    "Jo Park",
    "Li Wei",
    "Sam Osei",
    "Ines Duarte",
    "Tariq Haddad",
    "Mei Tanaka",
    "Kofi Boateng",
    "Rosa Lindqvist",
)


@pytest.fixture(scope="session")
def year():
    """Make a programme: its people, and one session of sets at each of its workshops."""

    def year(people=NAMES[:6], workshops=3, minutes=140):
        team = [each if isinstance(each, wc.Person) else wc.Person(each) for each in people]
        return wc.Programme(
            title="A year of change",
            people=team,
            workshops=[
                wc.Workshop(
                    f"Workshop {number}",
                    id=f"w{number}",
                    start=f"2027-{number:02}-11T09:00",
                    end=f"2027-{number:02}-11T17:00",
                    agenda=[wc.Session(KEY, id="sets", minutes=[minutes] * 3)],
                )
                for number in range(1, workshops + 1)
            ],
        )

    return year


@pytest.fixture(scope="session")
def plan():
    """Ask the format for the plan of a workshop, as a run sheet does."""

    def plan(programme, workshop, minutes=None, people=None):
        found = programme.workshop(workshop)
        session = found.sessions()[0]
        return ActionLearningSet().expand(
            FormatRequest(
                minutes or session.minutes.usual,
                len(programme.invited(found)) if people is None else people,
                options=session.options,
                programme=programme,
                workshop=found,
                session=session,
            )
        )

    return plan


@pytest.fixture(scope="session")
def note():
    """Return the people that a note names, or nothing where there is no such note."""

    def note(plan, start):
        for each in plan.notes:
            if each.startswith(start):
                return each.partition(": ")[2].rstrip(".").split(", ")
        return []

    return note


@pytest.fixture(scope="session")
def presenting(note):
    """Return who presents, by set."""

    def presenting(plan):
        if plan.groups is None:
            return [note(plan, "Presenting today:")]
        sets = range(1, len(plan.groups.sizes) + 1)
        return [note(plan, f"Presenting today in set {number}:") for number in sets]

    return presenting
