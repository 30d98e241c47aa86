import itertools
import re
from importlib.resources import files

import pytest
from attrs import evolve
from justhtml import JustHTML

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Column,
    FormField,
    Item,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers import HtmlRenderer, built_in_renderers, built_in_styles

PLAIN = Style("plain", "Plain")
LOGO = "data:image/png;base64,iVBORw0KGgo="


def page(*blocks, style=PLAIN, **details):
    report = Report("r", "T", "public", blocks, **details)
    return JustHTML(HtmlRenderer().render(report, style), sanitize=False)


def html(document, selector):
    (found,) = document.query(selector)
    return found.to_html(pretty=False)


def words(document, selector):
    return [node.to_text() for node in document.query(selector)]


def sections(count):
    return [Section(f"Section {number}", [Paragraph("x")]) for number in range(count)]


def test_the_page_fetches_nothing_and_runs_nothing(specimen):
    text = HtmlRenderer().render(specimen(), PLAIN).decode()
    policy = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].split("; ") == [
        *("default-src 'none'", "style-src 'unsafe-inline'", "img-src data:"),
        *("form-action 'none'", "base-uri 'none'"),
    ]
    assert not re.search(r"<script|<link|@import|url\(|\son\w+=|srcset", text)


def test_the_same_report_gives_the_same_bytes(specimen):
    first, second = (HtmlRenderer().render(specimen(), PLAIN) for _ in range(2))
    assert first == second


def test_templates_compile_once():
    from workshopcore.renderers.html.templates import environment

    assert environment() is environment()
    assert environment().get_template("page.jinja") is environment().get_template("page.jinja")


def test_one_title_and_headings_in_order(specimen):
    document = JustHTML(HtmlRenderer().render(specimen(), PLAIN), sanitize=False)
    levels = [int(node.name[1]) for node in document.query("h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert levels[-2:] == [6, 6]


@pytest.mark.parametrize(
    ("tag", "lang", "direction"),
    [("en-GB", "en-GB", None), ("cy", "cy", None), ("ar-EG", "ar-EG", "rtl"), ("?", "en", None)],
)
def test_the_language_of_the_report_is_the_pages(tag, lang, direction):
    (root,) = page(language=tag).query("html")
    assert (root.attrs["lang"], root.attrs.get("dir")) == (lang, direction)


def test_page_is_in_the_language_of_the_report_whatever_the_style_would_have_had():
    (root,) = page(style=evolve(PLAIN, language="cy"), language="de").query("html")
    assert root.attrs["lang"] == "de"


def test_long_documents_have_contents_and_a_way_past_them():
    document = page(*sections(5))
    assert words(document, "nav a") == [f"Section {number}" for number in range(5)]
    assert [a.attrs["href"] for a in document.query("a")] == [
        *("#_content", "#_1", "#_2", "#_3", "#_4", "#_5")
    ]
    assert {node.attrs["id"] for node in document.query("h2")} == {f"_{n}" for n in range(1, 6)}


def test_short_documents_have_no_contents():
    document = page(*sections(4))
    assert document.query("nav") == []
    assert document.query("a") == []


def test_sections_are_found_by_their_own_names_once():
    blocks = [
        Section("A", [Section("B", [], id="results")], id="results"),
        Section("C", [], id="Not a name"),
        Section("D", [], id="plain-name"),
    ]
    assert [node.attrs["id"] for node in page(*blocks).query("h2, h3")] == [
        *("results", "_1_1", "_2", "plain-name")
    ]


def test_marks_and_links_are_elements():
    runs = (
        *(Run("a", "strong"), Run("b", "emphasis"), Run("c", "code"), Run(" & ")),
        *(Run("d", "strong", "https://example.org/?a&b"), Run("e", href="ftp://example.org")),
    )
    assert html(page(Paragraph(runs)), "main p") == (
        "<p><strong>a</strong><em>b</em><code>c</code> &amp; "
        '<a href="https://example.org/?a&amp;b"><strong>d</strong></a>e</p>'
    )


def test_an_opening_paragraph_stands_out():
    assert html(page(Paragraph("x", lead=True)), "main p") == '<p class="lead">x</p>'


def test_lists_nest():
    document = page(Bullets(["a", Item("b", ["c", Item("d", ["e"])])], ordered=True))
    assert words(document, "main > ol > li > ul > li > ul > li") == ["e"]


def test_tables_name_their_columns_and_rows():
    table = Table(
        [Column("When"), Column("Min", align="right"), Column("", align="centre")],
        [["09:30", "15", "x"]],
        caption="Morning",
        row_headings=True,
    )
    document = page(table)
    assert words(document, "caption") == ["Morning"]
    assert html(document, "thead tr") == (
        '<tr><th scope="col">When</th><th scope="col" class="right">Min</th>'
        '<td class="centre"></td></tr>'
    )
    assert html(document, "tbody tr") == (
        '<tr><th scope="row" class="short">09:30</th><td class="right short">15</td>'
        '<td class="centre short">x</td></tr>'
    )


def test_cells_of_wide_tables_carry_their_column_for_phones():
    document = page(Table(["A", '"B%s"', "C", "D"], [["1", "2", "3", "4"]]))
    assert html(document, "table").startswith('<table class="stacks" role="table">')
    assert [cell.attrs["data-label"] for cell in document.query("tbody td")] == [
        *("A", '"B%s"', "C", "D")
    ]
    assert {cell.attrs["role"] for cell in document.query("tbody td")} == {"cell"}


def test_a_separator_in_a_cell_changes_nothing():
    document = page(Table(["A", "B"], [["<b>\x1f", "c"], ["d", (Run("<e>", "strong"),)]]))
    assert [node.to_html(pretty=False) for node in document.query("tbody tr")] == [
        '<tr><td class="short">&lt;b&gt; </td><td class="short">c</td></tr>',
        '<tr><td class="short">d</td><td class="short"><strong>&lt;e&gt;</strong></td></tr>',
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["17 September 2027"], "short"),
        (["a" * 24 + " b"], ""),
        (["a" * 25], "long"),
        (["seventeen and more"], "medium"),
        ([(Run("once"),)], "short"),
        ([], "short"),
    ],
)
def test_columns_are_broken_only_where_they_have_to_be(cells, expected):
    document = page(Table(["One"], [[cell] for cell in cells] or [[""]]))
    assert document.query("tbody td")[0].attrs.get("class", "") == expected


