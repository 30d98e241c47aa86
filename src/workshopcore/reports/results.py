"""What a programme can claim: each result with the grade of what supports it.

What people say has been gained is evidence of what they perceive. A sentence therefore says
which kind of support it has, and carries the identifier by which it can be traced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from workshopcore.actions import Standing, plan
from workshopcore.contracts.report import Block, Inline, Paragraph, Run
from workshopcore.language import gettext, npgettext, pgettext
from workshopcore.model.evaluation import Gain
from workshopcore.model.people import Role
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.coverage import coverage_facts
from workshopcore.reports.objectives import numbers
from workshopcore.reports.support import evidence_counted
from workshopcore.reports.wording import capitalised, listed, share
from workshopcore.trace import GRADES, Grade, evidence_for, gains_by, grade, trace

__all__ = ["how_sure", "is_contested", "results", "rival_explanations", "trace_table"]

_STRENGTH = {grade: place for place, grade in enumerate(GRADES)}


def is_contested(gain: Gain, as_of: date) -> bool:
    """Return whether a gain has been contested by the end of a day; publishing settles nothing."""
    return any(event.status == "contested" and event.on <= as_of for event in gain.events)


def results(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return every result, welcome or not, the best supported first."""
    gains = sorted(
        gains_by(programme, as_of), key=lambda gain: _STRENGTH[grade(programme, gain, as_of)]
    )
    if not gains:
        return (Paragraph(gettext("No results had been recorded by the close.")),)
    contested = [gain for gain in gains if is_contested(gain, as_of)]
    settled = [gain for gain in gains if gain not in contested]

    def told(valence: str) -> tuple[Block, ...]:
        chosen = [gain for gain in settled if gain.valence == valence]
        return bullets(_sentence(programme, gain, as_of) for gain in chosen)

    return filled(
        section(gettext("What was gained"), told("positive")),
        section(gettext("What is mixed"), told("mixed")),
        section(gettext("What did not go as hoped"), told("negative")),
        section(
            gettext("What is contested"),
            bullets(_sentence(programme, gain, as_of) for gain in contested),
        ),
    )


def _sentence(programme: Programme, gain: Gain, as_of: date) -> Inline:
    found = grade(programme, gain, as_of)
    opening = _reported(programme, gain) if found == "reported" else gettext(GRADES[found].verb)
    told = gain.statement
    if not gain.intended:
        told = gettext("{gain} (not aimed at)", gain=told)
    if is_contested(gain, as_of):
        told = gettext("{gain} – not everybody agrees", gain=told)
    return (
        Run(f"{opening}: ", "strong"),
        Run(f"{told} "),
        _tag(gain),
    )


def _tag(gain: Gain) -> Run:
    """Return the identifier by which a result can be traced."""
    return Run(gettext("[gain: {id}]", id=gain.id), "code")


def _reported(programme: Programme, gain: Gain) -> str:
    """Say who reported a gain by what they are to the programme, never by name."""
    roles = Counter(programme.person(name).role for name in dict.fromkeys(gain.said_by))
    if not roles:
        verb = GRADES["reported"].verb
        return gettext(verb)
    speakers = listed(_speakers(role, number) for role, number in roles.items())
    return capitalised(gettext("{speakers} reported", speakers=speakers))


def _speakers(role: Role, number: int) -> str:
    match role:
        case "participant":
            return npgettext("… reported", "one participant", "participants", number)
        case "sponsor":
            return npgettext("… reported", "the sponsor", "the sponsors", number)
        case "facilitator":
            return npgettext("… reported", "one facilitator", "the facilitators", number)
        case "expert":
            return npgettext("… reported", "the external expert", "the external experts", number)
        case "observer":
            return npgettext("… reported", "one observer", "observers", number)


def rival_explanations(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return what else could explain each result, and where nobody has asked."""
    gains = gains_by(programme, as_of)
    unasked = [gain.statement for gain in gains if not gain.rivals]
    told = bullets(
        (Run(gain.statement, "strong"), Run(f": {rival}"))
        for gain in gains
        for rival in gain.rivals
    )
    if not unasked:
        return told
    said = gettext(
        "What else could explain a result is not on record for {share}:",
        share=share(len(unasked), len(gains)),
    )
    return (*told, Paragraph(said), *bullets(unasked))


def how_sure(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Explain the grades that occur, and count how many results have each."""
    gains = gains_by(programme, as_of)
    if not gains:
        return ()
    grades = Counter(grade(programme, gain, as_of) for gain in gains)
    total = len(gains)
    lines = [
        f"{_heading(each)}: {share(grades[each], total)}. {gettext(GRADES[each].meaning)}"
        for each in GRADES
    ]
    return bullets(lines)


def _heading(grade: Grade) -> str:
    grading = GRADES[grade]
    words = grading.label if grade == "reported" else grading.verb
    return gettext(words)


def trace_table(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return what each result goes back to, and how much of the objectives is covered."""
    gains = gains_by(programme, as_of)
    actions = {one.action.id: one for one in plan(programme, as_of)}
    return filled(
        table(
            (
                gettext("Result"),
                gettext("Objectives by number"),
                gettext("Actions done"),
                gettext("Evidence"),
                pgettext("what a result rests on", "Support"),
            ),
            [_traced(programme, gain, actions, as_of) for gain in gains],
            caption=gettext("What each result goes back to"),
        ),
        coverage_facts(trace(programme, as_of)),
    )


def _traced(
    programme: Programme, gain: Gain, actions: Mapping[str, Standing], as_of: date
) -> tuple[Inline, ...]:
    named = [actions[name] for name in gain.actions if name in actions]
    done = share(sum(one.is_done for one in named), len(named))
    kinds = Counter(evidence.kind for evidence in evidence_for(programme, gain, as_of))
    return (
        (Run(f"{gain.statement} "), _tag(gain)),
        _aims(programme, gain, as_of) or pgettext("of objectives", "none named"),
        done if named else pgettext("of actions", "none named"),
        listed(evidence_counted(kinds)) or pgettext("of evidence", "none"),
        gettext(GRADES[grade(programme, gain, as_of)].label),
    )


def _aims(programme: Programme, gain: Gain, as_of: date) -> str:
    """Return objectives by their number in the document; earlier versions in words."""
    known = numbers(current_objectives(programme, as_of))
    return "; ".join(
        known.get(name) or programme.objective(name).statement for name in gain.objectives
    )
