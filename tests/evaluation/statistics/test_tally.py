"""Counting answers, one by one or as a stream."""

import csv
import io
import tracemalloc
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics import (
    Tally,
    d_between,
    mean,
    median,
    net_promoter,
    rank_sum,
    share,
    shift_between,
    tally_columns,
    top_box,
    worst_case_mean,
)

SCALE = st.lists(st.one_of(st.none(), st.integers(1, 5)), max_size=40)


@given(SCALE, SCALE)
def test_tally_in_two_parts_is_the_tally_of_the_whole(first, second):
    together = Tally(first)
    together.update(Tally(second))
    assert together == Tally(first + second)
    assert len(together) == len(first + second)
    assert together.missing == (first + second).count(None)
    assert together.counts == Counter(a for a in first + second if a is not None)


@given(SCALE)
def test_every_figure_of_a_scale_is_the_same_from_counts(answers):
    counted = dict(Counter(answers))
    for figure in (
        mean,
        median,
        net_promoter,
        lambda some: share(some, {4, 5}),
        lambda some: top_box(some, range(1, 6)),
        lambda some: worst_case_mean(some, range(1, 6)),
        lambda some: rank_sum([1, 2, 3, 3], some),
        lambda some: shift_between(some, [1, 2, 3, 3]),
        lambda some: d_between([1, 2, 3, 3], some),
    ):
        assert figure(counted) == figure(answers) == figure(Tally(answers))


def test_answers_are_added_one_by_one():
    found = Tally()
    found.add(3)
    found.add(3)
    found.add(None)
    assert (found.counts, found.answered, found.missing, found.different) == ({3: 2}, 2, 1, 2)
    assert repr(found) == "Tally({3: 2, None: 1})"
    assert found != {3: 2, None: 1}


@pytest.mark.parametrize("counts", [{4: -1}, {4: 1.5}])
def test_counts_are_whole_and_not_negative(counts):
    with pytest.raises(InvalidValueError, match="counts of 0 or more"):
        Tally(counts)


def test_answer_is_added_several_times_or_not_at_all():
    found = Tally([4])
    found.add(4, 3)
    found.add(5, 0)
    assert (found.counts, len(found)) == ({4: 4}, 4)


def test_text_as_a_whole_is_refused():
    with pytest.raises(InvalidValueError, match="not a text as a whole"):
        Tally("54455")


def test_lists_as_answers_are_refused_with_the_cure():
    with pytest.raises(InvalidValueError, match="several_choice"):
        Tally([["coaching", "tools"]])
    with pytest.raises(InvalidValueError, match="several_choice"):
        Tally().add(["coaching", "tools"], 2)


def test_recoding_merges_and_drops():
    words = Tally(["Agree", "agree", "n/a", None])
    found = words.recoded({"Agree": 4, "agree": 4, "n/a": None})
    assert (found.counts, found.missing) == ({4: 2}, 2)


def test_recoding_names_every_answer_without_a_code():
    many = Tally([f"word {i}" for i in range(10)])
    with pytest.raises(InvalidValueError, match="'word 7' and 2 more") as caught:
        many.recoded({"agree": 4})
    assert "among 'agree'" in str(caught.value)


def test_columns_are_those_of_a_hand_written_loop():
    text = "a,b\n" + "".join(f"{i % 5},{'NA' if i % 3 else i % 7}\n" for i in range(10_000)) + "\n"
    expected = {"a": Counter(), "b": Counter()}
    for row in csv.DictReader(io.StringIO(text)):
        for name, cell in row.items():
            expected[name][cell] += 1
    found = tally_columns(csv.reader(io.StringIO(text)))
    blanks = expected["b"].pop("NA")
    assert {name: each.counts for name, each in found.items()} == expected
    assert (found["a"].missing, found["b"].missing) == (0, blanks)


def test_columns_can_be_chosen():
    found = tally_columns([["a", "b"], ["1", "2"]], ["b"])
    assert {name: each.counts for name, each in found.items()} == {"b": {"2": 1}}


def test_table_of_a_header_alone_has_no_answers():
    assert tally_columns([["a"]])["a"] == Tally()


@pytest.mark.parametrize("rows", [[], [["a", "a"]]])
def test_table_needs_a_header_that_names_each_column_once(rows):
    with pytest.raises(InvalidValueError, match="a first row that names each column once"):
        tally_columns(rows)


def test_unknown_column_is_suggested():
    with pytest.raises(UnknownKeyError, match="Did you mean 'useful'"):
        tally_columns([["useful"], ["5"]], ["usefull"])


def test_row_of_another_length_is_named():
    rows = [["a", "b"], *[["1", "2"]] * 5000, ["1", "2", "3"]]
    with pytest.raises(
        InvalidValueError, match="expected 2 as in the first row, found '3 cells in row 5002'"
    ):
        tally_columns(rows)


def test_open_text_is_refused_before_it_fills_the_memory():
    rows = [["comment"], *([f"comment {i}"] for i in range(20))]
    with pytest.raises(InvalidValueError, match="20 different answers in column 'comment'"):
        tally_columns(rows, most=10)


def test_stream_of_answers_needs_no_room_for_them():
    def rows(count):
        yield ["useful", "pace"]
        for i in range(count):
            yield [str(i % 5), str(i % 3)]

    peaks = []
    for count in (10_000, 100_000):
        tracemalloc.start()
        tally_columns(rows(count))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
