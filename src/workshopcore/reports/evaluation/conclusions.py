"""What may be concluded of each objective, no further than it is supported, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from workshopcore.contracts.report import Block, Callout, Inline, Paragraph
from workshopcore.language import gettext, gettext_noop, ngettext
from workshopcore.model.programme import Programme
from workshopcore.model.versions import outcome
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.coverage import Covered, coverage_facts, coverage_figure
from workshopcore.reports.results import is_contested
from workshopcore.reports.wording import share, state
from workshopcore.trace import GRADES, GainTrace, Trace
from workshopcore.trace.links import Kind

__all__ = ["conclusions", "recommendations"]

_REACHED = ("met", "partly")
_MOST = 8
_OPENINGS = {
    "positive": "",
    "mixed": gettext_noop("Mixed:"),
    "contested": gettext_noop("Contested:"),
    "negative": gettext_noop("Against it:"),
}


def conclusions(
    programme: Programme, found: Trace, objectives: Sequence[Covered]
) -> tuple[Block, ...]:
    """Return how each objective was judged, beside what supports that."""
    judged = [(each, _judged(programme, found, each)) for each in objectives]
    return filled(
        table(
            (gettext("Objective"), gettext("Judged"), gettext("What it rests on")),
            [
                (
                    each.objective.title,
                    state(said, "objective") or gettext("Not judged yet"),
                    _rests(each, found.as_of),
                )
                for each, said in judged
            ],
            caption=gettext("Objectives, as they were judged, and what supports that"),
        ),
        _warning(
            [
                each
                for each, said in judged
                if said in _REACHED and not _bears_out(each, found.as_of)
            ]
        ),
        coverage_figure(objectives),
        coverage_facts(found),
    )


def _judged(programme: Programme, found: Trace, each: Covered) -> str:
    return outcome(programme.objective(each.objective.id), found.as_of)


def _rests(each: Covered, as_of: date) -> Inline:
    """Return the gains of an objective by grade; what is not plainly welcome stands apart."""
    kinds: dict[str, list[GainTrace]] = {opening: [] for opening in _OPENINGS.values()}
    for gain in each.gains:
        kinds[_OPENINGS[_standing(gain, as_of)]].append(gain)
    told = [
        f"{gettext(opening)} {grades}".strip()
        for opening, gains in kinds.items()
        for grades in _by_grade(gains)
    ]
    return ". ".join(told) or gettext("No gain names it")


def _standing(gain: GainTrace, as_of: date) -> str:
    return "contested" if is_contested(gain.gain, as_of) else gain.gain.valence


def _by_grade(gains: Sequence[GainTrace]) -> Iterable[str]:
    for grade, grading in GRADES.items():
        if named := [gain.gain.statement for gain in gains if gain.grade == grade]:
            yield f"{gettext(grading.label)}: {'; '.join(named)}"


def _bears_out(each: Covered, as_of: date) -> bool:
    """Return whether a gain that is neither unwelcome nor contested rests on more than reports."""
    return any(_standing(gain, as_of) in ("positive", "mixed") for gain in each.supported)


def _warning(weak: Sequence[Covered]) -> tuple[Block, ...]:
    """Name the objectives that were judged met although nothing but reports says so."""
    if not weak:
        return ()
    lines = bullets(each.objective.title for each in weak)
    said = gettext(
        "Nothing but what people said themselves bears these judgements out, or nothing at all."
        " Read them as opinions until something else does."
    )
    title = gettext("Judged further than it is supported")
    return (Callout(title, (Paragraph(said), *lines), kind="warning"),)


def recommendations(programme: Programme, found: Trace) -> tuple[Block, ...]:
    """Return what was proposed, and what in the trace is worth following up."""
    return filled(
        bullets(programme.next_steps, ordered=True),
        section(gettext("Worth following up"), bullets(_loose_ends(found))),
        section(gettext("Results to substantiate"), _unproven(found.gains)),
    )


def _loose_ends(found: Trace) -> Iterable[str]:
    """Yield what lacks a link, those that lack the same in one line; gains stand apart."""
    ends: dict[tuple[Kind, str], list[str]] = {}
    for orphan in found.orphans:
        if orphan.node.kind != "gain":
            ends.setdefault((orphan.node.kind, orphan.lacks), []).append(orphan.node.title)
    for (kind, lacks), titles in ends.items():
        more = len(titles) - _MOST
        said = f"{_parts(kind, len(titles))}: {lacks}. {'; '.join(titles[:_MOST])}"
        yield (
            ngettext("{named}; and {count} more", "{named}; and {count} more", more, named=said)
            if more > 0
            else said
        )


def _parts(kind: Kind, number: int) -> str:
    """Return how many parts of a programme there are of a kind."""
    match kind:
        case "driver":
            return ngettext("{count} driver", "{count} drivers", number)
        case "objective":
            return ngettext("{count} objective", "{count} objectives", number)
        case "workshop":
            return ngettext("{count} workshop", "{count} workshops", number)
        case "session":
            return ngettext("{count} session", "{count} sessions", number)
        case "action":
            return ngettext("{count} action", "{count} actions", number)
        case "decision":
            return ngettext("{count} decision", "{count} decisions", number)
        case "evidence":
            return ngettext("{count} piece of evidence", "{count} pieces of evidence", number)
        case "gain":
            return ngettext("{count} gain", "{count} gains", number)


def _unproven(gains: Sequence[GainTrace]) -> tuple[Block, ...]:
    reported = [each.gain.statement for each in gains if each.grade == "reported"]
    if not reported:
        return ()
    told = gettext(
        "Reported only: {share}. Look for a record, or ask somebody outside the team:",
        share=share(len(reported), len(gains)),
    )
    return (Paragraph(told), *bullets(reported))
