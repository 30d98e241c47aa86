import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from workshopcore.cli.new_plugin import KINDS, plugin_files

ROOT = Path(__file__).parents[2]
RULES = ROOT / "pyproject.toml"
TEMPLATES = ROOT / "src" / "workshopcore" / "cli" / "templates" / "plugin"

BRINGS = {
    "format": {"formats": ["acme-tools:question-carousel"]},
    "python-format": {"formats": ["acme-tools:echo"]},
    "report": {"reports": ["acme-tools:objectives"]},
    "renderer": {"renderers": ["acme-tools:outline"]},
    "checks": {"checks": ["ACMETOOLS101"]},
}

each_kind = pytest.mark.parametrize("kind", BRINGS)


def process(*arguments, cwd, **environment):
    """Run Python as in an environment where nothing of this test run is known."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "WORKSHOPCORE_"))}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_kind_has_a_folder_of_templates():
    assert set(KINDS) == {path.name for path in TEMPLATES.iterdir()} - {"common"}
    assert set(KINDS) == set(BRINGS)


@pytest.mark.parametrize(
    ("kind", "module", "test"),
    [
        ("format", "formats/question-carousel.toml", "test_formats.py"),
        ("python-format", "echo.py", "test_echo.py"),
        ("report", "objectives.py", "test_objectives.py"),
        ("renderer", "outline.py", "test_outline.py"),
        ("checks", "facilitation.py", "test_facilitation.py"),
    ],
)
def test_new_plugin_writes_a_distribution(run, folder, kind, module, test):
    result = run("new", "plugin", "acme-tools", "--kind", kind)

    home = folder / "workshopcore-acme-tools"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Wrote workshopcore-acme-tools\n")
    assert {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()} == {
        "README.md",
        "pyproject.toml",
        "src/workshopcore_acme_tools/__init__.py",
        "src/workshopcore_acme_tools/py.typed",
        f"src/workshopcore_acme_tools/{module}",
        f"tests/{test}",
    }


def test_new_plugin_is_data_unless_somebody_says_otherwise(run, folder):
    run("new", "plugin", "acme")
    run("new", "plugin", "acme", "--kind", "format", "--in", "named")

    assert plugin_files("acme", "format") == {
        path.relative_to(home).as_posix(): path.read_text(encoding="utf-8")
        for home in [folder / "named" / "workshopcore-acme"]
        for path in home.rglob("*")
        if path.is_file()
    }
    assert (folder / "workshopcore-acme" / "src/workshopcore_acme/formats").is_dir()


@each_kind
def test_new_plugin_names_itself(run, folder, kind):
    run("new", "plugin", "acme-tools", "--kind", kind)

    text = (folder / "workshopcore-acme-tools" / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    assert project["name"] == "workshopcore-acme-tools"
    assert project["entry-points"]["workshopcore"] == {"acme-tools": "workshopcore_acme_tools"}


def test_new_plugin_passes_its_tests(run, folder):
    run("new", "plugin", "acme")

    done = process("-m", "pytest", "-q", cwd=folder / "workshopcore-acme")

    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
    assert "skipped" not in done.stdout


def test_new_plugins_of_every_kind_pass_their_tests(run, folder):
    for kind in KINDS:
        run("new", "plugin", f"acme-{kind}", "--kind", kind)
    homes = [folder / f"workshopcore-acme-{kind}" for kind in KINDS]
    sources = os.pathsep.join(str(home / "src") for home in homes)

    # All at once, because most of the time goes into beginning.
    done = process("-m", "pytest", "-q", "-rA", *map(str, homes), cwd=folder, PYTHONPATH=sources)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout
    for file in folder.glob("*/tests/test_*.py"):
        assert f"/{file.name}::" in done.stdout


@each_kind
def test_new_plugin_brings_what_it_says(run, folder, kind):
    run("new", "plugin", "acme-tools", "--kind", kind)
    source = folder / "workshopcore-acme-tools" / "src"
    info = source / "workshopcore_acme_tools-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: workshopcore-acme-tools\n")
    entry = "[workshopcore]\nacme-tools = workshopcore_acme_tools\n"
    (info / "entry_points.txt").write_text(entry)

    listed = process(
        "-m", "workshopcore.cli", "plugins", "--json", cwd=folder, PYTHONPATH=str(source)
    )

    [record] = [one for one in json.loads(listed.stdout) if one["name"] == "acme-tools"]
    assert (record["state"], record["provides"]) == ("ready", BRINGS[kind])


@pytest.mark.parametrize(
    "tool", [("check",), ("check", "--config", str(RULES)), ("format", "--check")]
)
@each_kind
def test_new_plugin_is_clean(run, folder, kind, tool):
    run("new", "plugin", "acme", "--kind", kind)

    done = process("-m", "ruff", *tool, ".", cwd=folder / "workshopcore-acme")

    assert done.returncode == 0, done.stdout + done.stderr


def test_new_plugins_of_every_kind_are_typed(run, folder):
    for kind in KINDS:
        run("new", "plugin", f"acme-{kind}", "--kind", kind)

    # All at once, because most of the time goes into reading the library.
    done = process("-m", "mypy", "--strict", ".", cwd=folder)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("acme", "ACME101"),
        ("a1-b2", "AB101"),
        ("wc-house", "XWCHOUSE101"),
        ("a", "XA101"),
        ("7", "XX101"),
        ("a" * 40, "AAAAAAAAAAAA101"),
    ],
)
def test_new_check_has_a_code_that_a_toolkit_takes(name, code):
    package = "workshopcore_" + name.replace("-", "_")
    source = plugin_files(name, "checks")[f"src/{package}/facilitation.py"]

    assert f'code: str = "{code}"' in source


@pytest.mark.parametrize("name", ["Acme", "a_b", "../x", "workshopcore", "a" * 65, ""])
def test_new_plugin_refuses_what_is_no_name(run, folder, name):
    result = run("new", "plugin", name)

    assert result.exit_code == 2
    assert "Invalid value for NAME" in result.stderr
    assert list(folder.iterdir()) == []


def test_new_plugin_refuses_a_kind_that_there_is_not(run, folder):
    result = run("new", "plugin", "acme", "--kind", "recipe")

    assert result.exit_code == 2
    assert "'format', 'python-format', 'report', 'renderer', 'checks'" in result.stderr
    assert list(folder.iterdir()) == []


def test_new_plugin_takes_the_name_of_the_distribution(run, folder):
    run("new", "plugin", "workshopcore-acme", "--in", "plugins")

    assert [path.name for path in (folder / "plugins").iterdir()] == ["workshopcore-acme"]


def test_new_plugin_overwrites_nothing(run, folder):
    run("new", "plugin", "acme")

    result = run("new", "plugin", "acme")

    assert result.exit_code == 2
    assert "workshopcore-acme exists already, and nothing is overwritten" in result.stderr
