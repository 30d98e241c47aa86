"""The JSON Schema of programme files against real files, and an independent validator."""

import json
import tomllib
from datetime import date, datetime, time
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import workshopcore as wc
from workshopcore.files import dumps, schema
from workshopcore.model.shape import shape
from workshopcore.testing.strategies import programmes

EXAMPLE = Path(__file__).parents[2] / "docs/examples/adult-social-care/programme.toml"
VALIDATOR = Draft202012Validator(schema())


def as_json(value):
    """Write TOML's own dates and times as text, as an editor does."""
    if isinstance(value, dict):
        return {key: as_json(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_json(entry) for entry in value]
    return value.isoformat() if isinstance(value, (date, datetime, time)) else value


def faults(document):
    return [error.json_path for error in VALIDATOR.iter_errors(document)]


def test_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


def test_schema_accepts_the_example():
    assert faults(as_json(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")))) == []


@given(programmes())
def test_schema_accepts_every_programme_as_json(programme):
    assert faults(json.loads(dumps(programme, "json"))) == []


@given(programmes())
def test_schema_accepts_every_programme_as_toml(programme):
    assert faults(as_json(tomllib.loads(dumps(programme)))) == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"titel": "A year"}, "$"),
        ({"title": " "}, "$.title"),
        ({"schema": 2}, "$.schema"),
        ({"k_min": 1}, "$.k_min"),
        ({"id": "A year"}, "$.id"),
        ({"start": 2027}, "$.start"),
        ({"budget": "650 pounds"}, "$.budget"),
        ({"people": "Amina Yusuf"}, "$.people"),
        ({"people": [{"name": "Amina Yusuf", "role": "boss"}]}, "$.people[0].role"),
        ({"people": [{"role": "expert"}]}, "$.people[0]"),
        ({"workshops": [{"title": "One", "start": "2027-01-19"}]}, "$.workshops[0]"),
        ({"actions": [{"statement": "Draft", "owner": ["a", "b"]}]}, "$.actions[0].owner"),
    ],
)
def test_schema_refuses_and_says_where(change, path):
    assert path in faults({"title": "A year", **change})


@pytest.mark.parametrize(
    ("item", "right"),
    [
        ({"format": "check-in"}, True),
        ({"kind": "session", "title": "Hello"}, True),
        ({"kind": "break", "minutes": 15}, True),
        ({"kind": "lunch", "window": ["12:00", "13:00"]}, True),
        ({"kind": "buffer", "minutes": [0, 10, 20]}, True),
        ({"kind": "parallel", "tracks": [{"title": "N", "agenda": []}] * 2}, True),
        ({"kind": "braek", "minutes": 15}, False),
        ({"kind": "break", "format": "check-in"}, False),
        ({"minutes": [1, 2]}, False),
        ({"minutes": -5}, False),
        ({"start": "9 o'clock"}, False),
    ],
)
def test_schema_tells_agenda_items_apart_by_their_kind(item, right):
    workshop = {
        "title": "One",
        "start": "2027-01-19T09:30",
        "end": "2027-01-19T16:30",
        "agenda": [item],
    }
    assert (faults({"title": "A year", "workshops": [workshop]}) == []) is right


def entities(cls):
    yield cls
    for field in shape(cls):
        for child in field.children:
            if child not in (cls, wc.Parallel):
                yield from entities(child)


def test_schema_knows_every_entity_and_field():
    found = schema()["$defs"]
    for cls in set(entities(wc.Programme)) - {wc.Programme}:
        names = {field.name for field in attrs.fields(cls)}
        assert set(found[cls.__name__]["properties"]) - {"kind"} == names - {"kind"}


def test_schema_describes_fields_for_editors():
    session = schema()["$defs"]["Session"]["properties"]
    assert session["energy"]["description"].startswith("how much it asks of people")
    assert session["start"]["description"].startswith("a lock")
