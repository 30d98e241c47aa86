from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from workshopcore.model.evaluation import Evidence, Gain
from workshopcore.model.lifecycle import Event
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.reports.evaluation.coverage import covered
from workshopcore.testing.strategies import days, programmes
from workshopcore.trace import trace


def judged(report, reading):
    return reading.rows(reading.section(report, "Conclusions"))


def warnings(report, reading):
    section = reading.section(report, "Conclusions")
    return [block for block in section.blocks if type(block).__name__ == "Callout"]


def with_gains(asked, *gains):
    return evolve(asked, gains=gains, quotes=[])


def gain(id, **more):
    return Gain(f"Gain {id}", id=id, objectives=["vision"], **more)


def test_conclusions_set_the_judgement_beside_what_supports_it(report, reading):
    assert judged(report(), reading) == [
        ("A vision that staff know", "Partly met", "Shown by records: Staff know the vision"),
        ("Half the forms", "Not judged yet", "No gain names it"),
    ]


def test_conclusions_do_not_count_what_speaks_against_as_support(report, asked, reading):
    contested = [Event("2027-12-01", "contested")]
    programme = with_gains(
        asked,
        gain("good", evidence=["page"]),
        gain("said"),
        gain("half", valence="mixed", evidence=["letter"]),
        gain("doubted", events=contested),
        gain("worse", valence="negative", evidence=["page"]),
    )
    assert judged(report(programme=programme), reading)[0][2] == (
        "Shown by records: Gain good. Reported: Gain said. Mixed: Independently confirmed:"
        " Gain half. Contested: Reported: Gain doubted. Against it: Shown by records: Gain worse"
    )


@pytest.mark.parametrize(
    ("gains", "warned"),
    [
        ([], True),
        ([gain("said")], True),
        ([gain("worse", valence="negative", evidence=["page"])], True),
        ([gain("d", evidence=["page"], events=[Event("2027-12-01", "contested")])], True),
        ([gain("good", evidence=["page"])], False),
        ([gain("half", valence="mixed", evidence=["page"])], False),
    ],
)
def test_a_judgement_beyond_its_support_is_warned_of(report, asked, reading, gains, warned):
    found = warnings(report(programme=with_gains(asked, *gains)), reading)
    assert [w.title for w in found] == (["Judged further than it is supported"] * warned)


def test_an_objective_that_was_not_met_needs_no_support(report, asked, reading):
    missed = [evolve(o, outcome="not-met") if o.id == "vision" else o for o in asked.objectives]
    programme = evolve(with_gains(asked), objectives=missed)
    assert warnings(report(programme=programme), reading) == []


def test_the_three_figures_stand_side_by_side_under_the_matrix(report, reading, look):
    section = reading.section(report(), "Conclusions")
    (matrix,) = look.figures(section, "coverage-matrix")
    assert [
        [(cell["covered"], cell["words"]) for cell in row["cells"]] for row in matrix.data["rows"]
    ] == [
        [(True, "1 action"), (True, "1 gain"), (True, "1 gain")],
        [(False, "none"), (False, "none"), (False, "none")],
    ]
    assert matrix.alt == (
        "2 objectives: 1 with an action, 1 with a gain, 1 with a gain that rests on more than"
        " self-report."
    )
    assert drawing_of(matrix) is not None
    assert section.blocks[-1].pairs == (
        ("Objectives with an action", "1 of 2"),
        ("Objectives with a result", "1 of 2"),
        ("Objectives with a result that rests on more than reports", "1 of 2"),
    )


def test_the_matrix_says_which_gains_are_unwelcome(report, asked, look):
    programme = with_gains(asked, gain("good"), gain("bad", valence="negative", evidence=["page"]))
    (matrix,) = look.figures(report(programme=programme), "coverage-matrix")
    assert matrix.table.rows[0] == (
        "A vision that staff know",
        "1 action",
        "2 gains, 1 unwelcome",
        "1 gain, 1 unwelcome",
    )


