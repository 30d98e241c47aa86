"""Building a report: what its type says, the plugins' last touches, then nobody else's blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.contracts.audience import filtered
from workshopcore.contracts.report import Audience, Report
from workshopcore.errors import PluginCallError, WorkshopCoreError
from workshopcore.plugins.calling import Implementation, blamed

if TYPE_CHECKING:
    from workshopcore.contracts.reports import Need, ReportRequest, ReportType
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.registry import Registry

__all__ = ["built", "insertable"]


def built(
    registry: Registry, kind: ReportType, programme: Programme, request: ReportRequest
) -> Report:
    """Return a finished report that holds nothing for other audiences.

    Raises:
        PluginCallError: the report type raised, or did not return what it says it does.
    """
    report = _checked(registry, kind, _build(registry, kind, programme, request))
    return filtered(_finished(registry, report, programme))


def insertable(registry: Registry) -> Mapping[str, ReportType]:
    """Return every report type for other reports to take parts of, as finished as any."""
    return {
        key: _Finished(registry, kind) for key, kind in registry.collected("reports").things.items()
    }


@frozen
class _Finished:
    """A report type whose reports have been through all plugins' hands."""

    _registry: Registry
    _kind: ReportType

    @property
    def key(self) -> str:
        return self._kind.key

    @property
    def title(self) -> str:
        return self._kind.title

    @property
    def audience(self) -> Audience:
        return self._kind.audience

    @property
    def needs(self) -> frozenset[Need]:
        return self._kind.needs

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        return built(self._registry, self._kind, programme, request)


def _owner(registry: Registry, kind: ReportType) -> Implementation:
    plugin = registry.collected("reports").owners[kind.key]
    return Implementation(plugin, "workshopcore_reports", kind.build, ())


def _build(
    registry: Registry, kind: ReportType, programme: Programme, request: ReportRequest
) -> object:
    owner = _owner(registry, kind)
    during = f"the report '{kind.key}' raised"
    try:
        # What the library says of a request or a programme is for the one who asked.
        with blamed(owner.plugin, owner.hook, during, passes=(WorkshopCoreError,)):
            return kind.build(programme, request)
    except PluginCallError as failure:
        registry.record(failure)
        raise


def _checked(registry: Registry, kind: ReportType, report: object) -> Report:
    what = f"the report '{kind.key}'"
    if not isinstance(report, Report):
        fault = f"{what} built an object of type {type(report).__name__}"
    elif report.key != kind.key:
        fault = f"{what} built a report that says its key is '{report.key}'"
    elif report.audience != kind.audience:
        fault = f"{what} is for {kind.audience}, but was built for {report.audience}"
    else:
        return report
    failure = _owner(registry, kind).failure(fault)
    registry.record(failure)
    raise failure


def _finished(registry: Registry, report: Report, programme: Programme) -> Report:
    """Pass a report from plugin to plugin; what one of them does wrong is left out."""
    hook = "workshopcore_finish_report"
    for implementation in registry.implementations(hook):
        try:
            touched = implementation.call(report=report, programme=programme)
            if touched is not None:
                report = _still(report, touched, implementation)
        except PluginCallError as failure:
            registry.record(failure)
    return report


def _still(report: Report, touched: object, implementation: Implementation) -> Report:
    if not isinstance(touched, Report):
        kind = type(touched).__name__
        raise implementation.failure(f"it returned an object of type {kind}, not a report")
    for name in ("key", "name", "audience"):
        if getattr(touched, name) != getattr(report, name):
            raise implementation.failure(f"it changed the {name} of the report '{report.key}'")
    return touched
