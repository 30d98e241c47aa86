"""Reports that are written as files, built."""

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.contracts.report import Bullets, Paragraph, Section, Table
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import AsOfRequiredError, ReportError, TemplateError, UnknownKeyError
from workshopcore.language import speaking
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.templates import read_reports
from workshopcore.testing import sample_programme
from workshopcore.testing.sample import SECRET

DAY = "2027-06-30"


def test_document_is_what_its_head_says(house):
    house.write(
        "Text",
        audience="sponsor",
        title="Letter",
        needs='["as_of", "workshop", "person"]',
        heading='"To {{ person.name }}"',
        subtitle='"{{ workshop.title }}, *{{ as_of|day }}*"',
        pages="2",
    )
    report = house.build(as_of=DAY, workshop="where-now", person="amara-diallo")

    assert (report.key, report.audience, report.title) == (
        "acme:note",
        "sponsor",
        "To Amara Diallo",
    )
    workshop = sample_programme().workshop("where-now")
    assert report.subtitle == f"{workshop.title}, *30 June 2027*"
    assert report.name == "acme-note-where-now-amara-diallo"
    assert (report.as_of, report.pages) == (date(2027, 6, 30), 2)
    assert dict(report.details) == {
        "programme": "one-front-door",
        "workshop": "where-now",
        "person": "amara-diallo",
    }


def test_document_without_a_day_depends_on_none(house):
    house.write("Text")
    report = house.build(as_of=DAY)
    assert (report.as_of, report.title, report.subtitle) == (
        None,
        "A note",
        sample_programme().title,
    )


def test_everything_it_can_be_about_is_there_by_its_name(house):
    house.write(
        "{{ workshop.title }}|{{ engagement.topic }}|{{ wave.title }}|{{ person.name }}|"
        "{{ as_of|weekday }}|{{ evaluation is none }}",
        needs='["as_of", "workshop", "engagement", "wave", "person"]',
    ).write_text(
        (house.folder / "note.md.jinja")
        .read_text()
        .replace("{{ evaluation is none }}", "{{ 'no' if evaluation is none else 'yes' }}")
    )
    programme = sample_programme()
    engagement, wave = programme.experts[0], programme.waves[0]
    [paragraph] = house.build(
        as_of=DAY,
        workshop="where-now",
        engagement=engagement.id,
        wave=wave.id,
        person="amara-diallo",
    ).blocks
    title = programme.workshop("where-now").title
    assert paragraph.text == (
        f"{title}|{engagement.topic}|{wave.title}|Amara Diallo|Wednesday 30 June 2027|no"
    )


def test_options_have_defaults_and_no_strangers(house):
    house.write("{{ options.tone }} {{ options.n }}\n").write_text(
        (house.folder / "note.md.jinja")
        .read_text()
        .replace('"participants"\n', '"participants"\n[options]\ntone = "warm"\nn = 3\n')
    )
    assert house.build(options={"tone": "cool"}).blocks == (Paragraph("cool 3"),)
    with pytest.raises(ReportError, match="no option 'tune': did you mean 'tone'"):
        house.build(options={"tune": "x"})


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("workshop.day", "20 January 2027"),
        ("workshop.start", "20 January 2027, 09:30"),
        ("workshop.day|weekday", "Wednesday 20 January 2027"),
        ("workshop.day|month", "January 2027"),
        ("workshop.start|clock", "09:30"),
        ("workshop.start|clocks(workshop.end)", "09:30–16:30"),
        ("workshop.start|moments(workshop.end)", "Wednesday 20 January 2027, 09:30–16:30"),
        ("workshop.day|days(programme.workshops[1].day)", "20 January – 14 April 2027"),
        ("95|hours", "1 h 35 min"),
        ("2|times", "twice"),
        ("3|share(4)", "3 of 4"),
        ("['a', 'b', 'c']|listed", "a, b and c"),
        ("['a', 'b']|listed('or')", "a or b"),
        ("programme.workshops|count('workshop')", "4 workshops"),
        ("1|count('person', 'people')", "1 person"),
        ("2|count('person', 'people')", "2 people"),
        ("'in-progress'|state", "In progress"),
        ("'well'|capitalised", "Well"),
        ("'x'|quoted", "“x”"),
        ("programme.budget", "£14,500.00"),
        ("1.5", "1.5"),
        ("7", "7"),
        ("3 + 4 * 2", "11"),
        ("'a' + 'b'", "ab"),
        ("none", ""),
        ("'x' if false", ""),
        ("programme.objectives[0].baseline", "31"),
    ],
)
def test_values_are_said_in_words(house, expression, words):
    house.write(f"({{{{ {expression} }}}})", needs='["workshop"]')
    [paragraph] = house.build(workshop="where-now").blocks
    assert paragraph.text == f"({words})"


