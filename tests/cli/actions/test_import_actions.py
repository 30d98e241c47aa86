import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from workshopcore.toolkit import Toolkit

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "commands.md"
DAY = ("--as-of", "2027-02-23")
NEWS = {"book-hall": {"Status": "done", "Note": "The sailing club said yes"}}
CLASH = {"invite-partners": {"Due": "2027-03-09"}}


@pytest.fixture
def back(act, folder):
    """Send the list out, and return it as it comes back with other cells."""
    act("export", "--to", "out.csv", "--as-of", "2027-02-12")
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        sent = list(csv.DictReader(file))

    def back(cells):
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, list(sent[0]))
        writer.writeheader()
        writer.writerows({**row, **cells.get(row["Id"], {})} for row in sent)
        return text.getvalue()

    return back


@pytest.fixture
def meanwhile(act, back):
    """Somebody gives an action another date after the list was sent out."""
    act("update", "invite-partners", "--due", "2027-03-05", "--on", "2027-02-16")


@pytest.fixture
def bring(act, folder):
    """Take a list in that has come back."""

    def bring(content, *arguments, name="back.csv", day=DAY):
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
        return act("import", name, *day, *arguments)

    return bring


def test_import_shows_and_saves_what_is_new(bring, back, added):
    result = bring(back(NEWS), "--by", "Tomasz")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Taken in",
        "where           action     what    before                 now",
        "row 3 (line 3)  book-hall  status  blocked                done",
        "row 3 (line 3)  book-hall  note    The caretaker is away  The sailing club said yes",
        "",
        "back.csv: 2 changes and 3 lines with nothing new",
        "Saved in programme.toml",
    ]
    (line,) = added()
    assert line == (
        '  { on = 2027-02-23, status = "done", note = "The sailing club said yes",'
        ' by = "tomasz-zielak" },'
    )


def test_import_of_the_same_file_again_brings_nothing_new(bring, back, log):
    bring(back(NEWS))
    after = log.read_bytes()

    result = bring(back(NEWS))

    assert (result.exit_code, result.stdout) == (0, "back.csv: nothing new in 4 lines\n")
    assert log.read_bytes() == after


def test_import_lists_a_conflict_and_leaves_ours(bring, back, meanwhile, log):
    before = log.read_bytes()

    result = bring(back(CLASH))

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "Not taken in: ours has moved on meanwhile, and stays",
        "where           action           what  sent        ours        theirs",
        "row 2 (line 2)  invite-partners  due   2027-03-02  2027-03-05  2027-03-09",
        "",
        "back.csv: 1 conflict and 3 lines with nothing new",
    ]
    assert log.read_bytes() == before


def test_import_takes_in_the_rest_of_a_file_with_problems(bring, back, loaded):
    cells = {
        "book-hall": {"Progress": "lots", "Due": "soon"},
        "invite-partners": {"Progress": "60"},
    }

    result = bring(back(cells))

    lines = result.stdout.splitlines()
    problems = [line for line in lines if line.startswith("back.csv: error WC003 row 3 (line 3)")]
    assert result.exit_code == 1
    assert [line.partition(", column ")[2].partition(":")[0] for line in problems] == [
        "Due",
        "Progress",
    ]
    assert lines[-2:] == [
        "back.csv: 1 change, 2 problems and 2 lines with nothing new",
        "Saved in programme.toml",
    ]
    assert loaded().action("invite-partners").progress(date(2027, 2, 23)) == 60


@pytest.mark.parametrize("content", ["", "What is this?\n", b"\x00\xff\xfe\x80"])
def test_import_of_what_is_no_list_does_nothing(bring, log, content):
    before = log.read_bytes()

    result = bring(content)

    assert result.exit_code == 2
    assert result.stdout.splitlines()[-1].startswith("back.csv: ")
    assert "problem" in result.stdout.splitlines()[-1]
    assert log.read_bytes() == before


def test_import_that_is_a_dry_run_shows_the_same_and_writes_nothing(bring, back, log):
    before = log.read_bytes()

    dry = bring(back(NEWS), "--dry-run").stdout.splitlines()

    assert log.read_bytes() == before
    wet = bring(back(NEWS)).stdout.splitlines()
    assert (dry[0], wet[0]) == ("To be taken in", "Taken in")
    assert dry[1:-1] == wet[1:-1]
    assert dry[-1] == "A dry run: programme.toml is as it was"


def test_import_takes_today_where_the_file_and_nobody_tells_the_day(bring, log, loaded):
    text = log.read_text(encoding="utf-8").replace("2027-", "2020-")
    log.write_text(text, encoding="utf-8")
    before = date.today()

    bring("Id,Note\nwrite-guide,Half of it is there\n", day=())

    assert before <= loaded().action("write-guide").updates[-1].on <= date.today()


def test_import_goes_by_the_format_that_is_named(bring, back):
    result = bring(back(NEWS), "--format", "csv", name="back.list")

    assert (result.exit_code, result.stderr) == (0, "")


def test_import_reads_what_another_tool_wrote(bring, loaded):
    headings = "Task ID,Task Name,Assigned To,Progress"
    task = "12,Write a guide for new people,Inês Duarte,Completed"

    result = bring(f"{headings}\n{task}\n", "--preset", "planner")

    action = loaded().action("write-guide")
    assert result.exit_code == 0, result.output
    assert (action.known_as, action.status(date(2027, 2, 23))) == (("planner:12",), "done")


