"""What moved between two days adds up to what is different."""

from datetime import date

from hypothesis import given

from workshopcore.model.action import CLOSED, Action, Update
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.movements import movements
from workshopcore.testing.strategies import days, programmes

BEFORE, AFTER = date(2027, 2, 10), date(2027, 3, 31)


def year(*updates, due="2027-03-01", **fields):
    action = Action("Draft it", "amina", due, **{"agreed": "2027-01-19", **fields}, updates=updates)
    return Programme(title="A year", people=[Person("Amina Yusuf", id="amina")], actions=[action])


def moved(programme):
    found = movements(programme, BEFORE, AFTER)
    names = ("new", "done", "given_up", "reopened", "put_later")
    return [name for name in names if getattr(found, name)]


def test_an_action_without_news_has_not_moved():
    assert moved(year()) == []


def test_what_was_put_forward_since_is_new():
    assert moved(year(agreed="2027-02-11")) == ["new"]


def test_what_is_new_may_be_done_already():
    assert moved(year(Update("2027-03-01", "done"), agreed="2027-02-11")) == ["new", "done"]


def test_what_was_done_before_is_not_done_again():
    verified = [Update("2027-02-01", "done"), Update("2027-03-01", "verified")]
    assert moved(year(*verified)) == []


def test_what_was_reopened_and_done_again_has_not_moved():
    again = [
        Update("2027-02-01", "done"),
        Update("2027-02-20", "reopened"),
        Update("2027-03-01", "done"),
    ]
    assert moved(year(*again)) == []
    assert moved(year(*again[:2])) == ["reopened"]


def test_what_was_cancelled_is_given_up():
    assert moved(year(Update("2027-03-01", "cancelled"))) == ["given_up"]


def test_what_is_due_later_was_put_later_while_it_is_open():
    later = Update("2027-02-20", due="2027-03-20")
    assert moved(year(later)) == ["put_later"]
    assert moved(year(later, Update("2027-03-01", "done"))) == ["done"]


def test_a_date_where_there_was_none_was_not_put_later():
    assert moved(year(Update("2027-02-20", due="2027-03-20"), due=None)) == []


def test_a_date_brought_forward_was_not_put_later():
    assert moved(year(Update("2027-02-20", due="2027-02-22"))) == []


@given(programmes(people=1), days(), days())
def test_open_actions_change_by_what_came_and_what_was_closed(programme, one, other):
    before, after = sorted([one, other])
    found = movements(programme, before, after)
    new = {each.action.id for each in found.new}
    came = [each for each in (*found.new, *found.reopened) if each.is_open]
    went = [each for each in (*found.done, *found.given_up) if was_open(each, before, new)]
    assert open_on(programme, after) == open_on(programme, before) + len(came) - len(went)


def was_open(each, day, new):
    return each.action.id not in new and each.action.status(day) not in CLOSED


def open_on(programme, day):
    """Count open actions by themselves; of those without any date, what they are from decides."""
    return sum(
        began(programme, a) <= day and a.status(day) not in CLOSED for a in programme.actions
    )


def began(programme, action):
    if action.born or not action.origin:
        return action.born or date.min
    news = [entry.on for entry in action.history()]
    return min([programme.workshop(action.origin.partition("/")[0]).day, *news])
