"""Reading and writing beside the peers, on one programme of about 270 objects."""

import json
import tomllib
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

import pydantic
import pytest

import workshopcore as wc

WORKSHOPS, SESSIONS, PEOPLE, ACTIONS = 12, 10, 14, 120


def document() -> dict[str, Any]:
    """Return 12 workshops of 10 sessions, 14 people and 120 actions, as a file holds them."""
    first = date(2027, 1, 12)
    return {
        "schema": 1,
        "title": "Managers of adult social care: a year of change",
        "id": "year-of-change",
        "client": {"name": "Northvale County Council"},
        "time_zone": "Europe/London",
        "people": [
            {"name": f"Person Number {n}", "id": f"person-{n}", "position": "Service manager"}
            for n in range(PEOPLE)
        ],
        "objectives": [
            {"statement": "A shared vision that staff recognise", "id": "vision"},
            {"statement": "One way of working across the county", "id": "one-way"},
        ],
        "workshops": [_workshop(n, first + timedelta(weeks=4 * n)) for n in range(WORKSHOPS)],
        "actions": [_action(n, first) for n in range(ACTIONS)],
    }


def _workshop(number: int, day: date) -> dict[str, Any]:
    return {
        "title": f"Workshop {number}: where are we now?",
        "phase": "strategic" if number < 5 else "operational",
        "start": f"{day}T09:30",
        "end": f"{day}T16:30",
        "id": f"workshop-{number}",
        "aims": ["vision"],
        "agenda": [
            {
                "format": "pestle",
                "title": f"What is changing around us, part {n}?",
                "id": f"session-{n}",
                "minutes": [20, 30, 45],
                "purpose": "To agree which of the changes matter most to the team",
                "priority": "must" if n == SESSIONS - 1 else "should",
            }
            for n in range(SESSIONS)
        ],
    }


