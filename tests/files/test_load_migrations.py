"""Files of older versions are read as they were meant; those of newer ones are refused."""

from pathlib import Path

import pytest

from workshopcore.errors import ProgrammeFileError
from workshopcore.files import dumps, load, loads, read

DATA = Path(__file__).parent / "data"
OLD = (DATA / "schema-0.toml").read_text(encoding="utf-8")


def problems_in(text, format="toml"):
    with pytest.raises(ProgrammeFileError) as refused:
        loads(text, format)
    return refused.value.problems


def line_of(text, words):
    """Return the line on which these words stand, and stand only once."""
    assert text.count(words) == 1
    return text[: text.index(words)].count("\n") + 1


def test_file_of_the_first_form_is_the_same_programme():
    old, new = load(DATA / "schema-0.toml"), load(DATA / "schema-1.toml")
    assert old == new
    assert [person.id for person in old.people] == ["ngozi-hallam", "bartosz-finch", "leilani-osei"]
    assert [path for path, _ in old.workshops[0].slots()] == [
        "agenda[0]",
        "agenda[1].tracks[0].agenda[0]",
        "agenda[1].tracks[1].agenda[0]",
        "agenda[2]",
    ]


def test_file_without_a_version_is_of_the_first_published_form():
    text = (DATA / "schema-1.toml").read_text(encoding="utf-8")
    assert loads(text.replace("schema = 1\n", "")) == loads(text)
    found = problems_in(OLD.replace("schema = 0\n", ""))
    assert ("WC002", "participants") in [(problem.code, problem.path) for problem in found]


def test_migrated_programme_is_written_in_todays_form():
    text = dumps(load(DATA / "schema-0.toml"))
    assert text.startswith("schema = 1\n")
    assert "participants" not in text
    assert "sessions]]" not in text


@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        ('role = "facilitator"', 'role = "facilitater"', "people[2].role"),
        (
            'title = "Map the north"',
            "title = 7",
            "workshops[0].agenda[1].tracks[0].agenda[0].title",
        ),
        ("minutes = 15", "minutes = -1", "workshops[0].agenda[2].minutes"),
        ('owner = "bartosz-finch"', 'owner = "bartosz"', "actions[0].owner"),
    ],
)
def test_problem_in_an_old_file_stands_on_the_old_files_line(right, wrong, path):
    text = OLD.replace(right, wrong)
    assert [(p.path, p.line) for p in problems_in(text)] == [(path, line_of(text, wrong))]


def test_reading_of_an_old_file_finds_its_lines():
    reading = read(DATA / "schema-0.toml")
    assert reading.problems == ()
    assert reading.line_of("people[1]") == line_of(OLD, 'name = "Bartosz Finch"') - 1
    place = "workshops[0].agenda[1].tracks[1].agenda[0].title"
    assert reading.line_of(place) == line_of(OLD, 'title = "Map the south"')


def test_old_name_beside_the_new_one_is_not_taken_for_it():
    found = problems_in('schema = 0\ntitle = "x"\n\npeople = []\nparticipants = []\n')
    assert [(p.code, p.path, p.line) for p in found] == [("WC002", "participants", 5)]


@pytest.mark.parametrize("wrong", ["workshops = 3", "workshops = [3]"])
def test_old_file_of_the_wrong_shape_is_diagnosed_as_a_new_one_is(wrong):
    found = problems_in(f'schema = 0\ntitle = "x"\n{wrong}\n')
    assert [(p.code, p.line) for p in found] == [("WC003", 3)]


def test_newer_version_is_refused_with_the_cure():
    (problem,) = problems_in('title = "A year"\nschema = 2\n')
    assert (problem.code, problem.path, problem.line) == ("WC003", "schema", 2)
    assert problem.found == "2"
    assert problem.expected == "a version from 0 to 1"
    assert problem.hint == "The file was written by a newer version of workshopcore: update it"


@pytest.mark.parametrize("version", ["true", '"1"', "-1", "1.5", "1.0", "[1]", "{}"])
@pytest.mark.parametrize("format", ["toml", "json"])
def test_odd_version_is_refused(version, format):
    text = (
        f'title = "A year"\nschema = {version}\n'
        if format == "toml"
        else f'{{"title": "A year",\n"schema": {version}}}'
    )
    (problem,) = problems_in(text, format)
    assert (problem.code, problem.path, problem.line) == ("WC003", "schema", 2)
    assert (problem.expected, problem.hint) == ("a version from 0 to 1", "")


def test_version_that_is_refused_has_file_and_line(tmp_path):
    file = tmp_path / "newer.toml"
    file.write_text('title = "A year"\n\nschema = 2\n', encoding="utf-8")
    with pytest.raises(ProgrammeFileError) as refused:
        load(file)
    assert [(p.file, p.line) for p in refused.value.problems] == [(str(file), 3)]
    assert [(p.file, p.line) for p in read(file).problems] == [(str(file), 3)]
