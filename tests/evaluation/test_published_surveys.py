"""Two waves of a published survey, from the files as they were exported to the published figures.

The answers: The Carpentries, carpentries/assessment, learner-assessment/data, CC BY 4.0. The
figures are those that The Carpentries published of them, and the frozen counts beside this file.
"""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

import workshopcore as wc
from workshopcore.evaluation import (
    compare,
    count_answers,
    kept_answers,
    mapping_of,
    read_answers,
    stored_answers,
    summarise,
)

SURVEY = Path(__file__).parents[2] / "docs" / "examples" / "carpentries-2020"
COUNTS = json.loads((Path(__file__).parent / "data" / "carpentries-2020-counts.json").read_text())
CONFIDENCE = {
    "I'm more confident now": "more",
    "I'm equally confident now": "same",
    "I'm less confident now": "less",
    "Other": "other",
}


@pytest.fixture(scope="module")
def form():
    return wc.load(SURVEY / "survey.toml").instrument("long-term")


@pytest.fixture(scope="module")
def waves(form):
    """The answers of both waves, each read by its own mapping."""
    return {
        wave: read_answers(SURVEY / f"{wave}.csv", form, mapping_of(form.mappings[wave]))
        for wave in ("wave-1", "wave-2")
    }


@pytest.fixture(scope="module")
def summaries(waves):
    return {wave: summarise(answers) for wave, answers in waves.items()}


def frozen(wave, column):
    """The frozen counts of a column, without those who gave no answer."""
    return {answer: n for answer, n in COUNTS[wave][column].items() if answer != "NA" and n}


def given(item):
    """The counts of an item that are not zero."""
    return {answer: n for answer, n in item.counts.rows if n}


@pytest.mark.parametrize(
    ("wave", "score", "promoters", "detractors", "answered"),
    [("wave-1", 63, 93, 9, 134), ("wave-2", 47, 49, 8, 87)],
)
def test_net_promoter_scores_are_those_published(
    summaries, wave, score, promoters, detractors, answered
):
    found = summaries[wave]["recommendation-score"].figure("net promoter score")
    assert (found.part("promoters"), found.part("detractors")) == (promoters, detractors)
    assert found.used == answered
    assert round(found.value) == score
    assert str(found).startswith(f"net promoter score {score}: {promoters} promoters")


@pytest.mark.parametrize(
    ("wave", "more", "same", "less", "other"),
    [("wave-1", 115, 29, 1, 0), ("wave-2", 72, 14, 0, 1)],
)
def test_confidence_is_as_published(summaries, wave, more, same, less, other):
    counts = summaries[wave]["change-confidence"].counts
    assert [n for _, n in counts.rows] == [more, same, less, other]
    assert counts.base.used == more + same + less + other


@pytest.mark.parametrize(
    ("item", "published", "answered"),
    [
        ("impact-career-advancement", [37, 55, 30, 9, 4], 135),
        ("impact-professional-recognition", [10, 26, 59, 31, 7], 133),
    ],
)
def test_statements_of_the_first_wave_are_as_published(summaries, item, published, answered):
    counts = summaries["wave-1"][item].counts
    assert [n for _, n in reversed(counts.rows)] == published
    assert counts.base.used == answered


def test_every_count_is_the_frozen_one(summaries):
    for wave, columns in COUNTS.items():
        found = summaries[wave]
        scores = given(found["recommendation-score"])
        assert {str(score): n for score, n in scores.items()} == frozen(
            wave, "recommendation_score"
        )
        confidence = given(found["change-confidence"])
        assert {CONFIDENCE[answer]: n for answer, n in confidence.items()} == frozen(
            wave, "change_confidence"
        )
        for column in columns.keys() - {"recommendation_score", "change_confidence"}:
            labels = found[column.replace("_", "-")].counts.rows
            assert {str(point): n for point, (_, n) in enumerate(labels, 1)} == frozen(wave, column)


def test_nothing_in_either_file_is_left_unread(waves):
    assert [answers.problems for answers in waves.values()] == [(), ()]


def test_sheets_without_an_answer_are_no_answers(waves):
    assert [(len(each), each.left_out.empty) for each in waves.values()] == [(145, 31), (87, 0)]


def test_words_and_numbers_are_the_same_points(waves):
    for answers in waves.values():
        points = set(answers.column("impact-increase-confidence")) - {None}
        assert points == {1, 2, 3, 4, 5}


def test_several_answers_in_a_cell_count_each_by_itself(summaries):
    # Counted here by cutting every cell at its semicolons.
    for wave in ("wave-1", "wave-2"):
        with (SURVEY / f"{wave}.csv").open(newline="", encoding="utf-8") as file:
            cells = [row["how_tools_help"] for row in csv.DictReader(file)]
        pieces = Counter(piece for cell in cells if cell != "NA" for piece in set(cell.split(";")))
        counts = summaries[wave]["how-tools-help"].counts
        named = {option: n for option, n in counts.rows if option != "Other"}
        assert named == {option: pieces[option] for option in named}
        assert counts.base.used == sum(cell != "NA" for cell in cells)
        assert sum(n for _, n in counts.rows) > counts.base.used


def test_shuffled_rows_are_never_joined(waves):
    found = compare(waves["wave-1"], waves["wave-2"])
    assert found.paired is None
    assert {figure.name for item in found.items for figure in item.figures} == {
        "typical difference",
        "p-value",
    }


def test_counted_as_a_stream_the_figures_are_the_same(form, summaries):
    for wave, summary in summaries.items():
        mapping = mapping_of(form.mappings[wave])
        counted = summarise(count_answers(SURVEY / f"{wave}.csv", form, mapping))
        assert [each.counts.rows for each in counted.items] == [
            each.counts.rows for each in summary.items
        ]
        assert [each.counts.base.used for each in counted.items] == [
            each.counts.base.used for each in summary.items
        ]


def test_stored_and_read_again_they_are_the_same_answers(form, waves, summaries):
    for wave, answers in waves.items():
        again = summarise(kept_answers(stored_answers(answers), form))
        assert again == summaries[wave]
