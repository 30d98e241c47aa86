"""Every ready questionnaire is one that a careful evaluator would send out."""

import re

import pytest

from workshopcore.evaluation.answers import items_of
from workshopcore.evaluation.instruments import bank

BANK = {instrument.id: instrument for instrument in bank()}
QUESTIONS = [
    pytest.param(question, id=f"{instrument.id}/{question.id}")
    for instrument in bank()
    for question in instrument.questions
]
SCALED = ("scale", "matrix", "retrospective")


def test_bank_has_what_a_programme_asks():
    assert sorted(BANK) == [
        "follow-up",
        "programme-close",
        "programme-start",
        "session-pulse",
        "team-climate",
        "workshop-close",
    ]


@pytest.mark.parametrize("instrument", bank(), ids=lambda each: each.id)
def test_introduction_says_what_for_who_reads_it_and_how_far_it_is_confidential(instrument):
    words = instrument.introduction
    assert re.search(r"minutes?\b", words), "how long it takes"
    assert re.search(r"reads? (single|every) answers?|read every answer", words), "who reads it"
    assert "group as small as ours" in words, "what no promise can cover"


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_says_what_it_measures(question):
    assert question.construct
    assert question.level in (1, 2, 3, 4)


@pytest.mark.parametrize("question", QUESTIONS)
def test_statement_asks_one_thing(question):
    if question.type in ("scale", "matrix", "retrospective", "likelihood", "yes-no"):
        for text in (question.text, *question.rows):
            assert not re.search(r"\b(and|or|as well as)\b", text), "two things in one statement"


@pytest.mark.parametrize("question", QUESTIONS)
def test_statement_has_no_double_negative(question):
    if question.type in SCALED:
        assert not re.search(r"\b(not|never|no)\b", question.text)


@pytest.mark.parametrize("question", QUESTIONS)
def test_scale_has_a_middle_and_as_many_points_above_as_below(question):
    if question.type in SCALED:
        assert len(question.labels) == 5
        assert len(set(question.labels)) == 5


@pytest.mark.parametrize("question", QUESTIONS)
def test_likelihood_names_its_ends(question):
    if question.type == "likelihood":
        assert len(question.labels) == 2


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_has_to_be_answered(question):
    assert question.required is False


@pytest.mark.parametrize("instrument", bank(), ids=lambda each: each.id)
def test_consent_to_be_quoted_is_asked_apart_and_last(instrument):
    apart = [question.apart for question in instrument.questions]
    assert apart == sorted(apart)
    assert [q.id for q in instrument.questions if q.apart] in ([], ["quote-consent"])


@pytest.mark.parametrize("key", ["programme-close", "follow-up"])
def test_what_may_be_published_asks_for_consent(key):
    assert BANK[key].questions[-1].apart


def test_comments_on_facilitators_are_kept_apart_from_gains():
    close = BANK["programme-close"].questions
    facilitation = {q.section for q in close if q.construct == "facilitation"}
    gains = {q.section for q in close if q.construct == "gain"}
    assert facilitation == {"For the facilitators"}
    assert facilitation & gains == set()


@pytest.mark.parametrize("key", ["programme-close", "follow-up"])
def test_other_explanations_and_unwelcome_effects_are_asked_for(key):
    constructs = {question.construct for question in BANK[key].questions}
    assert {"rival explanations", "unwelcome effects", "gain"} <= constructs


def test_each_construct_of_the_climate_has_one_question_the_other_way_round():
    scaled = [q for q in BANK["team-climate"].questions if q.type == "scale"]
    constructs = dict.fromkeys(q.construct for q in scaled)
    for construct in constructs:
        turned = [q.reverse for q in scaled if q.construct == construct]
        assert sorted(turned) == [False, False, True]


@pytest.mark.parametrize("later", ["programme-close", "follow-up"])
def test_baseline_is_asked_again_in_the_same_words(later):
    """What is compared has the same identifier, the same words and the same scale."""
    start = {q.id: q for q in BANK["programme-start"].questions if q.type == "scale"}
    again = {q.id: q for q in BANK[later].questions if q.id in start}
    assert again == start
    assert len(start) == 5


def test_same_identifier_is_answered_the_same_way_everywhere():
    ways = {}
    for instrument in bank():
        for question in instrument.questions:
            way = (question.type, question.labels, question.options, question.reverse)
            assert ways.setdefault(question.id, way) == way, question.id


@pytest.mark.parametrize("instrument", bank(), ids=lambda each: each.id)
def test_items_have_keys_of_their_own(instrument):
    keys = [item.key for item in items_of(instrument)]
    assert len(set(keys)) == len(keys)
