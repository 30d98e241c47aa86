"""Plain lists of days on which people are away."""

import pytest

from workshopcore.contracts.busy_time import Busy, Spell


def days(found):
    assert found.problems == ()
    return {
        value.who: [f"{s.start}/{s.end}{'?' if s.tentative else ''}" for s in value.spells]
        for value in found.value
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2027-01-19", "2027-01-19/2027-01-19"),
        ("19/1/2027", "2027-01-19/2027-01-19"),
        ("19.1.27", "2027-01-19/2027-01-19"),
        ("Tuesday, 19 January 2027", "2027-01-19/2027-01-19"),
        ("January 19th, 2027", "2027-01-19/2027-01-19"),
        ("- 19. Januar 2027", "2027-01-19/2027-01-19"),
        ("2027-02-15 to 2027-02-19", "2027-02-15/2027-02-19"),
        ("2027-02-15/2027-02-19", "2027-02-15/2027-02-19"),
        ("15/02/2027 - 19/02/2027", "2027-02-15/2027-02-19"),
        ("15.02.2027\t19.02.2027", "2027-02-15/2027-02-19"),
        ("2027-02-15,2027-02-19,half term", "2027-02-15/2027-02-19"),
        ("2027-02-15..2027-02-19", "2027-02-15/2027-02-19"),
        ("15 to 19 February 2027", "2027-02-15/2027-02-19"),
        ("15–19 February 2027", "2027-02-15/2027-02-19"),
        ("Mon 15 until Fri 19 February 2027", "2027-02-15/2027-02-19"),
        ("22 July to 1 September 2027", "2027-07-22/2027-09-01"),
        ("1st Feb - 3rd March 2027", "2027-02-01/2027-03-03"),
        ("28 December to 3 January 2028", "2027-12-28/2028-01-03"),
        ("30 to 2 January 2028", None),
        ("2027-01-19 ?", "2027-01-19/2027-01-19?"),
        ("2027-01-19 (maybe)", "2027-01-19/2027-01-19?"),
        ("2027-01-19, perhaps: the dentist", "2027-01-19/2027-01-19?"),
    ],
)
def test_line_is_a_day_or_a_stretch_of_days(read_days, line, expected):
    found = read_days(line, who="jo")
    if expected is None:
        assert [fault.path for fault in found.problems] == ["line 1"]
    else:
        assert days(found) == {"jo": [expected]}


def test_days_are_put_together(read_days):
    found = read_days("2027-01-20\n2027-01-19\n\n# not 2027-01-25\n2027-01-19\n", who="jo")
    assert found.value == (Busy("jo", [Spell("2027-01-19", "2027-01-20")]),)


def test_person_stands_beside_the_day_or_above_it(read_days):
    above = "Amina Yusuf:\n- 2027-01-19\n- 2027-02-01, dentist\n"
    text = f"{above}Jo, 3 March 2027\n2027-03-04;li\nLi Wei\n5 May 2027"
    assert days(read_days(text)) == {
        "amina": ["2027-01-19/2027-01-19", "2027-02-01/2027-02-01"],
        "jo": ["2027-03-03/2027-03-03"],
        "li": ["2027-03-04/2027-03-04", "2027-05-05/2027-05-05"],
    }


def test_headings_of_a_table_are_passed_over(read_days):
    assert days(read_days("date,person\n2027-01-19,Jo Park\n")) == {"jo": ["2027-01-19/2027-01-19"]}


def test_file_may_say_whose(read_days):
    assert days(read_days("2027-01-19", file="jo-park.txt")) == {"jo": ["2027-01-19/2027-01-19"]}


def test_room_may_be_taken_on_days(read_days):
    assert days(read_days("2027-01-19: Wedding", room="Garden room")) == {
        "Garden room": ["2027-01-19/2027-01-19"]
    }


def test_whoever_is_named_in_the_options_has_all_of_them(read_days):
    assert days(read_days("Away\n2027-01-19, Li Wei", who="jo")) == {
        "jo": ["2027-01-19/2027-01-19"]
    }


def test_complete_list_says_of_which_days(read_days):
    found = read_days("2027-01-19", who="jo", first="2027-01-01", last="2027-12-31")
    assert found.value == (Busy("jo", ["2027-01-19"], first="2027-01-01", last="2027-12-31"),)


def test_months_may_come_first(read_days):
    assert days(read_days("2/15/2027", who="jo", month_first=True)) == {
        "jo": ["2027-02-15/2027-02-15"]
    }


@pytest.mark.parametrize(
    ("line", "found", "hint"),
    [
        ("2027-13-01 Jo", "'2027-13-01'", ""),
        ("2027-03-05 to 2027-03-01 Jo", "'2027-03-05 to 2027-03-01'", ""),
        ("12 Secret 2027", "a day that cannot be", ""),
        ("Jo 2027-1", "another text", ""),
        ("2027-01-19", "nobody", "Write the name beside the day, or pass who="),
        ("2027-01-19 Jo Pork", "nobody", "Did you mean 'jo'?"),
        ("2027-05-06 committee weeks", "a closure", "Add it to the programme as a closure"),
        ("something else", "a line without a day", ""),
        ("Jo Pork", "a line without a day", "Did you mean 'jo'?"),
    ],
)
def test_line_that_cannot_be_used_is_named_and_the_rest_counts(read_days, line, found, hint):
    read = read_days(f"{line}\nJo Park, 2027-02-01\n")
    assert [(each.path, each.found, each.hint) for each in read.problems] == [
        ("line 1", found, hint)
    ]
    assert [value.who for value in read.value] == ["jo"]


def test_name_that_is_nearly_somebodys_is_not_the_one_above(read_days):
    read = read_days("Amina Yusuf\n2027-01-19 Jo Pork\n")
    assert (read.value, [each.hint for each in read.problems]) == ((), ["Did you mean 'jo'?"])


def test_empty_list_is_named(read_days):
    assert [fault.path for fault in read_days("\n").problems] == ["file"]
