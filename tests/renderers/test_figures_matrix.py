from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.shapes import Box, Label, Mark

TABLE = Table(["Objective"], [["A vision"]])
COLUMNS = ["An action", "A gain", "A gain on more than self-report"]


def cell(covered, words):
    return {"covered": covered, "words": words}


def row(*covered, label="A vision", words="2 gains"):
    cells = [cell(each, words if each else "none") for each in covered]
    return {"label": label, "cells": cells}


def drawing(rows, columns=COLUMNS):
    return drawing_of(Figure("coverage-matrix", {"columns": columns, "rows": rows}, "alt", TABLE))


def of(made, shape, use):
    return [s for s in made.shapes if isinstance(s, shape) and use in s.use.split()]


def said(made, use):
    return [label.text for label in of(made, Label, use)]


def test_each_cell_has_a_sign_and_words():
    made = drawing([row(True, False, True), row(False, False, False, label="Trust")])
    assert len(of(made, Box, "covered")) == len(of(made, Mark, "covered-sign")) == 2
    assert len(of(made, Box, "uncovered")) == 4
    assert said(made, "words") == [
        "A vision",
        "2 gains",
        "none",
        "2 gains",
        "Trust",
        "none",
        "none",
        "none",
    ]


def test_signs_stand_under_their_headings():
    made = drawing([row(True, True, True)])
    headings = {label.x for label in of(made, Label, "moment")}
    assert {box.x for box in of(made, Box, "covered")} == headings


ROWS = st.builds(
    lambda covered, label, words: row(*covered, label=label, words=words),
    st.lists(st.booleans(), min_size=3, max_size=3),
    st.text(max_size=150),
    st.text(max_size=60),
)


@given(st.lists(ROWS, min_size=1, max_size=8))
def test_rows_do_not_overlap_whatever_their_words(rows):
    made = drawing(rows)
    signs = [s for s in made.shapes if isinstance(s, Box)]
    tops = sorted({box.y for box in signs})
    assert len(tops) == len(rows)
    assert all(label.y <= made.height for label in of(made, Label, "words"))
    for top, below in pairwise(tops):
        lines = [label.y for label in of(made, Label, "words") if top <= label.y < below]
        assert all(y <= below for y in lines)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([], COLUMNS),
        (3, COLUMNS),
        ([row(True, True)], COLUMNS),
        ([row()], []),
        ([row(*[True] * 6)], ["Column"] * 6),
        ([{"label": "a", "cells": [{"words": "b"}] * 3}], COLUMNS),
        ([{"label": "a", "cells": [{"covered": True}] * 3}], COLUMNS),
        ([{"cells": []}], COLUMNS),
        ([row(True, True, True)] * 61, COLUMNS),
    ],
)
def test_a_matrix_of_other_data_is_not_drawn(rows, columns):
    assert drawing(rows, columns) is None


def test_hostile_words_stay_words():
    data = {"columns": ["<b>"], "rows": [row(True, label="<script>", words="<i>")]}
    report = Report("r", "T", "public", [Figure("coverage-matrix", data, "Signs", TABLE)])
    page = HtmlRenderer().render(report, Style("s", "S")).decode()
    assert [word in page for word in ("<script>", "<b>", "<i>")] == [False, False, False]
    assert '<svg role="img"' in page
