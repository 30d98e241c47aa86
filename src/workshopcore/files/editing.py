"""What changed between two states of a programme, carried over into the text of its file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from workshopcore.files.layout import Layout, Node, layout_of
from workshopcore.files.parsing import Table
from workshopcore.files.splices import CannotEditError, Splices
from workshopcore.files.toml_out import needs_block

__all__ = ["edited"]

Keys: TypeAlias = tuple[str, ...]

_TABLES = ("inline", "header", "implied", "dotted")


def edited(text: str, old: Table, new: Table) -> str | None:
    """Return a TOML text that says what a new document does, and is otherwise the old text.

    Comments, order and formatting stay where nothing changed. A comment directly above a block
    goes with it when it is removed.

    Args:
        text: TOML that holds the old document, perhaps in other words.
        old: the canonical document of the programme in the text.
        new: the canonical document of the programme to be.

    Returns:
        The edited text, or ``None`` where the text is laid out in a way that cannot be edited.
    """
    layout = layout_of(text, "toml")
    editor = _Editor(layout)
    try:
        editor.table(layout.root, old, new, ())
        return editor.splices.result()
    except CannotEditError:
        return None


class _Editor:
    def __init__(self, layout: Layout) -> None:
        self.splices = Splices(layout)

    def table(self, node: Node, old: Table, new: Table, path: Keys) -> None:
        """Carry over what changed in a table, and add identifiers that were not written."""
        gone = [key for key in old if key not in new and key in node.children]
        if gone and node.form == "inline":
            self.splices.replace(node, new, within=True)
            return
        for key in gone:
            self.splices.remove(node.children[key], node)
        missing = {key: value for key, value in new.items() if key not in node.children}
        blocks = {key: value for key, value in missing.items() if needs_block(key, value)}
        # In the order in which they stand in a table, as some may come to the same place.
        for key, value in missing.items():
            if key not in blocks:
                self.splices.add(node, path, key, value)
        for key, value in new.items():
            if key not in missing:
                self.value(node, node.children[key], old.get(key), value, (*path, key))
        for key, value in blocks.items():
            self.splices.add(node, path, key, value)

    def value(self, holder: Node, node: Node, old: Any, new: Any, path: Keys) -> None:
        if _is_table(old) and _is_table(new) and node.form in _TABLES:
            self.table(node, old, new, path)
        elif _are_tables(old) and _are_tables(new) and node.form in ("tables", "array"):
            self.entries(node, old, new, path)
        elif old != new or old.__class__ is not new.__class__:
            if node.form in ("header", "tables"):
                self.splices.remove(node, holder)
                self.splices.add(holder, path[:-1], str(path[-1]), new)
            else:
                self.splices.replace(node, new, within=holder.form == "inline")

    def entries(self, node: Node, old: list[Table], new: list[Table], path: Keys) -> None:
        """Carry over what changed in a list of tables: those that stay, go and come."""
        pairs = list(_paired(old, new))
        gone = any(after is None for _, _, after in pairs)
        if node.form == "array" and gone and any(before is None for _, before, _ in pairs):
            self.splices.replace(node, new, within=False)
            return
        for number, before, after in pairs:
            # What the programme adds of itself (a phase, say) is not in the text.
            there = number in node.children
            if before is None and after is not None:
                self.splices.insert_entry(node, number, after, path)
            elif after is None and there:
                self.splices.remove_entry(node, number)
            elif before is not None and after is not None and there:
                self.table(node.children[number], before, after, path)
            elif after is not None:
                self.splices.insert_entry(node, number, after, path)


def _paired(old: list[Table], new: list[Table]) -> Iterator[tuple[int, Table | None, Table | None]]:
    """Yield the number of an old entry, the entry, and what becomes of it.

    Something new comes with the number of the old entry that it stands before.
    """
    matcher = SequenceMatcher(None, _names(old), _names(new), autojunk=False)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        befores = list(range(start, end))
        afters = new[new_start:new_end]
        same = what == "equal" or not any("id" in entry for entry in [*old[start:end], *afters])
        pairs = min(len(befores), len(afters)) if same else 0
        for number, after in zip(befores[:pairs], afters[:pairs], strict=True):
            yield number, old[number], after
        for number in befores[pairs:]:
            yield number, old[number], None
        for after in afters[pairs:]:
            yield end, None, after


def _names(entries: list[Table]) -> list[str]:
    """Return what tells entries apart: their identifiers, or else all that they say."""
    return [str(entry.get("id", repr(entry))) for entry in entries]


def _is_table(value: Any) -> bool:
    return value.__class__ is dict


def _are_tables(value: Any) -> bool:
    return value.__class__ is list and bool(value) and all(map(_is_table, value))
