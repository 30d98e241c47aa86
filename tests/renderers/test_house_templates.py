"""A house's own templates of blocks in web pages."""

from importlib.resources import files

import attrs
import pytest
from hypothesis import given
from justhtml import JustHTML

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Figure,
    Item,
    Paragraph,
    Report,
    Section,
    Table,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers import HtmlRenderer, built_in_styles
from workshopcore.renderers.html.house import faults_of
from workshopcore.testing.documents import HOSTILE, reports, sample_report

PLAIN = next(style for style in built_in_styles() if style.key == "plain")
BUILT_IN = files("workshopcore.renderers") / "templates" / "blocks"
OWN = {entry.name: entry.read_text(encoding="utf-8") for entry in BUILT_IN.iterdir()}


def page(templates, *blocks, roots=()):
    report = Report("note", "Note", "participants", blocks)
    style = attrs.evolve(PLAIN, templates=templates)
    return HtmlRenderer(roots).render(report, style).decode()


def body(templates, *blocks, roots=()):
    """Return what stands in the main part of a page."""
    text = page(templates, *blocks, roots=roots)
    return text.partition('<main id="_content">\n')[2].partition("</main>")[0]


NOTE = Callout("Mind & see", [Paragraph("One"), Callout("Inner", [Paragraph("Two")])])


def test_one_template_takes_the_place_of_one_block():
    own = {
        "callout.jinja": "<aside><b>{{ block.title }}</b>"
        "{{ blocks(block.blocks, level, place) }}</aside>\n"
    }
    assert body(own, NOTE, Paragraph("After")) == (
        "<aside><b>Mind &amp; see</b>\n<p>One</p>\n<aside><b>Inner</b>\n<p>Two</p>\n</aside>\n"
        "</aside>\n\n<p>After</p>\n"
    )


def test_template_may_leave_most_to_the_usual_one():
    own = {
        "callout.jinja": "{% if block.kind == 'warning' %}<p>!</p>"
        "{% else %}{{ standard() }}{% endif %}"
    }
    warning = attrs.evolve(NOTE, kind="warning")
    assert body(own, NOTE) == body({}, NOTE)
    assert body(own, warning) == "<p>!</p>"


def test_tables_within_figures_are_tables_too():
    own = {"table.jinja": "<table><caption>{{ block.caption }}</caption></table>\n"}
    figure = Figure("nothing-known", {}, "alt", Table(["A"], [["b"]], caption="C"))
    assert "<table><caption>C</caption></table>" in body(own, figure)


def test_template_sees_levels_places_and_the_names_of_sections():
    own = {
        "section.jinja": "<h{{ level }} id='{{ anchors[place] }}'>{{ block.title }}</h{{ level }}>"
        "{{ blocks(block.blocks, level + 1, place) }}"
    }
    assert body(own, Section("A", [Section("B", [], id="own")])) == (
        "<h2 id='_1'>A</h2><h3 id='own'>B</h3>"
    )


def test_words_with_marks_and_nested_lists_are_there():
    own = {
        "bullets.jinja": "{% for item in block.items %}{% if item is item %}{{ marked(item.text) }}"
        "+{{ item.items|length }}{% else %}{{ marked(item) }}{% endif %};{% endfor %}"
    }
    assert body(own, Bullets(["<a>", Item("b", ["c"])])) == "&lt;a&gt;;b+1;"


@pytest.mark.parametrize("name", sorted(OWN))
def test_copy_of_a_template_of_ours_changes_nothing(name):
    style = attrs.evolve(PLAIN, templates={name: OWN[name]})
    report = sample_report()
    assert HtmlRenderer().render(report, style) == HtmlRenderer().render(report, PLAIN)


@given(reports())
def test_copies_of_all_templates_change_nothing(report):
    style = attrs.evolve(PLAIN, templates=OWN)
    assert HtmlRenderer().render(report, style) == HtmlRenderer().render(report, PLAIN)


