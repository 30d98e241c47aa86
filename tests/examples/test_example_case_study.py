"""The published case study tells what the commission asked to be told, in words of our own."""

import re
from collections.abc import Iterator

import pytest

import workshopcore as wc
from workshopcore.contracts.report import Block, Section

CLOSE = "2027-12-17"

TOLD = {
    # The objective.
    "a management team of nine": "Nine managers ran adult social care",
    "it wanted to perform better": "help nine managers lead a better-performing",
    "it wanted to modernise": "more modern adult social care service",
    "more choice for people": "people who use it choose how they are supported",
    "ambition from inside": "no longer content with an adequate service",
    "the law was changing": "New statutory duties",
    "good practice was changing": "What counts as good practice has moved on",
    # The solution.
    "facilitated workshops over a year": "Six facilitated workshops over one year",
    "strategy first": "The first three settle the strategic context",
    "operations after": "The last three turn that into operational action",
    "action planning ends each workshop": "Every workshop ends with action planning",
    "tasks before the next one": "tasks to finish before the next one",
    "a shared sense of purpose": "A sense of common purpose",
    "open and collaborative working": "managers who work together openly",
    "an external expert": "An external expert joined one of the workshops",
    # The results.
    "workshops and action learning together": "Neither would have worked alone",
    "vision, and staff engaged": "a vision that the managers wrote and that staff helped to shape",
    "strengths and what is misaligned": "what the service does well, and which of its parts are"
    " most out of line",
    "joined-up working": "Services are far more joined up",
    "consistency and less duplication": "take the same approach more often, and less is done twice",
    "strategies from vision to reality": "Clear strategies lead from the vision to what people do",
    "a positive trajectory": "heading the right way, and several changes are in place",
    "trust, cooperation and challenge": "trust one another more deeply, talk more openly and"
    " challenge one another more usefully",
    "a lighter atmosphere": "we laugh a good deal more",
    # The facilitator.
    "kept to objectives": "She held us to our objectives all year",
    "well informed, and challenging": "tells us straight when we need to hear it",
    "humour and change of pace": "quick to slow down, speed up or rearrange the day",
}


@pytest.fixture(scope="module")
def study(programme: wc.Programme, toolkit: wc.Toolkit) -> wc.Report:
    return toolkit.report(programme, "case-study", as_of=CLOSE)


@pytest.fixture(scope="module")
def text(study: wc.Report, toolkit: wc.Toolkit) -> str:
    return " ".join(toolkit.render(study, "text").decode().split())


def sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from sections(block.blocks)


def test_case_study_has_objective_solution_and_results(study: wc.Report) -> None:
    titles = [str(section.title) for section in sections(study.blocks)]
    assert titles[:1] == ["The objective"]
    assert [t for t in titles if t in {"The objective", "The solution", "The results"}] == [
        "The objective",
        "The solution",
        "The results",
    ]


@pytest.mark.parametrize("words", TOLD.values(), ids=TOLD)
def test_case_study_tells(words: str, text: str) -> None:
    assert words in text


def test_case_study_traces_each_result_to_a_gain(programme: wc.Programme, text: str) -> None:
    named = re.findall(r"\[gain: ([a-z-]+)\]", text)
    # In the table of what they go back to, after it, lines may break within a name.
    told = named[: len(programme.gains)]
    assert sorted(told) == sorted(gain.id for gain in programme.gains)


@pytest.mark.parametrize(
    ("grade", "gain"),
    [
        ("Independently confirmed", "shared-vision"),
        ("Independently confirmed", "joined-up"),
        ("Independently confirmed", "consistency"),
        ("Records show", "strengths-and-misfits"),
        ("Records show", "clear-strategies"),
        ("Records show", "momentum"),
        ("Participants reported", "trust-and-challenge"),
        ("Records show", "more-meetings"),
    ],
)
def test_case_study_claims_no_more_than_can_be_shown(
    grade: str, gain: str, programme: wc.Programme, text: str
) -> None:
    (statement,) = [each.statement for each in programme.gains if each.id == gain]
    assert f"{grade}: {statement}" in text


def test_case_study_keeps_what_was_not_agreed_to_be_public(
    programme: wc.Programme, text: str
) -> None:
    for quote in programme.quotes:
        if quote.id in {"one-form-quote", "nobody-died", "a-month-off"}:
            assert quote.verbatim not in text
            assert not quote.approved or quote.approved not in text


def test_case_study_shows_approved_wording_only(text: str) -> None:
    assert "I ring the other area before I write the e-mail now." in text
    assert "In January I would have written it" not in text
