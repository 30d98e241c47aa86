"""Taking in a list, case by case: what is taken, what is disputed, and what is refused."""

from datetime import date, timedelta

import attrs
import pytest

import workshopcore as wc
from workshopcore.actions import Change, Conflict, merge, plan
from workshopcore.actions.merging import state_of
from workshopcore.contracts.exchange import ActionNews, ActionState
from workshopcore.errors import AsOfRequiredError, UnknownKeyError

AGREED, SENT, BACK = date(2027, 1, 19), date(2027, 2, 1), date(2027, 2, 20)
PEOPLE = [
    wc.Person("Amina Yusuf", id="amina"),
    wc.Person("Ben Osei", id="ben"),
    wc.Person("Chidi Eze", id="chidi"),
]


def year(*actions, **changes):
    return wc.Programme(
        title="A year of change",
        people=PEOPLE,
        objectives=[wc.Objective("One front door", id="door")],
        actions=actions,
        **changes,
    )


def vision(*updates, **changes):
    details = {"id": "vision", "agreed": AGREED, **changes}
    return wc.Action("Draft the vision", "amina", "2027-03-01", updates=updates, **details)


BEGUN = wc.Update("2027-01-25", "in-progress", progress=20, note="Begun")


def sent_of(programme, id="vision", on=SENT):
    return next(state_of(each) for each in plan(programme, on) if each.action.id == id)


def line(said, place="row 2", **details):
    return ActionNews(place, said, **details)


def edited(programme, place="row 2", id="vision", on=None, **changes):
    """Return a line that came back with some of it changed."""
    sent = sent_of(programme, id)
    return ActionNews(place, attrs.evolve(sent, **changes), id, sent=sent, on=on)


def paths(merged):
    return [(problem.code, problem.path) for problem in merged.problems]


def test_what_is_edited_becomes_one_update():
    programme = year(vision(BEGUN))
    news = edited(programme, progress=60, due=date(2027, 3, 12), note="Half of it")
    merged = merge(programme, [news], BACK)
    update = wc.Update(BACK, progress=60, due="2027-03-12", note="Half of it")
    assert merged.programme.action("vision").updates == (BEGUN, update)
    assert merged.changes == (
        Change("row 2", "vision", "progress", 20, 60, BACK),
        Change("row 2", "vision", "due", date(2027, 3, 1), date(2027, 3, 12), BACK),
        Change("row 2", "vision", "note", "Begun", "Half of it", BACK),
    )
    assert (merged.conflicts, merged.problems, merged.unchanged) == ((), (), 0)


def test_update_says_who_brought_the_list():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, progress=60)], BACK, by="ben")
    assert merged.programme.action("vision").updates[-1].by == "ben"


def test_somebody_unknown_brings_no_list():
    with pytest.raises(UnknownKeyError, match="no person 'bne'"):
        merge(year(), [], BACK, by="bne")


def test_day_is_asked_for():
    with pytest.raises(AsOfRequiredError, match="taking in a list of actions depends on the day"):
        merge(year(), [], None)


def test_news_that_is_in_already_is_nothing_new():
    programme = year(vision(BEGUN))
    news = edited(programme, progress=60)
    later = programme.with_update("vision", wc.Update("2027-02-10", progress=60))
    merged = merge(later, [news], BACK)
    assert merged.programme is later
    assert merged.unchanged == 1


def test_what_has_moved_on_both_sides_is_a_conflict():
    programme = year(vision(BEGUN))
    news = edited(programme, progress=60, status="blocked")
    ours = programme.with_update("vision", wc.Update("2027-02-10", progress=40))
    merged = merge(ours, [news], BACK)
    assert merged.conflicts == (Conflict("row 2", "vision", "progress", 20, 40, 60),)
    # What is not disputed is taken in all the same.
    assert merged.changes == (Change("row 2", "vision", "status", "in-progress", "blocked", BACK),)
    assert merged.programme.action("vision").progress(BACK) == 40


