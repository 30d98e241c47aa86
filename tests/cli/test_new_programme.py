import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.cli.new_programme import Beginning, programme_file
from workshopcore.files import load, loads

GIVEN = ("--title", "Quay team", "--client", "Harbour Trust", "--start", "2027-02-02")


@pytest.fixture
def new(run, folder):
    def new(*arguments):
        result = run("new", "programme", "made", *GIVEN, *arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        return load(folder / "made" / "programme.toml")

    return new


def test_new_programme_holds_what_was_given(new):
    programme = new("--people", "Amina Yusuf,  Tomasz Zielak ,", "--workshops", "4")

    assert programme.title == "Quay team"
    assert programme.client.name == "Harbour Trust"
    assert [person.name for person in programme.participants()] == ["Amina Yusuf", "Tomasz Zielak"]
    assert len(programme.workshops) == 4
    assert programme.workshops[0].day == date(2027, 2, 2)


def test_new_programme_has_six_workshops_that_close_with_action_planning(new):
    programme = new()

    assert len(programme.workshops) == 6
    for workshop in programme.workshops:
        *_, planning, closing = workshop.agenda
        assert (planning.format, closing.frame) == ("action-planning", "closing")


@pytest.mark.parametrize("workshops", [1, 2, 3, 6, 12, 24])
@pytest.mark.parametrize("people", [3, 6, 9, 14])
def test_new_programme_is_clean(run, folder, workshops, people):
    names = ", ".join(f"Person {number}" for number in range(people))
    made = ("made", "--start", "2027-02-02", "--people", names, "--workshops", workshops)
    run("new", "programme", *made)

    result = run("check", "made/programme.toml")

    assert (result.exit_code, result.stderr) == (0, ""), result.stdout


def test_new_programme_says_what_to_do_next(run, folder):
    result = run("new", "programme", "made")

    assert result.stdout == (
        "Wrote made/programme.toml\nMake it yours, then: workshopcore check made/programme.toml\n"
    )


def test_new_programme_overwrites_nothing(run, programme):
    before = programme.read_bytes()

    result = run("new", "programme")

    assert result.exit_code == 2
    assert "programme.toml exists already, and nothing is overwritten" in result.stderr
    assert programme.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--title", "  "), "text that is not empty"),
        (("--time-zone", "Nowhere"), "an IANA time zone"),
        (("--start", "soon"), "a date such as"),
        (("--workshops", "0"), "0 is not in the range"),
    ],
)
def test_new_programme_refuses_what_cannot_be(run, folder, arguments, message):
    result = run("new", "programme", "made", *arguments)

    assert result.exit_code == 2
    assert message in result.stderr
    assert not (folder / "made").exists()


@given(
    st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip),
    st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip),
)
def test_new_programme_quotes_whatever_people_type(title, name):
    beginning = Beginning(title, "Client", date(2027, 2, 2), workshops=1, people=[name])

    programme = loads(programme_file(beginning))

    assert programme.title == title.strip()
    assert programme.people[0].name == name.strip()


def test_new_programme_explains_itself(new, folder):
    new()

    text = (folder / "made" / "programme.toml").read_text(encoding="utf-8")
    assert text.startswith("# A programme of workshops.")
    assert tomllib.loads(text)["title"] == "Quay team"


def answers(*lines):
    return "".join(f"{line}\n" for line in lines)


def test_new_programme_asks_on_a_terminal(on_terminal, folder):
    typed = answers("Quay team", "Harbour Trust", "2", "Amina Yusuf, Mei Tanaka", "Europe/Oslo")

    code, shown = on_terminal("new", "programme", "made", typed=typed)

    programme = load(folder / "made" / "programme.toml")
    assert code == 0
    assert "Title [Our programme]:" in shown
    assert programme.title == "Quay team"
    assert programme.time_zone == "Europe/Oslo"
    assert len(programme.workshops) == 2
    assert [person.name for person in programme.participants()] == ["Amina Yusuf", "Mei Tanaka"]


def test_new_programme_takes_a_return_for_the_default(on_terminal, folder):
    code, _ = on_terminal("new", "programme", "made", typed=answers("", "", "", "", ""))

    programme = load(folder / "made" / "programme.toml")
    assert code == 0
    assert programme.title == "Our programme"
    assert len(programme.workshops) == 6


def test_new_programme_writes_nothing_when_it_is_stopped(on_terminal, folder):
    code, shown = on_terminal("new", "programme", "made", typed="Quay team\n")

    assert code == 130
    assert "Stopped." in shown
    assert not (folder / "made").exists()
