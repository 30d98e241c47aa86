import pytest
from attrs import evolve

from workshopcore.model.evaluation import Wave
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.reports.evaluation.response import response_figure


def pairs(part, reading):
    return reading.rows(part)


def test_purpose_says_what_each_objective_is_measured_by(report, reading):
    purpose = reading.section(report(), "What the evaluation asks")
    assert pairs(purpose, reading) == [
        (
            "1",
            "A vision that staff know",
            "staff who can name it: from 20 of 120 to 90 of 120 by 1 December 2027",
        ),
        ("2", "Half the forms", "nothing agreed"),
    ]


def test_method_tells_who_was_asked_what_and_when(report, reading):
    rounds = reading.section(report(), "Rounds of asking")
    assert pairs(rounds, reading) == [
        ("At the start", "before the first workshop", "The team", "1 January 2027", "9", "9 of 9"),
        ("After the first", "after a workshop", "The team", "19–22 January 2027", "9", "8 of 9"),
        (
            "After the second",
            "after a workshop",
            "The team",
            "28 March – 2 April 2027",
            "9",
            "3 of 9",
        ),
        (
            "At the close",
            "at the close",
            "The team",
            "23 November – 1 December 2027",
            "9",
            "8 of 9",
        ),
    ]


def test_method_without_answers_tells_who_was_asked_and_nothing_of_response(report, reading):
    made = report(None)
    rows = pairs(reading.section(made, "Rounds of asking"), reading)
    assert {len(row) for row in rows} == {5}
    assert "Response" not in [block.title for block in made.blocks[3].blocks]


def test_a_round_without_questionnaire_or_days_says_so(report, asked, reading):
    bare = evolve(asked, waves=[Wave("A talk", "close", id="talk")])
    rows = pairs(reading.section(report(None, bare), "Rounds of asking"), reading)
    assert rows == [("A talk", "at the close", "none named", "10")]


def test_response_is_a_funnel_of_four_stages(report, look):
    (funnel,) = look.figures(report(), "response-funnel")
    assert [(row["label"], tuple(row["counts"])) for row in funnel.data["rows"]] == [
        ("At the start", ("", "", 9, 9)),
        ("After the first", (9, 6, 9, 8)),
        ("After the second", (9, 3, 9, 3)),
        ("At the close", ("", "", 9, 8)),
    ]
    assert funnel.table.rows[0] == ("At the start", "–", "–", "9", "9")
    assert "After the first: 8 of 9 answered" in funnel.alt
    assert drawing_of(funnel) is not None


def test_more_answers_than_people_who_came_are_told_and_explained(report, reading, look):
    told = look.paragraphs(reading.section(report(), "Response"))
    why = (
        "More answered than are on record as having come: After the first. Somebody who missed"
        " the day may have answered, or the record of attendance has a gap."
    )
    assert told == [why]


def test_a_workshop_without_a_record_of_attendance_has_no_number_of_those_who_came(
    report, asked, reading, look
):
    bare = reading.changed(asked, "first", attendance=[])
    (funnel,) = look.figures(report(programme=bare), "response-funnel")
    assert tuple(funnel.data["rows"][1]["counts"]) == (9, "", 9, 8)


def test_response_that_is_not_shown_has_a_dash_and_says_so(report, made, look):
    waves = [evolve(wave, answered=None) for wave in made.whole().waves]
    (funnel,) = look.figures(report(made.whole(waves=waves)), "response-funnel")
    assert {row[4] for row in funnel.table.rows} == {"–"}
    assert "At the close: 9 asked, how many answered is not shown" in funnel.alt


CODE = "8 people answered both, told as the same by a code, not a name."
GROUPS = "who answered both cannot be told, so only the groups are compared."


@pytest.mark.parametrize(("paired", "told"), [(8, CODE), (None, GROUPS)])
def test_method_says_how_before_and_after_belong_together(
    report, made, reading, look, paired, told
):
    changes = [evolve(made.whole().changes[0], paired=paired)]
    section = reading.section(report(made.whole(changes=changes)), "Before and after")
    assert look.lines(section) == [f"“At the start” and “At the close”: {told}"]


def test_looking_back_pairs_no_rounds(report, made, reading, look):
    back = evolve(made.whole().changes[0], before="close", retrospective=True)
    section = reading.section(report(made.whole(changes=[back])), "Before and after")
    assert look.lines(section)[0].startswith("No two rounds asked the same")


def test_no_rounds_make_no_funnel():
    assert response_figure([]) == ()


def test_method_says_when_nothing_was_asked_twice(report, made, reading, look):
    section = reading.section(report(made.whole(changes=[])), "Before and after")
    assert look.lines(section) == [
        "No two rounds asked the same before and after, so no change is measured."
    ]


def test_method_says_from_how_many_people_on_figures_are_shown(report, made, reading, look):
    section = reading.section(report(made.whole(k=7)), "Confidentiality")
    assert look.paragraphs(section)[0].startswith(
        "What was answered is shown only where 7 people or more"
    )


def test_method_counts_the_evidence_by_kind_and_what_can_be_traced(report, reading, look):
    section = reading.section(report(), "What else it rests on")
    told = (
        "The results rest on 1 self-report and 2 documents. Of 6 results, 1 goes back without a"
        " gap from evidence to an objective."
    )
    assert look.paragraphs(section) == [told]


def test_implementation_tells_attendance_workshop_by_workshop(report, reading):
    rows = pairs(reading.section(report(), "Attendance"), reading)
    assert rows == [
        ("Where are we now?", "19 January 2027", "6 of 9"),
        ("Away together", "27 March 2027", "3 of 9"),
        ("Making it work", "15 June 2027", "8 of 9"),
    ]


def test_implementation_does_not_invent_attendance(report, asked, reading):
    bare = reading.changed(asked, "first", attendance=[])
    rows = pairs(reading.section(report(programme=bare), "Attendance"), reading)
    assert rows[0] == ("Where are we now?", "19 January 2027", "not recorded")


def test_implementation_tells_what_became_of_the_actions(report, reading):
    facts = reading.section(report(), "Actions").blocks[0].pairs
    assert facts[0] == ("Done of those due", "1 of 3")


def test_logic_runs_from_drivers_to_gains(report, reading):
    rows = pairs(reading.section(report(), "The logic of the programme"), reading)
    assert rows[0] == (
        "none",
        "A vision that staff know",
        "1",
        "1 of 1",
        "Staff know the vision",
    )


def test_logic_says_all_where_every_workshop_worked_towards_it(report, asked, reading):
    every = evolve(
        asked, workshops=[evolve(workshop, aims=["vision"]) for workshop in asked.workshops]
    )
    rows = pairs(reading.section(report(programme=every), "The logic of the programme"), reading)
    assert [row[2] for row in rows] == ["all 3", "none"]


def test_logic_names_a_driver_that_no_objective_answers(report, reading, look):
    logic = reading.section(report(), "The logic of the programme")
    assert look.lines(logic) == ["A new law: no objective answers it"]
