import pytest


def test_run_sheet_is_printed_as_text(run, programme):
    result = run("run-sheet", "programme.toml", "where-now")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "09:30" in result.stdout
    assert "Strengths and gaps" in result.stdout
    assert "Two years from now" not in result.stdout


def test_run_sheet_takes_a_number_for_a_name(run, programme):
    named = run("run-sheet", "programme.toml", "where-to")

    assert run("run-sheet", "programme.toml", "2").stdout == named.stdout


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999"])
def test_run_sheet_knows_how_many_there_are(run, programme, number):
    result = run("run-sheet", "programme.toml", number)

    assert result.exit_code == 2
    assert f"there is no workshop {number}: expected 1 to 2" in result.stderr


def test_run_sheet_suggests_a_workshop(run, programme):
    result = run("run-sheet", "programme.toml", "where-nwo")

    assert result.exit_code == 2
    assert result.stderr == "Error: no workshop 'where-nwo'. Did you mean 'where-now'?\n"


def test_run_sheet_lists_the_workshops_when_none_is_named(run, programme):
    result = run("run-sheet", "programme.toml")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "'Harbour team: a year of change' has 2 workshops. Name one:",
        "number  workshop   start             title",
        "1       where-now  2027-01-19 09:30  Where are we now?",
        "2       where-to   2027-03-09 09:30  Where do we want to be?",
    ]


def test_run_sheet_takes_the_only_workshop(run, programme):
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text[: text.rindex("[[workshops]]")], encoding="utf-8")

    assert "Strengths and gaps" in run("run-sheet", "programme.toml").stdout


def test_run_sheet_of_nothing_is_refused(run, programme):
    programme.write_text('title = "A year"\n')

    result = run("run-sheet", "programme.toml")

    assert result.exit_code == 2
    assert "'A year' has no workshops yet" in result.stderr


@pytest.mark.parametrize(("key", "start"), [("markdown", "# "), ("html", "<!")])
def test_run_sheet_is_written_in_other_formats(run, programme, key, start):
    result = run("run-sheet", "programme.toml", "1", "--format", key)

    assert result.exit_code == 0
    assert result.stdout.lower().startswith(start)


def test_run_sheet_is_written_to_a_file(run, programme, folder):
    printed = run("run-sheet", "programme.toml", "1", "--format", "html").stdout

    result = run("run-sheet", "programme.toml", "1", "--format", "html", "--to", "out.html")

    assert (result.exit_code, result.stdout) == (0, "Wrote out.html\n")
    assert (folder / "out.html").read_text(encoding="utf-8").strip() == printed.strip()


def test_run_sheet_suggests_a_format(run, programme):
    result = run("run-sheet", "programme.toml", "1", "--format", "markdwn")

    assert result.exit_code == 2
    assert "Did you mean 'markdown'?" in result.stderr


def test_run_sheet_cannot_be_tricked_by_a_file(run, programme):
    text = programme.read_text(encoding="utf-8")
    hostile = "[red]x[/red]\\u001b[2J\\u202e"
    programme.write_text(text.replace("Strengths and gaps", hostile), encoding="utf-8")

    result = run("run-sheet", "programme.toml", "1")

    assert "[red]x[/red]" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_run_sheet_names_every_fault_of_a_file(run, programme):
    text = programme.read_text(encoding="utf-8")
    faulty = text.replace('"facilitator"', '"boss"').replace("Europe/London", "Nowhere")
    programme.write_text(faulty, encoding="utf-8")

    result = run("run-sheet", "programme.toml", "1")

    assert result.exit_code == 2
    assert "2 problems" in result.stderr
    assert "'boss'" in result.stderr
    assert "'Nowhere'" in result.stderr


BINARY = """
from workshopcore import hookimpl

class Blob:
    key, title, suffix, media_type = "acme:blob", "Blob", ".blob", "application/octet-stream"

    def render(self, report, style):
        return bytes(range(256))

@hookimpl
def workshopcore_renderers():
    return [Blob()]
"""


def test_run_sheet_that_is_not_text_goes_to_a_pipe_as_it_is(run, programme, install):
    install("acme", BINARY)

    result = run("run-sheet", "programme.toml", "1", "--format", "acme:blob")

    assert result.stdout_bytes == bytes(range(256))


def test_run_sheet_that_is_not_text_stays_off_a_terminal(on_terminal, programme, install):
    install("acme", BINARY)

    code, shown = on_terminal("run-sheet", "programme.toml", "1", "--format", "acme:blob")

    assert code == 2
    assert "'acme:blob' is not text: name a file with --to" in shown
