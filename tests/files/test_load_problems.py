"""Every structural problem, alone and together: code, path, line, found, expected, cure.

In TOML the line at fault is marked by a comment with the code. JSON has no comments: there the
text is printed by this module, with odd white space, and the printer knows its own lines.
"""

import json
import random
import re
import tomllib
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import ProgrammeFileError
from workshopcore.files import loads

MARK = re.compile(r"#((?: WC\d{3})+)[^\n]*$", re.MULTILINE)

WORKSHOP = """
[[workshops]]
id = "where-now"
title = "Where are we now?"
start = 2027-01-19T09:30:00
end = 2027-01-19T16:30:00
"""
ONE_OWNER = "exactly one owner, the identifier of a person"
SUPPORTERS = "Name the one person who answers for it; the others are supporters"
IN_ORDER = "shortest, usual and longest minutes in rising order"
APPEND_ONLY = "A history is append-only: put the entries in the order they happened"

# Each: a name, the text, and what is found: code, path, found, expected, hint.
CASES = [
    (
        "unknown key, with the nearest right one",
        'title = "A year"\npourpose = "x"  # WC002\n',
        [
            (
                "WC002",
                "pourpose",
                "the unknown key 'pourpose'",
                "a field of a programme",
                "Did you mean 'purpose'?",
            )
        ],
    ),
    (
        "unknown key that is like nothing",
        (
            'title = "A year"\n[[people]]\nname = "Jo"\n[[facilitators]]\nperson = "jo"\nzzz = 1'
            "  # WC002"
        ),
        [
            (
                "WC002",
                "facilitators[0].zzz",
                "the unknown key 'zzz'",
                "a field of a facilitator",
                "Known: person, function, day_rate, competencies",
            )
        ],
    ),
    (
        "key that is private",
        'title = "A year"\norigin = 1  # WC002\n',
        [("WC002", "origin", "the unknown key 'origin'", "a field of a programme", None)],
    ),
    (
        "word that is none of the list",
        'title = "A year"\n[[people]]\nname = "Jo Park"\nrole = "exprt"  # WC003\n',
        [
            (
                "WC003",
                "people[0].role",
                "'exprt'",
                "one of expert, facilitator, observer, participant, sponsor",
                "Did you mean 'expert'?",
            )
        ],
    ),
    (
        "number where a text should be",
        "title = 7  # WC003\n",
        [("WC003", "title", "7", "text", "")],
    ),
    (
        "text where a number should be",
        'title = "A year"\nk_min = "five"  # WC003\n',
        [("WC003", "k_min", "'five'", "a whole number from 2 to 1000", "")],
    ),
    (
        "truth where a number should be",
        'title = "A year"\nk_min = true  # WC003\n',
        [("WC003", "k_min", "True", "a whole number from 2 to 1000", "")],
    ),
    (
        "empty title",
        'title = "   "  # WC003\n',
        [("WC003", "title", "'   '", "text that is not empty", "")],
    ),
    (
        "day that does not exist",
        'title = "A year"\nstart = "2027-02-30"  # WC003\n',
        [
            (
                "WC003",
                "start",
                "'2027-02-30'",
                "a date such as 2027-01-19, from 1900 to 2500",
                "",
            )
        ],
    ),
    (
        "identifier with capitals",
        'title = "A year"\nid = "A Year"  # WC003\n',
        [
            (
                "WC003",
                "id",
                "'A Year'",
                "at most 64 lower-case letters, digits and single hyphens",
                "Write 'a-year'",
            )
        ],
    ),
    (
        "money without a currency",
        'title = "A year"\nbudget = "650"  # WC003\n',
        [("WC003", "budget", "'650'", "an amount and its currency, such as '650.00 GBP'", "")],
    ),
    (
        "time zone that is none",
        'title = "A year"\ntime_zone = "Europe/Lundon"  # WC003\n',
        [
            (
                "WC003",
                "time_zone",
                "'Europe/Lundon'",
                "an IANA time zone such as Europe/London",
                "",
            )
        ],
    ),
    (
        "kind of agenda item that is none",
        (
            f'title = "A year"\n{WORKSHOP}[[workshops.agenda]]\nkind = "braek"'
            "  # WC003\nminutes = 15\n"
        ),
        [
            (
                "WC003",
                "workshops[0].agenda[0].kind",
                "'braek'",
                "one of session, break, lunch, buffer, parallel",
                "Did you mean 'break'?",
            )
        ],
    ),
    (
        "kind of agenda item that is a number",
        f'title = "A year"\n{WORKSHOP}agenda = [\n  {{ kind = 3 }},  # WC003\n]\n',
        [
            (
                "WC003",
                "workshops[0].agenda[0].kind",
                "3",
                "one of session, break, lunch, buffer, parallel",
                "",
            )
        ],
    ),
    (
        "one table where several should be",
        'title = "A year"\n[people]  # WC003\nname = "Jo Park"\n',
        [("WC003", "people", "a table", None, "In TOML, write [[people]]")],
    ),
    (
        "free-form detail that cannot be kept",
        'title = "A year"\n[details]\nscore = 99999999999999999999  # WC003\n',
        [
            (
                "WC003",
                "details.score",
                "99999999999999999999",
                "a whole number of at most 64 bits",
                "",
            )
        ],
    ),
    (
        "text among tables",
        'title = "A year"\npeople = [\n  { name = "Jo" },\n  "Amina",  # WC003\n]\n',
        [("WC003", "people[1]", "'Amina'", "a table of a person", "")],
    ),
    (
        "text where a list of agenda items should be",
        f'title = "A year"\n{WORKSHOP}agenda = "check-in"  # WC003\n',
        [("WC003", "workshops[0].agenda", "'check-in'", None, "")],
    ),
    (
        "number among texts",
        'title = "A year"\nobstacles = [\n  "Winter",\n  7,  # WC003\n  "Rules",\n]\n',
        [("WC003", "obstacles[1]", "7", "text", "")],
    ),
    (
        "programme without a title",
        'id = "a-year"\n[[people]]\nname = "Jo Park"\n',
        [("WC004", "title", "nothing", "the title of a programme", "Add title")],
    ),
    (
        "person without a name",
        'title = "A year"\n[[people]]\nname = "Jo"\n[[people]]  # WC004\nrole = "expert"\n',
        [("WC004", "people[1].name", "nothing", "the name of a person", "Add name")],
    ),
    (
        "workshop without an end",
        'title = "A year"\n[[workshops]]  # WC004\ntitle = "Now"\nstart = 2027-01-19T09:30:00\n',
        [("WC004", "workshops[0].end", "nothing", "the end of a workshop", "Add end")],
    ),
    (
        "identifier given twice",
        (
            'title = "A year"\n[[people]]\nid = "jo"\nname = "Jo Park"\n'
            '[[people]]\nid = "jo"  # WC005\nname = "Jo Marsh"\n'
        ),
        [
            (
                "WC005",
                "people[1].id",
                "'jo' again",
                "an identifier that no other person has",
                "'jo' is already at people[0]",
            )
        ],
    ),
    (
        "identifier given twice in one agenda, within tracks",
        (
            f'title = "A year"\n{WORKSHOP}'
            '[[workshops.agenda]]\nkind = "parallel"\n'
            '[[workshops.agenda.tracks]]\ntitle = "North"\n'
            '[[workshops.agenda.tracks.agenda]]\nid = "a"\ntitle = "One"\n'
            '[[workshops.agenda.tracks]]\ntitle = "South"\n'
            '[[workshops.agenda.tracks.agenda]]\nid = "a"  # WC005\ntitle = "Two"\n'
        ),
        [
            (
                "WC005",
                "workshops[0].agenda[0].tracks[1].agenda[0].id",
                "'a' again",
                "an identifier that no other item of this agenda has",
                "'a' is already at workshops[0].agenda[0].tracks[0].agenda",
            )
        ],
    ),
    (
        "reference to nothing, with the nearest",
        (
            'title = "A year"\nobjectives = [{ statement = "A shared vision", id = "vision" }]\n'
            f'{WORKSHOP}aims = [\n  "vision",\n  "vison",  # WC006\n]\n'
        ),
        [
            (
                "WC006",
                "workshops[0].aims[1]",
                "'vison'",
                "the identifier of an objective",
                "Did you mean 'vision'?",
            )
        ],
    ),
    (
        "reference where there is nothing to refer to",
        f'title = "A year"\n{WORKSHOP}aims = ["vision"]  # WC006\n',
        [
            (
                "WC006",
                "workshops[0].aims[0]",
                "'vision'",
                "the identifier of an objective",
                "There are none yet",
            )
        ],
    ),
    (
        "reference to one of two named alike",
        (
            'title = "A year"\n[[people]]\nname = "Jo Park"\n[[people]]\nname = "Jo Park"\n'
            '[[actions]]\nstatement = "Ask"\nowner = "jo-park"  # WC013\n'
        ),
        [
            (
                "WC013",
                "actions[0].owner",
                "'jo-park', which several have",
                "the identifier of a person on the programme",
                "They were named alike: give each an id of its own",
            )
        ],
    ),
    (
        "minutes out of order",
        (
            f'title = "A year"\n{WORKSHOP}[[workshops.agenda]]\ntitle = "x"\n'
            "minutes = [25, 20, 15]  # WC007\n"
        ),
        [("WC007", "workshops[0].agenda[0].minutes", None, IN_ORDER, "")],
    ),
    (
        "minutes out of order, as a table",
        (
            f'title = "A year"\n{WORKSHOP}[[workshops.agenda]]\ntitle = "x"\n'
            "minutes = { shortest = 25, longest = 15 }  # WC007\n"
        ),
        [("WC007", "workshops[0].agenda[0].minutes", None, IN_ORDER, "")],
    ),
    (
        "two owners",
        (
            'title = "A year"\npeople = [{ name = "Jo" }, { name = "Amina" }]\n'
            '[[actions]]\nstatement = "Ask"\nowner = ["jo", "amina"]  # WC008\n'
        ),
        [("WC008", "actions[0].owner", "a list of 2", ONE_OWNER, SUPPORTERS)],
    ),
    (
        "owner left empty",
        'title = "A year"\n[[actions]]\nstatement = "Ask"\nowner = ""  # WC008\n',
        [("WC008", "actions[0].owner", "nothing", ONE_OWNER, SUPPORTERS)],
    ),
    (
        "action due before it exists",
        (
            'title = "A year"\npeople = [{ name = "Jo" }]\n[[actions]]\nstatement = "Ask"\n'
            'owner = "jo"\nagreed = 2027-01-19\ndue = 2027-01-12  # WC009\n'
        ),
        [
            (
                "WC009",
                "actions[0].due",
                "'2027-01-12'",
                "a due date not before 2027-01-19, when the action began",
                "",
            )
        ],
    ),
    (
        "workshop that ends before it starts",
        (
            'title = "A year"\n[[workshops]]\ntitle = "Now"\nstart = 2027-01-19T16:30:00\n'
            "end = 2027-01-19T09:30:00  # WC010\n"
        ),
        [
            (
                "WC010",
                "workshops[0].end",
                "2027-01-19 16:30 to 2027-01-19 09:30",
                "an end after the start",
                "",
            )
        ],
    ),
    (
        "time that the clocks skip",
        (
            'title = "A year"\ntime_zone = "Europe/London"\n[[workshops]]\ntitle = "Night"\n'
            "start = 2027-03-28T01:30:00  # WC010\nend = 2027-03-28T09:30:00\n"
        ),
        [
            (
                "WC010",
                "workshops[0].start",
                "'2027-03-28T01:30'",
                "a time that exists in Europe/London",
                "The clocks go forward over this time: the same moment is 2027-03-28T02:30",
            )
        ],
    ),
    (
        "time that comes twice",
        (
            'title = "A year"\ntime_zone = "Europe/London"\n[[workshops]]\ntitle = "Night"\n'
            "start = 2027-10-31T01:30:00  # WC010\nend = 2027-10-31T09:30:00\n"
        ),
        [
            (
                "WC010",
                "workshops[0].start",
                "'2027-10-31T01:30'",
                "an offset, as this time comes twice in Europe/London",
                "Add +01:00 (first) or +00:00 (second)",
            )
        ],
    ),
    (
        "lock outside of the workshop",
        (
            f'title = "A year"\n{WORKSHOP}[[workshops.agenda]]\ntitle = "x"\n'
            "start = 2027-01-20T09:30:00  # WC010\n"
        ),
        [
            (
                "WC010",
                "workshops[0].agenda[0].start",
                "2027-01-20 09:30",
                "a time within the workshop",
                "",
            )
        ],
    ),
    (
        "illegal move",
        (
            'title = "A year"\nevents = [\n  { on = 2027-01-01, status = "proposed" },\n'
            '  { on = 2027-01-02, status = "active" },  # WC011\n]\n'
        ),
        [
            (
                "WC011",
                "events[1].status",
                "'active' after 'proposed'",
                "contracted, cancelled",
                "",
            )
        ],
    ),
    (
        "history out of order",
        (
            'title = "A year"\nevents = [\n  { on = 2027-01-02, status = "proposed" },\n'
            '  { on = 2027-01-01, status = "contracted" },  # WC011\n]\n'
        ),
        [
            (
                "WC011",
                "events[1].on",
                "2027-01-01",
                "a date not before the entry above it (2027-01-02)",
                APPEND_ONLY,
            )
        ],
    ),
    (
        "owner who is not on the programme",
        (
            'title = "A year"\npeople = [{ name = "Amina Yusuf" }]\n[[actions]]\n'
            'statement = "Ask"\nowner = "amina-yusif"  # WC013\n'
        ),
        [
            (
                "WC013",
                "actions[0].owner",
                "'amina-yusif'",
                "the identifier of a person on the programme",
                "Did you mean 'amina-yusuf'?",
            )
        ],
    ),
]
IDS = [name for name, _, _ in CASES]

