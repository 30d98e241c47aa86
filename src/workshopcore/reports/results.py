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
from workshopcore.model.evaluation import Gain
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.coverage import coverage_facts
from workshopcore.reports.objectives import numbers
from workshopcore.reports.wording import count, listed, share
from workshopcore.trace import GRADES, Grade, evidence_for, gains_by, grade, trace

__all__ = ["how_sure", "is_contested", "results", "rival_explanations", "trace_table"]

_STRENGTH = {grade: place for place, grade in enumerate(GRADES)}
_KINDS = {
    "self-report": ("self-report", ""),
    "document": ("document", ""),
    "metric": ("metric", ""),
    "observation": ("observation", ""),
    "third-party": ("third-party account", ""),
}
_SPEAKERS = {
    "participant": ("one participant", "participants"),
    "sponsor": ("the sponsor", "the sponsors"),
    "facilitator": ("one facilitator", "the facilitators"),
    "expert": ("the external expert", "the external experts"),
    "observer": ("one observer", "observers"),
}


def is_contested(gain: Gain, as_of: date) -> bool:
    """Return whether a gain has been contested by the end of a day; publishing settles nothing."""
    return any(event.status == "contested" and event.on <= as_of for event in gain.events)


def results(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return every result, welcome or not, the best supported first."""
    gains = sorted(
        gains_by(programme, as_of), key=lambda gain: _STRENGTH[grade(programme, gain, as_of)]
    )
    if not gains:
        return (Paragraph("No results had been recorded by the close."),)
    contested = [gain for gain in gains if is_contested(gain, as_of)]
    settled = [gain for gain in gains if gain not in contested]

    def told(valence: str) -> tuple[Block, ...]:
        chosen = [gain for gain in settled if gain.valence == valence]
        return bullets(_sentence(programme, gain, as_of) for gain in chosen)

    return filled(
        section("What was gained", told("positive")),
        section("What is mixed", told("mixed")),
        section("What did not go as hoped", told("negative")),
        section(
            "What is contested",
            bullets(_sentence(programme, gain, as_of) for gain in contested),
        ),
    )


def _sentence(programme: Programme, gain: Gain, as_of: date) -> Inline:
    found = grade(programme, gain, as_of)
    reported = f"{_speakers(programme, gain)} reported"
    opening = reported if found == "reported" else GRADES[found].verb
    aside = "" if gain.intended else " (not aimed at)"
    doubt = " – not everybody agrees" if is_contested(gain, as_of) else ""
    return (
        Run(f"{opening}: ", "strong"),
        Run(f"{gain.statement}{aside}{doubt} "),
        Run(f"[gain: {gain.id}]", "code"),
    )


def _speakers(programme: Programme, gain: Gain) -> str:
    """Say who reported a gain by what they are to the programme, never by name."""
    roles = Counter(programme.person(name).role for name in dict.fromkeys(gain.said_by))
    if not roles:
        return "Participants"
    words = listed(_SPEAKERS[role][number > 1] for role, number in roles.items())
    return words[:1].upper() + words[1:]


def rival_explanations(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return what else could explain each result, and where nobody has asked."""
    gains = gains_by(programme, as_of)
    unasked = [gain.id for gain in gains if not gain.rivals]
    told = bullets(
        (Run(gain.id, "code"), Run(f": {rival}")) for gain in gains for rival in gain.rivals
    )
    if not unasked:
        return told
    number = share(len(unasked), len(gains))
    said = f"What else could explain a result is not on record for {number}: "
    return (*told, Paragraph([Run(said), Run(", ".join(unasked), "code"), Run(".")]))


def how_sure(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Explain the grades that occur, and count how many results have each."""
    gains = gains_by(programme, as_of)
    if not gains:
        return ()
    grades = Counter(grade(programme, gain, as_of) for gain in gains)
    total = len(gains)
    lines = [
        f"{_heading(each)}: {share(grades[each], total)}. {GRADES[each].meaning}" for each in GRADES
    ]
    return bullets(lines)


def _heading(grade: Grade) -> str:
    return "Reported" if grade == "reported" else GRADES[grade].verb


def trace_table(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return what each result goes back to, and how much of the objectives is covered."""
    gains = gains_by(programme, as_of)
    actions = {one.action.id: one for one in plan(programme, as_of)}
    return filled(
        table(
            ("Result", "Objectives by number", "Actions done", "Evidence", "Support"),
            [_traced(programme, gain, actions, as_of) for gain in gains],
            caption="What each result goes back to",
        ),
        coverage_facts(trace(programme, as_of)),
    )


def _traced(
    programme: Programme, gain: Gain, actions: Mapping[str, Standing], as_of: date
) -> tuple[Inline, ...]:
    named = [actions[name] for name in gain.actions if name in actions]
    done = share(sum(one.is_done for one in named), len(named)) if named else "none named"
    kinds = Counter(evidence.kind for evidence in evidence_for(programme, gain, as_of))
    shown = listed(count(number, *_KINDS[kind]) for kind, number in kinds.items())
    return (
        (Run(gain.id, "code"),),
        _aims(programme, gain, as_of) or "none named",
        done,
        shown or "none",
        GRADES[grade(programme, gain, as_of)].label,
    )


def _aims(programme: Programme, gain: Gain, as_of: date) -> str:
    """Return objectives by their number in the document; earlier versions in words."""
    known = numbers(current_objectives(programme, as_of))
    return "; ".join(
        known.get(name) or programme.objective(name).statement for name in gain.objectives
    )
