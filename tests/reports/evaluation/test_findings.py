import pytest
from attrs import evolve

from workshopcore.contracts.evaluation import Shown, ShownAnswer, ShownItem
from workshopcore.renderers.html.figures import drawing_of

SCORES = ShownItem(
    "use",
    "use",
    "yes-no",
    "Would you do it again?",
    9,
    8,
    answers=[ShownAnswer("Yes", "7", 7), ShownAnswer("No", "1", 1)],
)


def one_wave(made, *items, **more):
    return made.whole(waves=[made.wave("close", "close", *items, **more)], changes=[])


def bars(part, look):
    return look.figures(part, "diverging-bars")


def test_a_round_is_told_in_counts_before_it_is_drawn(report, reading, look):
    close = findings(report(), "At the start", reading)
    assert look.paragraphs(close) == ["9 of 9 who were asked answered."]
    assert look.lines(close) == ["We share a purpose: 2 of 9 answered Agree"]


def findings(made_report, title, reading):
    """Return the section of a round within the findings, not the one in the annex."""
    return reading.section(reading.section(made_report, "Findings"), title)


@pytest.fixture
def found(report, reading):
    return lambda *given, title="Findings": (
        reading.section(report(*given), "Findings")
        if title == "Findings"
        else findings(report(*given), title, reading)
    )


def test_questions_stand_under_what_they_are_about(found, look):
    (figure,) = bars(found(title="At the start"), look)
    assert [(bar["group"], bar["label"]) for bar in figure.data["bars"]] == [
        ("Direction", "We share a purpose"),
        ("Duplication", "We do work twice"),
    ]
    assert figure.data["points"] == ("Disagree", "Neither", "Agree")
    assert [tuple(bar["counts"]) for bar in figure.data["bars"]] == [(4, 3, 2), (1, 3, 5)]
    assert [bar["reverse"] for bar in figure.data["bars"]] == [False, True]
    assert drawing_of(figure) is not None


def test_a_figure_has_a_table_with_denominators_and_words(found, look):
    (figure,) = bars(found(title="At the close"), look)
    assert figure.table.rows == (
        ("Direction", "We share a purpose", "1", "1", "6", "8 of 9"),
        ("Duplication", "We do work twice (reversed)", "5", "2", "1", "8 of 9"),
    )
    assert figure.alt == (
        "2 bars, unfavourable answers left, favourable right. More answered favourably in 2 of 2,"
        " unfavourably in 0."
    )


def test_a_question_that_is_not_shown_keeps_its_row_and_says_why(found, made, look):
    one = made.item("purpose", (1, 1, 6))
    other = made.hidden("double", "Not shown: fewer than 5 answered.")
    section = found(one_wave(made, one, other, answered=8), title="At the close")
    (figure,) = bars(section, look)
    assert figure.data["bars"][1]["note"] == "not shown"
    assert "1 of them not shown" in figure.alt
    assert figure.table.rows[1][2:] == ("not shown", "not shown", "not shown", "8 of 9")
    assert "We do work twice: Not shown: fewer than 5 answered." in look.lines(section)


def test_answers_all_alike_are_drawn_as_words(found, made, look):
    alike = made.item("purpose", (0, 0, 9))
    alike = evolve(alike, answers=[ShownAnswer(p, "all similar") for p in made.points])
    (figure,) = bars(found(one_wave(made, alike, made.item("double", (1, 2, 5)))), look)
    assert figure.data["bars"][0]["note"] == "all similar"


def test_questions_of_which_nothing_is_shown_leave_a_table_and_no_figure(found, made, look):
    section = found(one_wave(made, made.hidden("purpose", "Not shown: x.")), title="At the close")
    assert look.inside(section, "Figure") == []
    assert look.inside(section, "Table")[0].rows == (("We share a purpose", "8 of 9"),)


