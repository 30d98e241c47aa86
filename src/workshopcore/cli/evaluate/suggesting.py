"""A mapping to start from: the headings and the words of an export, as far as they are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from workshopcore.cli.filling import literal
from workshopcore.cli.terminal import plain
from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.answers.coding import coder_of
from workshopcore.evaluation.answers.items import items_of
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.matching import Column, layout_of
from workshopcore.evaluation.answers.source import Source
from workshopcore.evaluation.guessing.headings import asks_for_a_code
from workshopcore.evaluation.guessing.table import Cells, export_of
from workshopcore.model.evaluation import Instrument, Question

__all__ = ["suggested"]

_MOST_WORDS = 40


def suggested(source: Source, instrument: Instrument, name: str) -> str:
    """Return a mapping in TOML: what is known filled in, what is not left to fill in.

    Args:
        source: the export.
        instrument: what was asked.
        name: of the export, for people.
    """
    export = export_of(source)
    headings = [column.heading for column in export.columns]
    token = next((heading for heading in headings if asks_for_a_code(heading)), "")
    mapping = evolve(export.mapping, token=token)
    layout, _ = layout_of(headings, items_of(instrument), mapping)
    known = {column.heading: column for column in layout.columns}
    divided = any(
        ";" not in cell and "," in cell
        for column in known.values()
        if column.item.question.type == "several-choice" and not column.option
        for cell in export.columns[column.place].counts
    )
    mapping = evolve(mapping, divider="," if divided else ";")
    return "\n".join(
        [
            *_head(instrument, mapping, name),
            "",
            "[columns]",
            *_columns(export.columns, known, token),
            *_words(export.columns, list(known.values()), mapping),
            "",
        ]
    )


def _head(instrument: Instrument, mapping: AnswerMapping, name: str) -> Iterator[str]:
    yield f"# How {_line(name)} writes the answers to '{instrument.id}' down."
    yield "# An empty text passes a column over, or stands for no answer. Items to choose from:"
    for item in items_of(instrument):
        yield f"#   {item.key}: {_line(item.text)}"
    if mapping.headings > 1:
        yield f"headings = {mapping.headings}"
    if mapping.skip:
        yield f"skip = {mapping.skip}"
    yield f"divider = {literal(mapping.divider)}"
    yield f"token = {literal(mapping.token)}  # the heading of the column with codes"


def _columns(columns: Sequence[Cells], known: dict[str, Column], token: str) -> Iterator[str]:
    seen = set()
    for column in columns:
        if not column.heading.strip() or column.heading in seen or column.heading == token:
            continue
        seen.add(column.heading)
        found = known.get(column.heading)
        if found is None:
            yield f'{literal(column.heading)} = ""  # {_line(_remark(column))}'
        else:
            target = f"{found.item.key}={found.option}" if found.option else found.item.key
            yield f"{literal(column.heading)} = {literal(target)}"


def _remark(column: Cells) -> str:
    return column.text if column.text != column.heading else "not known by its heading"


def _line(text: str) -> str:
    """Return text for a comment: one line, without what a file cannot hold."""
    return plain(" ".join(text.split()))


def _words(
    columns: Sequence[Cells], known: Sequence[Column], mapping: AnswerMapping
) -> Iterator[str]:
    for column in (each for each in known if not each.option):
        unknown = list(_unknown(columns[column.place], column, mapping))
        if not unknown:
            continue
        yield ""
        yield f"[words.{literal(column.item.key)}]  # {_expected(column.item.question)}"
        for word in unknown[:_MOST_WORDS]:
            yield f'{literal(word)} = ""'


def _unknown(cells: Cells, column: Column, mapping: AnswerMapping) -> Iterator[str]:
    code = coder_of(column.item, mapping)
    for cell in cells.counts:
        try:
            code(cell)
        except InvalidValueError:
            yield cell


def _expected(question: Question) -> str:
    return _line(" | ".join(question.labels or question.options))
