"""Files made to do harm, or by accident: a clear error of the library's tree, and soon.

What might hang or fill the memory runs in a process of its own. Its time limit is a safety net,
never a claim about speed.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshopcore.errors import ProgrammeFileError
from workshopcore.files import load, loads, read
from workshopcore.files.content import LARGEST, decoded
from workshopcore.files.parsing import DEEPEST

ALONE = """
import sys
from workshopcore.errors import ProgrammeFileError
from workshopcore.files import load, read
memory = int(sys.argv[2])
if memory:
    import resource
    pages = int(open("/proc/self/statm").read().split()[0])
    most = pages * resource.getpagesize() + memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
try:
    load(sys.argv[1])
except ProgrammeFileError as error:
    problems = error.problems
else:
    problems = ()
reading = read(sys.argv[1])
assert reading.problems == problems, (reading.problems, problems)
for problem in problems:
    assert problem.file == sys.argv[1], problem
    print(f"{problem.line} {problem.code} {problem.found}")
"""
LESS_THAN_HALF_A_GIGABYTE = 512 * 2**20


def alone(file, memory=0):
    """Load a file in another process; return what is said of each problem."""
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(file), str(memory)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


def written(folder, name, content):
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def refused(text, format="toml"):
    with pytest.raises(ProgrammeFileError) as error:
        loads(text, format)
    return [(p.code, p.line, p.found) for p in error.value.problems]


def refused_file(file):
    """Return what is said of a file's only problem; loading and reading say the same."""
    with pytest.raises(ProgrammeFileError) as error:
        load(file)
    (problem,) = error.value.problems
    assert problem.file == str(file)
    reading = read(file)
    assert (reading.programme, reading.problems) == (None, (problem,))
    assert (reading.file, reading.line_of("workshops[0]")) == (str(file), 0)
    return problem


DEEP = 100_000
DEEP_TEXTS = {
    "arrays.toml": "a = " + "[" * DEEP + "]" * DEEP,
    "tables.toml": "a = " + "{a=" * DEEP + "1" + "}" * DEEP,
    "arrays.json": "[" * DEEP + "]" * DEEP,
    "tables.json": '{"a":' * DEEP + "1" + "}" * DEEP,
    "unclosed.json": '{"a":' * DEEP,
    "unclosed.toml": "a = " + "[" * DEEP,
    "repeated.json": '{"a":1,"a":2,"b":' + "[" * DEEP + "]" * DEEP + "}",
}


@pytest.mark.parametrize("name", DEEP_TEXTS)
def test_deep_nesting_is_refused(tmp_path, name):
    file = written(tmp_path, name, DEEP_TEXTS[name])
    (said,) = alone(file)
    assert said == "0 WC001 deeper nesting"


@pytest.mark.parametrize("name", ["header.toml", "dotted.toml", "quoted.toml"])
def test_key_of_very_many_parts_is_refused_with_its_line(tmp_path, name):
    part = '"a b"' if name == "quoted.toml" else "a"
    key = " . ".join([part] * DEEP)
    text = f"[{key}]" if name == "header.toml" else f"{key} = 1"
    assert alone(written(tmp_path, name, f'title = "x"\n{text}\n')) == [
        "2 WC001 a key of very many parts"
    ]


@pytest.mark.parametrize("levels", [DEEPEST + 1, 900])
@pytest.mark.parametrize("format", ["toml", "json"])
def test_nesting_that_a_parser_still_reads_is_refused(levels, format):
    value = "[" * levels + "]" * levels
    text = f'title = "x"\npeople = {value}\n'
    text = text if format == "toml" else f'{{"title": "x", "people": {value}}}'
    assert [code for code, _, _ in refused(text, format)] == ["WC001"]


def test_nesting_of_free_form_details_has_an_end():
    ((code, line, found),) = refused(f'title = "x"\n[details]\na = {"[" * 60}{"]" * 60}\n')
    assert (code, line, found) == ("WC003", 3, "'deeper nesting'")


def test_text_in_a_title_may_have_many_dots_and_brackets():
    title = "." * 5000 + "[" * 5000 + "{" * 5000
    assert loads(f'title = "{title}"\nid = "x"').title == title