def test_import_reads_a_table_by_a_mapping(bring, loaded, folder):
    (folder / "mapping.toml").write_text(
        'tool = "board"\n\n[columns]\nid = "Nr"\nstatus = "Stand"\n\n[statuses]\nfertig = "done"\n'
    )

    result = bring("Nr,Stand\nwrite-guide,fertig\n", "--mapping", "mapping.toml")

    assert result.exit_code == 0, result.output
    assert loaded().action("write-guide").status(date(2027, 2, 23)) == "done"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"columns = ", "mapping.toml: expected TOML. "),
        (b"\xff", "mapping.toml: expected UTF-8 text, found other bytes"),
        (None, "mapping.toml: No such file or directory"),
    ],
)
def test_import_refuses_a_mapping_that_is_none(bring, folder, content, message):
    if content is not None:
        (folder / "mapping.toml").write_bytes(content)

    result = bring("Id\n", "--mapping", "mapping.toml")

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.csv"], "missing.csv: No such file or directory"),
        (["back.csv", "--by", "nobody"], "the name of a person, found 'nobody'"),
        (["back.csv", "--format", "cvs"], "no importer 'cvs'. Did you mean 'csv'?"),
        (["back.tab"], "back.tab: no format ends in '.tab'"),
    ],
)
def test_import_that_is_refused_leaves_every_byte(act, log, folder, arguments, message):
    for name in ("back.csv", "back.tab"):
        (folder / name).write_text("Id,Note\nbook-hall,x\n")
    before = log.read_bytes()

    result = act("import", *arguments, *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert log.read_bytes() == before


def test_import_adds_what_somebody_proposes(bring, loaded):
    result = bring("Id,Action,Owner\n,Ring the two homes,Mei Tanaka\n")

    assert re.split("  +", result.stdout.splitlines()[2]) == [
        "row 2 (line 2)",
        "ring-the-two-homes",
        "action",
        "–",
        "Ring the two homes",
    ]
    assert loaded().actions[-1].id == "ring-the-two-homes"


def test_import_tells_machines_everything(bring, back):
    cells = {**NEWS, "write-guide": {"Due": "soon"}}

    found = json.loads(bring(back(cells), "--json").stdout)

    assert {name: found[name] for name in ("file", "format", "saved", "unchanged")} == {
        "file": "back.csv",
        "format": "csv",
        "saved": True,
        "unchanged": 2,
    }
    assert found["changes"][0] == {
        "place": "row 3 (line 3)",
        "action": "book-hall",
        "field": "status",
        "before": "blocked",
        "after": "done",
        "on": "2027-02-23",
    }
    (problem,) = found["problems"]
    assert (problem["code"], problem["place"]) == ("WC003", "row 5 (line 5), column Due")


def test_import_tells_machines_of_conflicts(bring, back, meanwhile):
    result = bring(back(CLASH), "--json")

    found = json.loads(result.stdout)
    assert (result.exit_code, found["saved"], found["changes"]) == (1, False, [])
    assert found["conflicts"] == [
        {
            "place": "row 2 (line 2)",
            "action": "invite-partners",
            "field": "due",
            "sent": "2027-03-02",
            "ours": "2027-03-05",
            "theirs": "2027-03-09",
        }
    ]


def test_import_that_is_a_dry_run_tells_machines_that_nothing_is_saved(bring, back):
    assert json.loads(bring(back(NEWS), "--dry-run", "--json").stdout)["saved"] is False


def test_import_has_the_names_of_its_json_documented(bring, back, meanwhile):
    section = PAGE.read_text(encoding="utf-8").partition("\n## actions import\n")[2]
    section = section.partition("\n## ")[0]

    cells = {**NEWS, **CLASH, "write-guide": {"Due": "soon"}}
    found = json.loads(bring(back(cells), "--json").stdout)
    names = {*found, *(name for part in PARTS for name in found[part][0])}
    assert sorted(name for name in names if f"`{name}`" not in section) == []


PARTS = ("changes", "conflicts", "problems")


def test_import_cannot_be_made_to_act_on_a_terminal(bring):
    result = bring('Id,Note,Due\nwrite-guide,"a\x1b[2J\u202e[bold]b",\x1b[2J\n')

    assert not {"\x1b", "\u202e"} & set(result.output)
    assert "a\\x1b[2J\\u202e[bold]b" in result.stdout


def test_import_keeps_what_somebody_else_saves_in_between(bring, back, log, loaded, monkeypatch):
    take_in, written = Toolkit.import_actions, []

    def slowly(self, *arguments, **settings):
        if not written:
            written.append(True)
            with log.open("a", encoding="utf-8") as file:
                file.write("# in between\n")
        return take_in(self, *arguments, **settings)

    monkeypatch.setattr(Toolkit, "import_actions", slowly)

    result = bring(back(NEWS))

    assert result.stdout.splitlines()[-1] == "Saved in programme.toml"
    assert "# in between\n" in log.read_text(encoding="utf-8")
    assert loaded().action("book-hall").status(date(2027, 2, 23)) == "done"
