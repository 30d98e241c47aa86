"""The description of a task: what its owner needs to know, and a place for their news.

It ends with a line of its own under which news stand. What an owner writes there, or anywhere
between the other lines, is their note when the task comes back.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.actions import Standing
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import one_line
from workshopcore.reports.wording import state
from workshopcore_calendar.states import UNSAID

__all__ = ["described", "note_in"]

_OBJECTIVE = gettext_noop("Objective: {objective}")
_EVIDENCE = gettext_noop("What will show that it is done: {evidence}")
_WITH = gettext_noop("With: {names}")
_STATUS = gettext_noop("Status: {status}")
_NEWS = gettext_noop("Latest news:")
_LABELS = (_OBJECTIVE, _EVIDENCE, _WITH, _STATUS)


def described(programme: Programme, standing: Standing) -> str:
    """Return the description of an action's task."""
    return "\n".join([*_facts(programme, standing), gettext(_NEWS), standing.news]).strip()


def _facts(programme: Programme, standing: Standing) -> Iterator[str]:
    action = standing.action
    if action.objective:
        objective = one_line(programme.objective(action.objective).statement)
        yield gettext(_OBJECTIVE, objective=objective)
    if action.evidence_required.strip():
        yield gettext(_EVIDENCE, evidence=one_line(action.evidence_required))
    if action.supporters:
        helpers = (programme.person(each.person).name for each in action.supporters)
        yield gettext(_WITH, names=", ".join(map(one_line, helpers)))
    if standing.status in UNSAID:
        yield gettext(_STATUS, status=state(standing.status, "action"))


def note_in(description: str) -> str:
    r"""Return what the owner of one of our tasks has to say in its description.

    Our own lines are known in English and in the language that is spoken.

    >>> note_in("They moved it.\nObjective: One desk\nLatest news:\nThe desk is ordered")
    'They moved it.\nThe desk is ordered'
    """
    lines = description.split("\n")
    heads = [line.strip().casefold() for line in lines]
    news = {_NEWS.casefold(), gettext(_NEWS).casefold()}
    end = next((number for number, head in enumerate(heads) if head in news), len(lines))
    ours = _beginnings()
    added = [
        line
        for line, head in zip(lines[:end], heads, strict=False)
        if head and not head.startswith(ours)
    ]
    return "\n".join([*added, *lines[end + 1 :]]).strip()


def _beginnings() -> tuple[str, ...]:
    """Return how our own lines begin."""
    labels = [said for label in _LABELS for said in (label, gettext(label))]
    begun = (said.partition("{")[0].strip().casefold() for said in labels)
    return tuple(dict.fromkeys(filter(None, begun)))
