import json
import os
import subprocess
import sys
import tomllib

import pytest


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


def test_new_plugin_writes_a_distribution(run, folder):
    result = run("new", "plugin", "acme-tools")

    home = folder / "workshopcore-acme-tools"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Wrote workshopcore-acme-tools\n")
    project = tomllib.loads((home / "pyproject.toml").read_text())["project"]
    assert project["name"] == "workshopcore-acme-tools"
    assert project["entry-points"]["workshopcore"] == {"acme-tools": "workshopcore_acme_tools"}
    assert {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()} == {
        "README.md",
        "pyproject.toml",
        "src/workshopcore_acme_tools/__init__.py",
        "src/workshopcore_acme_tools/py.typed",
        "src/workshopcore_acme_tools/two_questions.py",
        "tests/test_plugin.py",
    }


def test_new_plugin_passes_its_tests(run, folder):
    run("new", "plugin", "acme")

    done = process("-m", "pytest", "-q", cwd=folder / "workshopcore-acme")

    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


@pytest.mark.distribution
def test_new_plugin_is_found_once_it_is_installed(run, folder):
    run("new", "plugin", "acme")
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    where = ("--no-build-isolation", "--target", "site", "./workshopcore-acme")
    installed = process(*pip, *where, cwd=folder)
    assert installed.returncode == 0, installed.stderr

    listed = process("-m", "workshopcore.cli", "plugins", "--json", cwd=folder, PYTHONPATH="site")

    plugins = {record["name"]: record for record in json.loads(listed.stdout)}
    assert plugins["acme"]["state"] == "ready"
    assert plugins["acme"]["distribution"] == "workshopcore-acme"
    assert plugins["acme"]["provides"] == {"formats": ["acme:two-questions"]}


@pytest.mark.parametrize("tool", [("ruff", "check"), ("mypy", "--strict")])
def test_new_plugin_is_clean(run, folder, tool):
    run("new", "plugin", "acme")

    done = process("-m", *tool, ".", cwd=folder / "workshopcore-acme")

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["Acme", "a_b", "../x", "workshopcore", "a" * 65, ""])
def test_new_plugin_refuses_what_is_no_name(run, folder, name):
    result = run("new", "plugin", name)

    assert result.exit_code == 2
    assert "Invalid value for NAME" in result.stderr
    assert list(folder.iterdir()) == []


def test_new_plugin_takes_the_name_of_the_distribution(run, folder):
    run("new", "plugin", "workshopcore-acme", "--in", "plugins")

    assert [path.name for path in (folder / "plugins").iterdir()] == ["workshopcore-acme"]


def test_new_plugin_overwrites_nothing(run, folder):
    run("new", "plugin", "acme")

    result = run("new", "plugin", "acme")

    assert result.exit_code == 2
    assert "workshopcore-acme exists already, and nothing is overwritten" in result.stderr
