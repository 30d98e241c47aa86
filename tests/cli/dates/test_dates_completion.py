"""What Tab offers while dates are chosen."""

import pytest
from click.shell_completion import ShellComplete

from workshopcore.cli.command_line import command_line
from workshopcore.cli.completion import VARIABLE


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("year.toml", "--move", "t"), ["two", "three"]),
        (("year.toml", "--keep", "o"), ["one"]),
        (("year.toml", "--format", ""), ["diary:answers", "diary:lines", "diary:others"]),
        (("year.toml", "--as", "h"), ["html"]),
        (("year.toml", "--unanswered", "m"), ["maybe"]),
    ],
)
def test_completion_knows_workshops_and_formats(year, diaries, words, expected):
    *arguments, incomplete = words
    shell = ShellComplete(command_line(), {}, "workshopcore", VARIABLE)

    items = shell.get_completions(["dates", *arguments], incomplete)

    assert sorted(item.value for item in items) == sorted(expected)
