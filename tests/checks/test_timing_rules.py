"""Rules about the clock: what they catch in a fitted day, and what they let pass."""

import pytest
from attrs import frozen

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.checks.fitted import fitted
from workshopcore.contracts.checks import CheckContext
from workshopcore.contracts.formats import FormatPlan, FormatRequest, GroupPlan, Step
from workshopcore.model.length import Length
from workshopcore.model.options import Options

PEOPLE = "people = [" + ", ".join(f'{{ name = "Person {n}" }}' for n in range(9)) + "]\n"
LUNCH = '{ kind = "lunch", minutes = [40, 40, 40] }'
OPEN_END = '{ title = "Open end" }'


def day(
    agenda: str, start: str = "10:00", end: str = "13:00", more: str = "", own: str = ""
) -> str:
    return f"""
{more}
[[workshops]]
title = "One"
start = 2027-01-19T{start}:00
end = 2027-01-19T{end}:00
agenda = [{agenda}]
{own}
"""


def work(minutes: object, title: str = "Work", more: str = "") -> str:
    return f'{{ title = "{title}", minutes = {minutes}{more} }}'


def parallel(*tracks: str) -> str:
    inner = ", ".join(f'{{ title = "T{n}", agenda = [{t}] }}' for n, t in enumerate(tracks))
    return f'{{ kind = "parallel", tracks = [{inner}] }}'


def test_day_that_just_fits_is_let_pass(places):
    assert places(day(work("[90, 100, 110]"), end="11:30"), "WC240") == []


def test_end_that_is_missed_is_told_with_the_least_that_would_do(find):
    agenda = ", ".join(
        [
            work("[60, 70, 80]", "Big"),
            work("[20, 30, 40]", "Small", ', priority = "could"'),
            work("[20, 25, 30]", "Dear"),
            '{ format = "action-planning", minutes = [30, 35, 40] }',
        ]
    )
    (finding,) = find(day(agenda, end="12:00"), "WC240")
    assert (finding.severity, finding.path) == ("error", "workshops[0].end")
    assert finding.message == (
        "At its shortest the agenda ends 10 minutes after 12:00;"
        " leaving out 'Small' (30 minutes) would do"
    )


def test_every_fixed_time_that_is_missed_is_told(find):
    lunch = '{ kind = "lunch", minutes = [40, 40, 40], window = [11:00:00, 11:30:00] }'
    last = work("[40, 40, 40]", "Expert", ", start = 12:00:00")
    agenda = f"{work(95, 'Morning')}, {lunch}, {last}"
    found = find(day(agenda, end="12:35"), "WC240")
    assert [(f.path, f.message.partition(";")[0]) for f in found] == [
        ("workshops[0].end", "At its shortest the agenda ends 5 minutes after 12:35"),
        (
            "workshops[0].agenda[1].window",
            "At its shortest, what stands before 'Lunch' runs 5 minutes past 11:30",
        ),
        (
            "workshops[0].agenda[2].start",
            "At its shortest, what stands before 'Expert' runs 10 minutes past 12:00",
        ),
    ]


def test_day_of_musts_that_does_not_fit_says_that_cutting_is_not_enough(find):
    agenda = work(95, more=', priority = "must"')
    (finding,) = find(day(agenda, end="11:30"), "WC240")
    assert finding.message.endswith("; leaving out all that may go is not enough")


@pytest.mark.parametrize("code", ["WC202", "WC240", "WC241", "WC242", "WC243", "WC244"])
def test_day_that_cannot_be_timed_is_not_judged(places, code):
    text = day(f"{work(500)}, {OPEN_END}, {LUNCH}, {work(500)}")
    assert places(text, code) == []


@pytest.mark.parametrize(("before", "found"), [(100, 1), (105, 0), (150, 0), (210, 0), (215, 1)])
def test_lunch_starts_between_a_quarter_to_twelve_and_half_past_one(places, before, found):
    text = day(f"{work(before)}, {LUNCH}", end="16:00")
    assert places(text, "WC241") == ["workshops[0].agenda[1]"] * found


