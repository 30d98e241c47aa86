import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import IllegalMoveError
from workshopcore.model import lifecycle
from workshopcore.model.lifecycle import Event

ALL = [
    lifecycle.PROGRAMME,
    lifecycle.WORKSHOP,
    lifecycle.ACTION,
    lifecycle.PARKED_ISSUE,
    lifecycle.ENGAGEMENT,
    lifecycle.WAVE,
    lifecycle.GAIN,
    lifecycle.QUOTE,
]


@pytest.mark.parametrize("rules", ALL, ids=lambda rules: rules.kind)
def test_every_move_leads_to_a_state(rules):
    assert {to for moves in rules.moves.values() for to in moves} <= set(rules.states)


@pytest.mark.parametrize("rules", ALL, ids=lambda rules: rules.kind)
def test_every_state_can_be_reached(rules):
    reached, todo = {rules.start}, [rules.start]
    while todo:
        new = set(rules.moves[todo.pop()]) - reached
        reached |= new
        todo += new
    assert reached == set(rules.states)


# DOMAIN section 1, written out by hand.
@pytest.mark.parametrize(
    ("rules", "path"),
    [
        (
            lifecycle.PROGRAMME,
            "draft proposed contracted active paused active closing closed follow-up archived",
        ),
        (
            lifecycle.WORKSHOP,
            "proposed pencilled confirmed in-progress delivered written-up closed",
        ),
        (lifecycle.WORKSHOP, "proposed postponed proposed cancelled"),
        (lifecycle.ACTION, "proposed agreed in-progress blocked in-progress done verified"),
        (lifecycle.ACTION, "proposed agreed done reopened in-progress done"),
        (lifecycle.PARKED_ISSUE, "parked triaged escalated closed"),
        (
            lifecycle.ENGAGEMENT,
            "identified approached agreed contracted briefed confirmed delivered followed-up paid",
        ),
        (lifecycle.WAVE, "designed open closed analysed reported"),
        (lifecycle.GAIN, "stated coded evidenced substantiated published"),
        (lifecycle.GAIN, "stated contested published"),
        (lifecycle.QUOTE, "captured requested consented approved published withdrawn"),
    ],
)
def test_the_usual_way_is_legal(rules, path):
    states = path.split()
    assert states[0] == rules.start
    for current, to in itertools.pairwise(states):
        assert rules.step(current, to) == to


@pytest.mark.parametrize(
    ("rules", "current", "to"),
    [
        (lifecycle.ACTION, "proposed", "done"),
        (lifecycle.ACTION, "cancelled", "agreed"),
        (lifecycle.ACTION, "agreed", "verified"),
        (lifecycle.WORKSHOP, "delivered", "postponed"),
        (lifecycle.WORKSHOP, "delivered", "cancelled"),
        (lifecycle.PROGRAMME, "closed", "cancelled"),
        (lifecycle.QUOTE, "captured", "published"),
        (lifecycle.QUOTE, "refused", "approved"),
        (lifecycle.PARKED_ISSUE, "parked", "closed"),
    ],
)
def test_other_moves_are_refused_with_those_that_are_legal(rules, current, to):
    with pytest.raises(IllegalMoveError, match=f"that is '{current}' cannot become '{to}'"):
        rules.step(current, to)


def test_unknown_state_is_suggested():
    with pytest.raises(IllegalMoveError, match="did you mean 'in-progress'"):
        lifecycle.ACTION.step("agreed", "in-progres")
    with pytest.raises(IllegalMoveError, match="it is one of proposed, agreed"):
        lifecycle.ACTION.step("agreed", "zzz")


@given(st.lists(st.integers(0, 400), min_size=1, max_size=6), st.integers(-10, 410))
def test_state_is_that_of_the_last_event_on_or_before_the_day(days, asked):
    start = date(2027, 1, 1)
    states = lifecycle.WORKSHOP.states
    history = [
        Event(start + timedelta(days=day), states[number % len(states)])
        for number, day in enumerate(sorted(days))
    ]
    found = lifecycle.WORKSHOP.state(history, start + timedelta(days=asked))
    before = [event.status for event in history if (event.on - start).days <= asked]
    assert found == (before[-1] if before else "proposed")


def test_histories_are_checked_when_a_programme_is_built():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Programme(
            title="Y",
            events=[Event("2027-01-02", "active"), Event("2027-01-01", "contracted")],
            quotes=[wc.Quote("So much better", events=[Event("2027-01-01", "publishd")])],
        )
    assert [(p.code, p.path) for p in caught.value.problems] == [
        ("WC011", "events[1].on"),
        ("WC011", "events[0].status"),
        ("WC011", "events[1].status"),
        ("WC011", "quotes[0].events[0].status"),
    ]


def test_an_entry_that_repeats_the_state_moves_nothing():
    year = wc.Programme(
        title="Y", events=[Event("2027-01-01", "proposed"), Event("2027-01-05", "proposed")]
    )
    assert year.state(date(2027, 2, 1)) == "proposed"


@pytest.mark.parametrize(
    ("kind", "entity", "status"),
    [
        (
            "workshop",
            wc.Workshop("X", start="2027-01-19T09:00", end="2027-01-19T10:00"),
            "confirmed",
        ),
        ("parked-issue", wc.ParkedIssue("X"), "triaged"),
        ("wave", wc.Wave("X"), "open"),
        ("gain", wc.Gain("X"), "coded"),
        ("quote", wc.Quote("X"), "requested"),
    ],
)
def test_with_event_moves_what_has_a_lifecycle(kind, entity, status):
    field = kind.replace("-", "_") + "s"
    before = wc.Programme(title="Y", **{field: [entity]})
    after = before.with_event(Event("2027-01-10", status), kind, "x")
    moved = getattr(after, field)[0]
    assert moved.state(date(2027, 1, 9)) != status
    assert moved.state(date(2027, 1, 10)) == status
    assert getattr(before, field)[0].events == ()
