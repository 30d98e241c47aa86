import pytest
from attrs import evolve

from workshopcore.errors import ReportError
from workshopcore.model.evaluation import Evidence, Gain
from workshopcore.model.lifecycle import Event
from workshopcore.model.programme import Programme

CLOSE = "2027-12-15"
EVENTS = [Event("2027-12-01", s) for s in ("proposed", "contracted", "active", "closing")]


def study(build, year, as_of=CLOSE):
    return build(year, "case-study", as_of=as_of)


def sentences(part):
    return ["".join(run.text for run in item) for block in part.blocks for item in block.items]


def test_case_study_has_objective_solution_and_results(year, build):
    report = study(build, year)
    assert (report.title, report.subtitle) == ("A year of change", "Case study: A county council")
    assert [(block.id, block.title) for block in report.blocks[:3]] == [
        ("objective", "The objective"),
        ("solution", "The solution"),
        ("results", "The results"),
    ]


def test_case_study_words_each_result_as_it_is_supported(year, build, reading):
    gained = reading.section(study(build, year), "What was gained")
    assert sentences(gained) == [
        "Independently confirmed: Faster reviews [gain: faster]",
        "Records show: Staff know the vision [gain: known]",
        "One participant reported: More laughter (not aimed at) [gain: laughter]",
    ]


def test_case_study_tells_the_mixed_the_negative_and_the_contested(year, build, reading):
    report = study(build, year)
    told = [
        sentences(reading.section(report, title))
        for title in ("What is mixed", "What did not go as hoped", "What is contested")
    ]
    assert told == [
        ["Participants reported: Forms have changed [gain: changed-forms]"],
        ["Participants reported: More meetings [gain: meetings]"],
        ["The sponsor reported: Trust has grown – not everybody agrees [gain: trust]"],
    ]


def test_case_study_knows_only_the_evidence_there_was_by_the_day(year, build, reading):
    earlier = evolve(
        year,
        evidence=[evolve(e, dated="2027-12-10") if e.id == "letter" else e for e in year.evidence],
    )
    gained = reading.section(study(build, earlier, "2027-12-09"), "What was gained")
    assert "Participants reported: Faster reviews [gain: faster]" in sentences(gained)


@pytest.mark.parametrize(
    ("kind", "independence", "opening"),
    [
        ("self-report", 0, "Participants reported"),
        ("self-report", 2, "Participants reported"),
        ("document", 0, "Records show"),
        ("metric", 1, "Records show"),
        ("observation", 1, "Records show"),
        ("document", 2, "Independently confirmed"),
        ("third-party", 0, "Independently confirmed"),
    ],
)
def test_case_study_grades_evidence_by_kind_and_independence(
    kind, independence, opening, build, reading
):
    programme = Programme(
        title="A year",
        events=EVENTS,
        evidence=[Evidence("It", kind, id="it", independence=independence)],
        gains=[Gain("Better", id="better", evidence=["it"])],
    )
    gained = reading.section(study(build, programme), "What was gained")
    assert sentences(gained) == [f"{opening}: Better [gain: better]"]


@pytest.mark.parametrize(
    ("said_by", "opening"),
    [
        (["mei-chen", "jo-marsh"], "Participants reported"),
        (["mei-chen", "helen-grant"], "One participant and the sponsor reported"),
        (["sam-okafor"], "One facilitator reported"),
        (["beatriz-lima"], "The external expert reported"),
    ],
)
def test_case_study_says_whose_report_it_is_without_names(year, said_by, opening, build, reading):
    one = evolve(year, gains=[Gain("Better", id="better", said_by=said_by)], quotes=[])
    report = study(build, one)
    gained = reading.section(report, "What was gained")
    assert sentences(gained) == [f"{opening}: Better [gain: better]"]
    assert "Chen" not in reading.words(report)


def test_case_study_explains_its_grades_with_their_number(year, build, reading):
    grades = reading.section(study(build, year), "How sure the results are").blocks[0]
    assert [item.split(".")[0] for item in grades.items] == [
        "Independently confirmed: 1 of 6",
        "Records show: 1 of 6",
        "Reported: 4 of 6",
    ]


def test_case_study_traces_each_result(year, build, reading):
    trace = reading.section(study(build, year), "Where the results come from")
    assert reading.rows(trace)[0] == (
        "Staff know the vision [gain: known]",
        "1",
        "1 of 2",
        "1 document",
        "Shown by records",
    )
    assert [row[0].split("[gain: ")[1] for row in reading.rows(trace)] == [
        "known]",
        "laughter]",
        "faster]",
        "meetings]",
        "changed-forms]",
        "trust]",
    ]


def test_case_study_numbers_objectives_where_it_names_them(year, build, reading):
    aims = reading.section(study(build, year), "What it set out to achieve").blocks[0]
    assert (aims.ordered, aims.items) == (True, ("A vision that staff know", "Half the forms"))


def test_case_study_traces_to_an_objective_that_was_replaced_in_words(year, build, reading):
    gains = [Gain("Better", id="better", objectives=["duplication", "forms"])]
    trace = reading.section(
        study(build, evolve(year, gains=gains, quotes=[])), "Where the results come from"
    )
    assert reading.rows(trace)[0][1] == "Less duplication; 2"


