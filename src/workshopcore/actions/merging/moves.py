"""How an action gets to the state that a list reports, by legal moves only."""

from __future__ import annotations

from workshopcore.errors import Problem
from workshopcore.model.lifecycle import ACTION

__all__ = ["UNTAKEN", "path_to", "refusal"]

# A list says where an action has got to, and leaves out how: that a proposed action was agreed
# before somebody began with it, and that one that was done was reopened.
_PASSED = {"proposed": "agreed", "done": "reopened", "verified": "reopened"}
_PASSED_TO = frozenset({"in-progress", "blocked", "done"})
_CURES = {
    "verified": "Verifying needs evidence: record an update that names it",
    "superseded": "Say what takes its place: record an update with superseded_by",
}

UNTAKEN = frozenset(_CURES)
"""The states that need more than a list can say."""


def path_to(ours: str, theirs: str) -> tuple[str, ...]:
    """Return the moves from our state to theirs; none where there is no legal way.

    >>> path_to("proposed", "done"), path_to("done", "in-progress"), path_to("blocked", "agreed")
    (('agreed', 'done'), ('reopened', 'in-progress'), ())
    """
    if theirs in _CURES:
        return ()
    if theirs == "agreed" and _PASSED.get(ours) == "reopened":
        return ("reopened",)
    if theirs in ACTION.moves[ours]:
        return (theirs,)
    passed = _PASSED.get(ours, "")
    if theirs in _PASSED_TO and theirs in ACTION.moves.get(passed, ()):
        return (passed, theirs)
    return ()


def refusal(path: str, ours: str, theirs: str) -> Problem:
    """Return the problem of a state that a list cannot bring about."""
    if theirs in _CURES:
        return Problem(
            "WC011", path, f"'{theirs}'", "a state that a list can bring", _CURES[theirs]
        )
    reachable = [state for state in ACTION.moves if path_to(ours, state)]
    cure = "" if reachable else "It is closed for good: propose a new action"
    legal = ", ".join(reachable) or "no further move"
    return Problem("WC011", path, f"'{theirs}' after '{ours}'", legal, cure)
