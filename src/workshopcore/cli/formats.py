"""`workshopcore formats`: the session formats that are installed, and one of them in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.errors import FormatError
from workshopcore.model.length import Length
from workshopcore.model.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["formats"]

_A_TEAM = 12
"""How many people lengths are shown for where nobody says."""


@frozen
class Sized:
    """A format with a number of people, and how long it takes them."""

    format: SessionFormat
    people: int
    length: Length

    @classmethod
    def of(cls, format: SessionFormat, people: int | None) -> Sized:
        """Size a format for some people; for a number that it works for, where nobody says.

        Raises:
            FormatError: it does not work for so many.
        """
        if people is None:
            least, most = format.people
            people = min(max(_A_TEAM, least), most)
        return cls(format, people, format.length(people, Options()))


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore formats
  workshopcore formats --people 9 --minutes 45
  workshopcore formats world-cafe --people 20
  workshopcore formats --json""",
)
@click.argument("key", required=False)
@click.option("--people", type=click.IntRange(1, 100_000), help="Only those that suit so many.")
@click.option("--minutes", type=click.IntRange(1, 20_160), help="Only those that can be so short.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def formats(key: str | None, people: int | None, minutes: int | None, as_json: bool) -> None:
    """List session formats, or show one of them.

    With a KEY it shows the steps, groups and materials. Lengths are for --people, or for 12
    where nobody says.
    """
    from workshopcore.toolkit import Toolkit

    known = Toolkit().formats
    if key is None:
        chosen = list(_fitting(known.values(), people, minutes))
        if as_json:
            print_json([_to_json(sized) for sized in chosen])
        else:
            _list(chosen)
        return
    sized = Sized.of(known[key], people)
    plan = _plan(sized, minutes)
    if as_json:
        print_json({**_to_json(sized), "plan": _plan_to_json(plan)})
    else:
        _show(sized, plan)


def _fitting(
    found: Iterable[SessionFormat], people: int | None, minutes: int | None
) -> Iterable[Sized]:
    for format in sorted(found, key=lambda format: format.key):
        try:
            sized = Sized.of(format, people)
        except FormatError:
            continue
        if minutes is None or (sized.length.shortest or 0) <= minutes:
            yield sized


def _plan(sized: Sized, minutes: int | None) -> FormatPlan:
    usual = minutes or sized.length.usual or sized.length.shortest or 0
    return sized.format.expand(FormatRequest(usual, sized.people))


def _list(chosen: list[Sized]) -> None:
    if not chosen:
        Terminal().say("No installed format suits this. `workshopcore formats` lists them all.")
        return
    rows = [
        (one.format.key, one.format.title, _range(*one.format.people), _minutes(one.length))
        for one in chosen
    ]
    Terminal().table(("key", "title", "people", "minutes (usual)"), rows)


def _show(sized: Sized, plan: FormatPlan) -> None:
    terminal = Terminal()
    format = sized.format
    terminal.say((format.title, "bold"), f" ({format.key})")
    for text in _texts(format, "summary"):
        terminal.say(text)
    facts = {
        "People": [_range(*format.people)],
        "Minutes": [f"{_minutes(sized.length)} with {sized.people} people"],
        "For": _texts(format, "purposes"),
        "Brings": _texts(format, "outputs") or plan.captures,
        "Groups": [", ".join(map(str, plan.groups.sizes))] if plan.groups else [],
        "Materials": [f"{need.quantity} × {need.item}" for need in plan.materials],
        "Source": _texts(format, "source"),
        "Licence": _texts(format, "licence"),
    }
    for label, values in facts.items():
        if values:
            terminal.say((f"{label:<10}", "dim"), "; ".join(values))
    terminal.say()
    for number, step in enumerate(plan.steps, 1):
        terminal.say(
            f"{number:>2}. ",
            (step.name, "bold"),
            f": {step.length.usual} min, {step.arrangement}",
        )
        if step.prompt:
            terminal.say("    ", step.prompt)


def _texts(format: SessionFormat, name: str) -> tuple[str, ...]:
    """Return what a format of the catalogue says of itself; others need not say it."""
    value = getattr(format, name, ())
    return ((value,) if value else ()) if isinstance(value, str) else tuple(map(str, value))


def _range(least: int, most: int) -> str:
    return f"{least}–{most}"


def _minutes(length: Length) -> str:
    return f"{length.shortest}–{length.longest} ({length.usual})"


def _to_json(sized: Sized) -> dict[str, Any]:
    format = sized.format
    least, most = format.people
    return {
        "key": format.key,
        "title": format.title,
        "people": {"least": least, "most": most},
        "minutes": {"people": sized.people, **_length_to_json(sized.length)},
        "summary": " ".join(_texts(format, "summary")),
        "purposes": list(_texts(format, "purposes")),
        "outputs": list(_texts(format, "outputs")),
        "source": " ".join(_texts(format, "source")),
        "licence": " ".join(_texts(format, "licence")),
    }


def _length_to_json(length: Length) -> dict[str, int | None]:
    return {"shortest": length.shortest, "usual": length.usual, "longest": length.longest}


def _plan_to_json(plan: FormatPlan) -> dict[str, Any]:
    return {
        "steps": [
            {
                "name": step.name,
                "minutes": _length_to_json(step.length),
                "arrangement": step.arrangement,
                "prompt": step.prompt,
                "capture": step.capture,
            }
            for step in plan.steps
        ],
        "groups": list(plan.groups.sizes) if plan.groups else [],
        "materials": [{"item": need.item, "quantity": need.quantity} for need in plan.materials],
        "prompts": list(plan.prompts),
        "captures": list(plan.captures),
    }