def test_dates_may_wrap_in_the_widest_tables():
    document = page(Table("ABCDEFG", [["17 September 2027", *"bcdefg"]]))
    assert document.query("tbody td")[0].attrs["class"] == "medium"


@pytest.mark.parametrize(("columns", "turned"), [(6, False), (7, True)])
def test_wide_tables_turn_the_paper(columns, turned):
    table = Table(["A"] * columns, [])
    report = Report("r", "T", "public", [Section("s", [Callout("c", [table])])])
    assert (b"A4 landscape" in HtmlRenderer().render(report, PLAIN)) is turned


def test_every_field_has_a_label_and_its_hint():
    fields = [
        FormField("Name", hint="Or none"),
        FormField("Why?", "text", lines=5),
        FormField("Agreed", "tick", hint="If so"),
        FormField("Which?", "choice", options=["A", "B"], hint="One"),
    ]
    document = page(*fields)
    hints = {node.attrs["id"]: node.to_text() for node in document.query(".hint")}
    described = [
        hints[node.attrs["aria-describedby"]] for node in document.query("[aria-describedby]")
    ]
    assert described == ["Or none", "If so", "One"]
    for control in document.query("input[type=text], textarea"):
        assert len(document.query(f"label[for={control.attrs['id']}]")) == 1
    assert document.query("textarea")[0].attrs["rows"] == "5"
    assert words(document, "legend") == ["Which?"]
    assert {node.attrs["name"] for node in document.query("input[type=radio]")} == {"field_4"}


