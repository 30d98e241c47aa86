"""Taking in what the lines of a list say of one action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from workshopcore.actions.merging.appending import appended
from workshopcore.actions.merging.deciding import Verdict, verdict
from workshopcore.actions.merging.ledger import Ledger
from workshopcore.actions.merging.lines import Line
from workshopcore.actions.merging.moves import UNTAKEN, path_to, refusal
from workshopcore.actions.merging.result import Change, Conflict, Field
from workshopcore.actions.merging.states import HISTORIC, same, trail_of
from workshopcore.actions.merging.text import folded, trimmed
from workshopcore.errors import Problem, shown
from workshopcore.model.action import Action

__all__ = ["agree", "take_in"]

_DONE = frozenset({"done", "verified"})


def take_in(action: Action, lines: Sequence[Line], ledger: Ledger, by: str = "") -> Action:
    """Return an action with the news of it.

    All that is taken in is one entry of its history; where a list leaves out a move that must
    have been made on the way, the move has an entry of its own before it.

    Args:
        action: the action.
        lines: what a list says of it.
        ledger: takes what became of the lines.
        by: who brings the list.
    """
    news = _News(action, lines, ledger, by)
    for field in HISTORIC:
        news.settle(field)
    return news.recorded()


class _News:
    """The news of one action."""

    def __init__(self, action: Action, lines: Sequence[Line], ledger: Ledger, by: str) -> None:
        self._action = action
        self._lines = lines
        self._ledger = ledger
        self._by = by
        self._trail = trail_of(action)
        self._taken: dict[str, tuple[Line, Any]] = {}
        self._path: tuple[str, ...] = ()

    def settle(self, field: str) -> None:
        """Decide what becomes of a field."""
        claims = [line for line in self._lines if _claims(field, line)]
        if field == "progress" and self._will_be_done:
            claims = [line for line in claims if not self._is_implied(line)]
        if claims and field not in self._taken and agree(field, claims, self._ledger):
            self._weigh(field, claims)

    @property
    def _will_be_done(self) -> bool:
        return (self._path[-1] if self._path else self._trail.now.status) in _DONE

    def _is_implied(self, line: Line) -> bool:
        """Return whether the progress of an action that is done is no news: all, or what it was."""
        progress = line.said.progress
        return progress == 100 or (line.sent is None and self._trail.says("progress", progress))

    def _weigh(self, field: str, claims: Sequence[Line]) -> None:
        weighed = [(line, self._verdict(field, line)) for line in claims]
        new = [line for line, each in weighed if each is not Verdict.NOTHING_NEW]
        taken = [line for line, each in weighed if each is Verdict.TAKE]
        if field == "status" and claims[0].said.status in UNTAKEN:
            # Whoever is ahead, it is of no use from a list.
            self._complain(new, self._refusal)
        elif not taken:
            for line in new:
                self._dispute(field, line)
        elif field == "status":
            self._move(claims)
        elif field == "progress" and self._will_be_done:
            self._complain(claims, _less_than_done)
        else:
            self._taken[field] = (taken[0], getattr(taken[0].said, field))

    def _verdict(self, field: str, line: Line) -> Verdict:
        return verdict(field, getattr(line.said, field), self._trail, line.sent, self._by)

    def _refusal(self, line: Line) -> Problem:
        return refusal(line.at("status"), self._trail.now.status, cast(str, line.said.status))

    def _move(self, claims: Sequence[Line]) -> None:
        ours, theirs = self._trail.now.status, cast(str, claims[0].said.status)
        path = path_to(ours, theirs)
        if not path:
            self._complain(claims, self._refusal)
        elif theirs != "cancelled":
            self._path, self._taken["status"] = path, (claims[0], path[-1])
        elif any(line.reason() for line in claims):
            # The reason belongs to the move, so it comes along whatever is said of notes.
            line = next(line for line in claims if line.reason())
            self._path = path
            self._taken |= {"status": (line, theirs), "note": (line, line.reason())}
        else:
            self._complain(claims, _without_reason)

    def _complain(self, lines: Iterable[Line], problem: Callable[[Line], Problem]) -> None:
        for line in lines:
            self._ledger.complain(line.number, problem(line))

    def _dispute(self, field: str, line: Line) -> None:
        sent = None if line.sent is None else getattr(line.sent, field)
        ours, theirs = getattr(self._trail.now, field), getattr(line.said, field)
        name = cast(Field, field)
        conflict = Conflict(line.place, self._action.id, name, sent, ours, theirs)
        self._ledger.conflicts.append((line.number, conflict))

    def recorded(self) -> Action:
        """Return the action with all that is taken in."""
        if not self._taken:
            return self._action
        on = max(line.on for line, _ in self._taken.values())
        values = {field: value for field, (_, value) in self._taken.items()}
        found = appended(self._action, self._path, values, on, self._by)
        if found is None:
            self._find_no_day()
            return self._action
        new, day = found
        for field, (line, value) in self._taken.items():
            before = getattr(self._trail.now, field)
            change = Change(line.place, self._action.id, cast(Field, field), before, value, day)
            self._ledger.changes.append((line.number, change))
        return new

    def _find_no_day(self) -> None:
        cure = "The last entry of its history is dated too late: correct its date"
        for field, (line, _) in self._taken.items():
            problem = Problem("WC011", line.at(field), "news", "a day after all news before", cure)
            self._ledger.complain(line.number, problem)


def _without_reason(line: Line) -> Problem:
    cure = "Write in the note why it is given up"
    found = "'cancelled' without a reason"
    return Problem("WC004", line.at("status"), found, "the reason", cure)


def _less_than_done(line: Line) -> Problem:
    found = f"{line.said.progress} % of an action that is done"
    cure = "Say 'reopened' if there is more to do"
    return Problem("WC003", line.at("progress"), found, "100 %", cure)


def _claims(field: str, line: Line) -> bool:
    """Return whether a line says something of a field that is not as it was sent out."""
    value = getattr(line.said, field)
    if value is None:
        return False
    return line.sent is None or not same(field, value, getattr(line.sent, field))


def agree(field: str, lines: Sequence[Line], ledger: Ledger) -> bool:
    """Return whether lines about one action say the same; where they do not, say so."""
    said: dict[Any, Line] = {}
    for line in lines:
        said.setdefault(_key(field, line), line)
    if len(said) == 1:
        return True
    first, second = list(said.values())[:2]
    for line in lines:
        other = second if _key(field, line) == _key(field, first) else first
        values = [shown(getattr(each.said, field)) for each in (line, other)]
        found = f"{values[0]}, but {values[1]} at {other.place}"
        cure = "Both are about one action: keep what holds"
        ledger.complain(line.number, Problem("WC005", line.at(field), found, "one of them", cure))
    return False


def _key(field: str, line: Line) -> Any:
    """Return what a line says of a field, the same for all that say the same."""
    value = getattr(line.said, field)
    compared = {"note": trimmed, "statement": folded}.get(field)
    return value if compared is None else compared(value)
