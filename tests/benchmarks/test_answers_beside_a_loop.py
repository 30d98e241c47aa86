"""Counting and summarising answers beside a hand-written loop with csv, in the same run.

A million answers, as 100,000 sheets of ten questions. The loop counts the answers to each
question and works out how many agree; ours gives the same counts, and every figure with its
base, its interval and its method on top. The second of ours also knows the questionnaire: it
finds the columns, refuses what is no answer and names it.
"""

import csv
import tracemalloc
from collections import Counter
from time import perf_counter

import pytest

from workshopcore.evaluation import count_answers, summarise
from workshopcore.evaluation.statistics import mean, median, net_promoter, tally_columns, top_box
from workshopcore.model.evaluation import Instrument, Question

SHEETS, QUESTIONS = 100_000, 10
CODES = {str(point): point for point in range(1, 6)}
LABELS = ("Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly")
FORM = Instrument(
    "A long survey",
    [
        Question(f"Statement {number}", "scale", id=f"q{number}", labels=LABELS)
        for number in range(QUESTIONS)
    ],
)


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    """Return a file of answers in which one in twenty cells is empty."""
    path = tmp_path_factory.mktemp("answers") / "close.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow([f"q{number}" for number in range(QUESTIONS)])
        for sheet in range(SHEETS):
            cells = [
                (sheet * 7 + question * 13 + sheet // 11) % 20 for question in range(QUESTIONS)
            ]
            out.writerow(["" if cell == 0 else 1 + cell % 5 for cell in cells])
    return path


def by_hand(path):
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows)
        counts = [Counter() for _ in header]
        for row in rows:
            for counter, cell in zip(counts, row, strict=True):
                if cell:
                    counter[int(cell)] += 1
    return {
        name: (dict(counter), counter[4] + counter[5], counter.total())
        for name, counter in zip(header, counts, strict=True)
    }


def ours(path):
    with path.open(newline="", encoding="utf-8") as file:
        tallies = tally_columns(csv.reader(file))
    found = {}
    for name, cells in tallies.items():
        scale = cells.recoded(CODES)
        agree = top_box(scale, range(1, 6))
        found[name] = (scale, agree, mean(scale), median(scale), net_promoter(scale))
    return found


def summarised(path):
    return summarise(count_answers(path, FORM))


def shown_by(summary):
    """Return what the loop returns, from a summary."""
    return {
        item.item.key: (
            {point: n for point, (_, n) in enumerate(item.counts.rows, start=1)},
            item.figures[0].part("count"),
            item.counts.base.used,
        )
        for item in summary.items
    }


def peak_of(work, path):
    """Return the most memory, in megabytes, that was held at once."""
    tracemalloc.start()
    work(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def compared(name, work, path):
    mine, plain = seconds(work, path), seconds(by_hand, path)
    peak = peak_of(work, path)
    print(f"\n{name}: {mine:.2f} s, csv loop {plain:.2f} s, {peak:.1f} MB at most")
    print(f"  ours / loop = {mine / plain:.2f} (must reach: 3)")


def seconds(work, path):
    times = []
    for _ in range(5):
        began = perf_counter()
        work(path)
        times.append(perf_counter() - began)
    return min(times)


def test_summary_of_a_million_answers(benchmark, survey):
    found, expected = ours(survey), by_hand(survey)
    assert {
        name: (each[0].counts, each[1].part("count"), each[1].used) for name, each in found.items()
    } == expected
    benchmark.pedantic(ours, args=(survey,), rounds=3)
    if benchmark.stats is not None:
        compared("a million answers tallied", ours, survey)


def test_summary_of_a_million_answers_to_a_questionnaire(benchmark, survey):
    assert shown_by(summarised(survey)) == by_hand(survey)
    benchmark.pedantic(summarised, args=(survey,), rounds=3)
    if benchmark.stats is None:
        return
    compared("a million answers to a questionnaire", summarised, survey)
    with survey.open(encoding="utf-8", newline="") as file:
        tenth = [next(file) for _ in range(SHEETS // 10 + 1)]
    small = survey.with_name("tenth.csv")
    small.write_text("".join(tenth), encoding="utf-8", newline="")
    few, many = peak_of(summarised, small), peak_of(summarised, survey)
    print(f"  memory: {few:.1f} MB of 10,000 sheets, {many:.1f} MB of 100,000")
