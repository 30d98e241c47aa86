"""The laws of taking in a list: whatever the programme, its history, and what people write."""

from datetime import date, timedelta

import attrs
from action_years import DAYS, PEOPLE, years
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import merge, plan
from workshopcore.actions.merging import state_of
from workshopcore.actions.merging.states import trail_of
from workshopcore.contracts.exchange import ActionNews, ActionState
from workshopcore.model.lifecycle import ACTION
from workshopcore.testing.strategies import programmes, texts

FIELDS = ("owner", "status", "progress", "due", "note")
NOTES = st.sampled_from(("Half done", "Waiting for the council", "", " \n ")) | texts()
VALUES = {
    "statement": st.sampled_from(("Action 0", "Action 1", "Draw the rota", "draw  the ROTA")),
    "owner": st.sampled_from(PEOPLE),
    "status": st.sampled_from(ACTION.states),
    "progress": st.integers(0, 100),
    "due": DAYS,
    "objective": st.none(),
    "note": NOTES,
}
LATE = date(2030, 1, 1)


def as_sent(programme, day):
    """Return what a list says of every action on a day, by identifier."""
    return {each.action.id: state_of(each) for each in plan(programme, day)}


@st.composite
def states(draw):
    """Return a state that speaks of some fields."""
    return ActionState(**{name: draw(st.none() | VALUES[name]) for name in VALUES})


@st.composite
def edited(draw, sent):
    """Return what was sent out with some of it changed."""
    names = draw(st.sets(st.sampled_from(FIELDS)))
    return attrs.evolve(sent, **{name: draw(VALUES[name]) for name in names})


@st.composite
def lists(draw, programme):
    """Return the lines of a list: known and unknown, with and without what was sent out."""
    day = draw(DAYS)
    sent = as_sent(programme, day)
    lines = []
    for number, id in enumerate(draw(st.lists(st.sampled_from([*sent, "", "", "nobody"])))):
        base = sent.get(id)
        said = draw(edited(base)) if base and draw(st.booleans()) else draw(states())
        known_as = draw(st.sampled_from(("", "", "jira:1", "jira:2", "planner:1")))
        sends = draw(st.sampled_from((base, base, None))) if base else None
        on = draw(st.none() | DAYS)
        lines.append(ActionNews(f"row {number}", said, id, known_as, sends, on))
    return lines


@st.composite
def arrivals(draw):
    """Return a programme, and a list that comes in."""
    programme = draw(years())
    return programme, draw(lists(programme))


@given(years())
def test_end_of_a_history_is_what_the_plan_says_then(programme):
    for each in plan(programme, LATE):
        now, state = trail_of(each.action).now, state_of(each)
        assert {name: getattr(now, name) for name in FIELDS} == {
            name: getattr(state, name) for name in FIELDS
        }


@given(arrivals(), DAYS, st.sampled_from(("", *PEOPLE)))
def test_same_list_twice_changes_nothing_the_second_time(arrival, day, by):
    programme, news = arrival
    once = merge(programme, news, day, by=by)
    again = merge(once.programme, news, day, by=by)
    assert again.programme == once.programme
    assert again.changes == ()


@given(arrivals(), DAYS)
def test_every_line_is_accounted_for(arrival, day):
    programme, news = arrival
    merged = merge(programme, news, day)
    told = {entry.place for entry in (*merged.changes, *merged.conflicts)}
    told |= {problem.path.partition(",")[0] for problem in merged.problems}
    assert told <= {each.place for each in news}
    assert len(told) + merged.unchanged == len(news)


@given(arrivals(), DAYS)
def test_history_is_only_added_to(arrival, day):
    programme, news = arrival
    after = merge(programme, news, day).programme
    assert [a.id for a in after.actions][: len(programme.actions)] == [
        a.id for a in programme.actions
    ]
    for old in programme.actions:
        new = after.action(old.id)
        assert new.updates[: len(old.updates)] == old.updates
        same = attrs.evolve(new, updates=old.updates, known_as=old.known_as)
        assert same == old


@given(arrivals(), DAYS)
def test_no_action_is_touched_that_no_change_names(arrival, day):
    programme, news = arrival
    merged = merge(programme, news, day)
    named = {change.action for change in merged.changes}
    for action in merged.programme.actions:
        known = action.id in {each.id for each in programme.actions}
        assert (known and programme.action(action.id) == action) == (action.id not in named)


