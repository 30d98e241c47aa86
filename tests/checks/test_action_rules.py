"""Rules about actions, their owners and their history: what they catch, and what passes."""

import pytest

PEOPLE = 'people = [{ name = "Amina" }, { name = "Ben" }, { name = "Chidi" }]\n'


def workshop(title: str = "One", day: str = "2027-01-19", more: str = "") -> str:
    return f"""
[[workshops]]
title = "{title}"
start = {day}T09:30:00
end = {day}T11:00:00
{more}
"""


def action(more: str = "", statement: str = "Book the hall", owner: str = "amina") -> str:
    return f"""
[[actions]]
statement = "{statement}"
owner = "{owner}"
{more}
"""


HELD = 'attendance = [{ person = "amina" }]'
TWO = workshop() + workshop("Two", "2027-03-02")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", []),
        ("created = 2027-01-19", []),
        ("agreed = 2027-01-19", ["actions[0]"]),
        ('updates = [{ on = 2027-01-19, status = "agreed" }]', ["actions[0]"]),
        ("agreed = 2027-01-19\nupdates = [{ on = 2027-01-21, due = 2027-02-23 }]", []),
        ('agreed = 2027-01-19\nupdates = [{ on = 2027-01-21, status = "done" }]', []),
    ],
)
def test_agreed_and_open_action_needs_a_date(places, more, found):
    assert places(PEOPLE + action(more), "WC301") == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('origin = "one"\ndue = 2027-03-03', ["actions[0].due"]),
        ("agreed = 2027-01-19\ndue = 2027-03-03", ["actions[0].due"]),
        ("created = 2027-02-01\ndue = 2027-03-02", []),
        ("due = 2027-12-31", []),
        ('origin = "two"\ndue = 2027-12-31', []),
        (
            (
                'origin = "one"\ndue = 2027-02-23\n'
                'reviews = [{ workshop = "one", on = 2027-01-19, due = 2027-03-03 }]'
            ),
            ["actions[0].reviews[0].due"],
        ),
    ],
)
def test_due_date_is_held_against_the_next_workshop(places, more, found):
    assert places(PEOPLE + TWO + action(more), "WC302") == found


def test_due_date_is_not_held_against_a_cancelled_workshop(places):
    off = 'events = [{ on = 2027-01-11, status = "cancelled" }]'
    text = workshop() + workshop("Two", "2027-03-02", off) + workshop("Three", "2027-04-20")
    assert places(PEOPLE + text + action('origin = "one"\ndue = 2027-04-20'), "WC302") == []
    assert len(places(PEOPLE + text + action('origin = "one"\ndue = 2027-04-21'), "WC302")) == 1


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("due = 2027-02-19", []),
        ("due = 2027-02-20", ["actions[0].due"]),
        ("due = 2027-02-22", ["actions[0].due"]),
        ("due = 2027-02-25", []),
        ('due = 2027-02-20\nupdates = [{ on = 2027-02-01, status = "cancelled" }]', []),
        ("due = 2027-02-20\nupdates = [{ on = 2027-02-01, due = 2027-02-19 }]", []),
        (
            "due = 2027-02-19\nupdates = [{ on = 2027-02-01, due = 2027-02-20 }]",
            ["actions[0].updates[0].due"],
        ),
        (
            (
                "due = 2027-02-19\nupdates = [{ on = 2027-02-03, due = 2027-02-23 }]\n"
                'reviews = [{ workshop = "one", on = 2027-02-04, due = 2027-02-20 }]'
            ),
            ["actions[0].reviews[0].due"],
        ),
    ],
)
def test_due_date_that_holds_now_is_a_working_day(places, more, found):
    closures = """
[[closures]]
title = "Office closed"
start = 2027-02-22
[[closures]]
title = "Council meets"
start = 2027-02-25
kind = "committee"
"""
    assert places(PEOPLE + workshop() + closures + action(more), "WC303") == found


def test_message_names_the_closure(find):
    closure = '\n[[closures]]\ntitle = "Office closed"\nstart = 2027-02-22\n'
    (finding,) = find(PEOPLE + closure + action("due = 2027-02-22"), "WC303")
    assert finding.message == "'Book the hall' is due on Monday 2027-02-22, during 'Office closed'"


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("Consider the rota", 1),
        ("To look at the rota", 1),
        ("BE AWARE OF deadlines", 1),
        ("Review", 1),
        ("Reviewer's list: publish it", 0),
        ("Draft a rota and look at it together", 0),
        ("Notes: send them round", 0),
        ("!!!", 0),
    ],
)
def test_vague_opening_is_found(places, statement, found):
    assert len(places(PEOPLE + action(statement=statement), "WC305")) == found


