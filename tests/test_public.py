"""The public face of the package: its names, and how little it costs to import."""

import subprocess
import sys
from pathlib import Path

import pytest

import workshopcore as wc
from workshopcore import reports

HEAVY = ("jinja2", "pluggy", "click", "rich", "tomlkit", "dateutil", "importlib.metadata")
FIRST_PROGRAMME = """
import sys
before = set(sys.modules)
import workshopcore as wc
wc.Programme(
    title="A year", time_zone="Europe/London", people=[wc.Person("Amina Yusuf", id="amina")],
    workshops=[wc.Workshop("One", start="2027-01-19T09:30", end="2027-01-19T16:30",
                           agenda=[wc.Session("check-in", minutes=10), wc.Break(15)])],
    actions=[wc.Action("Draft the vision", "amina", "2027-02-26")],
)
print(*sorted(set(sys.modules) - before))
"""


def loaded_by(code, monkeypatch):
    for name in ("COV_CORE_SOURCE", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_public_names_are_sorted_and_all_there():
    assert wc.__all__ == sorted(wc.__all__)
    for name in wc.__all__:
        assert getattr(wc, name) is not None
    assert set(wc.__all__) <= set(dir(wc))


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Programm'"):
        wc.Programm  # noqa: B018


def test_version_is_that_of_the_distribution():
    assert wc.__version__.count(".") == 2


def test_import_loads_nothing_but_itself(monkeypatch):
    code = "import sys; b = set(sys.modules); import workshopcore; print(*set(sys.modules) - b)"
    found = loaded_by(code, monkeypatch)
    assert [name for name in found if name.startswith("workshopcore")] == ["workshopcore"]
    assert "attrs" not in found


def test_first_programme_loads_no_heavy_library(monkeypatch):
    found = loaded_by(FIRST_PROGRAMME, monkeypatch)
    assert "workshopcore.model.programme" in found
    assert [name for name in found if name.startswith(HEAVY)] == []


LISTED = """
import sys
from workshopcore.cli.command_line import run
run(["actions", "list", "docs/examples/adult-social-care/programme.toml", "--as-of", "2027-02-16",
     "--json"])
print()
print(*sorted(sys.modules))
"""


def test_a_command_loads_no_other_command_no_plugin_and_no_document(monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[1])
    found = loaded_by(LISTED, monkeypatch)
    names = ("cli.groups", "evaluation", "plugins", "reports.built_in", "renderers", "toolkit")
    others = tuple(f"workshopcore.{name}" for name in names)
    assert "workshopcore.reports.wording" in found
    assert [name for name in found if name.startswith(others)] == []


def test_reports_are_there_when_one_is_asked_for():
    assert reports.WorkshopRecord().key == "workshop-record"
    assert {type(each).__name__ for each in reports.built_in_reports()} <= set(reports.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Record'"):
        reports.Record  # noqa: B018
