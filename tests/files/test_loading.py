"""Reading good files, and the error for bad ones."""

import json
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import InvalidValueError, ProgrammeFileError
from workshopcore.files import dumps, load, loads, read
from workshopcore.testing.strategies import programmes

YEAR = """
title = "A year of change"
client = "Northvale County Council"
time_zone = "Europe/London"
budget = "12000.00 GBP"

[[people]]
name = "Amina Yusuf"

[[people]]
name = "Tomasz Wilk"
role = "expert"

[[objectives]]
statement = "A shared vision"
id = "vision"
baseline = 2.5

[[workshops]]
title = "Where are we now?"
phase = "strategic"
start = 2027-01-19T09:30:00
end = "2027-01-19T16:30"
aims = ["vision"]
venue = { name = "Town hall", rooms = [{ name = "Committee room" }] }

[[workshops.agenda]]
format = "check-in"
minutes = 30

[[workshops.agenda]]
kind = "lunch"
minutes = [30, 45, 60]
start = 12:30:00

[[workshops.agenda]]
kind = "parallel"

[[workshops.agenda.tracks]]
title = "North"
agenda = [{ format = "pestle", minutes = { shortest = 40, longest = 80 } }]

[[workshops.agenda.tracks]]
title = "South"
agenda = []

[[workshops.agenda]]
format = "acme:fishbowl"
options = { chairs = 5, rules = { silent = true } }
window = ["15:00", "15:30"]

[[actions]]
statement = "Draft the vision"
owner = "amina-yusuf"
due = 2027-02-09
agreed = "2027-01-19"
updates = [{ on = 2027-02-01, status = "done" }]
"""


@pytest.fixture
def year():
    return loads(YEAR)


def test_loads_takes_dates_as_toml_has_them_or_as_text(year):
    workshop = year.workshops[0]
    assert (workshop.start, workshop.end) == (
        datetime(2027, 1, 19, 9, 30),
        datetime(2027, 1, 19, 16, 30),
    )
    assert (year.actions[0].due, year.actions[0].agreed) == (date(2027, 2, 9), date(2027, 1, 19))


def test_loads_takes_what_the_constructors_take(year):
    assert year.client == wc.Organisation("Northvale County Council")
    assert year.budget == wc.Money("12000.00", "GBP")
    assert year.workshops[0].agenda[0].minutes == wc.Length(usual=30)
    assert year.workshops[0].agenda[1].minutes == wc.Length(30, 45, 60)


def test_loads_takes_a_length_as_a_table(year):
    track = year.workshops[0].agenda[2].tracks[0]
    assert track.agenda[0].minutes == wc.Length(shortest=40, longest=80)


def test_loads_makes_of_an_item_what_its_kind_says(year):
    assert [type(item) for item in year.workshops[0].agenda] == [
        wc.Session,
        wc.Lunch,
        wc.Parallel,
        wc.Session,
    ]


def test_loads_takes_session_for_a_kind():
    agenda = "agenda = [{ kind = 'session', title = 'Hello' }]"
    text = f"{YEAR}\n[[workshops]]\ntitle = 'Two'\nstart = 2027-03-01T09:00:00\n"
    programme = loads(f"{text}end = 2027-03-01T12:00:00\n{agenda}")
    assert programme.workshops[1].agenda == (wc.Session(title="Hello", id="hello"),)


def test_loads_keeps_the_details_of_a_format_that_is_not_installed(year):
    session = year.session("where-are-we-now/fishbowl")
    assert session.format == "acme:fishbowl"
    assert session.options == wc.Options({"chairs": 5, "rules": {"silent": True}})


def test_loads_keeps_clock_times_and_windows(year):
    agenda = year.workshops[0].agenda
    assert agenda[1].start == time(12, 30)
    assert agenda[3].window == (time(15, 0), time(15, 30))


def test_loads_keeps_the_offset_of_a_time_that_comes_twice():
    night = loads(
        'title = "Night"\ntime_zone = "Europe/London"\n[[workshops]]\ntitle = "Watch"\n'
        "start = 2027-10-31T01:30:00+01:00\nend = 2027-10-31T01:30:00Z"
    )
    workshop = night.workshops[0]
    assert workshop.start.utcoffset() == timedelta(hours=1)
    assert workshop.end == datetime(2027, 10, 31, 1, 30, tzinfo=timezone(timedelta(0)))


def test_loads_takes_json():
    assert loads('{"schema": 1, "title": "A year"}', "json") == wc.Programme(title="A year")


