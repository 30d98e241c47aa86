import attrs
import pytest

import workshopcore as wc
from workshopcore.actions import take_up
from workshopcore.errors import InvalidValueError, ProgrammeError, UnknownKeyError

PEOPLE = [
    wc.Person("Amina", id="amina"),
    wc.Person("Tomasz", id="tomasz"),
    wc.Person("Otto", role="observer", id="otto"),
    wc.Person("Eve", role="expert", id="eve"),
]


def year(*promises, host="amina", session="one/guest", aims=("choice",), after=True, **more):
    """Return a programme whose expert has been, with what was promised."""
    workshops = [
        wc.Workshop(
            "One",
            start="2027-06-15T09:30",
            end="2027-06-15T12:30",
            agenda=[
                wc.Session("expert-interview", id="guest", aims=aims),
                wc.Parallel(
                    [
                        wc.Track(name, [wc.Session(title=f"{name} side")])
                        for name in ("North", "South")
                    ]
                ),
            ],
        )
    ]
    if after:
        workshops.append(wc.Workshop("Two", start="2027-09-21T09:30", end="2027-09-21T12:30"))
    return wc.Programme(
        title="A year",
        people=PEOPLE,
        objectives=[wc.Objective(name, id=name) for name in ("choice", "vision")],
        workshops=workshops,
        experts=[
            wc.ExpertEngagement(
                "eve", "Choice", id="visit", session=session, host=host, follow_ups=promises
            )
        ],
        **more,
    )


def test_promise_becomes_an_action_with_owner_origin_objective_and_date():
    after = take_up(year(wc.FollowUp("Report on it", owner="tomasz", due="2027-07-20")), "visit")
    assert after.actions == (
        wc.Action(
            "Report on it",
            "tomasz",
            "2027-07-20",
            id="report-on-it",
            objective="choice",
            origin="one/guest",
            agreed="2027-06-15",
        ),
    )
    assert after.experts[0].follow_ups[0].action == "report-on-it"


def test_promise_without_a_date_is_due_before_the_next_workshop():
    (action,) = take_up(year(wc.FollowUp("Report on it", owner="tomasz")), "visit").actions
    assert str(action.due) == "2027-09-14"


@pytest.mark.parametrize("owner", ["eve", "otto", ""])
def test_promise_of_a_visitor_or_of_nobody_is_seen_to_by_the_host(owner):
    before = year(wc.FollowUp("Send the clause", owner=owner))
    after = take_up(before, "visit")
    assert after.actions[0].owner == "amina"
    assert after.experts[0].follow_ups[0].owner == owner


def test_promise_is_seen_to_by_whoever_is_named():
    before = year(wc.FollowUp("Send it", owner="eve"), wc.FollowUp("Report", owner="amina"))
    after = take_up(before, "visit", owners={1: "tomasz"}, due={2: "2027-08-02"})
    assert [(one.owner, str(one.due)) for one in after.actions] == [
        ("tomasz", "2027-09-14"),
        ("amina", "2027-08-02"),
    ]


def test_promises_are_taken_up_once_and_not_when_they_are_kept():
    before = year(
        wc.FollowUp("Send it", owner="amina", done="2027-06-20"),
        wc.FollowUp("Report", owner="amina"),
    )
    once = take_up(before, "visit")
    assert [one.statement for one in once.actions] == ["Report"]
    assert take_up(once, "visit") is once


def test_action_gets_an_identifier_that_is_not_taken():
    known = wc.Action("Report", "amina", "2027-08-02", id="report", agreed="2027-06-15")
    before = year(
        wc.FollowUp("Report", owner="amina"), wc.FollowUp("Report!", owner="amina"), actions=[known]
    )
    after = take_up(before, "visit")
    assert [one.id for one in after.actions] == ["report", "report-2", "report-3"]
    assert [one.action for one in after.experts[0].follow_ups] == ["report-2", "report-3"]


def test_session_that_serves_several_objectives_leaves_the_choice_open():
    before = year(wc.FollowUp("Report", owner="amina"), aims=("choice", "vision"))
    assert take_up(before, "visit").actions[0].objective == ""


def test_engagement_for_a_track_has_actions_from_there():
    before = year(wc.FollowUp("Report", owner="amina"), session="one/north")
    (action,) = take_up(before, "visit").actions
    assert (action.origin, action.objective) == ("one/north", "")


def test_engagement_without_a_session_needs_the_day():
    before = year(wc.FollowUp("Report", owner="amina", due="2027-08-02"), session="")
    with pytest.raises(InvalidValueError, match="belongs to no workshop"):
        take_up(before, "visit")
    (action,) = take_up(before, "visit", on="2027-06-16").actions
    assert (str(action.agreed), action.origin) == ("2027-06-16", "")


def test_everything_that_is_missing_is_said_together_and_nothing_is_taken_up():
    before = year(
        wc.FollowUp("Report", owner="amina"),
        wc.FollowUp("Send it", owner="eve"),
        wc.FollowUp("Write", owner="amina", due="2027-06-01"),
        host="",
        after=False,
    )
    with pytest.raises(ProgrammeError) as refused:
        take_up(before, "visit")
    assert [(one.code, one.path) for one in refused.value.problems] == [
        ("WC009", "follow_ups[0].due"),
        ("WC008", "follow_ups[1].owner"),
        ("WC009", "follow_ups[1].due"),
        ("WC009", "follow_ups[2].due"),
    ]
    assert "a due date not before 2027-06-15, found none for 'Report'" in str(refused.value)


def test_promise_with_a_date_and_nobody_to_keep_it_is_refused():
    with pytest.raises(ProgrammeError, match="nobody for 'Send it'"):
        take_up(year(wc.FollowUp("Send it", owner="eve"), host="otto"), "visit")


@pytest.mark.parametrize("named", [{"owners": {2: "amina"}}, {"due": {0: "2027-08-02"}}])
def test_number_of_no_promise_is_refused(named):
    with pytest.raises(InvalidValueError, match="the number of a follow-up, 1 to 1"):
        take_up(year(wc.FollowUp("Report", owner="amina")), "visit", **named)


def test_number_is_refused_where_nothing_was_promised():
    with pytest.raises(InvalidValueError, match="no number yet"):
        take_up(year(), "visit", owners={1: "amina"})


def test_names_that_are_not_there_are_refused():
    before = year(wc.FollowUp("Report", owner="amina"))
    with pytest.raises(UnknownKeyError, match="Did you mean 'visit'"):
        take_up(before, "visits")
    with pytest.raises(UnknownKeyError, match="Did you mean 'tomasz'"):
        take_up(before, "visit", owners={1: "tomas"})


def test_promise_that_became_an_action_is_no_loose_end():
    toolkit = wc.Toolkit(discover=False)
    before = year(wc.FollowUp("Send the clause", owner="eve"))
    codes = {"before": before, "after": take_up(before, "visit")}
    found = {
        when: [f.path for f in toolkit.check(programme) if f.code == "WC410"]
        for when, programme in codes.items()
    }
    assert found == {"before": ["experts[0].follow_ups[0]"], "after": []}


def test_history_and_everything_else_stay_as_they_are():
    before = year(wc.FollowUp("Report", owner="amina"))
    after = take_up(before, "visit")
    assert attrs.evolve(after, actions=(), experts=before.experts) == before
