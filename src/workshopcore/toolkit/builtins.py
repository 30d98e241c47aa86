"""The library's own formats, reports, renderers, importers and all, by the plugins' hooks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workshopcore.plugins import hookimpl

if TYPE_CHECKING:
    from workshopcore.contracts.checks import Check
    from workshopcore.contracts.exchange import Exporter, Importer
    from workshopcore.contracts.formats import SessionFormat
    from workshopcore.contracts.reports import Renderer, ReportType, Style
    from workshopcore.model.evaluation import Instrument

# Each layer is imported when it is asked for: a check needs no template, a renderer no rule.


@hookimpl
def workshopcore_session_formats() -> Iterable[SessionFormat]:
    from workshopcore.formats import catalogue

    return catalogue()


@hookimpl
def workshopcore_reports() -> Iterable[ReportType]:
    from workshopcore.reports import built_in_reports

    return built_in_reports()


@hookimpl
def workshopcore_renderers() -> Iterable[Renderer]:
    from workshopcore.renderers import built_in_renderers

    return built_in_renderers()


@hookimpl
def workshopcore_styles() -> Iterable[Style]:
    from workshopcore.renderers import built_in_styles

    return built_in_styles()


@hookimpl
def workshopcore_checks() -> Iterable[Check]:
    from workshopcore.checks import built_in_checks

    return built_in_checks()


@hookimpl
def workshopcore_instruments() -> Iterable[Instrument]:
    from workshopcore.evaluation.instruments import bank

    return bank()


@hookimpl
def workshopcore_importers() -> Iterable[Importer]:
    from workshopcore.exchange import built_in_importers

    return built_in_importers()


@hookimpl
def workshopcore_exporters() -> Iterable[Exporter]:
    from workshopcore.exchange import built_in_exporters

    return built_in_exporters()
