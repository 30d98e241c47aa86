"""For tests of plugins: a conformance kit, sample values and strategies that make programmes.

Needs the extra ``testing`` (pytest and hypothesis). A plugin's tests subclass the classes named
here; see "Write a plugin" in the documentation.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from workshopcore.testing.conformance.answers import AnswersConformance as AnswersConformance
    from workshopcore.testing.conformance.busy_time import (
        BusyTimeConformance as BusyTimeConformance,
    )
    from workshopcore.testing.conformance.checks import CheckConformance as CheckConformance
    from workshopcore.testing.conformance.exchange import (
        ExporterConformance as ExporterConformance,
    )
    from workshopcore.testing.conformance.exchange import (
        ImporterConformance as ImporterConformance,
    )
    from workshopcore.testing.conformance.formats import (
        SessionFormatConformance as SessionFormatConformance,
    )
    from workshopcore.testing.conformance.forms import (
        FormExporterConformance as FormExporterConformance,
    )
    from workshopcore.testing.conformance.renderers import (
        RendererConformance as RendererConformance,
    )
    from workshopcore.testing.conformance.reports import ReportConformance as ReportConformance
    from workshopcore.testing.conformance.styles import StyleConformance as StyleConformance
    from workshopcore.testing.documents import reports as reports
    from workshopcore.testing.documents import sample_report as sample_report
    from workshopcore.testing.sample import sample_programme as sample_programme

# Failed assertions of the kit then show the values, as they do in a plugin's own tests.
pytest.register_assert_rewrite(f"{__name__}.conformance")

__all__ = [
    "AnswersConformance",
    "BusyTimeConformance",
    "CheckConformance",
    "ExporterConformance",
    "FormExporterConformance",
    "ImporterConformance",
    "RendererConformance",
    "ReportConformance",
    "SessionFormatConformance",
    "StyleConformance",
    "reports",
    "sample_programme",
    "sample_report",
]

_HOMES = {
    "AnswersConformance": "conformance.answers",
    "BusyTimeConformance": "conformance.busy_time",
    "CheckConformance": "conformance.checks",
    "ExporterConformance": "conformance.exchange",
    "FormExporterConformance": "conformance.forms",
    "ImporterConformance": "conformance.exchange",
    "RendererConformance": "conformance.renderers",
    "ReportConformance": "conformance.reports",
    "SessionFormatConformance": "conformance.formats",
    "StyleConformance": "conformance.styles",
    "reports": "documents",
    "sample_programme": "sample",
    "sample_report": "documents",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