def test_words_are_of_the_language_that_is_spoken(house):
    house.write("{{ workshop.day|day }}", needs='["workshop"]')
    programme = attrs.evolve(sample_programme(), language="de")
    [paragraph] = house.build(programme=programme, workshop="where-now").blocks
    assert paragraph.text == "20. Januar 2027"
    with speaking("de"):
        [paragraph] = house.build(workshop="where-now").blocks
    assert paragraph.text == "20 January 2027"


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("One\n\n{{ programme.titel }}", 3, "a Programme has no 'titel': did you mean 'title'?"),
        ("{{ programme.workshop('x').title }}", 1, "no workshop 'x'"),
        ("{{ programme.people }}", 1, "a list is no text: write it with |listed"),
        (
            "{{ programme.people[0] }}",
            1,
            "a Person is no text: say what of it you mean, such as .name",
        ),
        ("{{ programme.people|first is none }}{{ true }}", 1, "a yes or no is no text"),
        ("{{ programme.__class__ }}", 1, "'__class__' of a Programme is not for templates"),
        ("{{ programme.with_action(1) }}", 1, "'with_action' of a Programme is not for templates"),
        ("{{ 'soon'|day }}", 1, "has no attribute"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        (
            "\n{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}",
            2,
            "it goes on for too long",
        ),
        (
            "{% for x in range(99999) %}{{ programme.title }}{{ programme.title }}{% endfor %}",
            1,
            "it writes too much",
        ),
        (
            "{% macro m() %}x{% endmacro %}\n{{ m() ~ 'y' }}",
            2,
            "what a macro or a {% set %} block writes is Markdown",
        ),
        (
            "{% macro m() %}x{% endmacro %}\n{{ m() + 'y' }}",
            2,
            "what a macro or a {% set %} block writes is Markdown",
        ),
        (
            "{% set x %}x{% endset %}\n{{ x|upper }}",
            2,
            "what a macro or a {% set %} block writes is Markdown",
        ),
        (
            "Text\n\n{% for x in [1, 2] %}\n- item\n{% endfor %}\n\n![x](y.png)",
            7,
            "there are no pictures here",
        ),
        ("a\n\n{{ 'x'|upper }}\n[x](ftp://y)", 4, "links lead to http"),
        ("::: note\nx\n:::", 1, "a note has a title"),
    ],
)
@pytest.mark.long
def test_what_goes_wrong_has_its_file_its_line_and_a_cure(fault, body, line, words):
    at, told = fault(body)
    assert words in told
    assert at == line


def test_fault_in_a_part_of_templates_is_told_of_that_file(house):
    house.part("fine\n\n![x](y)", "_a")
    house.part("{% macro m() %}\n\n{{ nothing.x }}\n{% endmacro %}", "_b")
    for body, name in (
        ("{% include '_a.md.jinja' %}", "_a"),
        ("{% from '_b.md.jinja' import m %}\n{{ m() }}", "_b"),
    ):
        house.write(body)
        with pytest.raises(TemplateError) as caught:
            house.build()
        [fault] = caught.value.faults
        assert (fault.file, fault.line) == (str(house.folder / f"{name}.md.jinja"), 3)


