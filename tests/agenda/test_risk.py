"""What is read off the risk of a day."""

import pytest

from workshopcore.agenda.parts import Part, Tier, Tracks, parts
from workshopcore.agenda.risk import Distribution, risk, triangular
from workshopcore.errors import InvalidValueError


def test_late_by_is_not_exceeded_with_the_probability():
    found = risk(
        parts([(10, 10, 10)]), [(0, 10)], minutes=10, ranges={0: Distribution(10, [1] * 10)}
    )
    assert [found.late_by("end", share) for share in (0.1, 0.5, 0.9, 1)] == [0, 4, 8, 9]


def test_late_by_is_nothing_where_it_is_early():
    found = risk(parts([(5, 5, 5), (5, 5, 5)]), [(0, 10), (10, 5)], minutes=15)
    assert (found.late_by(1), found.late_by()) == (0, 0)


def test_matters_most_is_the_session_that_varies_most_where_plans_are_kept_on_average():
    line = parts([(25, 30, 35), (10, 30, 50), (28, 30, 32)])
    found = risk(line, [(0, 30), (30, 30), (60, 30)], minutes=90)
    assert found.matters_most == 1


def test_matters_most_is_not_the_session_whose_overrun_a_break_takes_up():
    line = (Part(25, 30, 45), Part(0, 15, 15, Tier.PAUSE), Part(25, 30, 40))
    found = risk(line, [(0, 30), (30, 15), (45, 30)], minutes=75)
    assert found.matters_most == 2


def test_kept_counts_on_the_break_that_makes_up_for_the_rest():
    line = (Part(30, 30, 40), Part(30, 30, 40), Part(5, 15, 15, Tier.PAUSE))
    found = risk(line, [(0, 30), (30, 30), (60, 15)], minutes=75, tolerance=0)
    assert found.kept == (1, 1, None)


def test_matters_most_of_equals_is_the_earlier():
    found = risk(parts([(20, 30, 50)] * 2), [(0, 30), (30, 30)], minutes=60)
    assert found.matters_most == 0


def test_matters_most_is_nobody_where_the_end_is_safe():
    found = risk(parts([(20, 30, 40)]), [(0, 30)], minutes=60)
    assert (found.on_time(), found.matters_most) == (1.0, None)


def test_matters_most_is_nobody_where_nothing_varies():
    found = risk(parts([(30, 30, 30)]), [(0, 30)], minutes=10)
    assert (found.on_time(), found.kept, found.matters_most) == (0.0, (None,), None)


def test_assumptions_are_those_that_the_day_needs():
    found = risk(parts([(20, 30, 40)]), [(0, 30)], minutes=30)
    assert found.assumptions == (
        "On time means no more than 5 minutes after the planned time.",
        (
            "The first item starts on time, and nobody re-plans after that: each item starts when "
            "the one before it ends, and is neither shortened nor left out."
        ),
        (
            "A session takes between its shortest and its longest time, most likely about its "
            "usual time, whatever the plan gives it (a triangular distribution)."
        ),
        "Sessions are independent: one that runs over makes no other longer or shorter.",
    )


def test_assumptions_name_tracks_breaks_and_locks_where_there_are_any():
    track = parts([(20, 30, 40)])
    line = (Tracks((track, track)), Part(10, 15, 20, Tier.PAUSE, start=(60, 60)))
    found = risk(line, [(0, 30), (0, 30), (60, 15)], minutes=75)
    assert found.assumptions[4:] == (
        (
            "Breaks and buffers take their planned time, and shrink towards their shortest when "
            "the day is late."
        ),
        (
            "What has a fixed time never starts before it: minutes won by finishing early are "
            "waited out there, and lateness is carried on."
        ),
        "Parallel tracks start together, and the next item waits for the last of them.",
    )


@pytest.mark.parametrize(
    ("numbers", "beginning"),
    [((0,), "One session's range comes from"), ((0, 1), "The ranges of 2 sessions come from")],
)
def test_assumptions_say_which_ranges_were_learned(numbers, beginning):
    line = parts([(20, 30, 40), (20, 30, 40)])
    ranges = dict.fromkeys(numbers, triangular(20, 25, 30))
    sentences = risk(line, [(0, 30), (30, 30)], minutes=60, ranges=ranges).assumptions
    assert [text for text in sentences if text.startswith(beginning)] == [sentences[-2]]


def test_assumptions_leave_out_the_triangle_where_every_range_was_learned():
    ranges = {0: triangular(20, 25, 30)}
    found = risk(parts([(20, 30, 40)]), [(0, 30)], minutes=30, ranges=ranges)
    assert not any("triangular" in sentence for sentence in found.assumptions)


@pytest.mark.parametrize(
    ("tolerance", "sentence"),
    [
        (0, "On time means not one minute after the planned time."),
        (1, "On time means no more than 1 minute after the planned time."),
    ],
)
def test_assumptions_say_what_on_time_means(tolerance, sentence):
    found = risk((), [], minutes=0, tolerance=tolerance)
    assert found.assumptions[0] == sentence


def test_risk_refuses_a_plan_for_other_parts():
    with pytest.raises(InvalidValueError, match="planned minutes for each of 2 parts"):
        risk(parts([(1, 2, 3), (1, 2, 3)]), [(0, 2)], minutes=4)


@pytest.mark.parametrize("number", [1, 2, -1])
def test_risk_refuses_a_range_for_what_has_none(number):
    line = (Part(1, 2, 3), Part(1, 2, 3, Tier.PAUSE))
    with pytest.raises(InvalidValueError, match="the number of a session that has a range"):
        risk(line, [(0, 2), (2, 2)], minutes=4, ranges={number: triangular(1, 2, 3)})


def test_risk_refuses_negative_tolerance():
    with pytest.raises(InvalidValueError, match="0 minutes of tolerance or more"):
        risk((), [], minutes=0, tolerance=-1)


@pytest.mark.parametrize("target", [1, -1, "start"])
def test_distribution_refuses_a_part_that_is_not_there(target):
    found = risk(parts([(1, 2, 3)]), [(0, 2)], minutes=2)
    with pytest.raises(InvalidValueError, match="'end', or the number of one of 1 parts, from 0"):
        found.distribution(target)


def test_risk_refuses_a_range_below_nothing():
    with pytest.raises(InvalidValueError, match="a range of 0 minutes or more, found -1"):
        risk(parts([(1, 2, 3)]), [(0, 2)], minutes=2, ranges={0: Distribution(-1, [1])})