def test_same_file_after_later_news_changes_nothing():
    programme = year(vision(BEGUN))
    news = edited(programme, status="done")
    once = merge(programme, [news], BACK).programme
    reopened = once.with_update("vision", wc.Update("2027-03-01", "reopened", note="Not quite"))
    again = merge(reopened, [news], date(2027, 3, 2))
    assert again.programme is reopened
    assert again.unchanged == 1


def test_same_file_is_disputed_when_ours_is_back_where_it_was_sent_out():
    programme = year(vision(wc.Update("2027-01-25", "in-progress")))
    news = edited(programme, due=date(2027, 3, 8))
    once = merge(programme, [news], BACK).programme
    back = once.with_update("vision", wc.Update("2027-03-01", due="2027-03-01"))
    again = merge(back, [news], date(2027, 3, 2))
    assert again.programme is back
    conflict = Conflict(
        "row 2", "vision", "due", date(2027, 3, 1), date(2027, 3, 1), date(2027, 3, 8)
    )
    assert again.conflicts == (conflict,)


def test_list_that_was_sent_out_later_is_taken_though_the_value_was_there_before():
    done = wc.Update("2027-01-28", "done", note="Sent round")
    reopened = wc.Update("2027-01-30", "reopened", note="Two pages too long")
    again = wc.Update("2027-01-31", "in-progress", note="Cutting")
    programme = year(vision(BEGUN, done, reopened, again))
    merged = merge(programme, [edited(programme, status="done")], BACK)
    assert [change.after for change in merged.changes] == ["done"]


@pytest.mark.parametrize(
    ("sent", "theirs", "moves"),
    [
        ("proposed", "in-progress", ["agreed", "in-progress"]),
        ("proposed", "blocked", ["agreed", "blocked"]),
        ("proposed", "done", ["agreed", "done"]),
        ("agreed", "done", ["done"]),
        ("done", "in-progress", ["reopened", "in-progress"]),
        ("verified", "blocked", ["reopened", "blocked"]),
        ("done", "agreed", ["reopened"]),
    ],
)
def test_move_that_a_list_skips_is_recorded(sent, theirs, moves):
    history = {
        "proposed": [],
        "agreed": [],
        "done": [wc.Update(AGREED, "done")],
        "verified": [wc.Update(AGREED, "done"), wc.Update(AGREED, "verified")],
    }[sent]
    agreed = None if sent == "proposed" else AGREED
    programme = year(vision(*history, agreed=agreed, created=AGREED))
    merged = merge(programme, [edited(programme, status=theirs)], BACK)
    updates = merged.programme.action("vision").updates[len(history) :]
    assert [(update.on, update.status) for update in updates] == [(BACK, to) for to in moves]
    assert [(each.before, each.after) for each in merged.changes] == [(sent, moves[-1])]


@pytest.mark.parametrize(
    ("ours", "theirs", "found", "cure"),
    [
        ("in-progress", "verified", "'verified'", "names it"),
        ("in-progress", "superseded", "'superseded'", "superseded_by"),
        ("in-progress", "agreed", "'agreed' after 'in-progress'", ""),
        ("in-progress", "reopened", "'reopened' after 'in-progress'", ""),
        ("cancelled", "in-progress", "'in-progress' after 'cancelled'", "propose a new action"),
    ],
)
def test_state_that_a_list_cannot_bring_is_a_problem(ours, theirs, found, cure):
    programme = year(vision(wc.Update(AGREED, ours, note="So it is")))
    merged = merge(programme, [edited(programme, status=theirs)], BACK)
    (problem,) = merged.problems
    assert (problem.code, problem.path, problem.found) == ("WC011", "row 2, status", found)
    assert cure in problem.hint
    assert merged.programme is programme


