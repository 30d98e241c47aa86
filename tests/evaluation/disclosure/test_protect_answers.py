"""Tables of answers: groups shown or hidden whole, agreement, bands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure import Hidden, Rule, Table, audit, protect

ANSWERS = ("Agree", "Neither", "Disagree")
KEY = b"a key of the house"
HIDDEN = ("–", "–", "–")
ALIKE = ("all similar",) * 3


def answers(*counts, rows=("North", "South", "West"), margins=True):
    return Table(rows[: len(counts)], ANSWERS, counts, columns_are="answers", margins=margins)


def test_protect_shows_every_answer_of_a_team_that_is_large_enough():
    shown = protect(answers((7, 1, 1)))
    assert (shown.texts, shown.row_texts, shown.note) == ((("7", "1", "1"),), ("9",), "")
    assert shown.bases == (Base("", "North", 9),)


def test_protect_withholds_a_team_that_is_too_small():
    shown = protect(answers((2, 1, 1)))
    assert (shown.texts, shown.row_texts) == ((HIDDEN,), ("–",))
    assert shown.withheld == "fewer than 5 answered"


def test_protect_says_that_a_team_agrees_and_not_on_what():
    shown = protect(answers((0, 0, 9)))
    assert (shown.texts, shown.row_texts) == ((ALIKE,), ("9",))
    assert shown.published.cells == ((None, None, None),)


def test_protect_hides_small_groups_whole():
    shown = protect(answers((3, 2, 2), (2, 1, 1), (4, 4, 2)))
    assert shown.texts == (HIDDEN, HIDDEN, ("4", "4", "2"))
    assert (shown.row_texts, shown.column_texts) == (("–", "–", "10"), ("9", "7", "5"))
    assert shown.hidden == (
        Hidden("North", "", "with it, a group of fewer than 5 could be worked out"),
        Hidden("South", "", "fewer than 5 answered"),
    )


def test_protect_hides_a_group_that_agrees_like_any_other_where_totals_are_shown():
    shown = protect(answers((6, 0, 0), (3, 4, 0), (4, 4, 2)))
    assert shown.texts == (HIDDEN, HIDDEN, ("4", "4", "2"))
    assert shown.hidden[0].reason == "all of them answered the same"
    assert ALIKE not in shown.texts


def test_protect_hides_another_group_where_all_hidden_ones_agree():
    shown = protect(answers((6, 0, 0), (7, 0, 0), (4, 4, 2)))
    assert shown.texts == (HIDDEN, HIDDEN, HIDDEN)
    assert shown.hidden[2].reason == (
        "with it, the answer of a group that agreed could be worked out"
    )
    assert shown.column_texts == ("17", "4", "2")


def test_protect_says_that_a_group_agrees_where_no_totals_are_shown():
    shown = protect(answers((6, 0, 0), (3, 4, 0), margins=False))
    assert shown.texts == (ALIKE, ("3", "4", "0"))
    assert (shown.column_texts, shown.total_text) == ((), "")


def test_protect_says_that_all_groups_agree_and_not_on_what():
    shown = protect(answers((6, 0, 0), (7, 0, 0)))
    assert (shown.texts, shown.column_texts, shown.total_text) == ((HIDDEN, HIDDEN), ALIKE, "13")


def test_protect_shows_the_answers_of_all_where_no_group_can_be_shown():
    shown = protect(answers((2, 1, 0), (1, 1, 0)))
    assert (shown.texts, shown.column_texts) == ((HIDDEN, HIDDEN), ("3", "2", "0"))
    assert shown.bases == (Base("", "everybody", 5),)


def test_protect_withholds_groups_that_are_all_small_where_no_totals_are_shown():
    shown = protect(answers((2, 1, 0), (1, 1, 0), margins=False))
    assert shown.withheld == "fewer than 5 answered"


def test_protect_shows_that_a_group_did_not_answer():
    shown = protect(answers((4, 4, 2), (0, 0, 0)))
    assert (shown.texts[1], shown.row_texts) == (("0", "0", "0"), ("10", "0"))


def test_protect_shows_bands_in_a_strict_house():
    shown = protect(answers((7, 1, 1)), Rule(strict=True))
    assert shown.texts == (("5 to 9", "fewer than 5", "fewer than 5"),)
    assert shown.published.cells == ((None, None, None),)


def test_protect_widens_bands_that_would_pin_down_a_count():
    # 5 or more twice among 10 people would be 5 each.
    shown = protect(answers((5, 5, 0)), Rule(strict=True))
    assert shown.texts == (("fewer than 10",) * 3,)


def test_protect_shows_bands_of_totals_in_a_strict_house():
    shown = protect(answers((3, 2, 2), (2, 1, 1), (4, 4, 2)), Rule(strict=True))
    assert shown.column_texts == ("5 to 9", "5 to 9", "5 to 9")


def test_protect_hides_a_group_of_answers_for_an_earlier_release():
    told = {f"n{n}": ("North", "Agree" if n % 2 else "Disagree") for n in range(6)}
    told |= {f"s{n}": ("South", "Agree" if n % 2 else "Disagree") for n in range(8)}
    told |= {f"w{n}": ("West", "Agree" if n % 2 else "Disagree") for n in range(9)}
    table = Table.of(told, columns_are="answers")
    without_one = Table.of(
        {token: "Others" for token in told if token.startswith("w") and token != "w0"}
    )
    before = protect(without_one, wave="close", questions=["q"], key=KEY)
    after = protect(table, earlier=before.bases, wave="close", questions=["q"], key=KEY)
    assert after.texts == (("–", "–"), ("4", "4"), ("–", "–"))
    assert [hidden.reason for hidden in after.hidden] == [
        (
            "everybody (close, 23) less everybody (close, 8) less South (close, 8)"
            " less North (close, 6) leaves 1"
        ),
        "West (close, 9) less everybody (close, 8) leaves 1",
    ]


def test_protect_withholds_answers_of_a_team_for_an_earlier_release():
    earlier = [Base("close", "everybody", 10, ["q"])]
    shown = protect(answers((3, 2, 2), (4, 0, 0)), earlier=earlier, wave="close", questions=["q"])
    assert shown.withheld.endswith("differ by 1, and it is not known who they were")
    assert (shown.column_texts, shown.bases) == ((), ())


@pytest.mark.parametrize(
    "counts",
    [
        ((3, 2, 2), (2, 1, 1), (4, 4, 2)),
        ((6, 0, 0), (3, 4, 0), (4, 4, 2)),
        ((6, 0, 0), (7, 0, 0), (4, 4, 2)),
        ((2, 1, 0), (1, 1, 0)),
        ((6, 0, 0), (7, 0, 0)),
    ],
)
def test_protected_answers_pass_the_audit(counts):
    assert audit(protect(answers(*counts)).published).attacks == ()


@given(
    st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=3), min_size=2, max_size=3),
    st.integers(2, 6),
)
def test_answers_of_the_hidden_groups_give_nobody_away(counts, k):
    shown = protect(answers(*counts), Rule(k))
    if shown.withheld or shown.column_texts == ALIKE:
        assert all(text in ("–", "all similar", "0") for row in shown.texts for text in row)
        return
    figures = shown.published
    left = [list(figures.column_totals)]
    for row, cells in enumerate(figures.cells):
        if None not in cells:
            assert sum(cells) == 0 or (sum(cells) >= k and max(cells) < sum(cells))
            assert list(cells) == counts[row]
            left.append([-cell for cell in cells])
    rest = [sum(column) for column in zip(*left, strict=True)]
    assert rest == [0, 0, 0] or (sum(rest) >= k and max(rest) < sum(rest))