def test_fault_in_the_heading_has_its_line(house):
    house.write("x", heading='"{{ programme.titel }}"')
    with pytest.raises(TemplateError, match="has no 'titel'") as caught:
        house.build()
    assert caught.value.faults[0].line == 5


def test_letterhead_is_written_once(house):
    house.part(
        "Dear {% block who %}all{% endblock %},\n\n{% block body %}{% endblock %}\n\nYours",
        "_letter",
    )
    house.write(
        "{% extends '_letter.md.jinja' %}\n{% block who %}{{ super() }} of you{% endblock %}\n"
        "{% block body %}\n- {{ programme.title }}\n{% endblock %}"
    )
    assert house.build().blocks == (
        Paragraph("Dear all of you,"),
        Bullets([sample_programme().title]),
        Paragraph("Yours"),
    )


def test_report_with_nothing_to_say_is_no_report(house):
    house.write("{# nothing #}\n")
    with pytest.raises(ReportError, match="has nothing to say this time"):
        house.build()


def test_day_and_subjects_are_asked_for(house):
    house.write("x", needs='["as_of", "workshop"]')
    [report] = read_reports(house.folder)
    with pytest.raises(AsOfRequiredError):
        report.build(sample_programme(), ReportRequest(workshop="where-now"))
    with pytest.raises(UnknownKeyError):
        report.build(sample_programme(), ReportRequest(as_of=date(2027, 6, 30)))


@pytest.mark.parametrize(
    ("audience", "expression", "words"),
    [
        ("participants", "programme.people[1].access_needs", "'access_needs' is for facilitators"),
        ("sponsor", "programme.people[1]['band']", "'band' is for facilitators"),
        ("public", "programme.people|map(attribute='access_needs')|join", "'access_needs' is for"),
        ("facilitators", "programme.quotes[0].verbatim", "'verbatim' never leaves the record"),
        ("public", "programme.facilitators[0].day_rate", "'day_rate' is for facilitators, sponsor"),
        ("public", "programme.experts[0].fee", "'fee' is for facilitators, expert, sponsor"),
    ],
)
def test_what_is_kept_for_some_is_printed_for_nobody_else(fault, audience, expression, words):
    _, told = fault(f"{{{{ {expression} }}}}", audience=audience)
    assert words in told


def test_what_is_kept_for_some_is_printed_for_them(house):
    house.write("{{ programme.people[1].access_needs }}", audience="facilitators")
    assert house.build().blocks == (Paragraph(SECRET),)


@cache
def _read(body):
    head = '+++\nkey = "acme:note"\ntitle = "Note"\naudience = "public"\n+++\n'
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "note.md.jinja").write_text(head + body, encoding="utf-8")
        [report] = read_reports(folder)
    return report


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=3, max_size=3))
def test_hostile_programme_changes_words_and_nothing_else(names):
    body = (
        "# {{ programme.title }}\n\n| Who | {{ programme.title }} |\n|---|---|\n"
        "{% for person in programme.people %}\n| {{ person.name }} | **{{ person.position }}** |\n"
        "{% endfor %}\n\n{% for person in programme.people %}\n- {{ person.name }}\n{% endfor %}\n"
    )
    title, name, position = names
    try:
        programme = Programme(title=title, people=[Person(name, position=position, id="p")])
    except wc.WorkshopCoreError:
        return  # no such programme
    report = _read(body)
    [section] = report.build(programme, ReportRequest()).blocks

    assert isinstance(section, Section)
    table, bullets = section.blocks
    assert isinstance(table, Table)
    assert section.title == programme.title == table.columns[1].title
    person = programme.people[0]
    assert table.rows[0][0] == person.name
    assert bullets == Bullets([person.name])