MANY = """\
# A file in which [almost] everything is [[wrong]].
pourpose = "x"  # WC002
k_min = "five"  # WC003
start = 2027-12-01
people = [
  { name = "Jo Park", role = "exprt" },  # WC003
  { role = "expert" },  # WC004
  { name = "Amina Yusuf", "id" = "amina" },
  { name = "Amina Ferreira", id = "amina" },  # WC005
]
objectives = [{ statement = "A shared vision", id = "vision" }]
events = [
  { on = 2027-01-01, status = "active" },  # WC011
]

title = "A year"

[client]
name = "Fernhollow"
'spon sor' = "x"  # WC002

[[workshops]]
title = "Where are we now?"
purpose = '''
[[workshops]]
title = 7  ''' # the table above stands in a text
start = 2027-01-19T09:30:00
end = 2027-01-19T16:30:00
venue.name = "The Old Library"
venue.capacityy = 3  # WC002
aims = ["visoin"]  # WC006

[[workshops.agenda]]
title = "Opening"
minutes = [  # WC007
  30,
  20,  # [not a table]
  10,
]

  [[workshops.agenda]] # a break
  "kind" = "braek"  # WC003

[[workshops]]
title = "Where to?"
start = 2027-02-19T16:30:00
end = 2027-02-19T09:30:00  # WC010

[[ actions ]]
statement = \"\"\"
[[actions]]
\\"\"\" \"\"\"
owner = ["jo-park", "amina"]  # WC008

[[actions]]
statement = "Two"
owner = "nobody"  # WC013
created = 2027-02-01

[["actions"]]
statement = "Three"
owner = "jo-park"
created = 2027-02-02
due = 2027-02-01  # WC009
"""


