from decimal import Decimal
from fractions import Fraction

import pytest

import workshopcore as wc
from workshopcore.actions import Load, progress
from workshopcore.errors import InvalidValueError, UnknownKeyError

ON = "2027-03-01"


def year(*efforts, left=None):
    """Return a programme with an action for each owner and effort."""
    return wc.Programme(
        title="A year",
        people=[
            wc.Person("Amina", id="amina"),
            wc.Person("Ben", id="ben"),
            wc.Person("Chidi", id="chidi", left=left),
        ],
        actions=[
            wc.Action(f"Do {n}", owner, id=f"a{n}", effort=effort, agreed="2027-01-19")
            for n, (owner, effort) in enumerate(efforts)
        ],
    )


def test_loads_are_open_hours_in_the_order_of_the_team():
    found = progress(year(("ben", 6), ("amina", "2.5"), ("ben", None)), ON).loads.people
    assert found == (Load("amina", 1, Decimal("2.5"), 0), Load("ben", 2, Decimal(6), 1))


def test_done_work_is_no_load():
    done = wc.Update("2027-02-01", "done")
    programme = year(("amina", 6)).with_update("a0", done)
    assert progress(programme, ON).loads.people == ()


def test_balance_is_the_largest_load_by_the_mean():
    loads = progress(year(("amina", 9), ("ben", 3), ("chidi", 3)), ON).loads
    assert loads.balance() == Fraction(9, 5)


def test_balance_of_an_even_spread_is_one():
    assert progress(year(("amina", 3), ("ben", 3)), ON).loads.balance() == 1


def test_balance_is_not_known_without_every_estimate():
    assert progress(year(("amina", 9), ("ben", None)), ON).loads.balance() is None


def test_balance_weighs_hours_by_what_people_have():
    programme = year(("amina", 8), ("ben", 4))
    loads = progress(programme, ON, capacity={"amina": 16, "ben": "4"}).loads
    assert [load.share() for load in loads.people] == [Fraction(1, 2), 1]
    assert loads.balance() == Fraction(4, 3)


def test_balance_is_not_known_without_every_capacity():
    loads = progress(year(("amina", 8), ("ben", 4)), ON, capacity={"amina": 16}).loads
    assert [load.share() for load in loads.people] == [Fraction(1, 2), None]
    assert loads.balance() is None


def test_share_is_not_known_without_every_estimate():
    (load,) = progress(year(("amina", None)), ON, capacity={"amina": 16}).loads.people
    assert load.share() is None


def test_actions_without_an_owner_are_nobodys_load():
    loads = progress(year(("amina", 4), ("chidi", 40), left="2027-02-01"), ON).loads
    assert [load.person for load in loads.people] == ["amina", ""]
    assert loads.balance() == 1


@pytest.mark.parametrize("hours", [0, -1, "many", None])
def test_capacity_is_hours_above_0(hours):
    with pytest.raises(InvalidValueError):
        progress(year(("amina", 4)), ON, capacity={"amina": hours})


def test_capacity_is_of_somebody_on_the_programme():
    with pytest.raises(UnknownKeyError, match="Did you mean 'amina'"):
        progress(year(("amina", 4)), ON, capacity={"anima": 4})
