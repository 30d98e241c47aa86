"""How well a gain is supported, and the verb that this allows.

What people say they have gained is evidence of what they perceive: it carries "reported", and
no more. A document, a figure or an observation of the organisation's own carries "records
show"; only somebody outside it confirms.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias

from attrs import frozen

from workshopcore.language import gettext_noop
from workshopcore.model.evaluation import Evidence, Gain
from workshopcore.model.programme import Programme

__all__ = ["GRADES", "Grade", "Grading", "evidence_for", "gains_by", "grade"]

Grade: TypeAlias = Literal["confirmed", "recorded", "reported"]


@frozen
class Grading:
    """What a grade means, in words that ``gettext`` says in the language spoken.

    Attributes:
        verb: opens a sentence that has this support; people reported, the others stand alone.
        label: how it is called in a table.
        meaning: what it rests on.
    """

    verb: str
    label: str
    meaning: str


GRADES: Final[dict[Grade, Grading]] = {
    "confirmed": Grading(
        gettext_noop("Independently confirmed"),
        gettext_noop("Independently confirmed"),
        gettext_noop("A third party, or somebody outside the organisation, bears it out."),
    ),
    "recorded": Grading(
        gettext_noop("Records show"),
        gettext_noop("Shown by records"),
        gettext_noop("The organisation's own documents, figures or observations bear it out."),
    ),
    "reported": Grading(
        gettext_noop("Participants reported"),
        gettext_noop("Reported"),
        gettext_noop("This rests on what people said themselves."),
    ),
}
"""The grades, the strongest first."""


def gains_by(programme: Programme, as_of: date) -> tuple[Gain, ...]:
    """Return the gains that had been stated by the end of a day."""
    return tuple(g for g in programme.gains if g.stated is None or g.stated <= as_of)


def evidence_for(programme: Programme, gain: Gain, as_of: date) -> tuple[Evidence, ...]:
    """Return what supports a gain, of what existed by the end of a day."""
    return tuple(
        evidence
        for evidence in programme.evidence
        if evidence.id in gain.evidence and (evidence.dated is None or evidence.dated <= as_of)
    )


def grade(programme: Programme, gain: Gain, as_of: date) -> Grade:
    """Return how well a gain is supported by the end of a day.

    A self-report stays one, whoever collected it. Records of the organisation's own are
    ``recorded``; what comes from outside it is ``confirmed``.
    """
    beyond = [e for e in evidence_for(programme, gain, as_of) if e.kind != "self-report"]
    if any(e.kind == "third-party" or e.independence == 2 for e in beyond):
        return "confirmed"
    return "recorded" if beyond else "reported"
