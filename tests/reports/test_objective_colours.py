from datetime import date

import pytest
from attrs import evolve

from workshopcore.actions import RagRule, plan
from workshopcore.model.action import Action, Update
from workshopcore.model.brief import Objective
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.objective_actions import ObjectiveActions, by_objective
from workshopcore.reports.objective_colours import objective_colour, objective_colours

DAY = "2027-06-30"


def objective(done: int, late: int, open_: int) -> ObjectiveActions:
    """Return an objective with so many actions done, past their date, and still in time."""
    kinds = [("2027-06-01", "done")] * done + [("2027-06-01", "")] * late
    kinds += [("2027-12-01", "")] * open_
    actions = [
        Action(
            f"Action {n}",
            "amina",
            due,
            id=f"a{n}",
            objective="vision",
            agreed="2027-01-19",
            updates=[Update("2027-05-01", state)] if state else [],
        )
        for n, (due, state) in enumerate(kinds)
    ]
    programme = Programme(
        title="A year",
        people=[Person("Amina Yusuf", id="amina")],
        objectives=[Objective("A vision", id="vision")],
        actions=actions,
    )
    day = date.fromisoformat(DAY)
    return by_objective(programme, plan(programme, day), day)[0]


@pytest.mark.parametrize(
    ("done", "late", "open_", "colour"),
    [
        (0, 0, 0, "none: no action"),
        (3, 0, 0, "Complete"),
        (0, 0, 4, "Red"),
        (1, 0, 3, "Red"),
        (1, 0, 2, "Amber"),
        (1, 1, 1, "Red"),
        (1, 1, 0, "Amber"),
        (3, 0, 1, "Amber"),
        (4, 0, 1, "Green"),
    ],
)
def test_an_objective_has_the_colour_of_its_actions_together(done, late, open_, colour):
    assert objective_colour(objective(done, late, open_), RagRule()) == colour


def test_a_house_has_a_rule_of_its_own():
    found = objective(1, 0, 2)
    assert objective_colour(found, evolve(RagRule(), red_up_to=40)) == "Red"


def test_no_objectives_have_no_table():
    assert objective_colours([], RagRule()) == ()
