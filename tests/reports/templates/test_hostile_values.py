"""Whatever people wrote: it says what it says, and does nothing."""

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Facts,
    Item,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.reports.templates.blocks import blocks_of
from workshopcore.reports.templates.environment import Scriptorium
from workshopcore.reports.templates.values import places, revealed, spelt
from workshopcore.testing.documents import HOSTILE

EVERYWHERE = """\
# {{ x }}

{{ x }}

{{ x }}{{ x }} **{{ x }}** *{{ x }}* `{{ x }}` [{{ x }}](https://example.org) {{ x }}
{{ x }}

- {{ x }}
  - {{ x }}
- **{{ x }}**

1. {{ x }}

- [ ] {{ x }}
- [{% if true %}x{% endif %}] {{ x }}

| {{ x }} | B |
|---|---|
{% for n in [1, 2] %}
| {{ x }} | **{{ x }}** |
{% endfor %}

> {{ x }}
> — {{ x }}

{{ x }}
: {{ x }}

::: note {{ x }}
{{ x }}
:::

{% set kept %}
**{{ x }}**
{% endset %}
{% macro said(y) %}
*{{ y }}*
{% endmacro %}
{{ kept }} {{ said(x) }}
"""
SCRIPTORIUM = Scriptorium({"note": EVERYWHERE})

# Text that can be seen, out of everything that Unicode has: a text of nothing but spaces is
# left out, as everywhere in documents.
texts = st.text(st.characters(), min_size=1).filter(str.strip)
nasty = st.sampled_from([text for text in HOSTILE if text.strip()])


def written(value):
    text, _ = places(SCRIPTORIUM.written("note", {"x": value}).text)
    return blocks_of(text)


def shape(block):
    """Return what kind of thing a block is, with everything in it but the words."""
    if isinstance(block, str):
        return "words"
    if isinstance(block, tuple):
        return [shape(each) for each in block]
    if attrs.has(type(block)):
        fields = attrs.fields(type(block))
        return [type(block).__name__, *(shape(getattr(block, each.name)) for each in fields)]
    return block


def expected(x):
    """Return the blocks that the template says, put together by hand."""
    [section] = written("X")

    def put(part):
        if isinstance(part, str):
            return part.replace("X", x) if part not in ("strong", "emphasis") else part
        if isinstance(part, tuple):
            return tuple(put(each) for each in part)
        if attrs.has(type(part)):
            fields = attrs.fields(type(part))
            return attrs.evolve(
                part, **{each.name: put(getattr(part, each.name)) for each in fields}
            )
        return part

    return (put(section),)


@given(texts | nasty)
@example("# [x](javascript:alert(1))|")
@example("\n\n---\n\n- a\n\n::: facilitators\n\nx\n:::")
@example("\U000f0041\U000f1000\U000f2000\U00100001\U000f0100")
@example("a\ud800b")
def test_value_is_words_wherever_it_stands(value):
    assert written(value) == expected(value)


def test_template_has_every_place_for_words():
    [section] = written("X")
    assert isinstance(section, Section)
    assert [type(block) for block in section.blocks] == [
        Paragraph,
        Paragraph,
        Bullets,
        Bullets,
        Checklist,
        Table,
        QuoteBlock,
        Facts,
        Callout,
        Paragraph,
    ]
    assert isinstance(section.blocks[2].items[0], Item)


@pytest.mark.parametrize("value", ["", " \n ", "\u2003"])
def test_value_that_says_nothing_makes_nothing_else(value):
    [section] = written(value)
    # A table keeps its cells, and everything else would be printed for nothing.
    assert [type(block) for block in section.blocks] == [Table]


@given(st.text(st.characters()))
def test_spelling_is_read_back(value):
    assert revealed(spelt(value)) == value


@given(st.text(st.characters()), st.text(st.characters()))
def test_spelling_side_by_side_is_read_back(one, other):
    assert revealed(f"{spelt(one)}{spelt(other)} {spelt(one)}") == f"{one}{other} {one}"


@given(st.text(alphabet="#*_`[]()|>-+=~:!<&\\ \n\t1.x{}", min_size=1).filter(str.strip))
def test_signs_of_markdown_are_words_in_a_value(value):
    assert shape(written(value)) == shape(written("X"))


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://example.org/a?b=c&d=%20", "https://example.org/a?b=c&d=%20"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https://example.org) [x](javascript:y", "https://example.org) [x](javascript:y"),
    ],
)
def test_address_that_people_wrote_leads_to_the_web_or_nowhere(address, href):
    scriptorium = Scriptorium({"note": "[here]({{ x }})"})
    [paragraph] = blocks_of(places(scriptorium.written("note", {"x": address}).text)[0])
    found = paragraph.text if isinstance(paragraph.text, str) else paragraph.text[0].href
    assert found == (href or "here")
