"""The form of a wave: what respondents read, and how they can answer."""

import pytest
from attrs import evolve

from workshopcore.contracts.report import FormField, PageBreak, Section
from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.evaluation.instruments import bank
from workshopcore.model.evaluation import Instrument, Question, Wave
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.form_fields import fields_of, sections_of

LABELS = ("No", "Partly", "Yes")


def programme(*questions, introduction="What for.\n\nWho reads it.", **wave):
    form = Instrument("The form", questions, id="form", introduction=introduction)
    given = {"instrument": "form", "opens": "2027-12-01", "closes": "2027-12-14"} | wave
    return Programme(
        title="A year",
        people=[Person("Amina"), Person("Ben")],
        instruments=[form],
        waves=[Wave("At the close", id="close", **given)],
        k_min=6,
    )


def form(build, given, **request):
    return build(given, "evaluation-form", wave="close", **request)


def test_form_begins_with_the_introduction_and_its_terms(build):
    report = form(build, programme(Question("Why?")))
    assert (report.title, report.subtitle) == ("The form", "A year · At the close")
    first, second, terms, field = report.blocks
    assert [first.text, second.text] == ["What for.", "Who reads it."]
    assert terms.blocks[0].text == (
        "Results are shown only where 6 people or more have answered."
        " Leave out whatever you would rather not answer."
    )
    assert terms.blocks[1].pairs == (
        ("Who is asked", "2 people"),
        ("Answers until", "Tuesday 14 December 2027"),
    )
    assert field == FormField("Why?", "text", lines=4)


def test_wave_without_an_end_or_anybody_to_ask_says_nothing_of_them(build):
    given = evolve(programme(Question("Why?"), closes=None), people=[])
    (_, _, terms, _) = form(build, given).blocks
    assert len(terms.blocks) == 1


def test_consent_is_asked_on_a_sheet_of_its_own(build):
    consent = Question("Quote you?", "yes-no", section="Your words", apart=True)
    *_, field, gap, sheet = form(build, programme(consent, Question("Why?"))).blocks
    assert field.label == "Why?"
    assert gap == PageBreak()
    assert isinstance(sheet, Section)
    assert sheet.title == "Your words"
    explained, *fields = sheet.blocks
    assert explained.text.startswith("This sheet bears your name")
    assert [each.label for each in fields] == ["Quote you?", "Your name", "Date"]


def test_sheet_without_a_heading_has_one(build):
    report = form(build, programme(Question("Quote you?", "yes-no", apart=True)))
    assert report.blocks[-1].title == "On a sheet of its own"


def test_form_of_which_nothing_is_asked_apart_is_one_sheet(build):
    assert PageBreak() not in form(build, programme(Question("Why?"))).blocks


@pytest.mark.parametrize(
    ("wave", "on", "why"),
    [
        ({"instrument": ""}, "2027-12-01", "'close' has no instrument"),
        ({}, "2027-12-15", "closed on 2027-12-14"),
        (
            {"events": [Event("2027-12-01", "open"), Event("2027-12-07", "closed")]},
            "2027-12-07",
            "'close' is closed",
        ),
    ],
)
def test_form_that_nobody_can_hand_in_is_refused(build, wave, on, why):
    with pytest.raises(ReportError, match=why):
        form(build, programme(Question("Why?"), **wave), as_of=on)


@pytest.mark.parametrize("on", [None, "2027-01-01", "2027-12-14"])
def test_form_that_is_open_or_to_come_is_made(build, on):
    events = [Event("2027-12-14", "open")]
    assert form(build, programme(Question("Why?"), events=events), as_of=on).blocks


def test_wave_has_to_be_named_and_there(build):
    with pytest.raises(ReportError, match="is about a wave: name one of close"):
        build(programme(), "evaluation-form")
    with pytest.raises(UnknownKeyError, match="close"):
        build(programme(), "evaluation-form", wave="clos")


def test_neighbours_on_the_same_scale_share_a_table():
    asked = [
        Question("We listen", "scale", labels=LABELS),
        Question("We decide", "scale", labels=LABELS, reverse=True),
        Question("It lasts", "scale", labels=("Never", "Always")),
        Question("It grows", "scale", labels=LABELS, guidance="Since May"),
        Question("It shrinks", "scale", labels=LABELS, not_applicable="Not mine"),
    ]
    shared, *single = fields_of(asked)
    assert (shared.kind, shared.rows, shared.options) == (
        "matrix",
        ("We listen", "We decide"),
        LABELS,
    )
    assert [(each.label, each.kind, each.hint) for each in single] == [
        ("It lasts", "scale", ""),
        ("It grows", "scale", "Since May"),
        ("It shrinks", "scale", ""),
    ]
    assert single[2].options == (*LABELS, "Not mine")


@pytest.mark.parametrize(
    ("question", "kind", "rows", "options"),
    [
        (Question("Q", "yes-no"), "choice", (), ("Yes", "No")),
        (Question("Q", "single-choice", options=["A", "B"]), "choice", (), ("A", "B")),
        (Question("Q", "several-choice", options=["A", "B"]), "several", (), ("A", "B")),
        (Question("Q", "ranking", options=["A", "B"]), "ranking", (), ("A", "B")),
        (Question("Q", "matrix", rows=["a"], labels=LABELS), "matrix", ("a",), LABELS),
        (
            Question("Q", "retrospective", labels=LABELS),
            "matrix",
            ("Before, as I see it now", "Today"),
            LABELS,
        ),
        (Question("Q", "likelihood"), "scale", (), tuple(map(str, range(11)))),
        (Question("Q"), "text", (), ()),
    ],
)
def test_every_type_can_be_answered(question, kind, rows, options):
    (field,) = fields_of([question])
    assert (field.label, field.kind, field.rows, field.options) == ("Q", kind, rows, options)


def test_other_has_room_for_words():
    question = Question("Q", "single-choice", options=["A", "Other (please say)"])
    assert fields_of([question])[1] == FormField(
        "In your own words, if you chose “Other (please say)”"
    )


def test_questions_stand_under_their_headings():
    asked = [Question("1", section="A"), Question("2", section="A"), Question("3")]
    section, field = sections_of(asked)
    assert (section.title, [each.label for each in section.blocks]) == ("A", ["1", "2"])
    assert field.label == "3"


@pytest.mark.parametrize("instrument", bank(), ids=lambda each: each.id)
def test_every_question_of_the_bank_is_on_its_form(build, reading, instrument):
    wave = Wave("Asked", id="close", instrument=instrument.id)
    given = Programme(title="A", instruments=[instrument], waves=[wave])
    words = reading.words(form(build, given))
    for question in instrument.questions:
        for text in (question.text, question.guidance, *question.rows, *question.options):
            assert text in words
