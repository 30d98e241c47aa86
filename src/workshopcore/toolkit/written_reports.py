"""Reports out of files as a plugin: what a toolkit is given when it is given their folders."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from workshopcore.contracts.reports import ReportType
from workshopcore.plugins import hookimpl

__all__ = ["WrittenReports"]


@frozen
class WrittenReports:
    """Provides report types and nothing else."""

    reports: tuple[ReportType, ...]

    @hookimpl
    def workshopcore_reports(self) -> Iterable[ReportType]:
        return self.reports
