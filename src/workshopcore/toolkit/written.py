"""Reports that a house has written as files, handed to a toolkit by their folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from workshopcore.plugins.record import Candidate

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["ReportFolder", "written"]

ReportFolder: TypeAlias = "Path | str | Traversable"
"""A folder of templates of reports, or a single one: on a disk or in a distribution."""

_NAME = "report-folders"


def written(folders: Iterable[ReportFolder]) -> Iterator[Candidate]:
    """Yield a plugin with the reports that stand in folders, none for no folders.

    They are read at once: whoever names a folder wants to hear what is wrong in it.

    Raises:
        TemplateError: everything that is wrong in the templates.
    """
    places = (folders,) if isinstance(folders, (str, Path)) else tuple(folders)
    if not places:
        return
    from workshopcore.reports.templates import read_reports
    from workshopcore.toolkit.written_reports import WrittenReports

    plugin = WrittenReports(read_reports(*places))
    target = ", ".join(map(str, places))
    yield Candidate(_NAME, lambda: plugin, target=target, given=True)
