"""The formats of this distribution: the kit of workshopcore, and what was published of each."""

from importlib.resources import files
from pathlib import Path

import pytest

import workshopcore_liberating_structures as plugin
from workshopcore import Toolkit
from workshopcore.contracts.formats import FormatRequest
from workshopcore.errors import FormatError
from workshopcore.formats import catalogue
from workshopcore.testing import SessionFormatConformance

FORMATS = {
    session_format.key: session_format for session_format in plugin.workshopcore_session_formats()
}
README = Path(__file__).parents[1] / "README.md"


def structure(name):
    return FORMATS[f"liberating-structures:{name}"]


def plan(name, people, minutes=0, **options):
    found = structure(name)
    usual = found.length(people, options).usual
    return found.expand(FormatRequest(minutes or usual, people, options=options))


class TestLiberatingStructures(SessionFormatConformance):
    """Everything that workshopcore expects of a session format."""

    @pytest.fixture(params=FORMATS.values(), ids=FORMATS)
    def session_format(self, request):
        return request.param


def test_plugin_brings_one_format_for_each_file():
    toolkit = Toolkit(discover=False, plugins=[plugin])
    names = {file.name for file in (files(plugin) / "formats").iterdir()}

    assert {key.partition(":")[2] + ".toml" for key in FORMATS} == names
    assert set(FORMATS) <= set(toolkit.formats)
    assert toolkit.failures == ()


def test_plugin_repeats_nothing_that_the_library_has():
    ours = {key.partition(":")[2] for key in FORMATS}
    titles = {found.title.lower() for found in FORMATS.values()}

    assert ours & {found.key for found in catalogue()} == set()
    assert titles & {found.title.lower() for found in catalogue()} == set()


@pytest.mark.parametrize(
    ("name", "people", "minutes"),
    [
        # As published by McCandless and Lipmanowicz.
        ("agreement-certainty-matrix", 24, 45),
        ("drawing-together", 12, 40),
        ("ecocycle-planning", 16, 95),
        ("generative-relationships", 12, 25),
        ("helping-heuristics", 12, 15),
        ("impromptu-networking", 40, 20),
        ("wicked-questions", 30, 25),
        # As published, and the minutes to explain it.
        ("nine-whys", 12, 20 + 2),
        ("wise-crowds", 12, 4 * 15 + 3 + 3),
        ("shift-and-share", 30, 5 + 6 * 12 + 5 * 1),
    ],
)
def test_structure_takes_what_was_published(name, people, minutes):
    assert structure(name).length(people).usual == minutes


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("appreciative-interviews", 45, 60),
        ("conversation-cafe", 35, 60),
        ("discovery-and-action-dialogue", 25, 70),
        ("heard-seen-respected", 30, 35),
        ("min-specs", 35, 50),
    ],
)
def test_structure_usually_takes_what_was_published_as_a_range(name, least, most):
    assert least <= structure(name).length(12).usual <= most


def test_wise_crowds_give_everybody_a_turn_as_client():
    steps = plan("wise-crowds", 14).steps

    assert [step.round for step in steps if step.name == "The client asks"] == [
        f"Client {number} of 5" for number in range(1, 6)
    ]
    assert steps[1].groups.sizes == (5, 5, 4)
    assert steps[-1].name == "What was useful"


def test_wise_crowds_make_threes_where_fours_do_not_come_out():
    assert plan("wise-crowds", 7).groups.sizes == (4, 3)


def test_conversation_cafe_grows_with_the_largest_circle():
    by_people = {people: structure("conversation-cafe").length(people).usual for people in (5, 7)}

    assert by_people == {5: 4 + 3 * 5 + 25, 7: 4 + 3 * 7 + 25}


def test_impromptu_networking_meets_as_many_as_it_is_told():
    steps = plan("impromptu-networking", 9, rounds=4).steps

    talks = [step for step in steps if step.name == "Talk in pairs"]
    assert len(talks) == 4
    assert talks[0].groups.sizes == (3, 2, 2, 2)


def test_shift_and_share_visits_no_more_stations_than_there_are():
    rounds = [step.round for step in plan("shift-and-share", 12).steps if step.name == "Show"]

    assert rounds == ["Station 1 of 3", "Station 2 of 3", "Station 3 of 3"]


def test_shift_and_share_stops_at_the_usual_number_of_stations():
    found = plan("shift-and-share", 60)

    assert len(found.groups.sizes) == 12
    assert sum(step.name == "Show" for step in found.steps) == 6


def test_wicked_questions_hear_every_group():
    [reading] = [
        step for step in plan("wicked-questions", 30).steps if step.name == "Hear them all"
    ]

    assert reading.times == 6


def test_min_specs_compare_only_where_there_is_something_to_compare():
    alone, several = ([step.name for step in plan("min-specs", people).steps] for people in (7, 8))

    assert "Compare and settle" not in alone
    assert several == [*alone, "Compare and settle"]


def test_structure_refuses_what_it_cannot_do():
    with pytest.raises(FormatError, match="works for 12 to 70 people, found 11"):
        structure("shift-and-share").length(11)


@pytest.mark.parametrize("found", FORMATS.values(), ids=FORMATS)
def test_structure_names_those_who_made_it(found):
    assert "Keith McCandless and Henri Lipmanowicz" in found.licence
    assert "non-commercial Creative Commons" in found.licence
    assert found.source != ""
    assert "published" in found.provenance


def test_readme_lists_every_structure_with_its_figures():
    rows = {
        f"| `{key.partition(':')[2]}` | {', '.join(found.purposes)} |"
        f" {found.people[0]}–{found.people[1]} | {found.length(12).usual} |"
        for key, found in FORMATS.items()
    }
    listed = README.read_text("utf-8").splitlines()

    assert {line for line in listed if line.startswith("| `")} == rows
