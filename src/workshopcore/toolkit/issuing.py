"""Issuing a publication: what a toolkit brings to it, from the answers to the press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from workshopcore.toolkit.evaluating import bases_shown
from workshopcore.toolkit.memory import ground
from workshopcore.toolkit.plan import documents
from workshopcore.toolkit.presses import pressing
from workshopcore.toolkit.publishing import Progress, Publishing
from workshopcore.toolkit.rendering import rendered
from workshopcore.toolkit.spoken import spoken_programme
from workshopcore.toolkit.watching import looked_at, watched

if TYPE_CHECKING:
    from workshopcore.contracts.evaluation import Evaluation
    from workshopcore.contracts.publication import Base, Publication
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer, ReportType, Style
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.registry import Registry
    from workshopcore.toolkit.plan import Document
    from workshopcore.toolkit.recipe import Recipe
    from workshopcore.toolkit.toolkit import Toolkit

__all__ = ["Order", "issue"]

Evaluated: TypeAlias = "Callable[[Programme], Evaluation | None]"


@frozen
class Order:
    """What is to be published, and how.

    Attributes:
        folder: where.
        as_of: the day the documents describe.
        kinds, renderers, style: which reports, in which formats, in which style.
        language: of the documents; empty for the style's or the programme's own.
        workshop: only documents about this one.
        evaluated: what may be shown of the answers, in the words of a programme's language.
        workers: how many processes render.
        progress: is told how far it is.
    """

    folder: Path
    as_of: date
    kinds: Sequence[ReportType]
    renderers: Sequence[Renderer]
    style: Style
    language: str
    workshop: str
    evaluated: Evaluated
    workers: int
    progress: Progress | None


def issue(
    toolkit: Toolkit, registry: Registry, recipe: Recipe | None, programme: Programme, order: Order
) -> Publication:
    """Publish a programme.

    Args:
        toolkit: builds the reports.
        registry: its plugins.
        recipe: how other processes make the same toolkit; ``None`` where they cannot.
        programme: what to publish.
        order: what of it, and how.
    """
    plan = documents(programme, order.kinds, order.workshop)
    with spoken_programme(registry, programme, order.language, order.style) as told:
        shown = order.evaluated(told)
        given: dict[str, Evaluation | None] = {}

        def first(document: Document) -> Report:
            given[document.name] = evaluation = watched(shown)
            return build(document, evaluation)

        def build(document: Document, evaluation: Evaluation | None) -> Report:
            about: dict[str, Any] = dict(document.about)
            return toolkit.report(
                told,
                document.kind.key,
                as_of=order.as_of,
                evaluation=evaluation,
                language=told.language,
                **about,
            )

        def behind(document: Document, report: Report) -> tuple[Base, ...]:
            # A report that never looked at the answers says the same without them.
            if not looked_at(given[document.name]):
                return ()
            return bases_shown(report, shown, lambda other: build(document, other))

        def render(report: Report, renderer: Renderer) -> bytes:
            return rendered(registry, renderer, report, order.style)

        with pressing(render, toolkit, recipe, order.style, order.workers) as press:
            return Publishing(
                told,
                order.folder,
                order.as_of,
                order.renderers,
                order.style,
                first,
                render,
                behind,
                press,
                _ground(registry, recipe),
                {kind.key: kind.title for kind in order.kinds},
            ).run(plan, order.progress)


def _ground(registry: Registry, recipe: Recipe | None) -> str:
    """Return a hash of the code behind the renderers; ``""`` for plugins that are no modules."""
    if recipe is None:
        return ""
    targets = [record.target for record in registry.records() if record.target]
    folders = [
        folder
        for kind in ("template_roots", "translations")
        for folder in registry.collected(kind).things.values()
    ]
    return ground(["workshopcore", *recipe.modules, *targets], folders)