def test_state_that_a_list_cannot_bring_is_a_problem_whoever_is_ahead():
    programme = year(vision(BEGUN))
    merged = merge(programme, [line(ActionState(status="verified"), id="vision")], BACK)
    assert paths(merged) == [("WC011", "row 2, status")]
    assert merged.conflicts == ()


def test_legal_moves_are_listed():
    programme = year(vision(BEGUN))
    (problem,) = merge(programme, [edited(programme, status="proposed")], BACK).problems
    assert problem.expected == "blocked, done, cancelled"


def test_cancelled_needs_its_reason():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, status="cancelled")], BACK)
    assert paths(merged) == [("WC004", "row 2, status")]
    assert merged.programme is programme


def test_cancelled_with_a_reason_is_taken():
    programme = year(vision(BEGUN))
    news = edited(programme, status="cancelled", note="The board has its own")
    merged = merge(programme, [news], BACK)
    update = wc.Update(BACK, "cancelled", note="The board has its own")
    assert merged.programme.action("vision").updates == (BEGUN, update)


def test_reason_comes_along_though_there_is_other_news_by_now():
    programme = year(vision(BEGUN))
    news = edited(programme, status="cancelled", note="The board has its own")
    ours = programme.with_update("vision", wc.Update("2027-02-10", note="Waiting for a room"))
    merged = merge(ours, [news], BACK)
    assert merged.conflicts == ()
    assert merged.programme.action("vision").updates[-1].note == "The board has its own"


def test_reason_that_was_there_before_is_none():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, status="cancelled", note="Begun\r\n")], BACK)
    assert paths(merged) == [("WC004", "row 2, status")]


def test_progress_may_go_down():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, progress=10)], BACK)
    assert merged.programme.action("vision").progress(BACK) == 10


def test_done_is_a_hundred_per_cent_whatever_a_list_says():
    programme = year(vision(wc.Update(AGREED, "done")))
    merged = merge(programme, [edited(programme, progress=80)], BACK)
    assert paths(merged) == [("WC003", "row 2, progress")]
    assert merged.programme is programme


def test_done_and_less_than_a_hundred_per_cent_is_a_problem_and_it_is_done():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, status="done", progress=80)], BACK)
    assert paths(merged) == [("WC003", "row 2, progress")]
    assert merged.programme.action("vision").updates[-1] == wc.Update(BACK, "done")


def test_progress_of_what_is_done_by_now_is_a_conflict():
    programme = year(vision(BEGUN))
    ours = programme.with_update("vision", wc.Update("2027-02-10", "done"))
    merged = merge(ours, [edited(programme, progress=80)], BACK)
    assert merged.conflicts == (Conflict("row 2", "vision", "progress", 20, 100, 80),)


def test_done_with_a_hundred_per_cent_is_one_change():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, status="done", progress=100)], BACK)
    assert [change.field for change in merged.changes] == ["status"]
    assert merged.programme.action("vision").updates[-1] == wc.Update(BACK, "done")


def test_progress_told_before_it_was_done_is_no_contradiction():
    programme = year(vision(attrs.evolve(BEGUN, by="ben")))
    said = ActionState(status="done", progress=20)
    merged = merge(programme, [line(said, id="vision")], BACK, by="ben")
    assert (merged.problems, [change.after for change in merged.changes]) == ((), ["done"])


def test_action_is_handed_over():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, owner="ben")], BACK)
    action = merged.programme.action("vision")
    assert (action.owner, action.owner_on(BACK)) == ("amina", "ben")


def test_statement_and_objective_stay_as_agreed():
    programme = year(vision(BEGUN, objective="door"))
    news = edited(programme, statement="Draft two visions", objective=None)
    other = line(ActionState(objective="door"), "row 3", id="other")
    merged = merge(
        year(vision(BEGUN, objective="door"), wc.Action("Rota", "ben", id="other", agreed=AGREED)),
        [news, other],
        BACK,
    )
    assert paths(merged) == [("WC011", "row 2, statement"), ("WC011", "row 3, objective")]
    assert merged.problems[0].expected == "the statement as agreed, 'Draft the vision'"
    assert merged.problems[1].expected == "the objective as agreed, nothing"
    assert merged.changes == ()


