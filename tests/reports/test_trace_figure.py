from attrs import evolve

import workshopcore as wc
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.reports.trace_figure import trace_figure
from workshopcore.trace import trace

EXAMPLE = "docs/examples/adult-social-care/programme.toml"
DAY = "2027-12-31"


def figure(programme):
    (made,) = trace_figure(trace(programme, DAY))
    return made


def column(made, number):
    return [node["id"] for node in made.data["columns"][number]["nodes"]]


def test_no_gain_no_figure():
    assert trace_figure(trace(wc.load(EXAMPLE), "2027-01-20")) == ()


def test_columns_run_from_objectives_to_gains():
    made = figure(wc.load(EXAMPLE))

    assert [each["label"] for each in made.data["columns"]] == [
        "Objectives",
        "Workshops",
        "Actions and decisions",
        "Evidence",
        "Gains",
    ]
    assert column(made, 4)[:2] == ["gain shared-vision", "gain strengths-and-misfits"]
    assert column(made, 1)[0] == "workshop where-now"


def test_frames_tell_the_grades():
    made = figure(wc.load(EXAMPLE))

    tones = {node["id"]: node["tone"] for node in made.data["columns"][4]["nodes"]}
    assert tones["gain joined-up"] == "strong"
    assert tones["gain momentum"] == "plain"
    assert tones["gain trust-and-challenge"] == "weak"


def test_lines_follow_the_path_of_a_gain():
    links = set(map(tuple, figure(wc.load(EXAMPLE)).data["links"]))

    assert {
        ("objective modern-delivery", "workshop choice-in-practice"),
        ("workshop choice-in-practice", "action huddle-again"),
        ("action huddle-again", "evidence hospital-letter"),
        ("evidence hospital-letter", "gain joined-up"),
    } <= links
    assert ("action huddle-again", "gain joined-up") not in links


def test_what_has_no_link_between_is_linked_straight():
    year = wc.load(EXAMPLE)
    gain = wc.Gain("Better", id="better", stated="2027-11-23", objectives=["vision"])
    only = evolve(year, gains=[gain], quotes=[])

    made = figure(only)

    assert [tuple(link) for link in made.data["links"]] == [("objective vision", "gain better")]
    assert drawing_of(made) is not None


def test_action_from_nowhere_is_linked_to_its_objective():
    year = wc.load(EXAMPLE)
    action = wc.Action("Ask", "priya-raman", id="ask", objective="vision", agreed="2027-01-19")
    action = evolve(action, owner=year.people[0].id)
    gain = wc.Gain("Better", id="better", stated="2027-11-23", actions=["ask"])
    changed = evolve(year, actions=[*year.actions, action], gains=[gain], quotes=[])

    assert {tuple(link) for link in figure(changed).data["links"]} == {
        ("action ask", "gain better"),
        ("objective vision", "action ask"),
    }


def test_example_is_drawn_and_told_in_words():
    made = figure(wc.load(EXAMPLE))

    assert drawing_of(made) is not None
    assert made.alt == (
        "8 gains: 3 independently confirmed, 4 shown by records and 1 reported."
        " 8 of 8 go back without a gap from evidence to an objective."
    )


def test_table_names_every_part():
    rows = figure(wc.load(EXAMPLE)).table.rows

    assert len(rows) == 8