@pytest.mark.parametrize("name", ["large.toml", "large.json"])
def test_enormous_file_is_refused_unread(tmp_path, name):
    file = tmp_path / name
    with file.open("wb") as empty:
        empty.truncate(200 * 10**6)
    said = alone(file, 100 * 2**20 if sys.platform == "linux" else 0)
    assert said == ["0 WC001 200,000,000 bytes"]


def test_limit_is_a_matter_of_one_byte(tmp_path):
    file = written(tmp_path, "year.toml", 'title = "x"')
    assert load(file, largest=11).title == "x"
    assert read(file, largest=11).problems == ()
    with pytest.raises(ProgrammeFileError) as error:
        load(file, largest=10)
    (problem,) = error.value.problems
    assert (problem.found, problem.expected) == ("11 bytes", "at most 10 bytes")
    assert "load(path, largest=…)" in problem.hint
    assert read(file, largest=10).problems == (problem,)


def test_largest_file_is_sixteen_mebibytes():
    assert LARGEST == 16 * 1024 * 1024


def test_invalid_utf_8_is_named_with_line_and_column(tmp_path):
    file = written(tmp_path, "year.toml", 'title = "x"\npurpose = "Siobhán '.encode() + b'\xe9"\n')
    problem = refused_file(file)
    assert (problem.code, problem.line) == ("WC001", 2)
    assert problem.found == "the byte 0xe9 in column 20"
    assert problem.hint == "Save the file as UTF-8"


def test_invalid_utf_8_after_a_byte_order_mark_is_named_with_its_column(tmp_path):
    file = written(tmp_path, "year.toml", b"\xef\xbb\xbfa\xff")
    problem = refused_file(file)
    assert (problem.line, problem.found[:13]) == (1, "the byte 0xff")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"), ("utf-32-be", "UTF-32")],
)
def test_other_encoding_is_recognised(tmp_path, encoding, name):
    mark = "" if encoding in ("utf-16", "utf-32") else "\ufeff"
    file = written(tmp_path, "year.json", f'{mark}{{"title": "é"}}'.encode(encoding))
    problem = refused_file(file)
    assert (problem.line, problem.found, problem.expected) == (1, name, "UTF-8")


def test_byte_order_mark_is_accepted(tmp_path):
    for name, text in [("year.toml", 'title = "é"\nk_min = 1'), ("year.json", '{"title": 7}')]:
        file = written(tmp_path, name, "\ufeff" + text)
        (problem,) = read(file).problems
        assert problem.line == (2 if name == "year.toml" else 1)
    assert loads("\ufefftitle = 'x'").title == "x"
    assert decoded(b"\xef\xbb\xbfa") == "a"


def test_every_key_that_comes_twice_in_json_is_named():
    text = '{"title": "x",\n"title": "y",\n"people": [{"name": "a",\n\n"na\\u006de": "b"}]}'
    assert refused(text, "json") == [
        ("WC001", 2, "the key 'title' again"),
        ("WC001", 5, "the key 'name' again"),
    ]


def test_syntax_goes_before_repeated_keys_in_json():
    ((code, line, _),) = refused('{"title": "x", "title": "y",\n\n"people": }', "json")
    assert (code, line) == ("WC001", 3)
    ((code, line, found),) = refused('{"a": {"b": 1, "b": 2},\n"c": NaN}', "json")
    assert (code, line, found) == ("WC001", 2, "NaN")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = "x"\n\ntitle = "y"\n', 3),
        ('[client]\nname = "x"\n[client]\nname = "y"\n', 3),
        ('title = "x"\npeople = [\n', 3),
        ('title = "x\n', 1),
        ("title == 1", 1),
        ('title = """x\n\n', 3),
        ('title = "\\q"', 1),
        ("start = 2027-02-30\n", 1),
        ('title = "x"\nstart = 99999-01-01\n', 2),
    ],
)
def test_toml_that_is_none_is_refused_with_its_line(text, line):
    ((code, found, _),) = refused(text)
    assert (code, found) == ("WC001", line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n\n", 3),
        ("{}\n{}", 2),
        ('{"a": 1,\n}', 2),
        ('{"a":\n01}', 2),
        ('{"a": "x\ny"}', 1),
        ('{\n// no\n"a": 1}', 2),
    ],
)
def test_json_that_is_none_is_refused_with_its_line(text, line):
    (problem,) = refused(text, "json")
    assert problem[0] == "WC001"
    assert problem[1] in (line, line - 1)


