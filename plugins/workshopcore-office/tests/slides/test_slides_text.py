"""What stands on which slide, and what is only in the notes."""

import pytest

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Run,
    Section,
    Table,
    Task,
)
from workshopcore.errors import RenderError

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_first_slide_is_the_cover(write, shown):
    assert shown(write(title="Our year", subtitle="Arlenshire")) == [
        ("Our year", ["Arlenshire", "As of 30 June 2027"])
    ]


def test_cover_without_a_line_under_the_title_has_none(write, shown):
    assert shown(write(title="Our year", as_of=None)) == [("Our year", [])]


def test_long_title_of_the_cover_is_whole_in_the_notes(write, shown, notes):
    title = "A very long title indeed " * 20
    presentation = write(title=title, subtitle="s" * 500)

    (cover,) = shown(presentation)
    assert cover[0].endswith(" …")
    assert len(cover[0]) < 200
    assert notes(presentation) == [[title.strip(), "s" * 500, "As of 30 June 2027"]]


def test_each_section_has_a_slide(write, shown):
    presentation = write(
        Paragraph("Before."),
        Section("First", [Paragraph("One."), Section("Inner", [Paragraph("Two.")])]),
        Section("Empty", []),
        Section("Parent", [Section("Child", [Section("Deep", [Paragraph("Three.")])])]),
    )

    assert shown(presentation)[1:] == [
        ("A note", ["Before."]),
        ("First", ["One.", "Inner", "Two."]),
        ("Empty", []),
        ("Parent", ["Child", "Deep", "Three."]),
    ]


def test_blocks_become_lines(write, shown):
    presentation = write(
        Section(
            "All",
            [
                Facts([("Where", "Mill House"), ("Who", (Run("Wei", "strong"),))]),
                QuoteBlock("Words.", "An adviser"),
                QuoteBlock("Nobody's."),
                Checklist([Task("Pens", done=True), Task((Run("Paper"),))]),
                Callout("Mind", [Paragraph("Lunch.")], kind="warning"),
            ],
        )
    )

    assert shown(presentation)[1][1] == [
        *("Where: Mill House", "Who: Wei", "“Words.”", "— An adviser", "“Nobody's.”"),
        *("☒ Pens", "☐ Paper", "Warning: Mind", "Lunch."),
    ]


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        (FormField("Name", hint="As you like"), ["Name", "As you like", "____________"]),
        (FormField("I agree", "tick"), ["☐ I agree"]),
        (FormField("Which?", "choice", options=["A", "B"]), ["Which?", "☐ A", "☐ B"]),
        (FormField("Order?", "ranking", options=["A", "B"]), ["Order?", "___ A", "___ B"]),
        (
            FormField("We", "matrix", options=["no", "yes"], rows=["listen"]),
            ["We", "no · yes", "listen"],
        ),
    ],
)
def test_form_fields_can_be_read(write, shown, field, lines):
    assert shown(write(field))[1][1] == lines


def test_lists_have_the_signs_of_powerpoint(write):
    presentation = write(
        Bullets(["one", Item("two", ["deeper"])]), Bullets(["first", "second"], ordered=True)
    )

    paragraphs = presentation.slides[1].placeholders[1].text_frame.paragraphs
    numbers = [each._p.pPr.find(f"{A}buAutoNum") for each in paragraphs]
    assert [each.level for each in paragraphs] == [0, 0, 1, 0, 0]
    assert [None if n is None else n.get("startAt") for n in numbers] == [
        *(None, None, None, "1", "2"),
    ]
    assert all(each._p.pPr.find(f"{A}buNone") is None for each in paragraphs)


def test_marks_and_safe_links_are_kept(write):
    presentation = write(
        Paragraph(
            [
                Run("a", "strong"),
                Run("b", "emphasis"),
                Run("c", "code"),
                Run("d", href="https://example.org/?a=b&c"),
                Run("e", href="javascript:alert(1)"),
            ]
        )
    )

    runs = presentation.slides[1].placeholders[1].text_frame.paragraphs[0].runs
    assert [(r.text, r.font.bold, r.font.italic, r.hyperlink.address) for r in runs] == [
        ("a", True, None, None),
        ("b", None, True, None),
        ("c", None, None, None),
        ("d", None, None, "https://example.org/?a=b&c"),
        ("e", None, None, None),
    ]
    assert runs[2].font.name == "Consolas"


def test_page_break_begins_a_slide(write, shown):
    presentation = write(PageBreak(), Paragraph("One."), PageBreak(), Paragraph("Two."))

    assert shown(presentation)[1:] == [("A note (1 of 2)", ["One."]), ("A note (2 of 2)", ["Two."])]