def test_statement_that_was_worded_anew_since_is_no_edit():
    sent = sent_of(year(vision(BEGUN)))
    programme = year(attrs.evolve(vision(BEGUN), statement="Draft the vision on one page"))
    merged = merge(programme, [line(sent, id="vision", sent=sent)], BACK)
    assert (merged.problems, merged.unchanged) == ((), 1)


def test_statement_that_only_looks_different_is_the_same():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, statement="  draft the\nVISION ")], BACK)
    assert merged.unchanged == 1


def test_note_that_only_looks_different_is_the_same():
    programme = year(vision(wc.Update(AGREED, note="One\n\ntwo")))
    merged = merge(programme, [edited(programme, note="One \r\n\r\ntwo\r\n")], BACK)
    assert merged.unchanged == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("verified", "done"), ("superseded", "cancelled"), ("reopened", "agreed")],
)
def test_coarser_word_says_the_same(ours, theirs):
    moves = {
        "verified": ["done", "verified"],
        "superseded": ["superseded"],
        "reopened": ["done", "reopened"],
    }
    programme = year(vision(*[wc.Update(AGREED, to) for to in moves[ours]]))
    merged = merge(programme, [line(ActionState(status=theirs), id="vision")], BACK)
    assert (merged.unchanged, merged.programme) == (1, programme)


# When news is dated.


def test_news_is_dated_by_the_list_if_it_tells():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, progress=60, on=date(2027, 2, 12))], BACK)
    assert merged.programme.action("vision").updates[-1].on == date(2027, 2, 12)


def test_news_from_the_future_is_dated_on_the_day_it_came():
    programme = year(vision(BEGUN))
    merged = merge(programme, [edited(programme, progress=60, on=date(2400, 1, 1))], BACK)
    assert merged.programme.action("vision").updates[-1].on == BACK


def test_news_is_not_dated_before_what_is_on_record():
    later = wc.Update("2027-03-05", note="In print")
    programme = year(vision(BEGUN, later))
    news = edited(programme, progress=60, on=date(2027, 2, 12))
    merged = merge(programme, [news], BACK)
    assert merged.changes == (Change("row 2", "vision", "progress", 20, 60, date(2027, 3, 5)),)


def test_news_is_not_dated_before_the_action_began():
    programme = year(vision())
    news = line(ActionState(status="in-progress"), id="vision", on=date(2026, 12, 1))
    merged = merge(programme, [news], date(2026, 12, 2))
    assert merged.changes[0].on == AGREED


def with_review(review, *updates):
    workshop = wc.Workshop("One", id="one", start="2027-02-20T09:30", end="2027-02-20T16:30")
    return year(vision(*updates, reviews=[review]), workshops=[workshop])


def test_news_goes_after_a_review_that_said_something_else_that_day():
    programme = with_review(wc.Review("one", BACK, status="blocked"), BEGUN)
    news = edited(programme, status="done")
    moved = attrs.evolve(news, sent=attrs.evolve(news.sent, status="blocked"))
    merged = merge(programme, [moved], BACK)
    assert merged.programme.action("vision").updates[-1] == wc.Update(
        BACK + timedelta(days=1), "done"
    )


def test_news_of_the_day_of_a_review_that_said_nothing_of_it_keeps_its_day():
    programme = with_review(wc.Review("one", BACK, carried=True), BEGUN)
    merged = merge(programme, [edited(programme, status="done")], BACK)
    assert merged.changes[0].on == BACK


