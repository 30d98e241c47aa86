"""Places to write and to choose, on paper."""

import pytest

from workshopcore.contracts.report import Checklist, FormField, Task


@pytest.mark.parametrize(
    ("kind", "given", "shown"),
    [
        ("line", {}, "Which? Why"),
        ("text", {"lines": 4}, "Which? Why"),
        ("tick", {}, "☐ Which? Why"),
        ("choice", {"options": ["one", "two"]}, "Which? Why ○ one ○ two"),
        ("several", {"options": ["one", "two"]}, "Which? Why ☐ one ☐ two"),
        ("ranking", {"options": ["one", "two"]}, "Which? Why one two"),
        ("scale", {"options": ["one", "two"]}, "Which? Why ○ one ○ two"),
        ("matrix", {"options": ["one", "two"], "rows": ["we"]}, "Which? Why one two we ○ ○"),
    ],
)
def test_every_kind_of_field_is_written(written, kind, given, shown):
    page = written(FormField("Which?", kind, hint="Why", **given))

    assert page == f"A note {shown} A note 1 / 1"


def test_matrix_with_long_heads_has_a_key(written):
    options = ["not at all, and we never have", "as much as in any other team that we know of"]

    page = written(FormField("We", "matrix", options=options, rows=["listen"]))

    assert page.startswith(f"A note We 1 = {options[0]} 2 = {options[1]} 1 2 listen ○ ○")


def test_lines_to_write_on_take_the_room_they_need(opened):
    pages = [len(opened(FormField("Why?", "text", lines=lines)).pages) for lines in (5, 70)]

    assert pages == [1, 3]


def test_what_is_done_is_said_by_a_sign(written):
    page = written(Checklist([Task("Pens", done=True), "Paper"]))

    assert "☑ Pens ☐ Paper" in page
