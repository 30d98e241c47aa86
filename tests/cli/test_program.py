import errno

import click
import pytest
from click.testing import CliRunner

from workshopcore.cli.program import Program
from workshopcore.errors import UnknownKeyError


def run(action, *arguments):
    """Run a program whose only command does something."""

    @click.group(cls=Program)
    def program():
        """A program."""

    @program.command()
    def act():
        """Do it."""
        action()

    return CliRunner().invoke(program, arguments or ["act"])


def raises(error):
    def action():
        raise error

    return action


def test_program_says_what_the_library_refuses():
    result = run(raises(UnknownKeyError("report", "overvew", ["overview"])))

    assert result.exit_code == 2
    assert result.stderr == "Error: no report 'overvew'. Did you mean 'overview'?\n"
    assert result.stdout == ""


def test_program_says_what_the_system_refuses():
    result = run(raises(PermissionError(errno.EACCES, "Permission denied", "out/x.html")))

    assert result.exit_code == 2
    assert result.stderr == "Error: out/x.html: Permission denied\n"


def test_program_says_so_when_it_is_at_fault():
    result = run(raises(KeyError("x")))

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: KeyError: 'x'\n"
        "This should not have happened."
        " Run the same command with --debug to see where it did.\n"
    )


@pytest.mark.parametrize("error", [KeyError("x"), UnknownKeyError("report", "x")])
def test_program_shows_a_traceback_to_who_asks(error):
    result = run(raises(error), "act", "--debug")

    assert result.stderr.startswith("Traceback (most recent call last):\n")
    assert "Error: " in result.stderr
    assert result.exit_code == (3 if type(error) is KeyError else 2)


@pytest.mark.parametrize("arguments", [["act"], ["act", "--debug"]])
def test_program_neutralises_hostile_messages(arguments):
    result = run(raises(RuntimeError("a\x1b[2Jb")), *arguments)

    assert "\x1b" not in result.output
    assert "a\\x1b[2Jb" in result.stderr


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), click.Abort()])
def test_program_can_be_stopped(stop):
    result = run(raises(stop))

    assert (result.exit_code, result.stderr) == (130, "Stopped.\n")


def test_program_ends_quietly_when_nobody_reads():
    result = run(raises(BrokenPipeError(errno.EPIPE, "gone")))

    assert (result.exit_code, result.output) == (141, "")


def test_program_passes_an_exit_code_on():
    result = run(raises(click.exceptions.Exit(1)))

    assert (result.exit_code, result.output) == (1, "")


def test_program_suggests_the_nearest_command():
    result = run(None, "akt")

    assert result.exit_code == 2
    assert "There is no command 'akt'. Did you mean 'act'?" in result.stderr


def test_program_lists_its_commands_when_none_is_near():
    result = run(None, "zzz")

    assert result.exit_code == 2
    assert "There is no command 'zzz'. There are: act" in result.stderr
