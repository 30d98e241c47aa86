"""Charts on slides: PowerPoint's own, with a workbook that holds their numbers."""

from io import BytesIO

import openpyxl
import pytest
from pptx.enum.chart import XL_CHART_TYPE

from workshopcore.contracts.report import Figure, Paragraph, Report, Section, Table
from workshopcore.contracts.reports import Style
from workshopcore_office import SlidesRenderer

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
POINTS = ["Disagree", "Neither", "Agree"]


def scale_figure(*bars, **fields):
    values = {"alt": "Three bars.", "table": Table(["Question"], [["One"]], caption="Answers")}
    data = {"points": POINTS, "bars": list(bars)}
    return Figure("diverging-bars", data, **{**values, **fields})


def bar(label, *counts, **more):
    found = {"counts": list(counts)} if counts else {}
    return {"label": label, "answered": 9, "asked": 9, **found, **more}


@pytest.fixture
def charts(write):
    """Return the charts of slides with a figure on them, and the shapes that hold them."""

    def charts(*blocks, **fields):
        presentation = write(Section("Answers", blocks), **fields)
        shapes = [shape for slide in presentation.slides for shape in slide.shapes]
        return [shape for shape in shapes if shape.has_chart]

    return charts


def numbers(shape):
    return {series.name: list(series.values) for series in shape.chart.plots[0].series}


def workbook(shape):
    blob = shape.chart.part.chart_workbook.xlsx_part.blob
    return openpyxl.load_workbook(BytesIO(blob))["Sheet1"]


def test_answers_on_a_scale_are_a_chart_around_one_line(charts):
    (shape,) = charts(scale_figure(bar("One", 4, 2, 3), bar("Two", 1, 3, 5)))
    assert shape.chart.chart_type == XL_CHART_TYPE.BAR_STACKED
    assert numbers(shape) == {
        " ": [0, 2.5],
        "Disagree": [4, 1],
        "Neither": [2, 3],
        "Agree": [3, 5],
    }
    assert shape.chart.value_axis.crosses_at == 5
    assert list(shape.chart.plots[0].categories) == ["One (9\xa0of\xa09)", "Two (9\xa0of\xa09)"]


def test_what_may_not_be_shown_is_no_bar_of_nothing(charts):
    (shape,) = charts(scale_figure(bar("One", 4, 2, 3), bar("Two", note="all similar")))
    assert {values[1] for values in numbers(shape).values()} == {None}
    sheet = workbook(shape)
    assert [cell.value for cell in sheet[3]] == ["Two (9\xa0of\xa09; all similar)", *[None] * 4]


def test_the_workbook_within_has_what_the_chart_shows(charts):
    (shape,) = charts(scale_figure(bar("One", 4, 2, 3)))
    sheet = workbook(shape)
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, " ", *POINTS],
        ["One (9\xa0of\xa09)", "=5-(C2+D2/2)", 4, 2, 3],
    ]
    for series in shape.chart._chartSpace.iter(f"{C}ser"):
        place = series.findtext(f"{C}val/{C}numRef/{C}f")
        assert place.startswith("Sheet1!$")
        (cell,) = sheet[place.partition("!")[2].replace("$", "")][0]
        assert str(cell.value).startswith("=") or cell.value == next(iter(_values(series)))


def _values(series):
    return [float(v.text) for v in series.findall(f"{C}val/{C}numRef/{C}numCache/{C}pt/{C}v")]


def test_text_in_the_workbook_is_no_formula(charts):
    (shape,) = charts(scale_figure(bar("=1+1", 4, 2, 3), caption="=2+2"))
    cell = workbook(shape)["A2"]
    assert (cell.value, cell.data_type) == ("=1+1 (9\xa0of\xa09)", "s")
    assert shape.chart.chart_title.text_frame.text == "=2+2"


def test_charts_are_described_and_have_titles(charts):
    (shape,) = charts(scale_figure(bar("One", 4, 2, 3)))
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == "Three bars."
    assert shape.chart.chart_title.text_frame.text == "Answers"


def test_no_letter_is_smaller_than_fourteen_points(charts):
    (shape,) = charts(scale_figure(bar("One", 4, 2, 3)))
    sizes = [int(each.get("sz")) for each in shape.chart._chartSpace.iter() if each.get("sz")]
    assert min(sizes) >= 1400


def test_parts_have_patterns_and_their_numbers(charts):
    figure = Figure(
        "stacked-bars",
        {
            "keys": [{"label": "Done", "tone": "done"}, {"label": "Late", "tone": "alarm"}],
            "bars": [{"label": "A vision", "counts": [5, 1]}],
        },
        "A bar.",
        Table(["Objective", "Done", "Late"], [["A vision", "5", "1"]]),
    )
    (shape,) = charts(figure)
    assert numbers(shape) == {"Done": [5], "Late": [1]}
    space = shape.chart._chartSpace
    fills = [series.find(f"{C}spPr")[0].tag for series in space.iter(f"{C}ser")]
    assert fills == [f"{A}solidFill", f"{A}pattFill"]
    labels = list(space.iter(f"{C}dLbls"))
    assert {each.find(f"{C}showVal").get("val") for each in labels} == {"1"}
    assert {each.find(f"{C}numFmt").get("formatCode") for each in labels} == {"0;;;"}


