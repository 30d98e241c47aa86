"""Writes a page for every built-in session format, and their list, from the catalogue's data."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import accumulate
from pathlib import Path

from workshopcore.contracts.formats import FormatPlan, FormatRequest, GroupPlan, Step
from workshopcore.errors import FormatError
from workshopcore.formats import CatalogueFormat, catalogue, vocabulary

__all__ = ["diagram", "pages", "write_pages"]

A_TEAM = 12
# Keeps a range on one line.
JOIN = "\N{WORD JOINER}"
CROWDS = (3, 5, 8, 12, 20, 30, 60, 120, 500)
INTRODUCTION = """\
# Format catalogue

Every session format that comes with the library, with its steps, its times and a card to run it
from. `workshopcore formats` shows the same in a terminal, scaled to your people and minutes, and
with what plugins bring; [Session formats](../reference/formats.md) says how scaling works and how
to write your own. Minutes are shortest–usual–longest, for twelve people or the nearest number that
a format works for.
"""
LEGEND = (
    "Filled: in groups. Pale: everybody together. Dashed: each alone. Numbers: see the run card."
)

DRAWING = """\
```{{raw}} html
<div role="group" aria-label="{told}" tabindex="0" style="overflow-x: auto">
<svg role="img" aria-labelledby="told said" width="{width}" height="{height}"
 viewBox="0 0 {width} {height}" font-family="inherit" font-size="13" fill="currentColor"
 style="color: var(--color-foreground-primary)">
<title id="told">{told}</title>
<desc id="said">{said}</desc>
{parts}
<text x="{left}" y="{bottom}">{legend}</text>
</svg>
</div>
```
"""

# The drawing: bars beside their names, a scale of minutes below.
LEFT, BARS, RIGHT = 70, 500, 80
TOP, BAR, STRIDE = 6, 26, 36
FILLS = {"together": ".12", "groups": ".45", "alone": "0"}


def write_pages(folder: Path) -> None:
    """Write the pages into a folder; one that is up to date is not touched."""
    written = pages()
    for stale in set(folder.glob("*.md")) - {folder / name for name in written}:
        stale.unlink()
    for name, text in written.items():
        page = folder / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    found = {f"{each.key}.md": "\n".join(_page(each)) for each in catalogue()}
    return {"index.md": "\n".join(_index()), **found}


def _index() -> Iterator[str]:
    yield INTRODUCTION
    yield "| Format | Good for | People | Minutes |\n|---|---|---|---|"
    for each in catalogue():
        length = each.length(_team(each))
        yield (
            f"| [{each.title}]({each.key}.md) | {', '.join(each.purposes)}"
            f" | {each.people[0]}–{each.people[1]}"
            f" | {length.shortest}–{length.usual}–{length.longest} |"
        )
    yield "\n## What each is good for\n"
    for word, meaning in vocabulary().purposes.items():
        fitting = [f"[{f.title}]({f.key}.md)" for f in catalogue() if word in f.purposes]
        yield f"{word}\n: {meaning}: {', '.join(fitting)}\n"
    keys = "\n".join(each.key for each in catalogue())
    yield f"```{{toctree}}\n:hidden:\n\n{keys}\n```\n"


def _page(format: CatalogueFormat) -> Iterator[str]:
    people = _team(format)
    length = format.length(people)
    plan = format.expand(FormatRequest(length.usual or 0, people))
    yield f"# {format.title}\n"
    yield f"{format.summary}\n"
    yield from _facts(format, plan, people)
    yield "## How long it takes\n"
    yield diagram(format, plan, people)
    yield from _sizes(format)
    yield f"## Run card\n\nFor {people} people in {length.usual} minutes.\n"
    yield from _card(plan)
    yield from _origin(format)


def _facts(format: CatalogueFormat, plan: FormatPlan, people: int) -> Iterator[str]:
    facts = {
        "Key": f"`{format.key}`",
        "Good for": ", ".join(format.purposes),
        "People": f"{format.people[0]} to {format.people[1]}",
        f"Groups, {people} people": _split(plan.groups) if plan.groups else "everybody together",
        "On the wall": " · ".join(plan.prompts),
        f"Bring, {people} people": ", ".join(
            f"{each.quantity} × {each.item}" for each in plan.materials
        ),
        "Sheets to fill in": " · ".join(
            dict.fromkeys(f"{each.title} ({', '.join(each.columns)})" for each in plan.sheets)
        ),
        "Leaves": " · ".join(format.outputs),
    }
    for label, value in facts.items():
        if value:
            yield f"- **{label}:** {value}"
    yield ""
    if format.options:
        yield "| Option | How many | Least | Usual | Most |\n|---|---|---|---|---|"
        for rule in format.options:
            least, usual, most = rule.bounds
            yield f"| `{rule.name}` | {rule.meaning} | {least} | {usual} | {most} |"
        yield ""


def _sizes(format: CatalogueFormat) -> Iterator[str]:
    """Yield how it scales: a row for each number of people that changes something."""
    yield "| People | Minutes | Groups |\n|---|---|---|"
    for people in _crowds(format):
        try:
            length = format.length(people)
            groups = format.expand(FormatRequest(length.usual or 0, people)).groups
            minutes = f"{length.shortest}–{length.usual}–{length.longest}"
            yield f"| {people} | {minutes} | {_split(groups) if groups else 'all together'} |"
        except FormatError:
            yield f"| {people} | cannot be split | |"
    yield ""


def _crowds(format: CatalogueFormat) -> list[int]:
    least, most = format.people
    return sorted({least, *(people for people in CROWDS if least <= people <= most)})


def _card(plan: FormatPlan) -> Iterator[str]:
    yield "| | At | Minutes | Range | Step |\n|---|---|---|---|---|"
    starts = accumulate((step.minutes or 0 for step in plan.steps), initial=0)
    said: set[tuple[str, str]] = set()
    for number, (step, start) in enumerate(zip(plan.steps, starts, strict=False), 1):
        once = (step.name, step.prompt) not in said
        said.add((step.name, step.prompt))
        yield (
            f"| {number} | {start // 60}:{start % 60:02}"
            f" | {step.minutes} | {step.length.shortest}–{JOIN}{step.length.longest}"
            f" | {'<br>'.join(_told(step, plan.groups, once))} |"
        )
    yield ""


def _told(step: Step, usual: GroupPlan | None, once: bool) -> Iterator[str]:
    seated = step.groups.called.partition(",")[0] if step.groups else step.arrangement
    aside = [step.round, f"{step.times} times" if step.times > 1 else "", seated]
    yield f"**{step.name}** · {' · '.join(filter(None, aside))}"
    if not once:
        return
    if step.groups and step.groups != usual:
        yield _split(step.groups)
    if step.prompt:
        yield f"“{step.prompt}”"
    if step.capture:
        yield f"→ {step.capture}"


def _origin(format: CatalogueFormat) -> Iterator[str]:
    yield "## Where it comes from\n"
    yield from (f"- {note}" for note in (*format.notes, format.provenance))
    yield from (f"- <{address}>" for address in format.source.split(" ; ") if address)
    if format.licence:
        yield f"- {format.licence}"
    yield ""


def _split(groups: GroupPlan) -> str:
    number = len(groups.sizes)
    if number == 1:
        return groups.note or f"one group of {groups.sizes[0]}"
    return f"{number} {groups.called}" + (
        f": {groups.note}" if groups.note else f" of {groups.sizes[0]}"
    )


def _team(format: CatalogueFormat) -> int:
    """Return twelve, or the nearest number that it works for."""
    least, most = format.people
    numbers = range(least, min(most, 2 * A_TEAM) + 1)
    return min(filter(format.works_for, numbers), key=lambda number: abs(number - A_TEAM))


def diagram(format: CatalogueFormat, plan: FormatPlan, people: int) -> str:
    """Return a drawing of the shortest, the usual and the longest course, as raw HTML.

    It takes its colours from the page, light or dark, and stands in its own scrolling box, so
    that its letters stay legible on a narrow screen.
    """
    courses = {
        "shortest": [step.length.shortest or 0 for step in plan.steps],
        "usual": [step.length.usual or 0 for step in plan.steps],
        "longest": [step.length.longest or 0 for step in plan.steps],
    }
    scale = BARS / max(sum(courses["longest"]), 1)
    parts = [
        part
        for row, (name, minutes) in enumerate(courses.items())
        for part in _course(name, minutes, plan.steps, TOP + row * STRIDE, scale)
    ]
    width, height = LEFT + BARS + RIGHT, TOP + 3 * STRIDE + 44
    return DRAWING.format(
        width=width,
        height=height,
        told=escape(f"How long {format.title} takes {people} people"),
        said=escape(_in_words(courses, plan.steps)),
        parts="\n".join([*parts, *_axis(sum(courses["longest"]), TOP + 3 * STRIDE, scale)]),
        left=LEFT,
        bottom=height - 6,
        legend=LEGEND,
    )


def _course(
    name: str, minutes: list[int], steps: tuple[Step, ...], y: int, scale: float
) -> Iterator[str]:
    middle = y + BAR / 2 + 4.5
    yield f'<text x="{LEFT - 8}" y="{middle}" text-anchor="end">{name}</text>'
    x = float(LEFT)
    for number, (length, step) in enumerate(zip(minutes, steps, strict=True), 1):
        width = length * scale
        if length:
            yield _bar(x, y, width, step, length)
        if width >= 18:
            place = f'x="{x + width / 2:.1f}" y="{middle}"'
            yield f'<text {place} text-anchor="middle">{number}</text>'
        x += width
    yield f'<text x="{x + 8:.1f}" y="{middle}">{sum(minutes)} min</text>'


def _bar(x: float, y: int, width: float, step: Step, minutes: int) -> str:
    seating = "together" if step.arrangement == "plenary" else "groups"
    seating = "alone" if step.arrangement == "alone" else seating
    dashes = ' stroke-dasharray="3 3"' if seating == "alone" else ""
    title = ", ".join(filter(None, [step.name, step.round, f"{minutes} min"]))
    return (
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BAR}" stroke-width="1"{dashes}'
        f' style="fill: var(--color-brand-primary); fill-opacity: {FILLS[seating]};'
        f' stroke: var(--color-foreground-muted)"><title>{escape(title)}</title></rect>'
    )


def _axis(most: int, y: int, scale: float) -> Iterator[str]:
    """Yield marks under the bars: no more than eight, at numbers that people count in."""
    apart = next(step for step in (1, 2, 5, 10, 15, 30, 60, 120, 240) if most / step <= 8)
    for minutes in range(0, most + 1, apart):
        x = LEFT + minutes * scale
        yield (
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y}" y2="{y + 5}" stroke="currentColor"/>'
            f'<text x="{x:.1f}" y="{y + 18}" font-size="11" text-anchor="middle">{minutes}</text>'
        )


def _in_words(courses: dict[str, list[int]], steps: tuple[Step, ...]) -> str:
    return " ".join(
        f"{name.capitalize()}, {sum(minutes)} minutes: "
        + ", ".join(f"{step.name} {each}" for step, each in zip(steps, minutes, strict=True))
        + "."
        for name, minutes in courses.items()
    )
