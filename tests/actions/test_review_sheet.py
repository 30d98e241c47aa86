"""The opening review of a workshop."""

from datetime import date

import pytest

import workshopcore as wc
from workshopcore.actions import review
from workshopcore.errors import UnknownKeyError


def workshop(name, day, **more):
    return wc.Workshop(name, start=f"{day}T09:30", end=f"{day}T16:30", id=name, **more)


CAME = [wc.Attendance("amina")]


def year(*actions, people=(), workshops=()):
    return wc.Programme(
        title="A year",
        people=people or [wc.Person("Amina", id="amina"), wc.Person("Ben", id="ben")],
        workshops=workshops
        or [
            workshop("w1", "2027-01-19", attendance=CAME),
            workshop("w2", "2027-03-09", attendance=CAME),
            workshop("w3", "2027-05-11"),
        ],
        actions=actions,
    )


def action(id, owner="amina", due="2027-02-26", **more):
    return wc.Action(f"Do {id}", owner, due, id=id, **{"agreed": "2027-01-19", **more})


def rows(sheet):
    return [
        (group.owner and group.owner.id, [e.action.id for e in group.actions])
        for group in sheet.owners
    ]


def test_review_groups_by_owner_in_order_of_the_team_and_of_due_dates():
    programme = year(
        action("c", "ben"),
        action("b", due="2027-03-30"),
        action("a", due=None),
        action("d", due="2027-02-01"),
        action("e", due="2027-03-30"),
    )
    assert rows(review(programme, "w2")) == [("amina", ["d", "b", "e", "a"]), ("ben", ["c"])]


def test_review_knows_age_lateness_carries_and_slips_on_the_day():
    carried = wc.Review("w2", "2027-03-09", carried=True, due="2027-05-01", note="Winter")
    (found,) = review(year(action("a", reviews=[carried])), "w3").open
    assert (found.age, found.late, found.carries, found.slips, found.slipped) == (112, 10, 1, 1, 64)


def test_what_is_dated_on_the_day_of_the_workshop_belongs_to_the_workshop():
    done = action("a", updates=[wc.Update("2027-03-09", "done")])
    new = action("b", agreed="2027-03-09", due="2027-04-30")
    programme = year(done, new)
    before, after = review(programme, "w2"), review(programme, "w3")
    assert [each.action.id for each in before.open] == ["a"]
    assert [each.action.id for each in after.open] == ["b"]
    assert [each.action.id for each in after.closed] == ["a"]


def test_what_is_dated_the_day_before_counts():
    programme = year(action("a", updates=[wc.Update("2027-03-08", "done")]))
    sheet = review(programme, "w2")
    assert (sheet.open, [each.status for each in sheet.closed]) == ((), ["done"])


def test_closed_lists_what_was_closed_since_the_last_workshop_in_order():
    programme = year(
        action("old", updates=[wc.Update("2027-02-20", "done")]),
        action("z", updates=[wc.Update("2027-03-09", "cancelled", note="No need")]),
        action("y", updates=[wc.Update("2027-03-20", "done"), wc.Update("2027-04-02", "verified")]),
        action("x", updates=[wc.Update("2027-03-20", "done")]),
    )
    sheet = review(programme, "w3")
    assert sheet.since == date(2027, 3, 9)
    assert [(e.action.id, e.status) for e in sheet.closed] == [
        ("z", "cancelled"),
        ("x", "done"),
        ("y", "verified"),
    ]
    assert sheet.closed[0].reason == "No need"


def test_first_workshop_has_no_workshop_before():
    programme = year(action("a", agreed="2026-12-01", updates=[wc.Update("2027-01-02", "done")]))
    sheet = review(programme, "w1")
    assert (sheet.since, [each.action.id for each in sheet.closed]) == (None, ["a"])


def test_reopened_action_is_open_again():
    updates = [
        wc.Update("2027-02-20", "done"),
        wc.Update("2027-03-20", "reopened", note="It broke"),
    ]
    (found,) = review(year(action("a", updates=updates)), "w3").open
    assert (found.status, found.reason) == ("reopened", "It broke")


def test_open_action_that_a_workshop_passed_over_is_shown_as_not_reviewed():
    told = wc.Review("w2", "2027-03-09", carried=True)
    programme = year(
        action("a"), action("b", reviews=[told]), action("c", agreed="2027-03-09", due=None)
    )
    sheet = review(programme, "w3")
    assert [(each.action.id, each.unreviewed) for each in sheet.unreviewed] == [("a", ("w2",))]


def test_news_on_the_day_of_the_workshop_counts_as_reviewed():
    programme = year(action("a", updates=[wc.Update("2027-03-09", "blocked")]))
    assert review(programme, "w3").unreviewed == ()


def test_news_on_the_second_day_of_the_workshop_counts_as_reviewed():
    two = wc.Workshop(
        "w2", start="2027-03-09T09:30", end="2027-03-10T16:30", id="w2", attendance=CAME
    )
    news = action("a", updates=[wc.Update("2027-03-10", "blocked")])
    programme = year(news, action("b"), workshops=[two, workshop("w3", "2027-05-11")])
    assert [each.action.id for each in review(programme, "w3").unreviewed] == ["b"]


