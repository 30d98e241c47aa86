import json
from datetime import date

import pytest


def published(folder):
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    # What the publication remembers is no document.
    return files - {".published.json"}


@pytest.fixture
def publish(run, programme):
    def publish(*arguments):
        return run("publish", "programme.toml", "--to", "out", *arguments)

    return publish


def ledger(folder):
    return json.loads((folder / "releases.json").read_text())["releases"]


def test_publish_writes_documents_and_says_what_to_open(publish, folder):
    result = publish("--as-of", "2027-02-01")

    assert (result.exit_code, result.stderr) == (0, "")
    last = result.stdout.splitlines()[-1]
    assert last == "Open out/index.html"
    files = published(folder / "out")
    assert "index.html" in files
    assert any("where-now" in name for name in files)


def test_publish_says_what_it_skipped_and_why(publish):
    result = publish("--as-of", "2027-02-01")

    skipped = [line for line in result.stdout.splitlines() if line.startswith("Skipped")]
    assert "Skipped expert-brief: the programme has no engagement yet" in skipped


def test_publish_keeps_a_ledger_beside_the_programme(publish, folder):
    result = publish("--as-of", "2027-02-01", "--report", "overview")

    entries = ledger(folder)
    assert [entry["report"] for entry in entries] == ["overview"]
    assert {"name", "audience", "as_of", "sha256"} < set(entries[0])
    assert "1 document in out: 2 files written, 1 new entry in the ledger" in result.stdout


def test_publish_adds_nothing_when_nothing_is_new(publish, folder):
    publish("--as-of", "2027-02-01")
    before = (folder / "releases.json").read_bytes()

    result = publish("--as-of", "2027-02-01")

    assert "0 files written, 0 new entries in the ledger" in result.stdout
    assert (folder / "releases.json").read_bytes() == before


def test_publish_adds_what_changed(publish, programme, folder):
    publish("--as-of", "2027-02-01", "--report", "overview")
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("Harbour team", "Quay team"), encoding="utf-8")

    publish("--as-of", "2027-02-01", "--report", "overview")

    assert [entry["report"] for entry in ledger(folder)] == ["overview", "overview"]


def test_publish_takes_today_where_no_day_is_given(publish, folder):
    before = date.today()
    publish("--report", "action-plan")

    (entry,) = ledger(folder)
    assert before <= date.fromisoformat(entry["as_of"]) <= date.today()


def test_publish_writes_every_format_it_is_asked_for(publish, folder):
    publish("--report", "overview", "--format", "markdown", "--format", "text")

    suffixes = {name.rpartition(".")[2] for name in published(folder / "out")}
    assert suffixes == {"md", "txt"}


@pytest.mark.parametrize("workshop", ["where-to", "2"])
def test_publish_restricts_itself_to_a_workshop(publish, folder, workshop):
    publish("--workshop", workshop)

    names = published(folder / "out") - {"index.html"}
    assert names
    assert all("where-to" in name for name in names)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--report", "overvew"], "'overvew'. Did you mean 'overview'?"),
        (["--format", "htlm"], "no renderer 'htlm'. Did you mean 'html'?"),
        (["--style", "plan"], "no style 'plan'. Did you mean 'plain'?"),
        (["--workshop", "where-two"], "no workshop 'where-two'. Did you mean 'where-to'?"),
        (["--as-of", "soon"], "expected a date such as 2027-01-19"),
    ],
)
def test_publish_writes_nothing_when_asked_for_what_is_not_there(
    publish, folder, arguments, message
):
    result = publish(*arguments)

    assert result.exit_code == 2
    assert message in result.stderr
    assert not (folder / "out").exists()
    assert not (folder / "releases.json").exists()


def test_publish_writes_nothing_when_the_ledger_cannot_be_read(publish, folder):
    (folder / "releases.json").write_text("{")

    result = publish()

    assert result.exit_code == 2
    assert "expected the ledger of earlier releases" in result.stderr
    assert not (folder / "out").exists()


def test_publish_writes_nothing_of_a_file_with_faults(publish, programme, folder):
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace('"facilitator"', '"boss"'), encoding="utf-8")

    result = publish()

    assert result.exit_code == 2
    assert "'boss'" in result.stderr
    assert not (folder / "out").exists()


def test_publish_says_so_when_it_may_not_write(publish, folder):
    (folder / "out").write_text("a file, not a folder")

    result = publish()

    assert result.exit_code == 2
    assert "Traceback" not in result.output


FAILING = """
from workshopcore import hookimpl

class Poster:
    key, title, audience, needs = "acme:poster", "Poster", "public", frozenset()

    def build(self, programme, request):
        raise RuntimeError("no \\x1b[31mink")

@hookimpl
def workshopcore_reports():
    return [Poster()]
"""


def test_publish_says_what_failed_and_writes_the_rest(publish, install, folder):
    install("acme", FAILING)

    result = publish("--as-of", "2027-02-01")

    assert result.exit_code == 1
    failed = [line for line in result.stdout.splitlines() if line.startswith("Failed")]
    assert len(failed) == 1
    assert failed[0].startswith("Failed acme:poster: ")
    assert "no \\x1b[31mink" in failed[0]
    assert "index.html" in published(folder / "out")
    assert ledger(folder)
