"""What is written says the same when it is read, in both formats, and is always the same text."""

import json
import pickle
import tomllib
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import InvalidValueError
from workshopcore.files import dumps, loads
from workshopcore.model.options import Options
from workshopcore.testing.strategies import option_trees, programmes

FORMATS = ("toml", "json")
both = pytest.mark.parametrize("format", FORMATS)
READERS = {"toml": tomllib.loads, "json": json.loads}


def programme_of(**fields):
    return wc.Programme(**{"title": "A year", **fields})


def workshop_of(**fields):
    given = {"title": "Now", "start": "2027-01-19T09:30", "end": "2027-01-19T16:30", **fields}
    return wc.Workshop(**given)


def written(programme, format):
    """Return the document of what is written, as the standard library reads it."""
    return READERS[format](dumps(programme, format))


@given(programmes())
def test_every_programme_survives_being_written_and_read(programme):
    for format in FORMATS:
        assert loads(dumps(programme, format), format) == programme


@given(programmes())
def test_text_stays_the_same_by_way_of_the_other_format(programme):
    text = dumps(programme)
    as_json = dumps(loads(text), "json")
    assert dumps(loads(as_json, "json")) == text
    assert dumps(loads(dumps(loads(as_json, "json"))), "json") == as_json


@given(programmes())
def test_equal_programmes_give_equal_texts(programme):
    again = pickle.loads(pickle.dumps(programme))
    assert again == programme
    for format in FORMATS:
        assert dumps(again, format) == dumps(programme, format) == dumps(programme, format)


@given(programmes())
def test_both_formats_hold_the_same_document(programme):
    def as_text(value):
        """Write dates as JSON must."""
        if isinstance(value, dict):
            return {key: as_text(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [as_text(entry) for entry in value]
        if isinstance(value, datetime):
            return value.isoformat(timespec="minutes")
        if isinstance(value, time):
            return value.isoformat("minutes")
        return value.isoformat() if isinstance(value, date) else value

    assert as_text(written(programme, "toml")) == written(programme, "json")


@both
@given(options=option_trees())
def test_options_of_a_format_that_is_not_installed_are_kept(options, format):
    session = wc.Session("acme:fishbowl", options=options)
    programme = programme_of(workshops=[workshop_of(agenda=[session])], details=options)
    again = loads(dumps(programme, format), format)
    assert again.workshops[0].agenda[0].options == options
    assert again.details == options


@both
def test_text_begins_with_the_version_and_ends_with_a_line(format):
    text = dumps(programme_of(), format)
    assert written(programme_of(), format) == {"schema": 1, "title": "A year", "id": "a-year"}
    assert next(iter(READERS[format](text))) == "schema"
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@both
def test_defaults_are_left_out_and_identifiers_written(format):
    programme = programme_of(
        people=[wc.Person("Jo Park"), wc.Person("Jo Park", role="expert")],
        workshops=[workshop_of(agenda=[wc.Session("check-in"), wc.Break(15), wc.Break()])],
        language="en-GB",
        k_min=5,
    )
    document = written(programme, format)
    assert list(document) == ["schema", "title", "id", "people", "workshops"]
    assert document["people"] == [
        {"name": "Jo Park", "id": "jo-park"},
        {"name": "Jo Park", "role": "expert", "id": "jo-park-2"},
    ]
    assert document["workshops"][0]["agenda"] == [
        {"format": "check-in", "id": "check-in"},
        {"kind": "break", "minutes": 15, "id": "break"},
        {"kind": "break", "id": "break-2"},
    ]


@both
@pytest.mark.parametrize("k_min", [4, 6])
def test_what_is_not_the_default_is_written(k_min, format):
    assert written(programme_of(k_min=k_min), format)["k_min"] == k_min


@both
@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (30, 30),
        ((20, 30, 45), [20, 30, 45]),
        (wc.Length(shortest=20), {"shortest": 20}),
        (wc.Length(longest=45), {"longest": 45}),
        (wc.Length(shortest=20, usual=30), {"shortest": 20, "usual": 30}),
        (wc.Length(usual=30, longest=45), {"usual": 30, "longest": 45}),
        (wc.Length(shortest=0, longest=0), {"shortest": 0, "longest": 0}),
        (0, 0),
        (wc.Length(), {}),
    ],
)
def test_length_is_written_in_its_shortest_form(minutes, expected, format):
    programme = programme_of(workshops=[workshop_of(agenda=[wc.Break(minutes)])])
    assert written(programme, format)["workshops"][0]["agenda"][0]["minutes"] == expected
    assert loads(dumps(programme, format), format) == programme


