"""Rules about people, the brief and the dates: what they catch, and what they let pass."""

import pytest


@pytest.mark.parametrize(
    "name", ["All", "the team", "Everyone", "All managers", "TBC", "Vacant post", "To be confirmed"]
)
def test_name_of_a_crowd_or_an_empty_chair_is_found(places, name):
    assert places(f'people = [{{ name = "{name}" }}]', "WC110") == ["people[0].name"]


@pytest.mark.parametrize(
    "name", ["Head of service", "Team manager North", "Allan Staff", "Tab Hunter", "Li"]
)
def test_name_of_a_person_or_a_post_passes(places, name):
    assert places(f'people = [{{ name = "{name}" }}]', "WC110") == []


CONTRACTED = """
events = [{ on = 2026-10-01, status = "proposed" }, { on = 2026-11-02, status = "contracted" }]
"""
TWO = """[
  { name = "Renée Adeyemi", role = "facilitator" },
  { name = "Jo Weber", role = "facilitator" },
]"""


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ('[{ name = "Amina Yusuf" }]', "Nobody has the role of facilitator, and nobody the lead"),
        (TWO, "2 people have the role of facilitator, and nobody the lead"),
    ],
)
def test_contracted_programme_without_a_clear_lead_is_found(find, people, found):
    (finding,) = find(f"people = {people}{CONTRACTED}", "WC111")
    assert (finding.path, finding.message) == ("people", found)


def test_one_facilitator_leads_without_saying_so(places):
    one = '[{ name = "Renée Adeyemi", role = "facilitator" }]'
    assert places(f"people = {one}{CONTRACTED}", "WC111") == []


def test_draft_needs_no_lead_yet(places):
    assert places('people = [{ name = "Amina Yusuf" }]', "WC111") == []


@pytest.mark.parametrize(
    "objectives",
    [
        '[{ statement = "A vision", outcome = "dropped" }]',
        """[
          { statement = "A vision", id = "old" },
          { statement = "A clearer vision", indicator = "Named by staff", replaces = "old" },
        ]""",
    ],
)
def test_objective_that_no_longer_stands_needs_no_indicator(places, objectives):
    assert places(f"objectives = {objectives}", "WC120") == []


WORKSHOP = """
[[workshops]]
title = "One"
start = 2027-01-19T09:30:00
end = 2027-01-19T12:30:00
"""
OBJECTIVE = 'objectives = [{ statement = "Vision", indicator = "Named by staff", id = "vision" }]\n'


def test_objective_may_be_the_aim_of_a_session(places):
    session = 'agenda = [{ format = "swot", aims = ["vision"] }]'
    assert places(f"{OBJECTIVE}{WORKSHOP}{session}", "WC121") == []


def test_objective_may_belong_to_a_phase(places):
    phase = '\nphases = [{ title = "Start", objectives = ["vision"] }]\n'
    assert places(f"{OBJECTIVE}{phase}{WORKSHOP}", "WC121") == []


def test_objective_of_a_cancelled_workshop_has_no_workshop(places):
    cancelled = 'aims = ["vision"]\nevents = [{ on = 2027-01-11, status = "cancelled" }]'
    other = WORKSHOP.replace("One", "Two")
    assert places(f"{OBJECTIVE}{WORKSHOP}{cancelled}{other}", "WC121") == ["objectives[0]"]


def test_objectives_wait_for_the_first_workshop(places):
    assert places(OBJECTIVE, "WC121") == []


def two(first: str, second: str, gap: str = "2027-03-02") -> str:
    later = WORKSHOP.replace("One", "Two").replace("2027-01-19", gap)
    return f"{WORKSHOP}{first}\n{later}{second}\n"


def test_tactical_before_strategic_is_found_once(places):
    text = two('phase = "tactical"', 'phase = "operational"')
    assert places(text, "WC123") == ["workshops[0].phase"]


@pytest.mark.parametrize("kind", ["review", "strategic"])
def test_operational_after_strategic_passes(places, kind):
    first = "" if kind == "review" else 'phase = "strategic"'
    second = 'phase = "operational"' if kind == "strategic" else 'phase = "review"'
    assert places(two(first, second), "WC123") == []


def test_order_of_phases_is_that_of_the_calendar(places):
    text = two('phase = "operational"', 'phase = "strategic"', gap="2026-12-01")
    assert places(text, "WC123") == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2027-02-09", []),
        ("2027-02-08", ["workshops[1].start"]),
        ("2027-03-30", []),
        ("2027-03-31", ["workshops[1].start"]),
    ],
)
def test_spacing_is_three_to_ten_weeks_to_the_day(places, day, found):
    assert places(two("", "", gap=day), "WC130") == found


def test_cancelled_workshop_leaves_a_gap(places):
    text = two("", "") + WORKSHOP.replace("One", "Three").replace("2027-01-19", "2027-04-20")
    assert places(text, "WC130") == []
    off = two("", 'events = [{ on = 2027-02-01, status = "postponed" }]')
    late = WORKSHOP.replace("One", "Three").replace("2027-01-19", "2027-04-20")
    assert places(off + late, "WC130") == ["workshops[2].start"]