@pytest.mark.parametrize(("text", "found"), [("[]", "a list"), ('"x"', "a single value")])
def test_json_without_a_table_is_refused(text, found):
    assert refused(text, "json") == [("WC001", 1, found)]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_json_number_that_is_none_is_refused(number):
    ((code, line, found),) = refused(f'{{"title": "x",\n"k_min": {number}}}', "json")
    assert (code, line, found) == ("WC001", 2, number)


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999", "9" * 60 + ".5"])
@pytest.mark.parametrize("field", ["k_min", "people[0].weight", "details.x", "policy.WC1.least"])
def test_toml_number_that_fits_nothing_is_refused(number, field):
    *holder, name = field.replace("[0]", "").split(".")
    brackets = ("[[{}]]" if "[0]" in field else "[{}]").format(".".join(holder))
    text = f'title = "x"\n{brackets if holder else ""}\n{name} = {number}\n'
    text += 'name = "Jo"\n' if "[0]" in field else ""
    if name in ("x", "least") and number.startswith("9"):
        assert loads(text)
    else:
        assert [(code, line) for code, line, _ in refused(text)] == [("WC003", 3)]


@pytest.mark.parametrize("format", ["toml", "json"])
@pytest.mark.parametrize("digits", [10_000, 5_000])
def test_number_of_thousands_of_digits_is_refused_with_its_line(format, digits):
    number = "7" * digits
    text = f'title = "x"\nk_min = {number}\n'
    text = text if format == "toml" else f'{{"title": "x",\n"k_min": {number}}}'
    ((code, line, found),) = refused(text, format)
    assert (code, line, found) == ("WC001", 2, "a number of thousands of digits")


def test_hexadecimal_number_of_thousands_of_digits_is_refused():
    assert refused(f'title = "x"\nk_min = 0x{"f" * 10_000}\n') == [
        ("WC003", 2, "an enormous number")
    ]


@pytest.mark.parametrize("year", ["99999-01-01", "0001-01-01", "2501-01-01", "1899-12-31"])
def test_year_beyond_all_sense_is_refused(year):
    text = f'title = "x"\nstart = "{year}"\nend = "{year}T09:30"\n'
    assert [(code, line) for code, line, _ in refused(text)] == [("WC003", 2), ("WC003", 3)]


def test_nul_byte_is_no_toml_and_no_json():
    ((code, line, _),) = refused('title = "x"\npurpose = "\0"\n')
    assert (code, line) == ("WC001", 2)
    ((code, line, _),) = refused('{"title": "x",\n"purpose": "\0"}', "json")
    assert (code, line) == ("WC001", 2)


def test_nul_byte_that_is_written_as_an_escape_is_only_a_character():
    assert loads('title = "x"\npurpose = "\\u0000"').purpose == "\0"


@pytest.mark.parametrize("format", ["toml", "json"])
def test_half_a_surrogate_pair_is_refused(format):
    text = 'title = "x"\npurpose = "\\ud800"\n'
    text = text if format == "toml" else '{"title": "x",\n"purpose": "\\ud800"}'
    ((_, line, _),) = refused(text, format)
    assert line == 2


def test_file_that_is_not_there_is_refused_with_the_cure(tmp_path):
    problem = refused_file(tmp_path / "yeer.toml")
    assert (problem.found, problem.expected) == ("no file of that name", "a programme file")
    assert problem.hint == "Check the path"


def test_name_with_a_nul_byte_is_refused():
    assert refused_file(Path("ye\0ar.toml")).code == "WC001"


def test_name_of_another_kind_of_file_is_refused(tmp_path):
    problem = refused_file(written(tmp_path, "year.yaml", "title: x"))
    assert problem.found == "'year.yaml'"
    assert problem.expected == "a file name that ends in .toml or .json"


def test_suffix_may_have_capitals(tmp_path):
    assert load(written(tmp_path, "YEAR.TOML", 'title = "x"')).title == "x"


