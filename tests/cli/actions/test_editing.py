"""A change of a programme file: whole or not at all, and nobody's work is lost."""

import os
import subprocess
import sys

import pytest

import workshopcore as wc
from workshopcore.cli.editing import edit
from workshopcore.cli.program import Refusal
from workshopcore.errors import IllegalMoveError, ProgrammeFileError

resource = pytest.importorskip("resource", reason="a disk is filled by a limit of the process")

NEWS = wc.Update("2027-02-12", note="Asked again")
NEWS_TYPED = ("--note", "Asked again", "--on", "2027-02-12")


def add_news(programme):
    return programme.with_update("book-hall", NEWS)


@pytest.fixture
def meanwhile(log):
    """Somebody else puts a line into the file."""

    def meanwhile(line):
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    return meanwhile


def test_edit_returns_the_programme_before_and_after(log, loaded):
    before = loaded()

    edited = edit(log, add_news)

    assert edited.before == before
    assert edited.after == loaded() == add_news(before)


def test_edit_that_changes_nothing_does_not_touch_the_file(log):
    os.utime(log, (1, 1))

    edit(log, lambda programme: programme)

    assert log.stat().st_mtime == 1


def test_edit_puts_the_change_onto_what_somebody_else_has_written(log, loaded, meanwhile):
    lines = ["# one", "# another"]

    def change(programme):
        if lines:
            meanwhile(lines.pop(0))
        return add_news(programme)

    edit(log, change)

    assert loaded().action("book-hall").updates[-1] == NEWS
    assert {"# one", "# another"} <= set(log.read_text(encoding="utf-8").splitlines())


def test_edit_gives_up_when_the_file_never_stays_the_same(log, meanwhile):
    def change(programme):
        meanwhile("# and again")
        return add_news(programme)

    with pytest.raises(Refusal, match=r"is being changed all the time\. Nothing was written"):
        edit(log, change)

    text = log.read_text(encoding="utf-8")
    assert text.endswith("# and again\n" * 5)
    assert "Asked again" not in text


def test_edit_that_is_refused_leaves_every_byte(log):
    before = log.read_bytes()

    with pytest.raises(IllegalMoveError):
        edit(log, lambda p: p.with_update("book-hall", wc.Update("2027-03-01", "verified")))

    assert log.read_bytes() == before


def test_edit_of_a_file_with_faults_is_refused(log, meanwhile):
    meanwhile("[[actions]]")
    before = log.read_bytes()

    with pytest.raises(ProgrammeFileError):
        edit(log, add_news)

    assert log.read_bytes() == before


def test_edit_that_does_not_fit_on_the_disk_leaves_every_byte(log, folder):
    before, names = log.read_bytes(), sorted(folder.iterdir())

    done = subprocess.run(
        [sys.executable, "-m", "workshopcore.cli", "actions", "update", log, "book", *NEWS_TYPED],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "File too large" in done.stderr
    assert (log.read_bytes(), sorted(folder.iterdir())) == (before, names)


def test_edit_keeps_a_json_file_a_json_file(log, loaded, folder):
    file = folder / "year.json"
    file.write_text(wc.dumps(loaded(), "json"), encoding="utf-8")

    edit(file, add_news)

    assert wc.load(file) == add_news(loaded())
