"""What a format becomes for so many people: rounds, groups, quantities, and honest refusals."""

from textwrap import dedent

import pytest

from workshopcore.contracts.formats import FormatRequest, GroupPlan, MaterialPlan
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.formats import catalogue, load_formats
from workshopcore.model.length import Length

FORMATS = {format.key: format for format in catalogue()}


def rows(key, people, **options):
    plan = FORMATS[key].expand(FormatRequest(10_000, people, options=options))
    return [(step.round, step.name) for step in plan.steps]


@pytest.fixture
def written(tmp_path):
    """Write a format of a few lines, and read it."""

    def write(body, people="[1, 100]", head=""):
        text = dedent(
            f"""
            key = "ours"
            title = "Ours"
            summary = "Ours."
            purposes = ["learn"]
            people = {people}
            outputs = ["Something"]
            provenance = "Ours."
            """
        )
        (tmp_path / "ours.toml").write_text(f"{text}{head}\n{dedent(body)}", encoding="utf-8")
        return load_formats(tmp_path)[0]

    return write


def step(figures):
    return f'[[steps]]\nname = "Do it"\n{figures}\n'


def plan(format, people, minutes=10_000, **options):
    return format.expand(FormatRequest(minutes, people, options=options))


def test_rounds_come_in_the_order_in_which_they_happen():
    assert rows("world-cafe", 16, rounds=2) == [
        ("", "Set the scene"),
        ("Round 1 of 2", "Table talk"),
        ("Round 1 of 2", "Move tables"),
        ("Round 2 of 2", "Table talk"),
        ("", "Bring in the harvest"),
    ]


def test_one_round_is_not_counted():
    assert rows("world-cafe", 16, rounds=1) == [
        ("", "Set the scene"),
        ("", "Table talk"),
        ("", "Bring in the harvest"),
    ]


def test_stations_of_a_walk_are_as_many_as_its_teams():
    walked = [round for round, name in rows("gallery-walk", 12) if name == "At a station"]
    assert walked == ["Station 1 of 3", "Station 2 of 3", "Station 3 of 3"]


def test_presenters_are_no_more_than_a_set_has_members():
    presented = [name for _, name in rows("action-learning-set", 4, presenters=8)]
    assert presented.count("Ask openly") == 4


def test_presenters_take_their_airtime():
    an_hour = FORMATS["action-learning-set"].length(6, {"presenters": 2, "airtime": 60})
    # Twenty minutes of news, twice an hour, ten minutes to look back.
    assert an_hour.usual == 20 + 2 * 60 + 10


def test_groups_put_their_work_together_only_where_there_are_groups():
    assert "Put the lists together" not in [name for _, name in rows("action-planning", 10)]
    assert rows("action-planning", 11)[2] == ("", "Put the lists together")


def test_step_has_groups_of_its_own():
    found = plan(FORMATS["one-two-four-all"], 5)
    alone, in_pairs, in_fours, together = found.steps
    assert in_pairs.groups == GroupPlan((3, 2), "pairs", note="one three, as the number is odd")
    assert in_fours.groups == GroupPlan((5,), "fours", note="one five, as the number is odd")
    assert alone.groups is None
    assert together.groups is None


def test_step_in_the_groups_of_the_format_has_them():
    found = plan(FORMATS["world-cafe"], 14)
    assert (
        found.steps[1].groups
        == found.groups
        == GroupPlan(
            (5, 5, 4),
            "tables",
            note="two of 5, the other of 4",
            lasting="round",
            hosted=True,
        )
    )


def test_step_splits_by_bounds_of_its_own(written):
    format = written(step('minutes = [1, 2, 3]\narrangement = "split(3, 5)"'))
    (found,) = plan(format, 11).steps
    assert found.arrangement == "groups"
    assert found.groups == GroupPlan((4, 4, 3), "groups", note="two of 4, the other of 3")


def test_refusal_names_what_a_step_needs(written):
    format = written(step('minutes = [1, 2, 3]\narrangement = "threes"'), people="[3, 30]")
    with pytest.raises(FormatError) as error:
        format.length(5)
    assert str(error.value) == (
        "the format 'ours' needs threes, and 5 people cannot be split that way."
        " Plan it for 4 or 6 people, or choose another format"
    )


def test_refusal_proposes_nothing_where_nothing_is_near(written):
    format = written(step('minutes = [1, 2, 3]\narrangement = "pairs"'), people="[1, 1]")
    with pytest.raises(
        FormatError, match=r"and 1 person cannot be split that way. Plan it for ano"
    ):
        format.length(1)


def test_refusal_of_a_size_names_it(written):
    format = written(step("minutes = [1, 2, 3]"), head="groups = { split = [4, 4] }")
    with pytest.raises(FormatError, match=r"needs groups of 4, and 5 people .* for 4 or 8 people"):
        format.length(5)


def test_minutes_follow_people_and_groups(written):
    format = written(step('minutes = ["g", "n / 2", "n + s"]'), head="groups = { split = [3, 4] }")
    assert format.length(9) == Length(3, 5, 12)


def test_step_with_no_goes_is_left_out(written):
    body = step("minutes = [1, 2, 3]") + step('minutes = [5, 5, 5]\ntimes = "max(0, n - 5)"')
    format = written(body)
    assert len(plan(format, 5).steps) == 1
    assert [each.times for each in plan(format, 8).steps] == [1, 3]


