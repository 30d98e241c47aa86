"""The stages of a session in which people sit in groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.formats import FormatPlan, FormatRequest, GroupPlan, Step
from workshopcore.formats import catalogue
from workshopcore.model.length import Length
from workshopcore.toolkit.seating.stages import parts_within, stages_of

FORMATS = {each.key: each for each in catalogue()}
TEN = Length(10, 10, 10)


def stages(key, people, minutes=200):
    return stages_of(FORMATS[key].expand(FormatRequest(minutes, people)))


def sizes(key, people):
    return [stage.sizes for stage in stages(key, people)]


def test_world_cafe_mixes_in_every_round_and_its_hosts_stay():
    found = stages("world-cafe", 12)
    assert [stage.sizes for stage in found] == [(4, 4, 4)] * 3
    assert {(stage.hosted, stage.lasting) for stage in found} == {(True, "round")}


def test_threes_stay_the_same_for_the_whole_session():
    assert sizes("troika-consulting", 9) == [(3, 3, 3)]


def test_pairs_come_before_the_fours_that_they_make():
    assert sizes("one-two-four-all", 9) == [(3, 2, 2, 2), (5, 4)]


def test_action_learning_sets_last_for_the_programme():
    assert [stage.lasting for stage in stages("action-learning-set", 12)] == ["programme"]


@pytest.mark.parametrize("key", ["check-in", "action-planning", "open-space", "dot-voting"])
def test_sessions_of_everybody_together_have_none(key):
    assert stages(key, 9 if key != "open-space" else 20, 240) == ()


def test_groups_without_steps_that_name_them_count():
    assert [s.sizes for s in stages_of(FormatPlan([], groups=GroupPlan((3, 2))))] == [(3, 2)]


def test_everybody_alone_is_no_group():
    plan = FormatPlan([Step("Think", TEN, groups=GroupPlan((1, 1, 1)))])
    assert stages_of(plan) == ()


def test_groups_that_come_again_are_the_same():
    pairs, fours = GroupPlan((2, 2, 2, 2)), GroupPlan((4, 4))
    steps = [Step("Talk", TEN, groups=each) for each in (pairs, fours, pairs)]
    assert [s.sizes for s in stages_of(FormatPlan(steps))] == [(2, 2, 2, 2), (4, 4)]


@pytest.mark.parametrize(
    ("parts", "wholes", "found"),
    [
        ((2, 2, 2, 2), (4, 4), ((2, 2), (2, 2))),
        ((3, 2, 2, 2), (5, 4), ((3, 2), (2, 2))),
        ((3, 2, 2), (4, 3), ((2, 2), (3,))),
        ((3, 3), (4, 2), None),
        ((3, 3, 3), (5, 4), None),
        ((2, 2), (2, 2), None),
        ((2, 2), (5,), None),
        ((2,) * 201, (402,), None),
    ],
)
def test_parts_fit_into_wholes_or_do_not(parts, wholes, found):
    assert parts_within(parts, wholes) == found


@given(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=3), min_size=1, max_size=4))
def test_what_was_parted_can_be_parted_again(groups):
    parts = sorted((size for group in groups for size in group), reverse=True)
    wholes = sorted(map(sum, groups), reverse=True)
    found = parts_within(parts, wholes)
    if len(parts) == len(wholes):
        assert found is None
    else:
        assert [sum(each) for each in found] == wholes
        assert sorted((size for each in found for size in each), reverse=True) == parts
