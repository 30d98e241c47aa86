"""Red, amber and green, against a register that a council has published."""

from decimal import Decimal

import pytest

import workshopcore as wc
from workshopcore.actions import Proportion, RagRule, plan, progress, rag
from workshopcore.errors import InvalidValueError

SEPTEMBER, JANUARY = "2027-09-30", "2028-01-31"


@pytest.mark.parametrize(
    ("done", "late", "colour"),
    [
        (0, False, "red"),
        (25, False, "red"),
        (26, False, "amber"),
        (75, False, "amber"),
        (76, False, "green"),
        (100, False, "green"),
        (49, True, "red"),
        (50, True, "amber"),
        (49, False, "amber"),
        (76, True, "green"),
    ],
)
def test_colour_at_the_boundaries(done, late, colour):
    assert RagRule().colour(done, late) == colour


def test_house_sets_its_own_rule():
    house = RagRule(red_up_to=10, amber_up_to=90, late_below=100)
    told = [house.colour(10), house.colour(11), house.colour(91), house.colour(99, late=True)]
    assert told == ["red", "amber", "green", "red"]


@pytest.mark.parametrize(
    "given", [{"red_up_to": 80}, {"red_up_to": -1}, {"amber_up_to": 101}, {"late_below": 101}]
)
def test_rule_is_in_per_cent_and_in_order(given):
    with pytest.raises(InvalidValueError, match="red_up_to not above amber_up_to"):
        RagRule(**given)


def year(*actions):
    return wc.Programme(title="A year", people=[wc.Person("Amina", id="amina")], actions=actions)


def action(number, told, due="2028-06-30", agreed="2027-06-01"):
    """Return an action with what was told of it: day and per cent, or day and status."""
    updates = [
        wc.Update(on, said) if isinstance(said, str) else wc.Update(on, progress=said)
        for on, said in told
    ]
    return wc.Action(f"Do {number}", "amina", due, id=f"a{number}", agreed=agreed, updates=updates)


def register():
    """Return actions as the register counted them on its two days.

    In September 91: 29 green, 42 amber, 15 red, 5 complete. By January the five have left and
    13 have come: 99, of which 28 are green, 40 amber, 5 red and 26 complete.
    """
    first, second = "2027-09-15", "2028-01-15"
    september = [90] * 29 + [60] * 42 + [10] * 15 + ["done"] * 5
    january = ["done"] * 26 + [80] * 28 + [50] * 27 + [25] * 5
    old = [[(first, said)] for said in september]
    for history, said in zip(old[:86], january, strict=True):
        history.append((second, said))
    actions = [action(number, history) for number, history in enumerate(old)]
    new = [action(91 + n, [(second, 40)], agreed="2027-11-02") for n in range(13)]
    return year(*actions, *new)


def percents(found):
    parts = (found.green, found.amber, found.red)
    return [(part.numerator, part.percent()) for part in parts]


def test_register_of_september_as_published():
    found = progress(register(), SEPTEMBER).rag
    assert percents(found) == [(29, Decimal("31.9")), (42, Decimal("46.2")), (15, Decimal("16.5"))]
    assert found.complete == Proportion(5, 91)


def test_register_of_january_as_published():
    found = progress(register(), JANUARY, since=SEPTEMBER).rag
    assert percents(found) == [(28, Decimal("28.3")), (40, Decimal("40.4")), (5, Decimal("5.1"))]
    assert found.complete == Proportion(26, 99)


def test_what_was_complete_on_the_day_of_the_last_report_has_left():
    programme = year(
        action(0, [(SEPTEMBER, "done")]),
        action(1, [("2027-10-01", "done")]),
        action(2, []),
    )
    assert progress(programme, JANUARY, since=SEPTEMBER).rag.complete == Proportion(1, 2)


def test_register_without_a_last_report_keeps_all_that_is_complete():
    assert progress(register(), JANUARY).rag.complete == Proportion(31, 104)


def test_late_action_below_half_is_red():
    late, on_time = "2027-08-31", "2027-09-30"
    actions = [
        action(0, [("2027-09-01", 49)], due=late),
        action(1, [("2027-09-01", 50)], due=late),
        action(2, [("2027-09-01", 49)], due=on_time),
    ]
    found = rag(plan(year(*actions), SEPTEMBER))
    assert (found.red, found.amber) == (Proportion(1, 3), Proportion(2, 3))


def test_action_without_progress_on_record_is_red_and_counted():
    found = rag(plan(year(action(0, []), action(1, [("2027-09-01", 0)])), SEPTEMBER))
    assert (found.red, found.unreported) == (Proportion(2, 2), Proportion(1, 2))


def test_cancelled_and_superseded_actions_have_no_colour():
    gone = [
        action(0, [("2027-09-01", "cancelled")]),
        action(1, [("2027-09-01", "superseded")]),
        action(2, [("2027-09-01", 80)]),
    ]
    assert rag(plan(year(*gone), SEPTEMBER)).green == Proportion(1, 1)


def test_rule_of_the_house_reaches_progress():
    programme = year(action(0, [("2027-09-01", 80)]))
    assert progress(programme, SEPTEMBER, rule=RagRule(amber_up_to=80)).rag.amber.numerator == 1
