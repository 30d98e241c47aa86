"""`workshopcore expert questions`: what the group wants to know, collected and put in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click
from click.exceptions import Exit

from workshopcore.cli.completion import engagement_ids, person_ids
from workshopcore.cli.editing import edit
from workshopcore.cli.expert.choosing import chosen_engagement
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import chosen_person

if TYPE_CHECKING:
    from workshopcore.exchange.expert_questions import CollectedQuestions
    from workshopcore.model.expert import ExpertEngagement, ExpertQuestion
    from workshopcore.model.programme import Programme

__all__ = ["questions"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore expert questions programme.toml duties
  workshopcore expert questions programme.toml duties --ask "What failed?" --by Amina
  workshopcore expert questions programme.toml duties --from questions.csv
  workshopcore expert questions programme.toml duties --same 1=3
  workshopcore expert questions programme.toml duties --from ballots.csv --dry-run

\b
A table with the column Question (and Asked by, Points where they are known) adds
questions. One with First choice, Second choice and so on is a set of ballots.

\b
Exit code: 0 all is taken in, 1 there are problems (the rest is taken in),
2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("engagement", metavar="ID", shell_complete=engagement_ids)
@click.option("--ask", "asked", multiple=True, metavar="TEXT", help="A question; may be repeated.")
@click.option(
    "--by", metavar="WHO", shell_complete=person_ids, help="Who asks; the expert never reads it."
)
@click.option(
    "--from",
    "path",
    metavar="PATH",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A table of questions, or of ballots.",
)
@click.option(
    "--same", multiple=True, metavar="NUMBER=NUMBER", help="The second asks the same as the first."
)
@click.option("--dry-run", is_flag=True, help="Show what would come of it; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def questions(file: Path, engagement: str, dry_run: bool, as_json: bool, **given: Any) -> None:
    """Collect the group's questions for an expert, and rank them.

    Without options it lists them, the likeliest first; the brief has the first five.
    """
    intake = Intake(**given)
    programme, found = _taken(file, engagement, intake, dry_run)
    chosen = chosen_engagement(programme, engagement)
    if as_json:
        print_json(_to_json(chosen, found))
    else:
        _show(chosen, found)
    if found is not None and found.problems:
        raise Exit(1 if found.new or found.repeats or found.ballots else 2)


@attrs.frozen
class Intake:
    """What is to be taken in, as it was typed."""

    asked: Sequence[str] = ()
    by: str | None = None
    path: Path | None = None
    same: Sequence[str] = ()

    @property
    def anything(self) -> bool:
        """Whether there is anything to take in."""
        return bool(self.asked or self.same or self.path is not None)

    def taken(self, programme: Programme, name: str) -> tuple[Programme, CollectedQuestions | None]:
        """Return the programme with everything in it, and what came of a table.

        Raises:
            click.UsageError: somebody is named who asks nothing.
            InvalidValueError: questions that are to be one are not there.
        """
        from workshopcore.exchange.expert_questions import read_questions
        from workshopcore.model.expert import ExpertQuestion
        from workshopcore.model.expert_questions import gathered, merged

        if self.by is not None and not self.asked:
            raise click.UsageError("--by goes with --ask")
        old = chosen_engagement(programme, name)
        new, found = old, None
        if self.path is not None:
            found = read_questions(self.path.read_bytes(), programme, old)
            new = attrs.evolve(new, questions=found.questions)
        who = "" if self.by is None else chosen_person(programme, self.by).id
        asked = [ExpertQuestion(text, asked_by=who) for text in self.asked]
        kept = gathered(new.questions, asked)
        new = attrs.evolve(new, questions=merged(kept, _pairs(self.same)))
        return (programme if new == old else programme.with_engagement(new)), found


def _pairs(values: Sequence[str]) -> dict[int, list[int]]:
    """Return for the number of each question that stays those that are the same.

    Raises:
        click.UsageError: a value is no pair of numbers.
    """
    found: dict[int, list[int]] = {}
    for value in values:
        keep, sign, other = (part.strip() for part in value.partition("="))
        if not (sign and keep.isdecimal() and other.isdecimal()):
            raise click.UsageError(f"--same takes two numbers such as 2=5: {value!r}")
        found.setdefault(int(keep[:9]), []).append(int(other[:9]))
    return found


def _taken(
    file: Path, name: str, intake: Intake, dry_run: bool
) -> tuple[Programme, CollectedQuestions | None]:
    """Return the programme with everything in it, saved unless it is a dry run."""
    from workshopcore import files

    if dry_run or not intake.anything:
        return intake.taken(files.load(file), name)
    # If somebody else writes the file in between, everything is taken in once more.
    found: list[CollectedQuestions | None] = []

    def change(programme: Programme) -> Programme:
        after, told = intake.taken(programme, name)
        found.append(told)
        return after

    return edit(file, change).after, found[-1]


def _show(engagement: ExpertEngagement, found: CollectedQuestions | None) -> None:
    terminal = Terminal()
    if found is not None:
        for problem in found.problems:
            Terminal(stderr=True).say(str(problem))
        terminal.say(_told(found))
    rows = [
        (str(number), str(one.points), str(len(one.askers)), one.text)
        for number, one in _in_order(engagement)
    ]
    if rows:
        terminal.table(("no.", "points", "asked by", "question"), rows)
    else:
        terminal.say("No question yet.")


def _told(found: CollectedQuestions) -> str:
    from workshopcore.reports.wording import count

    if found.ballots:
        return f"{count(found.ballots, 'ballot')} counted"
    return f"{count(found.new, 'new question')}, {found.repeats} asked before"


def _in_order(engagement: ExpertEngagement) -> list[tuple[int, ExpertQuestion]]:
    """Return the questions, the likeliest first, each with its number in the programme."""
    from workshopcore.model.expert_questions import ranked

    numbers = {id(one): number for number, one in enumerate(engagement.questions, 1)}
    return [(numbers[id(one)], one) for one in ranked(engagement.questions)]


def _to_json(engagement: ExpertEngagement, found: CollectedQuestions | None) -> dict[str, Any]:
    taken = None
    if found is not None:
        taken = {
            "new": found.new,
            "repeats": found.repeats,
            "ballots": found.ballots,
            "problems": [str(problem) for problem in found.problems],
        }
    listed = [
        {
            "number": number,
            "text": one.text,
            "points": one.points,
            "askers": list(one.askers),
            "wordings": list(one.wordings),
            "answer": one.answer,
        }
        for number, one in _in_order(engagement)
    ]
    return {"engagement": engagement.id, "taken": taken, "questions": listed}
