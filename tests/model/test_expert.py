from datetime import date, time
from decimal import Context, Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import IllegalMoveError, ProgrammeError, UnknownKeyError
from workshopcore.model.expert import ExpertQuestion

WIDE = Context(prec=300)
HISTORY = [
    wc.Event("2027-02-01", "approached", "By letter"),
    wc.Event("2027-02-09", "agreed"),
]


def engagement(**fields):
    return wc.ExpertEngagement("eve", "Choice", **fields)


def year(**fields):
    return wc.Programme(
        title="A year",
        people=[wc.Person("Eve", role="expert"), wc.Person("Amina")],
        experts=[engagement(**fields)],
    )


@pytest.mark.parametrize(
    ("said", "interests"),
    [
        ("", "not-asked"),
        ("  ", "not-asked"),
        ("None", "none"),
        ("none declared.", "none"),
        ("Nothing to declare", "none"),
        ("None in this county; advises a provider elsewhere", "declared"),
    ],
)
def test_interests_are_declared_or_none_or_not_asked(said, interests):
    assert engagement(conflict_of_interest=said).interests == interests


@pytest.mark.parametrize(
    ("terms", "owed"),
    [
        ({}, None),
        ({"fee": "650 GBP"}, "650 GBP"),
        ({"fee": "650 GBP", "expenses": "96.40 GBP"}, "746.40 GBP"),
        ({"fee": "650 GBP", "expenses": "96.40 GBP", "expenses_cap": "120 GBP"}, "770 GBP"),
        ({"fee": "600.00 GBP", "fee_basis": "day-rate"}, "600.00 GBP"),
        ({"fee": "600.00 GBP", "fee_basis": "day-rate", "days": "1.5"}, "900.00 GBP"),
        ({"fee": "650.00 GBP", "days": 3}, "650.00 GBP"),
        ({"fee": "650 GBP", "expenses_cap": "80 EUR"}, None),
        ({"fee_basis": "pro-bono"}, None),
        ({"fee_basis": "pro-bono", "expenses_cap": "80 GBP"}, "80 GBP"),
    ],
)
def test_owed_is_the_fee_and_the_expenses_that_the_terms_allow(terms, owed):
    found = engagement(**terms).owed
    assert (None if found is None else str(found)) == owed


AMOUNTS = st.decimals(0, 10**60, allow_nan=False, allow_infinity=False).filter(
    lambda amount: abs(amount.adjusted()) <= 30 and len(str(amount)) <= 30
)


@given(fee=AMOUNTS, cap=AMOUNTS)
def test_owed_is_exact_for_any_amounts(fee, cap):
    terms = engagement(fee=wc.Money(fee, "GBP"), expenses_cap=wc.Money(cap, "GBP"))
    exact = int(fee.scaleb(80, context=WIDE)) + int(cap.scaleb(80, context=WIDE))
    assert int(terms.owed.amount.scaleb(80, context=WIDE)) == exact


@pytest.mark.parametrize("days", [0, -1, Decimal("-0.5")])
def test_days_that_are_paid_for_are_above_none(days):
    with pytest.raises(ProgrammeError, match="above 0"):
        engagement(days=days)


def test_arrival_is_between_two_clock_times():
    assert engagement(arrives=["10:20", "10:50"]).arrives == (time(10, 20), time(10, 50))
    assert engagement(arrives=["10:20", "10:20"]).arrives == (time(10, 20), time(10, 20))


@pytest.mark.parametrize(
    "arrives",
    [
        ["10:50", "10:20"],
        ["2027-06-15T10:20", "2027-06-15T10:50"],
        ["10:20"],
        "10:20",
    ],
)
def test_arrival_that_is_none_is_refused(arrives):
    with pytest.raises(ProgrammeError, match="times"):
        engagement(arrives=arrives)


def test_reached_is_the_first_day_of_a_state():
    found = engagement(events=HISTORY)
    assert found.reached("approached", date(2027, 12, 31)) == date(2027, 2, 1)
    assert found.reached("approached", date(2027, 1, 31)) is None
    assert found.reached("paid", date(2027, 12, 31)) is None


def test_askers_are_all_who_asked_each_once():
    question = ExpertQuestion("Why?", asked_by="amina", also_asked_by=["mei", "amina"])
    assert question.askers == ("amina", "mei")
    assert ExpertQuestion("Why?").askers == ()


def test_engagement_is_found_by_its_identifier():
    assert year(id="choice").engagement("choice").topic == "Choice"
    with pytest.raises(UnknownKeyError, match="Did you mean 'choice'"):
        year(id="choice").engagement("choise")


def test_engagement_takes_the_place_of_the_old_one():
    before = year(id="choice", events=HISTORY)
    after = before.with_engagement(attrs.evolve(before.experts[0], host="amina"))
    assert [(one.id, one.host) for one in after.experts] == [("choice", "amina")]


def test_engagement_that_is_new_comes_last():
    after = year(id="choice").with_engagement(wc.ExpertEngagement("eve", "Duties", id="duties"))
    assert [one.id for one in after.experts] == ["choice", "duties"]


def test_engagement_without_an_identifier_is_a_new_one():
    after = year(id="choice").with_engagement(wc.ExpertEngagement("eve", "Choice"))
    assert [one.id for one in after.experts] == ["choice", "choice-2"]


def test_engagement_keeps_its_history():
    before = year(id="choice", events=HISTORY)
    shorter = attrs.evolve(before.experts[0], events=HISTORY[:1])
    with pytest.raises(IllegalMoveError, match="history of 'choice' can only be added to"):
        before.with_engagement(shorter)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"approved_by": "x"}, "experts[0].approved_by"),
        ({"questions": [ExpertQuestion("Why?", also_asked_by=["x"])]}, None),
        ({"follow_ups": [wc.FollowUp("Send it", action="x")]}, "experts[0].follow_ups[0].action"),
    ],
)
def test_references_lead_somewhere(fields, path):
    with pytest.raises(ProgrammeError) as refused:
        year(**fields)
    expected = path or "experts[0].questions[0].also_asked_by[0]"
    assert [problem.path for problem in refused.value.problems] == [expected]


def test_template_leaves_behind_what_was_agreed_and_paid():
    old = year(
        reply_by="2027-02-12",
        recording_consent="given",
        approved_by="amina",
        approved="2027-02-15",
        thanked="2027-06-17",
        invoiced="2027-06-24",
        invoice="730 GBP",
        arrives=("10:20", "10:50"),
    )
    (new,) = old.as_template(title="Another", start="2028-01-18").experts
    assert new == attrs.evolve(
        old.experts[0],
        reply_by=None,
        recording_consent="not-asked",
        approved_by="",
        approved=None,
        thanked=None,
        invoiced=None,
        invoice=None,
    )
