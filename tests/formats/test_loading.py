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
        (
            "split = [2, 3]",
            "split = [2, 3], aim = 0",
            "expected a whole number of 1 or more for 'groups.aim' in {file}, found 0",
        ),
        ("people = [2, 40]", "people = 12", "for 'people' in {file}, found 12"),
        ("[5, 10, 15]", "[5, 20, 15]", "for 'steps[1].minutes' in {file}, found [5, 20, 15]"),
        ("[5, 10, 15]", "[-5, 10, 15]", "for 'steps[1].minutes[0]' in {file}, found -5"),
        (
            "[5, 10, 15]",
            '["2 - 7", 10, 15]',
            "for 'steps[1].minutes' in {file}, found ['2 - 7', 10, 15]",
        ),
        (
            "[5, 10, 15]",
            '["n", 10, 5]',
            "for 'steps[1].minutes' in {file}, found ['n', 10, 5]. Write",
        ),
        ("[5, 10, 15]", "[5, 10]", "for 'steps[1].minutes' in {file}, found [5, 10]"),
        ("[5, 10, 15]", "10", "for 'steps[1].minutes' in {file}, found 10"),
        ('"4/3"', '"4/0"', "'steps[0].minutes[1]' in {file}, found '4/0'. It divides by zero"),
        ('"4/3"', '"soon"', "'steps[0].minutes[1]' in {file}, found 'soon'. There is no 'soon'"),
        ('"4/3"', "nan", "for 'steps[0].minutes[1]' in {file}, found 'NaN'"),
        ('"4/3"', "inf", "for 'steps[0].minutes[1]' in {file}, found 'Infinity'"),
        ('"4/3"', "true", "for 'steps[0].minutes[1]' in {file}, found True"),
        ('"4/3"', "[1]", "for 'steps[0].minutes[1]' in {file}, found [1]"),
        ('"4/3"', "100001", "for 'steps[0].minutes[1]' in {file}, found 100001. Numbers go"),
        (
            'times = "laps"',
            'times = "lap"',
            "for 'steps[1].times' in {file}, found 'lap'. There is no 'lap'. Did you mean 'laps'?",
        ),
        (
            'times = "laps"',
            "times = 0",
            "a whole number of 1 or more, or an expression for 'steps[1].times' in {file}, found 0",
        ),
        ('times = "laps"', "times = 1.5", "for 'steps[1].times' in {file}, found '1.5'"),
        ('times = "laps"', "times = true", "for 'steps[1].times' in {file}, found True"),
        (
            'times = "laps"',
            "between = true",
            "expected nothing for 'steps[1].between' in {file}, found True",
        ),
        (
            'arrangement = "groups"',
            'arrangement = "split(5, 3)"',
            "split(fewest, most) in rising order for 'steps[1].arrangement' in {file}, found",
        ),
        (
            'arrangement = "groups"',
            'arrangement = "split(0, 3)"',
            "split(fewest, most) in rising order for 'steps[1].arrangement' in {file}, found",
        ),
        (
            "[options.laps]",
            "[options.n]",
            "beginning with a letter for 'options' in {file}, found 'n'. These are taken: n, g,",
        ),
        ("[options.laps]", "[options.max]", "for 'options' in {file}, found 'max'"),
        ("[options.laps]", '[options."a-b"]', "for 'options' in {file}, found 'a-b'"),
        ("[options.laps]", "[options.Laps]", "for 'options' in {file}, found 'Laps'"),
        (
            "bounds = [1, 2, 5]",
            "bounds = [1, 2, 1001]",
            "expected at most 1000 for 'options.laps.bounds' in {file}, found [1, 2, 1001]",
        ),
        (
            "people = [2, 40]",
            "people = [2, 100001]",
            "expected at most 100000 people for 'people' in {file}, found 100001",
        ),
        (
            'per = "group" }',
            'per = "group", quantity = "2 *" }',
            "for 'materials[0].quantity' in {file}, found '2 *'. At character 4 there should be",
        ),
        (
            'split = [2, 3], called = "walkers"',
            'join = "twos"',
            "expected one of pairs, threes, fours for 'groups.join' in {file}, found 'twos'",
        ),
        (
            'split = [2, 3], called = "walkers"',
            'join = "pairs", split = [2, 3]',
            "expected nothing for 'groups.split' in {file}, found [2, 3]",
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


ROUND = """
[[steps]]
rounds = "laps"
called = "Lap"

[[steps.steps]]
name = "Walk"
minutes = [5, 10, 15]
arrangement = "pairs"

[[steps.steps]]
name = "Turn round"
minutes = [1, 1, 1]
between = true
"""


def in_rounds(text=ROUND):
    return GOOD.rpartition("[[steps]]")[0] + text


def test_load_reads_rounds(tmp_path):
    (found,) = load(tmp_path, in_rounds())
    steps = found.expand(FormatRequest(60, 4)).steps
    assert [(step.round, step.name) for step in steps] == [
        ("", "Set off"),
        ("Lap 1 of 2", "Walk"),
        ("Lap 1 of 2", "Turn round"),
        ("Lap 2 of 2", "Walk"),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"laps"', '"lips"', "for 'steps[1].rounds' in {file}, found 'lips'. There is no 'lips'."),
        ('"laps"', "0", "1 or more, or an expression for 'steps[1].rounds' in {file}, found 0"),
        ('called = "Lap"', "called = 1", "expected text for 'steps[1].called' in {file}, found 1"),
        ("true", "1", "expected true or false for 'steps[1].steps[1].between' in {file}, found 1"),
        ("[5, 10", '["q", 10', "for 'steps[1].steps[0].minutes[0]' in {file}, found 'q'"),
        (
            'name = "Walk"',
            'name = "Walk"\nrounds = 2',
            "expected nothing for 'steps[1].steps[0].rounds' in {file}, found 2",
        ),
        ("minutes = [1, 1, 1]", "", "minutes in rising order for 'steps[1].steps[1].minutes' in"),
    ],
)
def test_load_names_the_place_in_a_round(tmp_path, right, wrong, message):
    text = in_rounds(ROUND.replace(right, wrong, 1))
    with pytest.raises(
        InvalidValueError, match=re.escape(message.format(file="walk-and-talk.toml"))
    ):
        load(tmp_path, text)