def test_case_study_prints_the_three_figures_of_coverage_together(year, build, reading):
    trace = reading.section(study(build, year), "Where the results come from")
    assert trace.blocks[-1].pairs == (
        ("Objectives with an action", "1 of 2"),
        ("Objectives with a result", "1 of 2"),
        ("Objectives with a result that rests on more than reports", "1 of 2"),
    )


def test_case_study_counts_with_denominators(year, build, reading):
    numbers = reading.section(study(build, year), "In numbers").blocks[0].pairs
    assert numbers == (
        ("Workshops held", "3 of 3"),
        ("People who took part", "8"),
        ("Places taken", "17 of 27"),
        ("Actions done", "1 of 3"),
        ("Actions carried over at least once", "2 of 3"),
        ("Actions cancelled or replaced", "2, not counted above"),
    )


def test_case_study_tells_the_solution_phase_by_phase(year, build, reading):
    solution = reading.section(study(build, year), "The solution")
    assert reading.words(solution.blocks).splitlines() == [
        "Three workshops with action in between.",
        "3 workshops took place, from 19 January 2027 to 15 June 2027.",
        "Strategic (2 workshops): Where we want to go",
        "Operational (1 workshop)",
        "Every workshop had a session in which the actions to follow were agreed.",
        "An external expert joined one of the workshops. Topic: Trusted assessors",
    ]


def test_case_study_does_not_count_a_workshop_that_was_off(year, build, reading):
    off = reading.changed(year, "third", events=[Event("2027-06-01", "cancelled")])
    report = study(build, off)
    assert dict(reading.section(report, "In numbers").blocks[0].pairs)["Workshops held"] == "2 of 2"
    assert "expert joined" not in reading.words(report)


def test_case_study_names_the_drivers_in_force(year, build, reading):
    necessary = reading.section(study(build, year), "What made it necessary")
    assert necessary.blocks[0].items == ("A new law",)


def test_case_study_tells_how_objectives_turned_out(year, build, reading):
    assert reading.rows(reading.section(study(build, year), "How the objectives turned out")) == [
        ("A vision that staff know", "Partly met")
    ]


def test_case_study_tells_obstacles_next_steps_and_what_is_open(year, build, reading):
    report = study(build, year)
    assert reading.words(reading.section(report, "What stood in the way").blocks) == (
        "A merger in spring"
    )
    assert reading.words(reading.section(report, "What comes next").blocks) == (
        "A second year\nOn 15 December 2027, 2 actions were still open."
    )


def test_case_study_quotes_in_the_approved_words_as_far_as_agreed(year, build, reading):
    said = reading.section(study(build, year), "What people said").blocks
    assert [(quote.text, quote.attribution) for quote in said] == [
        ("We talk now", "Amina Yusuf (Head of service)"),
        ("It was hard", "Team manager"),
        ("I laughed more", "A participant"),
        ("I am glad", "Somebody involved in the programme"),
        ("It helped", ""),
    ]


def test_case_study_quotes_a_role_by_its_name_where_no_post_is_known(year, build, reading):
    bare = evolve(
        year, people=[evolve(p, position="") if p.id == "mei-chen" else p for p in year.people]
    )
    said = reading.section(study(build, bare), "What people said").blocks
    assert said[1].attribution == "A participant"


def test_case_study_keeps_praise_of_people_apart_from_results(year, build, reading):
    report = study(build, year)
    assert [q.text for q in reading.section(report, "About the facilitation").blocks] == [
        "Sam kept us going"
    ]
    assert [q.text for q in reading.section(report, "About the external expert").blocks] == [
        "Beatriz was frank"
    ]
    assert "kept us going" not in reading.words(reading.section(report, "The results"))


@pytest.mark.parametrize(
    "hidden", ["raw", "For the council only", "Only for a month", "Never asked"]
)
def test_case_study_quotes_nothing_beyond_consent(year, build, reading, hidden):
    assert hidden not in reading.words(study(build, year))


def test_case_study_quotes_what_was_withdrawn_no_longer(year, build, reading):
    kept = year.quotes[0].id
    withdrawn = year.with_event(Event("2027-12-10", "withdrawn"), "quote", kept)
    assert "We talk now" in reading.words(study(build, withdrawn, "2027-12-09"))
    assert "We talk now" not in reading.words(study(build, withdrawn, "2027-12-10"))


@pytest.mark.parametrize("as_of", ["2026-09-01", "2027-01-05", "2027-11-30"])
def test_case_study_waits_for_the_close(year, build, as_of):
    with pytest.raises(ReportError, match="waits until the programme is 'closing' or later"):
        study(build, year, as_of)


def test_case_study_without_gains_claims_nothing(build, reading):
    report = study(build, Programme(title="A year", events=EVENTS))
    assert reading.words(reading.section(report, "The results").blocks) == (
        "No results had been recorded by the close."
    )
    assert report.subtitle == "Case study"


def test_case_study_of_one_workshop_says_the_day(build, reading):
    one = evolve(reading.one_day(), events=EVENTS)
    solution = reading.section(study(build, one), "The solution")
    assert reading.words(solution.blocks) == "1 workshop took place, on 15 June 2027."
