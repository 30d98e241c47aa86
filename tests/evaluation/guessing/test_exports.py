"""Exports of survey tools that nobody prepared; the counts were made by hand."""

from pathlib import Path

import pytest

from workshopcore.evaluation import summarise
from workshopcore.evaluation.guessing import guess_survey

EXPORTS = Path(__file__).parents[1] / "data" / "exports"


def kinds(found):
    return {column.heading: column.kind for column in found.columns if column.kind != "dropped"}


def counted(found, **chosen):
    items = summarise(found.answers()).items
    return {each.item.key: [times for _, times in each.counts.rows] for each in items}


def labels(found, key):
    [summary] = [each for each in summarise(found.answers()).items if each.item.key == key]
    return [label for label, _ in summary.counts.rows]


def test_limesurvey_has_a_column_for_each_option():
    found = guess_survey(EXPORTS / "limesurvey.csv")

    assert [column.heading for column in found.dropped] == [
        "Response ID", "Date submitted", "Last page", "Start language", "Seed",
    ]  # fmt: skip
    assert found.mapping.token == "Token"
    assert counted(found) == {
        "the-day-was-worth-my-time": [0, 1, 1, 3, 1],
        "how-likely-are-you-to-recommend-the-programme": [0, 0, 0, 0, 0, 1, 0, 1, 1, 2, 1],
        "what-did-you-use-afterwards": [4, 3, 1],
        "what-did-you-use-afterwards-other": [1],
        "what-should-we-change": [3],
    }
    assert labels(found, "what-did-you-use-afterwards") == ["Maps", "Plans", "Checklists"]


def test_microsoft_forms_has_semicolons_in_cells_and_between_them():
    found = guess_survey(EXPORTS / "microsoft-forms.csv")

    assert [column.heading for column in found.dropped] == [
        "ID", "Start time", "Completion time", "Email", "Name",
    ]  # fmt: skip
    assert counted(found) == {
        "the-workshop-met-my-expectations": [0, 0, 1, 2, 2],
        "what-will-you-use": [4, 4, 1],
        "how-likely-are-you-to-recommend-this-workshop": [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 1],
        "anything-else": [2],
    }


def test_answer_that_only_one_gave_is_never_an_option():
    found = guess_survey(EXPORTS / "microsoft-forms.csv")

    assert labels(found, "what-will-you-use") == [
        "Decision log", "Stakeholder map", "Other (given once)",
    ]  # fmt: skip


def test_google_forms_has_commas_in_cells_and_a_grid():
    found = guess_survey(EXPORTS / "google-forms.csv")

    assert [(column.heading, column.why) for column in found.dropped] == [
        ("Timestamp", "what the survey tool writes down on its own"),
        ("Email Address", "e-mail addresses"),
        ("Your name", "a name"),
        ("Your department", "who they are, which may single somebody out"),
    ]
    assert counted(found) == {
        "rate-the-day-overall": [0, 1, 1, 2, 2],
        "which-sessions-helped": [4, 4, 1],
        "did-you-leave-with-a-task-of-your-own": [4, 2],
        "how-we-worked-we-listened-to-one-another": [0, 0, 1, 3, 2],
        "how-we-worked-we-kept-to-time": [0, 1, 2, 3, 0],
        "comments": [3],
    }


def test_qualtrics_has_three_rows_of_headings():
    found = guess_survey(EXPORTS / "qualtrics.csv")

    assert (found.people, found.laid_out) == (6, "three rows of headings")
    assert kinds(found) == {
        "Q1": "scale", "Q2": "likelihood", "Q3": "single-choice", "Q4": "text",
    }  # fmt: skip
    assert found.instrument.questions[0].text == "How confident are you now?"
    assert counted(found) == {
        "q1": [0, 1, 1, 3, 0],
        "q2": [1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1],
        "q3": [3, 2],
        "q4": [3],
    }


def test_qualtrics_answers_that_were_not_finished_do_not_count():
    assert guess_survey(EXPORTS / "qualtrics.csv").answers().left_out.retracted == 1


def test_surveymonkey_has_two_rows_of_headings():
    found = guess_survey(EXPORTS / "surveymonkey.csv")

    assert (found.people, found.laid_out) == (5, "two rows of headings")
    assert counted(found) == {
        "how-satisfied-are-you-with-the-programme": [0, 1, 1, 2, 1],
        "which-of-these-have-you-used-since": [3, 2, 2],
        "which-of-these-have-you-used-since-other-please": [1],
        "how-likely-is-it-that-you-would-recommend-us": [0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1],
        "what-did-you-gain-most": [3],
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in EXPORTS.glob("*.csv")))
def test_nothing_is_left_over_that_the_mapping_does_not_read(name):
    assert guess_survey(EXPORTS / f"{name}.csv").answers().problems == ()


@pytest.mark.parametrize("name", sorted(path.stem for path in EXPORTS.glob("*.csv")))
def test_no_option_is_in_anybodys_own_words(name):
    found = guess_survey(EXPORTS / f"{name}.csv")
    shown = str([(q.text, q.labels, q.options) for q in found.instrument.questions])

    for words in ("Karen", "trick", "biscuits", "diary", "notebook", "amina", "192.0.2"):
        assert words not in shown