@given(programmes(), days())
def test_the_matrix_agrees_with_the_coverage_of_the_trace(programme, as_of):
    found = trace(programme, as_of)
    rows = covered(found)
    counts = [
        sum(bool(each.actions) for each in rows),
        sum(bool(each.gains) for each in rows),
        sum(bool(each.supported) for each in rows),
    ]
    coverage = found.coverage
    assert counts == [
        coverage.acted.numerator,
        coverage.gained.numerator,
        coverage.supported.numerator,
    ]
    assert len(rows) == coverage.acted.denominator


def test_recommendations_are_the_next_steps_and_the_loose_ends(report, reading, look):
    section = reading.section(report(), "Recommendations")
    assert look.lines(section) == ["A second year"]
    ends = look.lines(reading.section(section, "Worth following up"))
    assert "1 objective: no action serves it. Half the forms" in ends
    reported = reading.section(section, "Results to substantiate")
    assert look.paragraphs(reported) == [
        "Reported only: 4 of 6. Look for a record, or ask somebody outside the team:"
    ]
    assert look.lines(reported) == [
        "More laughter",
        "More meetings",
        "Forms have changed",
        "Trust has grown",
    ]


def test_many_loose_ends_of_one_kind_are_cut_short_and_counted(report, asked, reading, look):
    papers = [Evidence(f"Paper {n}", id=f"paper-{n}", dated=date(2027, 3, 1)) for n in range(11)]
    programme = evolve(asked, evidence=[*asked.evidence, *papers])
    ends = look.lines(reading.section(report(programme=programme), "Worth following up"))
    (told,) = [line for line in ends if "evidence" in line.split(":")[0]]
    assert told.startswith(
        "11 pieces of evidence: shows no action and bears out no gain. Paper 0; "
    )
    assert told.endswith("Paper 7; and 3 more")


def limits(report, reading, look):
    return look.lines(reading.section(report, "Limits"))


def test_limits_name_the_small_team_silence_shift_and_who_was_not_asked(report, reading, look):
    told = limits(report(), reading, look)
    assert [line.split(",")[0].split(":")[0].split(".")[0] for line in told] == [
        "The team is small",
        "Not everybody answered",
        "People may judge by another yardstick at the end than they did at the start",
        "Only participants were asked by questionnaire",
        "Of 6 results",
        "There is no group without the programme to compare with",
        "1 participant had left the team by then",
    ]
    assert "After the first, 1 of 9; After the second, 6 of 9; At the close, 1 of 9." in told[1]


def test_limits_of_a_large_full_round_without_change_are_fewer(report, asked, made, reading, look):
    waves = [made.wave("close", "close", invited=30, answered=30)]
    others = [evolve(w, eligible=["helen-grant"]) for w in asked.waves if w.id == "close"]
    programme = evolve(asked, waves=others, gains=[], quotes=[], people=[
        evolve(p, left=None) for p in asked.people
    ])  # fmt: skip
    told = limits(report(made.whole(waves=waves, changes=[]), programme), reading, look)
    assert len(told) == 1
    assert told[0].startswith("There is no group without the programme")


def test_limits_without_answers_say_so_first(report, reading, look):
    assert limits(report(None), reading, look)[0].startswith("There are no answers")


def test_limits_say_what_is_not_shown_and_why_each_reason_once(report, made, reading, look):
    few = "fewer than 5 answered"
    hidden = [made.hidden(key, f"Not shown: {few}.", withheld=few) for key in ("purpose", "double")]
    waves = [
        made.wave("close", "close", *hidden),
        made.wave("pulse-2", "after-each", withheld=few),
    ]
    section = reading.section(
        report(made.whole(waves=waves, changes=[])), "What is not shown, and why"
    )
    assert look.lines(section) == [
        "Nothing here is anonymous to a colleague.",
        "After the second: nothing is shown, because fewer than 5 answered.",
        "2 questions: not shown: fewer than 5 answered.",
    ]
