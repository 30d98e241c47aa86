"""What a format of the catalogue answers."""

import pytest

from workshopcore.contracts.formats import FormatRequest, GroupPlan, MaterialPlan
from workshopcore.errors import FormatError, InvalidValueError, WorkshopCoreError
from workshopcore.formats import catalogue
from workshopcore.model.length import Length
from workshopcore.model.options import Options

FORMATS = {format.key: format for format in catalogue()}


def plan(key, people, minutes=500, **options):
    return FORMATS[key].expand(FormatRequest(minutes, people, options=options))


def step(plan, name):
    return next(step for step in plan.steps if step.name == name)


def test_length_grows_with_the_turns_of_a_round():
    # Prompt 1/2/3 and a turn of 0.5/1/2 each.
    assert FORMATS["check-in"].length(3, Options()) == Length(3, 5, 9)
    assert FORMATS["check-in"].length(20, Options()) == Length(11, 22, 43)


def test_length_grows_with_the_stations_of_a_walk():
    walk = FORMATS["gallery-walk"]
    # Three stations for twelve people, six for twenty-four: (5 + 1) more for each.
    assert walk.length(12, Options()).usual == 5 + 3 * 6 + 15
    assert walk.length(24, Options()).usual == 5 + 6 * 6 + 15


def test_length_of_troikas_has_a_fourth_round_for_a_group_of_four():
    troika = FORMATS["troika-consulting"]
    assert troika.length(9, Options()).shortest == 1 + 3 * 7
    assert troika.length(10, Options()).shortest == 1 + 4 * 7


def test_length_follows_an_option():
    panel = FORMATS["expert-panel"]
    assert panel.length(20, Options({"experts": 2})).usual == 71 - 7
    assert panel.length(20, Options({"experts": 4})).usual == 71 + 7


def test_length_ignores_what_is_said_to_others():
    review = FORMATS["action-review"]
    assert review.length(9, Options({"mood": "calm"})) == review.length(9)


@pytest.mark.parametrize("value", [1, 5, "three", True, 2.0])
def test_length_refuses_an_option_out_of_bounds(value):
    with pytest.raises(InvalidValueError, match="from 2 to 4 for the option 'experts'"):
        FORMATS["expert-panel"].length(20, Options({"experts": value}))


def test_expand_names_the_groups_and_their_sizes():
    assert plan("world-cafe", 23).groups == GroupPlan(
        (5, 5, 5, 4, 4),
        "tables",
        note="three of 5, the others of 4",
        lasting="round",
        hosted=True,
    )


def test_expand_has_no_groups_when_everybody_works_together():
    assert plan("swot", 7).groups is None
    assert plan("check-in", 9).groups is None


def test_expand_seats_one_group_in_plenary():
    assert step(plan("swot", 7), "Look inside").arrangement == "plenary"
    assert step(plan("swot", 8), "Look inside").arrangement == "groups"


def test_expand_keeps_the_goes_of_a_step_in_one_row():
    turns = step(plan("check-in", 10), "Round of turns")
    assert (turns.length, turns.times) == (Length(5, 10, 20), 10)


def test_expand_counts_materials_for_workshop_groups_and_people():
    assert plan("triz", 12).materials == (
        MaterialPlan("Flip chart", 2),
        MaterialPlan("Marker", 4),
    )
    assert plan("twenty-five-ten", 20).materials == (
        MaterialPlan("Index card", 20),
        MaterialPlan("Marker", 20),
        MaterialPlan("Bell", 1),
    )


def test_expand_counts_one_set_of_group_materials_when_together():
    assert plan("swot", 6).materials[0] == MaterialPlan("Chart in four boxes", 1)


def test_expand_carries_prompts_and_captures():
    found = plan("what-so-what-now-what", 9)
    assert found.prompts == FORMATS["what-so-what-now-what"].prompts
    assert found.captures == ("Facts, meanings and next steps, kept apart",)
    assert found.steps[0].capture == "Facts, in the first column"


def test_expand_follows_an_option():
    rounds = [step.round for step in plan("delphi", 12, rounds=2).steps]
    assert rounds == ["Round 1 of 2", "Round 2 of 2"]


def test_expand_brings_as_much_as_an_option_asks_for():
    # A third as many dots as options, four for twelve, and two at the least.
    assert plan("dot-voting", 10).materials[0] == MaterialPlan("Sticky dot", 40)
    assert plan("dot-voting", 10, choices=3).materials[0] == MaterialPlan("Sticky dot", 20)
    assert plan("dot-voting", 10, choices=40).materials[0] == MaterialPlan("Sticky dot", 80)


TOO_FEW = """\
the format 'world-cafe' works for 12 to 2000 people, found 7. \
Invite more people, or choose another format"""
TOO_MANY = """\
the format 'check-in' works for 3 to 20 people, found 25. \
Run it in several rooms, or choose another format"""
NO_SPLIT = """\
the format 'troika-consulting' needs groups of 3 to 4, and 5 people cannot be split that way. \
Plan it for 4 or 6 people, or choose another format"""


@pytest.mark.parametrize(
    ("key", "people", "message"),
    [
        ("world-cafe", 7, TOO_FEW),
        ("check-in", 25, TOO_MANY),
        ("troika-consulting", 5, NO_SPLIT),
    ],
)
def test_format_refuses_people_it_does_not_work_for(key, people, message):
    with pytest.raises(FormatError) as length_error:
        FORMATS[key].length(people, Options())
    with pytest.raises(FormatError) as expand_error:
        plan(key, people)
    assert str(length_error.value) == str(expand_error.value) == message


def test_expand_refuses_to_be_squeezed():
    with pytest.raises(FormatError) as error:
        plan("triz", 12, minutes=20)
    assert str(error.value) == (
        "the format 'triz' takes at least 27 minutes with 12 people, found 20."
        " Give it 7 more, or choose a shorter format"
    )


def test_expand_runs_in_exactly_its_shortest_time():
    assert len(plan("triz", 12, minutes=27).steps) == 4


def test_format_error_is_one_of_ours_and_a_value_error():
    assert issubclass(FormatError, WorkshopCoreError)
    assert issubclass(FormatError, ValueError)
