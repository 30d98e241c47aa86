"""Reports as Excel workbooks: lists, numbers and charts to go on working with."""

from __future__ import annotations

from workshopcore_office.workbook.renderer import WorkbookRenderer

__all__ = ["WorkbookRenderer"]
