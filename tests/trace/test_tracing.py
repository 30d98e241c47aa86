"""What rests on what: parts, links, reach, and the day that is asked about."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from traced_year import AT_THE_END, year

import workshopcore as wc
from workshopcore.errors import AsOfRequiredError, UnknownKeyError
from workshopcore.testing.strategies import programmes
from workshopcore.trace import Trace, trace

ORDER = (
    "driver", "objective", "workshop", "session", "action", "decision", "evidence", "gain",
)  # fmt: skip


def ids(found: Trace, kind: str) -> list[str]:
    return [node.id for node in found.nodes if node.kind == kind]


def reached(found: Trace, kind: str, id: str) -> tuple[set[str], set[str]]:
    node = found.node(kind, id)
    return (
        {f"{each.kind}:{each.id}" for each in found.back(node)},
        {f"{each.kind}:{each.id}" for each in found.forward(node)},
    )


def test_trace_needs_a_day() -> None:
    with pytest.raises(AsOfRequiredError):
        trace(year(), None)  # type: ignore[arg-type]


def test_parts_are_those_of_the_day() -> None:
    found = trace(year(), AT_THE_END)

    assert ids(found, "driver") == ["inspection", "merger"]
    assert ids(found, "objective") == ["vision", "forms", "waiting"]
    assert ids(found, "workshop") == ["first", "second"]
    assert ids(found, "session") == ["first/look", "first/plan", "second/plan"]
    assert ids(found, "action") == ["draft", "merge"]
    assert ids(found, "decision") == ["shared"]
    assert ids(found, "evidence") == ["page", "register", "round", "stray"]
    assert ids(found, "gain") == ["known", "speak", "laughter"]


def test_earlier_days_know_less() -> None:
    found = trace(year(), "2027-01-19")

    assert ids(found, "objective") == ["vision-1", "forms", "waiting"]
    assert ids(found, "driver") == ["inspection", "merger", "grant"]
    assert ids(found, "workshop") == ["first"]
    assert ids(found, "decision") == []
    assert found.gains == ()
    assert found.coverage.independence_index() is None


def test_reversed_decision_stands_until_it_is_reversed() -> None:
    assert ids(trace(year(), "2027-05-31"), "decision") == ["shared", "weekly"]


def test_replaced_decision_stands_until_the_other_is_made() -> None:
    first, _ = year().decisions
    later = evolve(first, id="later", made="2027-09-01")
    changed = evolve(year(), decisions=[evolve(first, superseded_by="later"), later])

    assert ids(trace(changed, "2027-08-31"), "decision") == ["shared"]
    assert ids(trace(changed, "2027-09-01"), "decision") == ["later"]


def test_gain_goes_back_to_its_driver() -> None:
    back, forward = reached(trace(year(), AT_THE_END), "gain", "known")

    assert back == {
        "evidence:page", "action:draft", "session:first/plan", "workshop:first",
        "objective:vision", "driver:inspection",
    }  # fmt: skip
    assert forward == set()


def test_driver_leads_to_its_gain() -> None:
    back, forward = reached(trace(year(), AT_THE_END), "driver", "inspection")

    assert back == set()
    assert {"gain:known", "action:merge", "evidence:register"} <= forward
    assert "gain:laughter" not in forward


def test_links_run_from_drivers_to_gains_and_come_once() -> None:
    found = trace(year(), AT_THE_END)

    ends = [(link.source, link.target) for link in found.links]
    assert len(ends) == len(set(ends))
    assert all(ORDER.index(a.kind) < ORDER.index(b.kind) for a, b in ends)


def test_unknown_parts_are_named_with_the_nearest() -> None:
    found = trace(year(), AT_THE_END)

    with pytest.raises(UnknownKeyError, match="known"):
        found.gain("knwon")
    with pytest.raises(UnknownKeyError, match="vision"):
        found.node("objective", "visio")


@given(programmes())
def test_back_and_forward_are_each_others_reverse(programme: wc.Programme) -> None:
    found = trace(programme, "2030-12-31")

    forward = {(node, later) for node in found.nodes for later in found.forward(node)}
    back = {(before, node) for node in found.nodes for before in found.back(node)}
    assert forward == back
    assert all((node, node) not in forward for node in found.nodes)


@given(programmes())
def test_figures_agree_with_the_links(programme: wc.Programme) -> None:
    found = trace(programme, "2030-12-31")

    objectives = [node for node in found.nodes if node.kind == "objective"]
    acted = {
        link.source
        for link in found.links
        if (link.source.kind, link.target.kind) == ("objective", "action")
    }
    gained = {
        link.source
        for link in found.links
        if (link.source.kind, link.target.kind) == ("objective", "gain")
    }
    coverage = found.coverage
    assert (coverage.acted.numerator, coverage.acted.denominator) == (len(acted), len(objectives))
    assert (coverage.gained.numerator, coverage.gained.denominator) == (
        len(gained),
        len(objectives),
    )
    assert coverage.supported.numerator <= coverage.gained.numerator
    assert sum(coverage.independence) == len(found.gains)
    assert coverage.traceable.numerator == sum(each.is_traceable for each in found.gains)


@given(programmes())
def test_paths_run_in_order_and_along_what_the_gain_goes_back_to(programme: wc.Programme) -> None:
    found = trace(programme, "2030-12-31")

    for each in found.gains:
        places = [ORDER.index(node.kind) for node in each.path]
        assert places == sorted(places)
        assert each.path[-1] == found.node("gain", each.gain.id)
        assert set(each.path[:-1]) <= set(found.back(each.path[-1]))


def test_action_with_its_own_objective_does_not_go_back_to_the_others_of_its_workshop() -> None:
    first, second = year().workshops[:2]
    widened = evolve(first, aims=["vision-1", "waiting"])
    found = trace(evolve(year(), workshops=[widened, second]), AT_THE_END)

    back, _ = reached(found, "action", "draft")
    _, forward = reached(found, "objective", "waiting")
    assert "objective:waiting" not in back
    assert "action:draft" not in forward
    assert "session:first/plan" in forward


def test_workshop_leads_to_every_action_it_gave_rise_to() -> None:
    _, forward = reached(trace(year(), AT_THE_END), "workshop", "first")

    assert {"action:draft", "action:merge", "gain:known"} <= forward


def test_action_without_an_objective_goes_back_to_those_of_its_session() -> None:
    back, _ = reached(trace(year(), AT_THE_END), "action", "merge")

    assert {"objective:forms", "session:first/look"} <= back
