"""Rules about days, sessions and tracks: what they catch, and what they let pass."""

import pytest
from attrs import frozen

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.contracts.formats import FormatPlan, FormatRequest
from workshopcore.errors import FormatError
from workshopcore.model.length import Length
from workshopcore.model.options import Options

PEOPLE = "people = [" + ", ".join(f'{{ name = "Person {n}" }}' for n in range(9)) + "]\n"


def day(agenda: str, start: str = "10:00", end: str = "13:00", more: str = "") -> str:
    return f"""
{more}
[[workshops]]
title = "One"
start = 2027-01-19T{start}:00
end = 2027-01-19T{end}:00
agenda = [{agenda}]
"""


OPEN_END = '{ title = "Open end" }'
BREAK = '{ kind = "break", minutes = 15 }'
PLAN = '{ format = "action-planning" }'


def parallel(*tracks: str) -> str:
    inner = ", ".join(f'{{ title = "T{n}", agenda = [{t}] }}' for n, t in enumerate(tracks))
    return f'{{ kind = "parallel", tracks = [{inner}] }}'


def test_agenda_not_written_yet_is_not_judged(find):
    assert [f.code for f in find(day("", end="17:00"))] == ["WC122"]


def test_break_inside_a_track_is_a_break(places):
    agenda = parallel(f'{{ title = "A" }}, {BREAK}', '{ title = "B" }')
    assert places(day(agenda), "WC201") == []


def test_lunch_is_a_break(places):
    assert places(day('{ title = "A" }, { kind = "lunch" }'), "WC201") == []


def minutes(number: int, title: str = "Work", more: str = "") -> str:
    return f'{{ title = "{title}", minutes = {number}{more} }}'


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        (f"{minutes(45)}, {minutes(46)}, {BREAK}, {minutes(90)}", [0]),
        (f"{minutes(45)}, {BREAK}, {minutes(60)}, {minutes(31)}", [2]),
        (f"{minutes(45)}, {OPEN_END}, {minutes(60)}, {BREAK}", []),
        (f'{minutes(60)}, {{ kind = "buffer", minutes = [31, 31, 31] }}, {BREAK}', [0]),
        (f'{minutes(60)}, {{ kind = "break", minutes = [4, 4, 4] }}, {minutes(27)}', [0]),
        (f'{minutes(60)}, {{ kind = "break", minutes = [5, 5, 5] }}, {minutes(27)}', []),
        (f"{minutes(60)}, {minutes(31, more=', start = 11:00:00')}, {BREAK}", [0]),
        (f"{minutes(60)}, {minutes(31, more=', start = 11:04:00')}, {BREAK}", [0]),
        (f"{minutes(60)}, {minutes(31, more=', start = 11:05:00')}, {BREAK}", []),
        (f"{minutes(60)}, {minutes(40, more=', window = [12:00:00, 12:30:00]')}, {BREAK}", []),
        (f"{minutes(60)}, {parallel(minutes(20), minutes(31))}, {BREAK}", [0]),
        (f"{minutes(60)}, {parallel(minutes(20), minutes(30))}, {BREAK}", []),
        (f"{minutes(60)}, {parallel(minutes(25), minutes(20))}, {minutes(6)}, {BREAK}", [0]),
        (f"{minutes(60)}, {parallel(OPEN_END, minutes(90))}, {BREAK}", []),
        (f"{minutes(60)}, {minutes(31)}", []),
    ],
)
def test_stretch_between_breaks_is_judged_by_the_clock(places, agenda, found):
    text = day(agenda, end="15:00")
    assert places(text, "WC202") == [f"workshops[0].agenda[{n}]" for n in found]


def test_stretch_is_as_long_as_the_day_makes_it(places):
    agenda = f'{{ title = "Work", minutes = [60, 80, 100] }}, {BREAK}'
    assert places(day(agenda, end="11:35"), "WC202") == []
    assert places(day(agenda, end="12:00"), "WC202") == ["workshops[0].agenda[0]"]


def test_stretch_leads_through_the_track_that_has_no_break(find):
    tracks = parallel(f"{minutes(45)}, {BREAK}, {minutes(30)}", minutes(90))
    (finding,) = find(day(f"{minutes(30)}, {tracks}, {minutes(60)}", end="15:00"), "WC202")
    assert finding.path == "workshops[0].agenda[0]"
    assert finding.message == "From 10:00 to 13:00 people sit for 180 minutes without a break"


