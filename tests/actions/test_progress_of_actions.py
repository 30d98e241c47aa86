"""How the plan gets on: the figures and their denominators."""

from datetime import date

import pytest
from action_years import DAYS, until, years
from hypothesis import given

import workshopcore as wc
from workshopcore.actions import Proportion, ReviewFigures, plan, progress
from workshopcore.errors import AsOfRequiredError
from workshopcore.testing.strategies import programmes

FIRST = "2027-01-19"


def action(id, due="2027-02-26", *updates, owner="amina", **more):
    given = {"agreed": FIRST, "updates": updates}
    return wc.Action(f"Do {id}", owner, due, id=id, **{**given, **more})


def year(*actions):
    came = [wc.Attendance("amina")]
    return wc.Programme(
        title="A year",
        people=[wc.Person("Amina", id="amina"), wc.Person("Ben", id="ben")],
        workshops=[
            wc.Workshop(id, start=f"{day}T09:30", end=f"{day}T16:30", id=id, attendance=came)
            for id, day in (("w1", "2027-01-19"), ("w2", "2027-03-09"), ("w3", "2027-05-11"))
        ],
        actions=actions,
    )


PLAN = (
    action("on-time", "2027-02-26", wc.Update("2027-02-26", "done")),
    action(
        "late", "2027-02-26", wc.Update("2027-03-05", "done"), wc.Update("2027-03-09", "verified")
    ),
    action(
        "moved",
        "2027-02-26",
        wc.Update("2027-02-20", due="2027-03-31"),
        wc.Update("2027-03-20", "done"),
    ),
    action("overdue", "2027-03-01", wc.Update("2027-02-01", "blocked", note="No room")),
    action("postponed", "2027-03-01", wc.Update("2027-02-20", due="2027-05-31")),
    action("early", "2027-06-30", wc.Update("2027-03-01", "done")),
    action("undated", None),
    action("dropped", "2027-02-01", wc.Update("2027-02-02", "cancelled", note="No need")),
    action("replaced", "2027-02-01", wc.Update("2027-02-02", "superseded", superseded_by="early")),
    action("to-come", "2027-06-30", agreed="2027-05-11"),
)
FOUND = progress(year(*PLAN), "2027-04-01")


def test_given_up_actions_are_counted_and_in_no_denominator():
    assert (FOUND.actions, FOUND.cancelled, FOUND.superseded) == (9, 1, 1)
    assert FOUND.done == Proportion(4, 7)


def test_completion_is_done_among_those_due_by_the_date_that_holds():
    assert FOUND.completion == Proportion(3, 4)


def test_on_time_is_by_the_first_date_whatever_it_was_moved_to():
    assert FOUND.on_time == Proportion(1, 5)


def test_action_is_due_at_the_end_of_its_day():
    programme = year(action("a", "2027-04-01"))
    before, then = progress(programme, "2027-03-31"), progress(programme, "2027-04-01")
    assert (before.completion, before.on_time) == (Proportion(0, 0), Proportion(0, 0))
    assert (then.completion, then.on_time) == (Proportion(0, 1), Proportion(0, 1))
    assert then.overdue == Proportion(0, 1)


def test_workshop_is_among_the_reviews_from_its_day_on():
    found = [progress(year(), day).reviews for day in ("2027-03-08", "2027-03-09")]
    assert [[each.workshop for each in reviews] for reviews in found] == [["w1"], ["w1", "w2"]]


def test_verified_is_a_share_of_those_done():
    assert FOUND.verified == Proportion(1, 4)


def test_state_of_the_open_ones():
    assert (FOUND.overdue, FOUND.blocked) == (Proportion(1, 3), Proportion(1, 3))
    assert (FOUND.undated, FOUND.carried) == (Proportion(1, 3), Proportion(0, 3))


def test_slippage_is_in_days_of_those_with_a_due_date():
    assert FOUND.slipped == Proportion(2, 6)
    assert FOUND.slippage.values == (0, 0, 0, 0, 33, 91)


