import copy
import pickle
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import InvalidValueError
from workshopcore.model.length import as_length
from workshopcore.model.money import as_money
from workshopcore.model.options import as_options


def test_length_from_minutes_leaves_the_bounds_to_the_format():
    assert as_length(30) == wc.Length(None, 30, None)


def test_length_from_three():
    assert as_length([75, 90, 105]) == wc.Length(75, 90, 105)
    assert as_length(None) is None


@pytest.mark.parametrize("wrong", [(90, 75, 105), (1, 2), "30", 2.5, True, (1, "2", 3), -5])
def test_length_refuses(wrong):
    with pytest.raises((InvalidValueError, wc.ProgrammeError)):
        as_length(wrong)


def test_length_out_of_order_has_the_code_of_its_rule():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Session("swot", minutes=(90, 75, 105))
    assert [(p.code, p.path) for p in caught.value.problems] == [("WC007", "minutes")]


@given(st.lists(st.integers(0, 600), min_size=3, max_size=3))
def test_length_accepts_exactly_what_is_in_order(bounds):
    if bounds == sorted(bounds):
        assert wc.Length(*bounds).slack == bounds[2] - bounds[0]
    else:
        with pytest.raises(wc.ProgrammeError):
            wc.Length(*bounds)


def test_length_with_open_bounds_has_no_slack():
    assert wc.Length(None, 30, None).slack == 0


@pytest.mark.parametrize("value", ["650.00 GBP", wc.Money(650, "GBP"), wc.Money("650", "GBP")])
def test_money_is_exact(value):
    assert as_money(value) == wc.Money(Decimal(650), "GBP")


@pytest.mark.parametrize("wrong", ["650", "GBP 650", "650 gbp", "1e3 GBP", 650, "650.1234567 GBP"])
def test_money_refuses(wrong):
    with pytest.raises(InvalidValueError, match=r"650\.00 GBP"):
        as_money(wrong)


@pytest.mark.parametrize(("amount", "currency"), [(6.5, "GBP"), ("x", "GBP"), (6, "£"), (6, 7)])
def test_money_refuses_inexact_amounts_and_unknown_currencies(amount, currency):
    with pytest.raises(wc.ProgrammeError):
        wc.Money(amount, currency)


def test_no_money_is_none():
    assert as_money(None) is None


OPTIONS = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.integers(-(2**63), 2**63 - 1)
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), inner)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), OPTIONS))
def test_options_are_immutable_hashable_and_can_be_copied(value):
    options = wc.Options(value)
    assert pickle.loads(pickle.dumps(options)) == options
    assert copy.deepcopy(options) == options
    assert hash(options) == hash(wc.Options(value))
    assert list(options) == list(value)
    assert len(options) == len(value)


def test_options_cannot_be_changed():
    options = wc.Options({"rounds": 3})
    with pytest.raises(AttributeError):
        options.rounds = 4
    with pytest.raises(TypeError):
        options["rounds"] = 4


def test_options_write_dates_as_text():
    assert wc.Options({"on": date(2027, 1, 19), "at": time(9, 30)}) == wc.Options(
        {"on": "2027-01-19", "at": "09:30:00"}
    )


def test_options_nest_and_show_themselves():
    inner = wc.Options({"a": 1})
    assert repr(wc.Options({"x": inner})) == "Options({'x': Options({'a': 1})})"
    assert as_options(inner) is inner
    assert wc.Options() != {}


@pytest.mark.parametrize(
    "wrong",
    [{1: 2}, {"": 1}, {"a": None}, {"a": float("nan")}, {"a": 2**63}, {"a": "\ud800"}, {"a": {1}}],
)
def test_options_refuse(wrong):
    with pytest.raises(InvalidValueError):
        wc.Options(wrong)


def test_options_refuse_what_is_not_a_table():
    with pytest.raises(InvalidValueError, match="a table"):
        as_options([("a", 1)])


@pytest.mark.parametrize("wrap", [lambda x: [x], lambda x: {"a": x}])
def test_options_refuse_endless_nesting(wrap):
    value = 1
    for _ in range(60):
        value = wrap(value)
    with pytest.raises(InvalidValueError, match="levels of nesting"):
        wc.Options({"deep": value})
