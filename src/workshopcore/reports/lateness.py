"""What to do when the day runs late: how far shortening goes, and what to leave out after that.

A fixed time parts the day into stretches. Each is looked at on its own: so many minutes late
where it begins, everything at its shortest, is the fixed time after it still met? If not, the
least loss among what may be left out is worked out exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from attrs import evolve, frozen

from workshopcore.agenda import Line, Part, Row, RunSheet, Tracks
from workshopcore.agenda.cuts import cuts
from workshopcore.agenda.day import Day
from workshopcore.agenda.parts import changed, numbered
from workshopcore.model.moments import elapsed

__all__ = ["FAR", "STEP", "Answer", "Stretch", "latest_starts", "stretches"]

STEP = 5
"""Minutes of lateness from one line of the plan to the next."""
FAR = 90
"""Whoever is later than so many minutes makes a new plan."""


@frozen
class Answer:
    """What to leave out from so many minutes late on: the rows, in order."""

    late: int
    rows: tuple[Row, ...]


@frozen
class Stretch:
    """A part of the day that ends at a fixed time.

    Attributes:
        since: when it begins as planned: lateness is counted there.
        until: the fixed time: the latest start of what is fixed, or the close of a day.
        row: what starts then; ``None`` for the close of a day.
        shorten: up to so many minutes late shortening is enough; -1: not even on time.
        answers: what to leave out after that, from the least lateness on.
        lost: from so many minutes late on the fixed time cannot be kept; ``None``: not within
            what is looked at.
    """

    since: datetime
    until: datetime
    row: Row | None
    shorten: int
    answers: tuple[Answer, ...]
    lost: int | None


@frozen
class _Piece:
    """Parts of a day between two fixed times, counted from the start of the day."""

    line: Line
    numbers: tuple[int, ...]
    start: int
    end: int
    fixed: int | None


def stretches(sheet: RunSheet) -> tuple[Stretch, ...]:
    """Return the parts of a day that are still to come, each with its plan B.

    >>> import workshopcore as wc
    >>> agenda = [wc.Session(title="Talk", minutes=(20, 40, 40)), wc.Lunch(45, start="12:30")]
    >>> day = wc.Workshop(
    ...     "A day", start="2027-01-19T11:50", end="2027-01-19T13:15", agenda=agenda
    ... )
    >>> year = wc.Programme(title="A year", workshops=[day])
    >>> sheet = wc.Toolkit(discover=False).run_sheet(year, "a-day")
    >>> before_lunch, _ = stretches(sheet)
    >>> before_lunch.shorten, [(each.late, each.rows[0].title) for each in before_lunch.answers]
    (20, [(25, 'Talk')])
    """
    if sheet.day is None:
        return ()
    return tuple(_judged(sheet, sheet.day, piece) for piece in _pieces(sheet, sheet.day))


def latest_starts(sheet: RunSheet) -> dict[str, datetime]:
    """Return how late each item to come may start if all after it is only shortened, by path."""
    day = sheet.day
    if day is None:
        return {}
    found: dict[int, int] = {}
    for piece in _pieces(sheet, day):
        _backwards(piece.line, list(piece.numbers), piece.end, found)
    return {day.items[number].path: day.at(moment) for number, moment in found.items()}


def _backwards(line: Line, numbers: list[int], end: int, found: dict[int, int]) -> int:
    """Note the latest start of every part, the last first; the numbers are used up."""
    for item in reversed(line):
        if isinstance(item, Part):
            end -= item.shortest
            if item.start is not None:
                end = min(end, item.start[1])
            found[numbers.pop()] = end
        else:
            inner = [_backwards(track, numbers, end, found) for track in reversed(item.tracks)]
            end = min(inner)
    return end


def _pieces(sheet: RunSheet, day: Day) -> Iterator[_Piece]:
    """Yield what is between two fixed times, of all that has not begun."""
    rows = sheet.numbered()
    holding = _holding(day, rows)
    begin: list[tuple[Part | Tracks, tuple[int, ...]]] = []
    for item, numbers in _to_come(day, rows):
        fixed = holding.get(numbers[0]) if isinstance(item, Part) else None
        if fixed is not None and begin:
            yield _piece(day, rows, holding, begin, numbers[0])
            begin = []
        begin.append((item, numbers))
    if begin:
        yield _piece(day, rows, holding, begin, None)


def _holding(day: Day, rows: dict[int, Row]) -> dict[int, tuple[int, int]]:
    """Return the starts that hold on the day: locks, windows, experts, the closing planning."""
    starts = {number: _position(day, row.start) for number, row in rows.items()}
    held = day.held(starts)
    found = {}
    for number, start in starts.items():
        lock = day.items[number].part.start
        if lock is not None:
            found[number] = lock
        elif number in held:
            found[number] = (start, start)
    return found


def _position(day: Day, moment: datetime) -> int:
    return elapsed(day.starts, moment)


def _to_come(day: Day, rows: dict[int, Row]) -> Iterator[tuple[Part | Tracks, tuple[int, ...]]]:
    """Yield the parts and tracks of which nothing has begun, without what has been left out."""
    for item, numbers in numbered(day.line):
        known = tuple(number for number in numbers if number in rows)
        if known and all(rows[number].state == "planned" for number in known):
            kept = changed(
                (item,), lambda number, part: part if number in rows else None, numbers.start
            )
            yield kept[0], known


def _piece(
    day: Day,
    rows: dict[int, Row],
    holding: dict[int, tuple[int, int]],
    items: Sequence[tuple[Part | Tracks, tuple[int, ...]]],
    fixed: int | None,
) -> _Piece:
    numbers = tuple(number for _, each in items for number in each)
    line = _locked(tuple(item for item, _ in items), numbers, holding)
    start = min(_position(day, rows[number].start) for number in numbers)
    rests = fixed is not None and day.items[fixed].part.rests
    if rests:
        # Nobody works into the night: what was announced for the evening holds.
        end, fixed = max(_position(day, rows[number].end) for number in numbers), None
    else:
        end = day.minutes if fixed is None else holding[fixed][1]
    return _Piece(line, numbers, start, end, fixed)


def _locked(line: Line, numbers: Sequence[int], holding: dict[int, tuple[int, int]]) -> Line:
    """Return a line in which what holds has a lock; on the main line that is the beginning."""
    main = {places.start for item, places in numbered(line) if isinstance(item, Part)}
    return changed(
        line,
        lambda place, part: evolve(
            part, start=None if place in main else holding.get(numbers[place])
        ),
    )


def _judged(sheet: RunSheet, day: Day, piece: _Piece) -> Stretch:
    rows = sheet.numbered()
    shorten, lost = -1, None
    answers: list[Answer] = []
    for late in range(0, FAR + 1, STEP):
        gone = cuts(_counted_from(piece.line, piece.start + late), piece.end - piece.start - late)
        if gone is None:
            lost = late
            break
        out = tuple(rows[piece.numbers[place]] for place in gone)
        if not out:
            shorten = late
        elif not answers or answers[-1].rows != out:
            answers.append(Answer(late, out))
    row = None if piece.fixed is None else rows[piece.fixed]
    since, until = day.at(piece.start), day.at(piece.end)
    return Stretch(since, until, row, shorten, tuple(answers), lost)


def _counted_from(line: Line, moment: int) -> Line:
    """Return a line whose locks are counted from a moment."""

    def counted(_: int, part: Part) -> Part:
        if part.start is None:
            return part
        first, last = part.start
        return evolve(part, start=(first - moment, last - moment))

    return changed(line, counted)
