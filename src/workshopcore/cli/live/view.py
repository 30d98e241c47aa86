"""What a live run sheet shows at a moment. It only looks: the same state looks the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from workshopcore.agenda import Row, StepRow
from workshopcore.cli.live.answer import to_spare
from workshopcore.cli.live.course import Course, Item, Lane
from workshopcore.cli.live.fixed import fixed_times, is_fixed
from workshopcore.cli.live.press import KEYS
from workshopcore.cli.live.state import State
from workshopcore.cli.terminal import plain

__all__ = ["view"]

_FRAME = 15
"""Lines that are needed beside the things to come."""

_ROWS = (3, 12)
"""How many things to come are shown, at least and at most."""

_MEMORY = timedelta(minutes=1)
"""For so long the answer to a key is shown."""

_ALARM = "bold white on red"


def view(
    state: State, now: datetime, *, trouble: str = "", kept: str = "", height: int = 40
) -> RenderableType:
    """Return what there is to see.

    Args:
        state: the state.
        now: the moment, an instant in the workshop's time zone.
        trouble: why some entries are not saved yet, ``""`` where all are.
        kept: where they are kept, in words.
        height: how many lines there are; what matters most stands at the top.
    """
    course = state.at(now)
    parts: list[RenderableType] = [_head(state, course, now), *_alarms(course, trouble), Text()]
    lanes = course.lanes()
    most = max(_ROWS[0], min(_ROWS[1], height - _FRAME) // len(lanes))
    for number, lane in enumerate(lanes):
        chosen = lane == state.lane(course)
        if len(lanes) > 1:
            title = ": ".join(lane.titles)
            parts.append(_line((f"{number + 1} ", "bold"), (title, "bold" if chosen else "dim")))
        parts += _on(state, course, lane, now)
        parts.append(_to_come(state, course, lane, chosen, most))
    parts += _outlook(course)
    parts.append(Text())
    parts += _foot(state, now, kept)
    return Group(*parts)


def _line(*parts: str | tuple[str, str]) -> Text:
    line = Text()
    for part in parts:
        text, style = (part, "") if isinstance(part, str) else part
        line.append(plain(text), style)
    return line


def _head(state: State, course: Course, now: datetime) -> RenderableType:
    head = Table.grid(expand=True, padding=(0, 1))
    head.add_column(overflow="ellipsis", no_wrap=True)
    head.add_column(justify="right", no_wrap=True)
    head.add_row(_line((state.plan.workshop.title, "bold")), _line((f"{now:%H:%M:%S}", "bold")))
    if now < course.sheet.starts:
        head.add_row(_line(f"starts at {course.sheet.starts:%H:%M}"), Text())
    return head


def _alarms(course: Course, trouble: str) -> Iterator[RenderableType]:
    """Yield what nobody may miss."""
    if course.sheet.reason:
        yield _line((" CANNOT HOLD ", _ALARM), (f" {course.sheet.reason}", "bold red"))
    if trouble:
        yield _line((" NOT SAVED, trying again ", _ALARM), (f" {trouble}", "red"))


def _on(state: State, course: Course, lane: Lane, now: datetime) -> Iterator[RenderableType]:
    """Yield what is on in a track: by the record, or by the plan where nothing is recorded."""
    on = course.running(lane)
    if on is None:
        row = course.expected(lane)
        if row is not None:
            yield _line(
                ("? ", "yellow"),
                (row.title, "bold"),
                (f" was to be on from {row.start:%H:%M}: is it?", "yellow"),
            )
        return
    row, _ = on
    yield _line(("● ", "green"), (row.title, "bold"), f"  {row.start:%H:%M}–{row.end:%H:%M}")
    yield _bar(row, now)
    planned = next((old for old in state.plan.rows if old.path == row.path), None)
    late = _minutes(planned.minutes, row) if planned else ""
    if late:
        yield _line("  ", (late, "yellow"))
    step = _current(row.steps, now)
    if step is not None:
        yield from _step(row.steps, step, now)


def _bar(row: Row, now: datetime) -> RenderableType:
    total = max(1.0, (row.end - row.start).total_seconds())
    used = max(0.0, (now - row.start).total_seconds())
    left = total - used
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(ratio=1)
    grid.add_column(no_wrap=True)
    over = used > 60 * row.length.longest if row.length.longest is not None else False
    style = "red" if over else "yellow" if left < 120 else "green"
    bar = ProgressBar(total, min(used, total), complete_style=style, finished_style=style)
    words = f"{_clock(used)} used, {_clock(left)} left" if left >= 0 else f"{_clock(used)} used"
    grid.add_row(bar, _line((words, "red" if over else "")))
    return grid


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    return f"{minutes}:{rest:02}"


def _minutes(planned: int, row: Row) -> str:
    return "" if planned == row.minutes else f"planned {planned} min, now {row.minutes}"


def _current(steps: tuple[StepRow, ...], now: datetime) -> int | None:
    """Return which step of a session is on: the last one once all their times are past."""
    found = (number for number, step in enumerate(steps) if now < step.end)
    return next(found, len(steps) - 1 if steps else None)


def _step(steps: tuple[StepRow, ...], number: int, now: datetime) -> Iterator[RenderableType]:
    found = steps[number]
    step = found.step
    told = [f"step {number + 1} of {len(steps)}", step.round, step.arrangement]
    told += [f"{step.times} goes"] if step.times > 1 else []
    left = _clock((found.end - now).total_seconds())
    yield _line(
        "  ",
        (step.name, "bold"),
        f"  {left} left",
        (f"  ({', '.join(each for each in told if each)})", "dim"),
    )
    if step.prompt:
        yield Padding(_line((f"“{step.prompt}”", "italic")), (0, 0, 0, 2))
    if number + 1 < len(steps):
        after = steps[number + 1]
        yield _line((f"  then {after.start:%H:%M} {after.step.name}", "dim"))


def _to_come(state: State, course: Course, lane: Lane, chosen: bool, most: int) -> RenderableType:
    """Return what comes in a track, with new times, and which of it is next."""
    table = Table.grid(padding=(0, 1))
    table.add_column()
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    after = state.next(course) if chosen else None
    items = course.coming(lane)
    for item in items[:most]:
        mark = "▶" if after is not None and item.path == after.path else " "
        table.add_row(_line((mark, "bold cyan")), *_coming(state, course, item))
    if len(items) > most:
        table.add_row("", "", "", _line((f"and {len(items) - most} more", "dim")))
    return table


def _coming(state: State, course: Course, item: Item) -> tuple[Text, Text, Text]:
    rows = [row for path, _ in item.slots() if (row := course.row(path)) is not None]
    if not rows:
        gone = {cut.path: cut.title for cut in course.sheet.cuts}
        titles = ", ".join(gone.get(path, slot.name) for path, slot in item.slots())
        return Text(), Text(), _line((titles, "strike"), ("  to be left out", "yellow"))
    first, last = min(row.start for row in rows), max(row.end for row in rows)
    title = " | ".join(row.title for row in rows if row.start == first)
    row = rows[0]
    old = next((each.minutes for each in state.plan.rows if each.path == row.path), row.minutes)
    changed = len(rows) == 1 and old != row.minutes
    minutes = (
        f"{old} → {row.minutes}" if changed else f"{int((last - first).total_seconds() // 60)}"
    )
    lock = ("  fixed", "cyan") if is_fixed(course.sheet, row) and len(rows) == 1 else ("", "")
    return (
        _line(f"{first:%H:%M}"),
        _line((minutes, "yellow" if changed else "")),
        _line(title, lock),
    )


def _outlook(course: Course) -> Iterator[RenderableType]:
    """Yield what may be lost before the next fixed time, and what is different from the plan."""
    sheet = course.sheet
    yield Text()
    fixed = fixed_times(sheet)
    if fixed:
        yield _line((to_spare(fixed[0]), "red" if fixed[0].minutes <= 0 else ""))
    yield _line(("Since the plan: ", "dim"), (", ".join(sheet.changes), "dim"))


def _foot(state: State, now: datetime, kept: str) -> Iterator[RenderableType]:
    if state.said and (state.pressed is None or now - state.pressed < _MEMORY):
        yield _line((state.said, "bold"))
    if kept:
        yield _line((kept, "dim"))
    if state.helping:
        table = Table.grid(padding=(0, 2))
        for key, meaning in KEYS:
            table.add_row(Text(key, "bold"), Text(meaning))
        yield table
    else:
        yield Text("s start next  e end  + longer  - shorter  u undo  ? all keys  q quit", "dim")
