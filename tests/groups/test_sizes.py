"""Sizes of groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import GroupsError, InvalidValueError
from workshopcore.formats.grouping import split
from workshopcore.groups import sizes_for
from workshopcore.groups.sizes import even_sizes, thinned


@given(st.integers(1, 60), st.integers(1, 8), st.integers(0, 4), st.integers(1, 12) | st.none())
def test_sizes_are_those_that_formats_use(people, least, more, aim):
    wanted = split(people, least, least + more, aim=aim)
    if wanted:
        assert sizes_for(people, least, least + more, aim=aim) == wanted
    else:
        with pytest.raises(GroupsError):
            sizes_for(people, least, least + more, aim=aim)


def test_people_who_cannot_be_split_are_told_why():
    with pytest.raises(GroupsError) as refused:
        sizes_for(5, 3, 4)
    assert str(refused.value) == (
        "5 people cannot be split into groups of 3 to 4: 1 group leaves somebody over, and 2"
        " groups are too many"
    )


@pytest.mark.parametrize("numbers", [(0, 3, 4), (10, 0, 4), (10, 4, 3), (10.0, 3, 4)])
def test_numbers_that_make_no_sense_are_refused(numbers):
    with pytest.raises(InvalidValueError):
        sizes_for(*numbers)


@given(st.integers(1, 12), st.integers(2, 8), st.integers(0, 20))
def test_thinned_sizes_seat_everybody_and_nobody_alone(groups, size, away):
    people = groups * size - away
    if people < 2:
        return
    found = thinned(even_sizes(groups * size, groups), people)
    assert sum(found) == people
    assert min(found) > 1
    assert max(found) - min(found) <= 1
    assert len(found) == min(groups, people // 2)


def test_largest_groups_give_way_first():
    assert thinned((6, 4, 2), 9) == (4, 3, 2)


def test_hosts_who_are_there_keep_their_tables():
    assert thinned((2, 2, 2), 4, tables=3) == (2, 1, 1)
