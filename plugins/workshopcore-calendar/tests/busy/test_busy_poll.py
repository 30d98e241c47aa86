"""Polls of dates: who answered what, however the table lies and whatever the marks."""

import pytest

from workshopcore.contracts.exchange import ImportRequest
from workshopcore_calendar import PollImporter

ONE_DAY = {"2027-01-19": "yes"}


@pytest.mark.parametrize(
    "text",
    [
        "Name,2027-01-19,20/1/2027\nAmina Yusuf,yes,no\nJo Park,maybe,yes\n",
        "Name;2027-01-19;20.01.2027\nAmina Yusuf;ja;nein\nJo Park;vielleicht;ja\n",
        "Who\t19 January 2027\tWed 20 Jan 2027\namina.yusuf@example.org\tOK\tno\njo\t(OK)\tOK\n",
        "Date,Amina,Jo Park\n2027-01-19,1,ifneedbe\n2027-01-20,0,1\n",
        "Our poll\n\n,January 2027,\n,Tue 19,Wed 20\nAmina Yusuf,✓,✗\nJo Park,(✓),✓\nCount,1,1\n",
        "sep=;\n;2027-01-19;2027-01-20\nYusuf, Amina;Yes;No\nPark, Jo;Under reserve;Yes\n",
        ",January 2027,\nAction,Tue 19,Wed 20\nAmina,✓,no\nJo,(✓),✓\n",
        ";Di, 19.1.2027;Mi, 20.1.2027\nAmina;ja;nein\nJo;(ja);ja\n",
        ",Januar 2027,\n,Di 19.,Mi 20.\nAmina,x,\nJo,(x),x\n",
        ",Dienstag 19. Januar 2027,Mi 20. Januar 2027\nAmina,Ja,Nein\nJo,Unter Vorbehalt,Ja\n",
        "Name,2027-01-19,2027-01-20,Comment\nAmina,y,n,free at noon\nJo,yes?,y,\n",
        "Name,Email,2027-01-19,2027-01-20\nA. Y.,amina.yusuf@example.org,Y,N\nJo,,?,Y\n",
    ],
)
def test_poll_is_read_however_it_lies(answers, text):
    assert answers(text) == {
        "amina": {"2027-01-19": "yes", "2027-01-20": "no"},
        "jo": {"2027-01-19": "maybe", "2027-01-20": "yes"},
    }


@pytest.mark.parametrize(
    "text",
    [
        ",2027-01-19,2027-01-19,2027-01-20\n,Morning,Afternoon,Morning\nAmina,Yes,No,Yes\n",
        "Name,2027-01-19 morning,2027-01-19 (afternoon),20 Jan 2027 am\nAmina,yes,no,yes\n",
        "Half,Date,Amina\nvormittag,2027-01-19,ja\nnachmittag,2027-01-19,nein\nam,2027-01-20,ja\n",
        ",January 2027,,\n,Tue 19,,Wed 20\n,9 AM – 12 PM,2 – 5 PM,9 AM – 1 PM\nAmina,OK,no,OK\n",
        "Name,19/1/2027 09:30-12.30,19/1/2027 14:00,20/1/2027 09:00 to 13:00\nAmina,1,0,1\n",
        "Name,19/1/2027 10h,19/1/2027 14h30,20/1/2027 9am-12:30\nAmina,1,0,1\n",
    ],
)
def test_halves_of_days_are_told_apart(answers, text):
    assert answers(text) == {
        "amina": {
            "2027-01-19 morning": "yes",
            "2027-01-19 afternoon": "no",
            "2027-01-20 morning": "yes",
        }
    }


@pytest.mark.parametrize(
    "heading",
    [
        "2027-01-19 09:30",
        "19 January 2027 9:30 AM - 4:30 PM",
        "19 January 2027 all day",
        "January 19 2027",
        "19 janvier 2027",
        "Tuesday, 19 January 2027",
        "2027-01-19 12:00 AM - 11:00 PM",
    ],
)
def test_whole_days_are_days(answers, heading):
    assert answers(f'Name,"{heading}",2027-02-02\nAmina,yes,\n', blank="none") == {"amina": ONE_DAY}


def test_months_may_come_first(answers):
    assert answers("Name,1/19/2027,1/20/2027\nAmina,yes,\n", month_first=True, blank="none") == {
        "amina": ONE_DAY
    }


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("yes,no,", {"2027-01-19": "yes", "2027-01-20": "no"}),
        ("yes,maybe,", {"2027-01-19": "yes", "2027-01-20": "maybe", "2027-01-21": "no"}),
        ("x,,", {"2027-01-19": "yes", "2027-01-20": "no", "2027-01-21": "no"}),
        ("✓,x,", {"2027-01-19": "yes", "2027-01-20": "no"}),
        ("x,no,", {"2027-01-19": "yes", "2027-01-20": "no"}),
        ("yes,unknown,no", {"2027-01-19": "yes", "2027-01-21": "no"}),
    ],
)
def test_crosses_and_empty_cells_mean_what_the_rest_of_the_file_tells(answers, cells, expected):
    text = f"Name,2027-01-19,2027-01-20,2027-01-21\nAmina,{cells}\n"
    assert answers(text) == {"amina": expected}


