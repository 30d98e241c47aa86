"""The pulse in the report on progress, and the answers in the case study."""

from datetime import date

import pytest
from attrs import evolve

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.model.programme import Programme


@pytest.fixture
def progress(build, asked, made):
    def built(evaluation="whole", programme=asked, as_of="2027-12-15"):
        given = made.whole() if evaluation == "whole" else evaluation
        return build(programme, "progress", as_of=as_of, evaluation=given)

    return built


@pytest.fixture
def study(build, asked, made):
    def built(evaluation="whole", as_of="2027-12-15"):
        given = made.whole() if evaluation == "whole" else evaluation
        return build(asked, "case-study", as_of=as_of, evaluation=given)

    return built


def test_progress_shows_the_last_round_that_may_be_shown(progress, reading, look):
    pulse = reading.section(progress(), "Pulse")
    (figure,) = look.figures(pulse, "diverging-bars")
    assert figure.caption == "At the close: the last round that is shown"
    assert figure.table.rows == (
        ("We share a purpose", "1", "1", "6", "8 of 9"),
        ("We do work twice (reversed)", "5", "2", "1", "8 of 9"),
    )


def test_progress_of_an_earlier_day_shows_what_had_closed_by_then(progress, reading, look):
    pulse = reading.section(progress(as_of="2027-06-30"), "Pulse")
    assert look.figures(pulse, "diverging-bars")[0].caption.startswith("After the first:")


def test_progress_says_how_many_answered_and_from_how_many_on_figures_are_shown(
    progress, reading, look
):
    pulse = reading.section(progress(), "Pulse")
    assert look.lines(pulse) == [
        "At the start: 9 of 9 answered",
        "After the first: 8 of 9 answered",
        "After the second: 3 of 9 answered",
        "At the close: 8 of 9 answered",
    ]
    assert look.paragraphs(pulse)[0].startswith(
        "What was answered is shown only where 5 people or more"
    )


def test_progress_of_rounds_of_too_few_has_no_figure(progress, made, reading, look):
    few = [made.wave("pulse-2", "after-each", answered=3, withheld="fewer than 5 answered")]
    pulse = reading.section(progress(made.whole(waves=few, changes=[])), "Pulse")
    assert look.inside(pulse, "Figure") == []


@pytest.mark.parametrize("evaluation", [None, Evaluation(date(2027, 12, 14))])
def test_progress_without_answers_has_no_pulse(progress, evaluation):
    titles = [getattr(block, "title", "") for block in progress(evaluation).blocks]
    assert "Pulse" not in titles


def test_progress_tells_attendance_even_before_there_is_an_action(progress, asked, reading):
    idle = evolve(asked, actions=[], parked_issues=[], gains=[], quotes=[])
    assert reading.rows(reading.section(progress(None, idle), "Attendance"))[0] == (
        "Where are we now?",
        "19 January 2027",
        "6 of 9",
    )


def test_progress_before_any_workshop_has_no_attendance(progress):
    blocks = progress(None, Programme(title="A year")).blocks
    assert [getattr(block, "title", "") for block in blocks] == [""]


def test_progress_colours_objectives_by_the_rule_for_actions(progress, reading):
    section = reading.section(progress(), "Objectives in red, amber and green")
    assert reading.rows(section) == [
        ("A vision that staff know", "Complete", "1 of 1"),
        ("Half the forms", "none: no action", "none"),
    ]


def test_case_study_says_how_many_answered(study, reading):
    numbers = reading.section(study(), "In numbers").blocks[0].pairs
    assert numbers[-1] == ("Answered the questionnaire “At the close”", "8 of 9")


def test_case_study_tells_the_first_questions_and_says_that_they_are_the_first(
    study, made, reading, look
):
    change = made.whole().changes[0]
    many = [evolve(change, key=f"q{n}", text=f"Question {n}") for n in range(4)]
    section = reading.section(study(made.whole(changes=many)), "What the team says of itself")
    assert look.lines(section) == [
        f"Question {n}: 5 of 8 improved, 2 stayed the same, 1 got worse" for n in range(2)
    ]
    rule = (
        "2 questions of 4: the first that may be shown, in the order in which they were asked."
        " This is what participants say themselves."
    )
    assert look.paragraphs(section) == [rule]


def test_case_study_without_change_tells_the_counts_of_the_close(study, made, reading, look):
    section = reading.section(study(made.whole(changes=[])), "What the team says of itself")
    assert look.lines(section) == ["We share a purpose: 6 of 8 answered Agree; 9 were asked"]


@pytest.mark.parametrize(
    "evaluation", [None, Evaluation(date(2027, 12, 14))], ids=["none", "empty"]
)
def test_case_study_without_answers_says_nothing_of_them(study, evaluation, reading):
    words = reading.words(study(evaluation))
    assert "What the team says of itself" not in words
    assert "Answered the questionnaire" not in words


def test_case_study_with_nothing_to_show_of_the_close_says_nothing_of_it(study, made, reading):
    hidden = made.hidden("purpose", "Not shown: x.")
    waves = [made.wave("close", "close", hidden, answered=None)]
    words = reading.words(study(made.whole(waves=waves, changes=[])))
    assert "What the team says of itself" not in words
    assert "Answered the questionnaire" not in words
