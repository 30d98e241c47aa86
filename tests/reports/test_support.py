"""What results rest on is counted in whole phrases, one kind after another."""

from typing import get_args

from workshopcore.model.evaluation import EvidenceKind
from workshopcore.reports.support import evidence_counted, grades_counted


def test_grades_are_counted_the_strongest_first():
    counted = grades_counted({"reported": 3, "confirmed": 1, "recorded": 2})
    assert list(counted) == ["1 independently confirmed", "2 shown by records", "3 reported"]


def test_grade_of_nothing_is_not_said():
    assert list(grades_counted({"reported": 0, "recorded": 1})) == ["1 shown by records"]


def test_every_kind_of_evidence_is_counted_in_one_or_many():
    kinds = get_args(EvidenceKind)
    assert list(evidence_counted(dict.fromkeys(kinds, 1))) == [
        "1 self-report",
        "1 document",
        "1 metric",
        "1 observation",
        "1 third-party account",
    ]
    assert list(evidence_counted(dict.fromkeys(kinds, 2))) == [
        "2 self-reports",
        "2 documents",
        "2 metrics",
        "2 observations",
        "2 third-party accounts",
    ]


def test_evidence_of_a_kind_that_there_is_none_of_is_not_said():
    assert list(evidence_counted({"metric": 0, "document": 1})) == ["1 document"]
