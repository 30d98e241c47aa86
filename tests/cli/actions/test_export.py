import csv
from datetime import date

import pytest

import workshopcore as wc

DAY = ("--as-of", "2027-03-01")


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_export_writes_the_open_ones(act, folder):
    result = act("export", "--to", "out.csv", *DAY)

    assert (result.exit_code, result.stderr) == (0, "")
    title = wc.Toolkit(discover=False).exporters["csv"].title
    assert result.stdout == f"Wrote out.csv: 3 actions as of 2027-03-01 ({title})\n"
    assert [row["Id"] for row in rows(folder / "out.csv")] == [
        "invite-partners",
        "book-hall",
        "write-guide",
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--all", "--owner", "Tomasz"], ["book-hall", "draft-letter"]),
        (["--overdue"], ["book-hall"]),
        (["--status", "done"], ["draft-page"]),
    ],
)
def test_export_takes_the_filters_of_the_list(act, folder, arguments, expected):
    act("export", "--to", "out.csv", *DAY, *arguments)

    assert [row["Id"] for row in rows(folder / "out.csv")] == expected


def test_export_takes_mine(act, folder, monkeypatch):
    monkeypatch.setenv("WORKSHOPCORE_ME", "mei-tanaka")

    act("export", "--to", "out.csv", *DAY, "--mine")

    assert [row["Id"] for row in rows(folder / "out.csv")] == ["write-guide"]


def test_export_makes_the_folder_and_says_when_nothing_is_new(act, folder):
    act("export", "--to", "lists/out.csv", *DAY)
    before = (folder / "lists/out.csv").read_bytes()

    result = act("export", "--to", "lists/out.csv", *DAY)

    assert result.stdout.startswith("Nothing new in lists/out.csv: 3 actions as of 2027-03-01")
    assert (folder / "lists/out.csv").read_bytes() == before


def test_export_goes_by_the_ending_or_by_the_format_that_is_named(act, folder):
    act("export", "--to", "out.md", *DAY)
    act("export", "--to", "named.txt", "--format", "markdown-tasks", *DAY)

    text = (folder / "out.md").read_text(encoding="utf-8")
    assert "- [ ] " in text
    assert (folder / "named.txt").read_text(encoding="utf-8") == text


def test_export_takes_today_where_no_day_is_given(act, folder, log):
    text = log.read_text(encoding="utf-8").replace("2027-", "2020-")
    log.write_text(text, encoding="utf-8")
    before = date.today()

    shown = act("export", "--to", "out.csv").stdout

    assert date.fromisoformat(shown.split(" as of ")[1][:10]) in {before, date.today()}


def test_export_comes_back_as_nothing_new(act):
    act("export", "--to", "out.csv", "--all", *DAY)

    assert act("import", "out.csv", *DAY).stdout == "out.csv: nothing new in 5 lines\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "out.csv", "--owner", "Rosa Duarte"], "there is nothing to write. 0 shown, of 3"),
        (["--to", "out.csv", "--owner", "nobody"], "the name of a person, found 'nobody'"),
        (["--to", "out.pdf"], "out.pdf: no format ends in '.pdf'. Known endings: "),
        (["--to", "out.xlsx"], "comes with the plugin workshopcore-office, which is not there"),
        (["--to", "out.csv", "--format", "cvs"], "no exporter 'cvs'. Did you mean 'csv'?"),
        (["--to", "programme.toml", "--format", "csv"], "programme.toml is the programme itself"),
        (["--to", ".", "--format", "csv"], "'.' is a directory"),
    ],
)
def test_export_that_is_refused_writes_nothing(act, folder, log, arguments, message):
    before = {path: path.read_bytes() for path in folder.iterdir()}

    result = act("export", *arguments, *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


FAILING = """
from types import SimpleNamespace
from workshopcore import hookimpl

def write(programme, request):
    raise RuntimeError("no \\x1b[31mink")

@hookimpl
def workshopcore_exporters():
    parts = dict(title="Tabs", matter="actions", suffix=".tab", write=write)
    return [SimpleNamespace(key="acme:tab", **parts)]
"""


def test_export_by_a_plugin_that_fails_leaves_what_was_there(act, install, folder):
    install("acme", FAILING)
    (folder / "out.tab").write_text("before")

    result = act("export", "--to", "out.tab", *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "no \\x1b[31mink" in result.stderr
    assert (folder / "out.tab").read_text() == "before"
