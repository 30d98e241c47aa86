"""A session format on a card: what it is for, who sits how, and its steps with their times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen
from rich.text import Text

from workshopcore.cli.terminal import Terminal, plain

if TYPE_CHECKING:
    from workshopcore.contracts.formats import FormatPlan, GroupPlan, SessionFormat, Step
    from workshopcore.model.length import Length

__all__ = ["RunCard", "offsets", "show", "split_in_words", "told"]

_LABEL = 11
_INDENT = 19
_WIDEST = 100


@frozen
class RunCard:
    """What a card shows.

    Attributes:
        minutes: how many the session gets.
        chosen: the options that the format takes, as they are set.
    """

    format: SessionFormat
    people: int
    minutes: int
    length: Length
    plan: FormatPlan
    chosen: tuple[tuple[str, int], ...] = field(default=(), converter=tuple[tuple[str, int], ...])


def told(format: SessionFormat, name: str) -> tuple[str, ...]:
    """Return what a format of the catalogue says of itself; others need not say it."""
    value = getattr(format, name, ())
    return ((value,) if value else ()) if isinstance(value, str) else tuple(map(str, value))


def offsets(plan: FormatPlan) -> list[tuple[int, int]]:
    """Return when each step starts, in minutes from the start, and how many it takes."""
    found, start = [], 0
    for step in plan.steps:
        minutes = step.minutes if step.minutes is not None else step.length.usual or 0
        found.append((start, minutes))
        start += minutes
    return found


def split_in_words(groups: GroupPlan) -> str:
    """Return how people are split, such as ``5 pairs: one three, as the number is odd``."""
    number = len(groups.sizes)
    if number == 1:
        return groups.note or f"one group of {groups.sizes[0]}"
    if groups.note:
        return f"{number} {groups.called}: {groups.note}"
    if len(set(groups.sizes)) == 1:
        return f"{number} {groups.called} of {groups.sizes[0]}"
    return f"{number} {groups.called} of {', '.join(map(str, groups.sizes))}"


def show(card: RunCard) -> None:
    """Print a card, no wider than the terminal."""
    terminal = Terminal()
    terminal.say((card.format.title, "bold"), (f"  {card.format.key}", "dim"))
    for text in told(card.format, "summary"):
        _wrapped(terminal, "", text)
    terminal.say()
    for label, values in _facts(card):
        _labelled(terminal, label, values)
    terminal.say()
    _steps(terminal, card)
    terminal.say()
    for label, values in _origin(card.format):
        _labelled(terminal, label, values)
    for text in told(card.format, "source"):
        for number, address in enumerate(text.split(" ; ")):
            terminal.say((f"{'' if number else 'Source':<{_LABEL}} ", "dim"), address)


def _facts(card: RunCard) -> Iterator[tuple[str, Iterable[str]]]:
    least, most = card.format.people
    plan = card.plan
    yield "People", [f"{card.people} ({least} to {most})"]
    yield "Minutes", [_minutes(card)]
    yield "Options", list(_options(card))
    yield "Good for", [", ".join(told(card.format, "purposes"))]
    yield "Groups", [split_in_words(plan.groups)] if plan.groups else []
    yield "Bring", [f"{need.quantity} × {need.item}" for need in plan.materials]
    yield "On the wall", plan.prompts
    yield "Leaves", told(card.format, "outputs") or plan.captures
    yield "Note", plan.notes


def _origin(format: SessionFormat) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Note", told(format, "notes")
    yield "Origin", told(format, "provenance")
    yield "Licence", told(format, "licence")


def _minutes(card: RunCard) -> str:
    shortest, usual, longest = card.length.shortest, card.length.usual, card.length.longest
    spare = card.minutes - (longest or 0)
    unused = f"; {spare} of {card.minutes} are left over" if spare > 0 else ""
    return f"{min(card.minutes, longest or 0)} ({shortest} to {longest}, usually {usual}){unused}"


def _options(card: RunCard) -> Iterator[str]:
    rules = {rule.name: rule for rule in getattr(card.format, "options", ())}
    for name, value in card.chosen:
        least, _, most = rules[name].bounds
        yield f"{name} = {value} ({least} to {most}): {rules[name].meaning}"


def _steps(terminal: Terminal, card: RunCard) -> None:
    """Print each step; what was said in an earlier round is not said again."""
    terminal.say(("   at   min   range  step", "dim"))
    said: set[tuple[str, str]] = set()
    for step, (start, minutes) in zip(card.plan.steps, offsets(card.plan), strict=True):
        clock = f"{start // 60}:{start % 60:02}"
        span = f"{step.length.shortest}–{step.length.longest}"
        head = f"{clock:>5} {minutes:>5} {span:>7}  "
        terminal.say(head, (step.name, "bold"), (_aside(step), "dim"))
        if (step.name, step.prompt) in said:
            continue
        said.add((step.name, step.prompt))
        for mark, text in _details(step, card.plan.groups):
            _wrapped(terminal, " " * _INDENT + mark, text)


def _aside(step: Step) -> str:
    seated = step.groups.called.partition(",")[0] if step.groups else step.arrangement
    parts = [step.round, f"{step.times} times" if step.times > 1 else "", seated]
    return "".join(f" · {part}" for part in parts if part)


def _details(step: Step, usual: GroupPlan | None) -> Iterator[tuple[str, str]]:
    if step.groups and step.groups != usual:
        yield "", split_in_words(step.groups)
    if step.prompt:
        yield "", f"“{step.prompt}”"
    if step.capture:
        yield "→ ", step.capture


def _labelled(terminal: Terminal, label: str, values: Iterable[str]) -> None:
    for text in filter(None, values):
        _wrapped(terminal, f"{label:<{_LABEL}} ", text)
        label = ""


def _wrapped(terminal: Terminal, lead: str, text: str) -> None:
    """Print text in lines that fit, the first after a lead and the others below it."""
    width = max(min(terminal.width, _WIDEST) - len(lead), 20)
    for line in Text(plain(text)).wrap(terminal, width):
        terminal.say((lead, "dim"), line.plain.rstrip())
        lead = " " * len(lead)
