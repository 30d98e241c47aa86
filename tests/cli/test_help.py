"""Every command explains itself, its examples run, and its page says the same."""

import re
import shlex
from hashlib import sha256
from pathlib import Path

import click
import pytest

from workshopcore.cli.command_line import command_line

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"


EXPERT = """
[[people]]
name = "Solveig Brandt"
role = "expert"

[[experts]]
id = "duties"
expert = "solveig-brandt"
topic = "The new duties"
session = "where-to/two-years-from-now"
host = "amina-yusuf"
arrives = [09:30:00, 11:00:00]
questions = [{ text = "Where do we begin?" }]
follow_ups = [{ text = "Send the checklist", owner = "solveig-brandt" }]
"""

COMMENTED = """
[[themes]]
title = "Trust"
words = ["trust*"]

[[instruments]]
id = "closing"
title = "At the close"
questions = [{ id = "changed", text = "What has changed?" }]

[[waves]]
id = "close"
title = "At the close"
instrument = "closing"
answers = { path = "answers/close.csv", sha256 = "…" }
"""


EVALUATION = """
[[instruments]]
id = "pulse"
title = "Pulse"
questions = [{ id = "worth", text = "Worth it", type = "scale", labels = ["No", "Partly", "Yes"] }]
mappings = { forms = { token = "Code" } }

[[waves]]
id = "baseline"
title = "At the start"
kind = "baseline"
instrument = "pulse"

[[waves]]
id = "close"
title = "At the close"
instrument = "pulse"
"""

REPORT = """\
+++
key = "acme:note"
title = "Note"
audience = "sponsor"
+++
{{ programme.title }}
"""


def evaluated(run, programme, folder):
    """Give a programme waves with answers, and a folder an export and a published table."""
    programme.write_text(programme.read_text(encoding="utf-8") + EVALUATION, encoding="utf-8")
    rows = "".join(f"code{at},{('No', 'Partly', 'Yes')[at % 3]}\n" for at in range(9))
    (folder / "export.csv").write_text(f"Code,Worth it\n{rows}")
    (folder / "table.csv").write_text("Site,Managers,Staff\nNorth,8,11\nSouth,9,14\n")
    for wave in ("baseline", "close"):
        run("evaluate", "import", "programme.toml", wave, "export.csv", "--write")


def commands(group=None, path=()):
    """Yield every command with the words that call it, groups included."""
    group = group or command_line()
    yield path, group
    for name in group.list_commands(click.Context(group)):
        command = group.commands[name]
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
    if name in ("publish", "reports"):
        (folder / "reports").mkdir()
        (folder / "reports" / "note.md.jinja").write_text(REPORT)
    if name.startswith("expert"):
        programme.write_text(programme.read_text(encoding="utf-8") + EXPERT, encoding="utf-8")
        (folder / "questions.csv").write_text("Question,Asked by\nWho paid?,Mei\n")
        (folder / "ballots.csv").write_text("First choice,Second choice\n2,1\n")
    if name.startswith("comments"):
        answers = b"token,changed\r\n,We trust each other\r\n"
        (folder / "answers").mkdir()
        (folder / "answers" / "close.csv").write_bytes(answers)
        text = programme.read_text(encoding="utf-8") + COMMENTED
        programme.write_text(text.replace("…", sha256(answers).hexdigest()), encoding="utf-8")
        for coder in ("ay", "tn", "both"):
            row = f"changed,1,We trust each other,trust,{coder}"
            (folder / f"{coder}.csv").write_text(f"Question,Comment,Text,Themes,Coder\n{row}\n")
    if name.startswith("evaluate"):
        evaluated(run, programme, folder)
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