@pytest.mark.parametrize("format", ["toml", "json"])
def test_loads_passes_over_a_byte_order_mark(format):
    text = dumps(wc.Programme(title="A year"), format)
    assert loads("\ufeff" + text, format).title == "A year"


def test_loads_refuses_other_formats():
    with pytest.raises(InvalidValueError, match="toml or json"):
        loads("title: A year", "yaml")


def test_load_tells_formats_apart_by_the_suffix(tmp_path):
    toml, plain = tmp_path / "year.TOML", tmp_path / "year.json"
    toml.write_text('title = "A year"', encoding="utf-8")
    plain.write_text('{"title": "A year"}', encoding="utf-8")
    assert load(toml) == load(str(plain)) == wc.Programme(title="A year")


def test_load_refuses_other_suffixes(tmp_path):
    with pytest.raises(ProgrammeFileError) as caught:
        load(tmp_path / "year.yaml")
    assert caught.value.problems[0].expected == "a file name that ends in .toml or .json"


def test_load_names_file_and_line(tmp_path):
    file = tmp_path / "year.toml"
    file.write_text('title = "A year"\n\n[[people]]\nnaem = "Amina"\n', encoding="utf-8")
    with pytest.raises(ProgrammeFileError) as caught:
        load(file)
    (problem,) = caught.value.problems
    assert str(problem) == (
        f"{file}:4: WC002 people[0].naem: expected a field of a person,"
        " found the unknown key 'naem'. Did you mean 'name'?"
    )


def test_load_leaves_no_trace_in_comparisons(tmp_path):
    file = tmp_path / "year.json"
    file.write_text('{"title": "A year"}', encoding="utf-8")
    assert load(file) == wc.Programme(title="A year")
    assert "origin" not in repr(load(file)).split("details")[1]


@pytest.mark.parametrize("value", ["{}", '""', "'Amina'", "7", "{ name = 'Amina' }", "[[1]]"])
def test_loads_refuses_anything_but_a_list_of_tables_for_people(value):
    with pytest.raises(ProgrammeFileError) as caught:
        loads(f'title = "A year"\npeople = {value}\n')
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == ("WC003", 2)


def test_loads_says_how_to_write_several_in_toml():
    with pytest.raises(ProgrammeFileError) as caught:
        loads('title = "A year"\n[people]\nname = "Amina"\n')
    assert caught.value.problems[0].hint == "In TOML, write [[people]]"


@pytest.mark.parametrize("value", ["[1]", "7", "[{ name = 'Northvale' }]"])
def test_loads_refuses_anything_but_a_table_or_a_name_for_the_client(value):
    with pytest.raises(ProgrammeFileError) as caught:
        loads(f'title = "A year"\nclient = {value}\n')
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("WC003", "client")


def test_loads_refuses_origin_as_any_unknown_key():
    with pytest.raises(ProgrammeFileError) as caught:
        loads('title = "A year"\norigin = "here"\n')
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("WC002", "origin")


def test_loads_does_not_blame_a_misspelt_key_twice():
    with pytest.raises(ProgrammeFileError) as caught:
        loads('title = "A year"\n[[people]]\nnam = "Amina"\nid = "amina"\n')
    assert [(p.code, p.path) for p in caught.value.problems] == [("WC002", "people[0].nam")]


@given(programmes(), st.data())
def test_loads_finds_any_one_key_that_is_misspelt(programme, data):
    document = json.loads(dumps(programme, "json"))
    table = data.draw(st.sampled_from(list(entities_in(document))))
    key = data.draw(st.sampled_from(sorted(table)))
    table[f"{key}-x"] = table.pop(key)
    with pytest.raises(ProgrammeFileError) as caught:
        loads(json.dumps(document), "json")
    assert any(p.code == "WC002" and f"'{key}-x'" in p.found for p in caught.value.problems)


@given(programmes(), st.data())
def test_read_makes_something_of_any_file_with_a_part_missing(tmp_path_factory, programme, data):
    document = json.loads(dumps(programme, "json"))
    table = data.draw(st.sampled_from(list(entities_in(document))))
    del table[data.draw(st.sampled_from(sorted(table)))]
    file = tmp_path_factory.mktemp("missing") / "year.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    assert read(file).programme is not None


def entities_in(document):
    """Yield every table of a document that stands for an entity and says something."""
    if document:
        yield document
    for key, value in document.items():
        if key in ("options", "policy", "details", "mappings"):
            continue
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                yield from entities_in(entry)