def test_other_questions_are_counted_in_tables(found, made, look):
    section = found(one_wave(made, SCORES), title="At the close")
    (table,) = look.inside(section, "Table")
    assert table.caption == "Would you do it again? (8 of 9 answered)"
    assert table.rows == (("Yes", "7"), ("No", "1"))


@pytest.mark.parametrize(
    ("kind", "heading"), [("ranking", "Put it first"), ("single-choice", "How many")]
)
def test_a_ranking_counts_who_put_an_answer_first(found, made, look, kind, heading):
    section = found(one_wave(made, evolve(SCORES, kind=kind)), title="At the close")
    (table,) = look.inside(section, "Table")
    assert [column.title for column in table.columns] == ["Answer", heading]


def test_a_round_of_too_few_shows_nothing_and_says_why(found, made, look):
    shown = one_wave(made, answered=3, withheld="fewer than 5 answered")
    assert look.paragraphs(found(shown, title="At the close")) == [
        "At the close: nothing is shown, because fewer than 5 answered."
    ]


def test_what_is_asked_after_each_workshop_stands_together(found, made, look):
    pulses = [
        made.wave("pulse-1", "after-each", made.item("purpose", (0, 2, 6)), SCORES),
        made.wave("pulse-2", "after-each", made.item("purpose", (1, 2, 5))),
    ]
    section = found(made.whole(waves=pulses, changes=[]), title="After each workshop")
    (figure,) = bars(section, look)
    assert [(bar["group"], bar["label"]) for bar in figure.data["bars"]] == [
        ("We share a purpose", "After the first"),
        ("We share a purpose", "After the second"),
    ]
    assert [t.caption for t in look.inside(section, "Table")] == [
        "Would you do it again? (8 of 9 answered)"
    ]


def test_rounds_without_figures_are_named_beside_those_with(found, look):
    section = found(title="After each workshop")
    assert look.lines(section) == [
        "After the second: nothing is shown, because fewer than 5 answered."
    ]
    assert len(bars(section, look)[0].data["bars"]) == 1


def test_comments_stand_under_their_themes_with_how_many_wrote(found, reading, look):
    wrote = reading.section(found(), "What people wrote")
    close = reading.section(wrote, "At the close: in people's own words")
    assert look.lines(close) == ["What was gained?: 5 of 9 wrote something"]
    theme = reading.section(close, "Direction: 1 comment shown")
    assert [(q.text, q.attribution) for q in theme.blocks] == [
        ("We say no together.", "What was gained?")
    ]


@pytest.mark.parametrize(
    ("themes", "titles"),
    [
        (["", ""], ["Comments: 2 comments shown"]),
        (["", "vision"], ["Without a theme: 1 comment shown", "Direction: 1 comment shown"]),
        (["other", "other"], ["other: 2 comments shown"]),
    ],
)
def test_comments_without_a_known_theme_have_a_heading_too(found, made, reading, themes, titles):
    comments = [Shown("gain", f"Text {n}", theme) for n, theme in enumerate(themes)]
    shown = one_wave(made, made.item("purpose", (1, 1, 6)), comments=comments)
    wrote = reading.section(found(shown), "What people wrote")
    assert [block.title for block in wrote.blocks[0].blocks] == titles


def test_rival_explanations_are_told_and_asked_for(report, asked, reading, look):
    one = evolve(asked.gains[0], rivals=["The council published a plan"])
    rivals = reading.section(
        report(programme=evolve(asked, gains=[one, *asked.gains[1:2]])),
        "What else could explain it",
    )
    assert look.lines(rivals) == [
        "Staff know the vision: The council published a plan",
        "More laughter",
    ]
    assert look.paragraphs(rivals) == [
        "What else could explain a result is not on record for 1 of 2:"
    ]


def test_rival_explanations_that_are_all_on_record_need_no_asking(report, asked, reading, look):
    one = evolve(asked.gains[0], rivals=["The council published a plan"])
    made = report(programme=evolve(asked, gains=[one]))
    assert look.paragraphs(reading.section(made, "What else could explain it")) == []