def marks(text):
    """Return the line and the code of every mark."""
    return sorted(
        (text.count("\n", 0, match.start()) + 1, code)
        for match in MARK.finditer(text)
        for code in match[1].split()
    )


def problems_in(text, format="toml"):
    with pytest.raises(ProgrammeFileError) as refused:
        loads(text, format)
    return refused.value.problems


def lined(problems):
    return sorted((problem.line, problem.code) for problem in problems)


def json_value(value):
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, (date, time)) else value


def printed(document, gaps):
    """Return a document as JSON with these gaps in turn, and the line of every path.

    An entry of a table stands where its key does.
    """
    text, lines = "", {}

    def line():
        return text.count("\n") + 1

    def put(value, path):
        nonlocal text
        text += next(gaps)
        lines.setdefault(path, line())
        if isinstance(value, dict):
            put_several("{}", value.items(), path)
        elif isinstance(value, list):
            put_several("[]", enumerate(value), path)
        else:
            text += json.dumps(json_value(value), ensure_ascii=False)
        text += next(gaps)

    def put_several(brackets, entries, path):
        nonlocal text
        text += brackets[0]
        for number, (key, value) in enumerate(entries):
            text += "," * bool(number) + next(gaps)
            inner = (*path, key)
            if brackets == "{}":
                lines[inner] = line()
                text += json.dumps(key) + next(gaps) + ":"
            put(value, inner)
        text += next(gaps) + brackets[1]

    put(document, ())
    return text, lines


