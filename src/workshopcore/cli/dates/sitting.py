"""One choice of dates: everything that was asked, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import field, frozen

from workshopcore.cli.dates import data, text
from workshopcore.cli.dates.papers import Papers
from workshopcore.cli.dates.question import Asked, Question
from workshopcore.cli.dates.sources import Read, Source, read_sources, show_problems, sources
from workshopcore.cli.dates.words import days_of
from workshopcore.cli.dates.writing import with_new_dates
from workshopcore.cli.editing import edit
from workshopcore.cli.policy import house_policy
from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.waiting import waiting
from workshopcore.cli.words import chosen_workshop
from workshopcore.model.options import Options

if TYPE_CHECKING:
    from workshopcore.calendar import Dates, Rejection
    from workshopcore.model.programme import Closure, Programme
    from workshopcore.toolkit import Toolkit

__all__ = ["Answer", "Sitting", "sitting_of"]


def sitting_of(file: Path, on: date, asked: Mapping[str, Any]) -> Sitting:
    """Return what was typed, made ready.

    Raises:
        click.UsageError: options do not go together.
        Refusal: the policy of the house is none.
        UnknownKeyError: there is no such format or style.
    """
    from workshopcore.toolkit import Toolkit

    given = dict(asked)
    _check_together(given)
    toolkit = Toolkit()
    named = sources(given.pop("busy"), given.pop("formats"))
    folder, renderers, style = (given.pop(name) for name in ("folder", "renderers", "style"))
    papers = Papers(toolkit, folder, renderers, style) if folder else None
    if papers is not None:
        papers.check()
    house = given.pop("house")
    policy = house_policy(house) if house else Options()
    why_not, write = given.pop("why_not"), given.pop("write")
    return Sitting(
        file, toolkit, Asked(on=on, house=policy, **given), named, why_not, papers, write
    )


def _check_together(given: Mapping[str, Any]) -> None:
    moves = given["moving"] or given["mend"]
    if given["keep"] and not moves:
        raise click.UsageError("--keep goes with --move or --mend")
    if given["workshops"] and moves:
        raise click.UsageError("--workshop does not go with --move or --mend")
    if given["why_not"] and (given["write"] or given["folder"]):
        raise click.UsageError("--why-not does not go with --write or --report")
    if given["style"] and not given["folder"]:
        raise click.UsageError("--style goes with --report")


@frozen
class Sitting:
    """Everything that was asked.

    Attributes:
        file: the programme.
        toolkit: what is installed.
        asked: rules, wishes, and which workshops.
        sources: the files that say when people can come.
        why_not: the days that somebody would have thought of.
        papers: where a document of it goes.
        write: whether the programme gets the dates.
    """

    file: Path
    toolkit: Toolkit
    asked: Asked
    sources: tuple[Source, ...]
    why_not: tuple[str, ...]
    papers: Papers | None
    write: bool

    def answer(self) -> Answer:
        """Return the answer; with ``write``, the programme has it by then.

        Raises:
            Refusal: nothing could be read of somebody's time.
            WorkshopCoreError: what was asked cannot be.
        """
        from workshopcore import files

        if not self.write:
            return self._answer(files.load(self.file))
        # If somebody else writes the file in between, the dates are chosen once more.
        found: list[Answer] = []

        def change(programme: Programme) -> Programme:
            found.append(self._answer(programme))
            if found[-1].dates.plan is None:
                return programme
            return with_new_dates(programme, found[-1].dates, self.asked.on)

        edit(self.file, change)
        return found[-1]

    def _answer(self, programme: Programme) -> Answer:
        question = self.asked.of(programme)
        about = [_day_asked(programme, text) for text in self.why_not]
        read = read_sources(self.toolkit, programme, self.sources, question.rooms)
        if read.useless:
            show_problems(read.problems)
            names = ", ".join(map(str, read.useless))
            raise Refusal(f"{names}: nothing could be read, so nobody knows who is busy")
        with waiting("Choosing dates"):
            dates = question.answer(programme, read.told)
            reasons = tuple((day, name, dates.why_not(day, name)) for day, name in about)
            if not reasons:
                _work_out(dates)
        return Answer(self, programme, question, read, dates, reasons)


def _work_out(dates: Dates) -> tuple[object, ...]:
    """Ask, while somebody waits anyway, for what is worked out when it is first asked for."""
    return dates.conflict, dates.alternatives, dates.days


def _day_asked(programme: Programme, text: str) -> tuple[date, str | None]:
    """Read ``2027-07-07``, or ``how-to-get-there=2027-07-07``."""
    name, equals, day = text.rpartition("=")
    days = days_of(day)
    if len(days) != 1:
        raise Refusal(f"--why-not {text}: expected one day")
    return days[0], chosen_workshop(programme, name).id if equals else None


@frozen
class Answer:
    """What came of it.

    Attributes:
        sitting: what was asked.
        programme: whose dates they are, as it was before.
        question: the rules and wishes.
        read: what the files said.
        dates: the answer.
        reasons: for each day of ``why_not``, for which workshop, what rules it out.
    """

    sitting: Sitting
    programme: Programme
    question: Question
    read: Read
    dates: Dates
    reasons: tuple[tuple[date, str | None, tuple[Rejection, ...]], ...] = field(default=())

    @property
    def wanting(self) -> bool:
        """Whether there are no dates, or not everything could be read."""
        none = self.dates.plan is None and not self.reasons
        return none or bool(self.read.problems)

    @property
    def saved(self) -> bool:
        """Whether the programme has the dates."""
        return self.sitting.write and self.dates.plan is not None

    @property
    def _closures(self) -> tuple[Closure, ...]:
        rules = self.question.rules
        own = (each for each in self.programme.closures if each.kind in rules.closed)
        return (*own, *rules.closures)

    def print_json(self) -> None:
        """Print it for machines."""
        self._write_papers()
        on = self.sitting.asked.on
        print_json(data.to_json(self.dates, on, self.read.problems, self.reasons, self.saved))

    def show(self) -> None:
        """Print it for people."""
        show_problems(self.read.problems)
        if self.reasons:
            for day, workshop, found in self.reasons:
                text.show_reasons(self.programme, self.dates, day, workshop, found)
            return
        text.show(self.programme, self.dates, self._closures)
        text.show_doubts(self.programme, self.dates, self.sitting.asked.unanswered)
        self._write_papers()
        if self.dates.plan is None:
            return
        terminal, file = Terminal(), self.sitting.file
        terminal.say()
        if self.saved:
            terminal.say(f"Saved in {file}, pencilled where it was not confirmed.")
        else:
            terminal.say(f"Nothing is written: add --write to put the dates into {file}.")

    def _write_papers(self) -> None:
        papers = self.sitting.papers
        if papers is not None:
            papers.write(self.programme, self.dates, self.sitting.asked.on, self._closures)
