"""Publishes the example programme for three moments of its year.

    python demo.py OUTDIR

Needs nothing beyond the library itself. The same programme file is read each time: what a paper
says depends on the day it is asked for, never on the day it is printed.
"""

import secrets
import sys
from pathlib import Path
from typing import NamedTuple

import workshopcore as wc
from workshopcore.contracts.publication import Publication
from workshopcore.evaluation import Answers, kept_answers

HERE = Path(__file__).parent
RENDERERS = ("html", "markdown", "text")


class Moment(NamedTuple):
    """A day of the year, the papers that are wanted then, and which of them to look at first."""

    folder: str
    when: str
    as_of: str
    reports: tuple[str, ...]
    look_at: tuple[str, ...]


MOMENTS = (
    Moment(
        "1-before-workshop-1",
        "A week before workshop 1",
        "2027-01-12",
        ("overview", "run-sheet", "participant-agenda"),
        (
            "index.html",
            "facilitators/2-workshops/run-sheet-where-now.html",
            "participants/2-workshops/participant-agenda-where-now.html",
        ),
    ),
    Moment(
        "2-after-workshop-3",
        "A week after workshop 3",
        "2027-05-26",
        (
            "overview",
            "action-plan",
            "action-review",
            "progress",
            "workshop-record",
            "evaluation-report",
            "run-sheet",
            "participant-agenda",
            "expert-brief",
        ),
        (
            "index.html",
            "participants/3-between/action-plan.html",
            "participants/2-workshops/action-review-choice-in-practice.html",
            "sponsor/3-between/progress.html",
            "participants/2-workshops/workshop-record-how-to-get-there.html",
            "sponsor/4-close/evaluation-report.html",
            "expert/strandvold/expert-brief-strandvold.html",
        ),
    ),
    Moment(
        "3-at-the-close",
        "At the close",
        "2027-12-17",
        (
            "overview",
            "action-plan",
            "action-review",
            "progress",
            "workshop-record",
            "certificates",
            "evaluation-report",
            "case-study",
        ),
        (
            "index.html",
            "public/4-close/case-study.html",
            "sponsor/4-close/evaluation-report.html",
            "participants/3-between/action-plan.html",
            "sponsor/3-between/progress.html",
        ),
    ),
)


def answers_of(programme: wc.Programme) -> dict[str, Answers]:
    """Read the answers of every wave, each file with the hash that the programme names."""
    return {
        wave.id: kept_answers(
            (HERE / wave.answers.path).read_bytes(),
            programme.instrument(wave.instrument),
            wave.answers,
        )
        for wave in programme.waves
        if wave.answers
    }


def publish(outdir: Path) -> list[Publication]:
    """Publish the programme for each moment into a folder of its own."""
    programme = wc.load(HERE / "programme.toml")
    toolkit = wc.Toolkit()
    answers = answers_of(programme)
    # A house keeps its secret where the answers are; this one lasts as long as the demonstration.
    key = secrets.token_bytes(32)
    publications: list[Publication] = []
    for moment in MOMENTS:
        publication = toolkit.publish(
            programme,
            outdir / moment.folder,
            as_of=moment.as_of,
            reports=moment.reports,
            renderers=RENDERERS,
            answers=answers,
            earlier=[
                base for each in publications for release in each.releases for base in release.bases
            ],
            key=key,
        )
        documents = len(publication.releases)
        print(f"{moment.when} ({moment.as_of}): {documents} documents, {len(RENDERERS)} ways each")
        for skipped in publication.skipped:
            print(f"  without {skipped.name}: {skipped.reason}")
        publications.append(publication)
    return publications


def main(arguments: list[str]) -> int:
    """Run the demonstration; return 0 if every paper came out."""
    if len(arguments) != 1:
        print("usage: python demo.py OUTDIR", file=sys.stderr)
        return 2
    outdir = Path(arguments[0])
    publications = publish(outdir)
    print("Open:")
    for moment in MOMENTS:
        for name in moment.look_at:
            print(f"  {outdir / moment.folder / name}")
    return int(any(skip.failed for each in publications for skip in each.skipped))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