def test_vague_action_that_is_done_is_history(places):
    done = 'agreed = 2027-01-19\nupdates = [{ on = 2027-02-01, status = "done" }]'
    assert places(PEOPLE + action(done, "Consider the rota"), "WC305") == []


def test_programme_without_objectives_asks_for_none(places):
    assert places(PEOPLE + action(), "WC306") == []


def test_dropped_action_serves_no_objective_any_more(places):
    objective = 'objectives = [{ statement = "Vision", indicator = "Named" }]\n'
    dropped = 'updates = [{ on = 2027-02-01, status = "cancelled", note = "No need" }]'
    assert places(PEOPLE + objective + action(dropped), "WC306") == []


VISION = 'objectives = [{ statement = "Vision", indicator = "Named", id = "vision" }]\n'


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (f'aims = ["vision"]\n{HELD}', 1),
        (f'agenda = [{{ title = "Work", aims = ["vision"] }}]\n{HELD}', 1),
        ('aims = ["vision"]', 0),
        ('aims = ["vision"]\nattendance = [{ person = "amina", status = "accepted" }]', 0),
        (HELD, 0),
    ],
)
def test_objective_is_judged_once_a_workshop_has_worked_on_it(places, more, found):
    assert len(places(PEOPLE + VISION + workshop(more=more), "WC307")) == found


@pytest.mark.parametrize(
    ("role", "found"), [("expert", 1), ("observer", 1), ("facilitator", 0), ("sponsor", 0)]
)
def test_visitors_own_no_actions(places, role, found):
    people = f'people = [{{ name = "Amina", role = "{role}" }}]\n'
    assert len(places(people + action(), "WC310")) == found


@pytest.mark.parametrize(
    ("status", "found"),
    [("apology", 1), ("no-show", 1), ("declined", 1), ("part", 0), ("tentative", 0)],
)
def test_owner_has_to_have_been_in_the_room(places, status, found):
    attendance = f'attendance = [{{ person = "amina", status = "{status}" }}]'
    text = PEOPLE + workshop(more=attendance) + action('origin = "one"')
    assert len(places(text, "WC311")) == found


def test_news_from_somebody_else_is_no_acceptance(places):
    attendance = 'attendance = [{ person = "amina", status = "apology" }]'
    more = 'origin = "one"\nupdates = [{ on = 2027-01-21, by = "ben", note = "She will do it" }]'
    assert len(places(PEOPLE + workshop(more=attendance) + action(more), "WC311")) == 1


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("due = 2027-02-12", 0),
        ("due = 2027-02-13", 1),
        ("", 1),
        ("due = 2027-02-05\nupdates = [{ on = 2027-02-12, progress = 40 }]", 0),
        ("due = 2027-02-05\nupdates = [{ on = 2027-02-13, progress = 40 }]", 1),
        ('agreed = 2027-01-19\nupdates = [{ on = 2027-02-13, status = "done" }]', 0),
    ],
)
def test_owner_stays_until_it_is_done(places, more, found):
    people = 'people = [{ name = "Amina", left = 2027-02-12 }]\n'
    assert len(places(people + action(more), "WC312")) == found


def test_supporter_listed_twice_is_found(find):
    more = (
        'supporters = [{ person = "ben" }, { person = "chidi", part = "informed" },'
        ' { person = "ben", part = "consulted" }]'
    )
    (finding,) = find(PEOPLE + action(more), "WC313")
    assert finding.path == "actions[0].supporters[2].person"
    assert finding.message == "Ben already supports 'Book the hall'"


def test_actions_are_counted_for_each_workshop_apart(places):
    text = PEOPLE + TWO
    for origin in ("one", "one", "two", "two"):
        text += action(f'origin = "{origin}"')
    assert places(text, "WC314") == []


def test_dropped_actions_are_no_load(places):
    dropped = 'origin = "one"\nupdates = [{ on = 2027-02-01, status = "cancelled", note = "No" }]'
    text = PEOPLE + TWO + action('origin = "one"') * 2 + action(dropped)
    assert places(text, "WC314") == []


