import pytest

from workshopcore.cli.findings import at_or_above, in_order, show, summary
from workshopcore.cli.terminal import Terminal
from workshopcore.model.finding import Finding


def finding(severity="warning", line=1, code="WC203", **values):
    message = values.pop("message", "too long")
    return Finding(code, severity, values.pop("path", ""), message, line=line, **values)


def test_findings_stand_in_the_order_of_the_file():
    late, early, nowhere = finding(line=9), finding(line=2), finding(line=0)

    assert in_order([nowhere, late, early]) == [early, late, nowhere]


def test_findings_of_one_line_start_with_the_gravest():
    note, error, warning = (finding(severity) for severity in ("note", "error", "warning"))

    assert in_order([note, warning, error]) == [error, warning, note]


@pytest.mark.parametrize(
    ("threshold", "reached"),
    [
        ("error", {"error"}),
        ("warning", {"error", "warning"}),
        ("note", {"error", "warning", "note"}),
    ],
)
def test_a_threshold_is_reached_by_what_is_as_grave(threshold, reached):
    severities = ("error", "warning", "note")

    assert {s for s in severities if at_or_above([finding(s)], threshold)} == reached


def test_no_findings_reach_no_threshold():
    assert not at_or_above([], "note")


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "nothing to report"),
        (["error"], "1 error"),
        (["note", "note"], "2 notes"),
        (["note", "error", "error"], "2 errors and 1 note"),
        (["note", "warning", "error"], "1 error, 1 warning and 1 note"),
    ],
)
def test_summary_counts_each_severity(severities, words):
    assert summary(map(finding, severities)) == words


def test_show_prints_where_what_and_the_cure(capsys):
    one = finding(file="p.toml", line=7, path="workshops[0]", hint="Shorten it")

    show(one, Terminal())

    assert capsys.readouterr().out == (
        "p.toml:7: warning WC203 workshops[0]: too long\n    Shorten it\n"
    )


def test_show_leaves_out_what_is_not_known(capsys):
    show(finding(file="p.toml", line=0), Terminal())

    assert capsys.readouterr().out == "p.toml: warning WC203 too long\n"


def test_show_cannot_be_tricked(capsys):
    one = finding(file="p.toml", message="[red]x[/]\x1b[2J\nq.toml:1: error", hint="\x07")

    show(one, Terminal())

    assert capsys.readouterr().out == (
        "p.toml:1: warning WC203 [red]x[/]\\x1b[2J\\nq.toml:1: error\n    \\x07\n"
    )
