"""Instruments as files for the tools that ask them."""

from __future__ import annotations

from workshopcore.contracts.exchange import Exporter
from workshopcore.exchange.forms.limesurvey import LimeSurveyExporter
from workshopcore.exchange.forms.limesurvey_codes import limesurvey_mapping
from workshopcore.exchange.forms.question_list import QuestionListExporter

__all__ = [
    "LimeSurveyExporter",
    "QuestionListExporter",
    "form_exporters",
    "limesurvey_mapping",
]


def form_exporters() -> tuple[Exporter, ...]:
    """Return the exporters of forms that come with the library.

    >>> [exporter.key for exporter in form_exporters()]
    ['limesurvey', 'question-list']
    """
    return (LimeSurveyExporter(), QuestionListExporter())