def test_all_actions_of_the_workshop_are_in_the_message(find):
    text = PEOPLE + TWO + action('origin = "one"') * 5 + action("")
    (finding,) = find(text, "WC314")
    assert (finding.path, finding.message) == ("actions[2]", "Amina leaves 'One' with 5 actions")


def load(**counts: int) -> str:
    return PEOPLE + "".join(action(owner=name) * number for name, number in counts.items())


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"amina": 6, "ben": 2}, []),
        ({"amina": 7, "ben": 2}, ["people[0]"]),
        ({"amina": 3, "ben": 1}, []),
        ({"amina": 9}, []),
        ({"amina": 1, "ben": 1, "chidi": 4}, ["people[2]"]),
        ({"amina": 5, "ben": 5, "chidi": 5}, []),
    ],
)
def test_load_is_held_against_the_mean_of_all_owners(places, counts, found):
    assert places(load(**counts), "WC315") == found


def test_effort_is_judged_when_every_open_action_has_one(places):
    heavy = action("effort = 40") + action("effort = 2", owner="ben")
    assert places(PEOPLE + heavy, "WC316") == ["people[0]"]
    assert places(PEOPLE + heavy + action(owner="chidi"), "WC316") == []


def test_effort_may_have_a_fraction(find):
    heavy = action('effort = "7.5"') + action('effort = "0.5"', owner="ben")
    (finding,) = find(PEOPLE + heavy, "WC316")
    assert finding.message == "Amina has promised 7.5 hours, where owners have 4.0 on average"


REVIEW = '{{ workshop = "{}", on = {}, carried = true, note = "Supplier" }}'


def test_action_that_got_done_was_carried_for_good(places):
    reviews = ", ".join([REVIEW.format("one", "2027-01-19"), REVIEW.format("two", "2027-03-02")])
    done = 'updates = [{ on = 2027-03-05, status = "done" }]'
    text = PEOPLE + TWO + action(f"agreed = 2027-01-05\nreviews = [{reviews}]\n{done}")
    assert places(text, "WC320") == []


def held(title: str, day: str) -> str:
    return workshop(title, day, HELD)


THREE_HELD = held("One", "2027-01-19") + held("Two", "2027-03-02") + held("Three", "2027-04-20")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('origin = "one"', "'Book the hall' was open at 'Two' and 1 later workshop, and"),
        ('origin = "two"', "'Book the hall' was open at 'Three', and"),
        ('origin = "three"', ""),
        ("created = 2027-03-02", "'Book the hall' was open at 'Three', and"),
        ("", ""),
        ('agreed = 2027-01-19\nupdates = [{ on = 2027-03-01, status = "done" }]', ""),
        (
            'agreed = 2027-01-19\nupdates = [{ on = 2027-03-02, status = "done" }]',
            "",
        ),
        (
            "agreed = 2027-01-19\nupdates = [{ on = 2027-04-20, progress = 50 }]",
            "'Book the hall' was open at 'Two', and",
        ),
        (
            f"agreed = 2027-01-19\nreviews = [{REVIEW.format('two', '2027-03-02')}]",
            "'Book the hall' was open at 'Three', and",
        ),
    ],
)
def test_every_workshop_held_asks_after_every_open_action(find, more, found):
    messages = [f.message for f in find(PEOPLE + THREE_HELD + action(more), "WC321")]
    assert messages == ([f"{found} was not reviewed"] if found else [])


def test_workshop_that_was_not_held_asks_after_nothing(places):
    assert places(PEOPLE + TWO + action('origin = "one"'), "WC321") == []