def test_stretch_within_a_track_is_found_there(places):
    tracks = parallel(f"{BREAK}, {minutes(91)}", f"{BREAK}, {minutes(60)}, {BREAK}")
    place = "workshops[0].agenda[0].tracks[0].agenda[1]"
    assert places(day(tracks, end="15:00"), "WC202") == [place]


def test_day_that_does_not_fit_is_not_judged_by_its_stretches(find):
    text = day(f"{minutes(100)}, {BREAK}, {minutes(100)}")
    assert [f.code for f in find(text, "WC202", "WC240")] == ["WC240"]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("09:00", "14:01", 1),
        ("09:00", "14:00", 0),
        ("06:00", "12:00", 0),
        ("12:00", "17:30", 0),
        ("11:59", "17:30", 1),
    ],
)
def test_long_day_across_noon_needs_lunch(places, start, end, found):
    assert len(places(day(f"{PLAN}, {BREAK}", start, end), "WC203")) == found


def test_residential_needs_lunch(places):
    text = day(PLAN, "18:00", "11:00").replace("end = 2027-01-19", "end = 2027-01-20")
    assert len(places(text, "WC203")) == 1


@pytest.mark.parametrize(
    ("lunch", "found"),
    [
        ("", 0),
        (", minutes = 29", 1),
        (", minutes = 30", 0),
        (", minutes = [29, 45, 60]", 1),
        (", minutes = [30, 45, 60]", 0),
    ],
)
def test_lunch_may_not_become_too_short(places, lunch, found):
    assert len(places(day(f'{{ kind = "lunch"{lunch} }}'), "WC204")) == found


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ('{ title = "Strategy" }', 1),
        ('{ title = "Welcome, and why we are here" }', 0),
        ('{ title = "Good morning", frame = "opening" }', 0),
        ('{ format = "check-in" }', 0),
        ('{ kind = "break", title = "Coffee", minutes = 15 }', 0),
        (parallel('{ title = "A" }', '{ title = "B" }'), 1),
    ],
)
def test_early_day_begins_gently(places, first, found):
    assert len(places(day(f"{first}, {PLAN}", "09:00"), "WC205")) == found


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        (PLAN, []),
        (f'{PLAN}, {{ format = "check-out" }}, {BREAK}', []),
        (f'{PLAN}, {{ title = "Thanks", frame = "closing" }}', []),
        (f'{PLAN}, {{ title = "Any other business" }}', ["agenda[1]"]),
        ('{ format = "check-out" }', ["agenda"]),
        (parallel(PLAN, PLAN), []),
        (
            parallel(PLAN, f'{PLAN}, {{ title = "Questions" }}'),
            ["agenda[0].tracks[1].agenda[1]"],
        ),
        (f'{parallel(PLAN, PLAN)}, {{ format = "check-out" }}', []),
    ],
)
def test_day_ends_with_action_planning_then_the_close(places, agenda, found):
    assert places(day(agenda), "WC206") == [f"workshops[0].{path}" for path in found]


def test_house_may_make_action_planning_a_must(find):
    policy = {"WC206": {"severity": "error"}}
    (finding,) = find(day('{ title = "Work" }', end="11:00"), "WC206", policy=policy)
    assert finding.severity == "error"


def later(agenda: str) -> str:
    return day(agenda).replace('"One"', '"Two"').replace("2027-01-19", "2027-03-02")


def test_first_workshop_has_nothing_to_review(places):
    assert places(day(PLAN), "WC207") == []


def test_workshop_after_one_without_actions_has_nothing_to_review(places):
    assert places(day('{ title = "Talk" }') + later(PLAN), "WC207") == []


def test_workshop_after_recorded_actions_reviews_them(places):
    people = 'people = [{ name = "Amina Yusuf" }]\n'
    action = '\n[[actions]]\nstatement = "Book the hall"\nowner = "amina-yusuf"\norigin = "one"\n'
    text = people + day('{ title = "Talk" }') + later(PLAN) + action
    assert places(text, "WC207") == ["workshops[1].agenda"]


@pytest.mark.parametrize(
    ("minutes", "found"),
    [("10", 1), ("15", 0), ("[5, 10, 15]", 0), ("[5, 10, 14]", 1), ("[0, 0, 0]", 1)],
)
def test_action_planning_is_judged_by_the_most_it_can_get(places, minutes, found):
    agenda = f'{OPEN_END}, {{ format = "action-planning", minutes = {minutes} }}'
    assert len(places(day(agenda), "WC210")) == found


