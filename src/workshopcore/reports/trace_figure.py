"""What each gain goes back to, as a picture: objectives, workshops, actions, evidence, gains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workshopcore.contracts.report import Block, Figure, Table
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.reports.support import grades_counted
from workshopcore.reports.wording import listed, share
from workshopcore.trace import GRADES, GainTrace, Grade, Node, Trace

__all__ = ["titles", "trace_figure"]

_COLUMNS: tuple[tuple[str, frozenset[str]], ...] = (
    (gettext_noop("Objectives"), frozenset({"objective"})),
    (gettext_noop("Workshops"), frozenset({"workshop"})),
    (gettext_noop("Actions and decisions"), frozenset({"action", "decision"})),
    (gettext_noop("Evidence"), frozenset({"evidence"})),
    (gettext_noop("Gains"), frozenset({"gain"})),
)
_CAPTION = gettext_noop(
    "What each gain goes back to. Frames of gains: thick, independently confirmed; thin, shown by"
    " records; broken, reported"
)
_TONES: dict[Grade, str] = {"confirmed": "strong", "recorded": "plain", "reported": "weak"}


def trace_figure(found: Trace) -> tuple[Block, ...]:
    """Return the gains and what they go back to; the table names every part in words."""
    if not found.gains:
        return ()
    kept = set(_kept(found))
    data = {"columns": _columns(found, kept), "links": [*_links(found, kept)]}
    return (
        Figure(
            "trace-graph",
            data,
            _in_words(found),
            _table(found),
            caption=gettext(_CAPTION),
        ),
    )


def _kept(found: Trace) -> Iterator[Node]:
    """Yield what a gain goes back to, sessions as their workshops; drivers are left out."""
    for each in found.gains:
        yield each.path[-1]
        yield from (*each.evidence, *each.outcomes, *each.objectives)
        yield from (_workshop(found, place) for place in each.places)


def _workshop(found: Trace, place: Node) -> Node:
    return found.node("workshop", place.id.partition("/")[0])


def _columns(found: Trace, kept: set[Node]) -> list[dict[str, object]]:
    grades = {each.path[-1]: _TONES[each.grade] for each in found.gains}
    return [
        {
            "label": gettext(label),
            "nodes": [
                {"id": _key(node), "label": node.title, "tone": grades.get(node, "plain")}
                for node in found.nodes
                if node.kind in kinds and node in kept
            ],
        }
        for label, kinds in _COLUMNS
    ]


def _key(node: Node) -> str:
    return f"{node.kind} {node.id}"


def _links(found: Trace, kept: set[Node]) -> Iterator[tuple[str, str]]:
    """Yield the lines, each once: no line from a workshop to its own sessions.

    An objective is linked to a workshop only where something agreed there serves it, and to an
    action or a gain where nothing in between tells of it.
    """
    drawn: dict[tuple[str, str], None] = {}
    sources: dict[Node, list[Node]] = {}
    for link in found.links:
        sources.setdefault(link.target, []).append(link.source)
    for each in found.gains:
        for source, target in _steps(found, each, sources):
            if source in kept and target in kept:
                drawn[_key(source), _key(target)] = None
    yield from drawn


def _steps(
    found: Trace, each: GainTrace, sources: Mapping[Node, Sequence[Node]]
) -> Iterator[tuple[Node, Node]]:
    gain = each.path[-1]
    shown = set[Node]()
    for evidence in each.evidence:
        yield evidence, gain
        for outcome in each.outcomes:
            if outcome in sources.get(evidence, ()):
                shown.add(outcome)
                yield outcome, evidence
    reached = set[Node]()
    for outcome in each.outcomes:
        if outcome not in shown:
            yield outcome, gain
        yield from _to_objectives(found, outcome, sources.get(outcome, ()), reached)
    for objective in each.objectives:
        if objective not in reached:
            yield objective, gain


def _to_objectives(
    found: Trace, outcome: Node, sources: Sequence[Node], reached: set[Node]
) -> Iterator[tuple[Node, Node]]:
    places = [_workshop(found, node) for node in sources if node.kind in ("workshop", "session")]
    objectives = [node for node in sources if node.kind == "objective"]
    for place in places:
        yield place, outcome
    for objective in objectives:
        reached.add(objective)
        for place in places:
            yield objective, place
        if not places:
            yield objective, outcome


def _in_words(found: Trace) -> str:
    number = len(found.gains)
    told = ngettext(
        "{count} gain: {grades}.",
        "{count} gains: {grades}.",
        number,
        grades=listed(grades_counted(Counter(each.grade for each in found.gains))),
    )
    back = gettext(
        "{share} go back without a gap from evidence to an objective.",
        share=share(sum(each.is_traceable for each in found.gains), number),
    )
    return f"{told} {back}"


def _table(found: Trace) -> Table:
    return Table(
        [
            gettext("Gain"),
            pgettext("what a result rests on", "Support"),
            gettext("Evidence"),
            gettext("Actions and decisions"),
            gettext("Workshops"),
            gettext("Objectives"),
        ],
        [
            [
                each.gain.statement,
                gettext(GRADES[each.grade].label),
                titles(each.evidence),
                titles(each.outcomes),
                titles(dict.fromkeys(_workshop(found, place) for place in each.places)),
                titles(each.objectives),
            ]
            for each in found.gains
        ],
        caption=gettext("What each gain goes back to"),
    )


def titles(nodes: Iterable[Node]) -> str:
    """Return what parts of a programme are called, one after another, or that there are none."""
    return "; ".join(node.title for node in nodes) or pgettext("of parts of a programme", "none")
