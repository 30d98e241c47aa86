"""Work agreed and done, in the report on progress."""

from datetime import date

import workshopcore as wc
from workshopcore.contracts.report import Figure
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.reports.burn_up_figure import burn_up_figure

AS_OF = date(2027, 5, 1)


def year(*actions, workshops=("2027-01-19", "2027-03-09", "2027-06-08")):
    return wc.Programme(
        title="A year",
        people=[wc.Person("Amina", id="amina")],
        workshops=[
            wc.Workshop(f"Workshop of {day}", start=f"{day}T09:30", end=f"{day}T16:30")
            for day in workshops
        ],
        actions=actions,
    )


def action(id, *updates, agreed="2027-01-19"):
    return wc.Action(f"Do {id}", "amina", id=id, agreed=agreed, updates=updates)


PLAN = (action("one", wc.Update("2027-02-01", "done")), action("two"))


def figure(*actions, **fields):
    (found,) = burn_up_figure(year(*actions, **fields), AS_OF)
    assert isinstance(found, Figure)
    return found


def test_the_picture_goes_from_the_first_action_to_the_day_of_the_report():
    found = figure(*PLAN)
    assert [dict(point) for point in found.data["points"]] == [
        {"date": "2027-01-19", "agreed": 2, "done": 0},
        {"date": "2027-02-01", "agreed": 2, "done": 1},
    ]
    assert found.data["until"] == "2027-05-01"
    assert drawing_of(found) is not None


def test_workshops_to_come_or_called_off_are_not_in_it():
    programme = year(*PLAN)
    off = programme.workshops[1].id
    programme = programme.with_event(wc.Event("2027-02-01", "cancelled"), "workshop", off)
    (found,) = burn_up_figure(programme, AS_OF)
    assert [each["date"] for each in found.data["workshops"]] == ["2027-01-19"]


def test_the_table_tells_how_it_stood_at_each_workshop_and_at_the_end():
    assert figure(*PLAN).table.rows == (
        ("19 January 2027", "1. Workshop of 2027-01-19", "2", "0"),
        ("9 March 2027", "2. Workshop of 2027-03-09", "2", "1"),
        ("1 May 2027", "", "2", "1"),
    )


def test_a_workshop_before_the_first_action_found_none():
    late = action("late", agreed="2027-02-01")
    assert figure(late).table.rows[0] == ("19 January 2027", "1. Workshop of 2027-01-19", "0", "0")


def test_it_is_said_in_words():
    assert figure(*PLAN).alt == (
        "Two rising lines from 19 January 2027 to 1 May 2027: at the end 2 actions are agreed and"
        " 1 is done."
    )


def test_nothing_and_a_single_day_are_no_picture():
    assert burn_up_figure(year(), AS_OF) == ()
    assert burn_up_figure(year(action("new", agreed="2027-05-01")), AS_OF) == ()
