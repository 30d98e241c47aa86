"""Taking in a list of actions: what it says that is new, and nothing over anybody's head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve

from workshopcore.actions.merging.ledger import Ledger, in_order
from workshopcore.actions.merging.lines import Line, Reader
from workshopcore.actions.merging.matching import Group, matched
from workshopcore.actions.merging.proposing import propose
from workshopcore.actions.merging.result import Change, Merge
from workshopcore.actions.merging.states import same
from workshopcore.actions.merging.taking import take_in
from workshopcore.contracts.exchange import ActionNews
from workshopcore.errors import Problem, shown
from workshopcore.model.action import Action
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme

__all__ = ["merge"]


def merge(
    programme: Programme, news: Iterable[ActionNews], as_of: date | str, *, by: str = ""
) -> Merge:
    """Return the programme with what a list of actions says that is new.

    Each field is compared three ways: what was sent out, what we have, and what the list says.

    - What the list says as it was sent, or as we have it, is nothing new.
    - Where we have not moved since, theirs is taken: one update to an action, at the end of its
      history.
    - Where we have, and it says something else, it is a conflict: ours stays.
    - What has been on record since the list was sent out is not taken twice, so that the same
      file may come again, even after later news.

    A list that does not tell what was sent out is taken to have known what we had at first, or
    what the same person last brought. Ours is what is on record, of later days too: history is
    only ever added to, so news is dated after all of it, and not after ``as_of``.

    Where a list skips a move (from proposed to done, from done to in progress), the one between
    is recorded on the same day. ``verified`` and ``superseded`` cannot come from a list, and
    ``cancelled`` needs a note. Statements and objectives stay as they were agreed; an owner is
    handed over by an update. Progress may go down. What an empty field says is nothing.

    A line about none of our actions proposes a new one, if it has a statement and an owner.

    Args:
        programme: whose actions.
        news: the lines of the list, from any importer.
        as_of: the day of the news where a line tells none.
        by: who brings the list, a person's identifier.

    Raises:
        AsOfRequiredError: no day was given.
        UnknownKeyError: nobody has the identifier ``by``. Nothing in the news raises.

    >>> from workshopcore.contracts.exchange import ActionState
    >>> from workshopcore.testing import sample_programme
    >>> sent = ActionState(status="agreed", due=date(2027, 4, 7))
    >>> said = ActionState(status="in-progress", due=date(2027, 4, 7))
    >>> news = [ActionNews("row 2", said, id="rota", sent=sent)]
    >>> merged = merge(sample_programme(), news, "2027-06-30")
    >>> merged.programme.action("rota").status(date(2027, 6, 30))
    'in-progress'
    >>> merge(merged.programme, news, "2027-07-01").unchanged
    1
    """
    day = as_of_day(as_of, "taking in a list of actions")
    if by:
        programme.person(by)
    reader, ledger = Reader(programme, day), Ledger()
    lines = [reader.line(number, each) for number, each in enumerate(news)]
    ledger.problems.extend(reader.problems)
    groups = matched(programme, lines, ledger)
    found = _with_news(programme, groups, ledger, by)
    return Merge(
        found,
        in_order(ledger.changes),
        in_order(ledger.conflicts),
        in_order(ledger.problems),
        len(lines) - len(ledger.lines),
    )


def _with_news(programme: Programme, groups: Iterable[Group], ledger: Ledger, by: str) -> Programme:
    """Return the programme with all that is new; it is built once, and only if anything is."""
    changed: dict[str, Action] = {}
    proposed: list[tuple[Line, Action]] = []
    for group in groups:
        if group.action is None:
            new = propose(group.lines, ledger, by)
            if new is not None:
                proposed.append((group.lines[0], new))
        else:
            new = _updated(group.action, group.lines, ledger, by)
            if new is not group.action:
                changed[new.id] = new
    if not changed and not proposed:
        return programme
    kept = [changed.get(action.id, action) for action in programme.actions]
    proposed.sort(key=lambda pair: pair[0].number)
    built = evolve(programme, actions=[*kept, *(action for _, action in proposed)])
    # Their identifiers are made when the programme is built.
    for (line, _), action in zip(proposed, built.actions[len(kept) :], strict=True):
        ledger.changes.append((line.number, _proposed(line, action)))
    return built


def _proposed(line: Line, action: Action) -> Change:
    on = action.created or line.on
    return Change(line.place, action.id, "action", None, action.statement, on)


def _updated(action: Action, lines: Sequence[Line], ledger: Ledger, by: str) -> Action:
    for line in lines:
        _look_at_fixed("statement", line, action.statement, ledger)
        _look_at_fixed("objective", line, action.objective or None, ledger)
    named = _known_as(action, lines, ledger)
    return take_in(named, lines, ledger, by)


def _look_at_fixed(field: str, line: Line, ours: str | None, ledger: Ledger) -> None:
    """Report another statement or objective: those were agreed, and no list changes them."""
    theirs = getattr(line.said, field)
    if theirs is None or same(field, theirs, ours):
        return
    if line.sent is not None and same(field, theirs, getattr(line.sent, field)):
        return
    cure = "What was agreed stays: for something else, propose a new action"
    expected = f"the {field} as agreed, {shown(ours)}"
    ledger.complain(line.number, Problem("WC011", line.at(field), shown(theirs), expected, cure))


def _known_as(action: Action, lines: Sequence[Line], ledger: Ledger) -> Action:
    """Return the action with what other tools call it, so that its name there is enough."""
    added: dict[str, None] = {}
    for line in lines:
        if line.known_as and line.known_as not in action.known_as and line.known_as not in added:
            added[line.known_as] = None
            change = Change(line.place, action.id, "known_as", None, line.known_as, line.on)
            ledger.changes.append((line.number, change))
    return evolve(action, known_as=(*action.known_as, *added)) if added else action
