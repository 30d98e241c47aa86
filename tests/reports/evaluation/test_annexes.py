from workshopcore.contracts.evaluation import ShownAnswer, ShownItem


def test_annex_has_every_question_in_counts_with_its_denominator(report, reading, look):
    counts = reading.section(report(), "Every question in counts")
    close = reading.section(counts, "At the close")
    assert reading.rows(close) == [
        ("We share a purpose", "1", "1", "6", "8 of 9"),
        ("We do work twice (reversed)", "5", "2", "1", "8 of 9"),
    ]
    assert look.paragraphs(close) == ["What was gained?: 5 of 9 wrote something."]


def test_annex_says_of_which_rounds_and_questions_nothing_is_shown(report, made, reading, look):
    counts = reading.section(report(), "Every question in counts")
    assert look.paragraphs(reading.section(counts, "After the second")) == [
        "Nothing is shown: fewer than 5 answered."
    ]
    hidden = made.hidden("purpose", "Not shown: x.")
    blank = made.hidden("double", "")
    waves = [made.wave("close", "close", hidden, blank)]
    counts = reading.section(
        report(made.whole(waves=waves, changes=[])), "Every question in counts"
    )
    assert look.paragraphs(counts.blocks[0]) == [
        "We share a purpose: Not shown: x.",
        "We do work twice: not shown.",
    ]


def test_annex_counts_questions_without_a_scale_too(report, made, reading):
    item = ShownItem(
        "again", "again", "yes-no", "Again?", 9, 8, answers=[ShownAnswer("Yes", "8", 8)]
    )
    shown = made.whole(waves=[made.wave("close", "close", item)], changes=[])
    counts = reading.section(report(shown), "Every question in counts")
    assert reading.rows(counts.blocks[0]) == [("Yes", "8")]


def test_annex_tells_change_question_by_question(report, reading):
    assert reading.rows(reading.section(report(), "Change, question by question")) == [
        (
            "We share a purpose",
            "At the start",
            "At the close",
            "5 of 8 improved, 2 stayed the same, 1 got worse",
        ),
        (
            "We do work twice",
            "At the start",
            "At the close",
            "Everybody moved the same way, so it is not said which.",
        ),
    ]


def test_annex_has_the_trace_as_a_graph_and_a_table(report, reading, look):
    trace = reading.section(report(), "What each gain goes back to")
    assert [figure.kind for figure in look.inside(trace, "Figure")] == ["trace-graph"]
    assert reading.rows(trace)[0][0] == "Staff know the vision [gain: known]"


def test_annex_shows_what_was_asked(report, reading):
    asked = reading.section(report(), "The team (3 questions)")
    assert reading.rows(asked) == [
        ("We share a purpose", "scale", "Disagree; Neither; Agree", "behaviour"),
        (
            "We do work twice (reversed: a low answer is the favourable one)",
            "scale",
            "Disagree; Neither; Agree",
            "",
        ),
        ("What was gained?", "own words, on a sheet of its own", "", ""),
    ]


def test_annex_shows_no_questionnaire_that_had_not_been_opened(report, reading):
    assert "The team (3 questions)" not in reading.words(report(None, as_of="2026-12-31"))
