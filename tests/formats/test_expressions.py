"""The small language of formats: what it computes, and what it refuses."""

import contextlib
import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.formats.reading import constant, read_expression

COUNTS = {"n": 12, "g": 3, "s": 4, "laps": 2}


def value(text, **counts):
    return read_expression(text, ["laps"]).value({**COUNTS, **counts})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("5/3", Fraction(5, 3)),
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("24 / 4 / 3", 2),
        ("2 * 7 // 4", 3),
        ("-7 // 2", -4),
        ("17 % 5", 2),
        ("-n + 20", 8),
        ("2 - -3", 5),
        ("- - 3", 3),
        ("n / g + s * laps", 12),
        ("min(n, g, s)", 3),
        ("max(laps, s - 1)", 3),
        ("ceil(n / 5)", 3),
        ("floor(n / 5)", 2),
        ("ceil(-1/2)", 0),
        ("min(8, max(2, floor(n / 3 + 1/2)))", 4),
        ("  n   *2 ", 24),
    ],
)
def test_expression_has_the_value(text, expected):
    assert value(text) == expected


def test_expression_is_exact():
    assert sum([read_expression("n / 10").value({"n": 1})] * 10) == 1


def test_expression_knows_what_it_depends_on():
    assert read_expression("laps * n + min(n, s)", ["laps"]).names == ("laps", "n", "s")
    assert read_expression("3 + 4").names == ()


def test_expressions_of_the_same_text_are_equal():
    assert read_expression("n + 1") == read_expression("n + 1")
    assert hash(read_expression("n + 1")) == hash(read_expression("n + 1"))
    assert read_expression("n + 1") != read_expression("n + 2")


# A text and its value are put together side by side, so that neither comes from our reader.
_numbers = st.one_of(
    st.integers(0, 1000).map(lambda number: (str(number), Fraction(number))),
    st.decimals(0, 100, places=2).map(lambda number: (f"{number:f}", Fraction(number))),
    st.sampled_from([(name, Fraction(count)) for name, count in COUNTS.items()]),
)


def _deeper(inner):
    def joined(sign, operation):
        return st.tuples(inner, inner).map(
            lambda both: (
                f"({both[0][0]}) {sign} ({both[1][0]})",
                operation(both[0][1], both[1][1]),
            )
        )

    def called(name, function):
        return inner.map(lambda one: (f"{name}({one[0]})", Fraction(function(one[1]))))

    return st.one_of(
        joined("+", lambda a, b: a + b),
        joined("-", lambda a, b: a - b),
        joined("*", lambda a, b: a * b),
        inner.map(lambda one: (f"-({one[0]})", -one[1])),
        called("ceil", math.ceil),
        called("floor", math.floor),
        st.tuples(inner, inner).map(
            lambda both: (f"max({both[0][0]}, {both[1][0]})", max(both[0][1], both[1][1]))
        ),
        st.tuples(inner, st.integers(1, 50)).map(
            lambda both: (f"({both[0][0]}) / {both[1]}", both[0][1] / both[1])
        ),
        st.tuples(inner, st.integers(1, 50)).map(
            lambda both: (
                f"({both[0][0]}) // {both[1]}",
                Fraction(both[0][1].numerator // (both[0][1].denominator * both[1])),
            )
        ),
    )


@given(st.recursive(_numbers, _deeper, max_leaves=6).filter(lambda each: len(each[0]) <= 120))
def test_expression_has_the_value_of_its_parts(both):
    text, expected = both
    assert value(text) == expected


@given(st.text(alphabet="ngs0123456789.+-*/%(), minaxcelfor_laps", max_size=130) | st.text())
@example("9" * 120)
@example("(" * 121)
@example("-" * 120 + "1")
@example("min(" * 30 + "1" + ", 1)" * 30)
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(InvalidValueError, FormatError):
        assert read_expression(text).value(COUNTS).__class__ is Fraction


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "At character 1 there should be a number, a name or '(', not the end"),
        ("2 +", "At character 4 there should be a number, a name or '(', not the end"),
        ("2 ** 3", "At character 4 there should be a number, a name or '(', not '*'"),
        ("(2", "At character 3 there should be ')', not the end"),
        ("2)", "At character 2 there should be an operator or the end, not ')'"),
        ("2 n", "At character 3 there should be an operator or the end, not 'n'"),
        ("min 2", "At character 5 there should be '(' after min, not '2'"),
        ("n(2)", "At character 2 there should be an operator or the end, not '('"),
        ("2 + n.real", "From character 6 on it means nothing: '.real'"),
        ("n @ g", "From character 3 on it means nothing: '@ g'"),
        ("n +\n1", "From character 4 on it means nothing: '\\n1'"),
        ("lap", "There is no 'lap'. Did you mean 'laps'?"),
        ("ciel(n)", "There is no 'ciel'. Did you mean 'ceil'?"),
        ("people", "There is no 'people'. Known: n, g, s, laps, min, max, ceil, floor"),
        ("N", "There is no 'N'. Did you mean 'n'?"),
        ("9999999999999", "Numbers go up to 100000, found '9999999999999'"),
        ("min(2)", "min takes 2 to 20 values, found 1"),
        ("ceil(2, 3)", "ceil takes one value, found 2"),
        ("5 / (2 - 2)", "It divides by zero"),
        ("(" * 30 + "n" + ")" * 30, "It is nested more than 20 deep: simplify it"),
        ("n" * 121, "It has 121 characters: simplify it, or use an option"),
    ],
)
def test_reading_says_where_and_why(text, hint):
    with pytest.raises(InvalidValueError) as error:
        read_expression(text, ["laps"])
    assert error.value.hint == hint


def test_expression_may_be_nested_as_deep_as_it_says():
    assert value("(" * 20 + "n" + ")" * 20) == 12


def test_value_refuses_to_divide_by_zero():
    with pytest.raises(FormatError) as error:
        read_expression("n / (g - 1)").value({"n": 4, "g": 1, "s": 4})
    assert str(error.value) == "'n / (g - 1)' divides by zero for g = 1, n = 4"


@pytest.mark.parametrize("text", ["n // (s - 4)", "n % (s - 4)"])
def test_value_refuses_every_division_by_zero(text):
    with pytest.raises(FormatError, match=r"divides by zero for n = 12, s = 4"):
        value(text)


@pytest.mark.parametrize("number", [-1, 100_001])
def test_constant_refuses_what_no_session_needs(number):
    with pytest.raises(InvalidValueError, match="Numbers go from 0 to 100000"):
        constant(number)
