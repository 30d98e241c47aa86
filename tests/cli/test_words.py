from datetime import date

import click
import pytest
from click.testing import CliRunner

from workshopcore.cli.words import day


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