def test_colours_are_those_of_the_style(charts):
    figure = Figure(
        "stacked-bars",
        {"keys": [{"label": "Done", "tone": "done"}], "bars": [{"counts": [5]}]},
        "A bar.",
        Table(["Done"], [["5"]]),
    )
    (shape,) = charts(figure, style=Style("a:b", "B", colours={"accent": "#5b1f4b"}))
    fill = shape.chart.plots[0].series[0].format.fill
    assert str(fill.fore_color.rgb) == "5B1F4B"


def test_rounds_of_which_nothing_is_known_have_no_bar(charts):
    rows = [{"label": "Before", "counts": ["", 9]}, {"label": "After", "counts": [9, 0]}]
    figure = Figure(
        "response-funnel",
        {"stages": ["Invited", "Answered"], "rows": rows},
        "Two rounds.",
        Table(["Round"], [["Before"]]),
    )
    (shape,) = charts(figure)
    assert shape.chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert numbers(shape) == {"Invited": [None, 9], "Answered": [9, 0]}


def test_before_and_after_have_a_slide_for_each_question(charts):
    items = [
        {"label": "One", "counts": [[4, 1, 0], [0, 1, 4]], "note": "4 improved"},
        {"label": "Two", "counts": [[1, 1, 1], [0, 0, 3]]},
    ]
    figure = Figure(
        "before-after-dots",
        {"points": POINTS, "rows": ["Before", "After"], "items": items},
        "Dots.",
        Table(["Question"], [["One"]]),
    )
    found = charts(figure)
    assert [shape.chart.chart_type for shape in found] == [XL_CHART_TYPE.LINE_MARKERS] * 2
    assert numbers(found[0]) == {"Before": [4, 1, 0], "After": [0, 1, 4]}
    assert found[0].chart.category_axis.axis_title.text_frame.text == "4 improved"


def test_a_curve_and_a_burn_up_are_plots(charts):
    curve = Figure(
        "step-curve",
        {
            "count": 2,
            "steps": [{"days": 10, "done": 1, "share": 0.5, "low": 0.2, "high": 0.9}],
            "not_done": [20],
            "median": 10,
        },
        "Falls.",
        Table(["Days"], [["10"]]),
    )
    burn = Figure(
        "burn-up",
        {
            "points": [{"date": "2027-01-19", "agreed": 2, "done": 0}],
            "workshops": [{"date": "2027-01-19", "label": "Now?"}],
            "until": "2027-03-01",
        },
        "Rises.",
        Table(["Day"], [["19 January 2027"]]),
    )
    found = charts(curve, burn)
    # Both are lines without signs, but for those that are nothing else.
    assert {shape.chart.chart_type for shape in found} <= {
        *(XL_CHART_TYPE.XY_SCATTER, XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS),
        XL_CHART_TYPE.XY_SCATTER_LINES,
    }
    assert numbers(found[0])["share still open"] == [1, 1, 0.5, 0.5]
    assert numbers(found[1])["agreed"] == [2, 2]
    assert len(list(found[0].chart._chartSpace.iter(f"{C}legendEntry"))) == 1
    assert found[1].chart.category_axis.tick_labels.number_format == "mmm yyyy"
    sheet = workbook(found[1])
    assert [sheet.cell(row, 1).value for row in (2, 3)] == [46406, 46447]


def test_many_bars_go_on_to_the_next_slide_at_one_scale(charts):
    found = charts(scale_figure(*(bar(f"Question {n}", 1, n, 1) for n in range(14))))
    assert len(found) == 2
    told = [label for shape in found for label in shape.chart.plots[0].categories]
    assert told == [f"Question {n} (9\xa0of\xa09)" for n in range(14)]
    assert len({shape.chart.value_axis.maximum_scale for shape in found}) == 1


def test_much_text_stands_on_a_slide_before_the_chart(write):
    presentation = write(
        Section("Answers", [Paragraph("Many words. " * 60), scale_figure(bar("One", 4, 2, 3))])
    )
    with_chart = [
        slide for slide in presentation.slides if any(shape.has_chart for shape in slide.shapes)
    ]
    (slide,) = with_chart
    assert not any("Many words" in s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_the_table_follows_the_chart(write, tables):
    presentation = write(Section("Answers", [scale_figure(bar("One", 4, 2, 3))]))
    assert tables(presentation) == [[["Question"], ["One"]]]


def test_the_same_report_gives_the_same_bytes():
    blocks = [Section("Answers", [scale_figure(bar("One", 4, 2, 3))])]
    report = Report("note", "A note", "participants", blocks)
    one, other = (SlidesRenderer().render(report, Style("a:b", "B")) for _ in range(2))
    assert one == other


def test_figures_that_powerpoint_has_no_chart_for_stay_drawings(charts):
    points = [{"label": "Now?", "date": "2027-01-19"}]
    figure = Figure("timeline", {"points": points}, "One.", Table(["Date"], [["19 January"]]))
    assert charts(figure) == []
