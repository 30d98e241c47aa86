"""Rules about who works with whom: what they catch, and what they let pass."""

import pytest

PEOPLE = """
people = [
  { name = "Amina", position = "Head of service" },
  { name = "Tomasz" },
  { name = "Grace" },
  { name = "Priya", joined = 2027-02-01 },
]
"""


def rounds(*groups: str, more: str = "", title: str = "One", day: str = "2027-01-19") -> str:
    text = f"""
[[workshops]]
title = "{title}"
start = {day}T10:00:00
end = {day}T11:00:00
agenda = [{{ title = "Rounds" }}]
{more}
"""
    for number, members in enumerate(groups, start=1):
        text += f'[[workshops.allocations]]\nsession = "rounds"\nround = {number}\n'
        text += f"groups = [{members}]\n"
    return text


def group(*members: str, host: str = "") -> str:
    names = ", ".join(f'"{name}"' for name in members)
    hosted = f', host = "{host}"' if host else ""
    return f"{{ members = [{names}]{hosted} }}"


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        (group("amina", host="tomasz"), []),
        (group("amina", host="amina"), ["groups[0]"]),
        (group("amina", "amina"), ["groups[0]"]),
        (group(), ["groups[0]"]),
    ],
)
def test_host_is_company(places, groups, found):
    text = PEOPLE + rounds(groups)
    assert places(text, "WC230") == [f"workshops[0].allocations[0].{path}" for path in found]


def test_host_of_one_group_cannot_sit_in_another(find):
    groups = f"{group('amina', 'tomasz')}, {group('grace', host='tomasz')}"
    (finding,) = find(PEOPLE + rounds(groups), "WC231")
    assert finding.message == "Tomasz is in more than one group of round 1"


def test_people_change_groups_from_round_to_round(places):
    text = PEOPLE + rounds(group("amina", "tomasz"), group("amina", "grace"))
    assert places(text, "WC231") == []


@pytest.mark.parametrize(
    ("status", "found"),
    [("declined", 1), ("apology", 1), ("no-show", 1), ("part", 0), ("tentative", 0)],
)
def test_grouped_person_has_to_be_there(places, status, found):
    attendance = f'attendance = [{{ person = "grace", status = "{status}" }}]'
    text = PEOPLE + rounds(group("amina", "grace"), more=attendance)
    assert len(places(text, "WC232")) == found


def test_person_who_has_not_joined_cannot_be_grouped(places):
    assert len(places(PEOPLE + rounds(group("amina", "priya")), "WC232")) == 1


def test_same_group_is_counted_over_workshops_in_order_of_time(places):
    pair = group("amina", "tomasz")
    late = rounds(pair, title="Late", day="2027-06-15")
    text = PEOPLE + late + rounds(pair, pair)
    assert places(text, "WC233") == ["workshops[0].allocations[0].groups[0]"]


def test_larger_group_with_the_same_two_is_another_group(places):
    pair, three = group("amina", "tomasz"), group("amina", "tomasz", "grace")
    assert places(PEOPLE + rounds(pair, pair, three), "WC233") == []


def test_lonely_group_is_left_to_its_own_rule(places):
    alone = group("amina")
    assert places(PEOPLE + rounds(alone, alone, alone), "WC233") == []


def test_fourth_time_is_said_in_words(find):
    pair = group("amina", "tomasz")
    policy = {"WC233": {"times": 6}}
    (finding,) = find(PEOPLE + rounds(*[pair] * 6), "WC233", policy=policy)
    assert finding.message == "Amina and Tomasz work together for the 6th time"


def test_boss_who_moves_on_is_not_found(places):
    text = PEOPLE + rounds(
        group("amina", "tomasz"), group("amina", "grace"), group("amina", "tomasz")
    )
    assert places(text, "WC234") == []


def test_boss_who_is_in_no_group_is_not_found(places):
    assert places(PEOPLE + rounds(*[group("grace", "tomasz")] * 3), "WC234") == []


def test_two_rounds_show_nothing_about_the_boss(places):
    assert places(PEOPLE + rounds(*[group("amina", "tomasz")] * 2), "WC234") == []
