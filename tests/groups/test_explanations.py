"""What an answer says of itself."""

from workshopcore.groups import rotate
from workshopcore.groups.words import counted, in_groups, listed

TWELVE = ["ana", "ben", "caz", "dev", "eva", "fay", "gus", "hal", "ida", "jon", "kim", "lee"]


def test_schedule_in_which_nobody_meets_twice():
    assert rotate(TWELVE, groups=4, rounds=4).explain() == (
        "12 people in 4 groups of 3, 4 rounds. No two people meet twice. 18 pairs never met;"
        " everybody has met 8 colleagues or more. How it was made: an orthogonal array over the"
        " field of 4 elements."
    )


def test_schedule_with_as_few_repeats_as_there_can_be():
    found = rotate(TWELVE[:9], groups=3, rounds=5)
    assert found.explain() == (
        "9 people in 3 groups of 3, 5 rounds. 9 repeat meetings. Fewer are impossible. Everybody"
        f" has met everybody in the end. How it was made: {found.how}."
    )


def test_schedule_that_may_not_be_the_best():
    found = rotate(TWELVE, groups=4, rounds=5, budget=50_000)
    assert (
        "3 repeat meetings. Fewer than 0 are impossible; between the two it is open."
        in found.explain()
    )


def test_repeats_that_were_there_before_are_told():
    found = rotate(TWELVE[:4], groups=2, rounds=1, met=[["ana", "ben"]] * 3)
    assert "3 repeat meetings, 3 of them from before. Fewer are impossible." in found.explain()


def test_people_who_are_alike_and_sit_together_are_told():
    north = dict.fromkeys(["ana", "ben"], "north")
    apart = [["ana", "caz"], ["ana", "dev"]]
    found = rotate(TWELVE[:4], groups=2, rounds=1, apart=apart, balance=[north], budget=1000)
    assert (
        "1 pair of people who are alike sit together beyond what their number makes inevitable."
    ) in found.explain()


def test_numbers_and_names_in_words():
    assert (counted(1, "round"), counted(0, "person", "people")) == ("1 round", "0 people")
    assert in_groups((3, 4, 4, 2)) == "2 groups of 4, 1 group of 3 and 1 group of 2"
    assert listed(["ana"]) == "'ana'"
    assert listed([]) == ""
