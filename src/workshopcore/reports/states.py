"""The states of things, and the kinds that they are of, as words on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workshopcore.language import pgettext

__all__ = ["state_words"]


def state_words(name: str, of: str = "") -> str:
    """Return a state or a kind in the word that there is for it, ``""`` where there is none.

    Args:
        name: the state, such as ``in-progress``.
        of: what is in it, such as ``action``; left out, whatever knows the state first.

    >>> state_words("in-progress"), state_words("partly", "objective"), state_words("half-way")
    ('In progress', 'Partly met', '')
    """
    things = [_WORDS[of]] if of else _WORDS.values()
    return next((found for words in things if (found := words().get(name))), "")


def _action() -> Mapping[str, str]:
    return {
        "proposed": pgettext("state of an action", "Proposed"),
        "agreed": pgettext("state of an action", "Agreed"),
        "in-progress": pgettext("state of an action", "In progress"),
        "blocked": pgettext("state of an action", "Blocked"),
        "done": pgettext("state of an action", "Done"),
        "verified": pgettext("state of an action", "Verified"),
        "reopened": pgettext("state of an action", "Reopened"),
        "cancelled": pgettext("state of an action", "Cancelled"),
        "superseded": pgettext("state of an action", "Replaced"),
    }


def _objective() -> Mapping[str, str]:
    return {
        "met": pgettext("how an objective turned out", "Met"),
        "partly": pgettext("how an objective turned out", "Partly met"),
        "not-met": pgettext("how an objective turned out", "Not met"),
        "dropped": pgettext("how an objective turned out", "Dropped"),
    }


def _workshop() -> Mapping[str, str]:
    return {
        "proposed": pgettext("state of a workshop's date", "Proposed"),
        "pencilled": pgettext("state of a workshop's date", "Pencilled"),
        "confirmed": pgettext("state of a workshop's date", "Confirmed"),
        "in-progress": pgettext("state of a workshop's date", "In progress"),
        "delivered": pgettext("state of a workshop's date", "Delivered"),
        "written-up": pgettext("state of a workshop's date", "Written up"),
        "closed": pgettext("state of a workshop's date", "Closed"),
        "postponed": pgettext("state of a workshop's date", "Postponed"),
        "cancelled": pgettext("state of a workshop's date", "Cancelled"),
    }


def _session() -> Mapping[str, str]:
    return {
        "done": pgettext("what became of a session", "Done"),
        "cut": pgettext("what became of a session", "Cut"),
        "moved": pgettext("what became of a session", "Moved"),
    }


def _parked_issue() -> Mapping[str, str]:
    return {
        "parked": pgettext("what became of a parked issue", "Still parked"),
        "triaged": pgettext("what became of a parked issue", "Looked at, not yet settled"),
        "action": pgettext("what became of a parked issue", "Became an action"),
        "agenda": pgettext("what became of a parked issue", "Goes on an agenda"),
        "escalated": pgettext("what became of a parked issue", "Passed upwards"),
        "dropped": pgettext("what became of a parked issue", "Dropped"),
        "closed": pgettext("what became of a parked issue", "Closed"),
    }


def _engagement() -> Mapping[str, str]:
    return {
        "identified": pgettext("state of an expert's engagement", "Identified"),
        "approached": pgettext("state of an expert's engagement", "Approached"),
        "agreed": pgettext("state of an expert's engagement", "Agreed"),
        "contracted": pgettext("state of an expert's engagement", "Contracted"),
        "briefed": pgettext("state of an expert's engagement", "Briefed"),
        "confirmed": pgettext("state of an expert's engagement", "Confirmed"),
        "delivered": pgettext("state of an expert's engagement", "Delivered"),
        "followed-up": pgettext("state of an expert's engagement", "Followed up"),
        "paid": pgettext("state of an expert's engagement", "Paid"),
        "declined": pgettext("state of an expert's engagement", "Declined"),
        "withdrawn": pgettext("state of an expert's engagement", "Withdrawn"),
    }


def _phase() -> Mapping[str, str]:
    return {
        "strategic": pgettext("kind of a phase", "Strategic"),
        "tactical": pgettext("kind of a phase", "Tactical"),
        "operational": pgettext("kind of a phase", "Operational"),
        "review": pgettext("kind of a phase", "Review"),
    }


def _facilitator() -> Mapping[str, str]:
    return {
        "lead": pgettext("part of a facilitator", "Lead"),
        "co": pgettext("part of a facilitator", "Co-facilitator"),
        "scribe": pgettext("part of a facilitator", "Scribe"),
    }


_WORDS: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "action": _action,
    "objective": _objective,
    "workshop": _workshop,
    "session": _session,
    "parked issue": _parked_issue,
    "engagement": _engagement,
    "phase": _phase,
    "facilitator": _facilitator,
}