@both
@pytest.mark.parametrize(
    "amount", ["650.00", "-0.50", "0", "999999999999999.999999", "1E+3", "0.0000001", "1E-28"]
)
def test_money_keeps_every_digit(amount, format):
    programme = programme_of(budget=wc.Money(amount, "GBP"))
    again = loads(dumps(programme, format), format)
    assert again.budget == programme.budget
    assert str(again.budget.amount) == str(Decimal(amount))


@both
def test_usual_money_is_one_text(format):
    assert written(programme_of(budget="650.00 GBP"), format)["budget"] == "650.00 GBP"


@both
@pytest.mark.parametrize(
    "number",
    [
        "1",
        "1.0",
        "1.10",
        "0.1",
        "-0",
        "-3",
        "123456789012345678901234567890",
        "1E+2",
        "0.30000000000000004",
    ],
)
def test_number_keeps_every_digit(number, format):
    programme = programme_of(people=[wc.Person("Jo", weight=Decimal(number))])
    weight = loads(dumps(programme, format), format).people[0].weight
    assert str(weight) == number


@both
@pytest.mark.parametrize(
    ("number", "expected"), [("1", 1), ("1.5", 1.5), ("1.50", "1.50"), ("-7", -7)]
)
def test_number_is_a_number_where_that_loses_nothing(number, expected, format):
    programme = programme_of(people=[wc.Person("Jo", weight=Decimal(number))])
    assert written(programme, format)["people"][0]["weight"] == expected


@both
@pytest.mark.parametrize("hours", [0, 1])
def test_offset_of_a_time_that_comes_twice_is_kept(hours, format):
    start = datetime(2027, 10, 31, 1, 30, tzinfo=timezone(timedelta(hours=hours)))
    programme = programme_of(
        time_zone="Europe/London", workshops=[workshop_of(start=start, end="2027-10-31T09:30")]
    )
    again = loads(dumps(programme, format), format)
    assert again.workshops[0].start.utcoffset() == timedelta(hours=hours)
    assert again == programme


@both
def test_offset_that_is_no_whole_minute_is_kept(format):
    offset = timezone(timedelta(minutes=-44, seconds=-30))
    start = datetime(1970, 1, 1, 9, 30, tzinfo=offset)
    programme = programme_of(
        time_zone="Africa/Monrovia", workshops=[workshop_of(start=start, end="1970-01-01T16:30")]
    )
    assert loads(dumps(programme, format), format) == programme


@both
def test_locks_and_windows_are_kept(format):
    agenda = [
        wc.Session("check-in", start="09:30"),
        wc.Lunch(45, window=["12:00", "13:00"]),
        wc.Break(15, start="2027-01-19T14:00"),
        wc.Session("check-out", window=["2027-01-19T15:00", "2027-01-19T16:00"]),
        wc.Parallel([wc.Track("North", [wc.Session(title="Map")]), wc.Track("South", [])]),
    ]
    programme = programme_of(workshops=[workshop_of(agenda=agenda)])
    assert loads(dumps(programme, format), format) == programme


def test_dates_and_times_are_those_of_toml():
    programme = programme_of(
        start="2027-01-11",
        workshops=[workshop_of(agenda=[wc.Lunch(45, start="12:30")])],
    )
    document = written(programme, "toml")
    (workshop,) = document["workshops"]
    assert document["start"] == date(2027, 1, 11)
    assert workshop["start"] == datetime(2027, 1, 19, 9, 30)
    assert workshop["agenda"][0]["start"] == time(12, 30)