def updates(*entries: str) -> str:
    return "agreed = 2027-01-19\nupdates = [{}]".format(
        ", ".join(
            f"{{ on = 2027-02-{number:02}, {entry} }}"
            for number, entry in enumerate(entries, start=1)
        )
    )


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (("progress = 20", "progress = 60"), []),
        (("progress = 60", "progress = 60"), []),
        (("progress = 60", "progress = 59"), [1]),
        (("progress = 60", 'note = "Waiting"', "progress = 59"), [2]),
        (('status = "done", progress = 100', 'status = "reopened", progress = 70'), []),
        (('status = "done", progress = 100', 'status = "reopened"', "progress = 70"), []),
        (('status = "done", progress = 100', 'note = "Really?"', "progress = 70"), [2]),
    ],
)
def test_progress_goes_back_only_with_a_reason(places, entries, found):
    expected = [f"actions[0].updates[{number}].progress" for number in found]
    assert places(PEOPLE + action(updates(*entries)), "WC324") == expected


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (('status = "done", progress = 99',), "'Book the hall' is done at 99 %"),
        (('status = "done"',), ""),
        (("progress = 100",), "'Book the hall' is at 100 % and still agreed"),
        (
            ('status = "in-progress"', "progress = 100"),
            "'Book the hall' is at 100 % and still in progress",
        ),
        (("progress = 100", 'status = "done"'), ""),
        (("progress = 100", 'progress = 90, note = "Not quite"'), ""),
    ],
)
def test_progress_and_status_say_the_same(find, entries, found):
    messages = [f.message for f in find(PEOPLE + action(updates(*entries)), "WC325")]
    assert messages == ([found] if found else [])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (updates('status = "cancelled", note = "No money"'), []),
        (updates('status = "superseded", superseded_by = "other"'), []),
        (updates('status = "superseded", note = "By the other"'), ["updates[0].status"]),
        (
            (
                "agreed = 2027-01-05\n"
                'reviews = [{ workshop = "one", on = 2027-01-19, status = "cancelled" }]'
            ),
            ["reviews[0].status"],
        ),
        (
            (
                "agreed = 2027-01-05\n"
                'reviews = [{ workshop = "one", on = 2027-01-19, status = "superseded" }]'
            ),
            ["reviews[0].status"],
        ),
    ],
)
def test_action_that_goes_away_leaves_a_word(places, more, found):
    text = PEOPLE + TWO + action(more) + action('id = "other"')
    assert places(text, "WC326") == [f"actions[0].{path}" for path in found]


TAKEN_OVER = 'agreed = 2027-01-19\nupdates = [{ on = 2027-01-25, owner = "ben", note = "Agreed" }]'


def test_visitor_who_takes_an_action_over_is_found_where_that_was_recorded(places):
    people = 'people = [{ name = "Amina" }, { name = "Ben", role = "expert" }]\n'
    assert places(people + action(TAKEN_OVER), "WC310") == ["actions[0].updates[0].owner"]


def test_action_handed_over_by_somebody_absent_passes(places):
    absent = workshop(more='attendance = [{ person = "amina", status = "apology" }]')
    text = PEOPLE + absent + action(f'origin = "one"\n{TAKEN_OVER}')
    assert places(text, "WC311") == []


@pytest.mark.parametrize(
    ("amina", "ben", "found"),
    [
        ("left = 2027-02-01", "joined = 2026-01-01", []),
        ("joined = 2026-01-01", "left = 2027-01-20", ["actions[0].updates[0].owner"]),
    ],
)
def test_owner_who_leaves_is_the_one_on_record_now(places, amina, ben, found):
    people = f'people = [{{ name = "Amina", {amina} }}, {{ name = "Ben", {ben} }}]\n'
    assert places(people + action(TAKEN_OVER), "WC312") == found


def test_new_owner_is_no_supporter_too(places):
    more = f'supporters = [{{ person = "ben" }}]\n{TAKEN_OVER}'
    assert places(PEOPLE + action(more), "WC313") == ["actions[0].supporters[0].person"]


def test_open_actions_count_for_who_has_them_now(places):
    taken = 5 * action(TAKEN_OVER) + action(owner="chidi")
    assert places(PEOPLE + taken, "WC315") == ["people[1]"]


def test_hours_count_for_who_has_them_now(places):
    taken = action(f"effort = 40\n{TAKEN_OVER}") + action("effort = 2", owner="chidi")
    assert places(PEOPLE + taken, "WC316") == ["people[1]"]


@pytest.mark.parametrize(
    ("review", "found"),
    [
        ("carried = true", ["actions[0].reviews[0]"]),
        ('carried = true, note = " "', ["actions[0].reviews[0]"]),
        ('carried = true, note = "The printer was ill"', []),
        ('status = "done"', []),
    ],
)
def test_carry_over_has_a_reason(places, review, found):
    text = (
        PEOPLE
        + TWO
        + action(
            f'agreed = 2027-01-19\nreviews = [{{ workshop = "two", on = 2027-03-02, {review} }}]'
        )
    )
    assert places(text, "WC327") == found
