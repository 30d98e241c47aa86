"""Which groups of a table of answers are shown, and which hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure.bases import Recording
from workshopcore.evaluation.disclosure.differencing.release import may_release
from workshopcore.evaluation.disclosure.layout import TOTAL
from workshopcore.evaluation.disclosure.reasons import few, nothing_helps, with_it
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.evaluation.disclosure.suppression.pattern import pattern
from workshopcore.evaluation.disclosure.table import Table

__all__ = ["Rows", "agree", "choose_rows"]

_AGREED = "all of them answered the same"
_DIFFERS = "with it, the answer of a group that agreed could be worked out"


@frozen
class Rows:
    """What is shown of a table of answers.

    Attributes:
        hidden: the rows that are not shown, each with the reason.
        total: whether the answers of all together are shown besides.
        bases: whose figures are shown.
        proven: whether it is certain that hiding less would not do.
        withheld: why nothing at all is shown; ``""`` if something is.
        least: the fewest that a hidden row can have, as far as readers know.
    """

    hidden: Mapping[int, str]
    total: bool
    bases: tuple[Base, ...] = ()
    proven: bool = True
    withheld: str = ""
    least: int = 1


def agree(rows: Iterable[Sequence[int]]) -> bool:
    """Return whether all the people of some rows gave one and the same answer.

    >>> agree([[6, 0], [5, 0]]), agree([[6, 0], [0, 5]])
    (True, False)
    """
    return sum(1 for column in zip(*rows, strict=True) if any(column)) == 1


def choose_rows(table: Table, rule: Rule, earlier: Sequence[Base], recording: Recording) -> Rows:
    """Return which rows may be shown.

    Rows are hidden for their size, for what went out before and, where the total is shown, for
    agreeing, or for being all that keeps others that agree apart.
    """
    everybody = _with_people(table)
    if table.total < rule.k:
        return _withheld(table, few(rule))
    total = table.margins and len(table.rows) > 1
    forced = _that_agree(table, everybody, rule) if total else {}
    while True:
        sizes = _hidden_for_size(table, rule, forced, total=total)
        hidden = sizes.hidden
        if total and (row := _to_tell_apart(table, hidden, everybody)) is not None:
            forced[row] = _DIFFERS
            continue
        shown = [row for row in everybody if row not in hidden]
        bases = {row: recording.base(table, (row, TOTAL)) for row in _kept_longest(table, shown)}
        if total:
            bases = {TOTAL: recording.base(table, (TOTAL, TOTAL))} | bases
        if not bases:
            return _withheld(table, few(rule))
        blocked = {
            each.base: each.reason for each in may_release(bases.values(), earlier, rule).blocked
        }
        if not blocked:
            return evolve(sizes, bases=tuple(bases.values()))
        new = {row: blocked[base] for row, base in bases.items() if base in blocked}
        if TOTAL in new:
            return _withheld(table, new[TOTAL])
        forced |= new


def _withheld(table: Table, reason: str) -> Rows:
    rows = range(len(table.rows))
    return Rows(dict.fromkeys(rows, reason), total=False, withheld=reason, least=0)


def _with_people(table: Table) -> list[int]:
    return [row for row, base in enumerate(table.bases) if base]


def _kept_longest(table: Table, rows: Iterable[int]) -> list[int]:
    return sorted(rows, key=lambda row: (-table.bases[row], row))


def _that_agree(table: Table, rows: Iterable[int], rule: Rule) -> dict[int, str]:
    return {
        row: _AGREED for row in rows if table.bases[row] >= rule.k and agree([table.counts[row]])
    }


def _hidden_for_size(table: Table, rule: Rule, forced: Mapping[int, str], *, total: bool) -> Rows:
    """Return what the sizes of the groups ask to hide, besides what is hidden anyway."""
    if forced.keys() == set(_with_people(table)):
        return Rows(dict(forced), total)
    sizes = Table(table.rows, (), table.bases, margins=total)
    found = pattern(sizes, rule, frozenset((row, 0) for row in forced))
    if found is None:
        reasons = {row: forced.get(row) or nothing_helps(rule) for row in range(len(table.rows))}
        return Rows(reasons, total, least=0)
    hidden = {
        row: few(rule) if rule.is_small(table.bases[row]) else forced.get(row) or with_it(rule)
        for row, _ in found.hidden
    }
    return Rows(hidden, total, proven=found.proven)


def _to_tell_apart(table: Table, hidden: Mapping[int, str], everybody: Sequence[int]) -> int | None:
    """Return a further row to hide, the smallest that helps, if all hidden ones agree."""
    answers = [table.counts[row] for row in hidden]
    if not answers or not agree(answers):
        return None
    differing = [
        row for row in everybody if row not in hidden and not agree([*answers, table.counts[row]])
    ]
    return min(differing, key=lambda row: (table.bases[row], row), default=None)
