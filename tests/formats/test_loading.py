"""Reading format files, good and bad."""

import re
from textwrap import dedent

import pytest

from workshopcore.contracts.formats import FormatRequest
from workshopcore.errors import InvalidValueError
from workshopcore.formats import load_formats
from workshopcore.model.length import Length

GOOD = dedent(
    """
    key = "walk-and-talk"
    title = "Walk and talk"
    summary = "Two people walk."
    purposes = ["reflect"]
    people = [2, 40]
    outputs = ["Clearer heads"]
    provenance = "Practice."
    groups = { split = [2, 3], called = "walkers" }
    materials = [{ item = "Umbrella", per = "group" }]

    [options.laps]
    meaning = "laps round the park"
    bounds = [1, 2, 5]

    [[steps]]
    name = "Set off"
    minutes = [0.5, "4/3", 2]

    [[steps]]
    name = "A lap"
    minutes = [5, 10, 15]
    times = "laps"
    arrangement = "groups"
    """
)


def load(folder, text, name="walk-and-talk.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    return load_formats(folder)


def test_load_reads_a_folder_of_ones_own(tmp_path):
    (found,) = load(tmp_path, GOOD)
    assert found.length(5) == Length(11, 21, 32)
    assert found.length(5, {"laps": 1}) == Length(6, 11, 17)
    assert found.expand(FormatRequest(30, 5)).groups.sizes == (3, 2)


def test_load_sorts_by_key_and_passes_over_other_files(tmp_path):
    (tmp_path / "README.md").write_text("not a format")
    load(tmp_path, GOOD)
    found = load(tmp_path, GOOD.replace("walk-and-talk", "acme:amble"), "amble.toml")
    assert [format.key for format in found] == ["acme:amble", "walk-and-talk"]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('title = "Walk and talk"', "", "expected text for 'title' in {file}, found nothing"),
        (
            'title = "Walk and talk"',
            "title = 3",
            "expected text for 'title' in {file}, found 3",
        ),
        (
            "summary =",
            "sumary =",
            "expected text for 'summary' in {file}, found nothing",
        ),
        (
            'provenance = "Practice."',
            'provenance = "Practice."\nlicense = "free"',
            "expected nothing for 'license' in {file}, found 'free'. Did you mean 'licence'?",
        ),
        (
            'provenance = "Practice."',
            'provenance = "Practice."\nzzz = 1',
            "expected nothing for 'zzz' in {file}, found 1. Known: ",
        ),
        (
            '["reflect"]',
            '["reflct"]',
            "for 'purposes[0]' in {file}, found 'reflct'. Did you mean 'reflect'?",
        ),
        (
            '["reflect"]',
            '["reflect", "reflect"]',
            "expected each word once for 'purposes' in {file}, found ['reflect', 'reflect']",
        ),
        ('["reflect"]', '["xyz"]', "for 'purposes[0]' in {file}, found 'xyz'"),
        (
            '["Clearer heads"]',
            '["Clearer heads", ""]',
            "expected text for 'outputs[1]' in {file}, found ''",
        ),
        (
            '["Clearer heads"]',
            '"Clearer heads"',
            "expected a list of texts for 'outputs' in {file}, found 'Clearer heads'",
        ),
        (
            "people = [2, 40]",
            "people = [40, 2]",
            "2 whole numbers of 1 or more, in rising order for 'people' in {file}, found [40, 2]",
        ),
        ("people = [2, 40]", "people = [0, 40]", "for 'people' in {file}, found [0, 40]"),
        ("people = [2, 40]", "people = [2, true]", "for 'people' in {file}, found [2, True]"),
        ("people = [2, 40]", "people = 12", "for 'people' in {file}, found 12"),
        ("[5, 10, 15]", "[5, 20, 15]", "for 'steps[1].minutes' in {file}, found [5, 20, 15]"),
        ("[5, 10, 15]", "[-5, 10, 15]", "for 'steps[1].minutes' in {file}, found [-5, 10, 15]"),
        ("[5, 10, 15]", "[5, 10]", "for 'steps[1].minutes' in {file}, found [5, 10]"),
        ("[5, 10, 15]", "10", "for 'steps[1].minutes' in {file}, found 10"),
        ('"4/3"', '"4/0"', "for 'steps[0].minutes' in {file}, found ["),
        ('"4/3"', '"soon"', "for 'steps[0].minutes' in {file}, found ["),
        ('"4/3"', "nan", "for 'steps[0].minutes' in {file}, found ["),
        ('"4/3"', "inf", "for 'steps[0].minutes' in {file}, found ["),
        ('"4/3"', "true", "for 'steps[0].minutes' in {file}, found ["),
        (
            'times = "laps"',
            'times = "lap"',
            "for 'steps[1].times' in {file}, found 'lap'. Did you mean 'laps'?",
        ),
        (
            'times = "laps"',
            "times = 0",
            "expected a whole number of 1 or more for 'steps[1].times' in {file}, found 0",
        ),
        (
            'arrangement = "groups"',
            'arrangement = "circle"',
            "for 'steps[1].arrangement' in {file}, found 'circle'",
        ),
        (
            'per = "group"',
            'per = "groups"',
            "group, person for 'materials[0].per' in {file}, found 'groups'. Did you mean 'group'?",
        ),
        (
            '[{ item = "Umbrella", per = "group" }]',
            '["Umbrella"]',
            "expected a table for 'materials[0]' in {file}, found 'Umbrella'",
        ),
        (
            '[{ item = "Umbrella", per = "group" }]',
            '"Umbrella"',
            "expected a list of tables for 'materials' in {file}, found 'Umbrella'",
        ),
        ("split = [2, 3]", "splits = [2, 3]", "for 'groups.split' in {file}, found nothing"),
        (
            "bounds = [1, 2, 5]",
            "bounds = [1, 5, 2]",
            "for 'options.laps.bounds' in {file}, found [1, 5, 2]",
        ),
        (
            'key = "walk-and-talk"',
            'key = "Walk"',
            "expected lower-case words with hyphens for 'key' in {file}, found 'Walk'",
        ),
        (
            'key = "walk-and-talk"',
            'key = "stroll"',
            "for 'key' in {file}, found 'stroll'. Name the file stroll.toml",
        ),
        ("people = [2, 40]", "people = [2, 40", "expected TOML in {file}, found "),
    ],
)
def test_load_names_the_file_and_the_key_at_fault(tmp_path, right, wrong, message):
    assert right in GOOD
    with pytest.raises(
        InvalidValueError, match=re.escape(message.format(file="walk-and-talk.toml"))
    ):
        load(tmp_path, GOOD.replace(right, wrong, 1))


def test_load_refuses_a_format_without_steps(tmp_path):
    text = GOOD.partition("[[steps]]")[0]
    with pytest.raises(InvalidValueError, match="at least one step for 'steps' in walk-and-talk"):
        load(tmp_path, text)


def test_load_refuses_what_is_not_text(tmp_path):
    (tmp_path / "walk-and-talk.toml").write_bytes(b'key = "\xff"')
    with pytest.raises(InvalidValueError, match=r"expected TOML in walk-and-talk\.toml"):
        load_formats(tmp_path)


def test_load_refuses_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(InvalidValueError, match="expected a folder of format files"):
        load_formats(tmp_path / "nowhere")


def test_load_refuses_an_empty_folder(tmp_path):
    with pytest.raises(InvalidValueError, match=r"at least one \.toml file"):
        load_formats(tmp_path)
