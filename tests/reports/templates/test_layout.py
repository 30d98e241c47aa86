"""Lines of templates: what is left of those that hold tags alone, and where each comes from."""

import pytest

from workshopcore.reports.templates.environment import Scriptorium
from workshopcore.reports.templates.values import places, revealed


def laid_out(source, **given):
    text, found = places(Scriptorium({"note": source}).written("note", given).text)
    return revealed(text), [line for _, line in found]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\n{% if true %}\nb\n{% endif %}\nc", "a\nb\nc"),
        ("a\n  {% if true %}  {# why #}\nb\n\t{% endif %}\nc", "a\nb\nc"),
        ("a {% if true %}b{% endif %}\nc", "a b\nc"),
        ("a\n{# one #}\nb {# two #}\nc", "a\nb \nc"),
        ("{# one #}\na", "\na"),
        ("a\n{% set x = 1 %}{% set y = 2 %}\n{{ x }}\nb", "a\n1\nb"),
        ("a\n{%- if true %} b{% endif -%}\n\nc", "a bc"),
        ("a\n{% if true %}\nb{% endif %}", "a\nb"),
        ("a\n{% raw %}\n{{ x }}\n{% endraw %}\nb", "a\n{{ x }}\nb"),
        ("{% for x in 'ab' %}\n| {{ x }} |\n{% endfor %}\nend", "| a |\n| b |\nend"),
        ("{% set x %}\nkept\n{% endset %}\n<{{ x }}>", "<kept>"),
        ("{% set x = [\n1,\n2\n] %}\n{{ x|length }}", "2"),
    ],
)
def test_lines_of_tags_leave_nothing(source, text):
    assert laid_out(source)[0] == text


def test_every_line_remembers_where_it_comes_from():
    source = "a\n{% for x in 'xy' %}\n{{ x }}\n\n{% endfor %}\nb\nc\n"
    assert laid_out(source) == ("a\nx\n\ny\n\nb\nc", [1, 3, 4, 3, 4, 6, 7])


def test_windows_line_ends_are_line_ends():
    assert laid_out("a\r\n{% if true %}\r\nb\r\n{% endif %}\r\nc")[0] == "a\nb\nc"