@given(years(), DAYS, DAYS)
def test_list_sent_back_as_it_was_changes_nothing(programme, sent_on, day):
    sent = as_sent(programme, sent_on)
    news = [ActionNews(id, state, id, sent=state) for id, state in sent.items()]
    merged = merge(programme, news, day)
    assert merged == attrs.evolve(merged, changes=(), conflicts=(), problems=())
    assert merged.programme is programme
    assert merged.unchanged == len(news)


@given(years(), st.data())
def test_edit_of_one_field_changes_that_field_alone(programme, data):
    sent = as_sent(programme, LATE)
    if not sent:
        return
    id = data.draw(st.sampled_from(sorted(sent)))
    field = data.draw(st.sampled_from(FIELDS))
    said = attrs.evolve(sent[id], **{field: data.draw(VALUES[field])})
    news = [ActionNews("row 1", said, id, sent=sent[id])]
    merged = merge(programme, news, LATE)
    after = as_sent(merged.programme, LATE)
    assert merged.conflicts == ()
    assert {change.field for change in merged.changes} <= {field}
    assert all(after[other] == sent[other] for other in sent if other != id)
    changed = {name for name in FIELDS if getattr(after[id], name) != getattr(sent[id], name)}
    # Done is 100 %, and an action that is reopened is back at what was last told.
    assert changed <= {field, "progress"} if field == "status" else changed <= {field}
    if merged.changes:
        assert getattr(after[id], field) == merged.changes[0].after


@given(years(), DAYS, st.data())
def test_order_of_lines_about_different_actions_makes_no_difference(programme, day, data):
    sent = as_sent(programme, data.draw(DAYS))
    news = [
        ActionNews(
            id, data.draw(edited(state)), id, sent=state if data.draw(st.booleans()) else None
        )
        for id, state in sent.items()
    ]
    one = merge(programme, news, day)
    other = merge(programme, data.draw(st.permutations(news)), day)
    assert one.programme == other.programme
    assert set(one.changes) == set(other.changes)
    assert set(one.conflicts) == set(other.conflicts)
    assert set(one.problems) == set(other.problems)
    assert one.unchanged == other.unchanged


@given(years(), DAYS, st.data())
def test_what_we_have_changed_since_is_never_overwritten(programme, day, data):
    sent = as_sent(programme, LATE)
    moved = [
        attrs.evolve(
            action,
            updates=[*action.updates, wc.Update(LATE + timedelta(days=1), progress=progress)],
        )
        for action in programme.actions
        for progress in [data.draw(st.integers(0, 100))]
    ]
    now = attrs.evolve(programme, actions=moved)
    news = [
        ActionNews(id, attrs.evolve(state, progress=data.draw(st.integers(0, 100))), id, sent=state)
        for id, state in sent.items()
    ]
    merged = merge(now, news, LATE + timedelta(days=2))
    ours = as_sent(now, LATE + timedelta(days=2))
    theirs = {each.id: each.said.progress for each in news}
    after = as_sent(merged.programme, LATE + timedelta(days=2))
    for id, state in ours.items():
        if state.progress not in (sent[id].progress, theirs[id]):
            assert after[id].progress == state.progress


@given(arrivals(), DAYS, st.data())
def test_old_list_that_comes_after_later_news_overwrites_nothing(arrival, day, data):
    programme, news = arrival
    once = merge(programme, news, day).programme
    later = once
    for action in once.actions:
        status = action.status(LATE)
        to = data.draw(st.sampled_from((None, *ACTION.moves[status])))
        due = data.draw(st.none() | DAYS)
        later = later.with_update(action.id, wc.Update(LATE, to, due=due))
    again = merge(later, news, LATE + timedelta(days=1))
    assert again.programme == later


HUGE = 10**400
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(HUGE),
    st.floats(),
    st.text(st.characters()),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=4),
    st.lists(st.integers(), max_size=2),
)
NONSENSE = (
    st.builds(ActionState, **{name: ANYTHING | (VALUES[name]) for name in VALUES}) | st.none()
)


@given(programmes(people=1), st.data(), st.dates(date(1900, 1, 1), date(2500, 12, 31)))
def test_nothing_in_a_list_raises(programme, data, day):
    ids = [action.id for action in programme.actions]
    news = data.draw(
        st.lists(
            st.builds(
                ActionNews,
                ANYTHING | st.just("row 1"),
                NONSENSE,
                st.sampled_from([*ids, ""]) | ANYTHING,
                ANYTHING | st.sampled_from(("", "jira:1", "jira:2")),
                NONSENSE,
                ANYTHING,
            ),
            max_size=6,
        )
    )
    merged = merge(programme, news, day)
    assert merge(merged.programme, news, day).programme == merged.programme
