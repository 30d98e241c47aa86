"""One gain: its grade, its path to an objective, and what that lacks."""

from __future__ import annotations

import pytest
from attrs import evolve
from traced_year import AT_THE_END, year

from workshopcore.model.evaluation import Evidence, Gain
from workshopcore.trace import GRADES, GainTrace, grade, trace


def path(found: GainTrace) -> list[str]:
    return [f"{node.kind}:{node.id}" for node in found.path]


def test_path_leads_through_the_action_whose_evidence_it_is() -> None:
    found = trace(year(), AT_THE_END).gain("known")

    assert path(found) == [
        "objective:vision", "session:first/plan", "action:draft", "evidence:page", "gain:known",
    ]  # fmt: skip
    assert found.is_traceable
    assert str(found) == "Shown by records: Staff know the vision"


def test_path_leads_through_a_decision() -> None:
    found = trace(year(), AT_THE_END).gain("speak")

    assert path(found) == ["session:second/plan", "decision:shared", "evidence:round", "gain:speak"]
    assert found.lacks == ("no objective in force",)
    assert str(found) == "Reported: People speak up (no objective in force)"


def test_session_without_aims_has_those_of_its_workshop() -> None:
    first, *others = year().actions
    changed = evolve(year(), actions=[evolve(first, objective=""), *others])

    assert path(trace(changed, AT_THE_END).gain("known"))[0] == "objective:vision"


def test_aims_of_the_session_come_before_those_of_its_workshop() -> None:
    gain = Gain("One form", id="one", evidence=["register"])

    found = trace(evolve(year(), gains=[gain]), AT_THE_END).gain("one")

    assert path(found)[:2] == ["objective:forms", "session:first/look"]


def test_what_a_gain_lacks_is_said() -> None:
    assert trace(year(), AT_THE_END).gain("laughter").lacks == (
        "no evidence",
        "no action or decision",
        "no objective in force",
    )


def test_action_from_nowhere_is_said() -> None:
    first, *others = year().actions
    changed = evolve(year(), actions=[evolve(first, origin=""), *others])

    assert trace(changed, AT_THE_END).gain("known").lacks == (
        "nobody wrote down which workshop its actions come from",
    )


def test_action_with_evidence_of_its_own_is_preferred() -> None:
    gain = Gain(
        "One form", id="one", objectives=["forms"], actions=["draft", "merge"],
        evidence=["register"],
    )  # fmt: skip

    found = trace(evolve(year(), gains=[gain]), AT_THE_END).gain("one")

    assert path(found) == [
        "objective:forms", "session:first/look", "action:merge", "evidence:register", "gain:one",
    ]  # fmt: skip
    assert [node.id for node in found.outcomes] == ["draft", "merge"]


def test_cancelled_action_carries_nothing() -> None:
    gain = Gain("No queue", id="none", objectives=["waiting"], actions=["count"])

    found = trace(evolve(year(), gains=[gain]), AT_THE_END).gain("none")

    assert found.outcomes == ()
    assert path(found) == ["objective:waiting", "gain:none"]


@pytest.mark.parametrize(
    ("kind", "independence", "expected"),
    [
        ("self-report", 0, "reported"),
        ("self-report", 2, "reported"),
        ("document", 0, "recorded"),
        ("metric", 1, "recorded"),
        ("observation", 2, "confirmed"),
        ("third-party", 0, "confirmed"),
    ],
)
def test_grade_follows_kind_and_independence(kind: str, independence: int, expected: str) -> None:
    only = Evidence("It", id="it", kind=kind, independence=independence)  # type: ignore[arg-type]
    gain = Gain("Better", id="better", evidence=["it"])
    changed = evolve(year(), evidence=[*year().evidence, only], gains=[gain])

    assert grade(changed, gain, trace(changed, AT_THE_END).as_of) == expected


def test_evidence_of_a_later_day_confirms_nothing_yet() -> None:
    assert trace(year(), AT_THE_END).gain("known").grade == "recorded"
    assert trace(year(), "2028-02-01").gain("known").grade == "confirmed"


def test_grades_are_in_order_of_strength() -> None:
    assert [grading.verb for grading in GRADES.values()] == [
        "Independently confirmed",
        "Records show",
        "Participants reported",
    ]