def test_long_list_goes_on_and_stays_as_large(write, shown):
    points = [f"Point {n}, which says something of some length about it" for n in range(40)]
    presentation = write(Section("Points", [Bullets(points)]))

    slides = shown(presentation)[1:]
    assert [line for _, lines in slides for line in lines] == points
    assert [title for title, _ in slides] == [
        f"Points ({n} of {len(slides)})" for n in range(1, len(slides) + 1)
    ]
    sizes = {
        run.font.size.pt
        for slide in list(presentation.slides)[1:]
        for paragraph in slide.placeholders[1].text_frame.paragraphs
        for run in paragraph.runs
    }
    assert min(sizes) >= 18


def test_no_slide_has_more_lines_than_fit(write):
    words = "Something that somebody said, and it was long enough to go over lines. "
    presentation = write(Bullets([words * (n % 4 + 1) for n in range(30)]))

    for slide in list(presentation.slides)[1:]:
        body = slide.placeholders[1]
        letters = (body.width.pt - 45) / 20 * 2  # two letters to the size is tight
        lines = sum(-(-len(p.text) // int(letters)) for p in body.text_frame.paragraphs)
        assert lines * 20 * 1.2 <= body.height.pt


def test_paragraph_longer_than_a_slide_is_whole_on_several(write, shown):
    words = " ".join(f"word{n}" for n in range(600))

    slides = shown(write(Bullets([words])))[1:]

    assert len(slides) > 2
    assert " ".join(line for _, lines in slides for line in lines) == words


def test_heading_is_not_left_at_the_foot_of_a_slide(write, shown):
    deep = Section("Deep", [Paragraph("Words " * 40)])
    many = [Paragraph(f"Line {n}.") for n in range(8)]
    presentation = write(Section("A", [Section("B", [*many, deep])]))

    lasts = [lines[-1] for _, lines in shown(presentation)[1:] if lines]
    assert "Deep" not in lasts


def test_long_title_is_whole_in_the_body(write, shown):
    title = "A heading that goes on and on and says nothing new " * 4

    ((short, lines),) = shown(write(Section(title, [])))[1:]

    assert short.endswith("…")
    assert lines == [title.strip()]


def test_what_is_for_facilitators_alone_is_in_their_notes(write, shown, notes):
    table = Table(["Time", "What"], [["09:30", "Bell"]], audience=["facilitators"], caption="Steps")
    secret = {"audience": ["facilitators"]}
    presentation = write(
        Section(
            "Check-in",
            [
                Paragraph("How are you?"),
                Paragraph("Watch the clock.", **secret),
                Bullets(["one"], **secret),
                Bullets(["first"], ordered=True, **secret),
                table,
                Figure("odd", {}, "A picture", Table(["A"], []), **secret),
                Section("Only us", [Paragraph("Ssh.")], **secret),
            ],
        ),
        audience="facilitators",
    )

    assert shown(presentation)[1] == ("Check-in", ["How are you?"])
    assert notes(presentation)[1] == [
        *("Watch the clock.", "• one", "1. first", "Steps", "Time: 09:30; What: Bell"),
        *("A picture", "A", "Only us", "Ssh."),
    ]


def test_drawn_figure_is_described_in_notes(write, notes):
    year = Figure(
        "timeline",
        {"points": [{"label": "Now?", "date": "2027-01-19"}]},
        "One workshop.",
        Table(["Date"], [["19 January"]]),
        audience=["facilitators"],
    )

    told = notes(write(Section("Year", [year]), audience="facilitators"))[1]

    assert told == ["One workshop.", "Date: 19 January"]


@pytest.mark.parametrize("depth", [0, 3])
def test_what_is_within_is_noted_too(write, shown, notes, depth):
    secret = {"audience": ["facilitators"]}
    block = Callout("Mind", [Paragraph("Seen."), Paragraph("Unseen.", **secret)])
    for _ in range(depth):
        block = Section("In", [block])

    presentation = write(block, audience="facilitators")

    assert shown(presentation)[-1][1][-2:] == ["Mind", "Seen."]
    assert notes(presentation)[-1] == ["Unseen."]


def test_what_others_are_given_is_shown(write, shown):
    presentation = write(Paragraph("For us.", audience=["participants"]))

    assert shown(presentation)[1] == ("A note", ["For us."])


def test_too_many_slides_are_refused_with_what_can_hold_them(write):
    breaks = [block for _ in range(2001) for block in (Paragraph("x"), PageBreak())]

    with pytest.raises(RenderError, match=r"more than 2000 slides.*html.*office:docx"):
        write(*breaks)


def test_what_is_no_block_is_refused_in_words(write):
    with pytest.raises(RenderError, match="expected a block of a report, found str"):
        write("words")
