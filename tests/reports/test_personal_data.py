"""What is held about one person, on paper."""

import pytest

from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.model.privacy import held_about


def test_everything_that_is_held_is_on_paper(year, build, reading):
    for person in year.people:
        words = reading.words(build(year, "personal-data", person=person.id))
        for held in held_about(year, person.id):
            assert held.value in words
            assert held.kind == "detail" or held.path in words


def test_details_come_first_then_entries_then_texts(year, build):
    report = build(year, "personal-data", person=year.people[0].id)
    assert [block.title for block in report.blocks[2:]] == ["Your details", "What refers to you"]
    assert report.name == f"personal-data-{year.people[0].id}"


def test_texts_that_name_somebody_come_with_a_caution(year, build, reading):
    named = build(year, "personal-data", person=year.people[0].id, options={"also": ["merger"]})
    words = reading.words(named)
    assert "Words that are used for you and for others too" in words


def test_person_has_to_be_named(year, build):
    with pytest.raises(ReportError, match="is about a person: name one of"):
        build(year, "personal-data")
    with pytest.raises(UnknownKeyError):
        build(year, "personal-data", person="nobody")


@pytest.mark.parametrize("also", ["Zed", ["Zed", 1]])
def test_further_words_are_a_list(year, build, also):
    with pytest.raises(ReportError, match="'also' is a list of words"):
        build(year, "personal-data", person=year.people[0].id, options={"also": also})
