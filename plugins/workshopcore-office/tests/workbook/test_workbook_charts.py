"""Charts of Excel: read back by openpyxl, and tied to the tables that they show."""

import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from workshopcore.contracts.report import Column, Figure, Section, Table

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
POINTS = ["Disagree", "Neither", "Agree"]


def scale_figure(*bars, caption="Answers"):
    columns = ["Question", *(Column(p, align="right") for p in POINTS), "Answered"]
    lines = []
    for bar in bars:
        counts = [str(count) for count in bar.get("counts", [bar.get("note")] * 3)]
        lines.append([bar["label"], *counts, f"{bar['answered']} of {bar['asked']}"])
    data = {"points": POINTS, "bars": list(bars)}
    return Figure("diverging-bars", data, "Three bars.", Table(columns, lines, caption=caption))


def bar(label, *counts, **more):
    found = {"counts": list(counts)} if counts else {}
    return {"label": label, "answered": 9, "asked": 9, **found, **more}


@pytest.fixture
def sheets(render):
    """Return a workbook with a figure in it, and the cells that its chart is drawn from."""

    def sheets(figure, **fields):
        data = render(Section("Answers", [figure]), **fields)
        return openpyxl.load_workbook(BytesIO(data)), data

    return sheets


def sources(workbook):
    """Return the rows that charts are drawn from, without the two lines above them."""
    sheet = workbook["Chart figures"]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def charts(data):
    """Return the markup of each chart in a workbook."""
    with ZipFile(BytesIO(data)) as archive:
        names = sorted(n for n in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+.xml", n))
        return [etree.fromstring(archive.read(name)) for name in names]


def caches(chart):
    """Return the values that each series of a chart shows, by its name."""
    found = {}
    for series in chart.iter(f"{C}ser"):
        name = "".join(series.find(f"{C}tx").itertext("{*}v"))
        points = series.findall(f"{C}val/{C}numRef/{C}numCache/{C}pt")
        found[name] = {int(each.get("idx")): float(each.findtext(f"{C}v")) for each in points}
    return found


def test_a_chart_stands_beside_its_table(sheets):
    workbook, _ = sheets(scale_figure(bar("One", 1, 2, 3), bar("Two", 0, 4, 5)))
    sheet = workbook["Answers"]
    (chart,) = sheet._charts
    start = chart.anchor._from
    assert start.col > 4
    assert sheet.cell(start.row + 2, 1).value in ("Answers", "Question")


def test_what_comes_next_begins_below_the_chart(sheets, render):
    figure = scale_figure(bar("One", 1, 2, 3))
    workbook = openpyxl.load_workbook(BytesIO(render(Section("Answers", [figure, figure]))))
    sheet = workbook["Answers"]
    first, second = sorted((chart.anchor for chart in sheet._charts), key=lambda a: a._from.row)
    assert second._from.row >= first.to.row


def test_answers_in_the_middle_stand_half_on_either_side(sheets):
    """The line stands where the widest left side ends: 4 and half of 2, so at 5."""
    _, data = sheets(scale_figure(bar("One", 4, 2, 3), bar("Two", 1, 3, 5)))
    (chart,) = charts(data)
    values = caches(chart)
    assert values == {
        " ": {0: 0, 1: 2.5},
        "Disagree": {0: 4, 1: 1},
        "Neither": {0: 2, 1: 3},
        "Agree": {0: 3, 1: 5},
    }
    assert chart.find(f".//{C}catAx/{C}crossesAt").get("val") == "5.0"
    for at in (0, 1):
        assert values[" "][at] + values["Disagree"][at] + values["Neither"][at] / 2 == 5


def test_numbers_of_a_chart_are_those_of_its_table(sheets):
    workbook, _ = sheets(scale_figure(bar("One", 4, 2, 3), bar("Two", 1, 3, 5)))
    assert sources(workbook)[-2:] == [
        ["One (9\xa0of\xa09)", "=5-(C6+D6/2)", "='Answers'!B6", "='Answers'!C6", "='Answers'!D6"],
        ["Two (9\xa0of\xa09)", "=5-(C7+D7/2)", "='Answers'!B7", "='Answers'!C7", "='Answers'!D7"],
    ]


def test_a_question_that_is_turned_round_follows_the_other_columns(sheets):
    workbook, _ = sheets(scale_figure(bar("One", 4, 2, 3), bar("Two", 5, 3, 1, reverse=True)))
    assert sources(workbook)[-1][2:] == ["='Answers'!D7", "='Answers'!C7", "='Answers'!B7"]
    said = " ".join(str(cell) for row in sources(workbook) for cell in row)
    assert "Two (reversed)" in said
    assert "from “Agree” on the left to “Disagree”" in said


def test_what_may_not_be_shown_is_no_bar_of_nothing(sheets):
    workbook, data = sheets(scale_figure(bar("One", 4, 2, 3), bar("Two", note="all similar")))
    (chart,) = charts(data)
    assert all(1 not in values for values in caches(chart).values())
    assert sources(workbook)[-1] == ["Two (9\xa0of\xa09; all similar)", *[None] * 4]


def test_headings_stand_above_their_bars(sheets):
    workbook, data = sheets(
        scale_figure(bar("One", 4, 2, 3, group="First"), bar("Two", 1, 3, 5, group="Second"))
    )
    names = [row[0] for row in sources(workbook)[-4:]]
    assert names == ["First", "One (9\xa0of\xa09)", "Second", "Two (9\xa0of\xa09)"]
    assert caches(charts(data)[0])["Agree"] == {1: 3, 3: 5}


def test_rounds_of_which_nothing_is_known_have_no_bar(sheets):
    figure = Figure(
        "response-funnel",
        {
            "stages": ["Invited", "Answered"],
            "rows": [{"label": "Before", "counts": ["", 9]}, {"label": "After", "counts": [9, 0]}],
        },
        "Two rounds.",
        Table(["Round", "Invited", "Answered"], [["Before", "–", "9"], ["After", "9", "0"]]),
    )
    workbook, data = sheets(figure)
    assert caches(charts(data)[0]) == {"Invited": {1: 9}, "Answered": {0: 9, 1: 0}}
    assert sources(workbook)[-2:] == [
        ["Before", None, "='Answers'!C4"],
        ["After", "='Answers'!B5", "='Answers'!C5"],
    ]


def test_parts_of_bars_are_stacked_with_patterns_and_numbers(sheets):
    figure = Figure(
        "stacked-bars",
        {
            "keys": [{"label": "Done", "tone": "done"}, {"label": "Late", "tone": "alarm"}],
            "bars": [
                {"label": "A vision", "counts": [5, 1]},
                {"label": "Choice", "counts": [0, 2]},
            ],
        },
        "Two bars.",
        Table(["Objective", "Done", "Late"], [["A vision", "5", "1"], ["Choice", "0", "2"]]),
    )
    _, data = sheets(figure)
    (chart,) = charts(data)
    assert caches(chart) == {"Done": {0: 5, 1: 0}, "Late": {0: 1, 1: 2}}
    assert chart.find(f".//{C}grouping").get("val") == "stacked"
    fills = [series.find(f"{C}spPr")[0].tag.partition("}")[2] for series in chart.iter(f"{C}ser")]
    assert fills == ["solidFill", "pattFill"]
    labels = [series.find(f"{C}dLbls") for series in chart.iter(f"{C}ser")]
    assert {each.find(f"{C}showVal").get("val") for each in labels} == {"1"}
    # A part of nothing has no number: there is nothing to see it on.
    assert {each.find(f"{C}numFmt").get("formatCode") for each in labels} == {"0;;;"}


def test_before_and_after_are_a_chart_for_each_question(sheets):
    figure = Figure(
        "before-after-dots",
        {
            "points": POINTS,
            "rows": ["Before", "After"],
            "items": [
                {"label": "One", "counts": [[4, 1, 0], [0, 1, 4]], "note": "4 improved"},
                {"label": "Two", "counts": [[1, 1, 1], [0, 0, 3]], "reverse": True},
            ],
        },
        "Dots.",
        Table(
            ["Question", "When", *POINTS],
            [
                ["One", "Before", "4", "1", "0"],
                ["One", "After", "0", "1", "4"],
                ["Two", "Before", "1", "1", "1"],
                ["Two", "After", "0", "0", "3"],
            ],
        ),
    )
    workbook, data = sheets(figure)
    assert [caches(chart) for chart in charts(data)] == [
        {"Before": {0: 4, 1: 1, 2: 0}, "After": {0: 0, 1: 1, 2: 4}},
        {"Before": {0: 1, 1: 1, 2: 1}, "After": {0: 0, 1: 0, 2: 3}},
    ]
    assert ["Disagree", "='Answers'!C4", "='Answers'!C5"] in [row[:3] for row in sources(workbook)]


def test_a_curve_goes_down_in_steps(sheets):
    data = {
        "count": 3,
        "steps": [
            {"days": 10, "done": 1, "share": 0.75, "low": 0.2, "high": 0.9},
            {"days": 20, "done": 1, "share": 0.25},
        ],
        "not_done": [30],
        "median": 20,
    }
    figure = Figure("step-curve", data, "Falls.", Table(["Days"], [["10"], ["20"]]))
    _, written = sheets(figure)
    (chart,) = charts(written)
    traces = {
        "".join(s.find(f"{C}tx").itertext("{*}v")): [
            tuple(float(v.text) for v in s.findall(f"{C}{axis}/{C}numRef/{C}numCache/{C}pt/{C}v"))
            for axis in ("xVal", "yVal")
        ]
        for s in chart.iter(f"{C}ser")
    }
    assert traces["share still open"] == [(0, 10, 10, 20, 20, 30), (1, 1, 0.75, 0.75, 0.25, 0.25)]
    assert traces["95% band"] == [(10, 20), (0.9, 0.9)]
    assert traces["an action that was not done by then"] == [(30,), (0.25,)]
    assert traces["half are done within 20 days"] == [(0, 20, 20), (0.5, 0.5, 0)]


def test_a_burn_up_counts_days_as_excel_does(sheets):
    data = {
        "points": [
            {"date": "2027-01-19", "agreed": 2, "done": 0},
            {"date": "2027-02-26", "agreed": 2, "done": 1},
        ],
        "workshops": [{"date": "2027-01-19", "label": "Now?"}],
        "until": "2027-03-01",
    }
    figure = Figure("burn-up", data, "Rises.", Table(["Day"], [["19 January 2027"]]))
    _, written = sheets(figure)
    (chart,) = charts(written)
    series = {"".join(s.find(f"{C}tx").itertext("{*}v")): s for s in chart.iter(f"{C}ser")}
    assert list(series) == ["agreed", "done", "workshop, by number"]
    values = [
        float(v.text) for v in series["done"].findall(f"{C}xVal/{C}numRef/{C}numCache/{C}pt/{C}v")
    ]
    assert values == [46406, 46444, 46444, 46447]


def test_a_day_is_bars_from_start_to_end(sheets):
    rows = [
        {"label": "Check-in", "start": 570, "end": 600, "kind": "session"},
        {"label": "Coffee", "start": 600, "end": 615, "kind": "break"},
    ]
    figure = Figure(
        "day",
        {"rows": rows},
        "A morning.",
        Table(["Time", "Item"], [["09:30–10:00", "Check-in"], ["10:00–10:15", "Coffee"]]),
    )
    workbook, data = sheets(figure)
    (chart,) = charts(data)
    minutes = {
        name: {at: round(value * 1440) for at, value in values.items()}
        for name, values in caches(chart).items()
    }
    assert minutes == {" ": {0: 570, 1: 600}, "Sessions": {0: 30}, "Breaks": {1: 15}}
    assert [row[0] for row in sources(workbook)[-2:]] == ["09:30 Check-in", "10:00 Coffee"]


def test_two_days_are_two_charts_without_the_night(sheets):
    rows = [
        {"label": "One", "start": 570, "end": 960, "kind": "session"},
        {"label": "Night", "start": 960, "end": 1440 + 540, "kind": "gap"},
        {"label": "Two", "start": 1440 + 540, "end": 1440 + 600, "kind": "session"},
    ]
    table = Table(["Item"], [["One"], ["Night"], ["Two"]], caption="Items")
    workbook, data = sheets(Figure("day", {"rows": rows}, "Two days.", table))
    assert len(charts(data)) == 2
    titles = [row[0] for row in sources(workbook)]
    assert "Items, day 1" in titles
    assert "Items, day 2" in titles
    assert not any("Night" in str(title) for title in titles)


def test_charts_are_described_and_have_titles_and_axes(sheets, render):
    figure = scale_figure(bar("One", 4, 2, 3))
    data = render(Section("Answers", [figure]))
    with ZipFile(BytesIO(data)) as archive:
        drawing = etree.fromstring(archive.read("xl/drawings/drawing1.xml"))
    (named,) = drawing.iter("{*}cNvPr")
    assert named.get("descr") == "Three bars."
    (chart,) = charts(data)
    title = chart.find(f"{C}chart/{C}title")
    assert "".join(title.itertext("{*}v")) == "Answers"
    axis = chart.find(f".//{C}valAx/{C}title")
    assert "Unfavourable answers to the left" in "".join(axis.itertext("{*}v"))


def test_a_title_that_begins_as_a_formula_is_none(sheets):
    workbook, data = sheets(scale_figure(bar("=1+1", 4, 2, 3), caption='=HYPERLINK("x")'))
    (chart,) = charts(data)
    assert {each.text for each in chart.iter(f"{C}f")} <= {
        *(f"'Chart figures'!${column}${row}" for column in "ABCDE" for row in range(3, 8)),
        *(f"'Chart figures'!${c}${r}:${c}${r}" for c in "ABCDE" for r in range(3, 8)),
    }
    assert sources(workbook)[-1][0] == "=1+1 (9\xa0of\xa09)"
    assert workbook["Chart figures"]["A3"].data_type == "s"


@pytest.mark.parametrize("kind", ["trace-graph", "timeline", "coverage-matrix", "acme:odd"])
def test_other_figures_say_what_they_show(sheets, kind):
    workbook, data = sheets(Figure(kind, {}, "It shows a lot.", Table(["a"], [["x"]])))
    assert charts(data) == []
    assert "Chart figures" not in workbook.sheetnames
    assert "It shows a lot." in [cell.value for cell in workbook["Answers"]["A"]]


def test_data_that_cannot_be_drawn_are_no_chart(sheets):
    figure = Figure("stacked-bars", {"keys": [], "bars": 3}, "Nothing.", Table(["a"], [["x"]]))
    assert charts(sheets(figure)[1]) == []


def test_covered_cells_are_filled(sheets):
    figure = Figure(
        "coverage-matrix",
        {
            "columns": ["An action"],
            "rows": [
                {"label": "A vision", "cells": [{"covered": True, "words": "8 actions"}]},
                {"label": "Choice", "cells": [{"covered": False, "words": "none"}]},
            ],
        },
        "1 of 2.",
        Table(["Objective", "An action"], [["A vision", "8 actions"], ["Choice", "none"]]),
    )
    sheet = sheets(figure)[0]["Answers"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    assert cells["8 actions"].font.b
    assert cells["8 actions"].fill.fill_type == "solid"
    assert cells["none"].border.top.style == "dashed"


def test_who_met_whom_is_a_square_beside_the_names(sheets):
    names = ["Amina", "Ben", "Chidi"]
    figure = Figure(
        "who-met-whom",
        {"people": names, "times": [[], [2], [0, 1]]},
        "Three people.",
        Table(["Name", "Met"], [[name, "x"] for name in names]),
    )
    sheet = sheets(figure)[0]["Answers"]
    rows = {row[0].value: [cell.value for cell in row[3:6]] for row in sheet.iter_rows()}
    assert rows["Name"] == names
    assert [rows[name] for name in names] == [[None, 2, 0], [2, None, 1], [0, 1, None]]
    (area,) = sheet.conditional_formatting
    assert [rule.operator for rule in area.rules] == ["greaterThanOrEqual", "equal"]
    said = [cell.value for row in sheet.iter_rows() for cell in row]
    assert {"not yet", "once", "more than once: how often"} <= set(said)


def test_a_year_has_a_sign_for_each_day(sheets):
    days = [
        {"date": "2027-01-30", "mark": "most"},
        {"date": "2027-01-31", "mark": "workshop", "number": 1},
        {"date": "2027-02-01", "mark": "closed"},
    ]
    legend = [{"mark": "workshop", "label": "a workshop"}, {"mark": "closed", "label": "closed"}]
    figure = Figure(
        "year",
        {"days": days, "legend": legend},
        "A year.",
        Table(["Month"], [["January 2027"], ["February 2027"]]),
    )
    sheet = sheets(figure)[0]["Answers"]
    rows = {row[0].value: [cell.value for cell in row[2:33]] for row in sheet.iter_rows()}
    assert rows["Month"] == [str(number) for number in range(1, 32)]
    assert rows["January 2027"][29:] == ["●", 1]
    assert rows["February 2027"][0] == "×"
    said = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert said[-4:] == ["■", "a workshop", "×", "closed"]


def test_the_same_report_gives_the_same_bytes(render):
    figure = scale_figure(bar("One", 4, 2, 3))
    assert render(Section("Answers", [figure])) == render(Section("Answers", [figure]))


def test_dates_in_the_archive_come_from_no_clock(render):
    with ZipFile(BytesIO(render(Section("A", [scale_figure(bar("One", 4, 2, 3))])))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def parts_figure(*rows, keys=("Done", "Open")):
    return Figure(
        "stacked-bars",
        {
            "keys": [{"label": key, "tone": "plain"} for key in keys],
            "bars": [{"label": "A vision", "counts": [5, 1]}],
        },
        "A bar.",
        Table(*rows),
    )


def test_a_chart_is_tied_to_a_table_that_says_all_of_it(sheets):
    tied, _ = sheets(parts_figure(["Objective", "Done", "Open"], [["A vision", "5", "1"]]))
    assert sources(tied)[-1] == ["A vision", "='Answers'!B4", "='Answers'!C4"]
    # What is open here may well be something else, as nothing says how much is done.
    loose, _ = sheets(parts_figure(["Objective", "Actions", "Open"], [["A vision", "6", "1"]]))
    assert sources(loose)[-1] == ["A vision", 5, 1]


def test_a_single_bar_is_tied_to_the_column_that_has_its_parts(sheets):
    rows = [["Done", "6", "5"], ["Open", "6", "1"]]
    tied, _ = sheets(parts_figure(["Colour", "Of", "Actions"], rows))
    assert sources(tied)[-1] == ["A vision", "='Answers'!C4", "='Answers'!C5"]
