import workshopcore as wc
from workshopcore import errors
from workshopcore.errors import (
    AsOfRequiredError,
    InvalidValueError,
    PluginCallError,
    Problem,
    ProgrammeError,
    UnknownKeyError,
    nearest,
    shown,
)


def test_problem_reads_as_a_sentence_with_its_place():
    problem = Problem("WC003", "people[0].role", "'boss'", "one of a, b", "Use a", "year.toml", 12)
    assert str(problem) == (
        "year.toml:12: WC003 people[0].role: expected one of a, b, found 'boss'. Use a"
    )


def test_problem_without_line_names_the_file_alone():
    assert str(Problem("WC001", "", "noise", "TOML", file="x.toml")) == (
        "x.toml: WC001 expected TOML, found noise"
    )


def test_programme_error_lists_every_problem():
    error = ProgrammeError([Problem("A", "x", "1", "2"), Problem("B", "y", "3", "4")])
    assert str(error).splitlines() == [
        "2 problems",
        "  A x: expected 2, found 1",
        "  B y: expected 4, found 3",
    ]


def test_programme_error_with_one_problem_is_that_problem():
    problem = Problem("A", "x", "1", "2")
    assert str(ProgrammeError([problem])) == str(problem)


def test_invalid_value_error_gives_the_cure():
    assert str(InvalidValueError("x", "a date", "Write 2027-01-19")) == (
        "expected a date, found 'x'. Write 2027-01-19"
    )


def test_unknown_key_suggests_the_nearest():
    assert str(UnknownKeyError("report", "run-sheat", ["run-sheet", "overview"])) == (
        "no report 'run-sheat'. Did you mean 'run-sheet'?"
    )


def test_unknown_key_lists_what_is_known_when_nothing_is_near():
    error = UnknownKeyError("format", "zzz", [f"f{n:02}" for n in range(14)])
    assert str(error).endswith("f11 and 2 more")


def test_unknown_key_of_nothing_says_none():
    assert str(UnknownKeyError("format", "zzz")) == "no format 'zzz'. Known: none"


def test_as_of_error_says_what_to_pass():
    assert "pass as_of, a date" in str(AsOfRequiredError("the report 'progress'"))


def test_plugin_error_names_plugin_distribution_and_hook():
    error = PluginCallError("it raised", "acme", "workshopcore-acme", "workshopcore_reports")
    assert str(error) == (
        "plugin 'acme' (distribution workshopcore-acme), hook workshopcore_reports: it raised"
    )


def test_plugin_error_leaves_out_what_is_unknown():
    assert str(PluginCallError("it raised", "acme")) == "plugin 'acme': it raised"


def test_every_error_descends_from_the_root():
    classes = [getattr(errors, name) for name in errors.__all__]
    exceptions = [c for c in classes if isinstance(c, type) and issubclass(c, Exception)]
    assert exceptions
    assert all(issubclass(c, wc.WorkshopCoreError) for c in exceptions)


def test_error_tree_is_drawn_completely():
    for name in errors.__all__:
        if name.endswith("Error"):
            assert name in errors.__doc__


def test_shown_never_gets_long():
    assert len(shown("x" * 10_000)) < 100
    assert shown(10**1000) == "an enormous number"
    assert shown({"a": 1}) == "a table"
    assert shown(None) == "nothing"
    assert shown([1, 2]) == "a list of 2"
    assert len(shown(object())) <= 61


def test_nearest_ignores_what_is_far_or_long():
    assert nearest("zzz", ["check-in"]) == ""
    assert nearest("x" * 1000, ["x" * 1000]) == ""
