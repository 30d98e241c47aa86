"""Our own actions, by whatever a list may know them by."""

from __future__ import annotations

from workshopcore.actions.merging.text import folded
from workshopcore.errors import nearest
from workshopcore.model.action import Action
from workshopcore.model.programme import Programme

__all__ = ["Ours"]

_MOST_LOOKS = 30_000


class Ours:
    """Our own actions.

    Attributes:
        ids: each by its identifier.
        names: those that another tool's identifier means.
    """

    def __init__(self, programme: Programme) -> None:
        self.ids = {action.id: action for action in programme.actions}
        self.names: dict[str, list[Action]] = {}
        self._texts: dict[tuple[str, str], dict[str, Action]] = {}
        self._alike: dict[tuple[str, str, str], list[Action]] = {}
        self._looks = _MOST_LOOKS
        for action in programme.actions:
            for name in dict.fromkeys(action.known_as):
                self.names.setdefault(name, []).append(action)
            self.add_owners(action, action.owner, *[update.owner for update in action.updates])

    def add_owners(self, action: Action, *owners: str | None) -> None:
        """Take note of people whose action it is, was, or is to be by what a list says."""
        text = folded(action.statement)
        for owner in filter(None, owners):
            self._texts.setdefault((text, owner), {})[action.id] = action

    def alike(self, statement: str, owner: str, tool: str) -> list[Action]:
        """Return the actions that read the same: all of them, or two if there are more.

        One that the same tool already calls something else is another.

        Args:
            statement: what is to be done, folded.
            owner: who owns it, or owned it.
            tool: the tool that the line is from, ``""`` for none.
        """
        key = (statement, owner, tool)
        if key not in self._alike:
            prefix = f"{tool}:"
            self._alike[key] = [
                action
                for action in self._texts.get((statement, owner), {}).values()
                if not tool or not any(name.startswith(prefix) for name in action.known_as)
            ][:2]
        return self._alike[key]

    def guess(self, id: str) -> str:
        """Return the nearest identifier, ``""`` when looking for it has taken long enough."""
        self._looks -= len(self.ids)
        return nearest(id, self.ids) if self._looks >= 0 else ""
