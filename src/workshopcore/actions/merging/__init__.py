"""Taking in what a list of actions says that went out to people and came back."""

from workshopcore.actions.merging.merge import merge
from workshopcore.actions.merging.result import Change, Conflict, Merge
from workshopcore.actions.merging.states import state_of

__all__ = ["Change", "Conflict", "Merge", "merge", "state_of"]
