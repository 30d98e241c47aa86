"""Every command explains itself, its examples run, and its page says the same."""

import re
import shlex
from pathlib import Path

import click
import pytest

from workshopcore.cli.command_line import command_line

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"


def commands(group=None, path=()):
    """Yield every command with the words that call it, groups included."""
    group = group or command_line()
    yield path, group
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


ALL = {" ".join(path): command for path, command in commands()}
LEAVES = {name: one for name, one in ALL.items() if not isinstance(one, click.Group)}


def examples(name, run):
    text = run(*name.split(), "--help").stdout
    return re.findall(r"^ +(workshopcore .*)$", text.partition("Examples:")[2], re.MULTILINE)


@pytest.mark.parametrize("name", ALL)
def test_help_explains_the_command_and_ends_with_examples(run, name):
    result = run(*name.split(), "--help")

    assert result.exit_code == 0
    assert " ".join(ALL[name].help.split()) in " ".join(result.stdout.split())
    assert len(examples(name, run)) >= 1


@pytest.mark.parametrize("name", ALL)
def test_help_is_short_enough_for_a_list(name):
    assert len(ALL[name].get_short_help_str(limit=200)) <= 64


@pytest.mark.parametrize("name", LEAVES)
def test_help_explains_every_option(name):
    options = [param for param in LEAVES[name].params if isinstance(param, click.Option)]

    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", ALL)
def test_examples_run(run, programme, folder, name):
    (folder / "house.toml").write_text("[policy.WC208]\nminutes = 240\n")
    (folder / "actions.csv").write_text("Id,Status\ninvite-partners,in progress\n")
    for example in examples(name, run):
        _, *arguments = shlex.split(example)
        if arguments[:2] == ["new", "programme"]:
            programme.unlink(missing_ok=True)

        result = run(*arguments)

        assert result.exit_code == 0, f"{example}\n{result.output}"


@pytest.mark.parametrize("name", LEAVES)
def test_the_page_has_every_command_and_option(name):
    page = PAGE.read_text(encoding="utf-8")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]

    assert section
    for param in LEAVES[name].params:
        for option in param.opts if isinstance(param, click.Option) else ():
            assert f"`{option}" in (page if option == "--debug" else section)


@pytest.mark.parametrize("name", LEAVES)
def test_h_is_help(run, name):
    assert run(*name.split(), "-h").stdout == run(*name.split(), "--help").stdout