def test_folder_is_refused(tmp_path):
    folder = tmp_path / "year.toml"
    folder.mkdir()
    assert refused_file(folder).found == "a folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe_is_refused_without_waiting(tmp_path):
    pipe = tmp_path / "year.toml"
    os.mkfifo(pipe)
    assert alone(pipe) == ["0 WC001 a pipe"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_device_without_end_is_refused(tmp_path):
    device = tmp_path / "year.toml"
    device.symlink_to("/dev/zero")
    assert alone(device) == ["0 WC001 a device"]


@pytest.mark.skipif(os.name != "posix", reason="no circles of links here")
def test_circle_of_links_is_refused(tmp_path):
    circle = tmp_path / "year.toml"
    circle.symlink_to(circle)
    assert refused_file(circle).code == "WC001"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything"
)
def test_file_that_may_not_be_read_is_refused(tmp_path):
    file = written(tmp_path, "year.toml", 'title = "x"')
    file.chmod(0)
    assert refused_file(file).code == "WC001"


def nested_lists(levels, width):
    """Return lists of lists, as often repeated as a format without references allows."""
    text = "1"
    for _ in range(levels):
        text = f"[{','.join([text] * width)}]"
    return text


WORST = {
    "million-numbers.toml": 'title = "x"\npeople = [' + "1," * 1_000_000 + "]",
    "many-tables.json": '{"title": "x", "people": [' + "{}," * 299_999 + "{}]}",
    "many-details.json": '{"title": 7, "details": {"a": [' + "0," * 99_999 + "0]}}",
    "many-references.toml": 'title = "x"\n[[workshops]]\ntitle = "x"\nstart = 2027-01-01T09:30:00\n'
    "end = 2027-01-01T10:30:00\naims = [" + '"a",' * 20_000 + "]",
    "repeated-lists.json": f'{{"title": "x", "people": {nested_lists(20, 2)}}}',
    "repeated-keys.json": '{"title": "x", "details": {' + '"a":1,' * 50_000 + '"a":1}}',
}


CODES = {
    "many-details.json": "WC003",
    "many-references.toml": "WC006",
    "repeated-keys.json": "WC001",
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is only bounded on Linux")
@pytest.mark.parametrize(
    "name", ["million-numbers.toml", "many-tables.json", "repeated-lists.json"]
)
def test_worst_files_are_refused_within_bounded_memory(tmp_path, name):
    said = alone(written(tmp_path, name, WORST[name]), LESS_THAN_HALF_A_GIGABYTE)
    assert 1 <= len(said) <= 1001
    assert said[0].split()[1] in ("WC001", "WC003", "WC004")


@pytest.mark.parametrize(
    "name", ["many-details.json", "many-references.toml", "repeated-keys.json"]
)
def test_very_many_values_are_refused_in_time(tmp_path, name):
    said = alone(written(tmp_path, name, WORST[name]))
    assert len(said) <= 1001
    assert CODES[name] in {line.split()[1] for line in said}


def test_very_many_actions_are_a_programme():
    lines = "".join(
        f'[[actions]]\nid = "a{number}"\nstatement = "x"\nowner = "jo"\n' for number in range(2000)
    )
    programme = loads(f'title = "x"\npeople = [{{ name = "Jo" }}]\n{lines}')
    assert len(programme.actions) == 2000


@pytest.mark.parametrize("bomb", ["&a [*a, *a]", "<!ENTITY a '&a;'>", "__import__('os')"])
@pytest.mark.parametrize("format", ["toml", "json"])
def test_what_other_formats_would_expand_is_only_text(bomb, format):
    text = (
        f'title = "{bomb}"\nid = "x"' if format == "toml" else f'{{"title": "{bomb}", "id": "x"}}'
    )
    assert loads(text, format).title == bomb


def test_key_of_seventeen_parts_is_refused_and_one_of_few_is_not():
    key = ".".join("abcdefghijklmnopq")
    assert refused(f'title = "x"\ndetails.{key} = 1\n') == [
        ("WC001", 2, "a key of very many parts")
    ]
    assert loads('title = "x"\ndetails.a.b.c.d = 1\n').details["a"]["b"]["c"]["d"] == 1


@pytest.mark.parametrize("format", ["toml", "json"])
def test_more_than_a_million_values_are_refused_before_they_are_read(format):
    values = "[" + "1," * 1_000_001 + "1]"
    text = f"people = {values}" if format == "toml" else f'{{"people": {values}}}'
    ((code, _, found),) = refused(text, format)
    assert code == "WC001"
    assert found.startswith("more than ")
