"""Nothing reaches an audience that is not meant for it."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.audience import filtered
from workshopcore.contracts.report import (
    Audience,
    Callout,
    Column,
    Figure,
    PageBreak,
    Paragraph,
    Report,
    Section,
    Table,
)
from workshopcore.testing import reports

SECRET = "for facilitators"
OPEN = Paragraph("for everybody")
CLOSED = Paragraph(SECRET, audience="facilitators")


def report(*blocks, audience="participants") -> Report:
    return Report("agenda", "Agenda", audience, blocks)


def test_block_for_others_is_removed():
    assert filtered(report(OPEN, CLOSED)) == report(OPEN)


def test_block_for_several_audiences_stays_for_each():
    shared = Paragraph("for both", audience=["participants", "sponsor"])
    assert filtered(report(shared)) == report(shared)
    assert filtered(report(shared, audience="public")).blocks == ()


def test_facilitators_see_what_is_theirs():
    assert filtered(report(OPEN, CLOSED, audience="facilitators")).blocks == (OPEN, CLOSED)


def test_block_within_sections_and_callouts_is_removed():
    nested = Section("Day", [Callout("Note", [OPEN, CLOSED]), Section("Deep", [CLOSED, OPEN])])
    expected = Section("Day", [Callout("Note", [OPEN]), Section("Deep", [OPEN])])
    assert filtered(report(nested)) == report(expected)


def test_section_that_is_left_empty_takes_its_heading_along():
    assert filtered(report(Section("Delicate", [Section("Deeper", [CLOSED])]))).blocks == ()
    assert filtered(report(Callout("Delicate", [CLOSED]))).blocks == ()


def test_section_that_was_empty_stays():
    assert filtered(report(Section("Notes", []))) == report(Section("Notes", []))


def test_section_for_others_takes_everything_in_it_along():
    assert filtered(report(Section("Theirs", [OPEN], audience="facilitators"))).blocks == ()


def test_column_for_others_is_removed_with_its_cells():
    table = Table(
        ["When", Column("Risk", audience="facilitators"), "What"],
        [["09:30", SECRET, "Check-in"], ["09:45", SECRET, "Map"]],
        caption="The day",
        row_headings=True,
    )
    expected = Table(
        ["When", "What"],
        [["09:30", "Check-in"], ["09:45", "Map"]],
        caption="The day",
        row_headings=True,
    )
    assert filtered(report(table)) == report(expected)


def test_row_headings_go_with_the_column_that_held_them():
    table = Table([Column("Risk", audience="facilitators"), "A"], [["x", "y"]], row_headings=True)
    assert filtered(report(table)) == report(Table(["A"], [["y"]]))


def test_table_without_columns_is_removed():
    table = Table([Column("Risk", audience="facilitators")], [["high"]])
    assert filtered(report(table)).blocks == ()


def test_figure_whose_table_loses_a_column_gives_way_to_the_table():
    table = Table(["Who", Column("Score", audience="facilitators")], [["Table one", "3"]])
    figure = Figure("bars", {"scores": [3]}, "One bar", table, caption="Scores")
    assert filtered(report(figure)) == report(Table(["Who"], [["Table one"]], caption="Scores"))


def test_figure_whose_table_is_for_others_is_removed():
    table = Table(["Score"], [["3"]], audience="facilitators")
    assert filtered(report(Figure("bars", {}, "One bar", table))).blocks == ()


def test_figure_for_everybody_stays_as_it_is():
    figure = Figure("bars", {"scores": [3]}, "One bar", Table(["Score"], [["3"]]))
    assert filtered(report(figure, PageBreak())) == report(figure, PageBreak())


def _all_parts(part):
    yield part
    inner = [*getattr(part, "blocks", ()), *getattr(part, "columns", ())]
    for each in [*inner, *([part.table] if isinstance(part, Figure) else [])]:
        yield from _all_parts(each)


@given(reports(), st.sampled_from(get_args(Audience)))
def test_nothing_for_others_is_left_and_a_second_filter_changes_nothing(any_report, audience):
    whole = Report("r", "R", audience, any_report.blocks)
    result = filtered(whole)
    for block in result.blocks:
        for part in _all_parts(block):
            assert not part.audience or audience in part.audience
    assert filtered(result) == result
