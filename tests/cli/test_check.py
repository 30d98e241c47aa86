import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"


def broken(programme, *changes):
    """Put mistakes into a programme file: pairs of what stands there and what shall."""
    text = programme.read_text(encoding="utf-8")
    for found, wanted in changes:
        assert found in text
        text = text.replace(found, wanted, 1)
    programme.write_text(text, encoding="utf-8")


def line_of(programme, text):
    lines = programme.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


NO_BUFFER = ('  { kind = "buffer", minutes = [0, 10, 20] },\n', "")
NO_INDICATOR = ('indicator = "Staff who can name it"\n', "")
WRONG_ROLE = ('role = "facilitator"', 'role = "faciltator"')


def test_check_has_nothing_to_say_of_a_good_programme(run, programme):
    result = run("check", "programme.toml", "--fail-on", "note")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "programme.toml: nothing to report\n"


def test_check_prints_place_code_message_and_cure(run, programme):
    broken(programme, NO_INDICATOR)

    result = run("check", "programme.toml")

    assert result.exit_code == 1
    first, hint, total = result.stdout.splitlines()
    line = line_of(programme, "[[objectives]]")
    assert re.match(rf"programme\.toml:{line}: warning WC120 objectives\[0\]: \S", first)
    assert hint.startswith("    Agree with the sponsor")
    assert total == "programme.toml: 1 warning"


def test_check_puts_structure_and_practice_into_one_list(run, programme):
    broken(programme, NO_INDICATOR, WRONG_ROLE)

    result = run("check", "programme.toml")

    assert result.exit_code == 1
    codes = re.findall(r"^programme\.toml:\d+: \w+ (WC\d+)", result.stdout, re.MULTILINE)
    assert "WC120" in codes
    assert any(code.startswith("WC0") for code in codes)
    assert "Did you mean 'facilitator'?" in result.stdout
    assert "practice was checked on what could be read" in result.stdout


def test_check_keeps_the_order_of_the_file(run, programme):
    broken(programme, NO_INDICATOR, WRONG_ROLE)

    result = run("check", "programme.toml", "--json")

    lines = [finding["line"] for finding in json.loads(result.stdout) if finding["line"]]
    assert lines == sorted(lines)
    assert len(lines) >= 2


@pytest.mark.parametrize(
    ("changes", "fail_on", "code"),
    [
        ([NO_INDICATOR], "error", 0),
        ([NO_INDICATOR], "warning", 1),
        ([NO_INDICATOR], "note", 1),
        ([WRONG_ROLE], "error", 1),
    ],
)
def test_check_fails_on_what_it_is_told_to(run, programme, changes, fail_on, code):
    broken(programme, *changes)

    assert run("check", "programme.toml", "--fail-on", fail_on).exit_code == code


def test_check_json_is_what_its_page_says(run, programme):
    broken(programme, NO_INDICATOR, WRONG_ROLE)
    schema = json.loads(re.search(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)[1])

    result = run("check", "programme.toml", "--json")

    found = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(found)
    assert set(found[0]) == set(schema["items"]["properties"])
    assert {finding["file"] for finding in found} == {"programme.toml"}


def test_check_json_of_a_good_programme_is_an_empty_list(run, programme):
    result = run("check", "programme.toml", "--json")

    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_check_names_the_line_of_a_syntax_error(run, programme):
    broken(programme, ('name = "Amina Yusuf"', 'name = "Amina Yusuf'))
    line = line_of(programme, "Amina")

    result = run("check", "programme.toml")

    assert result.exit_code == 2
    assert f"programme.toml:{line}: error WC0" in result.stdout
    assert result.stdout.endswith("programme.toml: could not be read as a programme\n")


@pytest.mark.parametrize("content", [b"\xff\xfe", b'title = "\x00"', b"[" * 100_000])
def test_check_cannot_read_what_is_no_programme(run, programme, content):
    programme.write_bytes(content)

    result = run("check", "programme.toml")

    assert result.exit_code == 2
    assert "programme.toml:1: error WC001 " in result.stdout


def test_check_reads_an_empty_programme(run, programme):
    programme.write_bytes(b"")

    result = run("check", "programme.toml")

    assert result.exit_code == 1
    assert "expected the title of a programme" in result.stdout


def test_check_cannot_read_what_is_not_there(run):
    result = run("check", "nowhere.toml")

    assert (result.exit_code, result.stderr) == (2, "")
    assert result.stdout.startswith("nowhere.toml: error WC001 ")


def test_check_goes_on_after_a_file_that_cannot_be_read(run, programme):
    broken(programme, NO_INDICATOR)

    result = run("check", "nowhere.toml", "programme.toml")

    assert result.exit_code == 2
    assert "warning WC120" in result.stdout


def test_check_takes_the_policy_of_a_house(run, programme, folder):
    broken(programme, NO_BUFFER)
    (folder / "house.toml").write_text("[policy.WC208]\nminutes = 60\n")

    assert "WC208" not in run("check", "programme.toml").stdout
    assert "WC208" in run("check", "programme.toml", "--policy", "house.toml").stdout


def test_check_reports_a_slip_in_the_policy_where_it_is(run, programme, folder):
    (folder / "house.toml").write_text("[policy.WC208]\nminuts = 60\n")
    (folder / "other.toml").write_bytes(programme.read_bytes())

    result = run("check", "programme.toml", "other.toml", "--policy", "house.toml")

    assert result.exit_code == 1
    first, hint, *totals = result.stdout.splitlines()
    assert first.startswith("house.toml: warning WC102 ")
    assert "'minuts'" in first
    assert hint == "    Did you mean 'minutes'?"
    assert totals == [
        "house.toml: 1 warning",
        "programme.toml: nothing to report",
        "other.toml: nothing to report",
    ]


def test_check_cannot_be_tricked_by_a_file(run, programme):
    broken(
        programme,
        ("Where are we now?", "[red]x[/red]\\u001b[2J\\u202e\\nfake.toml:1: error"),
        ('purpose = "Agree where we stand"\n', ""),
    )

    result = run("check", "programme.toml")

    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "\nfake.toml" not in result.output


FAILING = """
from workshopcore import hookimpl

@hookimpl
def workshopcore_checks():
    raise RuntimeError("no \\x1b[31mrules")
"""


def test_check_says_whose_rules_were_not_checked(run, programme, install):
    install("acme", FAILING)

    result = run("check", "programme.toml")

    assert result.exit_code == 0
    assert result.stderr.startswith("Not checked by a plugin that failed: plugin 'acme' ")
    assert "no \\x1b[31mrules" in result.stderr
