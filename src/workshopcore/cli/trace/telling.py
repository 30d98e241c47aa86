"""What `trace` prints for people."""

from __future__ import annotations

from collections.abc import Iterable

from workshopcore.cli.terminal import Terminal
from workshopcore.model.programme import Programme
from workshopcore.trace import GRADES, GainTrace, Node, Trace

__all__ = ["tell", "tell_gain", "tell_objective"]


def tell(programme: Programme, found: Trace) -> None:
    """Print the gains with their grades and paths, how much is covered, and what lacks a link."""
    terminal = Terminal()
    terminal.say((f"Trace of '{programme.title}' on {found.as_of}", "bold"))
    if not found.gains:
        terminal.say("No gain had been stated by then.")
    for each in found.gains:
        terminal.say()
        _tell_gain(terminal, each)
    terminal.say()
    terminal.table(("how much is covered", "how many"), _covered(found))
    if found.orphans:
        terminal.say()
        terminal.table(
            ("what lacks a link", "which", "what it lacks"),
            [(each.node.kind, each.node.id, each.lacks) for each in found.orphans],
        )


def tell_gain(found: Trace, id: str) -> None:
    """Print one gain, and everything that it goes back to."""
    terminal = Terminal()
    each = found.gain(id)
    _tell_gain(terminal, each)
    terminal.say(GRADES[each.grade].meaning)
    for rival in each.gain.rivals:
        terminal.say(f"What else could explain it: {rival}")
    _tell_nodes(terminal, "goes back to", found.back(each.path[-1]))


def tell_objective(found: Trace, id: str) -> None:
    """Print everything that one objective has led to."""
    terminal = Terminal()
    node = found.node("objective", id)
    terminal.say((node.title, "bold"))
    _tell_nodes(terminal, "has led to", found.forward(node))


def _tell_gain(terminal: Terminal, each: GainTrace) -> None:
    terminal.say((f"{GRADES[each.grade].label}: ", "bold"), each.gain.statement)
    terminal.say("  ", " → ".join(f"{node.kind} {node.id}" for node in each.path))
    if each.lacks:
        terminal.say("  ", f"lacks: {'; '.join(each.lacks)}")


def _tell_nodes(terminal: Terminal, heading: str, nodes: Iterable[Node]) -> None:
    rows = [(node.kind, node.id, node.title) for node in nodes]
    terminal.say()
    if rows:
        terminal.table((heading, "which", "what it is"), rows)
    else:
        terminal.say(f"It {heading} nothing.")


def _covered(found: Trace) -> list[tuple[str, str]]:
    covered = found.coverage
    own, others, outside = covered.independence
    return [
        ("objectives with an action", str(covered.acted)),
        ("objectives with a gain", str(covered.gained)),
        ("objectives with a gain that rests on more than self-report", str(covered.supported)),
        ("gains that go back to an objective without a gap", str(covered.traceable)),
        ("verified actions that a gain rests on", str(covered.used)),
        ("gains with nothing but the team's own word", str(own)),
        ("gains borne out by others in the organisation", str(others)),
        ("gains borne out from outside it", str(outside)),
    ]
