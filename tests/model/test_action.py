from datetime import date

import pytest

import workshopcore as wc
from workshopcore.errors import IllegalMoveError

DAY = date(2027, 2, 1)


def action(**changes):
    given = {
        "statement": "Draft the vision",
        "owner": "amina",
        "due": "2027-02-26",
        "agreed": "2027-01-19",
    }
    return wc.Action(**{**given, **changes})


def year(*actions):
    return wc.Programme(
        title="Y",
        people=[wc.Person("Amina Yusuf", id="amina"), wc.Person("Ben Okafor", id="ben")],
        workshops=[
            wc.Workshop("One", start="2027-01-19T09:00", end="2027-01-19T16:00"),
            wc.Workshop("Two", start="2027-03-09T09:00", end="2027-03-09T16:00"),
        ],
        actions=actions,
    )


def test_action_without_dates_is_proposed_from_the_start():
    found = wc.Action("Draft", "amina")
    assert found.status(date(1999, 1, 1)) == "proposed"
    assert found.exists(date(1999, 1, 1))


def test_action_exists_from_the_day_it_was_put_forward():
    found = action(created="2027-01-12")
    assert not found.exists(date(2027, 1, 11))
    assert found.status(date(2027, 1, 12)) == "proposed"
    assert found.status(date(2027, 1, 19)) == "agreed"


def test_status_follows_updates_and_reviews_alike():
    found = action(
        updates=[wc.Update("2027-02-10", "in-progress"), wc.Update("2027-03-20", "done")],
        reviews=[wc.Review("two", "2027-03-09", carried=True, status="blocked", due="2027-04-01")],
    )
    assert [found.status(date(2027, m, d)) for m, d in [(2, 9), (2, 10), (3, 9), (3, 20)]] == [
        "agreed",
        "in-progress",
        "blocked",
        "done",
    ]


def test_due_date_moves_while_the_first_one_stays():
    found = action(reviews=[wc.Review("two", "2027-03-09", carried=True, due="2027-04-01")])
    assert found.current_due(date(2027, 3, 8)) == date(2027, 2, 26)
    assert found.current_due(date(2027, 3, 9)) == date(2027, 4, 1)
    assert found.due == date(2027, 2, 26)


def test_overdue_is_derived_from_the_due_date_that_holds():
    found = action(reviews=[wc.Review("two", "2027-03-09", carried=True, due="2027-04-01")])
    days = [date(2027, 2, 26), date(2027, 2, 27), date(2027, 3, 9), date(2027, 4, 2)]
    assert [found.is_overdue(day) for day in days] == [False, True, False, True]


def test_done_is_never_overdue_nor_open():
    found = action(updates=[wc.Update("2027-02-20", "done")])
    assert not found.is_overdue(date(2027, 5, 1))
    assert not found.is_open(date(2027, 5, 1))
    assert found.is_open(date(2027, 2, 19))


def test_action_without_due_date_is_never_overdue():
    assert not action(due=None).is_overdue(date(2030, 1, 1))


def test_progress_is_what_was_last_reported_and_100_when_done():
    found = action(
        updates=[
            wc.Update("2027-02-01", progress=20),
            wc.Update("2027-02-08", note="waiting"),
            wc.Update("2027-02-20", "done"),
        ]
    )
    days = [date(2027, 1, 31), date(2027, 2, 1), date(2027, 2, 9), date(2027, 2, 20)]
    assert [found.progress(day) for day in days] == [None, 20, 20, 100]


def test_carries_are_counted_as_of_a_day():
    found = action(
        reviews=[
            wc.Review("one", "2027-01-20", carried=True),
            wc.Review("two", "2027-03-09", carried=True),
        ]
    )
    assert [found.carries(date(2027, m, 28)) for m in (1, 2, 3)] == [1, 1, 2]


def test_evidence_is_listed_once():
    found = action(
        updates=[
            wc.Update("2027-02-01", evidence=["minutes"]),
            wc.Update("2027-02-02", evidence=["minutes", "plan"]),
        ]
    )
    assert found.evidence(date(2027, 2, 1)) == ("minutes",)
    assert found.evidence(date(2027, 2, 2)) == ("minutes", "plan")


@pytest.mark.parametrize("owner", ["", None, ["amina", "ben"], [], 5, " "])
def test_action_has_exactly_one_owner(owner):
    with pytest.raises(wc.ProgrammeError) as caught:
        action(owner=owner)
    assert [(p.code, p.path) for p in caught.value.problems] == [("WC008", "owner")]