@pytest.mark.parametrize(
    "record",
    [
        {"events": [wc.Event("2027-02-01", "confirmed"), wc.Event("2027-03-09", "delivered")]},
        {"attendance": CAME},
        {"actuals": [wc.Actual("talk", start="2027-03-09T09:35")]},
        {"captures": [wc.Capture("talk", "What was said")]},
    ],
)
def test_workshop_was_held_if_anything_of_it_is_on_record(record):
    agenda = [wc.Session(title="Talk", id="talk")]
    meetings = [workshop("w2", "2027-03-09", agenda=agenda, **record), workshop("w3", "2027-05-11")]
    assert review(year(action("a"), workshops=meetings), "w3").unreviewed != ()


def test_workshop_was_held_if_it_reviewed_or_agreed_any_action():
    meetings = [workshop("w2", "2027-03-09"), workshop("w3", "2027-05-11")]
    told = action("b", reviews=[wc.Review("w2", "2027-03-09", carried=True)])
    new = action("c", agreed="2027-03-09", due="2027-05-01", origin="w2")
    nothing = review(year(action("a"), workshops=meetings), "w3")
    reviewed = review(year(action("a"), told, workshops=meetings), "w3")
    agreed = review(year(action("a"), new, workshops=meetings), "w3")
    found = [[e.action.id for e in sheet.unreviewed] for sheet in (nothing, reviewed, agreed)]
    assert found == [[], ["a"], ["a"]]


@pytest.mark.parametrize("fate", ["cancelled", "postponed"])
def test_workshop_that_was_called_off_reviewed_nothing(fate):
    off = workshop("w2", "2027-03-09", attendance=CAME, events=[wc.Event("2027-03-01", fate)])
    meetings = [workshop("w1", "2027-01-19"), off, workshop("w3", "2027-05-11")]
    sheet = review(year(action("a"), workshops=meetings), "w3")
    assert (sheet.since, sheet.unreviewed) == (date(2027, 1, 19), ())


def team(**left):
    return [
        wc.Person("Amina", id="amina", **left),
        wc.Person("Ben", id="ben", left="2027-02-20"),
        wc.Person("Chidi", id="chidi"),
    ]


def test_actions_of_somebody_who_left_are_with_who_took_over():
    people = team(left="2027-02-10", successor="chidi")
    programme = year(action("a"), action("c", "chidi"), people=people)
    sheet = review(programme, "w2")
    assert rows(sheet) == [("chidi", ["a", "c"])]
    assert sheet.owners[0].actions[0].action.owner == "amina"


def test_actions_that_nobody_took_over_need_a_new_owner_and_come_last():
    programme = year(action("b", "ben"), action("c", "chidi"), people=team())
    sheet = review(programme, "w2")
    assert rows(sheet) == [("chidi", ["c"]), (None, ["b"])]
    assert [each.action.id for each in sheet.without_owner] == ["b"]


def test_successor_who_left_too_passes_actions_on_or_not_at_all():
    lost = year(action("a"), people=team(left="2027-02-10", successor="ben"))
    assert rows(review(lost, "w2")) == [(None, ["a"])]


def test_owner_is_there_until_the_last_day():
    people = team(left="2027-03-09", successor="chidi")
    assert rows(review(year(action("a"), people=people), "w2")) == [("amina", ["a"])]


def test_successors_in_a_circle_are_nobody():
    people = [
        wc.Person("Amina", id="amina", left="2027-02-10", successor="ben"),
        wc.Person("Ben", id="ben", left="2027-02-10", successor="amina"),
    ]
    assert rows(review(year(action("a"), people=people), "w2")) == [(None, ["a"])]


def test_review_of_an_unknown_workshop_suggests_one():
    with pytest.raises(UnknownKeyError, match="Did you mean 'w3'"):
        review(year(), "w33")


def test_sheet_printed_beforehand_leaves_later_news_out_and_counts_on_the_day():
    done = action("a", updates=[wc.Update("2027-03-01", "done")])
    late = action("b", updates=[wc.Update("2027-03-02", note="The wards agree")])
    (first, second) = review(year(done, late), "w2", as_of="2027-02-28").open
    assert (first.action.id, first.age, first.late) == ("a", 49, 11)
    assert (second.action.id, second.news) == ("b", "")


def test_sheet_printed_after_the_workshop_is_the_one_it_opened_with():
    programme = year(action("a", updates=[wc.Update("2027-03-09", "done")]))
    assert review(programme, "w2", as_of="2027-06-30") == review(programme, "w2")


def test_action_handed_over_is_with_its_new_owner():
    given = action("a", updates=[wc.Update("2027-02-10", owner="ben", note="Amina has two more")])
    programme = year(given, action("b"))
    assert rows(review(programme, "w2")) == [("amina", ["b"]), ("ben", ["a"])]
