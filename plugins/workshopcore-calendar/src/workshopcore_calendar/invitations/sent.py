"""What was written to whom: the record that says which invitation a person has.

A programme holds when a workshop is, not when it was to be before somebody moved it, and a
calendar takes an update only if its number is higher than what it has. So what went out has to
be kept: a list that only grows, one entry for each message.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore_calendar.invitations.appointment import Facts

__all__ = ["Ledger", "Method", "Sent"]

Method: TypeAlias = Literal["REQUEST", "CANCEL"]


@frozen
class Sent:
    """One message to one person.

    Attributes:
        uid: the appointment.
        person: whom it went to, by identifier; ``address``: where.
        method: whether it invites or cancels.
        sequence: the number of the revision.
        stamp: the moment it was written, in UTC and whole seconds.
        facts: what people would have to look at again.
        title, time_zone, id, workshop: what else it takes to cancel it when the workshop is gone.
        content: a hash of all that it said.
    """

    uid: str
    person: str
    address: str
    method: Method
    sequence: int
    stamp: datetime
    facts: Facts
    title: str
    time_zone: str
    id: str
    workshop: str
    content: str


@frozen
class Ledger:
    """What a record says of each appointment and each guest.

    Attributes:
        last: the last message, by appointment and person.
        invited: the last message that invited anybody, by appointment.
        highest: the highest number of any message, by appointment.
    """

    last: dict[tuple[str, str], Sent] = field(factory=dict)
    invited: dict[str, Sent] = field(factory=dict)
    highest: dict[str, int] = field(factory=dict)

    @classmethod
    def of(cls, record: Iterable[Sent]) -> Ledger:
        """Read a record from its beginning."""
        ledger = cls()
        for entry in record:
            ledger.last[entry.uid, entry.person] = entry
            ledger.highest[entry.uid] = max(entry.sequence, ledger.highest.get(entry.uid, -1))
            if entry.method == "REQUEST":
                ledger.invited[entry.uid] = entry
        return ledger

    def following(self, uid: str) -> int:
        """Return the number that no message about an appointment has had."""
        return self.highest.get(uid, -1) + 1

    def sequence(self, uid: str, facts: Facts, own: Sent | None) -> int:
        """Return the number of an invitation.

        It is that of the others who were told the same, as long as it is higher than what the
        guest has if the guest was told something else; otherwise it is the next one.
        """
        if own is not None and own.method == "REQUEST" and own.facts == facts:
            return own.sequence
        latest = self.invited.get(uid)
        if latest is None or latest.facts != facts:
            return self.following(uid)
        passed = own is not None and own.sequence >= latest.sequence
        return self.following(uid) if passed else latest.sequence
