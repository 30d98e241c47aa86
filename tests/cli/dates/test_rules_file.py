"""A file of rules: all that it may say, and all that is wrong in it together."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.calendar import Apart, Busy, DateRules, Hours, Spell, Wish
from workshopcore.cli.dates.faults import Faults
from workshopcore.cli.dates.question import Asked
from workshopcore.cli.dates.rules_file import read_rules, spacing
from workshopcore.errors import InvalidValueError, ProgrammeFileError

YEAR = wc.Programme(
    title="A year",
    start="2027-01-04",
    end="2027-03-26",
    people=[wc.Person("Amina Yusuf", id="amina"), wc.Person("Mei Tanaka", id="mei")],
    workshops=[wc.Workshop("One", id="one", start="2027-01-12T09:00", end="2027-01-12T16:00")],
)
EVERYTHING = """\
between = [2027-01-11, "2027-12-17"]
weekdays = ["Tuesday", 2]
weeks_apart = [6, 12]
not_in = ["August", 12]
quorum = 7
nobody_misses_more_than = 1.5
fairest_first = true
maybe_is_enough = false
closed = ["holiday", "election"]

[[closures]]
title = "Stocktaking"
start = 2027-03-01
end = 2027-03-05

[workshops.one]
between = [2027-02-01, 2027-02-28]
weekdays = "Monday"
hours = [["09:00", "12:30"], [13:30:00, 17:00:00]]
days = 2
only = [2027-02-08, "2027-02-15"]
not_on = 2027-02-22
on = 2027-02-08
rooms = ["hall"]
quorum = 5
required = ["Mei"]
invited = "Amina Yusuf"
weeks_apart = 4

[away]
Mei = [2027-01-12, "2027-02-01..2027-02-05"]
amina = 2027-01-19
"""


@pytest.fixture
def question(tmp_path):
    """Ask what a file of rules says."""

    def question(text, **asked):
        (tmp_path / "rules.toml").write_text(text, encoding="utf-8")
        return Asked(on=date(2026, 11, 30), rules=tmp_path / "rules.toml", **asked).of(YEAR)

    return question


def test_rules_are_read(question):
    assert question(EVERYTHING).rules == DateRules(
        between=("2027-01-11", "2027-12-17"),
        weekdays=("Tuesday", "Wednesday"),
        apart=(42, 84),
        not_in=("August", "December"),
        quorum=7,
        nobody_misses_more_than=Fraction(3, 2),
        fairest_first=True,
        maybe_is_enough=False,
        closed=("holiday", "election"),
        closures=[wc.Closure("Stocktaking", "2027-03-01", "2027-03-05")],
    )


def test_wishes_are_read(question):
    assert question(EVERYTHING).wishes == {
        "one": Wish(
            between=("2027-02-01", "2027-02-28"),
            weekdays="Monday",
            hours=[Hours("09:00", "12:30"), Hours("13:30", "17:00")],
            days=2,
            only=("2027-02-08", "2027-02-15"),
            not_on="2027-02-22",
            on="2027-02-08",
            rooms="hall",
            quorum=5,
            required="mei",
            invited="amina",
            apart=(28, None),
        )
    }


def test_days_away_are_read(question):
    assert question(EVERYTHING, away=("mei=2027-03-09",)).away == (
        Busy("mei", ["2027-01-12", Spell("2027-02-01", "2027-02-05")]),
        Busy("amina", ["2027-01-19"]),
        Busy("mei", ["2027-03-09"]),
    )


def test_an_empty_file_says_nothing(question):
    assert question("").rules == DateRules()


def test_options_replace_or_add_to_what_it_says(question):
    found = question(
        EVERYTHING,
        last=date(2027, 11, 30),
        only_on=("one=2027-02-16",),
        not_on=("one=2027-02-23",),
        require=("one=Amina",),
    )

    assert found.rules.between == (date(2027, 1, 11), date(2027, 11, 30))
    assert found.wishes["one"].only == {date(2027, 2, 16)}
    assert found.wishes["one"].not_on == {date(2027, 2, 22), date(2027, 2, 23)}
    assert found.wishes["one"].required == ("mei", "amina")


def test_everything_wrong_is_told_with_its_line(question):
    wrong = """\
weekdays = ["Tuseday"]
weeks_apart = [12, 6]
quorums = 3
fairest_first = "yes"
away = 3
closures = [{ title = "Stocktaking", begin = 2027-03-01 }, { start = 2027-03-01 }, 3]

[workshops.won]
on = 2027-03-01

[workshops.one]
on = "soon"
room = "hall"
required = [3]
"""
    with pytest.raises(ProgrammeFileError) as raised:
        question(wrong)

    assert [(each.line, each.path, each.code) for each in raised.value.problems] == [
        (1, "weekdays", "WC003"),
        (2, "weeks_apart", "WC003"),
        (3, "quorums", "WC002"),
        (4, "fairest_first", "WC003"),
        (5, "away", "WC003"),
        (6, "closures[0]", "WC002"),
        (6, "closures[1]", "WC004"),
        (6, "closures[2]", "WC003"),
        (8, "workshops.won", "WC003"),
        (12, "workshops.one.on", "WC003"),
        (13, "workshops.one.room", "WC002"),
        (14, "workshops.one.required", "WC003"),
    ]
    assert [each.hint for each in raised.value.problems][:3] == [
        "Did you mean 'Tuesday'?",
        "",
        "Did you mean 'quorum'?",
    ]


@pytest.mark.parametrize(
    ("text", "path"),
    [("workshops = 3", "workshops"), ("[workshops]\none = 3", "workshops.one")],
)
def test_workshops_are_tables(question, text, path):
    with pytest.raises(ProgrammeFileError) as raised:
        question(text)
    assert [each.path for each in raised.value.problems] == [path]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"weekdays = ", "WC001"), (b"\xff\xfe", "WC001"), (None, "expected a file of rules")],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path, content, said):
    path = tmp_path / "rules.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProgrammeFileError, match=said):
        read_rules(path, YEAR, Faults())


VALUES = st.recursive(
    st.none().map(lambda _: "x")
    | st.integers(-9, 999)
    | st.floats(allow_nan=False, allow_infinity=False, width=16)
    | st.booleans()
    | st.sampled_from(["Tuesday", "one", "2027-01-05", ""])
    | st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
KEYS = st.sampled_from([line.split(" = ")[0] for line in EVERYTHING.splitlines() if " = " in line])


def written(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return str(value)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.dictionaries(KEYS, VALUES, max_size=4))
def test_whatever_it_says_is_taken_or_told(tmp_path_factory, rules, wishes):
    lines = [f"{key} = {written(value)}" for key, value in rules.items()]
    lines += ["[workshops.one]", *(f"{key} = {written(value)}" for key, value in wishes.items())]
    path = tmp_path_factory.mktemp("rules") / "rules.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    faults = Faults()

    found = read_rules(path, YEAR, faults)

    taken = len(found.rules) + len(found.wishes.get("one", {}))
    told = {(each.line, each.path.partition("[")[0]) for each in faults.problems}
    assert taken + len({line for line, _ in told}) >= len(rules) + len(wishes)
    assert all(1 <= each.line <= len(lines) for each in faults.problems)


@pytest.mark.parametrize("value", [-1, True, "6", [1, 2, 3], [], 521, 1.5])
def test_spacing_is_weeks(value):
    with pytest.raises(InvalidValueError):
        spacing(value)


def test_spacing_may_have_no_end():
    assert spacing(0) == Apart(0, None)
