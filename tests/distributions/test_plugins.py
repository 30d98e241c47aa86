"""The plugin distributions of this repository, installed as a user installs them."""

import json
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.distribution

PLUGINS = Path(__file__).parents[2] / "plugins"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care" / "programme.toml"
STRUCTURES = {
    f"liberating-structures:{file.stem}"
    for file in PLUGINS.glob("workshopcore-liberating-structures/src/*/formats/*.toml")
}
EXCHANGES = {"calendar": "calendar:vtodo", "office": "office:xlsx"}
PROVIDED = {
    "action-learning": {"formats": {"action-learning:set"}},
    "liberating-structures": {"formats": STRUCTURES},
    "pdf": {"renderers": {"pdf:document"}},
    **{name: {"importers": {key}, "exporters": {key}} for name, key in EXCHANGES.items()},
}
BUSY_TIME = {"calendar:diary", "calendar:poll", "calendar:days"}
PROVIDED["calendar"]["importers"] |= BUSY_TIME
PROVIDED["office"]["importers"] |= {"office:answers"}
PROVIDED["office"]["exporters"] |= {"office:form"}
for _name in ("action-learning", "calendar", "liberating-structures", "office"):
    PROVIDED[_name]["translations"] = {f"{_name}:0"}
PROVIDED["office"]["renderers"] = {"office:docx", "office:pptx", "office:xlsx"}


def package(name):
    return PLUGINS / f"workshopcore-{name}" / "src" / f"workshopcore_{name.replace('-', '_')}"


@pytest.fixture(scope="module")
def wheels(build_wheel):
    return {name: build_wheel(PLUGINS / f"workshopcore-{name}") for name in PROVIDED}


@pytest.fixture(scope="module")
def installed(wheel, wheels, install):
    """The `bin` folder of an environment with the library and its plugins."""
    return install(wheel, *wheels.values())


@pytest.fixture
def workshopcore(installed, run, tmp_path):
    """Run the command in an empty folder."""
    return lambda *arguments: run(installed / "workshopcore", *arguments, cwd=tmp_path)


@pytest.mark.parametrize("name", PROVIDED)
def test_the_plugin_s_wheel_carries_every_file_of_its_package(wheels, files_of, name):
    with zipfile.ZipFile(wheels[name]) as archive:
        carried = {file for file in archive.namelist() if ".dist-info/" not in file}

    assert carried == files_of(package(name))


def test_the_wheel_of_formats_as_data_carries_the_data(wheels):
    with zipfile.ZipFile(wheels["liberating-structures"]) as archive:
        data = [Path(file).stem for file in archive.namelist() if file.endswith(".toml")]

    assert {f"liberating-structures:{name}" for name in data} == STRUCTURES
    assert len(data) == 16


@pytest.mark.parametrize("name", PROVIDED)
def test_the_plugin_s_wheel_is_typed_and_licensed(wheels, name):
    with zipfile.ZipFile(wheels[name]) as archive:
        names = [Path(file).name for file in archive.namelist()]

    assert [names.count(file) for file in ("py.typed", "LICENSE")] == [1, 1]


def test_the_plugins_need_nothing_that_is_not_there(installed, pip, run):
    assert run(*pip(installed), "check", cwd=installed).splitlines() == [
        "No broken requirements found."
    ]


def test_installed_plugins_are_ready(workshopcore):
    records = {record["name"]: record for record in json.loads(workshopcore("plugins", "--json"))}

    for name, provided in PROVIDED.items():
        found = records[name]
        assert (found["distribution"], found["state"]) == (f"workshopcore-{name}", "ready")
        assert {kind: set(keys) for kind, keys in found["provides"].items()} == provided


def test_installed_format_as_data_is_shown(workshopcore):
    shown = json.loads(
        workshopcore("formats", "liberating-structures:wise-crowds", "--people", "12", "--json")
    )

    assert shown["key"] == "liberating-structures:wise-crowds"
    # A quarter of an hour for each of four clients, three changes, three minutes to explain.
    assert shown["minutes"]["usual"] == 66


def test_installed_format_with_behaviour_is_shown(workshopcore):
    shown = json.loads(workshopcore("formats", "action-learning:set", "--people", "9", "--json"))

    assert shown["minutes"] == {"people": 9, "shortest": 66, "usual": 140, "longest": 210}


def test_installed_format_names_presenters_in_a_run_sheet(installed, run, tmp_path):
    team = "".join(f'[[people]]\nname = "Person {letter}"\n' for letter in "ABCDE")
    workshops = "".join(
        f'[[workshops]]\ntitle = "{title}"\nstart = {day}T09:00:00\nend = {day}T11:20:00\n'
        'agenda = [{ format = "action-learning:set", id = "sets", minutes = 140 }]\n'
        for title, day in (("One", "2027-01-19"), ("Two", "2027-03-09"))
    )
    file = tmp_path / "programme.toml"
    file.write_text(f'title = "A year"\n{team}{workshops}', encoding="utf-8")

    shown = run(installed / "workshopcore", "run-sheet", file, "two", cwd=tmp_path)

    assert "Presenting: Person D" in shown


ROUND_TRIP = """
import sys
import workshopcore as wc

key, file = sys.argv[1:]
toolkit = wc.Toolkit(load=[key.partition(":")[0]])
programme = wc.load(file)
data = toolkit.export_actions(programme, key, as_of="2027-12-17")
merged = toolkit.import_actions(programme, data, key, as_of="2027-12-17")
assert merged.programme == programme
print(len(merged.changes), len(merged.conflicts), len(merged.problems))
"""


@pytest.mark.parametrize("key", EXCHANGES.values())
def test_installed_exchange_takes_back_what_it_sent_out(installed, run, tmp_path, key):
    said = run(installed / "python", "-I", "-c", ROUND_TRIP, key, EXAMPLE, cwd=tmp_path)

    assert said == "0 0 0\n"


def test_installed_renderer_writes_a_pdf(workshopcore, tmp_path):
    programme = tmp_path / "programme.toml"
    programme.write_text('title = "A year"\n[[people]]\nname = "Amina Yusuf"\n', encoding="utf-8")
    wanted = ("--report", "overview", "--format", "pdf:document", "--as-of", "2027-06-30")

    workshopcore("publish", programme, *wanted, "--to", tmp_path / "published")

    [written] = (tmp_path / "published").rglob("overview.pdf")
    assert written.read_bytes().startswith(b"%PDF-1.7")
