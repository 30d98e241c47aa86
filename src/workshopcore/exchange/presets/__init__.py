"""What the lists of other tools look like: one TOML file to a tool."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from attrs import frozen

from workshopcore.exchange.names import plain

__all__ = ["Preset", "presets", "recognised"]


@frozen
class Preset:
    """What another tool's list looks like.

    Attributes:
        key: its name.
        title: the tool, for people.
        tool: what stands before its identifiers in ``known_as``.
        recognised_by: headings that together only this tool writes.
        columns: the headings of a field, by field.
        statuses: the tool's words for states, each with ours.
        separator: what stands between several names in one cell.
        month_first: months come first in its dates.
    """

    key: str
    title: str
    tool: str
    recognised_by: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    statuses: Mapping[str, str]
    separator: str = ""
    month_first: bool = False


@cache
def presets() -> Mapping[str, Preset]:
    """Return every preset by its key.

    >>> sorted(presets())
    ['jira', 'planner']
    """
    import tomllib
    from importlib.resources import files

    found = {}
    for file in files(__name__).iterdir():
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8"))
            found[table["key"]] = Preset(**table)
    return dict(sorted(found.items()))


def recognised(headings: Collection[str]) -> Preset | None:
    """Return the preset whose headings these are; ``None`` where they are nobody's.

    >>> recognised(["Issue key", "Summary", "Status", "Assignee"]).key
    'jira'
    """
    there = {plain(heading) for heading in headings}
    for preset in presets().values():
        if there.issuperset(map(plain, preset.recognised_by)):
            return preset
    return None
