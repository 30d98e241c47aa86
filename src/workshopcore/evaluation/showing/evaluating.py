"""The evaluation of a programme: answers in, and out only what may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from workshopcore.contracts.evaluation import Evaluation, Shown, ShownChange, ShownWave
from workshopcore.contracts.publication import Base
from workshopcore.errors import UnknownKeyError
from workshopcore.evaluation.answers import Answers
from workshopcore.evaluation.disclosure import Rule
from workshopcore.evaluation.disclosure.reasons import few as too_few
from workshopcore.evaluation.instruments import eligible
from workshopcore.evaluation.showing.changes import Between, shown_changes
from workshopcore.evaluation.showing.items import Asking, shown_item
from workshopcore.evaluation.showing.looking_back import shown_looking_back
from workshopcore.evaluation.summary import summarise
from workshopcore.language import gettext
from workshopcore.model.evaluation import Wave
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme

__all__ = ["evaluate"]

_WITHIN = b"never leaves one evaluation"


def evaluate(
    programme: Programme,
    answers: Mapping[str, Answers],
    as_of: date | str,
    *,
    rule: Rule | None = None,
    earlier: Iterable[Base] = (),
    key: bytes | None = None,
    comments: Mapping[str, Iterable[Shown]] | None = None,
    tests: bool = False,
) -> Evaluation:
    """Return what may be shown of the answers of a programme.

    Every figure has passed disclosure control: no base of fewer than k, nothing that could be
    worked out together with what went out before, nothing where everybody said the same. What
    went out once may go out again.

    Args:
        programme: the programme.
        answers: what people answered, by wave.
        as_of: the day; waves that close later are left out.
        rule: the house's rule; left out, the programme's k and the usual one.
        earlier: whose figures went out before, as the ledger has it.
        key: a secret of the house, with which tokens are compared across releases. Without
            one they are compared within this evaluation only.
        comments: by wave, the texts that somebody has let through.
        tests: whether to say p-values and effect sizes. With a handful of people who all
            answered they say nothing that the counts do not, so they are left out unless asked
            for.

    Raises:
        AsOfRequiredError: no day was given.
        UnknownKeyError: answers of a wave that the programme does not have.
    """
    day = as_of_day(as_of, "an evaluation")
    known = {wave.id for wave in programme.waves}
    for name in answers:
        if name not in known:
            raise UnknownKeyError("wave", name, known)
    rule = rule or Rule(programme.k_min)
    before = tuple(earlier)
    within = key or _WITHIN
    waves = [wave for wave in programme.waves if wave.id in answers and _is_closed(wave, day)]
    shown: list[ShownWave] = []
    bases: list[Base] = []
    for wave in waves:
        asking = Asking(wave, rule, (*before, *bases), within)
        one, theirs = _wave(programme, asking, answers[wave.id], (comments or {}).get(wave.id, ()))
        shown.append(one)
        bases += theirs
    changes: list[ShownChange] = []
    for between in _pairs(programme, waves, answers, rule, (*before, *bases), within):
        moved, behind = shown_changes(attrs.evolve(between, tests=tests))
        changes += moved
        bases += behind
    for wave in waves:
        asking = Asking(wave, rule, (*before, *bases), within)
        moved, behind = shown_looking_back(asking, answers[wave.id])
        changes += moved
        bases += behind
    told = bases if key else [attrs.evolve(base, members=(), key="") for base in bases]
    return Evaluation(
        day, shown, changes, dict.fromkeys(told), rule.k, _notes(rule, shown, changes)
    )


def _is_closed(wave: Wave, day: date) -> bool:
    return wave.closes is None or wave.closes <= day


def _wave(
    programme: Programme, asking: Asking, answers: Answers, comments: Iterable[Shown]
) -> tuple[ShownWave, list[Base]]:
    wave = asking.wave
    invited = max(len(eligible(programme, wave)), len(answers))
    bases: list[Base] = []
    items = []
    few = len(answers) < asking.rule.k
    if not few:
        for each in summarise(answers, asked=invited).items:
            item, theirs = shown_item(asking, answers, each)
            items.append(item)
            bases += theirs
    titles = {instrument.id: instrument.title for instrument in programme.instruments}
    shown = ShownWave(
        wave.id,
        wave.title,
        wave.kind,
        titles.get(wave.instrument, answers.instrument.title),
        wave.opens,
        wave.closes,
        invited,
        len(answers),
        items=items,
        comments=() if few else comments,
        withheld=too_few(asking.rule) if few else "",
    )
    return shown, bases


def _pairs(
    programme: Programme,
    waves: Sequence[Wave],
    answers: Mapping[str, Answers],
    rule: Rule,
    earlier: tuple[Base, ...],
    key: bytes | None,
) -> Iterator[Between]:
    """Yield the waves to compare: each later one with the baseline that asked the same."""
    for baseline in waves:
        if baseline.kind != "baseline":
            continue
        for later in waves:
            asked = _same(programme, baseline, later)
            if later.kind in ("close", "follow-up") and asked:
                first, last = answers[baseline.id], answers[later.id]
                yield Between(baseline, later, first, last, rule, earlier, key)


def _same(programme: Programme, one: Wave, other: Wave) -> bool:
    """Return whether two waves asked the same instrument, or a new version of it."""
    replaced = {instrument.id: instrument.replaces for instrument in programme.instruments}
    name, passed = other.instrument, set[str]()
    while name and name not in passed:
        if name == one.instrument:
            return True
        passed.add(name)
        name = replaced.get(name, "")
    return False


def _notes(rule: Rule, waves: Sequence[ShownWave], changes: Sequence[ShownChange]) -> Iterator[str]:
    why = [
        *(wave.withheld for wave in waves),
        *(item.withheld for wave in waves for item in wave.items),
        *(change.withheld for change in changes),
    ]
    if any(why):
        yield gettext(
            "Not everything is shown: figures rest on {k} people or more, and none lets anybody"
            " work out what a smaller group said.",
            k=rule.k,
        )
    yield gettext(
        "People who know one another can recognise a voice. Nothing here is anonymous to a"
        " colleague."
    )
