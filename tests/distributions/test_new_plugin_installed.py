"""Plugins from `workshopcore new plugin`, and from the page for authors, installed for real."""

import json
import re
import shlex
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.distribution

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "write-a-format.md"
EXAMPLE = ROOT / "docs" / "examples" / "adult-social-care" / "programme.toml"
PROVIDED = {
    "format": {"formats": ["acme-format:question-carousel"]},
    "python-format": {"formats": ["acme-python-format:echo"]},
    "report": {"reports": ["acme-report:objectives"]},
    "renderer": {"renderers": ["acme-renderer:outline"]},
    "checks": {"checks": ["ACMECHECKS101"]},
}
PROGRAMME = """\
title = "A year of change"

[[people]]
name = "Amina Yusuf"

[[workshops]]
title = "Questions"
start = 2027-01-19T09:30:00
end = 2027-01-19T12:30:00
agenda = [{ format = "acme-format:question-carousel", options = { turn = 4 } }]
"""


@pytest.fixture(scope="module")
def scripts(wheel, install):
    """The `bin` folder of an environment with the library."""
    return install(wheel)


@pytest.fixture(scope="module")
def workshopcore(scripts, run, pip, build_wheel, tmp_path_factory):
    """The command, with a plugin of each kind installed from its wheel."""
    folder = tmp_path_factory.mktemp("plugins")

    def workshopcore(*arguments):
        return run(scripts / "workshopcore", *map(str, arguments), cwd=folder)

    wheels = []
    for kind in PROVIDED:
        workshopcore("new", "plugin", f"acme-{kind}", "--kind", kind)
        wheels.append(build_wheel(folder / f"workshopcore-acme-{kind}"))
        shutil.rmtree(folder / f"workshopcore-acme-{kind}")
    # Without an index, so that pip makes sure that what they need is there already.
    run(*pip(scripts), "install", "--quiet", "--no-index", *wheels, cwd=folder)
    return workshopcore


@pytest.fixture
def programme(tmp_path):
    """A programme whose one session is run in a way that a plugin brings, for fourteen people."""
    file = tmp_path / "programme.toml"
    others = "".join(f'[[people]]\nname = "Member {number}"\n\n' for number in range(13))
    file.write_text(PROGRAMME.replace("[[workshops]]", f"{others}[[workshops]]"), encoding="utf-8")
    return file


def test_installed_plugins_are_ready(workshopcore):
    records = {one["name"]: one for one in json.loads(workshopcore("plugins", "--json"))}

    for kind, provided in PROVIDED.items():
        record = records[f"acme-{kind}"]
        assert (record["state"], record["provides"]) == ("ready", provided)
        assert record["distribution"] == f"workshopcore-acme-{kind}"


@pytest.mark.parametrize("key", ["acme-format:question-carousel", "acme-python-format:echo"])
def test_installed_format_is_shown(workshopcore, key):
    shown = json.loads(workshopcore("formats", key, "--people", 14, "--json"))

    assert (shown["key"], shown["minutes"]["people"]) == (key, 14)
    assert len(shown["plan"]["steps"]) >= 2


def test_installed_format_and_renderer_make_a_run_sheet(workshopcore, programme):
    written = workshopcore("run-sheet", programme, "1", "--format", "acme-renderer:outline")

    lines = [line.get("text") for line in ElementTree.fromstring(written).iter("outline")]
    assert [line for line in lines if "Question carousel" in line] != []


def test_installed_report_is_published_by_an_installed_renderer(workshopcore, tmp_path):
    shutil.copy(EXAMPLE, tmp_path)
    wanted = ("--report", "acme-report:objectives", "--format", "acme-renderer:outline")

    file = tmp_path / EXAMPLE.name
    workshopcore("publish", file, *wanted, "--as-of", "2027-06-30", "--to", tmp_path)

    [written] = tmp_path.rglob("*objectives*.opml")
    lines = [line.get("text") for line in ElementTree.parse(written).iter("outline")]
    assert [line for line in lines if line.startswith("Actions done: ")] != []


def test_installed_check_finds_what_it_is_for(workshopcore, programme):
    found = json.loads(workshopcore("check", programme, "--json", "--fail-on", "error"))

    assert [(one["path"], one["message"]) for one in found if one["code"] == "ACMECHECKS101"] == [
        ("workshops[0]", "'Questions' has 14 people and 0 to facilitate")
    ]


FILE = re.compile(r"^```\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)^```", re.M | re.S)
COMMANDS = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def follow(page, folder, do):
    """Write the files of a page and run its commands, in its order; return what they print."""
    parts = [*FILE.finditer(page), *COMMANDS.finditer(page)]
    printed = {}
    for part in sorted(parts, key=lambda part: part.start()):
        if part.re is FILE:
            file = folder / part[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(part[2], encoding="utf-8")
        else:
            for line in part[1].splitlines():
                command = line.removeprefix("$ ")
                printed[command] = do(*shlex.split(command))
    return printed


def test_page_for_authors_leads_from_an_empty_folder_to_a_format(
    scripts, pip, run, tmp_path, monkeypatch
):
    # What builds a plugin is there already, so that nothing has to be fetched.
    monkeypatch.setenv("PIP_NO_BUILD_ISOLATION", "0")

    def do(command, *words):
        if words == ("install", "workshopcore[testing]"):
            return ""  # the environment of this test run has it
        if words == ("-m", "pytest", "tests"):
            kit = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "pythonpath=src", "tests")
            return run(sys.executable, *kit, cwd=tmp_path)
        called = pip(scripts) if command == "pip" else (scripts / command,)
        return run(*called, *words, cwd=tmp_path)

    printed = follow(PAGE.read_text(encoding="utf-8"), tmp_path, do)

    assert "acme:postcards" in printed["workshopcore plugins"]
    assert "acme:postcards" not in printed["workshopcore formats --people 30"]
    assert "Postcards from the future" in printed["workshopcore run-sheet programme.toml"]
    assert "Paper relay" in printed["workshopcore formats acme:paper-relay --people 14"]
    assert " passed" in printed["python -m pytest tests"]
