"""Who has presented so far, as far as the programme knows.

A presenter is recorded as a capture of the session with the label ``presented``; its text is
the person's name or identifier, or "nobody". Where nothing is recorded, the plan stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from workshopcore.errors import nearest
from workshopcore.language import gettext
from workshopcore.model.agenda import Session
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Workshop

__all__ = ["PRESENTED", "Meeting", "meetings_before"]

PRESENTED = "presented"
"""The label of a capture that says who presented."""

NOBODY = "nobody"

_NOT_HELD = ("cancelled", "postponed")


@frozen
class Meeting:
    """A session of action learning sets, in its workshop and programme."""

    programme: Programme
    workshop: Workshop
    session: Session

    @property
    def actual(self) -> Actual | None:
        """What is recorded of its times."""
        return next((a for a in self.workshop.actuals if a.session == self.session.id), None)

    def recorded(self) -> tuple[str, ...] | None:
        """Return the identifiers of those who presented, in order; ``None`` with no record.

        Texts that name nobody on the programme are left out; see :meth:`unknown`.
        """
        texts = self._texts()
        if not texts:
            return None
        known = self._known()
        return tuple(known[text] for text in texts if text in known)

    def unknown(self) -> Iterator[str]:
        """Yield what is wrong with the record: a sentence for each text that names nobody."""
        known = self._known()
        for text in self._texts():
            if text not in known and text.lower() != NOBODY:
                yield self._nobody(text, known.get(nearest(text, known), ""))

    def _nobody(self, text: str, guess: str) -> str:
        if not guess:
            return gettext(
                "Nobody is called '{name}', who is said to have presented: write a person's name.",
                name=text,
            )
        return gettext(
            "Nobody is called '{name}', who is said to have presented: did you mean '{meant}'?",
            name=text,
            meant=self.programme.person(guess).name,
        )

    def held(self, by: date) -> bool:
        """Return whether it took place or still will, as far as is known by a day."""
        cut = self.actual is not None and self.actual.fate != "done"
        return not cut and self.workshop.state(by) not in _NOT_HELD

    def _texts(self) -> list[str]:
        return [
            capture.text.strip()
            for capture in self.workshop.captures
            if capture.session == self.session.id and capture.label == PRESENTED
        ]

    def _known(self) -> dict[str, str]:
        people = self.programme.people
        return {person.name: person.id for person in people} | {p.id: p.id for p in people}


def meetings_before(meeting: Meeting) -> Iterator[Meeting]:
    """Yield the meetings of the same format before one, in order of time."""
    for workshop in meeting.programme.in_order:
        for session in workshop.sessions():
            if (workshop.id, session.id) == (meeting.workshop.id, meeting.session.id):
                return
            if session.format == meeting.session.format:
                yield Meeting(meeting.programme, workshop, session)
