import json
import os
import subprocess
import sys
from datetime import date

import pytest

from workshopcore.cli.ledger import read_bases, read_ledger, record
from workshopcore.cli.program import Refusal
from workshopcore.contracts.publication import Base, Release


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
from workshopcore.contracts.publication import Base, Release
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


def base(**changes):
    given = {"wave": "close", "group": "everybody", "count": 9, "questions": ["trust"]}
    return Base(**(given | {"members": ["a1", "b2"], "key": "c3"} | changes))


def test_ledger_holds_whose_figures_went_out(ledger):
    record(ledger, [release(bases=[base()])])

    assert json.loads(ledger.read_text())["releases"][0]["bases"] == [
        {
            "wave": "close",
            "group": "everybody",
            "count": 9,
            "questions": ["trust"],
            "members": ["a1", "b2"],
            "key": "c3",
        }
    ]
    assert read_bases(ledger) == (base(),)


def test_ledger_of_an_older_version_has_no_bases(ledger):
    record(ledger, [release()])

    assert read_bases(ledger) == ()


def test_ledger_adds_whose_figures_went_out_to_what_was_recorded_without(ledger):
    record(ledger, [release()])

    assert record(ledger, [release(bases=[base()])]) == 1
    assert record(ledger, [release(bases=[base()])]) == 0


def test_ledger_has_each_base_once(ledger):
    record(ledger, [release(bases=[base()]), release(name="detail", bases=[base()])])

    assert read_bases(ledger) == (base(),)


@pytest.mark.parametrize(
    "bases",
    [
        {},
        [3],
        [{"wave": "close"}],
        [{"wave": 1, "group": "g", "count": 9, "questions": [], "members": [], "key": ""}],
        [{"wave": "w", "group": "g", "count": 9, "questions": [1], "members": [], "key": ""}],
    ],
)
def test_ledger_that_cannot_be_read_is_not_guessed_at(ledger, bases):
    ledger.write_text(json.dumps({"version": 1, "releases": [{"bases": bases}]}))

    with pytest.raises(Refusal, match="expected the ledger of earlier releases"):
        read_bases(ledger)
