"""`make demo` publishes the year for three of its moments."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

import workshopcore as wc

DAYS = {
    "1-before-workshop-1": "2027-01-12",
    "2-after-workshop-3": "2027-05-26",
    "3-at-the-close": "2027-12-17",
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> tuple[Path, list[str]]:
    """The folder that was published to, and what was printed."""
    out = tmp_path_factory.mktemp("demo")
    run = subprocess.run(
        [sys.executable, folder / "demo.py", out], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    return out, run.stdout.splitlines()


def everything(moment: Path) -> str:
    """All plain-text papers of a moment on one line, so that wrapped words are found."""
    papers = [path.read_text(encoding="utf-8") for path in sorted(moment.rglob("*.txt"))]
    return " ".join(" ".join(papers).split())


def test_demo_ends_with_the_files_to_open(demo: tuple[Path, list[str]]) -> None:
    out, printed = demo
    to_open = [Path(line.strip()) for line in printed[printed.index("Open:") + 1 :]]
    assert len(to_open) == 15
    assert all(path.is_file() and path.is_relative_to(out) for path in to_open)


def test_demo_writes_every_paper_in_three_ways(demo: tuple[Path, list[str]]) -> None:
    out, _ = demo
    for moment in DAYS:
        stems = {
            suffix: {path.with_suffix("") for path in (out / moment).rglob(f"*{suffix}")}
            for suffix in (".html", ".md", ".txt")
        }
        assert stems[".md"] == stems[".txt"] == stems[".html"] - {out / moment / "index"}


def test_demo_publishes_what_each_moment_has_to_say(demo: tuple[Path, list[str]]) -> None:
    out, _ = demo
    kinds = {moment: {path.stem for path in (out / moment).rglob("*.md")} for moment in DAYS}
    records = {m: {k for k in kinds[m] if k.startswith("workshop-record")} for m in DAYS}
    assert [len(records[moment]) for moment in DAYS] == [0, 3, 6]
    assert [("case-study" in kinds[moment]) for moment in DAYS] == [False, False, True]
    assert [("certificates" in kinds[moment]) for moment in DAYS] == [False, False, True]
    assert [("action-plan" in kinds[moment]) for moment in DAYS] == [False, True, True]
    assert [("progress" in kinds[moment]) for moment in DAYS] == [False, True, True]
    reviews = {m: {k for k in kinds[m] if k.startswith("action-review")} for m in DAYS}
    assert [len(reviews[moment]) for moment in DAYS] == [0, 4, 6]
    assert "expert-brief-strandvold" in kinds["2-after-workshop-3"]


def test_demo_shows_no_action_before_it_was_agreed(
    demo: tuple[Path, list[str]], programme: wc.Programme
) -> None:
    out, _ = demo
    for moment, day in DAYS.items():
        text = everything(out / moment)
        for action in programme.actions:
            if action.agreed is not None and action.agreed.isoformat() > day:
                assert action.statement not in text, moment


def test_demo_shows_the_actions_that_had_been_agreed(
    demo: tuple[Path, list[str]], programme: wc.Programme
) -> None:
    out, _ = demo
    for moment in ("2-after-workshop-3", "3-at-the-close"):
        plan = everything(out / moment)
        agreed = [a for a in programme.actions if a.agreed and a.agreed.isoformat() <= DAYS[moment]]
        assert len(agreed) == {"2-after-workshop-3": 26, "3-at-the-close": 48}[moment]
        assert [a.id for a in agreed if a.statement not in plan] == []


EVALUATION = "sponsor/4-close/evaluation-report.txt"


def test_demo_keeps_access_needs_among_facilitators(demo: tuple[Path, list[str]]) -> None:
    out, _ = demo
    for path in out.rglob("*.txt"):
        told = "chair with arms" in path.read_text(encoding="utf-8")
        assert not told or "facilitators" in path.parts


def test_demo_says_what_people_answered_and_nobodys_words(
    demo: tuple[Path, list[str]], folder: Path
) -> None:
    out, _ = demo
    reports = {
        moment: " ".join((out / moment / EVALUATION).read_text().split())
        for moment in ("2-after-workshop-3", "3-at-the-close")
    }
    challenge = "Challenge in this team is useful: "
    assert f"{challenge}3 of 9 answered" in reports["2-after-workshop-3"]
    assert f"{challenge}7 of 9 answered" not in reports["2-after-workshop-3"]
    assert f"{challenge}7 of 9 answered" in reports["3-at-the-close"]
    assert f"{challenge}6 of 9 improved, 2 stayed the same, 1 got" in reports["3-at-the-close"]
    with (folder / "answers" / "close.csv").open(newline="", encoding="utf-8") as file:
        kept = [
            row[column]
            for row in csv.DictReader(file)
            for column in ("token", "gain", "worse")
            if row[column]
        ]
    assert len(kept) == 24
    for path in out.rglob("*.txt"):
        text = " ".join(path.read_text(encoding="utf-8").split())
        assert [each for each in kept if each in text] == []


def test_demo_without_a_folder_says_how_to_use_it(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, folder / "demo.py"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "usage: python demo.py OUTDIR\n"
