from datetime import date

import click
import pytest
from click.testing import CliRunner

import workshopcore as wc
from workshopcore.cli.program import Refusal
from workshopcore.cli.words import chosen_action, chosen_person, day
from workshopcore.errors import InvalidValueError, UnknownKeyError


@click.command()
@click.option("--on", type=day)
def say(on):
    click.echo(repr(on))


def test_a_day_is_read():
    result = CliRunner().invoke(say, ["--on", "2027-03-31"])

    assert result.stdout == f"{date(2027, 3, 31)!r}\n"


@pytest.mark.parametrize("typed", ["tomorrow", "31/03/2027", "2027-02-30", "99999-01-01"])
def test_what_is_no_day_is_refused(typed):
    result = CliRunner().invoke(say, ["--on", typed])

    assert result.exit_code == 2
    assert f"expected a date such as 2027-01-19, from 1900 to 2500, found '{typed}'" in (
        result.stderr
    )


PEOPLE = wc.Programme(
    title="A year",
    people=[
        wc.Person("Siobhán O\N{RIGHT SINGLE QUOTATION MARK}Leary", email="siobhan@quay.example"),
        wc.Person("Amina Yusuf", id="amina"),
        wc.Person("Amina Diallo-Achebe", id="diallo"),
        wc.Person("田中 芽衣", id="mei"),
        wc.Person("Diallo", id="other"),
    ],
    actions=[
        wc.Action("Draft it", "amina", id="draft"),
        wc.Action("Draft the page", "amina", id="draft-page"),
        wc.Action("Book the hall", "amina", id="book-hall"),
    ],
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("amina", "amina"),
        ("Amina Yusuf", "amina"),
        ("  AMINA YUSUF ", "amina"),
        ("yusuf amina", "amina"),
        ("Siobhan", "siobhan-oleary"),
        ("SIOBHÁN", "siobhan-oleary"),
        ("Siobhan@Quay.example", "siobhan-oleary"),
        ("Achebe", "diallo"),
        ("diallo", "diallo"),
        ("Diallo", "other"),
        ("芽衣", "mei"),
    ],
)
def test_a_person_is_known_by_anything_that_nobody_else_is_called(typed, expected):
    assert chosen_person(PEOPLE, typed).id == expected


def test_a_person_that_may_be_several_is_refused():
    with pytest.raises(InvalidValueError, match="write 'amina' or 'diallo'"):
        chosen_person(PEOPLE, "AMINA")


@pytest.mark.parametrize("typed", ["", " ", "Ami", "-", "amina@quay.example"])
def test_a_person_that_nobody_is_is_refused(typed):
    with pytest.raises(InvalidValueError):
        chosen_person(PEOPLE, typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("draft", "draft"), ("draft-", "draft-page"), ("b", "book-hall"), ("book-hall", "book-hall")],
)
def test_an_action_is_known_by_how_its_identifier_begins(typed, expected):
    assert chosen_action(PEOPLE, typed).id == expected


def test_an_action_that_may_be_several_is_refused():
    with pytest.raises(
        Refusal, match=r"2 actions begin with 'dr'\. Name one of: draft, draft-page"
    ):
        chosen_action(PEOPLE, "dr")


@pytest.mark.parametrize("typed", ["", "hall", "Book"])
def test_an_action_that_none_is_is_refused(typed):
    with pytest.raises(UnknownKeyError):
        chosen_action(PEOPLE, typed)
