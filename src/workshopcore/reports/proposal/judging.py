"""How the programme will be judged: who is asked what, what is promised, what is claimed."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block, Paragraph
from workshopcore.evaluation.instruments import eligible
from workshopcore.evaluation.instruments.asking import confidentiality
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.evaluation import Wave
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, prose, section, table
from workshopcore.reports.counted import MANY
from workshopcore.reports.evaluation.method import WAVE_KINDS, open_days, questionnaire
from workshopcore.reports.people import team
from workshopcore.reports.wording import listed

__all__ = ["asked", "judging"]

_NOTHING_ASKED = gettext_noop(
    "No round of asking is planned yet. The evaluation would rest on records alone, and say nothing"
    " of what the team as a whole thinks."
)
_CLAIMED = (
    gettext_noop(
        "Each objective is judged by what it is measured by, and shown beside the results that bear"
        " it out."
    ),
    gettext_noop(
        "A result is called reported, shown by records or independently confirmed, and never more"
        " than its evidence carries. What did not go as hoped is told too."
    ),
)
_NOT_CLAIMED = (
    gettext_noop(
        "That the programme alone brought a change about: there is no group without it to compare"
        " with. What else could explain a result is asked, and printed with it."
    ),
    gettext_noop("That what people say of themselves is more than what they perceive."),
    gettext_noop("A return on the money: none is worked out."),
)


def judging(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return which rounds of asking are planned, what the team is promised, and the claims."""
    return filled(
        _rounds(programme),
        section(
            gettext("What the team is promised"),
            prose(programme.client.confidentiality) if programme.client else (),
            (Paragraph(_promise(programme)),) if programme.waves else (),
        ),
        _claims(programme, on) if programme.waves or programme.objectives else (),
    )


def _claims(programme: Programme, on: date) -> tuple[Block, ...]:
    few = len(team(programme, "participant", on)) < MANY
    claimed = [gettext(claim) for claim in _CLAIMED]
    if few:
        claimed.append(
            gettext(
                "Answers are counted; of fewer than {many} people nothing is put in per cents.",
                many=MANY,
            )
        )
    return filled(
        section(gettext("What will be claimed"), bullets(claimed)),
        section(gettext("What will not be claimed"), bullets(map(gettext, _NOT_CLAIMED))),
    )


def _rounds(programme: Programme) -> tuple[Block, ...]:
    if not programme.waves:
        return (Paragraph(gettext(_NOTHING_ASKED)),)
    return table(
        (
            pgettext("of asking", "Round"),
            gettext("When"),
            gettext("Questionnaire"),
            pgettext("of questions", "About"),
            pgettext("of a questionnaire", "Open"),
            pgettext("how many people", "Asked"),
        ),
        [_round(programme, wave) for wave in programme.waves],
        caption=gettext("Rounds of asking"),
    )


def _round(programme: Programme, wave: Wave) -> tuple[str, ...]:
    number = len(asked(programme, wave))
    return (
        wave.title,
        gettext(WAVE_KINDS[wave.kind]),
        questionnaire(programme, wave),
        _about(programme, wave),
        open_days(wave) or pgettext("of dates", "to be set"),
        ngettext("{count} person", "{count} people", number)
        if number
        else gettext("not known yet"),
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
    nothing = gettext("Nothing is broken down by post or by team.")
    return f"{confidentiality(programme)} {nothing}"