def test_there_is_a_template_for_every_kind_of_block():
    assert faults_of(OWN) == []
    assert len(OWN) == 11


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_a_template_of_a_house(text):
    own = {
        "callout.jinja": '<aside title="{{ block.title }}"><b>{{ block.title }}</b></aside>',
        "paragraph.jinja": "<p>{{ marked(block.text) }}</p>",
    }
    found = JustHTML(page(own, Callout(text, []), Paragraph(text)), sanitize=False)
    assert found.query("main script") == found.query("main h1") == []
    [aside] = found.query("main aside")
    assert [child.name for child in aside.children] == ["b"]


def test_house_css_stands_behind_ours():
    text = page({"house.css": ".callout{color:red}"}, NOTE)
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert style.rstrip().endswith(".callout{color:red}")


def test_style_of_a_plugin_and_folders_of_plugins_go_together(tmp_path):
    (tmp_path / "blocks").mkdir()
    (tmp_path / "blocks" / "paragraph.jinja").write_text(
        "<p class='plugin'>{{ standard(block, level, place) }}</p>"
    )
    own = {"callout.jinja": "<aside>{{ blocks(block.blocks, level, place) }}</aside>"}

    found = body(own, Callout("x", [Paragraph("y")]), roots=(tmp_path,))
    assert found == "<aside><p class='plugin'>\n<p>y</p>\n</p>\n</aside>"


def test_plugin_that_draws_everything_leaves_no_room_for_a_style(tmp_path):
    (tmp_path / "blocks.jinja").write_text("{% macro blocks(i, l, p) %}all{% endmacro %}")
    assert body({}, NOTE, roots=(tmp_path,)) == "all"
    with pytest.raises(RenderError, match="for all blocks, so the style's own"):
        body({"callout.jinja": "x"}, NOTE, roots=(tmp_path,))


@pytest.mark.parametrize(
    ("templates", "words"),
    [
        (
            {"calout.jinja": "x"},
            "calout.jinja:1: no block has this template: did you mean 'callout.jinja'?",
        ),
        ({"zzz.jinja": "x"}, "there are paragraph.jinja, bullets.jinja"),
        (
            {"callout.jinja": "\n{{ blok.title }}"},
            "callout.jinja:2: there is no 'blok' here: did you mean 'block'?",
        ),
        ({"callout.jinja": "{{ block.title|safe }}"}, "there is no filter 'safe'"),
        (
            {"callout.jinja": "{% autoescape false %}{% endautoescape %}"},
            "what people wrote is always escaped",
        ),
        ({"callout.jinja": "{% if %}"}, "callout.jinja:1: Expected an expression"),
        ({"hose.css": "x"}, "the style sheet is called 'house.css'"),
        ({"house.css": "a{}\n</style>"}, "house.css:2: '</' would end the style sheet"),
        (
            {"callout.jinja": "\n\n{{ block.titel }}"},
            "callout.jinja:3: a Callout has no 'titel': did you mean 'title'?",
        ),
        (
            {"callout.jinja": "{{ block.__class__ }}"},
            "'__class__' of a Callout is not for templates",
        ),
        (
            {"callout.jinja": "{{ blocks([block], level, place) }}"},
            "callout.jinja:1: it calls itself without end",
        ),
        (
            {
                "callout.jinja": "{% set r = range(99999) %}{% for x in r %}{% for y in r %}"
                "{% endfor %}{% endfor %}"
            },
            "it goes on for too long",
        ),
    ],
)
@pytest.mark.long
def test_what_is_wrong_has_its_template_its_line_and_a_cure(templates, words):
    with pytest.raises(RenderError) as caught:
        page(templates, NOTE)
    assert words in str(caught.value)


def test_style_keeps_its_templates_as_content():
    style = Style("a:b", "B", templates={"callout.jinja": "x"})
    assert style.templates["callout.jinja"] == "x"
    assert hash(style) == hash(Style("a:b", "B", templates={"callout.jinja": "x"}))
    assert style != Style("a:b", "B")
