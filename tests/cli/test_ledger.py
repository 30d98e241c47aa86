import json
import os
import subprocess
import sys
from datetime import date

import pytest

from workshopcore.cli.ledger import read_ledger, record
from workshopcore.cli.program import Refusal
from workshopcore.contracts.publication import Release


def release(name="overview", sha256="a" * 64, **changes):
    return Release(
        **{
            "report": "overview",
            "name": name,
            "audience": "sponsor",
            "as_of": date(2027, 3, 31),
            "sha256": sha256,
            **changes,
        }
    )


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "releases.json"


def test_ledger_holds_what_was_released(ledger):
    assert record(ledger, [release()]) == 1

    assert json.loads(ledger.read_text()) == {
        "version": 1,
        "releases": [
            {
                "report": "overview",
                "name": "overview",
                "audience": "sponsor",
                "as_of": "2027-03-31",
                "sha256": "a" * 64,
            }
        ],
    }


def test_ledger_leaves_out_a_day_that_does_not_matter(ledger):
    record(ledger, [release(as_of=None)])

    assert json.loads(ledger.read_text())["releases"][0]["as_of"] is None


def test_ledger_takes_the_same_content_once(ledger):
    record(ledger, [release()])
    before = ledger.read_bytes(), ledger.stat().st_mtime_ns

    assert record(ledger, [release(), release(as_of=date(2027, 4, 1))]) == 0
    assert (ledger.read_bytes(), ledger.stat().st_mtime_ns) == before


def test_ledger_takes_the_same_content_of_one_run_once(ledger):
    assert record(ledger, [release(), release()]) == 1


@pytest.mark.parametrize(
    "change", [{"sha256": "b" * 64}, {"audience": "public"}, {"name": "other"}]
)
def test_ledger_adds_what_is_new_at_the_end(ledger, change):
    record(ledger, [release()])
    first = read_ledger(ledger)["releases"]

    assert record(ledger, [release(**change)]) == 1
    assert read_ledger(ledger)["releases"][:1] == first


def test_ledger_is_not_made_for_nothing(ledger):
    assert record(ledger, []) == 0
    assert not ledger.exists()


def test_ledger_keeps_what_it_does_not_know(ledger):
    kept = {"version": 1, "house": "x", "releases": [{"sha256": "c", "by": "somebody"}]}
    ledger.write_text(json.dumps(kept))

    record(ledger, [release()])

    found = read_ledger(ledger)
    assert found["house"] == "x"
    assert found["releases"][0] == {"sha256": "c", "by": "somebody"}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        "\xff",
        "[" * 100_000,
        '{"version": 1, "releases": {}}',
        '{"version": 1, "releases": [1]}',
        '{"version": 2, "releases": []}',
    ],
)
def test_ledger_that_is_none_is_refused_and_left_alone(ledger, content):
    ledger.write_bytes(content.encode("latin-1"))

    with pytest.raises(Refusal, match="expected the ledger of earlier releases"):
        record(ledger, [release()])

    assert ledger.read_bytes() == content.encode("latin-1")


def test_ledger_survives_a_crash_while_it_is_written(ledger, monkeypatch):
    record(ledger, [release()])
    before = ledger.read_bytes()

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        record(ledger, [release(name="other")])

    assert ledger.read_bytes() == before
    assert [path.name for path in ledger.parent.iterdir()] == ["releases.json"]


def test_ledger_loses_nothing_between_processes(ledger):
    program = """
import sys
from datetime import date
from pathlib import Path
from workshopcore.cli.ledger import record
from workshopcore.contracts.publication import Release
for n in range(20):
    record(Path(sys.argv[1]), [Release("r", f"{sys.argv[2]}-{n}", "public", None, "x")])
"""
    running = [
        subprocess.Popen([sys.executable, "-c", program, ledger, name]) for name in ("a", "b")
    ]

    assert [one.wait() for one in running] == [0, 0]
    names = {entry["name"] for entry in read_ledger(ledger)["releases"]}
    assert names == {f"{name}-{n}" for name in ("a", "b") for n in range(20)}


def test_ledger_works_where_folders_cannot_be_locked(ledger, monkeypatch):
    monkeypatch.setitem(sys.modules, "fcntl", None)

    assert record(ledger, [release()]) == 1
    assert len(read_ledger(ledger)["releases"]) == 1
