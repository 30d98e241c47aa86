"""The library's figures as charts that Excel and PowerPoint draw from numbers of their own."""

from __future__ import annotations

from workshopcore_office.charts.kinds import charts_of
from workshopcore_office.charts.values import Bar, Bars, Chart, Line, Lines, Plot, Trace

__all__ = ["Bar", "Bars", "Chart", "Line", "Lines", "Plot", "Trace", "charts_of"]
