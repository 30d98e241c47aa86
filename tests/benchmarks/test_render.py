"""A whole page around a long table, beside a template written by hand for that table alone."""

import pytest
from jinja2 import Environment

from workshopcore.contracts.report import Column, Report, Section, Table
from workshopcore.renderers import HtmlRenderer, built_in_styles

COLUMNS = ["Id", "Action", "Owner", "First due", "Now due", "Status", "Evidence", "Objective"]
OWNERS = [
    "Amina Yusuf",
    "Wei-Li Castellane",
    "Delroy Fenwick",
    "Siobhán Mulcrone",
    "Parveen Quraishi",
]
STATES = ["Agreed", "In progress, 40 %", "Blocked", "Done 3 March 2027", "Verified 16 March 2027"]
ROWS = [
    (
        f"action-{number}",
        "Agree with the hospital teams who rings whom before a Friday discharge; one page, no more",
        OWNERS[number % 5],
        f"{number % 28 + 1} February 2027",
        f"{number % 28 + 1} March 2027" if number % 3 else "",
        STATES[number % 5],
        "The page itself, signed by both teams & kept by the duty desk" if number % 2 else "",
        "A shared vision that staff recognise",
    )
    for number in range(300)
]
BY_HAND = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<h1>{{ title }}</h1>
<table>
<thead><tr>{% for column in columns %}<th scope="col">{{ column }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows -%}
<tr><th scope="row">{{ row[0] }}</th><td>{{ row[1] }}</td><td>{{ row[2] }}</td><td>{{ row[3] }}</td>
<td>{{ row[4] }}</td><td>{{ row[5] }}</td><td>{{ row[6] }}</td><td>{{ row[7] }}</td></tr>
{% endfor -%}
</tbody></table></body></html>
"""


@pytest.fixture(scope="module")
def least():
    times = {}
    yield times
    if len(times) == 2:
        ours, by_hand = times["ours"], times["by hand"]
        print(f"\nHTML of {len(ROWS)} actions")
        print(f"  ours {1000 * ours:.2f} ms, by hand {1000 * by_hand:.2f} ms")
        print(f"  ours / by hand = {ours / by_hand:.2f} (must reach: 3)")


def test_render_html_of_an_action_plan(benchmark, least):
    table = Table([Column(title) for title in COLUMNS], ROWS, row_headings=True)
    report = Report("action-plan", "Action plan", "participants", [Section("Open", [table])])
    style = next(style for style in built_in_styles() if style.key == "plain")
    renderer = HtmlRenderer()
    page = benchmark(lambda: renderer.render(report, style))
    assert page.count(b"<tr") == len(ROWS) + 1
    if benchmark.stats:
        least["ours"] = benchmark.stats.stats.min


def test_render_the_same_table_by_hand(benchmark, least):
    template = Environment(autoescape=True).from_string(BY_HAND)
    values = {"title": "Action plan", "columns": COLUMNS, "rows": ROWS}
    page = benchmark(lambda: template.render(values).encode())
    assert page.count(b"<tr") == len(ROWS) + 1
    if benchmark.stats:
        least["by hand"] = benchmark.stats.stats.min
