"""Reports as Excel workbooks."""

from __future__ import annotations

from attrs import field, frozen

from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Style
from workshopcore.language import gettext_noop

__all__ = ["WorkbookRenderer"]

_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@frozen
class WorkbookRenderer:
    """Writes a report as an Excel workbook (``.xlsx``).

    Its tables are lists that can be sorted, filtered and counted with, its figures are charts of
    Excel beside them, and everything else the report says stands where it belongs.

    Attributes:
        key: the renderer's key.

    >>> WorkbookRenderer().suffix
    '.xlsx'
    """

    key: str = field(default="office:xlsx", kw_only=True)
    title: str = field(default=gettext_noop("Excel workbook"), init=False)
    suffix: str = field(default=".xlsx", init=False)
    media_type: str = field(default=_MEDIA, init=False)

    def render(self, report: Report, style: Style) -> bytes:
        """Return the workbook; the same report and style give the same bytes.

        Raises:
            RenderError: the report has more rows or more tables than a workbook, or the style
                has a value that is not one.
        """
        from workshopcore_office.workbook.writing import workbook_of

        return workbook_of(report, style)
