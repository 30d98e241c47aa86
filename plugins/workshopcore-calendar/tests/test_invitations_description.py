from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Report,
    Run,
    Section,
    Table,
    Task,
)
from workshopcore_calendar.invitations.description import as_description

TABLE = Table(["Time", "What", "Where"], [["09:30", "Check-in", "Loft"], ["", "Map", ""]])


def described(*blocks):
    return as_description(Report("agenda", "Agenda", "participants", blocks))


def test_blocks_are_told_apart_by_a_blank_line():
    assert described(Paragraph("One"), PageBreak(), Paragraph("Two")) == "One\n\nTwo"


def test_section_begins_with_its_title():
    assert described(Section("The day", [Paragraph("All of it")])) == "The day\nAll of it"
    assert described(Callout("Please note", [Paragraph("It is off")])) == "Please note\nIt is off"


def test_list_has_a_dash_before_each_thing():
    items = ["One", [Run("Two", "strong")], Item("Three", ["Four"])]
    assert described(Bullets(items)) == "- One\n- Two\n- Three\n  - Four"
    assert described(Checklist([Task("Badge")])) == "- Badge"


def test_table_has_a_line_for_each_row():
    assert described(TABLE) == "09:30 Check-in (Loft)\nMap"
    assert described(Figure("day", {}, "A day", TABLE)) == "09:30 Check-in (Loft)\nMap"


def test_quote_is_its_words():
    assert described(QuoteBlock("We were heard")) == "We were heard"


def test_what_a_calendar_says_itself_is_left_out():
    pairs = [("When", "Today"), ("Where", "Here"), ("Part of", "1 of 3"), ("Access", "Level")]
    assert described(Facts(pairs)) == "Access: Level"


def test_line_breaks_and_controls_are_gone():
    assert described(Paragraph("One\r\nTwo\x07")) == "One Two\ufffd"
