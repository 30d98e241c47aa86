"""A team with e-mail addresses, and the two ways of a calendar file."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import vobject
from attrs import evolve
from hypothesis import settings

import workshopcore as wc
from workshopcore.contracts.exchange import ExportRequest, ImportRequest
from workshopcore_calendar import TaskExporter, TaskImporter

# No deadline: the time a machine takes is never an assertion. Only for this distribution on its
# own; the profile of a larger run stands.
settings.register_profile("plugin", deadline=None)

AS_OF = date(2027, 6, 30)
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def no_zone_is_known_yet(monkeypatch):
    """Make vobject read each zone anew; it keeps the first of a name for the whole process."""
    monkeypatch.setattr(vobject.icalendar, "__tzidMap", {"UTC": vobject.icalendar.utc})


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


@pytest.fixture(scope="session")
def series():
    """Return a programme of three workshops, with an expert at the second."""
    return wc.Programme(
        title="One front door",
        id="one-front-door",
        time_zone="Europe/London",
        people=[
            wc.Person("Amina Yusuf", id="amina", email="amina@example.org"),
            wc.Person("Jo Park", id="jo", email="jo@example.org", access_needs="A hearing loop"),
            wc.Person("Li Wei", id="li"),
            wc.Person("Olu Sola", "observer", id="olu", email="olu@example.org"),
            wc.Person("Hana Sato", "expert", id="hana", email="hana@example.net"),
            wc.Person("Miriam Oduya", "facilitator", id="miriam", email="miriam@example.com"),
        ],
        facilitators=[wc.Facilitator("miriam", "lead")],
        workshops=[
            wc.Workshop(
                "Where are we now?",
                id="where-now",
                start="2027-01-19T09:30",
                end="2027-01-19T12:30",
                venue=wc.Venue("Mill House", address="1 Weir Lane; Harrowmere"),
                pre_work=["Bring one story"],
                agenda=[
                    wc.Session(title="Check-in", id="check-in", minutes=30, notes="Be quick"),
                    wc.Session(title="A map of calls", id="map", minutes=150),
                ],
                attendance=[wc.Attendance("amina", "accepted"), wc.Attendance("jo", "declined")],
                events=[wc.Event("2026-12-01", "confirmed")],
            ),
            wc.Workshop(
                "Where to?",
                id="where-to",
                start="2027-03-30T14:00",
                end="2027-03-31T12:00",
                venue="Fold Abbey",
                invited=["amina", "jo", "olu"],
                agenda=[
                    wc.Session(title="Choices", id="choices", minutes=180),
                    wc.Session(
                        title="A view from outside",
                        id="outside",
                        minutes=60,
                        start="2027-03-31T10:00",
                    ),
                    wc.Session(title="Who does what", id="closing", minutes=60),
                ],
                events=[wc.Event("2026-12-01", "pencilled")],
            ),
            wc.Workshop(
                "What have we gained?",
                id="gained",
                mode="online",
                venue=wc.Venue("Video call", address="https://meet.example/door?x=1"),
                start="2027-11-09T10:00",
                end="2027-11-09T12:00",
                agenda=[wc.Session(title="Looking back", minutes=120)],
            ),
        ],
        experts=[
            wc.ExpertEngagement(
                "hana",
                "One desk elsewhere",
                session="where-to/outside",
                id="desk",
                arrival="By 09:45",
                host="amina",
                fee="500.00 GBP",
                sensitivities="Do not mention the merger",
                events=[wc.Event("2026-12-01", "approached"), wc.Event("2026-12-10", "agreed")],
            )
        ],
        actions=[
            wc.Action(
                "Draw the map",
                "amina",
                "2027-02-26",
                id="map",
                agreed="2027-01-19",
                created="2027-01-19",
            ),
            wc.Action(
                "Ask the callers",
                "jo",
                "2027-03-01",
                id="ask",
                agreed="2027-01-19",
                created="2027-01-19",
            ),
        ],
    )


@pytest.fixture(scope="session")
def toolkit():
    """Return a toolkit with nothing but the library in it."""
    return wc.Toolkit(discover=False)


@pytest.fixture(scope="session")
def changed():
    """Return a programme with something else in one of its workshops."""

    def changed(programme, workshop, **fields):
        workshops = [
            evolve(each, **fields) if each.id == workshop else each for each in programme.workshops
        ]
        return evolve(programme, workshops=workshops)

    return changed


@pytest.fixture(scope="session")
def node():
    """Return what runs a client in JavaScript; without node or ical.js, the test is skipped."""
    program = shutil.which("node")
    path = os.pathsep.join([str(ROOT / "build/node/node_modules"), os.environ.get("NODE_PATH", "")])
    environment = {**os.environ, "NODE_PATH": path}

    def run(*arguments, data=b""):
        return subprocess.run(
            [program, *arguments], input=data, capture_output=True, env=environment, check=False
        )

    if program is None or run("-e", "require('ical.js')").returncode:
        missing = "needs node and ical.js: npm install --prefix build/node ical.js@2"
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)

    def client(script, *arguments, data):
        done = run(str(script), *arguments, data=data)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    return client