def _action(number: int, first: date) -> dict[str, Any]:
    agreed = first + timedelta(weeks=4 * (number // 10))
    return {
        "statement": f"Write up what was agreed about point {number} and share it with the team",
        "owner": f"person-{number % PEOPLE}",
        "due": str(agreed + timedelta(days=21)),
        "id": f"action-{number}",
        "objective": "vision" if number % 2 else "one-way",
        "origin": f"workshop-{number // 10}/session-9",
        "agreed": str(agreed),
    }


Id = Annotated[str, pydantic.Field(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=64)]
Ref = Annotated[str, pydantic.Field(pattern=r"^[a-z0-9/-]*$")]
Title = Annotated[str, pydantic.Field(min_length=1)]
Minutes = Annotated[int, pydantic.Field(ge=0, le=20160)]
Grade = Annotated[int, pydantic.Field(ge=1, le=5)] | None


class Peer(pydantic.BaseModel):
    """The same classes as the peer's models: the same fields, checks and refusals."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)


class PeerEvent(Peer):
    on: date
    status: str
    note: str = ""


class PeerOrganisation(Peer):
    name: Title
    sector: str = ""
    sponsor: Ref = ""
    confidentiality: str = ""


class PeerPerson(Peer):
    name: Title
    role: Literal["participant", "facilitator", "expert", "sponsor", "observer"] = "participant"
    id: Id = ""
    position: str = ""
    service: str = ""
    site: str = ""
    band: str = ""
    email: str = ""
    required: bool = False
    weight: Decimal | None = None
    access_needs: str = ""
    joined: date | None = None
    left: date | None = None
    successor: Ref = ""


class PeerObjective(Peer):
    statement: Title
    id: Id = ""
    type: Literal["performance", "delivery", "user-outcome", "relational"] | None = None
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    due: date | None = None
    drivers: tuple[Ref, ...] = ()
    agreed: date | None = None
    replaces: Ref = ""
    outcome: Literal["met", "partly", "not-met", "dropped"] | None = None
    judged: date | None = None


class PeerSession(Peer):
    format: str = ""
    title: str = ""
    id: Id = ""
    minutes: tuple[Minutes, Minutes, Minutes] | Minutes | None = None
    start: time | datetime | None = None
    window: tuple[time | datetime, time | datetime] | None = None
    room: Ref = ""
    purpose: str = ""
    priority: Literal["must", "should", "could"] = "should"
    frame: Literal["content", "opening", "closing"] = "content"
    lead: tuple[Ref, ...] = ()
    energy: Grade = None
    aims: tuple[Ref, ...] = ()
    options: dict[str, Any] = {}
    outputs: tuple[str, ...] = ()
    plan_b: str = ""
    notes: str = ""


class PeerWorkshop(Peer):
    title: Title
    phase: Ref = ""
    start: datetime
    end: datetime
    id: Id = ""
    time_zone: str = ""
    mode: Literal["in-person", "online", "hybrid"] = "in-person"
    venue: str | None = None
    capacity: Annotated[int, pydantic.Field(ge=1)] | None = None
    purpose: str = ""
    aims: tuple[Ref, ...] = ()
    outputs: tuple[str, ...] = ()
    pre_work: tuple[str, ...] = ()
    decides: bool = False
    facilitators: tuple[Ref, ...] = ()
    invited: tuple[Ref, ...] = ()
    agenda: tuple[PeerSession, ...] = ()
    events: tuple[PeerEvent, ...] = ()


class PeerUpdate(Peer):
    on: date
    status: str | None = None
    progress: Annotated[int, pydantic.Field(ge=0, le=100)] | None = None
    due: date | None = None
    note: str = ""
    evidence: tuple[Ref, ...] = ()
    by: Ref = ""


class PeerAction(Peer):
    statement: Title
    owner: Annotated[str, pydantic.Field(min_length=1, pattern=r"^[a-z0-9-]+$")]
    due: date | None = None
    id: Id = ""
    objective: Ref = ""
    origin: Ref = ""
    created: date | None = None
    agreed: date | None = None
    effort: Decimal | None = None
    evidence_required: str = ""
    updates: tuple[PeerUpdate, ...] = ()


class PeerProgramme(Peer):
    version: int = pydantic.Field(alias="schema")
    title: Title
    id: Id = ""
    client: PeerOrganisation | None = None
    time_zone: str = "UTC"
    people: tuple[PeerPerson, ...] = ()
    objectives: tuple[PeerObjective, ...] = ()
    workshops: tuple[PeerWorkshop, ...] = ()
    actions: tuple[PeerAction, ...] = ()
    events: tuple[PeerEvent, ...] = ()


JSON = json.dumps(document())
OURS = wc.loads(JSON, "json")
TOML = wc.dumps(OURS)
THEIRS = PeerProgramme.model_validate_json(JSON)
WORK = {
    "json.loads": lambda: json.loads(JSON),
    "pydantic, load": lambda: PeerProgramme.model_validate_json(JSON),
    "ours, load JSON": lambda: wc.loads(JSON, "json"),
    "tomllib": lambda: tomllib.loads(TOML),
    "ours, load TOML": lambda: wc.loads(TOML),
    "pydantic, dump": lambda: THEIRS.model_dump_json(exclude_defaults=True, by_alias=True),
    "ours, dump JSON": lambda: wc.dumps(OURS, "json"),
}
MEDIANS: dict[str, float] = {}


def ratio(name: str, *beside: str) -> str:
    return f"{MEDIANS[name] / sum(MEDIANS[other] for other in beside):.2f}"


@pytest.mark.parametrize("name", WORK)
def test_one_programme(benchmark, name):
    benchmark.pedantic(WORK[name], rounds=60, iterations=5, warmup_rounds=5)
    if benchmark.stats is None:
        return
    MEDIANS[name] = benchmark.stats.stats.median
    print(f"\n{name}: {1000 * MEDIANS[name]:.2f} ms")
    if name == "ours, load JSON":
        print("  ours / pydantic =", ratio(name, "pydantic, load"), "(must reach: 3)")
    if name == "ours, load TOML":
        beside = ratio(name, "tomllib", "ours, load JSON")
        print("  ours / (tomllib + our JSON) =", beside, "(must reach: 2)")
    if name == "ours, dump JSON":
        print("  ours / pydantic =", ratio(name, "pydantic, dump"), "(must reach: 3)")


@pytest.mark.parametrize("count", [10, 100, 1000])
def test_many_programmes(benchmark, count):
    def load() -> None:
        held = [wc.loads(JSON, "json") for _ in range(count)]
        assert len(held) == count

    benchmark.pedantic(load, rounds=3 if count < 1000 else 1)
    if benchmark.stats is None:
        return
    each = benchmark.stats.stats.median / count
    MEDIANS[f"each of {count}"] = each
    growth = each / MEDIANS["each of 10"]
    print(f"\n{count} programmes: {1000 * each:.2f} ms each, {growth:.2f} × that of 10")
