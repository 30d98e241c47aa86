"""Commands that plugins add."""

import pytest

from workshopcore.toolkit import Toolkit

click = pytest.importorskip("click")


@pytest.fixture
def cli():
    group = click.Group("workshopcore")
    group.add_command(click.Command("check"))
    return group


def test_command_of_a_plugin_is_there(cli, with_plugin):
    toolkit = with_plugin(commands=lambda cli: cli.add_command(click.Command("dance")))
    toolkit.add_commands(cli)
    assert sorted(cli.commands) == ["check", "dance"]
    assert toolkit.failures == ()


def test_commands_of_a_plugin_that_fails_are_taken_away(cli, make_plugin):
    def half(cli):
        cli.add_command(click.Command("half"))
        raise ValueError("no more")

    plugins = [
        make_plugin("half", commands=half),
        make_plugin("whole", commands=lambda cli: cli.add_command(click.Command("dance"))),
    ]
    toolkit = Toolkit(discover=False, plugins=plugins)
    toolkit.add_commands(cli)
    assert sorted(cli.commands) == ["check", "dance"]
    [failure] = toolkit.failures
    assert (failure.plugin, failure.hook) == ("half", "workshopcore_commands")


def test_command_of_a_name_that_is_taken_is_put_back(cli, with_plugin):
    own = cli.commands["check"]
    toolkit = with_plugin(commands=lambda cli: cli.add_command(click.Command("check")))
    toolkit.add_commands(cli)
    assert cli.commands["check"] is own
    assert "the command 'check' is taken" in toolkit.failures[0].message


def test_command_that_is_taken_away_is_put_back(cli, with_plugin):
    toolkit = with_plugin(commands=lambda cli: cli.commands.clear())
    toolkit.add_commands(cli)
    assert list(cli.commands) == ["check"]
