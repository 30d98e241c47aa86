"""Reports that a house writes itself, as files of Markdown and Jinja: no Python, every format.

What a file says becomes the same blocks as any report's, so every renderer writes it, and what
is not for its readers is taken out of it as it is of any other.
"""

from __future__ import annotations

from workshopcore.reports.templates.reading import read_reports
from workshopcore.reports.templates.written_report import WrittenReport

__all__ = ["WrittenReport", "read_reports"]
