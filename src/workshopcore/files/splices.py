"""Changes to a TOML text, each where it belongs: everything else stays as it is, to the letter."""

from __future__ import annotations

import re
from typing import Any

from workshopcore.files.layout import Layout, Node
from workshopcore.files.parsing import Table
from workshopcore.files.toml_out import key_text, line_text, needs_block, toml_block, value_text

__all__ = ["CannotEditError", "Splices"]

_BESIDE = frozenset({"value", "inline", "array"})


class CannotEditError(Exception):
    """The text is laid out in a way that this editor does not change: it is to be rewritten."""


class Splices:
    """Changes to one text, collected and then made from the end to the start."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.text = layout.text
        self._changes: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """Return the changed text.

        Raises:
            CannotEditError: two changes fall on the same place.
        """
        text, limit = self.text, len(self.text)
        line_end = "\r\n" if "\r\n" in text else "\n"
        # From the end; of several insertions at one place, the first asked for comes first.
        for start, end, new in sorted(self._changes, key=lambda change: change[:2])[::-1]:
            if end > limit:
                raise CannotEditError
            text, limit = text[:start] + new.replace("\n", line_end) + text[end:], start
        return text

    def replace(self, node: Node, value: Any, *, within: bool) -> None:
        """Put another value in the place of one that stands beside its key, or in an array."""
        if node.form not in _BESIDE:
            raise CannotEditError
        self._changes.append(
            (node.start, node.end, line_text(value) if within else value_text(value))
        )

    def add(self, table: Node, path: tuple[str, ...], key: str, value: Any) -> None:
        """Add a key to a table."""
        if table.form == "inline":
            self._add_within(table, f"{key_text(key)} = {line_text(value)}")
        elif table.form == "implied" and value.__class__ is dict:
            block = toml_block(value, (*path, key), several=False)
            self._insert(self._extent(table), f"\n{block}")
        elif table.form != "header":
            raise CannotEditError
        elif needs_block(key, value):
            tables = value if value.__class__ is list else [value]
            blocks = [toml_block(t, (*path, key), several=value is tables) for t in tables]
            self._insert(self._extent(table), "".join(f"\n{block}" for block in blocks))
        else:
            at, margin = self._last_line(table)
            self._insert(at, f"{margin}{key_text(key)} = {value_text(value, len(key))}\n")

    def remove(self, node: Node, table: Node) -> None:
        """Remove a key with its value; a block with all that is in it and the comment above it."""
        if table.form == "inline":
            raise CannotEditError
        if node.form == "tables":
            for entry in node.children.values():
                self._remove_block(entry)
        elif node.form == "header":
            self._remove_block(node)
        elif node.form in _BESIDE:
            self._changes.append((self._line_start(node.key), self._line_end(node.end), ""))
        else:
            raise CannotEditError

    def insert_entry(self, tables: Node, number: int, table: Table, path: tuple[str, ...]) -> None:
        """Put another table into an array of tables, before the one that has a number now."""
        if tables.form == "array":
            self._insert_element(tables, number, line_text(table))
            return
        block = toml_block(table, path, several=True)
        if number in tables.children:
            self._insert(self._with_comment(tables.children[number].start), f"{block}\n")
        else:
            last = tables.children[len(tables.children) - 1]
            self._insert(self._extent(last), f"\n{block}")

    def remove_entry(self, tables: Node, number: int) -> None:
        """Remove a table from an array of tables."""
        entry = tables.children[number]
        if tables.form == "tables":
            self._remove_block(entry)
            return
        end = self._match(r"\s*,?[ \t]*", entry.end)
        start = entry.start
        if self._alone(start, end):
            start, end = self._line_start(start), self._line_end(end)
        self._changes.append((start, end, ""))

    def _insert(self, at: int, new: str) -> None:
        # Files that do not end in a line end get one before what is added to them.
        missing = at == len(self.text) and not self.text.endswith("\n")
        self._changes.append((at, at, "\n" * missing + new))

    def _add_within(self, table: Node, pair: str) -> None:
        if not table.children:
            self._changes.append((table.start, table.end, f"{{ {pair} }}"))
            return
        last = max(child.end for child in table.children.values())
        self._changes.append((last, last, f", {pair}"))

    def _insert_element(self, array: Node, number: int, element: str) -> None:
        if number in array.children:
            before = array.children[number].start
            own_line = not self.text[self._line_start(before) : before].strip()
            gap = "\n" + self.text[self._line_start(before) : before] if own_line else " "
            self._changes.append((before, before, f"{element},{gap}"))
            return
        if not array.children:
            self._changes.append((array.start, array.end, f"[{element}]"))
            return
        last = array.children[len(array.children) - 1]
        closing = array.end - 1
        has_comma = self.text.startswith(",", self._match(r"\s*", last.end))
        if self.text[self._line_start(closing) : closing].strip():
            # The bracket closes on the line of the last element.
            self._changes.append((last.end, last.end, f", {element}"))
            return
        if not has_comma and (last.end, last.end, ",") not in self._changes:
            self._changes.append((last.end, last.end, ","))
        margin = self.text[self._line_start(last.key) : last.key]
        margin = margin if not margin.strip() else "  "
        line = self._line_start(closing)
        self._changes.append((line, line, f"{margin}{element},\n"))

    def _remove_block(self, block: Node) -> None:
        end, start = self._extent(block), self._with_comment(block.start)
        # The blank lines above go with it.
        while start > 0 and not self.text[self._line_start(start - 1) : start].strip():
            start = self._line_start(start - 1)
        self._changes.append((start, end, ""))

    def _extent(self, table: Node) -> int:
        """Return where a table ends, with all the tables in it: after its last line."""
        if table is self.layout.root:
            return len(self.text)
        end = max(self._ends(table))
        inside = set(self._starts(table))
        if any(table.start < start < end and start not in inside for start in self.layout.headers):
            raise CannotEditError
        return self._line_end(end)

    def _ends(self, node: Node) -> list[int]:
        return [node.end, *(end for child in node.children.values() for end in self._ends(child))]

    def _starts(self, node: Node) -> list[int]:
        return [
            node.start,
            *(start for child in node.children.values() for start in self._starts(child)),
        ]

    def _last_line(self, table: Node) -> tuple[int, str]:
        """Return where the next key of a table goes, and how far it is indented."""
        own = [child for child in table.children.values() if child.form in _BESIDE]
        if any(child.form == "dotted" for child in table.children.values()):
            raise CannotEditError
        if not own:
            return self._line_end(table.end), self._margin(table.start)
        last = max(own, key=lambda child: child.end)
        return self._line_end(last.end), self._margin(last.key)

    def _margin(self, at: int) -> str:
        return self.text[self._line_start(at) : at]

    def _with_comment(self, start: int) -> int:
        """Return where the comment begins that stands directly above a line, if one does."""
        at = self._line_start(start)
        while at > 0:
            above = self._line_start(at - 1)
            if not self.text[above:at].lstrip(" \t").startswith("#"):
                break
            at = above
        return at

    def _alone(self, start: int, end: int) -> bool:
        """Whether nothing but a comment shares the lines of a stretch of text."""
        before = self.text[self._line_start(start) : start]
        after = self.text[end : self._line_end(end)]
        return not before.strip() and (not after.strip() or after.startswith("#"))

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        return self.text.find("\n", at) + 1 or len(self.text)

    def _match(self, pattern: str, at: int) -> int:
        match = re.compile(pattern).match(self.text, at)
        return match.end() if match else at