def test_news_that_no_day_is_left_for_is_a_problem():
    last = date(2500, 12, 31)
    workshop = wc.Workshop("One", id="one", start="2500-12-31T09:30", end="2500-12-31T16:30")
    reviews = [wc.Review("one", last, note="Seen")]
    programme = year(vision(BEGUN, reviews=reviews), workshops=[workshop])
    news = line(ActionState(note="Half of it"), id="vision", sent=ActionState(note="Seen"))
    merged = merge(programme, [news], BACK)
    assert paths(merged) == [("WC011", "row 2, note")]
    assert merged.programme is programme


# Lists that do not tell what was sent out.


def test_what_we_never_touched_is_taken():
    programme = year(vision())
    said = ActionState(status="in-progress", due=date(2027, 3, 12))
    merged = merge(programme, [line(said, id="vision")], BACK)
    assert [change.field for change in merged.changes] == ["status", "due"]


def test_what_we_have_changed_is_disputed():
    programme = year(vision(wc.Update(AGREED, "blocked", by="ben")))
    merged = merge(programme, [line(ActionState(status="done"), id="vision")], BACK)
    assert merged.conflicts == (Conflict("row 2", "vision", "status", None, "blocked", "done"),)


def test_what_the_same_person_last_brought_is_taken():
    programme = year(vision(wc.Update(AGREED, "in-progress", by="ben")))
    merged = merge(programme, [line(ActionState(status="done"), id="vision")], BACK, by="ben")
    assert [change.after for change in merged.changes] == ["done"]


def test_what_nobody_is_named_for_was_not_brought_by_the_same_person():
    programme = year(vision(wc.Update(AGREED, "in-progress")))
    merged = merge(programme, [line(ActionState(status="done"), id="vision")], BACK)
    assert [conflict.theirs for conflict in merged.conflicts] == ["done"]


def test_what_was_ours_once_is_disputed_whoever_brings_it():
    moves = [wc.Update(AGREED, to, by="ben") for to in ("in-progress", "blocked")]
    programme = year(vision(*moves))
    merged = merge(
        programme, [line(ActionState(status="in-progress"), id="vision")], BACK, by="ben"
    )
    assert [conflict.ours for conflict in merged.conflicts] == ["blocked"]


def test_review_is_nobodys_list():
    programme = with_review(wc.Review("one", BACK, due="2027-04-01"), BEGUN)
    news = line(ActionState(due=date(2027, 4, 8)), id="vision")
    merged = merge(programme, [news], BACK, by="ben")
    assert [conflict.field for conflict in merged.conflicts] == ["due"]


def test_list_that_was_never_ours_is_disputed():
    programme = year(vision(BEGUN))
    news = line(ActionState(progress=60), id="vision", sent=ActionState(progress=50))
    merged = merge(programme, [news], BACK)
    assert merged.conflicts == (Conflict("row 2", "vision", "progress", 50, 20, 60),)


def test_list_that_tells_part_of_what_was_sent_is_compared_by_that_part():
    programme = year(vision(BEGUN))
    news = line(ActionState(progress=60), id="vision", sent=ActionState(progress=20))
    merged = merge(programme, [news], BACK)
    assert [change.after for change in merged.changes] == [60]


# Which action a line is about.


def test_unknown_identifier_is_a_problem_with_the_nearest():
    (problem,) = merge(year(vision()), [line(ActionState(), id="vison")], BACK).problems
    assert (problem.code, problem.path) == ("WC006", "row 2, id")
    assert problem.hint == "Did you mean 'vision'?"


def test_identifier_that_is_far_from_all_is_a_problem():
    (problem,) = merge(year(vision()), [line(ActionState(), id="zzz")], BACK).problems
    assert problem.hint == "Leave it empty for a new action"


def test_name_of_another_tool_is_enough():
    programme = year(vision(known_as=["jira:CARE-1"]))
    news = line(ActionState(statement="Draft the vision", status="done"), known_as="jira:CARE-1")
    merged = merge(programme, [news], BACK)
    assert [(each.action, each.field) for each in merged.changes] == [("vision", "status")]


