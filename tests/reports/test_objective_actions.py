from datetime import date

from workshopcore.actions import plan
from workshopcore.model.action import Action, Update
from workshopcore.model.brief import Objective
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.objective_actions import by_objective, without_objective

DAY = date(2027, 3, 31)
VERSIONS = [
    Objective("Less duplication", id="first"),
    Objective("Half the forms", id="second", replaces="first", agreed="2027-03-01"),
    Objective("A tenth of the forms", id="third", replaces="second", agreed="2027-06-01"),
]


def year(*named, objectives=VERSIONS, **fields):
    actions = [
        Action(f"Action {n}", "amina", agreed="2027-01-19", id=f"a{n}", objective=name, **fields)
        for n, name in enumerate(named)
    ]
    people = [Person("Amina Yusuf", id="amina")]
    return Programme(title="A year", people=people, objectives=objectives, actions=actions)


def served(programme, on=DAY):
    found = by_objective(programme, plan(programme, on), on)
    return {each.objective.id: [one.action.id for one in each.actions] for each in found}


def aimless(programme, on=DAY):
    return [one.action.id for one in without_objective(programme, plan(programme, on), on)]


def test_an_action_for_any_version_works_towards_the_one_in_force():
    programme = year("first", "second", "third")
    assert served(programme, date(2027, 2, 1)) == {"first": ["a0", "a1", "a2"]}
    assert served(programme) == {"second": ["a0", "a1", "a2"]}
    assert served(programme, date(2027, 6, 1)) == {"third": ["a0", "a1", "a2"]}


def test_an_action_without_an_objective_works_towards_none():
    programme = year("", "first")
    assert (served(programme), aimless(programme)) == ({"second": ["a1"]}, ["a0"])


def test_an_objective_that_replaces_itself_is_in_force():
    programme = year("odd", objectives=[Objective("Odd", id="odd", replaces="odd")])
    assert (served(programme), aimless(programme)) == ({"odd": ["a0"]}, [])


def test_objectives_that_replace_each_other_are_never_in_force():
    ring = [
        Objective("One", id="one", replaces="two"),
        Objective("Two", id="two", replaces="one"),
    ]
    programme = year("one", objectives=ring)
    assert (served(programme), aimless(programme)) == ({}, ["a0"])


def test_what_was_given_up_counts_neither_for_an_objective_nor_as_without_one():
    given_up = [Update("2027-02-01", "cancelled")]
    programme = year("first", "", updates=given_up)
    assert (served(programme), aimless(programme)) == ({"second": []}, [])


def test_actions_for_an_objective_are_done_overdue_or_in_time():
    actions = [
        Action("Done", "amina", agreed="2027-01-19", objective="o", updates=[Update(DAY, "done")]),
        Action("Late", "amina", "2027-03-30", agreed="2027-01-19", objective="o"),
        Action("In time", "amina", "2027-03-31", agreed="2027-01-19", objective="o"),
        Action("Undated", "amina", agreed="2027-01-19", objective="o"),
    ]
    programme = Programme(
        title="A year",
        people=[Person("Amina Yusuf", id="amina")],
        objectives=[Objective("One", id="o")],
        actions=actions,
    )
    (found,) = by_objective(programme, plan(programme, DAY), DAY)
    assert (found.done, found.overdue, found.in_time) == (1, 1, 2)
