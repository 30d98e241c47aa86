"""A team with e-mail addresses, and the two ways of a calendar file."""

from datetime import date

import pytest
from hypothesis import settings

import workshopcore as wc
from workshopcore.contracts.exchange import ExportRequest, ImportRequest
from workshopcore_calendar import TaskExporter, TaskImporter

# No deadline: the time a machine takes is never an assertion. Only for this distribution on its
# own; the profile of a larger run stands.
settings.register_profile("plugin", deadline=None)

AS_OF = date(2027, 6, 30)


@pytest.fixture(scope="session")
def year():
    """Return a programme whose actions are in every state, with people who can be written to."""
    updates = {
        "proposed": [],
        "agreed": [],
        "in-progress": [wc.Update("2027-02-10", "in-progress", progress=40, note="Two of five")],
        "blocked": [wc.Update("2027-02-11", "blocked", note="No room")],
        "done": [wc.Update("2027-02-12", "done", note="Sent round")],
        "verified": [wc.Update("2027-02-12", "done"), wc.Update("2027-03-29", "verified")],
        "reopened": [wc.Update("2027-02-12", "done"), wc.Update("2027-03-01", "reopened")],
        "cancelled": [wc.Update("2027-02-14", "cancelled", note="Not needed")],
        "superseded": [wc.Update("2027-02-15", "superseded", superseded_by="agreed")],
    }
    return wc.Programme(
        title="A year of change",
        id="year",
        time_zone="Europe/London",
        people=[
            wc.Person("Amina Yusuf", id="amina", email="amina@example.org"),
            wc.Person("Jo Park", id="jo", email="jo@example.org"),
            wc.Person("Li Wei", id="li"),
            wc.Person("Miriam Oduya", "facilitator", id="miriam", email="miriam@example.com"),
        ],
        facilitators=[wc.Facilitator("miriam", "lead")],
        objectives=[wc.Objective("Nobody is passed on twice; ever", id="once")],
        actions=[
            wc.Action(
                f"Bring about what is {state}",
                "amina",
                "2027-04-07",
                id=state,
                objective="once",
                created="2027-01-19",
                agreed=None if state == "proposed" else "2027-01-20",
                evidence_required="A note, signed",
                supporters=[wc.Supporter("jo"), wc.Supporter("li", "informed")],
                updates=history,
            )
            for state, history in updates.items()
        ],
    )


@pytest.fixture(scope="session")
def write():
    """Write the actions of a programme as a calendar file."""

    def write(programme, as_of=AS_OF, **asked):
        return TaskExporter().write(programme, ExportRequest(as_of, **asked))

    return write


@pytest.fixture(scope="session")
def read():
    """Read a calendar file, whole or as the lines of one task."""

    def read(data, programme, **asked):
        return TaskImporter().read(data, programme, ImportRequest(**asked))

    return read


@pytest.fixture(scope="session")
def task():
    """Make a calendar file of one task from its lines; the task begins on line 3."""

    def task(*lines):
        every = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VTODO", *lines, "END:VTODO"]
        return "\r\n".join([*every, "END:VCALENDAR", ""]).encode()

    return task
