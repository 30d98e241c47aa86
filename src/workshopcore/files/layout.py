"""Where things stand in the text of a document that has already been read without fault.

The standard library's parsers say what a text means, not where. This scanner says where: only
for messages about faults, and for edits that leave the rest of a file as it is.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import define, field

from workshopcore.files.parsing import FileFormat
from workshopcore.files.paths import Path, steps

__all__ = ["Layout", "Node", "layout_of"]

Form: TypeAlias = Literal["value", "inline", "array", "header", "tables", "implied", "dotted"]


@define
class Node:
    """One value of a document, and where it stands.

    Attributes:
        form: ``value``; an ``inline`` table or an ``array``; a table with a ``header`` of its
            own; an array of such ``tables``; a table ``implied`` by a header further in, or by
            a ``dotted`` key.
        start, end: the value (from its header for a table), as offsets into the text.
        key: where its key starts, or its header.
        children: what it holds, by key or number.
    """

    form: Form
    start: int
    end: int
    key: int
    children: dict[str | int, Node] = field(factory=dict)


@define(slots=False)
class Layout:
    """The nodes of a text, and its lines.

    Attributes:
        headers: offsets of the headers of tables.
        repeated: offsets of keys that came before in the same table.
    """

    text: str
    root: Node
    headers: list[int] = field(factory=list)
    repeated: list[int] = field(factory=list)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line_at(self, offset: int) -> int:
        """Return the line of an offset, counted from 1."""
        return bisect_right(self._lines, offset)

    def line_of(self, path: Path | str) -> int:
        """Return the line of a path, or of the nearest thing around it."""
        return self.line_at(self.nearest(steps(path) if isinstance(path, str) else path).key)

    def nearest(self, path: Path) -> Node:
        """Return what stands at a path, or the nearest thing around it."""
        node = self.root
        for step in path:
            if step not in node.children:
                break
            node = node.children[step]
        return node


_BASIC = r'"(?:[^"\\\n]++|\\.)*+"'
_LITERAL = r"'[^'\n]*+'"
_STRING = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""(?:"{0,2})'
    r"|'''(?:[^']++|'(?!''))*+'''(?:'{0,2})"
    rf"|{_BASIC}|{_LITERAL}",
    re.DOTALL,
)
# A date and its time may have a space between them.
_ATOM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]++|[^\s,\]}#]++")
_KEY = re.compile(rf"{_BASIC}|{_LITERAL}|[A-Za-z0-9_-]++", re.DOTALL)
_BLANK = re.compile(r"[ \t]*+")
_TOML_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_JSON_GAP = re.compile(r"[ \t\r\n]*+")


def layout_of(text: str, format: FileFormat) -> Layout:
    """Return where everything stands in a text that is valid TOML or JSON."""
    layout = Layout(text, Node("inline", 0, len(text), 0))
    scanner = _Scanner(layout, format)
    if format == "toml":
        layout.root.form = "header"
        scanner.statements(layout.root)
    else:
        layout.root = scanner.value(_JSON_GAP.match(text).end())  # type: ignore[union-attr]
    return layout


class _Scanner:
    def __init__(self, layout: Layout, format: FileFormat) -> None:
        self.layout = layout
        self.text = layout.text
        self.toml = format == "toml"
        self.gap = _TOML_GAP if self.toml else _JSON_GAP

    def skip(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self.text, at)
        return match.end() if match else at

    def statements(self, root: Node) -> None:
        """Read the headers and the keys of a TOML text."""
        current = root
        at = self.skip(self.gap, 0)
        while at < len(self.text):
            current, at = (
                self.header(root, at)
                if self.text[at] == "["
                else (
                    current,
                    self.pair(current, at),
                )
            )
            at = self.skip(self.gap, at)

    def header(self, root: Node, start: int) -> tuple[Node, int]:
        self.layout.headers.append(start)
        brackets = 2 if self.text.startswith("[[", start) else 1
        keys, at = self.keys(self.skip(_BLANK, start + brackets))
        end = at + brackets
        holder = root
        for key in keys[:-1]:
            holder = self.within(holder, key, start, "implied")
        if brackets == 2:
            tables = self.within(holder, keys[-1], start, "tables", into=False)
            table = tables.children[len(tables.children)] = Node("header", start, end, start)
        else:
            table = self.within(holder, keys[-1], start, "header")
            table.form, table.start, table.end, table.key = "header", start, end, start
        return table, end

    def within(self, holder: Node, key: str, at: int, form: Form, *, into: bool = True) -> Node:
        """Return a table in a table, made if need be; of an array of tables, the last."""
        node = holder.children.get(key)
        if node is None:
            node = holder.children[key] = Node(form, at, at, at)
        if into and node.form == "tables":
            return node.children[len(node.children) - 1]
        return node

    def pair(self, table: Node, start: int) -> int:
        """Read a key and its value into a table; return where they end."""
        keys, at = self.keys(start)
        at = self.skip(self.gap, self.skip(_BLANK, at) + 1)
        for key in keys[:-1]:
            table = self.within(table, key, start, "dotted")
        if keys[-1] in table.children:
            self.layout.repeated.append(start)
        node = table.children[keys[-1]] = self.value(at, start)
        return node.end

    def keys(self, at: int) -> tuple[list[str], int]:
        """Read a key, which in TOML may have several parts."""
        keys = []
        while True:
            end = self.skip(_KEY, at)
            keys.append(self.key(self.text[at:end]))
            at = self.skip(_BLANK, end) if self.toml else self.skip(self.gap, end)
            if not self.toml or self.text[at] != ".":
                return keys, at
            at = self.skip(_BLANK, at + 1)

    def key(self, raw: str) -> str:
        if raw[0] not in "\"'":
            return raw
        if "\\" not in raw or raw[0] == "'":
            return raw[1:-1]
        if not self.toml:
            return str(json.loads(raw))
        import tomllib

        return str(tomllib.loads(f"key = {raw}")["key"])

    def value(self, at: int, key: int | None = None) -> Node:
        opening = self.text[at]
        place = at if key is None else key
        if opening == "{":
            return self.held(Node("inline", at, at, place), "}")
        if opening == "[":
            return self.held(Node("array", at, at, place), "]")
        pattern = _STRING if opening in "\"'" else _ATOM
        return Node("value", at, self.skip(pattern, at), place)

    def held(self, node: Node, closing: str) -> Node:
        """Read what an inline table or an array holds."""
        at = self.skip(self.gap, node.start + 1)
        while self.text[at] != closing:
            if closing == "}":
                at = self.pair(node, at)
            else:
                child = node.children[len(node.children)] = self.value(at)
                at = child.end
            at = self.skip(self.gap, at)
            if self.text[at] == ",":
                at = self.skip(self.gap, at + 1)
        node.end = at + 1
        return node
