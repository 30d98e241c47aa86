import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import Figure, Report, Table
from workshopcore.contracts.reports import Style
from workshopcore.renderers import HtmlRenderer
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.html.figures.hatching import hatching
from workshopcore.renderers.html.figures.shapes import Box, Label, Mark

TABLE = Table(["Colour"], [["Red"]])
TONES = ["done", "good", "caution", "alarm", "plain"]
KEYS = [{"label": tone.title(), "tone": tone} for tone in TONES]


def drawing(keys, bars):
    return drawing_of(Figure("stacked-bars", {"keys": keys, "bars": bars}, "alt", TABLE))


def drawn(bars, keys=KEYS):
    made = drawing(keys, bars)
    assert made is not None
    return made


def of(made, shape, use):
    return [s for s in made.shapes if isinstance(s, shape) and use in s.use.split()]


def parts(made, keys=KEYS):
    """Return the parts of the bars, without the legend's swatches."""
    return of(made, Box, "part")[len(keys) :]


def said(made, use):
    return [label.text for label in of(made, Label, use)]


def bar(*counts, label=""):
    return {"label": label, "counts": list(counts)}


def test_a_bar_is_divided_to_scale():
    boxes = parts(drawn([bar(4, 1, 0, 3, 2)]))
    assert [box.width + 1 for box in boxes] == [288, 72, 216, 144]
    assert [box.x for box in boxes] == [0, 288, 360, 576]


def test_each_part_has_its_number_and_its_key_a_pattern():
    made = drawn([bar(4, 1, 2, 3, 2)])
    assert said(made, "number") == ["4", "1", "2", "3", "2"]
    assert said(made, "words") == ["Done", "Good", "Caution", "Alarm", "Plain"]
    patterns = [hatching(Box(0, 0, 18, 18, ""), tone) for tone in TONES]
    assert len({pattern for pattern in patterns if pattern}) == 3
    assert {mark.use for mark in of(made, Mark, "hatch")} == {
        f"hatch tone-{tone}" for tone in ("good", "caution", "alarm")
    }


def test_a_note_stands_in_the_legend():
    made = drawn([bar(3)], [{"label": "Complete", "tone": "done", "note": "3 of 3"}])
    assert said(made, "words") == ["Complete: 3 of 3"]


def test_several_bars_have_one_scale_their_names_and_totals():
    made = drawn(
        [bar(2, 2, 0, 0, 0, label="Vision"), bar(1, 0, 0, 0, 0, label="Trust"), bar(0, 0, 0, 0, 0)]
    )
    boxes = parts(made)
    assert [box.width + 1 for box in boxes] == [183, 183, 91.5]
    assert boxes[0].x == boxes[2].x
    assert said(made, "total") == ["4", "1", "0"]
    assert said(made, "words")[5:] == ["Vision", "Trust", ""]


def test_a_part_too_small_for_its_number_can_still_be_seen():
    made = drawn([bar(299, 0, 0, 1, 0)])
    assert said(made, "number") == ["299"]
    assert [box.width for box in parts(made)] == [716, 2]


def test_a_long_legend_takes_several_lines():
    keys = [{"label": "word " * 8, "tone": "done"} for _ in range(4)]
    made = drawn([bar(1, 1, 1, 1)], keys)
    words = of(made, Label, "words")
    assert len({label.y for label in words}) > 1
    assert all(label.x + len(label.text) * 6 <= made.width for label in words)


COUNTS = st.lists(st.integers(0, 400), min_size=5, max_size=5)
LABELS = st.text(max_size=80)


@given(
    st.lists(
        st.builds(lambda counts, label: bar(*counts, label=label), COUNTS, LABELS),
        min_size=1,
        max_size=12,
    )
)
def test_everything_is_within_the_drawing_and_nothing_overlaps(bars):
    made = drawing(KEYS, bars)
    total = sum(sum(each["counts"]) for each in bars)
    assert (made is None) == (total == 0)
    if made is None:
        return
    boxes = parts(made)
    assert len(boxes) == sum(count > 0 for each in bars for count in each["counts"])
    for box in boxes:
        assert box.x >= 0
        assert box.x + box.width <= made.width
        assert box.y + box.height <= made.height
    for one, other in pairwise(boxes):
        assert other.y > one.y or other.x >= one.x + one.width


@given(
    st.builds(
        lambda x, y, width, height: Box(x, y, width, height, ""),
        st.integers(0, 50),
        st.integers(0, 50),
        st.integers(1, 90),
        st.integers(1, 40),
    ),
    st.sampled_from([*TONES, "fine", "poor"]),
)
def test_a_pattern_stays_within_its_box(place, tone):
    for to, x, y in re.findall(r"([ML])([\d.]+) ([\d.]+)", hatching(place, tone)):
        assert place.x - 0.1 <= float(x) <= place.x + place.width + 0.1, to
        assert place.y - 0.1 <= float(y) <= place.y + place.height + 0.1
    for x in re.findall(r"H([\d.]+)", hatching(place, tone)):
        assert float(x) <= place.x + place.width
    for y in re.findall(r"V([\d.]+)", hatching(place, tone)):
        assert float(y) <= place.y + place.height


@pytest.mark.parametrize(
    ("keys", "bars"),
    [
        ([], [bar()]),
        (KEYS, []),
        (KEYS, 3),
        (3, [bar(1)]),
        (KEYS, [bar(1)]),
        (KEYS, [bar(1, 1, 1, 1, -1)]),
        (KEYS, [bar(1, 1, 1, 1, "1")]),
        (KEYS, [bar(1, 1, 1, 1, 1.5)]),
        (KEYS, [bar(1, 1, 1, 1, True)]),
        (KEYS, [bar(1, 1, 1, 1, 10_000_000)]),
        (KEYS, [bar(0, 0, 0, 0, 0)]),
        (KEYS, [{"label": "no counts"}]),
        (KEYS, [{"label": 3, "counts": [1, 1, 1, 1, 1]}]),
        ([{"tone": "done"}], [bar(1)]),
        ([{"label": "a", "note": 3}], [bar(1)]),
        (KEYS * 2, [bar(*[1] * 10)]),
        (KEYS, [bar(1, 1, 1, 1, 1)] * 61),
    ],
)
def test_bars_of_other_data_are_not_drawn(keys, bars):
    assert drawing(keys, bars) is None


def test_an_unknown_tone_is_plain():
    made = drawn([bar(1)], [{"label": "a", "tone": "purple"}])
    assert {box.use for box in of(made, Box, "part")} == {"part tone-plain"}


def test_hostile_names_stay_words():
    data = {"keys": [{"label": "<b>", "tone": "done"}], "bars": [bar(1, label="<script>")]}
    report = Report("r", "T", "public", [Figure("stacked-bars", data, "A bar", TABLE)])
    page = HtmlRenderer().render(report, Style("s", "S")).decode()
    assert ("<script>" in page, "&lt;script&gt;" in page) == (False, True)
    assert '<svg role="img"' in page