@pytest.mark.parametrize(
    ("marks", "meaning"),
    [
        (("Yes", "OK", "ok.", "1", "TRUE", "✓", "✔", "☑", "ja", "Oui", "sí", "+"), "yes"),
        (("(yes)", "(OK)", "(✓)", "yes?", "?", "ifneedbe", "If need be", "If-need-be"), "maybe"),
        (("Under reserve", "vielleicht", "Unter Vorbehalt", "peut-être", "(maybe)"), "maybe"),
        (("No", "0", "FALSE", "✗", "❌", "nein", "Non", "-", "can't"), "no"),
    ],
)
def test_marks_mean_what_people_and_tools_mean_by_them(answers, marks, meaning):
    for mark in marks:
        text = f"Name;2027-01-19;2027-01-20\nAmina;{mark};no\n"
        assert answers(text)["amina"]["2027-01-19"] == meaning, mark


def test_whoever_left_a_row_empty_answered_nothing(answers):
    assert answers("Name,2027-01-19\nAmina,yes\nJo,\n") == {"amina": ONE_DAY}


def test_own_marks_mean_what_the_options_say(answers):
    text = "Name,2027-01-19,2027-01-20\nAmina,sure thing,at a push\n"
    found = answers(text, marks={"Sure thing": "yes", "at a push": "maybe"})
    assert found == {"amina": {"2027-01-19": "yes", "2027-01-20": "maybe"}}


def test_poll_may_overrule_diaries(read_poll):
    text = "Name,2027-01-19\nAmina,yes\n"
    assert [read_poll(text, overrules=value).value[0].overrules for value in (True, False)] == [
        True,
        False,
    ]


def test_one_persons_answers_may_be_asked_for(answers):
    text = "Name,2027-01-19\nAmina,yes\nJo,no\n"
    assert answers(text, who="Amina Yusuf", file="poll.csv") == {"amina": ONE_DAY}


def test_encoding_and_delimiter_may_be_named(team):
    data = "Name|2027-01-19\nAmina|✓\n".encode("utf-16-le")
    options = {"encoding": "utf-16-le", "delimiter": "|"}
    found = PollImporter().read(data, team, ImportRequest(options=options))
    assert (found.problems, len(found.value)) == ((), 1)


def test_what_cannot_be_read_is_named_with_row_and_column_and_the_rest_counts(read_poll):
    found = read_poll(
        "Our poll\nName,31 February 2027,2027-01-19,2027-01-20,Lunch?\n"
        "Amina,yes,yes,if the trains run,fish\nNobody Known,yes,yes,yes,\nJo Pork,yes,yes,yes,\n"
    )
    assert [(fault.path, fault.found) for fault in found.problems] == [
        ("row 2 (line 2), column B", "'31 February 2027'"),
        ("row 2 (line 2), column E", "'Lunch?'"),
        ("row 3 (line 3), column D", "'if the trains run'"),
        ("row 4 (line 4), column A", "'Nobody Known'"),
        ("row 5 (line 5), column A", "'Jo Pork'"),
    ]
    assert found.problems[4].hint == "Did you mean 'jo'?"
    (poll,) = found.value
    assert [f"{day} {answer}" for day, answer in poll.answers.items()] == ["2027-01-19 yes"]


def test_places_are_those_of_the_file_where_the_table_lies_the_other_way(read_poll):
    found = read_poll("\nDate,Amina,Nobody\n2027-01-19,yes,yes\n2027-01-20,hm,no\n2027-13-01,,\n")
    assert [fault.path for fault in found.problems] == [
        "row 5 (line 5), column A",
        "row 4 (line 4), column B",
        "row 2 (line 2), column C",
    ]


def test_somebody_who_answers_twice_is_named_and_the_later_row_counts(read_poll):
    found = read_poll("Name,2027-01-19\nAmina,no\nAmina Yusuf,yes\n")
    assert [(fault.path, fault.found) for fault in found.problems] == [
        ("row 3 (line 3), column A", "'amina' again")
    ]
    assert list(found.value[0].answers.values()) == ["yes"]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("", ["file"]),
        ('"', ["row 1 (line 1)", "headings"]),
        ("Name,Colour\nAmina,red\n", ["headings"]),
        ('Name,2027-01-19\nAmina,"yes\n', ["row 2 (line 2)"]),
    ],
)
def test_file_that_is_no_poll_is_named(read_poll, text, paths):
    found = read_poll(text)
    assert [fault.path for fault in found.problems] == paths
    assert found.value == ()


def test_row_without_a_name_is_named(read_poll):
    found = read_poll("Name,2027-01-19\n,yes\n")
    assert [fault.path for fault in found.problems] == ["row 2 (line 2), column A"]


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"marks": 7}, "options.marks"),
        ({"marks": {"sure": "certainly"}}, "options.marks"),
        ({"blank": "yes"}, "options.blank"),
        ({"overrules": "perhaps"}, "options.overrules"),
        ({"delimiter": "--"}, "options.delimiter"),
        ({"mark": {}}, "options.mark"),
        ({"who": "Nobody"}, "options.who"),
    ],
)
def test_option_that_cannot_be_is_named_and_the_poll_is_read(read_poll, options, path):
    found = read_poll("Name,2027-01-19\nAmina,yes\n", **options)
    assert [fault.path for fault in found.problems] == [path]
    assert len(found.value) == 1


def test_hour_alone_is_a_morning_only_beside_an_afternoon(answers):
    text = "Name,2027-01-19 09:30,2027-01-19 14:00,2027-01-20 09:30\nAmina,yes,no,yes\n"
    assert answers(text) == {
        "amina": {
            "2027-01-19 morning": "yes",
            "2027-01-19 afternoon": "no",
            "2027-01-20": "yes",
        }
    }