def test_lunch_that_moves_with_the_day_is_judged_where_it_comes_to_stand(find):
    text = day(f"{work('[100, 120, 215]')}, {LUNCH}", end="14:15")
    assert [f.message for f in find(text, "WC241")] == ["'Lunch' starts at 13:35"]


def test_lunch_in_a_track_is_judged(places):
    agenda = parallel(f"{work(60)}, {LUNCH}", f"{work(120)}, {LUNCH}")
    assert places(day(agenda), "WC241") == ["workshops[0].agenda[0].tracks[0].agenda[1]"]


BUFFER = '{ kind = "buffer", minutes = [0, 5, 20] }'


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        (f"{work(91)}, {work(90)}, {BUFFER}", 1),
        (f"{work(90)}, {work(90)}, {BUFFER}", 0),
        (f"{work(91)}, {work(90)}", 0),
        (f"{work(91)}, {parallel(work(90), work(10))}, {BUFFER}", 1),
        (f"{work(91)}, {parallel(work(80), work(10))}, {BUFFER}", 0),
    ],
)
def test_sessions_fill_nine_tenths_at_most(places, agenda, found):
    assert places(day(agenda, end="13:20"), "WC242") == ["workshops[0].agenda"] * found


def test_nights_are_no_time_for_sessions(places):
    text = day(f"{work(115)}, {BUFFER}, {work(120, 'Next', ', start = 2027-01-20T10:00:00')}")
    text = text.replace("2027-01-19T13:00", "2027-01-20T12:00")
    # 235 minutes of work, and 240 or so of day without the night.
    assert places(text, "WC242") == ["workshops[0].agenda"]


ROOMS = 'venue = { name = "Library", rooms = [{ name = "Hall" }, { name = "Attic" }] }\n'
HALL, ATTIC = ', room = "hall"', ', room = "attic"'


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        (f"{work(30, more=HALL)}, {work(30, 'B', ATTIC)}", [1]),
        (f"{work(30, more=HALL)}, {work(30, 'B', HALL)}", []),
        (f"{work(30, more=HALL)}, {work(30, 'B')}, {work(30, 'C', ATTIC)}", []),
        (f"{work(30, more=HALL)}, {work(30, 'B', ATTIC + ', start = 10:32:00')}", []),
        (f"{work(30, more=HALL)}, {work(30, 'B', ATTIC + ', start = 10:31:00')}", [1]),
        (f'{work(30, more=HALL)}, {{ kind = "break" }}, {work(30, "B", ATTIC)}', []),
    ],
)
def test_people_need_two_minutes_to_another_room(places, agenda, found):
    text = day(agenda, own=ROOMS)
    assert places(text, "WC243") == [f"workshops[0].agenda[{n}].room" for n in found]


def test_people_need_time_into_their_tracks_and_out_of_them(find):
    tracks = parallel(work(30, "North", ATTIC), work(28, "South", HALL))
    agenda = f"{work(30, 'Before', HALL)}, {tracks}, {work(30, 'After', HALL)}"
    found = find(day(agenda, own=ROOMS), "WC243")
    assert [f.path for f in found] == [
        "workshops[0].agenda[1].tracks[0].agenda[0].room",
        "workshops[0].agenda[2].room",
    ]
    assert found[0].message == "0 minutes to move from 'Hall' to 'Attic' for 'North'"


def test_nobody_moves_online(places):
    agenda = f"{work(30, more=HALL)}, {work(30, 'B', ATTIC)}"
    assert places(day(agenda, own=f'{ROOMS}mode = "online"'), "WC243") == []


def groups(number: int) -> str:
    members = ", ".join(f'{{ members = ["person-{n}"] }}' for n in range(number))
    return f'allocations = [{{ session = "work", groups = [{members}] }}]'


@pytest.mark.parametrize(
    ("agenda", "own", "found"),
    [
        (f"{work(30)}, {work(10, 'Plenary')}", groups(4), [1]),
        (f"{work(30)}, {work(12, 'Plenary')}", groups(4), []),
        (f"{work(30)}, {BUFFER}, {work(10, 'We report back')}", groups(4), [2]),
        (f"{work(30)}, {work(10, 'Plenary')}", "", []),
        (f"{work(30)}, {work(10, 'Next')}", groups(4), []),
        (f"{work(30)}, {work(30, 'Alone')}, {work(10, 'Plenary')}", groups(4), []),
        (f"{parallel(work(30), work(20), work(20))}, {work(8, 'Plenary')}", "", [1]),
        (f'{{ format = "one-two-four-all" }}, {work(5, "Plenary")}', "", [1]),
    ],
)
def test_every_group_has_time_to_report(places, agenda, own, found):
    text = day(agenda, more=PEOPLE, own=own)
    assert places(text, "WC244") == [f"workshops[0].agenda[{n}]" for n in found]