def test_dates_and_times_are_iso_text_in_json():
    start = datetime(2027, 1, 19, 9, 30, tzinfo=UTC)
    programme = programme_of(
        start="2027-01-11",
        workshops=[workshop_of(start=start, agenda=[wc.Lunch(45, start="12:30")])],
    )
    document = written(programme, "json")
    (workshop,) = document["workshops"]
    assert document["start"] == "2027-01-11"
    assert workshop["start"] == "2027-01-19T09:30+00:00"
    assert workshop["agenda"][0]["start"] == "12:30"


HARD_TEXTS = [
    "",
    " outer space ",
    "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "two\r\nlines and\rone\n",
    "\nfirst line empty",
    "last line empty\n",
    "\n",
    "\n\n",
    "a\n\n\nb",
    '"""\n"""',
    'a\n""""""b"',
    "'''\n'''",
    '"quoted" and \\escaped\\n and \\u0041',
    "ends\nwith a backslash\\",
    "ends with a backslash\\",
    "line\u2028and\u2029paragraph\x85next",
    "\ufeffmark",
    "𝔘nicode 🙂 עברית हिन्दी",
    "[[workshops]]\ntitle = 'x' # no",
    "trailing \\\n   spaces  \n  kept",
    "\t\ttabs\n\ttoo",
]


@both
@pytest.mark.parametrize("text", HARD_TEXTS, ids=range(len(HARD_TEXTS)))
def test_text_is_kept_to_the_character(text, format):
    programme = programme_of(
        purpose=text, obstacles=[text, "plain"], details={text or "x": text, "list": [[text]]}
    )
    document = written(programme, format)
    assert document.get("purpose", "") == text
    assert document["obstacles"] == [text, "plain"]
    assert loads(dumps(programme, format), format) == programme


@both
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_kept_to_the_character(text, format):
    programme = programme_of(purpose=text, details={"x" + text: [text, {"y": text}]})
    assert written(programme, format).get("purpose", "") == text
    assert loads(dumps(programme, format), format) == programme


@both
@pytest.mark.parametrize(
    "value",
    [
        True,
        False,
        0,
        -(2**63),
        2**63 - 1,
        0.1,
        1e300,
        5e-324,
        1e16,
        -0.0,
        "",
        (),
        ((), ((),)),
        {},
        {"a": {}},
        ({"a": 1}, {"b": ({"c": 2},)}),
        (1, "mixed", {"a": True}),
        ({"long": "x" * 100}, {"long": "y" * 100}),
        ("a line that is", "much longer than fits", "beside the key of a list") * 3,
        {"deep": {"text": "two\nlines"}, "then": 1},
    ],
    ids=str,
)
def test_free_form_value_is_kept_with_its_type(value, format):
    programme = programme_of(details={"value": value, "key with spaces": value})
    again = loads(dumps(programme, format), format)
    assert again == programme
    for key in ("value", "key with spaces"):
        assert typed(again.details[key]) == typed(programme.details[key])


def typed(value):
    """Return a value with the types of everything in it; the order of keys means nothing."""
    if isinstance(value, tuple):
        return [typed(entry) for entry in value]
    if isinstance(value, Options):
        return {key: typed(entry) for key, entry in value.items()}
    return type(value), repr(value)


def test_lines_of_toml_are_not_too_long_for_lists():
    text = dumps(programme_of(obstacles=[f"Obstacle of the year, number {n}" for n in range(9)]))
    assert max(map(len, text.splitlines())) <= 88


def test_texts_of_several_lines_are_written_as_lines():
    assert 'purpose = """\nOne\nTwo"""' in dumps(programme_of(purpose="One\nTwo"))


@both
@pytest.mark.parametrize("wrong", ["yaml", "", "TOML", "tom"])
def test_unknown_format_is_refused_with_those_there_are(wrong, format):
    text = dumps(programme_of(), format)
    with pytest.raises(InvalidValueError, match="toml or json"):
        dumps(programme_of(), wrong)
    with pytest.raises(InvalidValueError, match="toml or json"):
        loads(text, wrong)