def test_name_of_another_tool_is_kept():
    programme = year(vision())
    said = ActionState(statement="draft the vision", owner="amina")
    merged = merge(programme, [line(said, known_as="jira:CARE-1")], BACK)
    assert merged.programme.action("vision").known_as == ("jira:CARE-1",)
    assert merged.changes == (Change("row 2", "vision", "known_as", None, "jira:CARE-1", BACK),)
    assert merge(merged.programme, [line(said, known_as="jira:CARE-1")], BACK).unchanged == 1


def test_name_of_another_tool_goes_with_the_identifier():
    programme = year(vision(), vision(id="other", known_as=["jira:CARE-1"]))
    news = [
        line(ActionState(status="done"), "row 2", id="vision", known_as="jira:CARE-1"),
        line(ActionState(status="done"), "row 3", id="other", known_as="jira:CARE-1"),
    ]
    merged = merge(programme, news, BACK)
    assert paths(merged) == [("WC005", "row 2, known as"), ("WC005", "row 3, known as")]


def test_line_without_identifier_is_known_by_its_identified_neighbour():
    programme = year(vision())
    news = [
        line(ActionState(progress=60), "row 2", known_as="jira:CARE-1"),
        line(ActionState(status="in-progress"), "row 3", id="vision", known_as="jira:CARE-1"),
    ]
    merged = merge(programme, news, BACK)
    assert {change.field for change in merged.changes} == {"known_as", "status", "progress"}


def test_same_statement_and_owner_are_enough():
    programme = year(vision())
    said = ActionState(statement="draft  the vision", owner="amina", status="done")
    merged = merge(programme, [line(said)], BACK)
    assert [change.action for change in merged.changes] == ["vision"]


def test_somebody_who_owned_it_before_is_enough():
    programme = year(vision(wc.Update(AGREED, owner="ben")))
    said = ActionState(statement="Draft the vision", owner="amina", status="done")
    merged = merge(programme, [line(said)], BACK)
    # It is that action, and the list is behind.
    assert [(each.action, each.field) for each in merged.changes] == [("vision", "status")]
    assert [(each.ours, each.theirs) for each in merged.conflicts] == [("ben", "amina")]


def test_line_that_may_be_about_two_actions_is_a_problem():
    programme = year(vision(), vision(id="again"))
    said = ActionState(statement="Draft the vision", owner="amina", status="done")
    merged = merge(programme, [line(said), line(said, "row 3", known_as="jira:1")], BACK)
    assert paths(merged) == [("WC005", "row 2"), ("WC005", "row 3")]
    assert merged.programme is programme


def test_two_actions_of_one_name_are_a_problem():
    programme = year(vision(known_as=["jira:1"]), vision(id="again", known_as=["jira:1"]))
    merged = merge(programme, [line(ActionState(status="done"), known_as="jira:1")], BACK)
    assert paths(merged) == [("WC005", "row 2")]
    assert "'vision' or 'again'" in merged.problems[0].found


def test_tasks_of_one_tool_that_read_the_same_are_not_one_action():
    programme = year(vision())
    said = ActionState(statement="Draft the vision", owner="amina")
    news = [line(said, f"row {n}", known_as=f"planner:{n}") for n in (2, 3)]
    merged = merge(programme, news, BACK)
    assert paths(merged) == [("WC005", "row 2"), ("WC005", "row 3")]


def test_task_that_reads_like_an_action_of_another_name_is_new():
    programme = year(vision(known_as=["planner:1"]))
    said = ActionState(statement="Draft the vision", owner="amina")
    merged = merge(programme, [line(said, known_as="planner:2")], BACK)
    assert [action.id for action in merged.programme.actions] == ["vision", "draft-the-vision"]


