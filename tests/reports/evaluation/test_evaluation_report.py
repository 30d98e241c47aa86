import re

import pytest
from attrs import evolve

from workshopcore.errors import AsOfRequiredError, ReportError
from workshopcore.evaluation import AnswerMapping, evaluate, read_answers
from workshopcore.model.programme import Programme
from workshopcore.reports.evaluation.report import EvaluationReport

SECTIONS = [
    "Summary",
    "The logic of the programme",
    "What the evaluation asks",
    "Method and response",
    "What was done",
    "Findings",
    "Limits",
    "Conclusions",
    "Recommendations",
    "Annexes",
]


def test_report_has_its_sections_in_order(report):
    made = report()
    assert [block.title for block in made.blocks] == SECTIONS
    assert (made.title, made.subtitle, made.audience) == (
        "Evaluation report",
        "A year of change",
        "sponsor",
    )


def test_report_without_answers_has_the_same_sections_and_says_so_twice(report, reading):
    made = report(None)
    assert [block.title for block in made.blocks] == SECTIONS
    assert reading.words(made).count("No answers to a questionnaire are in this report") == 2


def test_report_of_an_empty_programme_says_what_little_there_is(report, reading):
    made = report(None, Programme(title="A year"))
    words = reading.words(made)
    assert "No objective had been agreed by then" in words
    assert "No gain had been stated by then." in words
    assert "Nobody had been asked anything by questionnaire." in words


def test_report_needs_the_day(build, asked):
    with pytest.raises(AsOfRequiredError, match="evaluation-report"):
        build(asked, "evaluation-report")


def test_report_knows_no_answers_of_a_round_that_closes_later(report, reading):
    words = reading.words(report(as_of="2027-11-30"))
    assert "6 of 8 answered Agree" not in words
    assert "2 of 9 answered Agree" in words


def test_report_names_nobody_but_who_agreed_to_be_named(report, reading, asked):
    silent = evolve(asked, quotes=[])
    words = reading.words(report(programme=silent))
    assert [person.name for person in asked.people if person.name in words] == []


def test_report_has_no_per_cents_of_a_small_team(report, reading):
    findings = report().blocks[5:]
    assert re.findall(r"\d ?%|per cent\b", reading.words(findings)) == []


def test_report_prints_tests_of_change_only_if_asked_to(report, reading):
    assert "p = 0.03" not in reading.words(report())
    assert "We share a purpose: p = 0.03, exact" in reading.words(report(options={"tests": True}))


@pytest.mark.parametrize(
    ("options", "told"),
    [({"test": True}, "has no option 'test'. It knows tests"), ({"tests": "yes"}, "true or false")],
)
def test_report_refuses_an_option_it_does_not_know(report, options, told):
    with pytest.raises(ReportError, match=told):
        report(options=options)


def test_report_keeps_the_unwelcome_and_the_contested(report, reading):
    made = report()
    titles = ["What was gained", "What is mixed", "What did not go as hoped", "What is contested"]
    assert [reading.section(made, title).title for title in titles] == titles


def test_report_gives_each_result_its_identifier_and_its_verb(report, reading, look):
    gained = look.lines(reading.section(report(), "What was gained"))
    assert gained[:2] == [
        "Independently confirmed: Faster reviews [gain: faster]",
        "Records show: Staff know the vision [gain: known]",
    ]


def test_report_quotes_the_client_what_was_agreed_for_the_client(report, reading):
    words = reading.words(report())
    assert "For the council only" in words
    assert "Never asked" not in words


def test_report_can_be_had_under_a_key_of_ones_own(build, asked):
    own = EvaluationReport(key="acme:evaluation", title="What came of it")
    made = build(asked, own, as_of="2027-12-15")
    assert (made.key, made.name, made.title) == ("acme:evaluation", "acme-evaluation", own.title)


def test_report_of_real_answers_shows_nothing_of_a_round_of_four(asked, report, reading):
    form = asked.instrument("team")
    rows = [["code", "purpose", "double"], *[[f"t{n}", "Agree", "Neither"] for n in range(4)]]
    few = read_answers(rows, form, AnswerMapping(token="code"))
    shown = evaluate(asked, {"close": few}, "2027-12-14")
    findings = reading.section(report(shown), "Findings")
    assert "nothing is shown, because fewer than 5 answered" in reading.words(findings)
    assert not [b for b in findings.blocks if type(b).__name__ == "Figure"]
