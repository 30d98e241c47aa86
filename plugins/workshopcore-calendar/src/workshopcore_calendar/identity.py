"""Which action a task is: its UID, made of the programme's identifier and the action's."""

from __future__ import annotations

import re

__all__ = ["action_of", "uid_of"]

_DOMAIN = "workshopcore"
_WORDS = "[a-z0-9]+(?:-[a-z0-9]+)*"
_OURS = re.compile(rf"({_WORDS})@({_WORDS})\.{_DOMAIN}", re.IGNORECASE)


def uid_of(programme: str, action: str) -> str:
    """Return the UID of an action's task; it stays the same for as long as the two identifiers.

    >>> uid_of("one-front-door", "rota")
    'rota@one-front-door.workshopcore'
    """
    return f"{action}@{programme}.{_DOMAIN}"


def action_of(uid: str, programme: str) -> str:
    """Return the action that a UID names, ``""`` for a task that is not of this programme.

    >>> action_of("rota@one-front-door.workshopcore", "one-front-door")
    'rota'
    >>> action_of("rota@another-year.workshopcore", "one-front-door")
    ''
    """
    found = _OURS.fullmatch(uid)
    if found is None or found[2].lower() != programme:
        return ""
    return found[1].lower()
