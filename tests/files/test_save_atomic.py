"""A save is whole or it has not happened, whenever the machine stops."""

import os
import stat
import subprocess
import sys
import textwrap

import pytest

import workshopcore as wc
from workshopcore.errors import FileChangedError, InvalidValueError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs processes that fork")

OLD = '# Ours\nschema = 1\ntitle = "A year"\nid = "a-year"\n'

# Saves again and again, each time in a process that dies at another line of the code that
# writes, until one survives; then says what was found after each death.
KILLER = """
import os, sys
from pathlib import Path
import workshopcore as wc

path, old = Path(sys.argv[1]), sys.argv[2]
watched = ("saving.py", "atomic.py", "contextlib.py", "pathlib.py")

def dying_at(number):
    left = number

    def trace(frame, event, argument):
        nonlocal left
        if not frame.f_code.co_filename.endswith(watched):
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os._exit(9)
        return trace

    return trace

found = {"old": 0, "new": 0, "torn": 0}
for number in range(1, 2000):
    path.write_text(old, encoding="utf-8")
    programme = wc.load(path).with_event(wc.Event("2027-01-05", "proposed"))
    child = os.fork()
    if child == 0:
        sys.settrace(dying_at(number))
        wc.save(programme, path)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    text = path.read_text(encoding="utf-8")
    new = text != old and wc.loads(text) == programme
    found["new" if new else "old" if text == old else "torn"] += 1
    if os.waitstatus_to_exitcode(status) == 0:
        break
wc.save(programme, path, overwrite=True)
print(number, found["old"], found["new"], found["torn"])
"""


@pytest.mark.long
def test_a_crash_at_any_line_leaves_the_old_file_or_the_new_one(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLER), str(tmp_path / "year.toml"), OLD],
        capture_output=True,
        text=True,
        check=True,
    )
    deaths, old, new, torn = map(int, done.stdout.split())
    assert torn == 0
    assert old > 20
    assert new > 1
    assert old + new == deaths
    assert deaths < 1999


def saved(path):
    path.write_text(OLD, encoding="utf-8")
    return wc.load(path)


def test_permissions_are_kept(tmp_path):
    path = tmp_path / "year.toml"
    programme = saved(path)
    path.chmod(0o640)
    wc.save(programme.with_event(wc.Event("2027-01-05", "proposed")), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    target, link = tmp_path / "real.toml", tmp_path / "link.toml"
    saved(target)
    link.symlink_to(target)
    wc.save(wc.load(link).with_event(wc.Event("2027-01-05", "proposed")), link)
    assert link.is_symlink()
    assert len(wc.load(target).events) == 1


def test_nothing_is_left_beside_the_file(tmp_path):
    path = tmp_path / "year.toml"
    wc.save(saved(path).with_event(wc.Event("2027-01-05", "proposed")), path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["year.toml"]


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "year.toml"
    programme = saved(path).with_event(wc.Event("2027-01-05", "proposed"))

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        wc.save(programme, path)
    assert path.read_text(encoding="utf-8") == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == ["year.toml"]


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(tmp_path):
    path = tmp_path / "year.toml"
    programme = saved(path)
    path.write_text(OLD + "k_min = 7\n", encoding="utf-8")
    with pytest.raises(FileChangedError, match="has changed since it was read"):
        wc.save(programme, path)
    assert "k_min = 7" in path.read_text(encoding="utf-8")


def test_a_file_that_was_never_read_is_not_overwritten(tmp_path):
    path = tmp_path / "year.toml"
    saved(path)
    with pytest.raises(FileChangedError, match="was not read from it"):
        wc.save(wc.Programme(title="Another year"), path)
    assert path.read_text(encoding="utf-8") == OLD


def test_overwriting_can_be_asked_for(tmp_path):
    path = tmp_path / "year.toml"
    saved(path)
    wc.save(wc.Programme(title="Another year"), path, overwrite=True)
    assert wc.load(path).title == "Another year"


def test_what_was_changed_can_be_saved_again_and_again(tmp_path):
    path = tmp_path / "year.json"
    programme = wc.Programme(title="A year")
    for status in ("proposed", "contracted", "active"):
        wc.save(programme, path)
        programme = programme.with_event(wc.Event("2027-01-05", status))
    wc.save(programme, path)
    assert wc.load(path) == programme


def test_a_copy_saved_elsewhere_keeps_the_first_file_known(tmp_path):
    first, second = tmp_path / "year.toml", tmp_path / "copy.json"
    programme = saved(first)
    wc.save(programme, second)
    wc.save(programme.with_event(wc.Event("2027-01-05", "proposed")), first)
    assert wc.load(second) == programme


def test_saving_what_is_there_already_touches_nothing(tmp_path):
    path = tmp_path / "year.toml"
    programme = saved(path)
    before = path.stat()
    wc.save(programme, path)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_other_suffixes_are_refused(tmp_path):
    with pytest.raises(InvalidValueError, match=r"\.toml"):
        wc.save(wc.Programme(title="A year"), tmp_path / "year.docx")


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        wc.save(wc.Programme(title="A year"), tmp_path / "nowhere" / "year.toml")


def test_two_processes_that_save_at_once_lose_nothing_silently(tmp_path):
    path = tmp_path / "year.toml"
    saved(path)
    code = (
        "import sys, workshopcore as wc\n"
        "p = wc.load(sys.argv[1])\n"
        "print('read', flush=True); sys.stdin.readline()\n"
        "wc.save(p.with_event(wc.Event('2027-01-05', 'proposed', sys.argv[2])), sys.argv[1])\n"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    for process in both:
        assert process.stdout.readline() == "read\n"
    answers = [process.communicate("go\n")[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 1]
    assert "has changed since it was read" in "".join(answers)
