"""What changed between before and after: dots for each answer, and how many moved which way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from attrs import frozen

from workshopcore.contracts.evaluation import Evaluation, ShownChange, ShownItem
from workshopcore.contracts.report import Block, Column, Figure, Paragraph, Table
from workshopcore.errors import UnknownKeyError
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext, speech
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.evaluation.known import at_least_at_most
from workshopcore.reports.wording import share

__all__ = ["changes", "moved"]

_LOOKING_BACK = gettext_noop(
    "Here people judged both times themselves, at the end. That is another question than how the"
    " answers of two days differ, and neither takes the place of the other."
)


@frozen
class _Pair:
    """A change, and the answers before and after, where both are shown in full."""

    change: ShownChange
    before: ShownItem | None
    after: ShownItem | None

    @property
    def counts(self) -> list[list[int]]:
        return [_counts(self.before), _counts(self.after)]

    @property
    def is_drawn(self) -> bool:
        """Whether both times are shown at each point of the same scale."""
        one, other = self.counts
        return bool(one) and len(one) == len(other)

    @property
    def points(self) -> tuple[str, ...]:
        return tuple(answer.label for answer in self.before.answers) if self.before else ()


def _counts(item: ShownItem | None) -> list[int]:
    found = [answer.count for answer in item.answers] if item else []
    return [] if None in found else [number for number in found if number is not None]


def moved(change: ShownChange) -> str:
    """Return how many moved which way, or what else may be said of a change.

    >>> moved(ShownChange("a", "We listen", "x", "y", 8, improved=6, same=1, worse=1))
    '6 of 8 improved, 1 stayed the same, 1 got worse'
    """
    if change.improved is not None and change.same is not None and change.worse is not None:
        return gettext(
            "{improved} of {both} improved, {same} stayed the same, {worse} got worse",
            improved=change.improved,
            both=change.improved + change.same + change.worse,
            same=change.same,
            worse=change.worse,
        )
    return next(iter((*change.sentences, *change.notes)), gettext("not shown"))


def changes(evaluation: Evaluation) -> tuple[Block, ...]:
    """Return the changes between waves, and apart from them what people see looking back."""
    between = [each for each in evaluation.changes if not each.retrospective]
    back = [each for each in evaluation.changes if each.retrospective]
    blocks: list[Block] = []
    for (before, after), group in groupby(between, key=lambda each: (each.before, each.after)):
        names = evaluation.wave(before).title, evaluation.wave(after).title
        pairs = [_Pair(c, _item(evaluation, c.before, c.key), _item(evaluation, c.after, c.key))
                 for c in group]  # fmt: skip
        title = gettext("{before}, and {after}", before=names[0], after=_lowered(names[1]))
        blocks += section(title, _told(pairs, names))
    return filled(blocks, section(gettext("Looking back"), _looking_back(evaluation, back)))


def _lowered(title: str) -> str:
    """Return a title as English has it within a heading; other languages leave it as it is."""
    is_english = speech().language.partition("-")[0] == "en"
    return title[:1].lower() + title[1:] if is_english and title[1:2].islower() else title


def _item(evaluation: Evaluation, wave: str, key: str) -> ShownItem | None:
    try:
        return evaluation.wave(wave).item(key)
    except UnknownKeyError:
        return None


def _told(pairs: Sequence[_Pair], names: tuple[str, str]) -> tuple[Block, ...]:
    paired = {pair.change.paired for pair in pairs if pair.change.paired is not None}
    told = (
        gettext(
            "{people} people answered both times and can be told as the same, without names.",
            people=at_least_at_most(paired),
        )
        if paired
        else gettext(
            "Who answered both times cannot be told, so the groups are compared and nobody's way."
        )
    )
    return filled((Paragraph(told),), _figures(pairs, names), _table(pairs), _notes(pairs))


def _figures(pairs: Iterable[_Pair], rows: tuple[str, str]) -> tuple[Block, ...]:
    scales: dict[tuple[str, ...], list[_Pair]] = {}
    for pair in pairs:
        if pair.is_drawn:
            scales.setdefault(pair.points, []).append(pair)
    return tuple(_figure(points, alike, rows) for points, alike in scales.items())


def _figure(points: Sequence[str], pairs: Sequence[_Pair], rows: tuple[str, str]) -> Figure:
    items = [
        {
            "label": pair.change.text,
            "counts": pair.counts,
            "reverse": pair.before is not None and pair.before.reverse,
            "note": moved(pair.change),
        }
        for pair in pairs
    ]
    caption = gettext(
        "One dot for each answer. Open: {before}. Filled: {after}", before=rows[0], after=rows[1]
    )
    columns = [
        Column(gettext("Question")),
        Column(gettext("When")),
        *(Column(point, align="right") for point in points),
    ]
    lines = [
        [pair.change.text, when, *map(str, counts)]
        for pair in pairs
        for when, counts in zip(rows, pair.counts, strict=True)
    ]
    return Figure(
        "before-after-dots",
        {"points": list(points), "rows": list(rows), "items": items},
        _in_words(pairs),
        Table(columns, lines, caption=gettext("Answers before and after")),
        caption=caption,
    )


def _in_words(pairs: Sequence[_Pair]) -> str:
    told = ngettext(
        "One dot for each answer to {count} question, before and after.",
        "One dot for each answer to {count} questions, before and after.",
        len(pairs),
    )
    ways = [
        (pair.change.improved, pair.change.worse)
        for pair in pairs
        if pair.change.improved is not None and pair.change.worse is not None
    ]
    if not ways:
        return told
    better = sum(improved > worse for improved, worse in ways)
    more = gettext(
        "More people improved than got worse in {share}.", share=share(better, len(ways))
    )
    return f"{told} {more}"


def _table(pairs: Iterable[_Pair]) -> tuple[Block, ...]:
    numbers = (
        pgettext("how many people", "Improved"),
        pgettext("how many people", "Same"),
        pgettext("how many people", "Worse"),
        pgettext("how many people", "In both"),
    )
    return table(
        [Column(gettext("Question")), *(Column(name, align="right") for name in numbers)],
        [
            [c.text, str(c.improved), str(c.same), str(c.worse), str(c.improved + c.same + c.worse)]
            for c in (pair.change for pair in pairs)
            if c.improved is not None and c.same is not None and c.worse is not None
        ],
        caption=gettext("How many moved which way"),
        row_headings=True,
    )


def _notes(pairs: Iterable[_Pair]) -> tuple[Block, ...]:
    """Say what may be said of those that are in no table, and what one has to know."""
    said = []
    for change in (pair.change for pair in pairs):
        sentences = () if change.improved is not None else change.sentences
        said += [f"{change.text}: {words}" for words in (*sentences, *change.notes)]
    return bullets(said)


def _looking_back(evaluation: Evaluation, back: Sequence[ShownChange]) -> tuple[Block, ...]:
    if not back:
        return ()
    pairs = [
        _Pair(
            each,
            _item(evaluation, each.after, f"{each.key}/then"),
            _item(evaluation, each.after, f"{each.key}/now"),
        )
        for each in back
    ]
    rows = gettext("Before, as people see it now"), pgettext("as opposed to before", "Today")
    return filled(
        (Paragraph(gettext(_LOOKING_BACK)),),
        _figures(pairs, rows),
        _table(pairs),
        _notes(pairs),
    )
