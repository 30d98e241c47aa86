"""The paper that notes are on: its tables, looked at one by one, each fault with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from attrs import define

from workshopcore.errors import InvalidValueError, Problem, nearest, shown
from workshopcore.files.layout import Layout
from workshopcore.files.notes.scribe import Place, Scribe
from workshopcore.files.parsing import Table
from workshopcore.files.paths import path_text

__all__ = ["DAY", "TEXT", "Kinds", "Paper"]

TEXT = "text"
DAY = "a date such as 2027-01-19"
"""What a field of the notes may hold, in words."""

Kinds: TypeAlias = Mapping[str, str]
"""The fields of a table, each with what it holds; the first one must be there."""

Steps: TypeAlias = tuple[str | int, ...]

_TYPES: Mapping[str, tuple[type, ...]] = {TEXT: (str,), DAY: (str, date)}


@define
class Paper:
    """A file of notes.

    Attributes:
        scribe: who is told what is wrong.
        file: its name.
        layout: where everything stands in it.
    """

    scribe: Scribe
    file: str
    layout: Layout

    def place(self, *steps: str | int) -> Place:
        """Return where something stands."""
        return Place(path_text(steps), self.file, self.layout.line_of(steps))

    def fault(self, steps: Steps, code: str, found: object, expected: str, hint: str = "") -> None:
        """Note that something is wrong."""
        self.scribe.note(self.place(*steps), Problem(code, "", shown(found), expected, hint))

    def refuse_others(self, table: Table, steps: Steps, known: Iterable[str]) -> None:
        """Note keys that mean nothing."""
        names = list(known)
        for key in table:
            if key not in names:
                guess = nearest(key, names)
                cure = f"Did you mean '{guess}'?" if guess else ""
                self.fault((*steps, key), "WC002", key, f"one of {', '.join(names)}", cure)

    def fields(self, value: Any, kinds: Kinds, *steps: str | int) -> Table | None:
        """Return the fields of a table; ``None`` if it is none, or if one is wrong."""
        if value.__class__ is not dict:
            self.fault(steps, "WC003", value, f"a table of {', '.join(kinds)}")
            return None
        before = len(self.scribe.problems)
        self.refuse_others(value, steps, kinds)
        for key, entry in value.items():
            if key in kinds and entry.__class__ not in _TYPES[kinds[key]]:
                self.fault((*steps, key), "WC003", entry, kinds[key])
        return dict(value) if len(self.scribe.problems) == before else None

    def text(self, value: Any, *steps: str | int) -> str:
        """Return text, ``""`` where something else stands."""
        if value.__class__ is str:
            return str(value)
        self.fault(steps, "WC003", value, TEXT)
        return ""

    def entries(
        self, name: str, value: Any, find: Callable[[str], str]
    ) -> Iterator[tuple[str, Any]]:
        """Yield what a table says of people, sessions or issues, each of them once.

        Args:
            name: the table.
            value: what it holds; what is left empty is passed over.
            find: returns whom or what a key means.
        """
        if value.__class__ is not dict:
            self.fault((name,), "WC003", value, f"a table [{name}]")
            return
        seen: dict[str, str] = {}
        for word, said in value.items():
            if said in ("", [], {}):
                continue
            meant = _meant(find, word)
            if meant in seen:
                cure = f"'{seen[meant]}' means the same: remove one of the two"
                self.fault((name, word), "WC005", word, "each name once", cure)
                continue
            seen[meant] = word
            yield word, said

    def blocks(self, name: str, value: Any, kinds: Kinds) -> Iterator[tuple[Place, Table]]:
        """Yield the tables of an array that have nothing wrong; empty ones are passed over."""
        if value.__class__ is not list:
            self.fault((name,), "WC003", value, "a list", f"In TOML, write [[{name}]]")
            return
        first = next(iter(kinds))
        for number, entry in enumerate(value):
            found = self.fields(entry, kinds, name, number)
            if found is None or not any(found.values()):
                continue
            if not str(found.get(first, "")).strip():
                self.fault((name, number), "WC004", None, f"a {first}")
                continue
            yield self.place(name, number), found


def _meant(find: Callable[[str], str], word: str) -> str:
    """Return whom or what a key means; one that means nothing is told when it is taken."""
    try:
        return find(word)
    except InvalidValueError:
        return f"\0{word}"
