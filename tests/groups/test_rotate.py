"""What is true of every rotation."""

import subprocess
import sys

import pytest
from counting import all_groups, meetings, repeats, sizes
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.groups import rotate, sizes_for
from workshopcore.model.people import Person

TWELVE = ["ana", "ben", "caz", "dev", "eva", "fay", "gus", "hal", "ida", "jon", "kim", "lee"]
TEAM = [
    Person("Ana", service="Adults", site="North"),
    Person("Ben", service="Adults", site="South"),
    Person("Caz", service="Children", site="North"),
    Person("Dev", service="Children", site="South"),
    Person("Eva", service="Housing", site="North"),
    Person("Fay", service="Housing", site="South"),
]


def people(number):
    return [f"person-{each}" for each in range(1, number + 1)]


@st.composite
def questions(draw):
    number = draw(st.integers(5, 20))
    least = draw(st.integers(2, number // 2))
    everybody = people(number)
    rounds = draw(st.integers(1, 4))
    groups = draw(st.integers(1, number // least))
    few = st.lists(st.sampled_from(everybody), max_size=3, unique=True)
    absent = draw(st.dictionaries(st.integers(1, rounds), few, max_size=2))
    met = draw(st.lists(st.lists(st.sampled_from(everybody), max_size=4), max_size=4))
    return {"people": everybody, "groups": groups, "rounds": rounds, "absent": absent, "met": met}


@given(questions(), st.integers(0, 3))
def test_everybody_who_is_there_is_in_one_group_each_round(question, seed):
    found = rotate(**question, seed=seed, budget=3000)
    for number, groups in enumerate(found.rounds, 1):
        present = set(question["people"]) - set(question["absent"].get(number, ()))
        assert sorted(name for group in groups for name in group) == sorted(present)


@given(questions())
def test_sizes_differ_by_one_at_most_and_nobody_sits_alone(question):
    found = rotate(**question, budget=3000)
    for groups in found.rounds:
        assert max(sizes(groups)) - min(sizes(groups)) <= 1
        assert min(sizes(groups)) > 1


@given(questions())
def test_repeats_and_meetings_are_what_the_groups_say(question):
    found = rotate(**question, budget=3000)
    everything = [*question["met"], *all_groups(found.rounds)]
    counted = meetings(everything)
    assert found.repeats == repeats(*everything)
    assert found.earlier == repeats(*question["met"])
    assert found.met == {pair: counted[frozenset(pair)] for pair in found.met}
    assert len(found.met) == len(question["people"]) * (len(question["people"]) - 1) // 2


@given(questions(), st.integers(0, 20_000))
def test_no_schedule_is_below_the_bound(question, budget):
    found = rotate(**question, budget=budget)
    assert found.lower_bound <= found.repeats
    assert found.proven == (found.lower_bound == found.repeats)


@given(questions())
def test_same_seed_and_budget_give_the_same_schedule(question):
    assert rotate(**question, budget=2000) == rotate(**question, budget=2000)


@given(questions(), st.randoms(use_true_random=False))
def test_other_names_do_not_change_how_good_a_schedule_is(question, random):
    names = dict(
        zip(
            question["people"],
            random.sample(question["people"], k=len(question["people"])),
            strict=True,
        )
    )
    renamed = {
        **question,
        "people": [names[name] for name in question["people"]],
        "absent": {n: [names[name] for name in away] for n, away in question["absent"].items()},
        "met": [[names[name] for name in group] for group in question["met"]],
    }
    one, other = rotate(**question, budget=2000), rotate(**renamed, budget=2000)
    assert (one.repeats, one.lower_bound, one.how) == (other.repeats, other.lower_bound, other.how)


@pytest.mark.parametrize("order", [1, 2])
def test_schedule_does_not_depend_on_the_hash_of_names(order):
    code = (
        "from workshopcore.groups import rotate\n"
        "p = ['p%d' % n for n in range(14)]\n"
        "print(rotate(p, groups=4, rounds=5, met=[p[:3], p[5:9]], apart=[p[2:4]],"
        " balance=[{name: name[-1] for name in p}], budget=20000).rounds)"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in (0, order)
    ]
    assert printed[0] == printed[1]


def test_another_seed_gives_another_schedule():
    found = [rotate(TWELVE, groups=3, rounds=4, seed=seed).rounds for seed in (0, 1)]
    assert found[0] != found[1]


def test_people_may_be_given_as_persons():
    found = rotate(TEAM, groups=3, rounds=1)
    assert found.rounds == ((("ana", "fay"), ("ben", "eva"), ("caz", "dev")),)


def test_sizes_may_be_given_in_any_order():
    found = rotate(TWELVE[:11], sizes=(3, 4, 4), rounds=3)
    assert [sizes(groups) for groups in found.rounds] == [[4, 4, 3]] * 3


def test_without_a_budget_there_is_a_schedule_all_the_same():
    found = rotate(people(10), sizes=(4, 3, 3), rounds=3, budget=0)
    assert [sizes(groups) for groups in found.rounds] == [[4, 3, 3]] * 3


def test_among_equal_schedules_the_fewest_colleagues_met_are_the_most():
    # Ten repeats are the fewest. If they all are of one pair, everybody else meets everybody once.
    found = rotate(people(17), sizes=(5, 4, 4, 4), rounds=5)
    assert (found.repeats, found.proven, found.fewest_met) == (10, True, 16)


def test_one_group_meets_again_and_again():
    found = rotate(TWELVE[:4], groups=1, rounds=3)
    assert (found.repeats, found.proven) == (18, True)


def test_earlier_groups_may_hold_people_who_have_left():
    found = rotate(TWELVE[:4], groups=2, rounds=2, met=[["ana", "ben", "zoe"], ["zoe", "yan"]])
    assert (found.repeats, found.proven) == (0, True)
    assert found.times("ana", "ben") == found.times("ben", "ana") == 1


def test_what_one_rotation_made_is_history_for_the_next():
    first = rotate(TWELVE, groups=4, rounds=2)
    second = rotate(TWELVE, groups=4, rounds=2, met=first.groups)
    assert (first.repeats, second.repeats, second.proven) == (0, 0, True)
    assert second.colleagues("ana") == tuple(
        name for name in TWELVE[1:] if second.times("ana", name)
    )
    assert len(second.colleagues("ana")) == 8


def test_hosts_stay_at_their_tables():
    found = rotate(people(20), groups=5, rounds=3, hosts=people(5))
    assert [[group[0] for group in groups] for groups in found.rounds] == [people(5)] * 3
    assert (found.repeats, found.proven) == (0, True)


def test_fewer_hosts_than_tables_have_the_first_ones():
    found = rotate(TWELVE, groups=4, rounds=4, hosts=["lee", "kim"])
    assert [groups[0][0] for groups in found.rounds] == ["lee"] * 4
    assert [groups[1][0] for groups in found.rounds] == ["kim"] * 4


def test_table_of_an_absent_host_stays_without_one():
    found = rotate(
        TWELVE, groups=4, rounds=2, hosts=["ana", "ben", "caz", "dev"], absent={2: ["ben"]}
    )
    assert [group[0] for group in found.rounds[1]][::2] == ["ana", "caz"]
    assert "ben" not in {name for group in found.rounds[1] for name in group}


def test_hosts_go_to_fewer_tables_when_too_few_people_are_there():
    found = rotate(TWELVE[:6], groups=3, rounds=2, hosts=["fay"], absent={1: ["ana", "ben", "caz"]})
    assert found.rounds[0] == (("fay", "dev", "eva"),)


def test_groups_of_a_round_that_some_miss_are_as_even_as_can_be():
    found = rotate(TWELVE, groups=4, rounds=2, absent={1: ["ana", "ben"], 2: ["caz"]})
    assert [sizes(groups) for groups in found.rounds] == [[3, 3, 2, 2], [3, 3, 3, 2]]
    assert found.repeats == 0


def test_nobody_sits_alone_because_others_are_away():
    found = rotate(TWELVE[:6], groups=3, rounds=2, absent={2: ["ana"]})
    assert [sizes(groups) for groups in found.rounds] == [[2, 2, 2], [3, 2]]


def test_balance_spreads_services_and_sites():
    found = rotate(TEAM, groups=2, rounds=3, balance=["service", "site"])
    assert found.uneven == 0
    for groups in found.rounds:
        for group in groups:
            assert len({next(p.service for p in TEAM if p.id == name) for name in group}) == 3


def test_balance_passes_over_blank_values():
    blank = [Person("Ana"), Person("Ben"), Person("Caz"), Person("Dev")]
    found = rotate(blank, groups=2, rounds=3, balance=["service"])
    assert (found.uneven, found.repeats) == (0, 0)


def test_balance_that_cannot_be_kept_is_counted():
    # Whoever is from the north must sit together, as Ana cannot sit with anybody else.
    north = dict.fromkeys(["ana", "ben"], "north")
    apart = [["ana", "caz"], ["ana", "dev"]]
    found = rotate(TWELVE[:4], groups=2, rounds=1, apart=apart, balance=[north], budget=1000)
    assert (found.uneven, found.repeats, found.proven) == (1, 0, False)


def test_people_who_are_kept_together_do_not_count_against_balance():
    north = dict.fromkeys(TWELVE[:4], "north")
    together = [["ana", "ben"], ["caz", "dev"]]
    found = rotate(TWELVE[:8], groups=4, rounds=1, together=together, balance=[north])
    assert (found.uneven, found.proven) == (0, True)
    assert ("ana", "ben") in found.rounds[0]
    assert ("caz", "dev") in found.rounds[0]


def test_budget_is_told_as_it_is_used():
    told = []
    rotate(people(20), groups=5, rounds=6, budget=50_000, advance=lambda *far: told.append(far))
    assert [most for _, most in told] == [50_000] * len(told)
    done = [swaps for swaps, _ in told]
    assert done == sorted(done)
    assert (done[-1], len(done) > 20) == (50_000, True)


def test_a_schedule_that_is_written_down_is_told_at_once():
    told = []
    rotate(people(16), groups=4, rounds=5, advance=lambda *far: told.append(far))
    assert len(told) == 1


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"rounds": 0}, InvalidValueError),
        ({"rounds": 2.0}, InvalidValueError),
        ({"groups": 0}, InvalidValueError),
        ({"groups": None}, InvalidValueError),
        ({"sizes": (6, 6)}, InvalidValueError),
        ({"groups": None, "sizes": (11, 1)}, InvalidValueError),
        ({"groups": None, "sizes": 4}, InvalidValueError),
        ({"people": "ana ben"}, InvalidValueError),
        ({"people": [1, 2, 3, 4]}, InvalidValueError),
        ({"people": ["ana", "ben", "caz", ""]}, InvalidValueError),
        ({"met": ["ana"]}, InvalidValueError),
        ({"apart": [["ana", "zoe"]]}, UnknownKeyError),
        ({"together": [["ana", "zoe"]]}, UnknownKeyError),
        ({"hosts": ["zoe"]}, UnknownKeyError),
        ({"hosts": "ana"}, InvalidValueError),
        ({"absent": [["ana"]]}, InvalidValueError),
        ({"absent": {3: ["ana"]}}, InvalidValueError),
        ({"absent": {1: ["zoe"]}}, UnknownKeyError),
        ({"balance": ["service"]}, InvalidValueError),
        ({"balance": "service"}, InvalidValueError),
        ({"budget": -1}, InvalidValueError),
    ],
)
def test_values_that_make_no_sense_are_refused(wrong, error):
    question = {"people": TWELVE, "groups": 3, "rounds": 2} | wrong
    with pytest.raises(error):
        rotate(question.pop("people"), **question)


def test_values_to_balance_are_single_words():
    with pytest.raises(InvalidValueError, match="one value for each person, such as a word"):
        rotate(TWELVE, groups=3, rounds=1, balance=[{name: ["north"] for name in TWELVE}])


def test_field_that_a_person_does_not_have_is_refused():
    with pytest.raises(InvalidValueError, match="a field of the people given"):
        rotate(TEAM, groups=2, rounds=1, balance=["grade"])


def test_sizes_for_suit_a_rotation():
    found = rotate(people(14), sizes=sizes_for(14, 3, 4), rounds=4)
    assert (found.repeats, found.proven) == (0, True)
