import pytest
from attrs import evolve

from workshopcore.contracts.report import FormField
from workshopcore.errors import ReportError
from workshopcore.model.expert import ExpertQuestion
from workshopcore.model.lifecycle import Event

BEFORE = "2027-05-01"


def slip(build, year, as_of=BEFORE, **fields):
    changed = evolve(year, experts=[evolve(year.experts[0], **fields)])
    return build(changed, "expert-questions", engagement="assessors", as_of=as_of)


def choices(section):
    return [block.label for block in section.blocks if isinstance(block, FormField)]


def test_slip_says_what_it_is_for_and_who_gets_it(year, build):
    assert slip(build, year).blocks[0].pairs == (
        ("The expert", "Beatriz Lima (Researcher)"),
        ("Topic", "Trusted assessors"),
        ("Workshop", "Making it work"),
        ("When", "Tuesday 15 June 2027, 10:00–15:00; Europe/Paris time"),
        ("Give this to", "Jo Marsh"),
    )


def test_slip_without_a_host_goes_to_the_facilitators(year, build):
    assert dict(slip(build, year, host="").blocks[0].pairs)["Give this to"] == "Sam Okafor"


def test_slip_names_nobody_who_has_not_agreed(year, build):
    report = slip(build, year, events=[Event("2027-04-01", "approached")])
    assert dict(report.blocks[0].pairs)["The expert"] == "an external expert"


def test_slip_has_room_for_questions(year, build, reading):
    section = reading.section(slip(build, year, session=""), "What would you ask?")
    assert [(block.kind, block.lines) for block in section.blocks[1:]] == [("text", 6)]


def test_ballot_numbers_the_questions_as_the_programme_has_them(year, build, reading):
    questions = [ExpertQuestion("How?"), ExpertQuestion("Why?", points=5), ExpertQuestion("Who?")]
    section = reading.section(slip(build, year, questions=questions), "Which matter most?")
    assert reading.rows(section) == [("1", "How?"), ("2", "Why?"), ("3", "Who?")]
    assert choices(section) == ["First choice", "Second choice"]


@pytest.mark.parametrize(("number", "places"), [(0, None), (1, None), (2, 1), (4, 3), (9, 3)])
def test_ballot_has_three_places_at_most_and_one_fewer_than_questions(
    year, build, reading, number, places
):
    questions = [ExpertQuestion(f"Question {n}?") for n in range(number)]
    report = slip(build, year, questions=questions)
    if places is None:
        assert "Which matter most?" not in [getattr(block, "title", "") for block in report.blocks]
    else:
        assert len(choices(reading.section(report, "Which matter most?"))) == places


def test_slip_never_says_who_asked(year, build, reading):
    questions = [ExpertQuestion("How?", asked_by="tomasz-nowak"), ExpertQuestion("Why?")]
    assert "Tomasz" not in reading.words(slip(build, year, questions=questions))


def held(status):
    states = ["approached", "agreed", "confirmed", status]
    return [Event("2027-04-01", state) for state in states]


def test_slip_becomes_the_questions_and_answers_once_the_session_was_held(year, build, reading):
    questions = [ExpertQuestion("How?"), ExpertQuestion("Why?", points=5, answer="Because.")]
    report = slip(build, year, events=held("delivered"), questions=questions)
    section = reading.section(report, "What was asked, and answered")
    assert reading.rows(section) == [("Why?", "Because."), ("How?", "")]
    assert [label for label, _ in report.blocks[0].pairs] == [
        "The expert",
        "Topic",
        "Workshop",
        "When",
    ]
    assert len(report.blocks) == 2


@pytest.mark.parametrize(
    ("status", "said"),
    [("withdrawn", "there is nobody to ask"), ("delivered", "nothing was asked")],
)
def test_slip_is_not_for_somebody_who_cannot_be_asked(year, build, status, said):
    with pytest.raises(ReportError, match=f"'assessors' is '{status}': {said}"):
        slip(build, year, events=held(status), questions=[])
