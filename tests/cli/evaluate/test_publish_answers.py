"""`workshopcore publish` with answers: the ledger says whose figures went out."""

import json

import pytest
from evaluated import AFTER, CODES, rows, write

DAY = ("--as-of", "2027-12-31")
FIGURES = """
from types import SimpleNamespace
from workshopcore import hookimpl
from workshopcore.contracts.report import Paragraph, Report

def figures(programme, request):
    found = request.evaluation
    lines = [
        f"{wave.wave} {answer.label} {answer.text}"
        for wave in (found.waves if found else ())
        for item in wave.items
        for answer in item.answers
    ]
    return Report("figures:all", "Figures", "sponsor", blocks=[Paragraph(each) for each in lines])

@hookimpl
def workshopcore_reports():
    return [
        SimpleNamespace(
            key="figures:all", title="Figures", audience="sponsor", needs=frozenset(), build=figures
        )
    ]
"""

WELSH = """
msgid ""
msgstr "Language: cy\\nPlural-Forms: nplurals=1; plural=0;\\n"

msgid "fewer than {number}"
msgstr "llai na {number}"
"""
WELSH_PLUGIN = """
from pathlib import Path
from workshopcore import hookimpl

@hookimpl
def workshopcore_translations():
    return [Path.cwd()]
"""


@pytest.fixture
def publish(run, brought, install):
    install("figures", FIGURES)

    def publish(*arguments, report="figures:all"):
        return run(
            "publish", brought, "--to", "out", "--report", report, "--format", "text", *DAY,
            *arguments,
        )  # fmt: skip

    return publish


def ledger(folder):
    return json.loads((folder / "releases.json").read_text())["releases"]


def test_publish_shows_protected_figures_and_records_whose(publish, folder):
    assert publish().exit_code == 0

    [paper] = (folder / "out" / "sponsor").rglob("*.txt")
    assert "close Agree 5" in paper.read_text()
    [entry] = ledger(folder)
    assert {base["wave"] for base in entry["bases"]} == {"baseline", "close"}
    assert {len(base["members"]) for base in entry["bases"]} == {9}
    assert not any(f'"{code}"' in json.dumps(entry) for code in CODES)


def test_publishing_again_adds_nothing(publish, folder):
    publish()
    before = (folder / "releases.json").read_bytes()

    result = publish()

    assert "0 files written, 0 new entries in the ledger" in result.stdout
    assert (folder / "releases.json").read_bytes() == before


def test_report_without_figures_records_nobody(publish, folder):
    publish(report="overview")

    assert [entry.get("bases") for entry in ledger(folder)] == [None]


def test_one_who_left_since_is_not_given_away(publish, run, brought, folder):
    publish()
    path = write(folder / "late.csv", rows(AFTER[:8], CODES[:8]))
    run("evaluate", "import", brought, "close", path, "--write", "--replace")

    publish()

    [paper] = (folder / "out" / "sponsor").rglob("*.txt")
    assert "close Agree" not in paper.read_text()
    assert "baseline Agree 2" in paper.read_text()
    shown = run("evaluate", "summary", brought, "--wave", "close", *DAY).stdout
    assert "everybody (baseline, 9) less everybody (close, 8) leaves 1" in shown


def test_strict_house_publishes_bands(publish, folder):
    publish("--strict")

    [paper] = (folder / "out" / "sponsor").rglob("*.txt")
    assert "close Agree 5\n" not in paper.read_text() + "\n"


def test_answers_are_told_in_the_language_of_the_documents(publish, folder, install):
    install("welsh", WELSH_PLUGIN)
    (folder / "cy.po").write_text(WELSH, encoding="utf-8")

    result = publish("--strict", "--language", "cy")

    assert result.exit_code == 0, result.output
    [paper] = (folder / "out" / "sponsor").rglob("*.txt")
    assert "llai na 5" in paper.read_text(encoding="utf-8")
    assert "fewer than 5" not in paper.read_text(encoding="utf-8")


def test_language_that_is_no_tag_is_refused(publish, folder):
    result = publish("--language", "Welsh, please")

    assert result.exit_code == 2
    assert "expected a tag such as de or en-GB, found 'Welsh, please'" in result.stderr
    assert not (folder / "out").exists()


def test_changed_answers_stop_publishing(publish, folder):
    (folder / "answers" / "close.csv").write_text("token,worth\n")

    result = publish()

    assert result.exit_code == 2
    assert "Restore it, or import the answers again" in result.stderr
    assert not (folder / "out").exists()


def test_papers_go_out_without_answers_that_are_not_there(publish, folder):
    (folder / "answers" / "close.csv").unlink()

    result = publish()

    assert result.exit_code == 0
    assert "close.csv is not here: nothing is shown of the answers of 'close'" in result.stderr
    assert list((folder / "out").iterdir()) != []


def test_key_that_is_gone_is_missed(publish, folder):
    publish()
    (folder / "answers" / "key").unlink()

    result = publish()

    assert result.exit_code == 0
    assert "answers/key is missing" in result.stderr