def gaps_of(seed):
    chance = random.Random(seed)
    while True:
        yield chance.choice(["", " ", "\n", "\t\n ", "\r\n", "\n\n\n"])


def line_around(path, lines):
    """Return the line of a path, or of the nearest thing around it that is in the text."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def steps_of(path):
    return tuple(int(n) if n else name for n, name in re.findall(r"\[(\d+)\]|([^.\[\]]+)", path))


@pytest.mark.parametrize(("_name", "text", "expected"), CASES, ids=IDS)
def test_problem_is_named_with_place_and_cure(_name, text, expected):
    found = problems_in(text)
    assert [problem.path for problem in found] == [problem[1] for problem in expected]
    for problem, (code, _, what, right, hint) in zip(found, expected, strict=True):
        assert problem.code == code
        assert what is None or problem.found == what
        assert right is None or problem.expected == right
        assert hint is None or problem.hint == hint


@pytest.mark.parametrize(
    ("_name", "text"), [case[:2] for case in CASES if "# WC" in case[1]], ids=lambda c: c[:30]
)
def test_problem_stands_on_the_line_at_fault(_name, text):
    assert lined(problems_in(text)) == marks(text)


def test_what_is_missing_at_the_top_stands_on_the_first_line():
    assert lined(problems_in('id = "a-year"\n\n[[people]]\nname = "Jo"\n')) == [(1, "WC004")]


@pytest.mark.parametrize(("_name", "text", "expected"), CASES, ids=IDS)
def test_problem_is_the_same_in_json(_name, text, expected):
    as_json, lines = printed(tomllib.loads(text), gaps_of(len(text)))
    found = problems_in(as_json, "json")
    # Dates are texts in JSON, so what was found may be in quotes there.
    assert [(p.code, p.path, p.expected, p.hint) for p in found] == [
        (p.code, p.path, p.expected, p.hint) for p in problems_in(text)
    ]
    assert [p.line for p in found] == [line_around(steps_of(p.path), lines) for p in found]


def test_many_problems_are_reported_together_each_on_its_line():
    assert lined(problems_in(MANY)) == marks(MANY)


def test_many_problems_come_in_the_order_of_the_file():
    assert [p.line for p in problems_in(MANY)] == [line for line, _ in marks(MANY)]


@given(st.integers(0, 2**32))
def test_many_problems_are_the_same_in_json_with_any_white_space(seed):
    text, lines = printed(tomllib.loads(MANY), gaps_of(seed))
    found = problems_in(text, "json")
    assert sorted((p.code, p.path) for p in found) == sorted(
        (p.code, p.path) for p in problems_in(MANY)
    )
    assert [p.line for p in found] == [line_around(steps_of(p.path), lines) for p in found]


def test_windows_line_ends_do_not_shift_the_lines():
    found = problems_in(MANY.replace("\n", "\r\n"))
    assert lined(found) == marks(MANY)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = "x"\n\n[client]\nname = "x"\nsponsor = 1\n', 5),
        ('title = "x"\nclient.name = "x"\nclient . "sponsor" = 1\n', 3),
        ('title = "x"\nclient = { name = "x", sponsor = 1 }\n', 2),
        ("title = \"x\"\nobstacles = [ # [[people]]\n\n\"a\", '''\n]''', 3]\n", 5),
        ('title = "x"\n"client".name = "#[x]" # y\n\'client\'.sponsor = 1', 3),
        ('title = "x"\n"cl\\u0069ent" = { name = "x",sponsor=1 }', 2),
        ('title = "x"\npurpose = """\n\\"""\n[client]\n"""\nstart = 1', 6),
        ("title = \"x\"\npurpose = '''\n''[[people]]\n''''\nk_min = 0", 5),
        ('title = "x"\npurpose = "a # b" # "\nk_min = 0', 3),
        ('title = "x"\nstart = 2027-01-01\npurpose = ""\npurposes = 2027-01-01 09:30:00', 4),
        ('title = "x"\n[policy.WC130]\nleast = 2\n[[silenced]]\ncode = "WC130"\nreason = 7', 6),
    ],
)
def test_line_is_found_in_every_form_of_toml(text, line):
    assert [problem.line for problem in problems_in(text)] == [line]


