"""What a programme can claim: each result with the grade of what supports it.

What people say has been gained is evidence of what they perceive. A sentence therefore says
which kind of support it has, and carries the identifier by which it can be traced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from workshopcore.actions import Standing, plan
from workshopcore.contracts.report import Block, Inline, Paragraph, Run
from workshopcore.model.evaluation import Evidence, Gain
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.objectives import current_objectives, numbers
from workshopcore.reports.wording import count, listed, share

__all__ = ["Grade", "gains_by", "grade", "how_sure", "is_contested", "results", "trace_table"]

Grade: TypeAlias = Literal["reported", "recorded", "confirmed"]

_WORDING: dict[Grade, str] = {
    "reported": "Reported",
    "recorded": "Shown by records",
    "confirmed": "Independently confirmed",
}
_MEANING: dict[Grade, str] = {
    "reported": "This rests on what people said themselves.",
    "recorded": "The organisation's own documents, figures or observations bear it out.",
    "confirmed": "A third party, or somebody outside the organisation, bears it out.",
}
_STRENGTH: dict[Grade, int] = {"confirmed": 0, "recorded": 1, "reported": 2}
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
    opening = {
        "confirmed": "Independently confirmed",
        "recorded": "Records show",
        "reported": f"{_speakers(programme, gain)} reported",
    }[grade(programme, gain, as_of)]
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


def how_sure(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Explain the grades that occur, and count how many results have each."""
    gains = gains_by(programme, as_of)
    if not gains:
        return ()
    grades = Counter(grade(programme, gain, as_of) for gain in gains)
    total = len(gains)
    lines = [
        f"Independently confirmed: {share(grades['confirmed'], total)}. {_MEANING['confirmed']}",
        f"Records show: {share(grades['recorded'], total)}. {_MEANING['recorded']}",
        f"Reported: {share(grades['reported'], total)}. {_MEANING['reported']}",
    ]
    return bullets(lines)


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
        _coverage(programme, gains, actions, as_of),
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
        _WORDING[grade(programme, gain, as_of)],
    )


def _aims(programme: Programme, gain: Gain, as_of: date) -> str:
    """Return objectives by their number in the document; earlier versions in words."""
    known = numbers(current_objectives(programme, as_of))
    return "; ".join(
        known.get(name) or programme.objective(name).statement for name in gain.objectives
    )


def _coverage(
    programme: Programme, gains: Sequence[Gain], actions: Mapping[str, Standing], as_of: date
) -> tuple[Block, ...]:
    """Print the three figures together: each alone would flatter."""
    objectives = {objective.id for objective in current_objectives(programme, as_of)}
    if not objectives:
        return ()
    acted = {one.action.objective for one in actions.values()} & objectives
    gained = {name for gain in gains for name in gain.objectives} & objectives
    supported = {
        name
        for gain in gains
        if grade(programme, gain, as_of) != "reported"
        for name in gain.objectives
    } & objectives
    total = len(objectives)
    return facts(
        ("Objectives with an action", share(len(acted), total)),
        ("Objectives with a result", share(len(gained), total)),
        ("Objectives with a result that rests on more than reports", share(len(supported), total)),
    )
