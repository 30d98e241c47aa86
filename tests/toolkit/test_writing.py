"""Files are put in place in one step."""

import os
import stat

import pytest

from workshopcore.toolkit.writing import put


def test_put_writes_what_is_new_and_leaves_what_is_not(tmp_path):
    path = tmp_path / "deep" / "note.txt"
    assert put(path, b"one")
    assert not put(path, b"one")
    assert put(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["note.txt"]


def test_put_keeps_the_permissions_of_a_file(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"one")
    path.chmod(0o600)
    put(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_crash_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "note.txt"
    put(path, b"one")

    def crash(*_):
        raise OSError("power cut")

    monkeypatch.setattr(os, "replace", crash)
    with pytest.raises(OSError, match="power cut"):
        put(path, b"two")
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.txt"]
