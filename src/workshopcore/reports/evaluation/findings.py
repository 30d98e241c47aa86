"""What people answered, round by round, and what they wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workshopcore.contracts.evaluation import Evaluation, ShownItem, ShownWave
from workshopcore.contracts.report import Block, Column, Paragraph, QuoteBlock
from workshopcore.language import gettext, ngettext
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.known import nothing_shown, on_a_scale
from workshopcore.reports.evaluation.scales import Row, scale_figures
from workshopcore.reports.wording import capitalised, share

__all__ = ["answered", "item_counts", "wrote"]


def answered(evaluation: Evaluation) -> tuple[Block, ...]:
    """Return the answers of each round; what is asked after each workshop stands together."""
    pulses = [wave for wave in evaluation.waves if wave.kind == "after-each"]
    together = pulses if len(pulses) > 1 else []
    alone = [wave for wave in evaluation.waves if wave not in together]
    blocks: list[Block] = []
    for wave in alone:
        blocks += section(wave.title, _wave(wave))
    return filled(blocks, section(gettext("After each workshop"), _pulses(together)))


def _wave(wave: ShownWave) -> tuple[Block, ...]:
    response = _response(wave)
    if wave.withheld:
        return (Paragraph(nothing_shown(wave)),)
    scaled = on_a_scale(wave.items)
    rows = [Row(item, item.text, capitalised(item.construct)) for item in scaled]
    return filled(
        (Paragraph(response),) if response else (),
        bullets(_lines(scaled)),
        scale_figures(
            _by_group(rows), gettext("{round}: answers by what they are about", round=wave.title)
        ),
        *(item_counts(item) for item in wave.items if not item.scaled and item.kind != "text"),
        bullets(_notes(wave.items)),
    )


def _response(wave: ShownWave) -> str:
    if wave.answered is None:
        return ""
    return gettext("{share} who were asked answered.", share=share(wave.answered, wave.invited))


def _lines(items: Iterable[ShownItem]) -> Iterator[str]:
    for item in items:
        if item.sentences:
            yield f"{item.text}: {item.sentences[0]}"


def _by_group(rows: Sequence[Row]) -> list[Row]:
    """Return rows so that those of one group stand together, in the order of the first of each."""
    order = {group: n for n, group in enumerate(dict.fromkeys(row.group for row in rows))}
    return sorted(rows, key=lambda row: order[row.group])


def _notes(items: Iterable[ShownItem]) -> Iterator[str]:
    for item in items:
        for note in item.notes:
            yield f"{item.text}: {note}"


def item_counts(item: ShownItem) -> tuple[Block, ...]:
    """Return how many gave each answer to a question without a scale, or put it first."""
    told = gettext(
        "{question} ({share} answered)",
        question=item.text,
        share=share(item.answered, item.asked),
    )
    number = gettext("Put it first") if item.kind == "ranking" else gettext("How many")
    columns = (Column(gettext("Answer")), Column(number, align="right"))
    rows = [(answer.label, answer.text) for answer in item.answers]
    return table(columns, rows, caption=told, row_headings=True)


def _pulses(waves: Sequence[ShownWave]) -> tuple[Block, ...]:
    """Return each question with one bar for every workshop, in the order of the rounds."""
    if not waves:
        return ()
    shown = [wave for wave in waves if not wave.withheld]
    texts = dict.fromkeys(item.text for wave in shown for item in on_a_scale(wave.items))
    rows = [
        Row(item, wave.title, item.text)
        for text in texts
        for wave in shown
        for item in on_a_scale(wave.items)
        if item.text == text
    ]
    others = [
        block
        for wave in shown
        for item in wave.items
        if not item.scaled and item.kind != "text"
        for block in section(wave.title, item_counts(item))
    ]
    return filled(
        bullets(nothing_shown(wave) for wave in waves if wave.withheld),
        scale_figures(rows, gettext("The same questions after each workshop")),
        others,
        bullets(
            f"{wave.title}: {note}" for wave in shown for note in dict.fromkeys(_notes(wave.items))
        ),
    )


def wrote(programme: Programme, evaluation: Evaluation) -> tuple[Block, ...]:
    """Return how many wrote something, and the comments that were let through, by theme."""
    blocks: list[Block] = []
    for wave in evaluation.waves:
        title = gettext("{round}: in people's own words", round=wave.title)
        blocks += section(title, _written(wave), _comments(programme, wave))
    return tuple(blocks)


def _written(wave: ShownWave) -> tuple[Block, ...]:
    return bullets(
        gettext(
            "{question}: {share} wrote something",
            question=item.text,
            share=share(item.answered, item.asked),
        )
        for item in wave.items
        if item.kind == "text" and item.answered and wave.comments
    )


def _comments(programme: Programme, wave: ShownWave) -> tuple[Block, ...]:
    """Return the comments under their themes, the theme with the most first."""
    titles = {theme.id: theme.title for theme in programme.themes}
    themes = Counter(comment.theme for comment in wave.comments)
    texts = {item.key: item.text for item in wave.items}
    blocks: list[Block] = []
    for theme, number in themes.most_common():
        quotes = [
            QuoteBlock(comment.text, texts.get(comment.item, ""))
            for comment in wave.comments
            if comment.theme == theme
        ]
        rest = gettext("Without a theme") if len(themes) > 1 else gettext("Comments")
        title = ngettext(
            "{theme}: {count} comment shown",
            "{theme}: {count} comments shown",
            number,
            theme=titles.get(theme, theme) or rest,
        )
        blocks += section(title, quotes)
    return tuple(blocks)
