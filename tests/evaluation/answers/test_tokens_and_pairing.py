"""Tokens that are handed out, and codes that people make up themselves."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation import pair_codes
from workshopcore.evaluation.answers.tokens import is_token, make_tokens

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def test_tokens_differ_and_the_seed_decides():
    tokens = make_tokens(500, Random(7))

    assert len(set(tokens)) == 500
    assert tokens == make_tokens(500, Random(7))
    assert all(map(is_token, tokens))


@given(st.integers(0, 2**32), st.integers(0, 5), st.sampled_from(LETTERS))
def test_one_mistyped_letter_makes_no_token(seed, place, letter):
    (token,) = make_tokens(1, Random(seed))
    slipped = token[:place] + letter + token[place + 1 :]

    assert is_token(slipped) is (slipped == token)


@given(st.integers(0, 2**32), st.integers(0, 4))
def test_two_letters_swapped_make_no_token(seed, place):
    (token,) = make_tokens(1, Random(seed))
    swapped = token[:place] + token[place + 1] + token[place] + token[place + 2 :]

    assert is_token(swapped) is (swapped == token)


@pytest.mark.parametrize("code", ["", "abcde", "abcdefg", "abc0ef", "ÄBCDEF"])
def test_other_things_are_no_tokens(code):
    assert not is_token(code)


def test_spaces_and_capitals_make_no_difference():
    (token,) = make_tokens(1, Random(1))

    assert is_token(f" {token.upper()} ")


@pytest.mark.parametrize("count", [-1, 100_001])
def test_number_of_tokens_has_bounds(count):
    with pytest.raises(InvalidValueError, match="from 0 to 100000"):
        make_tokens(count, Random(1))


def test_codes_pair_whatever_their_capitals_and_spaces():
    found = pair_codes(["Maro 17", "JU-LE-04"], ["jule04", "MARO17"])

    assert found.pairs == (("Maro 17", "MARO17"), ("JU-LE-04", "jule04"))
    assert (found.likely, found.doubtful, found.only_before, found.only_after) == ((), (), (), ())


@pytest.mark.parametrize(
    ("code", "slips"),
    [
        ("mar017", 0),
        ("maro18", 1),
        ("maro1", 1),
        ("maro117", 1),
        ("mrao17", 1),
    ],
)
def test_slip_makes_a_pair_likely(code, slips):
    found = pair_codes(["maro17", "zzzz99"], [code])

    assert found.pairs == ()
    assert found.likely == (("maro17", code, slips),)
    assert found.with_likely() == (("maro17", code),)
    assert found.only_before == ("zzzz99",)


def test_code_that_may_be_two_people_is_doubtful():
    found = pair_codes(["maro17", "maro19"], ["maro18"])

    assert found.likely == ()
    assert [(each.code, each.maybe, each.slips) for each in found.doubtful] == [
        ("maro18", ("maro17", "maro19"), 1)
    ]
    assert found.only_before == ("maro17", "maro19")
    assert found.only_after == ()


def test_two_codes_that_may_be_one_person_are_doubtful():
    found = pair_codes(["maro17"], ["maro18", "maro16"])

    assert [each.code for each in found.doubtful] == ["maro16", "maro18"]


def test_exact_pair_is_taken_before_a_near_one():
    found = pair_codes(["maro17", "maro18"], ["maro18", "maro19"])

    assert found.pairs == (("maro18", "maro18"),)
    assert found.likely == (("maro17", "maro19", 1),)


def test_code_given_twice_pairs_with_nobody():
    found = pair_codes(["maro17", "Maro17"], ["maro17"])

    assert found.pairs == ()
    assert found.repeated == ("maro17",)


def test_two_slips_are_likely_in_long_codes_only():
    assert pair_codes(["marotta1817"], ["marotto1818"]).likely != ()
    assert pair_codes(["maro17"], ["mara18"]).likely == ()


def test_short_codes_are_paired_exactly_or_not():
    assert pair_codes(["ab1"], ["ab2"]).likely == ()


def test_empty_codes_are_nobody():
    assert str(pair_codes(["", " "], ["-"])) == (
        "0 paired, 0 likely, 0 doubtful, 0 only before, 0 only after, 0 given more than once"
    )


CODES = st.lists(st.text("abc12", min_size=1, max_size=6), max_size=12)


@given(CODES, CODES)
def test_every_code_is_in_one_place(before, after):
    found = pair_codes(before, after)
    likely = [(one, other) for one, other, _ in found.likely]

    firsts = [one for one, _ in (*found.pairs, *likely)] + list(found.only_before)
    seconds = [other for _, other in (*found.pairs, *likely)] + list(found.only_after)
    seconds += [doubt.code for doubt in found.doubtful]
    assert sorted(firsts) == sorted(c for c in before if before.count(c) == 1)
    assert sorted(seconds) == sorted(c for c in after if after.count(c) == 1)


@given(st.lists(st.text("abc12", min_size=5, max_size=6), max_size=10, unique=True), st.randoms())
def test_order_makes_no_difference(codes, chance):
    shuffled = chance.sample(codes, len(codes))

    assert sorted(pair_codes(codes, shuffled).pairs) == sorted((c, c) for c in codes)
