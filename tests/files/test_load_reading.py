"""Reading what need not be right: what can be kept is kept, and nothing ever makes it raise."""

import gc
import json
import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshopcore.errors import ProgrammeFileError
from workshopcore.files import Reading, dumps, load, loads, read
from workshopcore.testing.strategies import programmes

EXAMPLE = Path(__file__).parents[2] / "docs/examples/adult-social-care/programme.toml"
BROKEN = """\
title = "A year"
k_min = "five"

[[people]]
name = 7

[[people]]
id = "amina"
name = "Amina Yusuf"
role = "exprt"

[[people]]
id = "jo"
name = "Jo Park"

[[workshops]]
id = "first"
title = "First"
start = 2027-01-19T16:30:00
end = 2027-01-19T09:30:00

[[workshops]]
id = "second"
title = "Second"
start = 2027-02-19T09:30:00
end = 2027-02-19T16:30:00
invited = [
  "jo",
  "nobody",
  "amina",
]

[[workshops.agenda]]
kind = "braek"

[[workshops.agenda]]
id = "check-in"
format = "check-in"
minutes = [30, 20, 10]

[[workshops.agenda]]
id = "last"
title = "Last"

[[actions]]
id = "ask"
statement = "Ask"
owner = ["jo", "amina"]

[[actions]]
id = "tell"
statement = "Tell"
owner = "jo"
origin = "second/nothing"
"""


@pytest.fixture
def broken(tmp_path):
    file = tmp_path / "year.toml"
    file.write_text(BROKEN, encoding="utf-8")
    return read(file)


def line_of(words):
    assert BROKEN.count(words) == 1
    return BROKEN[: BROKEN.index(words)].count("\n") + 1


def reading_of_bytes(folder, content, suffix="toml"):
    file = folder / f"year.{suffix}"
    file.write_bytes(content)
    return read(file)


def test_what_is_right_is_kept(broken):
    programme = broken.programme
    assert (programme.title, programme.k_min) == ("A year", 5)
    assert [(p.id, p.role) for p in programme.people] == [
        ("amina", "participant"),
        ("jo", "participant"),
    ]
    second = programme.workshops[-1]
    assert second.invited == ("jo", "amina")
    assert [item.id for item in second.agenda] == ["check-in", "last"]
    assert [item.minutes for item in second.agenda] == [None, None]
    assert [(a.id, a.owner, a.origin) for a in programme.actions] == [("tell", "jo", "")]


def test_every_problem_has_the_file_and_its_line(broken):
    assert {problem.file for problem in broken.problems} == {broken.file}
    assert [(p.code, p.path, p.line) for p in broken.problems] == [
        ("WC003", "k_min", line_of('"five"')),
        ("WC003", "people[0].name", line_of("name = 7")),
        ("WC003", "people[1].role", line_of('"exprt"')),
        ("WC010", "workshops[0].end", line_of("end = 2027-01-19")),
        ("WC006", "workshops[1].invited[1]", line_of('"nobody"')),
        ("WC003", "workshops[1].agenda[0].kind", line_of('"braek"')),
        ("WC007", "workshops[1].agenda[1].minutes", line_of("minutes = [")),
        ("WC008", "actions[0].owner", line_of("owner = [")),
        ("WC006", "actions[1].origin", line_of('"second/nothing"')),
    ]


def test_lines_are_found_by_the_paths_of_what_is_left(broken):
    programme = broken.programme
    number = len(programme.workshops) - 1
    assert broken.line_of("people[0].name") == line_of('"Amina Yusuf"')
    assert broken.line_of("people[1].id") == line_of('id = "jo"')
    assert broken.line_of(f"workshops[{number}].title") == line_of('title = "Second"')
    assert broken.line_of(f"workshops[{number}].invited[1]") == line_of('  "amina",')
    assert broken.line_of(f"workshops[{number}].agenda[1].title") == line_of('title = "Last"')
    assert broken.line_of("actions[0].statement") == line_of('statement = "Tell"')


def test_line_of_what_is_not_in_the_file_is_that_of_what_is_around_it(broken):
    assert broken.line_of("people[1].email") == line_of('id = "jo"') - 1
    assert broken.line_of("people[99]") == 4
    assert broken.line_of("language") == 1
    assert broken.line_of("") == 1


