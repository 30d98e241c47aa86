from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import attrs
import pytest

import workshopcore as wc
from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.entity import default_of
from workshopcore.model.shape import shape


@pytest.mark.parametrize("wrong", [1, None, b"x", ["x"], "\ud800"])
def test_text_refuses_what_is_not_text(wrong):
    with pytest.raises(InvalidValueError):
        accept.text(wrong)


def test_text_turns_a_kind_of_str_into_plain_text():
    class Shout(str):
        __slots__ = ()

    assert type(accept.text(Shout("hi"))) is str


def test_title_drops_outer_white_space():
    assert accept.title("  A year \n") == "A year"


@pytest.mark.parametrize("wrong", ["", " ", "\n\t"])
def test_title_refuses_nothing(wrong):
    with pytest.raises(InvalidValueError, match="not empty"):
        accept.title(wrong)


@pytest.mark.parametrize("wrong", ["abc", b"abc", {"a": 1}, 3, None])
def test_texts_refuses_what_is_not_a_list(wrong):
    with pytest.raises(InvalidValueError):
        accept.texts(wrong)


def test_texts_accepts_any_iterable():
    assert accept.texts(word for word in ("a", "b")) == ("a", "b")


@pytest.mark.parametrize("wrong", [3, None, ["a"], {"a": 1}])
def test_reference_refuses(wrong):
    with pytest.raises(InvalidValueError):
        accept.reference(wrong)


@pytest.mark.parametrize("right", ["", "a", "a-1", "where-now/check-in"])
def test_reference_accepts(right):
    assert accept.reference(right) == right


def test_references_refuses_a_bare_identifier():
    with pytest.raises(InvalidValueError, match="a list of identifiers"):
        accept.references("vision")


@pytest.mark.parametrize("wrong", [0, 1, "true", None])
def test_flag_accepts_true_and_false_only(wrong):
    assert accept.flag(True) is True
    with pytest.raises(InvalidValueError):
        accept.flag(wrong)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2027-01-19", date(2027, 1, 19)),
        (date(2027, 1, 19), date(2027, 1, 19)),
        (None, None),
    ],
)
def test_day_accepts(value, expected):
    assert accept.day(value) == expected


@pytest.mark.parametrize(
    "wrong",
    ["tomorrow", "2027-02-29", "99999-01-01", "1899-12-31", "2501-01-01", 20270119, "", True],
)
def test_day_refuses(wrong):
    with pytest.raises(InvalidValueError, match="a date such as"):
        accept.day(wrong)


def test_day_refuses_a_moment():
    with pytest.raises(InvalidValueError):
        accept.day(datetime(2027, 1, 19, 9, 30))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2027-01-19T09:30", datetime(2027, 1, 19, 9, 30)),
        ("2027-01-19 09:30", datetime(2027, 1, 19, 9, 30)),
        (datetime(2027, 1, 19, 9, 30, fold=1), datetime(2027, 1, 19, 9, 30)),
        ("2027-01-19T09:30+01:00", datetime(2027, 1, 19, 8, 30, tzinfo=UTC)),
        (None, None),
    ],
)
def test_moment_accepts(value, expected):
    assert accept.moment(value) == expected


def test_moment_keeps_a_fixed_offset():
    found = accept.moment("2027-01-19T09:30+01:00")
    assert found is not None
    assert found.tzinfo == timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    "wrong",
    ["2027-01-19", "2027-01-19T09:30:15", "2027-01-19T25:00", "99999-01-01T00:00", 5, "x" * 20],
)
def test_moment_refuses(wrong):
    with pytest.raises(InvalidValueError):
        accept.moment(wrong)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12:30", time(12, 30)),
        (time(12, 30), time(12, 30)),
        ("2027-01-20T09:00", datetime(2027, 1, 20, 9)),
        (datetime(2027, 1, 20, 9), datetime(2027, 1, 20, 9)),
        (None, None),
    ],
)
def test_clock_accepts_a_time_or_a_moment(value, expected):
    assert accept.clock(value) == expected


@pytest.mark.parametrize("wrong", ["25:00", "noon", "12:30:15", 1230, time(12, tzinfo=UTC)])
def test_clock_refuses(wrong):
    with pytest.raises(InvalidValueError):
        accept.clock(wrong)


