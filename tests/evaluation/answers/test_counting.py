"""Counting as it is read: the same counts as from answers that are kept."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from questionnaire import FORM

from workshopcore.evaluation import AnswerMapping, count_answers, read_answers, summarise

HEADINGS = [
    "worth", "twice", "recommend", "chaired", "best", "best [other]", "tools [Maps]",
    "tools [Other]", "order [1]", "order [2]", "meet/1", "meet/2", "chair then", "chair now",
    "else",
]  # fmt: skip
CELLS = st.sampled_from(["", "NA", "1", "2", "Agree", "yes", "Maps", "Trust;Time", "First", "?"])


@given(st.lists(st.tuples(*[CELLS] * len(HEADINGS)), max_size=12))
def test_counts_are_those_of_answers_that_are_kept(rows):
    table = [HEADINGS, *rows]
    kept = summarise(read_answers(table, FORM))
    counted = summarise(count_answers(table, FORM))

    assert [each.counts.rows for each in counted.items] == [each.counts.rows for each in kept.items]
    assert [each.counts.base.answered for each in counted.items] == [
        each.counts.base.answered for each in kept.items
    ]


def test_retracted_submissions_are_counted_apart():
    rows = [["state", "worth"], ["complete", "1"], ["withdrawn", "2"]]
    found = count_answers(rows, FORM, AnswerMapping(status="state", retracted=["withdrawn"]))

    assert (found.tallies["worth"].counts, found.retracted) == ({1: 1}, 1)


def test_what_cannot_be_used_is_listed_with_how_often():
    found = count_answers([["worth"], ["?"], ["1"], ["?"], ["!"]], FORM)

    listed = [(each.path, each.found) for each in found.problems if "row" in each.path]
    assert listed == [("2 rows, column worth", "'?'"), ("1 row, column worth", "'!'")]


@pytest.mark.long
def test_more_different_faults_than_anybody_reads_are_summed_up():
    found = count_answers([["worth"], *([f"word {n}"] for n in range(10_000))], FORM)

    told = [each.path for each in found.problems if "worth" in each.path]
    assert len(told) == 101
    assert told[-1] == "9900 more rows, column worth"
    assert found.tallies["worth"].missing == 10_000


def test_text_is_counted_and_not_kept():
    found = count_answers([["else", "worth"], ["Thank you", "1"], ["", "2"], ["  ", "3"]], FORM)

    assert found.tallies["else"].counts == {True: 1}
    assert found.tallies["else"].missing == 2


@pytest.mark.long
def test_room_does_not_grow_with_the_file():
    def peak(rows):
        lines = (["4", "9", f"comment {n}"] for n in range(rows))
        tracemalloc.start()
        count_answers(_first(lines), FORM)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(20_000)

    assert peak(100_000) < 1.5 * peak(20_000)


def _first(rows):
    yield ["worth", "recommend", "else"]
    yield from rows