def test_second_day_of_a_residential_may_be_on_a_closure(find):
    residential = WORKSHOP.replace("end = 2027-01-19", "end = 2027-01-20")
    closure = '\n[[closures]]\ntitle = "Inspection"\nstart = 2027-01-20\nkind = "inspection"\n'
    (finding,) = find(residential + closure, "WC131")
    assert "Wednesday 2027-01-20, during 'Inspection' (inspection)" in finding.message


def test_residential_into_the_weekend_is_found(places):
    residential = WORKSHOP.replace("2027-01-19", "2027-01-22").replace(
        "end = 2027-01-22", "end = 2027-01-23"
    )
    assert places(residential, "WC132") == ["workshops[0].start"]


PEOPLE = 'people = [{ name = "Amina Yusuf" }, { name = "Jo Weber", role = "facilitator" }]\n'


def at_once(first: str, second: str, start: str = "12:00") -> str:
    later = (
        WORKSHOP.replace("One", "Two").replace("T12:30", "T15:00").replace("T09:30", f"T{start}")
    )
    return f"{PEOPLE}{WORKSHOP}{first}\n{later}{second}\n"


def test_facilitator_of_two_workshops_at_once_is_found(find):
    text = at_once(
        'invited = ["amina-yusuf"]', 'invited = ["amina-yusuf"]\nfacilitators = ["jo-weber"]'
    )
    (finding,) = find(text, "WC133")
    assert finding.message == "Jo Weber and Amina Yusuf cannot be at 'Two' and 'One' at once"


def test_lead_of_a_session_is_expected_there(places):
    text = at_once(
        'invited = ["amina-yusuf"]\nfacilitators = ["amina-yusuf"]',
        'invited = ["jo-weber"]\nfacilitators = ["jo-weber"]\n'
        'agenda = [{ title = "Numbers", lead = ["amina-yusuf"] }]',
    )
    assert places(text, "WC133") == ["workshops[1].start"]


def test_one_workshop_after_the_other_passes(places):
    assert places(at_once("", "", start="12:30"), "WC133") == []


def test_workshops_at_once_with_different_people_pass(places):
    text = at_once(
        'invited = ["amina-yusuf"]\nfacilitators = ["amina-yusuf"]',
        'invited = ["jo-weber"]\nfacilitators = ["jo-weber"]',
    )
    assert places(text, "WC133") == []


def test_time_zones_decide_whether_workshops_overlap(places):
    text = at_once('time_zone = "Europe/London"', 'time_zone = "America/New_York"', start="09:00")
    assert places(text, "WC133") == []


ROOMS = 'venue = { name = "Library", access = "Lift", rooms = [%s] }'


@pytest.mark.parametrize(
    ("rooms", "mode", "found"),
    [
        ('{ name = "Hall", capacity = 1 }', "in-person", ["workshops[0].venue.rooms"]),
        ('{ name = "Hall", capacity = 2 }', "in-person", []),
        ('{ name = "Hall", capacity = 1 }, { name = "Attic", capacity = 2 }', "in-person", []),
        ('{ name = "Hall", capacity = 1 }, { name = "Attic" }', "in-person", []),
        ('{ name = "Hall", capacity = 1 }', "hybrid", []),
    ],
)
def test_largest_room_has_to_hold_everybody(places, rooms, mode, found):
    people = 'people = [{ name = "Amina Yusuf" }, { name = "Tomasz Nowak" }]\n'
    text = f'{people}{WORKSHOP}mode = "{mode}"\n{ROOMS % rooms}'
    assert places(text, "WC134") == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('venue = "Library"', ["workshops[0].venue"]),
        ('venue = { name = "Library", access = "Lift" }', []),
        ('venue = "Library"\nmode = "online"', []),
        ("", []),
    ],
)
def test_access_matters_where_people_meet(places, more, found):
    people = 'people = [{ name = "Amina Yusuf", access_needs = "Hearing loop" }]\n'
    assert places(f"{people}{WORKSHOP}{more}", "WC135") == found


def test_message_on_access_keeps_the_need_to_itself(find):
    people = 'people = [{ name = "Amina Yusuf", access_needs = "Hearing loop" }]\n'
    (finding,) = find(f'{people}{WORKSHOP}venue = "Library"', "WC135")
    assert "loop" not in finding.message
    assert "Amina" not in finding.message


TRACKS = """
agenda = [{ kind = "parallel", tracks = [
  { title = "North", agenda = [{ title = "Plan" }] },
  { title = "South", agenda = [{ title = "Plan again" }] },
] }]
"""


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (ROOMS % '{ name = "Hall" }', ["workshops[0].agenda[0]"]),
        (ROOMS % '{ name = "Hall" }, { name = "Attic" }', []),
        ('mode = "online"\n' + ROOMS % '{ name = "Hall" }', []),
        ('venue = "Library"', []),
    ],
)
def test_every_track_needs_a_room(places, more, found):
    assert places(f"{WORKSHOP}{more}{TRACKS}", "WC136") == found
