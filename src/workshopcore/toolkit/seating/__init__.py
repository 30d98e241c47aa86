"""Groups for the sessions of a programme: taken from its formats, and remembered in it."""

from workshopcore.toolkit.seating.proposal import GroupProposal, LeftOut, SeatedRound
from workshopcore.toolkit.seating.proposing import propose
from workshopcore.toolkit.seating.wishes import Wishes

__all__ = ["GroupProposal", "LeftOut", "SeatedRound", "Wishes", "propose"]
