"""The elastic fit: how long everything takes, and when it starts, so that a day works out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from workshopcore.agenda.curves import LineCurve
from workshopcore.agenda.cuts import cuts
from workshopcore.agenda.earliest import Margin, earliest
from workshopcore.agenda.network import Network, has_inner_locks, network_grid
from workshopcore.agenda.parts import Line, Part, Tracks, leaves, parts
from workshopcore.agenda.weights import Weights
from workshopcore.errors import InvalidValueError

__all__ = ["Fit", "fit"]


@frozen
class Fit:
    """A timing of a day. Positions are minutes from its start; parts count depth first.

    Attributes:
        starts, minutes: of every part, in order.
        margins: what is left before each lock, window and the end with everything at its
            shortest; below 0, what is to blame that the day does not fit.
        cuts: the parts to leave out so that it fits, by number; ``()`` where it fits as it is,
            ``None`` where leaving out everything that may go is not enough.

    In a day that does not fit, everything before the time that is missed takes its shortest,
    and what is fixed stays where it is, so the overlap can be seen.
    """

    starts: tuple[int, ...]
    minutes: tuple[int, ...]
    margins: tuple[Margin, ...]
    cuts: tuple[int, ...] | None = ()

    @property
    def over(self) -> int:
        """By how many minutes fixed times are missed in all, 0 where the day fits."""
        return -sum(margin.minutes for margin in self.margins if margin.minutes < 0)

    @property
    def missed(self) -> tuple[Margin, ...]:
        """The locks, windows and end that are missed."""
        return tuple(margin for margin in self.margins if margin.minutes < 0)


def fit(line: Iterable[Part | Tracks | Sequence[int]], minutes: int, *, grid: int = 5) -> Fit:
    """Fit parts into so many minutes.

    Locks part a day into spans. A span is filled: above its usual minutes it is drawn out, as
    far as everything's longest, below them it is pressed, never below anything's shortest. Of
    all ways to do that the fit is one that changes least: first pauses change as little as
    they can, then what must be done, what should, what could, and buffers last of all. Within
    a tier the sum of (change)² ÷ slack is least, so that all give up the same share of what
    they have to give. Ties go to the larger slack, then to the earlier item.

    Lengths are multiples of the grid. A part whose bounds admit none keeps its usual minutes,
    and the remainder goes to the gap after it. A span that is too tight for the grid is fitted
    on one minute.

    Args:
        line: parts and tracks in order; three numbers are shortest, usual, longest.
        minutes: how long the whole may take.
        grid: minutes; 1 to use every minute.

    Raises:
        InvalidValueError: the minutes or the grid are no whole number, or too small.

    Source: the quadratic knapsack with integer variables, solved by marginal costs (T. Ibaraki
    and N. Katoh, *Resource Allocation Problems*, MIT Press 1988, chapter 4).

    >>> day = [(10, 15, 15), (20, 40, 40), (30, 50, 50), (15, 20, 20), (20, 35, 35)]
    >>> fit(day, 140).minutes
    (15, 30, 45, 20, 30)
    """
    if grid.__class__ is not int or grid < 1:
        raise InvalidValueError(grid, "a grid of 1 minute or more")
    if minutes.__class__ is not int or minutes < 0:
        raise InvalidValueError(minutes, "whole minutes, 0 or more")
    the_line = parts(line)
    soonest = earliest(the_line, minutes)
    fits = all(margin.minutes >= 0 for margin in soonest.margins)
    if not has_inner_locks(the_line):
        placed = _in_spans(the_line, minutes, grid)
    elif fits:
        placed = _met_anyway(the_line, minutes, grid) or _in_network(the_line, minutes, grid)
    else:
        placed = _soonest(the_line, soonest.starts)
    starts, lengths = zip(*placed, strict=True) if placed else ((), ())
    proposal = () if fits else cuts(the_line, minutes)
    return Fit(starts, lengths, tuple(soonest.margins), proposal)


def _met_anyway(line: Line, minutes: int, grid: int) -> list[tuple[int, int]] | None:
    """Return the timing without the windows of a day, if it meets them: it costs least of all."""
    free = tuple([_unless_window(item) for item in line])
    if has_inner_locks(free):
        return None
    placed = _in_spans(free, minutes, grid)
    for part, (start, _) in zip(leaves(line), placed, strict=True):
        if part.start is not None and not part.start[0] <= start <= part.start[1]:
            return None
    return placed


def _unless_window(item: Part | Tracks) -> Part | Tracks:
    if not isinstance(item, Part) or item.start is None or item.start[0] == item.start[1]:
        return item
    # The window after a night also says that the night is not to be filled: it stays.
    return item if item.rests else evolve(item, start=None)


def _in_network(line: Line, minutes: int, grid: int) -> list[tuple[int, int]]:
    grid = network_grid(line, minutes, grid)
    if any(margin.minutes < 0 for margin in earliest(line, minutes, grid).margins):
        grid = 1
    return Network(line, minutes, grid).solve()


def _soonest(line: Line, starts: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(starts, (part.shortest for part in leaves(line)), strict=True))


def _in_spans(line: Line, minutes: int, grid: int) -> list[tuple[int, int]]:
    weights = Weights(leaves(line))
    placed: list[tuple[int, int]] = []
    for span, start, until, rests in _spans(line, minutes):
        _fill(span, start, until - start, rests, grid, weights, placed)
    return placed


def _spans(line: Line, minutes: int) -> Iterator[tuple[Line, int, int, bool]]:
    """Yield what stands between two locks, from when until when, and whether a night follows."""
    first = start = 0
    for number, item in enumerate(line):
        if isinstance(item, Part) and item.start is not None:
            yield line[first:number], start, item.start[0], item.rests
            first, start = number, item.start[0]
    yield line[first:], start, minutes, False


def _fill(
    span: Line,
    start: int,
    room: int,
    rests: bool,
    grid: int,
    weights: Weights,
    placed: list[tuple[int, int]],
) -> None:
    curve = LineCurve(span, grid, weights)
    lack = curve.units - room // grid
    if lack > 0:
        most = curve.room(True)
        if lack > most and grid > 1:
            _fill(span, start, room, rests, 1, weights, placed)
            return
        curve.change(min(lack, most), True)
    elif lack < 0 and not rests:
        curve.change(min(-lack, curve.room(False)), False)
    curve.place(start, placed)