def test_no_rounds_are_left_out(written):
    rounds = '[[steps]]\nrounds = "n - 5"\n[[steps.steps]]\nname = "Again"\nminutes = [1, 1, 1]\n'
    format = written(step("minutes = [1, 2, 3]") + rounds, people="[5, 60]")
    assert [each.name for each in plan(format, 5).steps] == ["Do it"]


def test_part_of_a_thing_is_one(written):
    format = written(
        step("minutes = [1, 2, 3]"),
        head='materials = [{ item = "Pad", quantity = "n / 4" },'
        ' { item = "Pen", quantity = "1/3", per = "person" }]',
    )
    assert plan(format, 5).materials == (MaterialPlan("Pad", 2), MaterialPlan("Pen", 2))


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        (
            'minutes = [1, 2, "10 - n"]',
            (
                ", step 'Do it': expected shortest, usual and longest minutes in rising order,"
                " none below 0, found 1, 2, -2 for n = 12. Correct its minutes"
            ),
        ),
        (
            'minutes = ["n", "5/2", 12]',
            (
                ", step 'Do it': expected shortest, usual and longest minutes in rising order,"
                " none below 0, found 12, 2.5, 12 for n = 12. Correct its minutes"
            ),
        ),
        (
            'minutes = [1, 2, "n / (g - 1)"]',
            (", step 'Do it': 'n / (g - 1)' divides by zero for g = 1, n = 12"),
        ),
        (
            'minutes = [1, 2, 3]\ntimes = "n / 5"',
            (
                ", step 'Do it': expected a whole number from 0 to 10000 of times, found 2.4"
                " for n = 12. Correct its times; ceil and floor make a number whole"
            ),
        ),
        (
            'minutes = [1, 2, 3]\ntimes = "n - 13"',
            (
                ", step 'Do it': expected a whole number from 0 to 10000 of times, found -1"
                " for n = 12. Correct its times; ceil and floor make a number whole"
            ),
        ),
        (
            'minutes = [1, 2, 3]\ntimes = "100000 * 100000"',
            (
                ", step 'Do it': expected a whole number from 0 to 10000 of times, found"
                " an enormous number. Correct its times; ceil and floor make a number whole"
            ),
        ),
        (
            'minutes = [1, 2, 2000]\ntimes = "n"',
            (
                " would take up to 24000 minutes with 12 people, more than two weeks."
                " Run it in several rooms, or set its options lower"
            ),
        ),
        (
            'minutes = [1, 2, 3]\ntimes = "n - 12"',
            (" has no steps left with 12 people. Correct its times and rounds"),
        ),
    ],
)
def test_figures_that_cannot_be_are_refused_with_their_place(written, figures, message):
    format = written(step(figures))
    with pytest.raises(FormatError) as error:
        format.length(12)
    assert str(error.value) == f"the format 'ours'{message}"


def test_rounds_that_cannot_be_are_refused_with_their_place(written):
    format = written('[[steps]]\nrounds = "n"\n[[steps.steps]]\nname = "Go"\nminutes = [1, 1, 1]\n')
    with pytest.raises(FormatError, match=r"rounds of 'Go': expected a whole number from 0 to 60"):
        format.length(61)


def test_quantity_below_none_is_refused_with_its_place(written):
    format = written(
        step("minutes = [1, 2, 3]"), head='materials = [{ item = "Pen", quantity = "5 - n" }]'
    )
    with pytest.raises(
        FormatError, match="material 'Pen': expected a quantity of 0 or more, found"
    ):
        format.length(6)


def test_haste_is_cured_by_options_that_save_enough():
    cafe = FORMATS["world-cafe"]
    with pytest.raises(FormatError) as error:
        plan(cafe, 24, minutes=60)
    # Five and fifteen minutes, and twice fifteen with one move make fifty-one.
    assert str(error.value) == (
        "the format 'world-cafe' takes at least 67 minutes with 24 people, found 60."
        " Give it 7 more, set rounds = 2, or choose a shorter format"
    )
    assert plan(cafe, 24, minutes=60, rounds=2).steps


def test_haste_that_no_option_cures_has_none():
    with pytest.raises(FormatError, match="Give it 40 more, or choose a shorter format"):
        plan(FORMATS["world-cafe"], 24, minutes=27)


def test_haste_passes_over_options_that_are_impossible(written):
    format = written(
        step('minutes = ["10 / (k - 1)", 10, 10]'),
        head='[options.k]\nmeaning = "k"\nbounds = [1, 2, 3]',
    )
    with pytest.raises(FormatError, match="Give it 5 more, or choose a shorter format"):
        plan(format, 3, minutes=5)


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        ('{ join = "pairs" }', ("session", False)),
        ('{ join = "pairs", lasting = "round", hosted = true }', ("round", True)),
        ("{ split = [2, 3] }", ("session", False)),
        ('{ split = [2, 3], lasting = "programme" }', ("programme", False)),
    ],
)
def test_groups_say_how_long_they_last_and_whether_a_host_stays(written, groups, found):
    format = written(step("minutes = [1, 2, 3]"), head=f"groups = {groups}")
    made = plan(format, 6).groups
    assert (made.lasting, made.hosted) == found


def test_groups_last_for_a_known_time(written):
    with pytest.raises(InvalidValueError, match="one of round, session, programme"):
        written(step("minutes = [1, 2, 3]"), head='groups = { join = "pairs", lasting = "week" }')