def test_owner_must_be_on_the_programme():
    with pytest.raises(wc.ProgrammeError) as caught:
        year(action(owner="amin"))
    problem = caught.value.problems[0]
    assert (problem.code, problem.path) == ("WC013", "actions[0].owner")
    assert problem.hint == "Did you mean 'amina'?"


@pytest.mark.parametrize("field", ["created", "agreed"])
def test_due_before_the_action_exists_is_refused(field):
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Action("Draft", "amina", "2027-01-01", **{field: "2027-01-02"})
    assert [(p.code, p.path) for p in caught.value.problems] == [("WC009", "due")]


def test_history_is_checked_across_updates_and_reviews():
    with pytest.raises(wc.ProgrammeError) as caught:
        year(
            action(
                updates=[wc.Update("2027-02-10", "done"), wc.Update("2027-02-01")],
                reviews=[wc.Review("two", "2027-03-09", status="blocked")],
            ),
            action(id="early", updates=[wc.Update("2027-01-01")]),
        )
    assert [(p.code, p.path) for p in caught.value.problems] == [
        ("WC011", "actions[0].updates[1].on"),
        ("WC011", "actions[0].reviews[0].status"),
        ("WC011", "actions[1].created"),
    ]


def test_with_update_appends_and_leaves_the_old_programme_alone():
    before = year(action())
    after = before.with_update("draft-the-vision", wc.Update("2027-02-01", "done"))
    assert after.action("draft-the-vision").status(DAY) == "done"
    assert before.action("draft-the-vision").status(DAY) == "agreed"


def test_with_update_refuses_an_illegal_move():
    programme = year(action(updates=[wc.Update("2027-02-01", "cancelled", note="no longer")]))
    with pytest.raises(IllegalMoveError, match="'cancelled' cannot become 'done'"):
        programme.with_update("draft-the-vision", wc.Update("2027-02-02", "done"))


def test_with_update_refuses_to_rewrite_history():
    programme = year(action(updates=[wc.Update("2027-02-10")]))
    with pytest.raises(IllegalMoveError, match="append-only"):
        programme.with_update("draft-the-vision", wc.Update("2027-02-09"))


def test_with_update_of_an_unknown_action_suggests_one():
    with pytest.raises(LookupError, match="Did you mean 'draft-the-vision'"):
        year(action()).with_update("draft-the-visions", wc.Update("2027-02-09"))


def test_with_review_happens_once_per_workshop():
    reviewed = year(action()).with_review(
        "draft-the-vision", wc.Review("two", "2027-03-09", carried=True, note="Data came late")
    )
    assert reviewed.actions[0].carries(date(2027, 3, 9)) == 1
    with pytest.raises(IllegalMoveError, match="already reviewed at 'two'"):
        reviewed.with_review("draft-the-vision", wc.Review("two", "2027-03-10"))


def test_with_action_adds_one_and_numbers_a_repeated_title():
    programme = year(action()).with_action(action())
    assert [a.id for a in programme.actions] == ["draft-the-vision", "draft-the-vision-2"]


def test_with_action_may_correct_the_wording():
    programme = year(action())
    corrected = action(statement="Draft our vision", id="draft-the-vision")
    assert programme.with_action(corrected).actions[0].statement == "Draft our vision"


def test_with_action_never_overwrites_the_first_due_date():
    with pytest.raises(IllegalMoveError, match="the first due date of 'draft-the-vision' stays"):
        year(action()).with_action(action(id="draft-the-vision", due="2027-06-01"))


def test_with_action_never_loses_history():
    programme = year(action(updates=[wc.Update("2027-02-10")]))
    with pytest.raises(IllegalMoveError, match="can only be added to"):
        programme.with_action(action(id="draft-the-vision"))


def test_owner_is_handed_over_from_a_day_on():
    found = action(updates=[wc.Update("2027-02-10", owner="ben")])
    assert [found.owner_on(date(2027, 2, day)) for day in (9, 10)] == ["amina", "ben"]
    assert found.owner == "amina"


def test_new_owner_must_be_on_the_programme():
    with pytest.raises(wc.ProgrammeError) as caught:
        year(action(updates=[wc.Update("2027-02-10", owner="bem")]))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("WC013", "actions[0].updates[0].owner")
    assert problem.hint == "Did you mean 'ben'?"


def test_with_action_never_overwrites_the_first_owner():
    before = year(action(id="draft"))
    with pytest.raises(IllegalMoveError, match="hand it over in an update"):
        before.with_action(action(id="draft", owner="ben"))
