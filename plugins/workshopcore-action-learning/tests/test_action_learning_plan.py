"""What the format plans for so many people and minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore_action_learning as plugin
from workshopcore import Toolkit
from workshopcore.contracts.formats import FormatRequest
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.model.options import Options
from workshopcore.testing import SessionFormatConformance
from workshopcore_action_learning import ActionLearningSet

SETS = ActionLearningSet()


def expand(people, minutes, **options):
    return SETS.expand(FormatRequest(minutes, people, options=options))


def rounds(plan):
    return list(dict.fromkeys(step.round for step in plan.steps if step.round))


class TestActionLearningSet(SessionFormatConformance):
    """Everything that workshopcore expects of a session format."""

    @pytest.fixture
    def session_format(self):
        return SETS


class TestActionLearningSetWithOptions(SessionFormatConformance):
    """The same, with every option set."""

    options = Options({"airtime": 25, "opening": 10, "closing": 7})

    @pytest.fixture
    def session_format(self):
        return SETS


def test_plugin_brings_its_format():
    toolkit = Toolkit(discover=False, plugins=[plugin])

    assert "action-learning:set" in toolkit.formats
    assert toolkit.failures == ()


@pytest.mark.parametrize(
    ("people", "shortest", "usual", "longest"),
    [
        # 20 to open, 36 for each presenter, 10 to close; the last two rounded up to fives.
        (4, 66, 140, 175),
        (6, 66, 140, 250),
        (9, 66, 140, 210),
    ],
)
def test_length_is_for_one_presenter_three_and_everybody(people, shortest, usual, longest):
    length = SETS.length(people)

    assert (length.shortest, length.usual, length.longest) == (shortest, usual, longest)


def test_length_follows_the_options():
    length = SETS.length(5, Options({"airtime": 60, "opening": 15, "closing": 5}))

    assert (length.shortest, length.usual, length.longest) == (80, 200, 320)


def test_presenter_s_time_has_its_four_parts():
    steps = expand(4, 66).steps

    assert [(step.name, step.minutes, step.round) for step in steps] == [
        ("News since last time", 20, ""),
        ("Set out the problem", 5, "Round 1 of 1"),
        ("Get the picture", 7, "Round 1 of 1"),
        ("Ask openly", 15, "Round 1 of 1"),
        ("What will you do?", 9, "Round 1 of 1"),
        ("How did we work?", 10, ""),
    ]


@pytest.mark.parametrize(
    ("minutes", "presenters"), [(66, 1), (101, 1), (102, 2), (137, 2), (138, 3), (174, 4), (209, 4)]
)
def test_as_many_present_as_there_is_time_for(minutes, presenters):
    assert len(rounds(expand(6, minutes))) == presenters


@given(people=st.integers(4, 40), airtime=st.integers(20, 90))
def test_usual_and_longest_hear_three_and_everybody(people, airtime):
    length = SETS.length(people, Options({"airtime": airtime}))

    usual, longest = (
        expand(people, minutes, airtime=airtime) for minutes in (length.usual, length.longest)
    )

    largest = max(usual.groups.sizes) if usual.groups else people
    assert (len(rounds(usual)), len(rounds(longest))) == (3, largest)
    assert (length.usual % 5, length.longest % 5) == (0, 0)


def test_no_more_present_than_sit_in_a_set():
    assert len(rounds(expand(4, 400))) == 4


@given(
    people=st.integers(4, 40),
    airtime=st.integers(20, 90),
    opening=st.integers(5, 60),
    closing=st.integers(5, 60),
    data=st.data(),
)
def test_plan_uses_every_minute_and_every_presenter_gets_the_same(
    people, airtime, opening, closing, data
):
    options = {"airtime": airtime, "opening": opening, "closing": closing}
    length = SETS.length(people, Options(options))
    minutes = data.draw(st.integers(length.shortest, length.longest))

    plan = expand(people, minutes, **options)

    assert sum(step.minutes for step in plan.steps) == minutes
    airtimes = {
        sum(step.minutes for step in plan.steps if step.round == each) for each in rounds(plan)
    }
    assert len(airtimes) == 1
    assert min(airtimes) >= airtime
    largest = max(plan.groups.sizes) if plan.groups else people
    assert len(rounds(plan)) == min(largest, (minutes - opening - closing) // airtime)


@given(people=st.integers(4, 40), minutes=st.integers(66, 2000))
def test_every_step_stays_within_its_length(people, minutes):
    for step in expand(people, minutes).steps:
        assert step.length.shortest <= step.minutes <= step.length.longest


def test_more_minutes_than_everybody_needs_are_told():
    plan = expand(4, 20 + 4 * 72 + 10 + 25)

    assert sum(step.minutes for step in plan.steps) == 20 + 4 * 72 + 10
    assert "Everybody is heard with 25 minutes to spare." in plan.notes


def test_plan_says_when_shorter_turns_would_let_one_more_be_heard():
    assert "With 35 minutes each, 3 in a set could be heard." in expand(6, 135).notes


def test_plan_proposes_no_turn_that_is_too_short():
    assert not any("could be heard" in note for note in expand(6, 119).notes)


def test_small_set_is_through_early():
    plan = expand(9, 210)

    assert plan.groups.sizes == (5, 4)
    assert plan.groups.lasting == "programme"
    assert "Everybody in set 2 is heard after round 4, and goes on to look back." in plan.notes


def test_plan_without_a_programme_goes_by_numbers():
    [first, *_] = expand(9, 138).notes

    assert first.startswith("Each set hears 3 presenters today.")


def test_plan_for_one_presenter_says_so():
    [first, *_] = expand(6, 66).notes

    assert first.startswith("The set hears one presenter today.")


def test_several_sets_sit_apart_all_day():
    plan = expand(11, 138)

    assert plan.groups.sizes == (6, 5)
    assert {(step.arrangement, step.groups) for step in plan.steps} == {("groups", plan.groups)}
    assert {material.item: material.quantity for material in plan.materials} == {
        "Room or corner where nobody listens in": 2,
        "Clock in sight of everybody": 2,
        "Sheet for own actions": 11,
    }


def test_one_set_is_everybody_together():
    plan = expand(6, 138)

    assert plan.groups is None
    assert {(step.arrangement, step.groups) for step in plan.steps} == {("plenary", None)}


@pytest.mark.parametrize(
    ("people", "message"),
    [(3, "works for 4 to 40 people, found 3. Invite more"), (41, "found 41. Run it in several")],
)
def test_number_of_people_that_does_not_suit_is_refused(people, message):
    with pytest.raises(FormatError, match=message):
        SETS.length(people)


def test_too_few_minutes_are_refused_with_what_is_missing():
    with pytest.raises(FormatError) as refused:
        expand(6, 60)

    assert str(refused.value) == (
        "action learning sets need 66 minutes: 20 to open, 36 for one presenter and 10 to close;"
        " found 60. Give them 6 more, or set a shorter 'airtime'"
    )


@pytest.mark.parametrize("airtime", [19, 91, 36.0, "36", True])
def test_option_out_of_bounds_is_refused(airtime):
    with pytest.raises(InvalidValueError, match="from 20 to 90 for the option 'airtime'"):
        SETS.length(6, Options({"airtime": airtime}))
