"""What a shell is told when somebody presses Tab."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from workshopcore.cli.command_line import command_line, run
from workshopcore.cli.completion import (
    VARIABLE,
    answer,
    format_keys,
    renderer_keys,
    report_keys,
    style_keys,
    workshop_ids,
)
from workshopcore.formats import catalogue
from workshopcore.language import languages

BASH = shutil.which("bash")
CARDS = """\
from types import SimpleNamespace
from workshopcore import hookimpl

print("loaded, and proud of it")

@hookimpl
def workshopcore_session_formats():
    title = "Cards\\x1b[2J\\nand more"
    return [SimpleNamespace(key="acme:cards", title=title, people=(2, 9), length=0, expand=0)]

@hookimpl
def workshopcore_renderers():
    parts = dict(title="Paper", suffix=".txt", media_type="text/plain", render=0)
    return [SimpleNamespace(key=key, **parts) for key in ("acme:card", "acme:cloth")]
"""
PUBLISH = "plain\npublish\nWrite the documents of a programme.\n"


def shell(cli=None):
    return ShellComplete(cli or command_line(), {}, "workshopcore", VARIABLE)


def completed(*words, cli=None):
    """Return what completes the last word of a line."""
    *arguments, incomplete = words
    return [item.value for item in shell(cli).get_completions(arguments, incomplete)]


@click.command()
@click.argument("file", required=False)
@click.argument("workshop", required=False, shell_complete=workshop_ids)
@click.option("--key", shell_complete=format_keys)
def probe(file, workshop, key):
    """Stand for a command that completes formats and workshops."""


@pytest.fixture
def ask(folder):
    """Ask as a shell does: in a process of its own, by the environment."""

    def ask(words, shell="zsh", **environment):
        asked = {VARIABLE: f"{shell}_complete", "COMP_WORDS": words}
        asked["COMP_CWORD"] = str(len(words.split(" ")) - 1)
        done = subprocess.run(
            [sys.executable, "-m", "workshopcore.cli"],
            cwd=folder,
            env={**os.environ, **asked, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    return ask


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("pub", ["publish"]), ("co", ["comments", "completion"]), ("nothing-such", [])],
)
def test_completion_knows_the_commands(typed, expected):
    assert completed(typed) == expected


def test_completion_knows_commands_of_a_group():
    assert completed("new", "") == ["plugin", "programme"]


def test_completion_knows_the_options_of_a_command():
    assert completed("schema", "--") == ["--to", "--debug", "--help"]


def test_completion_knows_the_kinds_of_plugins():
    assert completed("new", "plugin", "acme", "--kind", "re") == ["report", "renderer"]


def test_completion_knows_the_reports():
    found = completed("publish", "programme.toml", "--report", "w")
    assert found == ["who-met-whom", "workshop-record"]
    assert completed("publish", "--report", "pro") == ["proposal", "progress"]


def test_completion_knows_the_reports_in_folders_on_the_line(tmp_path, monkeypatch):
    head = '+++\nkey = "acme:thanks"\ntitle = "Thanks"\naudience = "public"\n+++\n'
    (tmp_path / "thanks.md.jinja").write_text(head)

    words = ("publish", "--report-folder", str(tmp_path), "--report", "acme")
    assert completed(*words) == ["acme:thanks"]
    assert completed("publish", "--report", "acme") == []
    monkeypatch.setenv("WORKSHOPCORE_REPORT_FOLDERS", str(tmp_path))
    assert completed("publish", "--report", "acme") == ["acme:thanks"]


def test_completion_knows_the_report_of_charts():
    assert completed("publish", "programme.toml", "--report", "s") == ["session-materials"]


def test_completion_knows_the_renderers():
    assert completed("publish", "--format", "") == ["html", "markdown", "text"]


def test_completion_knows_the_styles():
    assert completed("publish", "--style", "c") == ["civic"]


def test_completion_knows_every_format():
    assert completed("--key", "", cli=probe) == [format.key for format in catalogue()]


@pytest.mark.parametrize("callback", [format_keys, report_keys, renderer_keys, style_keys])
def test_completion_explains_keys_by_their_titles(callback):
    context = click.Context(probe)
    items = callback(context, probe.params[0], "")

    assert [item.help for item in items if not item.help] == []
    assert len(items) >= 2


def test_completion_offers_the_languages_of_documents(programme):
    assert completed("publish", str(programme), "--language", "") == ["en-GB", *languages()]
    assert completed("publish", str(programme), "--language", "d") == ["de"]


@pytest.mark.parametrize("words", [("programme.toml", "wh"), ("programme.toml", "where-")])
def test_completion_knows_the_workshops_of_the_file(programme, words):
    assert completed(*words, cli=probe) == ["where-now", "where-to"]


def test_completion_finds_the_file_while_an_option_has_no_value(programme):
    assert completed("publish", "programme.toml", "--workshop", "where-n") == ["where-now"]


def test_completion_tells_when_a_workshop_is(programme):
    [item] = shell(probe).get_completions(["programme.toml"], "where-n")

    assert item.help == "2027-01-19 Where are we now?"


def test_completion_reads_a_file_with_faults(programme):
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace('role = "facilitator"', 'role = "boss"'), encoding="utf-8")

    assert completed("programme.toml", "where-n", cli=probe) == ["where-now"]


@pytest.mark.parametrize("content", ["not TOML at all [", "", "\ufeff\x00"])
def test_completion_of_a_file_that_is_none_is_nothing(folder, content):
    Path("broken.toml").write_text(content, encoding="utf-8")

    assert completed("broken.toml", "", cli=probe) == []


@pytest.mark.parametrize("file", ["missing.toml", ".", "programme.docx"])
def test_completion_of_a_file_that_cannot_be_read_is_nothing(folder, file):
    Path("programme.docx").write_bytes(b"PK")

    assert completed(file, "", cli=probe) == []


def test_completion_finds_a_file_in_the_home_folder(programme, monkeypatch):
    monkeypatch.setenv("HOME", str(programme.parent))

    assert completed("~/programme.toml", "where-n", cli=probe) == ["where-now"]


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_completion_prints_a_script_that_asks_us(run, shell):
    result = run("completion", shell)

    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{VARIABLE}={shell}_complete" in result.stdout
    assert result.stdout.endswith("\n")


def test_completion_refuses_a_shell_that_it_does_not_know(run):
    result = run("completion", "tcsh")

    assert result.exit_code == 2
    assert "'tcsh' is not one of 'bash', 'fish', 'zsh'" in result.stderr


def test_answer_comes_in_a_process_of_its_own(ask):
    assert ask("workshopcore pub") == (
        0,
        PUBLISH,
        "",
    )


def test_answer_is_nothing_but_completions(ask, install):
    install("cards", CARDS)

    code, told, complaints = ask("workshopcore nothing-such")

    assert (code, told.strip(), complaints) == (0, "", "")


def test_answer_is_silent_when_a_plugin_fails(ask, install):
    install("broken", "import sys\nprint('oh dear', file=sys.stderr)\nraise SystemExit('no')\n")

    assert ask("workshopcore publ") == (
        0,
        PUBLISH,
        "",
    )


@pytest.mark.parametrize("words", ["workshopcore nothing-such ", "workshopcore new nothing-such "])
def test_answer_to_a_line_that_makes_no_sense_is_nothing(ask, words):
    code, told, complaints = ask(words)

    assert (code, told, complaints) == (1, "", "")


@pytest.mark.parametrize("asked", ["tcsh_complete", "bash_dance", "bash", "_"])
def test_answer_to_a_question_that_is_none_is_nothing(capsys, asked):
    assert answer(command_line(), asked) == 1
    assert capsys.readouterr() == ("", "")


def test_answer_may_be_the_script(capsys, monkeypatch):
    monkeypatch.setenv(VARIABLE, "zsh_source")

    assert run([]) == 0
    assert f"{VARIABLE}=zsh_complete" in capsys.readouterr().out


def test_titles_of_plugins_cannot_act_on_a_terminal(install):
    install("cards", CARDS)

    [cards] = format_keys(click.Context(probe), probe.params[0], "acme:ca")

    assert (cards.value, cards.help) == ("acme:cards", "Cards\\x1b[2J\\nand more")


@pytest.fixture
def tab(folder):
    """Press Tab in bash at the end of a line, and return what it offers."""
    script = subprocess.run(
        [sys.executable, "-m", "workshopcore.cli", "completion", "bash"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    command = folder / "workshopcore"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m workshopcore.cli "$@"\n')
    command.chmod(0o755)
    pressed = (
        f"{script}\n"
        'compopt() { echo "compopt $*"; }\n'
        'COMP_LINE="$1 and what comes after"; COMP_POINT=${#1}\n'
        "_workshopcore_completion ./workshopcore\n"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )

    def tab(line, breaks=None):
        setting = "" if breaks is None else f"COMP_WORDBREAKS='{breaks}'\n"
        done = subprocess.run(
            [BASH, "--norc", "-c", setting + pressed, "bash", line],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout.split()

    return tab


@pytest.mark.skipif(BASH is None, reason="needs bash")
class TestInBash:
    """The script, run by the shell that it is for."""

    def test_it_completes_commands(self, tab):
        assert tab("workshopcore publ") == ["publish"]

    def test_it_starts_a_new_word_after_a_space(self, tab):
        assert tab("workshopcore new ") == ["plugin", "programme"]

    def test_it_completes_workshops(self, tab, programme):
        assert tab("workshopcore publish programme.toml --workshop where-n") == ["where-now"]

    def test_it_completes_after_an_equals_sign(self, tab):
        assert tab("workshopcore publish --format=ht") == ["html"]

    def test_it_leaves_files_to_bash(self, tab):
        assert tab("workshopcore check ") == ["compopt", "-o", "default"]

    @pytest.mark.parametrize(
        ("breaks", "expected"), [(" \t\n=:", ["acme:", "acme:"]), (" \t\n=", ["", ""])]
    )
    def test_it_completes_keys_with_a_colon(self, tab, install, breaks, expected):
        install("cards", CARDS)

        told = tab("workshopcore publish --format acme:c", breaks)

        assert [prefix + word for prefix, word in zip(expected, told, strict=True)] == [
            "acme:card",
            "acme:cloth",
        ]
