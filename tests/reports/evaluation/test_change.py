from datetime import date

import pytest
from attrs import evolve

from workshopcore.contracts.evaluation import ShownAnswer, ShownChange, ShownItem
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.reports.evaluation.change import changes, moved
from workshopcore.reports.evaluation.known import known_by


class Part:
    """A part with the blocks that a function made."""

    def __init__(self, blocks):
        self.blocks = blocks


@pytest.fixture
def told(made):
    return lambda **given: Part(changes(made.whole(**given)))


def dots(part, look):
    return look.figures(part, "before-after-dots")


def test_both_times_are_drawn_as_dots_where_both_are_shown(told, look):
    (figure,) = dots(told(), look)
    assert [item["label"] for item in figure.data["items"]] == [
        "We share a purpose",
        "We do work twice",
    ]
    assert [tuple(row) for row in figure.data["items"][0]["counts"]] == [(4, 3, 2), (1, 1, 6)]
    assert figure.data["rows"] == ("At the start", "At the close")
    assert figure.data["items"][1]["reverse"]
    assert drawing_of(figure) is not None


def test_dots_have_a_table_and_words(told, look):
    (figure,) = dots(told(), look)
    assert figure.table.rows[:2] == (
        ("We share a purpose", "At the start", "4", "3", "2"),
        ("We share a purpose", "At the close", "1", "1", "6"),
    )
    assert figure.alt == (
        "One dot for each answer to 2 questions, before and after. More people improved than got"
        " worse in 1 of 1."
    )


def test_how_many_moved_which_way_stands_in_a_table(told, look):
    (table,) = look.inside(told(), "Table")
    assert table.rows == (("We share a purpose", "5", "2", "1", "8"),)


def test_what_cannot_be_said_of_a_change_is_told_instead(told, look):
    (section,) = told().blocks
    assert section.title == "At the start, and at the close"
    assert look.lines(section) == [
        "We do work twice: Everybody moved the same way, so it is not said which."
    ]


def test_a_time_that_is_hidden_is_not_drawn(told, made, look):
    waves = list(made.whole().waves)
    waves[3] = made.wave(
        "close",
        "close",
        evolve(
            made.item("purpose", (1, 1, 6)),
            answers=[ShownAnswer(point, "all similar") for point in made.points],
        ),
    )
    assert dots(told(waves=waves), look) == []


def test_groups_that_cannot_be_paired_are_compared_as_groups(told, made, look):
    change = evolve(
        made.whole().changes[0],
        paired=None,
        improved=None,
        same=None,
        worse=None,
        sentences=["typical difference 1"],
        notes=["Nobody can be told between the two waves."],
    )
    (section,) = told(changes=[change]).blocks
    assert look.paragraphs(section) == [
        "Who answered both times cannot be told, so the groups are compared and nobody's way."
    ]
    assert look.lines(section) == [
        "We share a purpose: typical difference 1",
        "We share a purpose: Nobody can be told between the two waves.",
    ]
    assert "improved" not in dots(Part([section]), look)[0].alt


def test_looking_back_never_stands_with_change_between_rounds(told, made, look):
    items = [
        ShownItem(
            f"lead/{when}",
            "lead",
            "retrospective",
            "I can lead a change",
            9,
            8,
            answers=[
                ShownAnswer(point, str(n), n) for point, n in zip(made.points, counts, strict=True)
            ],
            scaled=True,
        )
        for when, counts in (("then", (3, 4, 1)), ("now", (0, 3, 5)))
    ]
    back = ShownChange(
        "lead",
        "I can lead a change",
        "close",
        "close",
        8,
        sentences=["6 of 8 see an improvement"],
        retrospective=True,
    )
    waves = [*made.whole().waves[:3], made.wave("close", "close", *items)]
    between, behind = told(waves=waves, changes=[made.whole().changes[0], back]).blocks
    assert behind.title == "Looking back"
    assert [item["label"] for f in dots(behind, look) for item in f.data["items"]] == [
        "I can lead a change"
    ]
    assert dots(behind, look)[0].data["rows"] == ("Before, as people see it now", "Today")
    assert look.lines(behind) == ["I can lead a change: 6 of 8 see an improvement"]
    assert "I can lead a change" not in repr(between)


def test_looking_back_counts_how_many_moved_which_way(told, made, look):
    back = evolve(made.whole().changes[0], before="close", retrospective=True)
    (section,) = told(changes=[back]).blocks
    (table,) = look.inside(section, "Table")
    assert table.rows == (("We share a purpose", "5", "2", "1", "8"),)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"improved": 5, "same": 2, "worse": 1}, "5 of 8 improved, 2 stayed the same, 1 got worse"),
        ({"sentences": ["typical difference 1"], "notes": ["x"]}, "typical difference 1"),
        ({"notes": ["Not shown: too few."]}, "Not shown: too few."),
        ({}, "not shown"),
    ],
)
def test_a_change_is_told_in_counts_or_by_what_may_be_said(fields, words):
    assert moved(ShownChange("a", "We listen", "x", "y", **fields)) == words


@pytest.mark.parametrize(
    ("on", "waves", "number"),
    [
        (date(2027, 12, 1), ["before", "pulse-1", "pulse-2", "close"], 2),
        (date(2027, 11, 30), ["before", "pulse-1", "pulse-2"], 0),
        (date(2027, 1, 15), ["before"], 0),
    ],
)
def test_a_day_knows_the_rounds_that_had_closed_by_then(made, on, waves, number):
    found = known_by(made.whole(), on)
    assert [wave.wave for wave in found.waves] == waves
    assert len(found.changes) == number


def test_a_day_before_any_round_had_closed_knows_of_no_answers(made):
    assert known_by(made.whole(), date(2027, 1, 14)) is None
    assert known_by(None, date(2027, 12, 31)) is None


def test_a_round_without_an_end_is_known_from_the_first(made):
    waves = [evolve(made.whole().waves[0], closed=None)]
    found = known_by(made.whole(waves=waves), date(2020, 1, 1))
    assert [wave.wave for wave in found.waves] == ["before"]
