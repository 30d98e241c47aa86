"""The description of a task: what its owner needs to know, and a place for their news.

It ends with a line of its own under which news stand. What an owner writes there, or anywhere
between the other lines, is their note when the task comes back.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.actions import Standing
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import one_line
from workshopcore_calendar.states import UNSAID

__all__ = ["described", "note_in"]

_OBJECTIVE = "Objective: "
_EVIDENCE = "What will show that it is done: "
_WITH = "With: "
_STATUS = "Status: "
_NEWS = "Latest news:"
_OURS = tuple(label.strip().casefold() for label in (_OBJECTIVE, _EVIDENCE, _WITH, _STATUS))


def described(programme: Programme, standing: Standing) -> str:
    """Return the description of an action's task."""
    return "\n".join([*_facts(programme, standing), _NEWS, standing.news]).strip()


def _facts(programme: Programme, standing: Standing) -> Iterator[str]:
    action = standing.action
    if action.objective:
        yield _OBJECTIVE + one_line(programme.objective(action.objective).statement)
    if action.evidence_required.strip():
        yield _EVIDENCE + one_line(action.evidence_required)
    if action.supporters:
        helpers = (programme.person(each.person).name for each in action.supporters)
        yield _WITH + ", ".join(map(one_line, helpers))
    if standing.status in UNSAID:
        yield _STATUS + standing.status


def note_in(description: str) -> str:
    r"""Return what the owner of one of our tasks has to say in its description.

    >>> note_in("They moved it.\nObjective: One desk\nLatest news:\nThe desk is ordered")
    'They moved it.\nThe desk is ordered'
    """
    lines = description.split("\n")
    heads = [line.strip().casefold() for line in lines]
    end = heads.index(_NEWS.casefold()) if _NEWS.casefold() in heads else len(lines)
    added = [line for line, head in zip(lines[:end], heads, strict=False) if _is_theirs(head)]
    return "\n".join([*added, *lines[end + 1 :]]).strip()


def _is_theirs(head: str) -> bool:
    return bool(head) and not head.startswith(_OURS)