@pytest.mark.parametrize(("end", "found"), [("11:25", 1), ("11:30", 0)])
def test_action_planning_is_judged_by_what_the_day_leaves_it(find, end, found):
    agenda = f'{minutes(60)}, {{ format = "action-planning", minutes = [20, 35, 50] }}'
    policy = {"WC210": {"minutes": 30}}
    told = [f.message for f in find(day(agenda, end=end), "WC210", policy=policy)]
    assert told == ["'Action planning' gets 25 minutes on this day"] * found


@pytest.mark.parametrize(("actions", "found"), [(10, 0), (60, 1)])
def test_review_is_as_long_as_its_actions_make_it(places, actions, found):
    agenda = f'{{ format = "action-review", options = {{ actions = {actions} }} }}, {PLAN}'
    text = day(agenda, end="14:00", more=PEOPLE)
    assert places(text, "WC211") == ["workshops[0].agenda[0]"] * found


A, B = '{ format = "swot" }', '{ format = "orid" }'


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        (f"{A}, {A}", []),
        (f"{A}, {A}, {A}", ["agenda[2]"]),
        (f"{A}, {A}, {A}, {A}", ["agenda[2]"]),
        (f"{A}, {BREAK}, {A}, {BREAK}, {A}", ["agenda[4]"]),
        (f"{A}, {A}, {B}, {A}", []),
        (", ".join(f'{{ title = "Part {n}" }}' for n in range(4)), []),
        (f"{A}, {A}, {parallel(A, A)}", []),
        (parallel(f"{A}, {A}, {A}", B), ["agenda[0].tracks[0].agenda[2]"]),
    ],
)
def test_same_format_three_times_running_is_found_once(places, agenda, found):
    assert places(day(agenda), "WC212") == [f"workshops[0].{path}" for path in found]


@pytest.mark.parametrize(
    ("session", "found"),
    [
        ('title = "Keynote: the law", minutes = 31', 1),
        ('title = "Talkative tables", minutes = 60', 0),
        ('title = "Presentation"', 0),
        ('format = "swot", title = "A talk about strengths", minutes = 60', 0),
        ('format = "lecture", title = "The law", minutes = 31', 1),
    ],
)
def test_long_listening_is_known_by_format_or_title(places, session, found):
    assert len(places(day(f"{{ {session} }}"), "WC213")) == found


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        ('{ kind = "lunch" }, { title = "Talk", minutes = 16 }', 1),
        ('{ kind = "lunch" }, { title = "Talk" }', 0),
        (f'{{ kind = "lunch" }}, {BREAK}', 0),
        ('{ kind = "lunch" }, { title = "Walk" }, { title = "Talk", minutes = 30 }', 0),
    ],
)
def test_listening_straight_after_lunch_is_short(places, agenda, found):
    assert len(places(day(agenda), "WC214")) == found


@pytest.mark.parametrize(("minutes", "found"), [("4", 1), ("5", 0), ("[2, 5, 8]", 0)])
def test_round_gives_half_a_minute_to_each_of_nine(places, minutes, found):
    agenda = f'{{ format = "check-in", minutes = {minutes} }}'
    assert len(places(day(agenda, more=PEOPLE), "WC215")) == found


def test_round_of_nobody_yet_is_not_judged(places):
    assert places(day('{ format = "check-in", minutes = 1 }'), "WC215") == []


def test_round_in_a_track_is_not_judged(places):
    track = '{ format = "check-in", minutes = 3 }'
    assert places(day(parallel(track, track), more=PEOPLE), "WC215") == []


@frozen
class Pairs:
    """A format for two to eight people in pairs, of ten to twenty minutes."""

    key: str = "pairs"
    title: str = "Pairs"
    people: tuple[int, int] = (2, 8)
    bounds: tuple[int | None, int | None, int | None] = (10, 15, 20)

    def length(self, people: int, options: Options) -> Length:
        if people % 2:
            raise FormatError(f"{people} people do not make pairs")
        return Length(*self.bounds)

    def expand(self, request: FormatRequest) -> FormatPlan:
        return FormatPlan([])