def test_loading_names_the_same_problems_as_reading(broken):
    with pytest.raises(ProgrammeFileError) as refused:
        load(broken.file)
    assert refused.value.problems == broken.problems


def test_reading_a_sound_file_is_loading_it():
    reading = read(EXAMPLE)
    assert reading.problems == ()
    assert reading.programme == load(EXAMPLE)
    assert reading.file == str(EXAMPLE)


def test_every_line_of_the_example_is_found():
    text = EXAMPLE.read_text(encoding="utf-8").splitlines()
    reading = read(EXAMPLE)
    for number, person in enumerate(reading.programme.people):
        assert text[reading.line_of(f"people[{number}].name") - 1] == f'name = "{person.name}"'
    for number, action in enumerate(reading.programme.actions):
        place = f"actions[{number}]"
        assert text[reading.line_of(place) - 1] == "[[actions]]"
        assert text[reading.line_of(f"{place}.id") - 1] == f'id = "{action.id}"'


def test_programme_without_a_title_is_called_after_its_file(tmp_path):
    reading = reading_of_bytes(tmp_path, b'[[people]]\nname = "Jo"\n')
    assert reading.programme.title == "year"
    assert [person.name for person in reading.programme.people] == ["Jo"]


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe", b"\xff", b"[[people]\n"])
def test_file_that_is_no_document_has_no_programme(tmp_path, content):
    reading = reading_of_bytes(tmp_path, content)
    assert reading.programme is None
    assert [problem.code for problem in reading.problems] == ["WC001"]
    assert reading.line_of("people[0]") == 0


def test_file_that_is_not_there_has_no_programme(tmp_path):
    reading = read(tmp_path / "nothing.toml")
    assert reading.programme is None
    assert [(p.code, p.line) for p in reading.problems] == [("WC001", 0)]


def test_file_with_too_many_problems_has_no_programme(tmp_path):
    reading = reading_of_bytes(tmp_path, b'title = "x"\n' + b"[[people]]\n" * 1500)
    assert reading.programme is None
    assert len(reading.problems) == 1001


def test_empty_file_lacks_only_a_title(tmp_path):
    reading = reading_of_bytes(tmp_path, b"")
    assert [(p.code, p.path) for p in reading.problems] == [("WC004", "title")]
    assert reading.programme.title == "year"


def test_session_of_a_pruned_phase_is_kept(tmp_path):
    text = (
        'title = "x"\n[[workshops]]\ntitle = "Now"\nphase = "nowhere"\n'
        "start = 2027-01-19T09:30:00\nend = 2027-01-19T16:30:00\n"
    )
    reading = reading_of_bytes(tmp_path, text.encode())
    assert [p.path for p in reading.problems] == ["workshops[0].phase"]
    assert [w.phase for w in reading.programme.workshops] == [""]


def test_owner_who_is_left_out_takes_the_action_along(tmp_path):
    text = 'title = "x"\n[[people]]\nid = "jo"\n[[actions]]\nstatement = "Ask"\nowner = "jo"\n'
    reading = reading_of_bytes(tmp_path, text.encode())
    assert [p.path for p in reading.problems] == ["people[0].name"]
    assert (reading.programme.people, reading.programme.actions) == ((), ())


def check(reading):
    """Whatever was read, the reading is whole."""
    assert isinstance(reading, Reading)
    assert reading.programme is not None or reading.problems
    if not reading.problems:
        assert loads(dumps(reading.programme)) == reading.programme
    last = Path(reading.file).read_bytes().count(b"\n") + 1
    for problem in reading.problems:
        assert problem.file == reading.file
        assert 0 <= problem.line <= last
        assert problem.code.startswith("WC0")
        assert problem.expected
        assert str(problem)


@given(content=st.binary(max_size=200), suffix=st.sampled_from(["toml", "json"]))
@example(content=b"", suffix="json")
@example(content=b"\xef\xbb\xbf", suffix="toml")
def test_no_bytes_make_it_raise(tmp_path_factory, content, suffix):
    check(reading_of_bytes(tmp_path_factory.getbasetemp(), content, suffix))


TOML_PIECES = ["=", '"', "[", "]", "[[people]]", "\n", "{}", "7", "x", " = 1\n", '"""', "#", "."]
JSON_PIECES = ["{", "}", "[", "]", ",", ":", '"', "7", "null", "[]", "{}", "true", '"x": ']


def mutated(text, chance, pieces):
    """Return a text of which some spans are left out, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.choice([1, 3, 20, 200]))
        span = text[start:end]
        other = chance.randrange(len(text))
        span = chance.choice(["", span * 2, chance.choice(pieces), text[other : other + len(span)]])
        text = text[:start] + span + text[end:] or "x"
    return text


def changed_values(document, chance):
    """Return a document in which one value has become another kind of value."""
    odd = [None, True, -1, 1.5, "", "x", [], {}, [[]], {"x": 1}, "2027-13-01", ["a", 1], 10**30]
    path = document
    while True:
        places = list(path) if isinstance(path, dict) else range(len(path))
        place = chance.choice(places)
        deeper = path[place]
        if isinstance(deeper, (dict, list)) and deeper and chance.random() < 0.8:
            path = deeper
            continue
        path[place] = chance.choice(odd)
        return document


SOUND = """\
title = "A year"
obstacles = ["Winter", '''
Rules''']

[[people]]
name = "Jo Park"

[[workshops]]
title = "Now"
start = 2027-01-19T09:30:00
end = 2027-01-19T16:30:00
agenda = [{ format = "check-in" }, { kind = "break", minutes = [10, 15, 20] }]

[[actions]]
statement = "Ask"
owner = "jo-park"
updates = [{ on = 2027-01-19, status = "agreed" }]
"""


@given(seed=st.integers(0, 2**32))
def test_no_damage_to_a_file_makes_it_raise(tmp_path_factory, seed):
    text = mutated(BROKEN if seed % 2 else SOUND, random.Random(seed), TOML_PIECES)
    check(reading_of_bytes(tmp_path_factory.getbasetemp(), text.encode()))


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_to_the_example_makes_it_raise(tmp_path, seed):
    text = mutated(EXAMPLE.read_text(encoding="utf-8"), random.Random(seed), TOML_PIECES)
    check(reading_of_bytes(tmp_path, text.encode()))


@given(programme=programmes(), seed=st.integers(0, 2**32))
def test_no_wrong_values_in_json_make_it_raise(tmp_path_factory, programme, seed):
    chance = random.Random(seed)
    document = json.loads(dumps(programme, "json"))
    for _ in range(chance.randint(1, 3)):
        document = changed_values(document, chance)
    text = json.dumps(document, indent=chance.choice([None, 1]))
    if seed % 3 == 0:
        text = mutated(text, chance, JSON_PIECES)
    check(reading_of_bytes(tmp_path_factory.getbasetemp(), text.encode(), "json"))


def test_fault_of_what_is_not_in_the_file_takes_along_what_holds_it(tmp_path):
    text = (
        'title = "x"\npeople = [{ name = "Jo" }]\n[[actions]]\nstatement = "Ask"\nowner = "jo"\n'
        "agreed = 2027-01-19\nupdates = [{ on = 2027-01-02 }]\n"
    )
    reading = reading_of_bytes(tmp_path, text.encode())
    assert [(p.code, p.path, p.line) for p in reading.problems] == [
        ("WC011", "actions[0].created", 3)
    ]
    assert reading.programme.actions == ()


def test_leaving_things_out_goes_on_until_the_rest_makes_a_programme(tmp_path):
    text = (
        'title = "x"\n[[people]]\nname = 7\nid = "jo"\n'
        '[[workshops]]\ntitle = "Now"\nid = "now"\ninvited = ["jo"]\n'
        "start = 2027-01-19T09:30:00\nend = 2027-01-19T08:30:00\n"
        '[[gains]]\nstatement = "More trust"\n'
    )
    reading = reading_of_bytes(tmp_path, text.encode())
    assert reading.programme is not None
    assert reading.programme.people == ()


@pytest.mark.parametrize("collects", [True, False])
def test_garbage_collection_is_left_as_it_was(collects):
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        loads('title = "x"')
        assert gc.isenabled() is collects
        with pytest.raises(ProgrammeFileError):
            loads("title = 7")
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()
