"""Groups that are proposed for the sessions of a programme."""

from __future__ import annotations

from attrs import frozen

from workshopcore.groups.meetings import Meetings
from workshopcore.groups.occasions import Formed
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import GroupAllocation

__all__ = ["GroupProposal", "LeftOut", "SeatedRound"]


@frozen
class SeatedRound:
    """The groups of one round of a session.

    Attributes:
        workshop: the workshop's identifier.
        title: what the session is called.
        allocation: its identifier, the round and the groups.
    """

    workshop: str
    title: str
    allocation: GroupAllocation


@frozen
class LeftOut:
    """A session for which no groups were formed, and why."""

    workshop: str
    session: str
    reason: str


@frozen
class GroupProposal:
    """Groups that are proposed.

    Attributes:
        programme: the programme that remembers them.
        rounds: the groups, in order of time.
        formed: how they were formed, and how sure it is that they cannot be better. Groups
            within others, tracks and sets that stay together are not counted there.
        meetings: who will have met whom, of those who are seated here.
        left_out: the sessions for which no groups could be formed.
    """

    programme: Programme
    rounds: tuple[SeatedRound, ...]
    formed: Formed
    meetings: Meetings
    left_out: tuple[LeftOut, ...] = ()
