"""What results rest on, counted in words: grades of support, and kinds of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workshopcore.language import ngettext, npgettext
from workshopcore.model.evaluation import EvidenceKind
from workshopcore.trace import GRADES, Grade

__all__ = ["evidence_counted", "grades_counted"]


def grades_counted(numbers: Mapping[Grade, int]) -> Iterator[str]:
    """Yield how many results have each grade, the strongest first; none is not said.

    Args:
        numbers: how many, by grade.

    >>> list(grades_counted({"reported": 1, "recorded": 2, "confirmed": 0}))
    ['2 shown by records', '1 reported']
    """
    for grade in GRADES:
        if number := numbers.get(grade, 0):
            yield _graded(grade, number)


def _graded(grade: Grade, number: int) -> str:
    match grade:
        case "confirmed":
            return npgettext(
                "of results",
                "{count} independently confirmed",
                "{count} independently confirmed",
                number,
            )
        case "recorded":
            return npgettext(
                "of results", "{count} shown by records", "{count} shown by records", number
            )
        case "reported":
            return npgettext("of results", "{count} reported", "{count} reported", number)


def evidence_counted(numbers: Mapping[EvidenceKind, int]) -> Iterator[str]:
    """Yield how many pieces of evidence there are of each kind; none is not said.

    Args:
        numbers: how many, by kind, in the order in which to say it.

    >>> list(evidence_counted({"third-party": 2, "metric": 1}))
    ['2 third-party accounts', '1 metric']
    """
    for kind, number in numbers.items():
        if number:
            yield _pieces(kind, number)


def _pieces(kind: EvidenceKind, number: int) -> str:
    match kind:
        case "self-report":
            return ngettext("{count} self-report", "{count} self-reports", number)
        case "document":
            return ngettext("{count} document", "{count} documents", number)
        case "metric":
            return ngettext("{count} metric", "{count} metrics", number)
        case "observation":
            return ngettext("{count} observation", "{count} observations", number)
        case "third-party":
            return ngettext("{count} third-party account", "{count} third-party accounts", number)
