"""What may go out after what went out before."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.publication import Base
from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.disclosure import (
    Rule,
    Table,
    base_of,
    digests,
    may_release,
    protect,
)
from workshopcore.evaluation.disclosure.differencing.combining import (
    TooManyError,
    smallest_combination,
)

KEY = b"a key of the house"
NINE = [f"t{number}" for number in range(9)]


def base(people, group="everybody", wave="close", questions=("trust",)):
    return Base(wave, group, len(people), questions, people)


def reasons(verdict):
    return [each.reason for each in verdict.blocked]


def test_one_who_joined_late_is_protected_from_wave_to_wave():
    baseline = Table.of(dict.fromkeys(NINE, "everybody"))
    before = protect(baseline, wave="baseline", questions=["trust"], key=KEY)
    close = Table.of(dict.fromkeys([*NINE, "joined-late"], "everybody"))
    after = protect(close, earlier=before.bases, wave="close", questions=["trust"], key=KEY)
    assert after.withheld == "everybody (close, 10) less everybody (baseline, 9) leaves 1"


def test_one_who_left_is_protected_from_wave_to_wave():
    verdict = may_release([base(NINE[:8])], [base(NINE, wave="baseline")])
    assert reasons(verdict) == ["everybody (baseline, 9) less everybody (close, 8) leaves 1"]
    assert (verdict.allowed, verdict.blocked[0].people) == (False, 1)


def test_one_who_took_the_place_of_another_is_protected():
    verdict = may_release([base([*NINE[:8], "new"])], [base(NINE, wave="baseline")])
    assert reasons(verdict) == ["everybody (close, 9) less everybody (baseline, 9) leaves 1"]


def test_managers_among_nine_are_kept_back():
    # Nine people and a mean of 4.1 are a sum of 37, eight managers with 4.1 are 33: 4 is left.
    verdict = may_release([base(NINE[:8], "managers")], [base(NINE)])
    assert reasons(verdict) == ["everybody (close, 9) less managers (close, 8) leaves 1"]


def test_the_same_people_may_be_shown_again():
    earlier = [base(NINE), base(NINE[:8], "managers")]
    verdict = may_release(earlier, earlier)
    assert (verdict.allowed, verdict.new) == (True, ())


def test_a_base_without_members_may_be_shown_again():
    earlier = [Base("close", "everybody", 9, ["trust"])]
    assert may_release(earlier, earlier).new == ()


def test_another_question_is_not_compared():
    verdict = may_release([base(NINE[:8], questions=["pace"])], [base(NINE)])
    assert verdict.allowed


def test_figures_of_no_question_in_particular_are_compared_with_all():
    assert not may_release([base(NINE[:8], questions=())], [base(NINE)]).allowed


def test_waves_are_not_compared_where_the_house_says_so():
    verdict = may_release([base(NINE[:8])], [base(NINE, wave="baseline")], Rule(across_waves=False))
    assert verdict.allowed


def test_too_few_are_blocked_by_themselves():
    assert reasons(may_release([base(NINE[:4])])) == ["fewer than 5 answered"]


def test_several_earlier_releases_are_combined():
    people = [f"t{number}" for number in range(24)]
    earlier = [base(people), base(people[:8], "North"), base(people[8:15], "South")]
    verdict = may_release([base(people[15:22], "West")], earlier)
    (reason,) = reasons(verdict)
    assert reason.removeprefix("everybody (close, 24) ") == (
        "less North (close, 8) less South (close, 7) less West (close, 7) leaves 2"
    )
    assert verdict.blocked[0].together == tuple(earlier)


def test_overlapping_groups_are_combined():
    # a+b, b+c, c+d and d+e, five people each part but the last: the sum leaves a against e.
    a, b, c, d = (["abcd"[part] + str(n) for n in range(5)] for part in range(4))
    e = ["e0"]
    earlier = [base(a + b, "ab"), base(b + c, "bc"), base(c + d, "cd")]
    verdict = may_release([base([*d, *e, *a], "dea")], earlier)
    assert reasons(verdict) == [
        "bc (close, 10) and dea (close, 11) less ab (close, 10) less cd (close, 10) leaves 1"
    ]


def test_nothing_is_blocked_for_what_went_out_before():
    earlier = [base(NINE), base(NINE[:8], "managers")]
    others = [f"o{number}" for number in range(6)]
    assert may_release([base(others, "others")], earlier).allowed


def test_counts_that_are_close_block_where_members_are_not_known():
    earlier = [Base("baseline", "everybody", 9, ["trust"])]
    verdict = may_release([base(NINE[:8])], earlier)
    (reason,) = reasons(verdict)
    assert reason == (
        "everybody (close, 8) and everybody (baseline, 9) differ by 1,"
        " and it is not known who they were"
    )


def test_counts_that_are_far_apart_do_not_block():
    assert may_release([base(NINE)], [Base("baseline", "everybody", 20, ["trust"])]).allowed


def test_a_released_question_does_not_release_another():
    verdict = may_release([base(NINE, questions=["trust", "pace"])], [base(NINE)])
    assert (verdict.allowed, len(verdict.new)) == (True, 1)


def test_two_new_groups_are_compared_with_each_other():
    verdict = may_release([base(NINE), base(NINE[:8], "managers")])
    assert [each.base.group for each in verdict.blocked] == ["managers"]


def test_groups_too_many_to_look_through_are_kept_back():
    chance = random.Random(5)
    people = [f"p{number}" for number in range(120)]
    earlier = [base(chance.sample(people, 60), f"group {number}") for number in range(14)]
    verdict = may_release([base(chance.sample(people, 60), "last")], earlier, Rule(5))
    assert reasons(verdict) == ["last (close, 60) overlaps too many other groups to be sure"]
    assert verdict.blocked[0].people == 0


def rank(rows, columns):
    """The rank of rows over some columns, modulo a large prime."""
    prime = 2**61 - 1
    left = [[row[column] % prime for column in columns] for row in rows]
    found = 0
    for column in range(len(columns)):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        found += 1
        inverse = pow(pivot[column], -1, prime)
        left = [
            [
                (value - row[column] * inverse * other) % prime
                for value, other in zip(row, pivot, strict=True)
            ]
            for row in left
        ]
    return found


def resting_on(rows, few, everybody):
    """How many independent combinations of rows rest on a few people."""
    outside = [person for person in everybody if person not in few]
    return rank(rows, everybody) - rank(rows, outside)


@given(st.lists(st.sets(st.integers(0, 8), min_size=1), min_size=1, max_size=5), st.integers(2, 5))
def test_combinations_are_found_exactly_where_there_are_some(groups, k):
    everybody = range(9)
    rows = [[int(person in group) for person in everybody] for group in groups]
    expected = any(
        resting_on(rows, few, everybody) > resting_on(rows[:-1], few, everybody)
        for size in range(1, k)
        for few in combinations(everybody, size)
    )
    found = smallest_combination([frozenset(map(str, group)) for group in groups], k)
    assert (found is not None) == expected


@given(st.lists(st.sets(st.integers(0, 8), min_size=1), min_size=1, max_size=5), st.integers(2, 5))
def test_a_combination_is_what_it_says(groups, k):
    found = smallest_combination([frozenset(map(str, group)) for group in groups], k)
    if found is None:
        return
    weights = {
        person: sum(
            factor for factor, group in zip(found.factors, groups, strict=True) if person in group
        )
        for person in range(9)
    }
    assert {str(person) for person, weight in weights.items() if weight} == found.people
    assert 1 <= len(found.people) < k
    assert found.is_group == (set(weights.values()) <= {0, 1})


def test_combinations_give_up_rather_than_guess():
    chance = random.Random(5)
    people = [f"p{number}" for number in range(120)]
    groups = [frozenset(chance.sample(people, 60)) for _ in range(15)]
    with pytest.raises(TooManyError):
        smallest_combination(groups, 5)


def test_digests_tell_tokens_apart_and_keep_none_of_them():
    made = digests(["t1", "t2", "t1"], KEY)
    assert (len(made), {len(each) for each in made}) == (2, {32})
    assert digests(["t1"], KEY)[0] in made


# RFC 4231, test case 2, cut to 128 bits as its section 5 allows.
def test_digests_are_those_of_the_standard():
    key = b"Jefe" + b"\0" * 12  # HMAC pads keys with zeros, so this is the key "Jefe"
    assert digests(["what do ya want for nothing?"], key) == ("5bdcc146bf60754e6a042426089575c7",)


@pytest.mark.parametrize("key", [b"short", "text instead of bytes"])
def test_digests_ask_for_a_secret_key(key):
    with pytest.raises(InvalidValueError, match="a secret key of 16 bytes or more"):
        digests(["t1"], key)


def test_questions_with_the_same_groups_are_looked_at_once():
    questions = ["trust", "pace", "voice"]
    earlier = [base(NINE, questions=questions)]
    verdict = may_release(
        [base([f"o{n}" for n in range(7)], "others", questions=questions)], earlier
    )
    assert verdict.allowed


def test_digests_by_another_key_are_not_taken_for_other_people():
    earlier = base_of(NINE, b"a key that was lost", wave="baseline", questions=["trust"])
    verdict = may_release([base_of(NINE[:8], KEY, wave="close", questions=["trust"])], [earlier])
    assert verdict.blocked[0].reason.endswith("differ by 1, and it is not known who they were")


def test_a_base_has_its_members_by_digest_and_the_mark_of_the_key():
    made = base_of(["t1", "t2"], KEY, wave="close", group="North", questions=["trust"])
    assert made.members == digests(["t1", "t2"], KEY)
    assert made == Base("close", "North", 2, ["trust"], made.members, made.key)
    assert made.key not in digests([""], KEY)


def test_a_base_without_a_key_is_a_number():
    assert base_of(["t1", "t2"], wave="close") == Base("close", "everybody", 2)


def test_a_count_that_says_more_than_there_are_members_is_not_believed():
    verdict = may_release([Base("close", "everybody", 9, (), NINE[:3])])
    assert reasons(verdict) == ["fewer than 5 answered"]


def test_figures_of_all_questions_cover_those_of_each():
    assert may_release([base(NINE)], [base(NINE, questions=())]).new == ()


def test_figures_of_one_question_do_not_cover_those_of_all():
    assert len(may_release([base(NINE, questions=())], [base(NINE)]).new) == 1


def test_only_new_questions_are_compared():
    # Of trust, both were out before anybody kept count; of pace, nothing was.
    earlier = [base(NINE), base(NINE[:8], "managers")]
    assert may_release([base(NINE, questions=["trust", "pace"])], earlier).allowed


def test_blocked_bases_are_those_that_were_asked_for():
    earlier = [base(NINE), base(NINE[:8], "managers", questions=["pace"])]
    asked = base(NINE, questions=["trust", "pace"])
    assert [each.base for each in may_release([asked], earlier).blocked] == [asked]