def test_lead_times_are_of_those_done():
    assert FOUND.lead_times.values == (38, 41, 45, 60)


@pytest.mark.parametrize(
    ("as_of", "ages"),
    [
        ("2027-02-18", [1, 0, 0, 0]),
        ("2027-02-19", [0, 1, 0, 0]),
        ("2027-03-20", [0, 1, 0, 0]),
        ("2027-03-21", [0, 0, 1, 0]),
        ("2027-04-19", [0, 0, 1, 0]),
        ("2027-04-20", [0, 0, 0, 1]),
    ],
)
def test_age_bands_at_their_boundaries(as_of, ages):
    bands = progress(year(action("a")), as_of).ages
    assert [band.open.numerator for band in bands] == ages
    assert [band.label for band in bands] == ["0–30", "31–60", "61–90", "over 90"]


def test_action_of_unknown_age_is_in_the_denominator_of_every_band():
    bands = progress(year(action("a"), action("b", agreed=None)), "2027-02-01").ages
    assert [str(band.open) for band in bands] == ["1 of 2", "0 of 2", "0 of 2", "0 of 2"]


def test_carry_rate_of_each_review_is_of_those_that_were_open_then():
    told = wc.Review("w2", "2027-03-09", carried=True, note="Winter")
    asked = wc.Review("w2", "2027-03-09", status="cancelled", note="No need")
    programme = year(
        action("carried", reviews=[told]),
        action("dropped", reviews=[asked]),
        action("silent"),
        action("done", "2027-02-26", wc.Update("2027-03-08", "done"), reviews=[told]),
        action("new", "2027-05-01", agreed="2027-03-09"),
    )
    assert progress(programme, "2027-04-01").reviews == (
        ReviewFigures("w1", date(2027, 1, 19), Proportion(0, 0), Proportion(0, 0)),
        ReviewFigures("w2", date(2027, 3, 9), Proportion(2, 3), Proportion(1, 3)),
    )


def test_review_counts_from_the_day_it_is_dated():
    told = wc.Review("w2", "2027-03-10", carried=True)
    programme = year(action("a", reviews=[told]))
    before, then = progress(programme, "2027-03-09"), progress(programme, "2027-03-10")
    assert (before.carried, before.reviews[-1].reviewed) == (Proportion(0, 1), Proportion(0, 1))
    assert (then.carried, then.reviews[-1].reviewed) == (Proportion(1, 1), Proportion(1, 1))


def test_progress_of_no_actions_has_no_shares():
    found = progress(year(), "2027-04-01")
    assert found.actions == 0
    assert [found.done.share(), found.completion.share(), found.on_time.share()] == [None] * 3
    assert found.loads.balance() is None


def test_progress_needs_a_day():
    with pytest.raises(AsOfRequiredError, match="progress depends on the day"):
        progress(year(), None)


@given(years(), DAYS)
def test_progress_is_the_same_whatever_happens_later(programme, on):
    assert progress(programme, on) == progress(until(programme, on), on)


@given(years(), DAYS)
def test_counts_add_up(programme, on):
    found = progress(programme, on)
    still_open = found.overdue.denominator
    assert found.actions == len(plan(programme, on))
    assert found.actions - found.cancelled - found.superseded == found.done.denominator
    assert found.done.numerator + still_open == found.done.denominator
    assert sum(load.actions for load in found.loads.people) == still_open
    assert sum(band.open.numerator for band in found.ages) <= still_open
    colours = (found.rag.green, found.rag.amber, found.rag.red, found.rag.complete)
    assert sum(colour.numerator for colour in colours) == found.done.denominator
    assert found.rag.complete == found.done
    assert found.time_to_done.count <= found.actions


@given(programmes(workshops=1), DAYS)
def test_progress_of_any_programme_can_be_told(programme, on):
    found = progress(programme, on)
    assert found.done.numerator <= found.done.denominator <= len(programme.actions)
    assert found.time_to_done.median().days is None or found.time_to_done.done
