"""A report of ten pages as PDF, beside typst given the same words as markup by hand.

Both make a tagged PDF/UA-1 with the same fonts. Every round has other words, for typst keeps what
it has laid out once and would do nothing the second time. By hand means: a template for this one
report, in which text is escaped and nothing else is asked.
"""

import itertools
import json
import re
from importlib.resources import files

import pytest
import typst

from workshopcore.contracts.report import Bullets, Column, Paragraph, Report, Run, Section, Table
from workshopcore.renderers import built_in_styles
from workshopcore_pdf import PdfRenderer

PLAIN = next(style for style in built_in_styles() if style.key == "plain")
RENDERER = PdfRenderer()
SECTIONS, ROWS = 12, 18
HEADS = ("Id", "Action", "Owner", "Due")
WORDS = (
    "The team agreed what has to change before the autumn, who will see to it, and how they"
    " will know that it has worked for the people who use the service."
)
MUST_REACH = 2
ROUND = itertools.count(5000)

FRAME = """\
#set document(title: "Action plan")
#set page(paper: "a4", margin: (top: 17mm, bottom: 20mm, x: 16mm), footer: context [
  Action plan #h(1fr) #counter(page).display() / #counter(page).final().first()
])
#set text(font: ("Open Sans", "Libertinus Serif", "DejaVu Sans Mono"), size: 9.6pt, lang: "en")
#set table(stroke: (x, y) => (bottom: 0.6pt), inset: (x: 5pt, y: 3.6pt))
#show table: set text(size: 0.94em)
#show table: set par(leading: 0.5em)
#set par(leading: 0.62em, spacing: 1em)
#set list(spacing: 0.7em)
= Action plan
"""


def content(turn):
    """Return what the report says, as plain values: other words in every turn."""
    return [
        (
            f"Objective {turn}.{section}",
            f"{WORDS} This is note {turn} of {section}.",
            [f"Point {turn}.{section}.{point}: {WORDS[:70]}" for point in range(6)],
            [
                (
                    f"a-{turn}-{section}-{row}",
                    f"{WORDS[:60]} {turn}.{row}",
                    "Amina Yusuf",
                    "2 March",
                )
                for row in range(ROWS)
            ],
        )
        for section in range(SECTIONS)
    ]


def ours(turn):
    blocks = [
        Section(
            title,
            [
                Paragraph([Run(words), Run(" Agreed.", "strong")]),
                Bullets(points),
                Table([Column(head) for head in HEADS], rows),
            ],
        )
        for title, words, points, rows in content(turn)
    ]
    return RENDERER.render(Report("action-plan", "Action plan", "participants", blocks), PLAIN)


@pytest.fixture(scope="module")
def fonts():
    folder = str(files("ttf_opensans") / "ttf")
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


def by_hand(turn, fonts):
    quoted = json.dumps
    parts = [FRAME]
    for title, words, points, rows in content(turn):
        parts += [
            f"#heading(level: 2, {quoted(title)})\n",
            f"#par[#{quoted(words)} *Agreed.*]\n",
            f"#list({', '.join(f'[#{quoted(point)}]' for point in points)})\n",
            "#table(columns: (1.2fr, 5fr, 1.5fr, 1.2fr), table.header(",
            *(f"[#{quoted(head)}], " for head in HEADS),
            "),",
            *(f"[#{quoted(cell)}], " for row in rows for cell in row),
            ")\n",
        ]
    source = "".join(parts).encode()
    return typst.compile(source, font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1"])


@pytest.fixture(scope="module")
def least():
    times = {}
    yield times
    if len(times) == 2:
        mine, raw = times["ours"], times["by hand"]
        print("\nPDF of a report of ten pages")
        print(f"  ours {1000 * mine:.1f} ms, typst by hand {1000 * raw:.1f} ms")
        print(f"  ours / typst = {mine / raw:.2f} (must reach: {MUST_REACH})")


def pages(data):
    return int(re.search(rb"/Type/Pages/Count (\d+)", data)[1])


def test_pdf_of_a_report_of_ten_pages(benchmark, least):
    data = benchmark.pedantic(lambda: ours(next(ROUND)), rounds=12, warmup_rounds=2)

    assert 9 <= pages(data) <= 12
    if benchmark.stats:
        least["ours"] = benchmark.stats.stats.median


def test_the_same_words_by_hand(benchmark, least, fonts):
    data = benchmark.pedantic(lambda: by_hand(next(ROUND), fonts), rounds=12, warmup_rounds=2)

    assert 9 <= pages(data) <= 12
    if benchmark.stats:
        least["by hand"] = benchmark.stats.stats.median
