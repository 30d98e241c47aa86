"""How much is covered: figures with their denominators, and what lacks a link."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from traced_year import AT_THE_END, year

from workshopcore.trace import trace


def test_three_figures_stand_side_by_side() -> None:
    assert str(trace(year(), AT_THE_END).coverage) == (
        "Objectives: 1 of 3 with an action, 1 of 3 with a gain,"
        " 1 of 3 with a gain that rests on more than self-report"
    )


def test_self_report_supports_no_objective() -> None:
    known, *others = year().gains
    changed = evolve(year(), gains=[evolve(known, evidence=["round"]), *others])

    found = trace(changed, AT_THE_END).coverage

    assert (str(found.gained), str(found.supported)) == ("1 of 3", "0 of 3")


def test_gains_that_can_be_traced_and_actions_that_were_used() -> None:
    found = trace(year(), AT_THE_END).coverage

    assert (str(found.traceable), str(found.used)) == ("1 of 3", "1 of 2")


def test_independence_counts_the_highest_of_each_gain() -> None:
    found = trace(year(), "2028-02-01").coverage

    assert found.independence == (2, 0, 1)
    assert found.independence_index() == Fraction(1, 3)


def test_self_report_is_the_teams_own_word_whoever_collected_it() -> None:
    assert trace(year(), AT_THE_END).coverage.independence == (3, 0, 0)


def test_orphans_say_what_they_lack() -> None:
    assert [str(each) for each in trace(year(), AT_THE_END).orphans] == [
        "driver 'merger': no objective answers it",
        "objective 'waiting': no driver makes it necessary",
        "objective 'waiting': no workshop has worked towards it",
        "objective 'forms': no action serves it",
        "objective 'waiting': no action serves it",
        "objective 'forms': no gain",
        "objective 'waiting': no gain",
        "workshop 'second': works towards no objective",
        "action 'merge': serves no objective",
        "evidence 'stray': shows no action and bears out no gain",
        "gain 'speak': no objective in force",
        "gain 'laughter': no evidence",
        "gain 'laughter': no action or decision",
        "gain 'laughter': no objective in force",
        "action 'merge': verified, and no gain rests on it",
    ]