def test_lines_about_one_action_that_disagree_are_problems():
    programme = year(vision(BEGUN))
    news = [edited(programme, progress=60), edited(programme, "row 3", progress=70)]
    merged = merge(programme, news, BACK)
    assert paths(merged) == [("WC005", "row 2, progress"), ("WC005", "row 3, progress")]
    assert merged.problems[0].found == "60, but 70 at row 3"
    assert merged.programme is programme


def test_lines_about_one_action_that_agree_are_one_update():
    programme = year(vision(BEGUN))
    news = [
        edited(programme, progress=60),
        edited(programme, "row 3", progress=60),
        edited(programme, "row 4", due=date(2027, 3, 12)),
    ]
    merged = merge(programme, news, BACK)
    assert merged.programme.action("vision").updates[1:] == (
        wc.Update(BACK, progress=60, due="2027-03-12"),
    )
    assert merged.unchanged == 1


# Actions that are new.


def test_line_about_none_of_ours_proposes_an_action():
    said = ActionState("Draw the rota", "ben", due=date(2027, 4, 1), objective="door")
    merged = merge(year(vision()), [line(said, known_as="jira:CARE-2")], BACK)
    assert merged.programme.actions[1] == wc.Action(
        "Draw the rota",
        "ben",
        "2027-04-01",
        id="draw-the-rota",
        objective="door",
        created=BACK,
        known_as=["jira:CARE-2"],
    )
    assert merged.changes == (
        Change("row 2", "draw-the-rota", "action", None, "Draw the rota", BACK),
    )


def test_new_action_may_have_begun():
    said = ActionState("Draw the rota", "ben", "in-progress", 30, note="Two shifts")
    merged = merge(year(), [line(said, on=date(2027, 2, 3))], BACK, by="chidi")
    on = date(2027, 2, 3)
    (action,) = merged.programme.actions
    assert action.created == on
    assert action.updates == (
        wc.Update(on, "agreed", by="chidi"),
        wc.Update(on, "in-progress", progress=30, note="Two shifts", by="chidi"),
    )


def test_new_action_that_is_late_already_keeps_its_date():
    said = ActionState("Draw the rota", "ben", due=date(2027, 1, 29))
    merged = merge(year(), [line(said)], BACK)
    (standing,) = plan(merged.programme, BACK)
    assert (standing.first_due, standing.late) == (date(2027, 1, 29), 22)


@pytest.mark.parametrize(
    ("said", "code", "path"),
    [
        (ActionState("Draw the rota"), "WC008", "row 2, owner"),
        (ActionState(owner="ben"), "WC004", "row 2, statement"),
        (ActionState("Draw the rota", "ben", "verified"), "WC011", "row 2, status"),
        (ActionState("Draw the rota", "ben", "cancelled"), "WC004", "row 2, status"),
    ],
)
def test_line_that_tells_too_little_of_a_new_action_is_a_problem(said, code, path):
    merged = merge(year(), [line(said)], BACK)
    assert paths(merged) == [(code, path)]
    assert merged.programme.actions == ()


def test_lines_that_say_the_same_become_one_action():
    said = ActionState("Draw the rota", "ben")
    other = attrs.evolve(said, statement="draw the  rota")
    merged = merge(year(), [line(said), line(other, "row 3")], BACK)
    assert [action.statement for action in merged.programme.actions] == ["Draw the rota"]
    assert merged.unchanged == 1


def test_lines_that_disagree_about_a_new_action_are_problems():
    news = [
        line(ActionState("Draw the rota", "ben", "done"), "row 2"),
        line(ActionState("Draw the rota", "ben", "blocked"), "row 3"),
        line(ActionState("Draw the rota", "ben"), "row 4"),
    ]
    merged = merge(year(), news, BACK)
    assert paths(merged) == [
        ("WC005", "row 2, status"),
        ("WC005", "row 3, status"),
        ("WC004", "row 4"),
    ]
    assert "row 2" in merged.problems[2].found