def pairs(read, people: int, code: str, session: str = "", form: Pairs = Pairs()) -> list[str]:
    names = ", ".join(f'{{ name = "Person {n}" }}' for n in range(people))
    text = f"people = [{names}]\n" + day(f'{{ format = "pairs"{session} }}')
    found = run_checks(read(text), built_in_checks(), formats={"pairs": form})
    assert [f for f in found if f.code == "WC100"] == []
    return [f.message for f in found if f.code == code]


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (0, []),
        (1, ["'Pairs' works for 2 to 8 people; 1 comes"]),
        (2, []),
        (3, ["3 people cannot be split into groups for 'Pairs'"]),
        (8, []),
        (10, ["'Pairs' works for 2 to 8 people; 10 come"]),
    ],
)
def test_method_has_its_sizes(read, people, found):
    assert pairs(read, people, "WC216") == found


@pytest.mark.parametrize(
    ("minutes", "found"),
    [
        ("9", "here it gets at most 9"),
        ("10", ""),
        ("20", ""),
        ("21", "here it gets at least 21"),
        ("[5, 7, 9]", "here it gets at most 9"),
        ("[5, 7, 10]", ""),
        ("[20, 25, 30]", ""),
        ("[21, 25, 30]", "here it gets at least 21"),
    ],
)
def test_method_has_its_lengths(read, minutes, found):
    message = f"'Pairs' takes 10 to 20 minutes with 4 people; {found}"
    assert pairs(read, 4, "WC217", f", minutes = {minutes}") == ([message] if found else [])


def test_method_that_refuses_the_people_has_no_length(read):
    assert pairs(read, 3, "WC217", ", minutes = 1") == []


def test_method_without_bounds_allows_any_length(read):
    open_ended = Pairs(bounds=(None, 15, None))
    assert pairs(read, 4, "WC217", ", minutes = 1", open_ended) == []


LEADS = 'people = [{ name = "Jo Weber" }, { name = "Ida Bo" }]\n'


def lead(name: str, more: str = "") -> str:
    return f'{{ title = "Work {more[-4:]}", lead = ["{name}"]{more} }}'


TIMED = lead("jo-weber", ", minutes = 20")


@pytest.mark.parametrize(
    ("north", "south", "found"),
    [
        (lead("jo-weber"), lead("jo-weber"), [0]),
        (lead("jo-weber"), lead("ida-bo"), []),
        (f"{minutes(30)}, {TIMED}", lead("jo-weber", ", minutes = 30"), []),
        (f"{minutes(30)}, {TIMED}", lead("jo-weber", ", minutes = 31"), [0]),
        (f"{minutes(30)}, {lead('jo-weber')}", lead("jo-weber", ", minutes = 31"), []),
        (f"{OPEN_END}, {lead('jo-weber')}", lead("jo-weber", ", minutes = 99"), []),
        (lead("jo-weber", ", start = 11:00:00"), lead("jo-weber"), []),
        (lead("jo-weber", ", minutes = 0"), lead("jo-weber"), []),
        (lead("jo-weber", ", minutes = 31"), f"{minutes(30)}, {TIMED}", [1]),
        (lead("jo-weber", ", minutes = [20, 30, 40]"), f"{minutes(30)}, {TIMED}", []),
        (lead("jo-weber", ", minutes = [20, 35, 40]"), f"{minutes(30)}, {TIMED}", [1]),
        (f"{parallel(minutes(10), minutes(10))}, {lead('jo-weber')}", lead("jo-weber"), []),
    ],
)
def test_lead_of_two_tracks_at_once_is_found_where_it_is_certain(places, north, south, found):
    text = day(parallel(north, south), more=LEADS)
    place = "workshops[0].agenda[0].tracks[1].agenda"
    assert places(text, "WC220") == [f"{place}[{n}].lead" for n in found]


def test_room_of_two_tracks_at_once_is_found(find):
    venue = 'venue = { name = "Library", rooms = [{ name = "Hall" }, { name = "Attic" }] }\n'
    north = '{ title = "Work", room = "hall" }, { kind = "break", room = "attic" }'
    south = '{ kind = "break", room = "hall" }, { title = "Rest", room = "attic" }'
    text = day(parallel(north, south)) + venue
    (finding,) = find(text, "WC220")
    assert finding.path == "workshops[0].agenda[0].tracks[1].agenda[0].room"
    assert finding.message == "'Hall' cannot hold 'Work' and 'Break' at once"


def test_tracks_within_tracks_are_judged(places):
    inner = parallel(lead("jo-weber"), lead("jo-weber"))
    text = day(parallel(inner, minutes(30)), more='people = [{ name = "Jo Weber" }]')
    place = "workshops[0].agenda[0].tracks[0].agenda[0].tracks[1].agenda[0].lead"
    assert places(text, "WC220") == [place]