def test_every_answer_of_a_matrix_has_a_name_and_every_row_is_a_group():
    document = page(FormField("We", "matrix", rows=["a", "b"], options=["no", "yes"], hint="H"))
    assert words(document, "legend") == ["We"]
    assert words(document, ".hint") == ["H"]
    assert words(document, "th") == ["a", "b"]
    groups = document.query("[role=radiogroup]")
    assert [group.attrs["aria-labelledby"] for group in groups] == ["row_1_1", "row_1_2"]
    assert words(document, "label") == ["no", "yes", "no", "yes"]
    names = [node.attrs["name"] for node in document.query("input[type=radio]")]
    assert names == ["field_1_1", "field_1_1", "field_1_2", "field_1_2"]


def test_several_are_ticked_and_places_are_written():
    document = page(
        FormField("Which?", "several", options=["A", "B"]),
        FormField("Order", "ranking", options=["C"]),
    )
    assert words(document, "legend") == ["Which?", "Order"]
    assert len(document.query("input[type=checkbox]")) == 2
    assert len(document.query("input[type=radio]")) == 0
    assert words(document, "label") == ["A", "B", "C"]
    assert len(document.query(".ranking input[type=text]")) == 1


def test_a_warning_says_so_to_those_who_do_not_see_it():
    assert words(page(Callout("Time", [], kind="warning")), ".title") == ["Warning: Time"]
    assert words(page(Callout("Time", [])), ".title") == ["Time"]


def test_the_head_holds_logo_title_subtitle_and_day(specimen):
    style = evolve(PLAIN, logo=LOGO, logo_alt="House", footer="In confidence")
    document = JustHTML(HtmlRenderer().render(specimen(), style), sanitize=False)
    assert html(document, "header img") == f'<img class="logo" src="{LOGO}" alt="House">'
    assert words(document, "header h1, header p") == [
        *(
            "Where are we now?",
            "Adult social care managers: a year of change",
            "As of 31 March 2027",
        )
    ]
    assert words(document, "head title") == [
        "Where are we now? – Adult social care managers: a year of change"
    ]
    assert words(document, "body > footer") == ["In confidence"]


def test_a_report_names_its_kind_for_stylesheets():
    report = Report("acme:Run Sheet", "T", "public", [])
    document = JustHTML(HtmlRenderer().render(report, PLAIN), sanitize=False)
    assert document.query("body")[0].attrs["class"] == "acme-run-sheet"


def test_a_house_replaces_a_template(tmp_path):
    (tmp_path / "page.jinja").write_text("<p>{{ report.title }}</p>", encoding="utf-8")
    renderer = HtmlRenderer([tmp_path])
    assert renderer.render(Report("r", "<T>", "public", []), PLAIN) == b"<p>&lt;T&gt;</p>"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("a\n{{ unknown }}", "template page.jinja: 'unknown' is undefined"),
        ("a\n{% if %}", "template page.jinja, line 2: Expected an expression"),
        ("{% include 'missing.jinja' %}", "template missing.jinja: missing.jinja"),
    ],
)
def test_a_template_that_fails_is_named(tmp_path, template, told):
    (tmp_path / "page.jinja").write_text(template, encoding="utf-8")
    with pytest.raises(RenderError, match=re.escape(f"report 'r' as html: {told}")):
        HtmlRenderer([tmp_path]).render(Report("r", "T", "public", []), PLAIN)


def test_something_that_is_no_block_is_named():
    with pytest.raises(RenderError, match="expected a block of a report, found int"):
        page(3)


def test_a_block_of_a_subclass_is_written_as_what_it_is():
    class Aside(Paragraph):
        pass

    assert html(page(Aside("x")), "main p") == "<p>x</p>"


def test_built_ins_are_keyed():
    assert [renderer.key for renderer in built_in_renderers()] == ["html", "markdown", "text"]
    assert [renderer.suffix for renderer in built_in_renderers()] == [".html", ".md", ".txt"]
    assert [style.key for style in built_in_styles()] == ["civic", "plain"]


def test_built_ins_take_template_folders():
    folder = files("workshopcore.renderers")
    assert built_in_renderers([folder])[0] == HtmlRenderer((folder,))


@pytest.mark.parametrize(("columns", "classes"), [("AB", "writable"), ("ABCD", "stacks writable")])
def test_table_to_write_into_is_marked(columns, classes):
    table = Table(columns, [[""] * len(columns)], writable=True)
    (found,) = page(table).query("table")
    assert found.attrs["class"] == classes
