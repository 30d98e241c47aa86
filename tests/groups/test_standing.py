"""Which groups count where several are on record."""

from workshopcore.groups.standing import seated, standing
from workshopcore.model.agenda import Break, Session
from workshopcore.model.workshop import Group, GroupAllocation, Workshop


def groups(*members, session="one", status="proposed", round=1):
    made = [Group(each.split()) for each in members]
    return GroupAllocation(session, made, status=status, round=round)


def found(*allocations):
    day = Workshop(
        "Day",
        start="2027-01-19T09:30",
        end="2027-01-19T16:30",
        agenda=[
            Session(title="One", minutes=20),
            Break(15, id="break"),
            Session(title="Two", minutes=20),
        ],
        allocations=allocations,
    )
    return [
        (each.session, each.round, [" ".join(group.members) for group in each.groups])
        for each in standing(day)
    ]


def test_standing_groups_are_in_the_order_of_the_agenda_and_of_rounds():
    assert found(groups("a b", session="two"), groups("c d", round=2), groups("e f")) == [
        ("one", 1, ["e f"]),
        ("one", 2, ["c d"]),
        ("two", 1, ["a b"]),
    ]


def test_actual_groups_count_before_locked_ones_and_these_before_proposed_ones():
    assert found(groups("a b", status="actual"), groups("c d", status="locked")) == [
        ("one", 1, ["a b"])
    ]
    assert found(groups("c d", status="locked"), groups("e f")) == [("one", 1, ["c d"])]


def test_the_last_of_one_kind_counts():
    assert found(groups("a b"), groups("c d")) == [("one", 1, ["c d"])]


def test_groups_of_what_is_no_session_do_not_count():
    assert found(groups("a b", session="break")) == []


def test_a_host_is_seated_first_and_once():
    assert seated(Group(["ana", "ben"], host="ben")) == ("ben", "ana")
    assert seated(Group(["ana"], host="caz")) == ("caz", "ana")
    assert seated(Group(["ana", "ben"])) == ("ana", "ben")
