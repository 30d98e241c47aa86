"""How the programme will be judged: who is asked what, what is promised, what is claimed."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block, Paragraph
from workshopcore.evaluation.instruments import eligible
from workshopcore.evaluation.instruments.asking import confidentiality
from workshopcore.model.evaluation import Wave
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, prose, section, table
from workshopcore.reports.counted import MANY
from workshopcore.reports.evaluation.method import WAVE_KINDS, open_days, questionnaire
from workshopcore.reports.people import team
from workshopcore.reports.wording import count, listed

__all__ = ["asked", "judging"]

_NOTHING_ASKED = (
    "No round of asking is planned yet. The evaluation would rest on records alone, and say nothing"
    " of what the team as a whole thinks."
)
_CLAIMED = (
    (
        "Each objective is judged by what it is measured by, and shown beside the results that bear"
        " it out."
    ),
    (
        "A result is called reported, shown by records or independently confirmed, and never more"
        " than its evidence carries. What did not go as hoped is told too."
    ),
)
_NOT_CLAIMED = (
    (
        "That the programme alone brought a change about: there is no group without it to compare"
        " with. What else could explain a result is asked, and printed with it."
    ),
    "That what people say of themselves is more than what they perceive.",
    "A return on the money: none is worked out.",
)


def judging(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return which rounds of asking are planned, what the team is promised, and the claims."""
    return filled(
        _rounds(programme),
        section(
            "What the team is promised",
            prose(programme.client.confidentiality) if programme.client else (),
            (Paragraph(_promise(programme)),) if programme.waves else (),
        ),
        _claims(programme, on) if programme.waves or programme.objectives else (),
    )


def _claims(programme: Programme, on: date) -> tuple[Block, ...]:
    few = len(team(programme, "participant", on)) < MANY
    counts = (f"Answers are counted; of fewer than {MANY} people nothing is put in per cents.",)
    return filled(
        section("What will be claimed", bullets(_CLAIMED + (counts if few else ()))),
        section("What will not be claimed", bullets(_NOT_CLAIMED)),
    )


def _rounds(programme: Programme) -> tuple[Block, ...]:
    if not programme.waves:
        return (Paragraph(_NOTHING_ASKED),)
    return table(
        ("Round", "When", "Questionnaire", "About", "Open", "Asked"),
        [_round(programme, wave) for wave in programme.waves],
        caption="Rounds of asking",
    )


def _round(programme: Programme, wave: Wave) -> tuple[str, ...]:
    number = len(asked(programme, wave))
    return (
        wave.title,
        WAVE_KINDS[wave.kind],
        questionnaire(programme, wave),
        _about(programme, wave),
        open_days(wave) or "to be set",
        count(number, "person", "people") if number else "not known yet",
    )


def asked(programme: Programme, wave: Wave) -> tuple[Person, ...]:
    """Return who is to be asked in a round, as planned: nobody has been anywhere yet."""
    if wave.eligible or wave.kind != "after-each" or not wave.workshop:
        return eligible(programme, wave)
    invited = programme.invited(programme.workshop(wave.workshop))
    return tuple(person for person in invited if person.role == "participant")


def _about(programme: Programme, wave: Wave) -> str:
    """Return what the questions measure, each construct once."""
    if not wave.instrument:
        return ""
    questions = programme.instrument(wave.instrument).questions
    return listed(dict.fromkeys(q.construct.strip() for q in questions))


def _promise(programme: Programme) -> str:
    return f"{confidentiality(programme)} Nothing is broken down by post or by team."