@pytest.mark.parametrize(
    ("rooms", "mode", "found"),
    [
        ('{ name = "Hall", wall = 1 }', "in-person", 1),
        ('{ name = "Hall", wall = 2 }', "in-person", 0),
        ('{ name = "Hall" }', "in-person", 0),
        ('{ name = "Hall", wall = 0 }, { name = "Attic" }', "in-person", 0),
        ('{ name = "Hall", wall = 0 }', "online", 0),
    ],
)
def test_groups_in_one_room_need_wall(places, rooms, mode, found):
    own = f'mode = "{mode}"\nvenue = {{ name = "Library", rooms = [{rooms}] }}'
    text = day('{ format = "one-two-four-all" }, { format = "swot" }', more=PEOPLE, own=own)
    assert places(text, "WC236") == ["workshops[0].agenda[0]"] * found


def test_one_group_needs_no_wall_of_its_own(places):
    own = 'venue = { name = "Library", rooms = [{ name = "Hall", wall = 0 }] }'
    assert places(day('{ format = "orid" }', more=PEOPLE, own=own), "WC236") == []


@frozen
class Halves:
    """A format with groups of given sizes, in the whole or in one step."""

    sizes: tuple[int, ...]
    in_step: bool = False
    key: str = "halves"
    title: str = "Halves"
    people: tuple[int, int] = (1, 90)

    def length(self, people: int, options: Options) -> Length:
        return Length(10, 20, 30)

    def expand(self, request: FormatRequest) -> FormatPlan:
        found = GroupPlan(self.sizes)
        if self.in_step:
            return FormatPlan([Step("Talk", Length(10, 20, 30), groups=found)])
        return FormatPlan([], groups=found)


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (Halves((2, 2)), []),
        (Halves((2, 1)), ["'Halves' leaves one of 9 people alone"]),
        (Halves((2, 1), in_step=True), ["'Halves' leaves one of 9 people alone"]),
        (Halves((1, 1, 1)), []),
        (Halves((1,)), []),
    ],
)
def test_method_leaves_nobody_alone(read, form, found):
    text = PEOPLE + day('{ format = "halves" }')
    all_found = run_checks(read(text), built_in_checks(), formats={"halves": form})
    assert [f.message for f in all_found if f.code == "WC235"] == found


def allocated(number: int, session: str = "cafe") -> str:
    names = ", ".join(f'"person-{n}"' for n in range(number))
    group = f'{{ members = [{names}], host = "person-{number - 1}" }}'
    return f'allocations = [{{ session = "{session}", groups = [{group}] }}]'


@pytest.mark.parametrize(("own", "found"), [("", 0), (allocated(8), 1), (allocated(3, "b"), 0)])
def test_method_in_a_track_is_judged_by_who_is_allocated(find, own, found):
    track = '{ format = "world-cafe", id = "cafe", minutes = [70, 80, 90] }'
    text = day(parallel(track, work(80, "B")), more=PEOPLE, own=own)
    messages = [f.message for f in find(text, "WC216")]
    assert messages == ["'World Café' works for 12 to 2000 people; 8 come"] * found


def test_length_in_a_track_is_judged_by_who_is_allocated(places):
    track = '{ format = "action-learning-set", id = "cafe", minutes = 20 }'
    text = day(parallel(track, work(80, "B")), more=PEOPLE, own=allocated(5))
    place = "workshops[0].agenda[0].tracks[0].agenda[0].minutes"
    assert places(text, "WC217") == [place]


def test_day_is_fitted_once_in_a_run(read):
    context = CheckContext(read(day(work(60))))
    workshop = context.programme.workshops[0]
    assert fitted(context, workshop) is fitted(context, workshop)
