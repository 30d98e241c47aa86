"""What is held is shown, and a name goes out of a file whose comments and order stay."""

import json

import pytest

import workshopcore as wc

NOTED = """
[[quotes]]
verbatim = "We laugh more than we did"
speaker = "amina-yusuf"

# Amina knows both teams.
[details]
note = "Amina will ask Tomasz; AY chairs"
"""


@pytest.fixture
def file(programme):
    programme.write_text(programme.read_text(encoding="utf-8") + NOTED, encoding="utf-8")
    return programme


@pytest.fixture
def act(run, file):
    def act(command, *arguments, **settings):
        return run("privacy", command, file.name, *arguments, **settings)

    return act


def test_show_lists_what_is_held(act):
    result = act("show", "Amina")

    assert result.exit_code == 0
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == [
        "where",
        "people[0].name",
        "people[0].role",
        "people[0].id",
        "actions[0]",
        "quotes[0]",
        "details.note",
    ]


def test_show_prints_json(act):
    found = json.loads(act("show", "amina-yusuf", "--also", "First", "--json").stdout)

    assert found["person"] == "amina-yusuf"
    assert [one for one in found["held"] if one["path"].startswith("workshops")] == [
        {
            "path": "workshops[1].agenda[4].title",
            "what": "session that names them",
            "value": "First steps",
            "kind": "text",
        }
    ]


@pytest.mark.parametrize(("name", "begins"), [("a.html", b"<!doctype html>"), ("a.md", b"# What")])
def test_show_writes_a_document(act, folder, name, begins):
    result = act("show", "Amina", "--to", name)

    assert result.stdout == f"Written: {name}\n"
    assert (folder / name).read_bytes().startswith(begins)


def test_show_overwrites_nothing_and_knows_its_formats(act, folder):
    (folder / "a.html").write_text("mine")
    there, unknown = act("show", "Amina", "--to", "a.html"), act("show", "Amina", "--to", "a.exe")

    assert (there.exit_code, unknown.exit_code) == (2, 2)
    assert "is there already" in there.stderr
    assert "expected a name that ends in .html, .md, .txt" in unknown.stderr
    assert (folder / "a.html").read_text() == "mine"


def test_pseudonymise_takes_the_name_out_and_leaves_the_rest(act, file):
    before = file.read_text(encoding="utf-8")
    result = act("pseudonymise", "Amina", "--on", "2029-01-31", "--yes")

    assert result.exit_code == 0
    after = file.read_text(encoding="utf-8")
    kept = set(before.splitlines()) & set(after.splitlines())
    assert {"# Amina knows both teams.", 'name = "Tomasz Zielak"', "[details]"} <= kept
    year = wc.load(file)
    assert year.people[0] == wc.Person("Person 1", id="person-1", pseudonymised="2029-01-31")
    assert (year.actions[0].owner, year.quotes[0].speaker) == ("person-1", "person-1")
    assert year.details["note"] == "Person 1 will ask Tomasz; AY chairs"


def test_pseudonymise_tells_what_changed_what_is_left_and_what_is_elsewhere(act, file):
    lines = act("pseudonymise", "Amina", "--on", "2029-01-31", "--yes").stdout.splitlines()

    assert lines[0] == "Amina Yusuf becomes Person 1"
    assert [line.split() for line in lines if line.startswith("actions")] == [
        ["actions[0].owner", "referred", "amina-yusuf"]
    ]
    assert "  details.note: AY (initials may stand for something else)" in lines
    assert "Not in the programme, and to be looked after by hand:" in lines
    comment = file.read_text(encoding="utf-8").splitlines().index("# Amina knows both teams.") + 1
    assert f"{file.name}:{comment}: names them, or may, in a comment or in what was left" in lines


def test_pseudonymise_dry_run_writes_nothing(act, file):
    before = file.read_bytes()
    result = act("pseudonymise", "Amina", "--dry-run", "--json")

    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert (found["name"], found["id"], found["lines"]) == ("Person 1", "person-1", [])
    assert {
        "path": "people[0].name",
        "fate": "replaced",
        "words": "Amina Yusuf",
        "why": "",
    } in found["traces"]
    assert file.read_bytes() == before


def test_pseudonymise_asks_nobody_who_is_not_there(act, file):
    before = file.read_bytes()
    result = act("pseudonymise", "Amina")

    assert result.exit_code == 2
    assert "Say --yes to do it, or --dry-run to look" in result.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "code", "name"), [("maybe\nno\n", 2, "Amina Yusuf"), ("yes\n", 0, "Person 1")]
)
def test_pseudonymise_asks_before_it_writes(on_terminal, file, typed, code, name):
    ended, shown = on_terminal("privacy", "pseudonymise", file.name, "Amina", typed=typed)

    assert ended == code
    assert "It cannot be undone (yes or no)" in shown
    assert wc.load(file).people[0].name == name


def test_due_lists_those_whose_time_is_over(act, file):
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Mei Tanaka"', '"Mei Tanaka"\nleft = 2027-01-31'))
    early, late = (act("due", "--as-of", day) for day in ("2029-01-31", "2029-02-01"))

    assert (early.exit_code, late.exit_code) == (0, 1)
    assert early.stdout == "On 2029-01-31 nobody's name is past its time.\n"
    assert "warning WC140 people[2].name: 'Mei Tanaka' is still named" in late.stdout
    found = json.loads(act("due", "--as-of", "2029-02-01", "--json").stdout)
    assert [(one["code"], one["path"]) for one in found] == [("WC140", "people[2].name")]


def test_check_looks_from_a_day(run, file):
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Mei Tanaka"', '"Mei Tanaka"\nleft = 2027-01-31'))

    assert "WC140" not in run("check", file.name).stdout
    assert "WC140" in run("check", file.name, "--as-of", "2029-02-01").stdout
