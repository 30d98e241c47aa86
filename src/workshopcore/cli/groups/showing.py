"""What the commands about groups print for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from workshopcore.cli.terminal import Terminal, plain
from workshopcore.groups.meeting_all import EveryoneMeets
from workshopcore.groups.meetings import Meetings, meetings
from workshopcore.reports.met_figure import met_in_words
from workshopcore.reports.wording import count

if TYPE_CHECKING:
    from workshopcore.groups import Rotation
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Group
    from workshopcore.toolkit.seating import GroupProposal, SeatedRound

__all__ = ["show_met", "show_mixed", "show_proposal"]


def show_proposal(found: GroupProposal, written: str) -> None:
    """Print proposed groups round by round, and how sure it is that they cannot be better.

    Args:
        found: the groups.
        written: the file they were written to, if they were.
    """
    terminal, programme = Terminal(), found.programme
    for (workshop, session), rounds in groupby(
        found.rounds, key=lambda each: (each.workshop, each.allocation.session)
    ):
        _show_session(terminal, programme, workshop, session, list(rounds))
    for each in found.left_out:
        place = f"{each.workshop}/{each.session}" if each.session else each.workshop
        terminal.say(("Without groups: ", "bold"), f"{place}: {each.reason}")
    if not found.rounds:
        terminal.say("There are no groups to form.")
        return
    if found.formed.groups:
        terminal.say(found.formed.explain())
    _show_never(terminal, found.meetings, programme)
    rounds_in_all = count(len(found.rounds), "round")
    told = f"Wrote {rounds_in_all} to {written}" if written else "Nothing is written: add --write"
    terminal.say(told)


def _show_session(
    terminal: Terminal,
    programme: Programme,
    workshop: str,
    session: str,
    rounds: Sequence[SeatedRound],
) -> None:
    terminal.say((rounds[0].title, "bold"), f" ({workshop}/{session})")
    rows = [
        (
            f"round {each.allocation.round}" if number == 1 and len(rounds) > 1 else "",
            group.name or str(number),
            ", ".join(_names(programme, group)),
        )
        for each in rounds
        for number, group in enumerate(each.allocation.groups, 1)
    ]
    terminal.table(("", "group", "who"), rows)
    terminal.say()


def _names(programme: Programme, group: Group) -> Iterator[str]:
    for name in group.members:
        yield programme.person(name).name + (" (host)" if name == group.host else "")


def _show_never(terminal: Terminal, found: Meetings, programme: Programme) -> None:
    for person in found.people:
        others = [programme.person(other).name for one, other in found.never if one == person]
        if others:
            who = programme.person(person).name
            terminal.say(("Not yet together: ", "bold"), f"{who} with {', '.join(others)}")


def show_met(programme: Programme, found: Meetings) -> None:
    """Print who met whom as a stair: columns are numbered like the rows."""
    terminal = Terminal()
    if len(found.people) < 2:
        terminal.say("There are not two people yet who could meet.")
        return
    names = [plain(programme.person(person).name) for person in found.people]
    _show_stair(terminal, names, found)
    terminal.say()
    terminal.say(met_in_words(found))
    _show_never(terminal, found, programme)


def _show_stair(terminal: Terminal, names: Sequence[str], found: Meetings) -> None:
    people = found.people
    cell = max(len(str(len(people) - 1)), len(str(found.most))) + 1
    digits, longest = len(str(len(people))), max(map(cell_len, names))
    heads = "".join(f"{number:>{cell}}" for number in range(1, len(people)))
    terminal.say((" " * (digits + 1 + longest) + heads, "dim"))
    for number, (person, name) in enumerate(zip(people, names, strict=True)):
        times = (found.between(person, other) for other in people[:number])
        cells = "".join(f"{each or '.':>{cell}}" for each in times)
        padded = name + " " * (longest - cell_len(name))
        terminal.say((f"{number + 1:>{digits}} ", "dim"), f"{padded}{cells}".rstrip())


def show_mixed(found: Rotation | EveryoneMeets) -> None:
    """Print groups for people without a programme."""
    terminal = Terminal()
    rotation = found.rotation if isinstance(found, EveryoneMeets) else found
    rows = [
        (f"round {round}", *(" ".join(group) for group in groups))
        for round, groups in enumerate(rotation.rounds, 1)
    ]
    most = max(map(len, rows))
    headings = ("", *(f"group {number}" for number in range(1, most)))
    terminal.table(headings, [(*row, *[""] * (most - len(row))) for row in rows])
    terminal.say()
    terminal.say(found.explain())
    met = meetings(rotation.people, rotation.groups)
    for person in met.people:
        others = [other for one, other in met.never if one == person]
        if others:
            terminal.say(("Not together: ", "bold"), f"{person} with {', '.join(others)}")
