"""Commands that installed plugins add, with real distributions on disk."""

import json
import os
import re
import subprocess
import sys

GOOD = """
import click
from workshopcore import hookimpl

@click.command(epilog="Examples: workshopcore greet")
def greet():
    \"\"\"Say hello.\"\"\"
    click.echo("Hello from a plugin")

@hookimpl
def workshopcore_commands(cli):
    cli.add_command(greet)
"""
GREEDY = GOOD.replace("cli.add_command(greet)", 'cli.add_command(greet, "check")')
BAD = """
from workshopcore import hookimpl

@hookimpl
def workshopcore_commands(cli):
    raise RuntimeError("no \\x1b[31mluck")
"""


def test_a_plugin_adds_a_command(run, install):
    install("greeter", GOOD)

    result = run("greet")

    assert (result.exit_code, result.output) == (0, "Hello from a plugin\n")


def test_a_plugin_s_command_is_listed(run, install):
    install("greeter", GOOD)

    assert re.search(r"greet +Say hello\.", run("--help").stdout)


def test_a_plugin_s_command_is_suggested(run, install):
    install("greeter", GOOD)

    assert "Did you mean 'greet'?" in run("gret").stderr


def test_plugins_are_asked_for_commands_only_where_one_of_ours_will_not_do(run, install, programme):
    install("bad", BAD)

    asked = {
        words: "Without its commands" in run(*words.split()).stderr
        for words in ("actions list programme.toml", "trace programme.toml", "actions", "greet")
    }

    assert asked == {
        "actions list programme.toml": False,
        "trace programme.toml": False,
        "actions": True,
        "greet": True,
    }


def test_a_plugin_cannot_take_a_command_of_ours(run, install, programme):
    install("greeter", GREEDY)

    listed = run("--help")

    assert re.search(r"check +Check programme files\.", listed.stdout)
    assert "the command 'check' is taken" in listed.stderr
    assert "Hello" not in run("check", "programme.toml").output


def test_a_plugin_that_fails_stops_nobody(run, install):
    install("broken", BAD)
    install("greeter", GOOD)

    result = run("greet")

    assert result.exit_code == 0
    assert result.stdout == "Hello from a plugin\n"
    assert "plugin 'broken'" in result.stderr
    assert "\x1b" not in result.stderr


def test_plugins_says_what_is_wrong_with_one(run, install):
    install("broken", "import nothing_of_this_name\n")

    records = {each["name"]: each for each in json.loads(run("plugins", "--json").stdout)}
    record = records["broken"]

    assert (record["distribution"], record["version"], record["state"]) == (
        "workshopcore-broken",
        "1.2",
        "failed",
    )
    assert "nothing_of_this_name" in record["cause"]
    assert "nothing_of_this_name" in run("plugins").stdout


def test_our_own_commands_do_not_wait_for_plugins(run, install):
    install("slow", "raise RuntimeError('this must not run')\n")

    result = run("schema")

    assert (result.exit_code, result.stderr) == (0, "")


def test_a_plugin_s_command_ends_quietly_when_nobody_reads(install):
    install("greeter", GOOD.replace("click.echo", "print"))
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-m", "workshopcore.cli", "greet"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)

    assert (done.returncode, done.stderr) == (141, b"")