def test_a_thing_that_is_wrong_is_not_blamed_again_where_it_is_referred_to():
    text = """title = "A year"
[[people]]
id = "jo"
name = 7  # WC003
[[actions]]
statement = "Ask"
owner = "jo"
"""
    assert lined(problems_in(text)) == marks(text)


@pytest.mark.parametrize("wrong", ["title = 7  # WC003", 'titel = "Opening"  # WC002'])
def test_session_with_a_wrong_title_is_not_blamed_for_having_none(wrong):
    text = f'title = "A year"\n{WORKSHOP}[[workshops.agenda]]\nminutes = 5\n{wrong}\n'
    assert lined(problems_in(text)) == marks(text)


def test_session_without_a_title_is_blamed_beside_other_faults():
    text = f'title = "A year"\n{WORKSHOP}[[workshops.agenda]]  # WC003\nnotes = 5  # WC003\n'
    assert lined(problems_in(text)) == marks(text)


def test_wrong_time_zone_is_not_blamed_again_for_its_times():
    text = 'title = "A year"\ntime_zone = "Nowhere"  # WC003\n' + WORKSHOP
    assert lined(problems_in(text)) == marks(text)


def test_wrong_date_is_not_blamed_again_for_its_history():
    text = """title = "A year"
people = [{ name = "Jo" }]
[[actions]]
statement = "Ask"
owner = "jo"
updates = [
  { on = 2027-01-02, status = "agreed" },
  { on = "2027-02-30", status = "in-progress" },  # WC003
  { on = 2027-01-03, status = "done" },
]
"""
    assert lined(problems_in(text)) == marks(text)


def test_more_problems_than_anybody_reads_are_cut_short():
    text = 'title = "A year"\n' + "[[people]]\n" * 1500
    found = problems_in(text)
    assert len(found) == 1001
    assert {problem.code for problem in found} == {"WC004", "WC003"}
    assert [p.found for p in found if p.code == "WC003"] == ["more than 1000 problems"]


def test_message_of_several_problems_lists_them_all():
    with pytest.raises(ProgrammeFileError) as refused:
        loads('title = 7\nk_min = "x"\n')
    assert str(refused.value) == (
        "2 problems\n"
        "  :1: WC003 title: expected text, found 7\n"
        "  :2: WC003 k_min: expected a whole number from 2 to 1000, found 'x'"
    )
