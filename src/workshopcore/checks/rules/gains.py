"""Rules about gains and what supports them."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.checks.places import numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.wording import called
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.evaluation import Evidence, Gain
from workshopcore.model.programme import Programme


def _supported(programme: Programme) -> Iterator[tuple[str, Gain, list[Evidence]]]:
    known = {evidence.id: evidence for evidence in programme.evidence}
    for path, gain in numbered(programme.gains, "gains"):
        yield path, gain, [known[name] for name in gain.evidence]


@rule("WC510")
def only_self_report(context: CheckContext) -> Iterator[Found]:
    """Find gains for which there is nothing but the word of those who gained."""
    for path, gain, evidence in _supported(context.programme):
        if all(each.kind == "self-report" for each in evidence):
            rests = "what participants say" if evidence else "its own statement"
            yield Found(path, f"{called(gain.statement)} rests on {rests} alone")


@rule("WC511")
def substantiated_by_ourselves(context: CheckContext) -> Iterator[Found]:
    """Find gains called substantiated without a word from outside the team."""
    least = context.thresholds["independence"]
    for path, gain, evidence in _supported(context.programme):
        claimed = any(event.status == "substantiated" for event in gain.events)
        if claimed and not any(each.independence >= least for each in evidence):
            message = f"{called(gain.statement)} is called substantiated"
            yield Found(path, f"{message}, and nobody outside the team bears it out")


@rule("WC512")
def all_is_well(context: CheckContext) -> Iterator[Found]:
    """Find closing gains that are too good to be the whole truth."""
    gains = context.programme.gains
    if len(gains) >= context.thresholds["gains"] and all(g.valence == "positive" for g in gains):
        yield Found("gains", f"All {len(gains)} gains are positive")


@rule("WC513")
def praise_counted_as_gain(context: CheckContext) -> Iterator[Found]:
    """Find praise of the facilitator or the expert that stands as a gain of the programme."""
    gains = {gain.id: gain.statement for gain in context.programme.gains}
    for path, quote in numbered(context.programme.quotes, "quotes"):
        if quote.gain and quote.about != "programme":
            message = f"A comment about the {quote.about} illustrates {called(gains[quote.gain])}"
            yield Found(f"{path}.gain", message)


@rule("WC514")
def gain_out_of_nowhere(context: CheckContext) -> Iterator[Found]:
    """Find gains that trace back to nothing the programme did."""
    for path, gain in numbered(context.programme.gains, "gains"):
        if not gain.objectives and not gain.actions and not gain.decisions:
            message = f"{called(gain.statement)} is linked to no objective, action or decision"
            yield Found(path, message)


@rule("WC515")
def nothing_else_considered(context: CheckContext) -> Iterator[Found]:
    """Find gains that are claimed without having asked what else could explain them."""
    for path, gain in numbered(context.programme.gains, "gains"):
        states = {event.status for event in gain.events}
        if states & {"substantiated", "published"} and not gain.rivals:
            message = f"{called(gain.statement)} has no rival explanation on record"
            yield Found(path, message)