def test_window_accepts_two_times():
    assert accept.window(["12:00", "13:00"]) == (time(12), time(13))
    assert accept.window(None) is None


@pytest.mark.parametrize(
    "wrong",
    [
        ["12:00"],
        ["12:00", "12:30", "13:00"],
        ["12:00", None],
        ["12:00", "2027-01-19T13:00"],
        ["2027-01-19T13:00", "2027-01-19T12:00"],
        "12:00",
        5,
    ],
)
def test_window_refuses(wrong):
    with pytest.raises(InvalidValueError):
        accept.window(wrong)


@pytest.mark.parametrize(
    ("value", "expected"), [(3, "3"), (2.5, "2.5"), ("1.10", "1.1"), (Decimal("0.1"), "0.1")]
)
def test_decimal_is_exactly_what_was_written(value, expected):
    assert accept.decimal(value) == Decimal(expected)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), "1e99", "x", True, [], "9" * 5000])
def test_decimal_refuses(wrong):
    with pytest.raises(InvalidValueError):
        accept.decimal(wrong)


def test_every_faulty_field_of_an_entity_is_named_at_once():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Workshop(title=" ", start="soon", end="2027-01-19T10:00", mode="in person")
    assert [(p.code, p.path) for p in caught.value.problems] == [
        ("WC003", "title"),
        ("WC003", "start"),
        ("WC003", "mode"),
    ]


def test_positional_fields_are_named_too():
    with pytest.raises(wc.ProgrammeError) as caught:
        wc.Person("", "boss")
    assert [p.path for p in caught.value.problems] == ["name", "role"]


def test_mistaken_word_is_suggested():
    with pytest.raises(wc.ProgrammeError, match="Did you mean 'participant'"):
        wc.Person("Amina Yusuf", role="particpant")


@pytest.mark.parametrize("wrong", [-1, 101, 5.0, "5", True])
def test_count_refuses_what_is_not_a_whole_number_in_bounds(wrong):
    with pytest.raises(wc.ProgrammeError, match="a whole number from 0 to 100"):
        wc.Update("2027-01-19", progress=wrong)


def test_items_refuses_another_kind():
    with pytest.raises(wc.ProgrammeError, match=r"Person only \(item 1\)"):
        wc.Programme(title="A year", people=[wc.Person("Amina Yusuf"), "Ben"])


def test_items_refuses_text_for_a_list():
    with pytest.raises(wc.ProgrammeError, match="a list of Session or Break"):
        wc.Workshop("W", start="2027-01-19T09:00", end="2027-01-19T10:00", agenda="check-in")


def test_lists_tuples_and_generators_make_the_same_programme():
    people = [wc.Person("Amina Yusuf"), wc.Person("Ben Okafor")]
    programmes = {wc.Programme(title="A year", people=kind(people)) for kind in (list, tuple, iter)}
    assert len(programmes) == 1


def test_a_generator_with_a_wrong_item_is_refused_not_emptied():
    with pytest.raises(wc.ProgrammeError, match="item 0"):
        wc.Programme(title="A year", people=(word for word in ["Ben"]))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (((), {"role": "expert"}), "name"),
        ((("A",), {"age": 5}), "age"),
        ((("A", "expert", "b"), {}), "positional"),
        ((("A",), {"name": "B"}), "name"),
    ],
)
def test_wrong_arguments_are_a_type_error_as_ever(arguments, named):
    positional, by_name = arguments
    with pytest.raises(TypeError, match=named):
        wc.Person(*positional, **by_name)


def entities(cls=wc.Programme):
    found = {cls}
    for field in shape(cls):
        for child in field.children:
            found |= entities(child) if child not in found and child is not wc.Parallel else {child}
    return found


@pytest.mark.parametrize("entity", sorted(entities(), key=lambda cls: cls.__name__))
def test_every_default_is_one_that_its_field_accepts(entity):
    for field in attrs.fields(entity):
        if field.default is not attrs.NOTHING:
            default = default_of(field)
            assert (field.converter(default) if field.converter else default) == default
            if field.validator:
                field.validator(None, field, default)
