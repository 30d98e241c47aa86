"""The house's own words for headings."""

import pytest
from hypothesis import given

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Column,
    Facts,
    Figure,
    FormField,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Report,
    Run,
    Section,
    Table,
)
from workshopcore.contracts.reports import Style
from workshopcore.language import gettext, speaking
from workshopcore.renderers.styles.wording import house_words, in_house_words, names_in
from workshopcore.renderers.tree import anchors, walk
from workshopcore.testing.documents import reports

PLAN = Style("acme:house", "Acme", wording={"Plan": "What we agreed", "Who": "By whom"})


def said(wording, heading):
    return house_words(Style("acme:house", "Acme", wording=wording))(heading)


def changed(*blocks, style=PLAN, **about):
    report = Report("plan", about.pop("title", "Plan"), "participants", blocks, **about)
    return in_house_words(report, style)


def test_every_kind_of_heading_is_in_the_words_of_the_house():
    table = Table([Column("Who", align="right"), "What"], [["Plan", "Who"]], caption="Plan")
    report = changed(
        Section("Plan", [Callout("Plan", [Facts([("Who", "Plan")])], kind="warning")], id="plan"),
        table,
        Figure("bars", {"x": 1}, "Plan", table, caption="Plan"),
    )

    told = Table(
        [Column("By whom", align="right"), "What"], [["Plan", "Who"]], caption="What we agreed"
    )
    assert report.title == "What we agreed"
    assert report.blocks == (
        Section(
            "What we agreed",
            [Callout("What we agreed", [Facts([("By whom", "Plan")])], kind="warning")],
            id="plan",
        ),
        told,
        Figure("bars", {"x": 1}, "Plan", told, caption="What we agreed"),
    )


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("Plan"),
        Paragraph([Run("Plan", "strong")]),
        Bullets(["Plan", "Who"]),
        QuoteBlock("Plan", "Who"),
        Checklist(["Plan"]),
        FormField("Plan", "choice", options=["Who"]),
        PageBreak(),
    ],
)
def test_what_people_say_stays(block):
    assert changed(block).blocks == (block,)


def test_names_for_machines_stay():
    report = changed(
        Section("Plan", [], id="plan"), Section("Plan", []), name="plan-w1", subtitle="Plan"
    )

    assert (report.key, report.name, report.subtitle) == ("plan", "plan-w1", "Plan")
    assert anchors(report) == {"_1": "plan", "_2": "_2"}


def test_report_is_the_same_where_a_house_has_no_words():
    report = Report("plan", "Plan", "participants", [Section("Plan", [])])
    assert in_house_words(report, Style("a:b", "B")) is report


@given(reports())
def test_words_for_nothing_that_is_there_change_nothing(report):
    style = Style("a:b", "B", wording={"\u2042 nowhere": "x", "\u2042 {day}": "{day}"})
    assert in_house_words(report, style) == report


@given(reports())
def test_tree_keeps_its_shape(report):
    titles = {block.title for _, block in walk(report.blocks) if isinstance(block, Section)}
    wording = {title: "Words" for title in titles if title}
    told = in_house_words(report, Style("a:b", "B", wording=wording))
    there, now = list(walk(report.blocks)), list(walk(told.blocks))
    assert [(place, type(block)) for place, block in there] == [
        (place, type(block)) for place, block in now
    ]
    assert anchors(told) == anchors(report)


def test_names_in_braces_stand_for_whatever_varies():
    wording = {"Plan on {day}": "Agreed by {day}", "{who} and {what}": "{what}, with {who}"}
    assert said(wording, "Plan on 1 May 2027") == "Agreed by 1 May 2027"
    assert said(wording, "Hana and the {rota}") == "the {rota}, with Hana"
    assert said(wording, "Plan on ") == "Plan on "


def test_whole_heading_comes_before_one_with_names():
    wording = {"Plan on {day}": "One", "Plan on Monday": "Two"}
    assert [said(wording, f"Plan on {day}") for day in ("Monday", "Friday")] == ["Two", "One"]


def test_name_that_comes_twice_is_the_same_both_times():
    wording = {"{a} or {a}": "twice {a}"}
    assert said(wording, "to be or to be") == "twice to be"
    assert said(wording, "to be or not") == "to be or not"


@pytest.mark.parametrize(
    ("wording", "heading", "expected"),
    [
        ({"Set {": "Set }"}, "Set {", "Set }"),
        ({"On {day}": "{"}, "On Monday", "{"),
        ({"On {day}": "{night}"}, "On Monday", "{night}"),
        ({"On {day}": "the {{day}} {day}"}, "On Monday", "the {day} Monday"),
        ({"{0}": "x"}, "{0}", "x"),
        ({"{a.b}": "x"}, "y", "y"),
        ({"{a!r}": "x"}, "y", "y"),
        ({"{a:>9}": "x"}, "y", "y"),
    ],
)
def test_braces_that_are_no_names_are_braces(wording, heading, expected):
    assert said(wording, heading) == expected


def test_names_are_found():
    assert names_in("On {day} at {place}") == {"day", "place"}


def test_heading_of_a_translated_document_is_known_by_its_english():
    with speaking("de"):
        printed = gettext("Action plan")
        assert printed != "Action plan"
        assert said({"Action plan": "Was wir wollen"}, printed) == "Was wir wollen"
        assert said({printed: "Unser Plan", "Action plan": "x"}, printed) == "Unser Plan"