def test_owners_that_differ_make_no_action():
    news = [
        line(ActionState("Draw the rota", owner), f"row {owner}", known_as="jira:1")
        for owner in ("amina", "ben")
    ]
    merged = merge(year(), news, BACK)
    assert paths(merged) == [("WC005", "row amina, owner"), ("WC005", "row ben, owner")]


def test_lists_of_two_tools_that_say_the_same_become_one_action():
    said = ActionState("Draw the rota", "ben")
    names = ["planner:1", "jira:1"]
    merged = merge(year(), [line(said, name, known_as=name) for name in names], BACK)
    (action,) = merged.programme.actions
    assert action.known_as == ("planner:1", "jira:1")


def test_tasks_of_several_tools_that_cannot_be_told_apart_are_problems():
    said = ActionState("Draw the rota", "ben")
    names = ["planner:1", "planner:2", "jira:1", ""]
    news = [line(said, f"row {number}", known_as=name) for number, name in enumerate(names)]
    merged = merge(year(), news, BACK)
    assert [code for code, _ in paths(merged)] == ["WC005"] * 4
    assert merged.programme.actions == ()


def test_tasks_of_one_tool_are_as_many_actions():
    said = ActionState("Talk to the team", "ben")
    news = [line(said, f"row {number}", known_as=f"planner:{number}") for number in range(3)]
    merged = merge(year(), news, BACK)
    ids = [action.id for action in merged.programme.actions]
    assert ids == ["talk-to-the-team", "talk-to-the-team-2", "talk-to-the-team-3"]
    assert [change.action for change in merged.changes] == ids
    assert merge(merged.programme, news, BACK).unchanged == 3


def test_line_without_a_name_joins_the_only_task_that_reads_like_it():
    said = ActionState("Draw the rota", "ben")
    news = [line(said, "row 2"), line(said, "row 3", known_as="planner:1")]
    merged = merge(year(), news, BACK)
    assert [action.known_as for action in merged.programme.actions] == [("planner:1",)]


# Whatever a plugin puts into news.


@pytest.mark.parametrize(
    ("said", "code", "path"),
    [
        ({"status": "finished"}, "WC003", "row 2, status"),
        ({"status": []}, "WC003", "row 2, status"),
        ({"progress": 101}, "WC003", "row 2, progress"),
        ({"progress": True}, "WC003", "row 2, progress"),
        ({"due": "soon"}, "WC003", "row 2, due"),
        ({"owner": "nobody"}, "WC013", "row 2, owner"),
        ({"objective": "none"}, "WC006", "row 2, objective"),
        ({"note": "\ud800"}, "WC003", "row 2, note"),
        ({"note": 5}, "WC003", "row 2, note"),
    ],
)
def test_value_that_cannot_be_is_a_problem(said, code, path):
    programme = year(vision(BEGUN))
    merged = merge(programme, [line(ActionState(**said), id="vision")], BACK)
    assert paths(merged) == [(code, path)]
    assert merged.programme is programme


def test_day_that_cannot_be_is_a_problem_and_the_rest_is_taken():
    programme = year(vision(BEGUN))
    news = attrs.evolve(edited(programme, progress=60), on="yesterday")
    merged = merge(programme, [news], BACK)
    assert paths(merged) == [("WC003", "row 2, day of the news")]
    assert [change.on for change in merged.changes] == [BACK]


def test_line_without_a_place_is_counted():
    merged = merge(year(), [ActionNews("", ActionState())], BACK)
    assert paths(merged) == [("WC004", "line 1, statement")]


def test_what_was_sent_out_and_cannot_be_is_as_if_nothing_was():
    programme = year(vision(BEGUN))
    sent = attrs.evolve(sent_of(programme), progress="20 %")
    news = line(attrs.evolve(sent, progress=60), id="vision", sent=sent)
    assert [each.sent for each in merge(programme, [news], BACK).conflicts] == [None]