def test_load_refuses_a_round_without_steps(tmp_path):
    text = in_rounds('[[steps]]\nrounds = "laps"\n')
    with pytest.raises(InvalidValueError, match=r"at least one step of the round for 'steps\[1\]"):
        load(tmp_path, text)


@pytest.mark.parametrize(
    "hostile",
    [
        "__import__('os').system('true')",
        "n.__class__",
        "n ** n",
        "9999999999999",
        "1e9",
        "[n for n in s]",
        "n if g else s",
        "lambda: n",
        "n; g",
        "n\\ng",
        "min(n, 'a')",
        "open",
        "{n}",
        "n[0]",
        "n == g",
        "n @ g",
        "~n",
        "0x10",
        "1_000",
        "٣",
        "(" * 50 + "n" + ")" * 50,
        "-" * 50 + "n",
        "1" + " + n" * 60,
    ],
)
@pytest.mark.parametrize("place", ["minutes[2]", "times"])
def test_load_refuses_hostile_expressions(tmp_path, hostile, place):
    if place == "times":
        text = GOOD.replace('times = "laps"', f'times = "{hostile}"')
    else:
        text = GOOD.replace("[5, 10, 15]", f'[5, 10, "{hostile}"]')
    with pytest.raises(InvalidValueError) as error:
        load(tmp_path, text)
    assert f"for 'steps[1].{place}' in walk-and-talk.toml" in str(error.value)


def test_load_refuses_toml_that_is_nested_without_end(tmp_path):
    with pytest.raises(InvalidValueError, match=r"expected TOML in walk-and-talk\.toml"):
        load(tmp_path, "a = " + "[" * 100_000)


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
