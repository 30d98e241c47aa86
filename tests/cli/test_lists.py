"""The commands that list what there is: reports, plugins, schema."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator


def test_reports_lists_reports_formats_and_styles(run):
    result = run("reports")

    assert result.exit_code == 0
    reports, formats, styles = result.stdout.strip().split("\n\n")
    assert [line.split()[0] for line in formats.splitlines()[1:]] == ["html", "markdown", "text"]
    assert {"overview", "run-sheet", "case-study"} <= {r.split()[0] for r in reports.splitlines()}
    assert "plain" in {line.split()[0] for line in styles.splitlines()}


def test_reports_says_what_each_is_about(run):
    rows = run("reports").stdout.splitlines()

    (run_sheet,) = [row for row in rows if row.startswith("run-sheet")]
    assert "facilitators" in run_sheet
    assert run_sheet.endswith("a workshop")


def test_reports_lists_for_machines(run):
    listed = json.loads(run("reports", "--json").stdout)

    (brief,) = [one for one in listed["reports"] if one["key"] == "expert-brief"]
    assert brief["audience"] == "expert"
    assert "engagement" in brief["needs"]
    (html,) = [one for one in listed["formats"] if one["key"] == "html"]
    assert (html["suffix"], html["media_type"].partition(";")[0]) == (".html", "text/html")


def test_plugins_lists_the_built_in_parts(run):
    result = run("plugins")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("workshopcore (workshopcore")
    assert "ready" in result.stdout.splitlines()[0]
    assert "    formats: " in result.stdout


def test_plugins_lists_for_machines(run):
    built_in, *others = json.loads(run("plugins", "--json").stdout)

    assert {each["state"] for each in others} <= {"disabled"}
    assert built_in["name"] == "workshopcore"
    assert built_in["state"] == "ready"
    assert built_in["cause"] == ""
    assert "run-sheet" in built_in["provides"]["reports"]


def test_schema_is_one(run):
    result = run("schema")

    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert "workshops" in schema["properties"]


def test_schema_is_written_to_a_file(run, folder: Path):
    printed = run("schema").stdout

    result = run("schema", "--to", "programme.schema.json")

    assert result.stdout == "Wrote programme.schema.json\n"
    assert (folder / "programme.schema.json").read_text(encoding="utf-8") == printed


def test_schema_says_so_when_it_may_not_write(run):
    result = run("schema", "--to", "no/such/folder/schema.json")

    assert result.exit_code == 2
    assert result.stderr == "Error: no/such/folder/schema.json: No such file or directory\n"
