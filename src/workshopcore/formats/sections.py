"""The sections of a format's file: options, steps and rounds, groups, materials."""

from __future__ import annotations

import re
from typing import get_args

from workshopcore.contracts.formats import Lasting
from workshopcore.formats.expression import FUNCTIONS
from workshopcore.formats.grouping import GroupRule
from workshopcore.formats.joining import JOINED, Joined, JoinedWord
from workshopcore.formats.reading import COUNTS
from workshopcore.formats.rules import (
    MaterialRule,
    OptionRule,
    Per,
    RoundRule,
    Splitting,
    StepRule,
)
from workshopcore.formats.sheets import SheetRule, read_sheet
from workshopcore.formats.tables import Table
from workshopcore.formats.words import vocabulary

__all__ = ["read_groups", "read_material", "read_option", "read_sheets", "read_steps"]

_OPTION = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SPLIT = re.compile(r"split\( ?([0-9]{1,4}) ?, ?([0-9]{1,4}) ?\)")
_MOST = 1000


def read_option(table: Table, name: str, inner: Table) -> OptionRule:
    """Read a number that a session may set."""
    if not _OPTION.fullmatch(name) or name in COUNTS or name in FUNCTIONS:
        taken = ", ".join([*COUNTS, *FUNCTIONS])
        expected = "a name of lower-case letters, digits and _, beginning with a letter"
        raise table.fault("options", name, expected, f"These are taken: {taken}")
    rule = OptionRule(name=name, meaning=inner.text("meaning"), bounds=inner.triple("bounds"))
    if rule.bounds[2] > _MOST:
        raise inner.fault("bounds", rule.bounds, f"at most {_MOST}")
    inner.finish()
    return rule


def read_steps(table: Table, options: list[str]) -> list[StepRule | RoundRule]:
    """Read steps and rounds."""
    found: list[StepRule | RoundRule] = [
        _round(inner, options) if inner.has("rounds") else _step(inner, options)
        for inner in table.tables("steps")
    ]
    if not found:
        raise table.fault("steps", None, "at least one step")
    return found


def _round(table: Table, options: list[str]) -> RoundRule:
    steps = [_step(inner, options, in_round=True) for inner in table.tables("steps")]
    if not steps:
        raise table.fault("steps", None, "at least one step of the round")
    rule = RoundRule(
        rounds=table.figure("rounds", options, least=1),
        steps=steps,
        called=table.text("called", "Round"),
    )
    table.finish()
    return rule


def _step(table: Table, options: list[str], in_round: bool = False) -> StepRule:
    arrangement, splitting = _arrangement(table)
    shortest, usual, longest = table.minutes("minutes", options)
    rule = StepRule(
        name=table.text("name"),
        minutes=(shortest, usual, longest),
        times=table.figure("times", options, 1, least=1),
        arrangement=arrangement,
        splitting=splitting,
        prompt=table.text("prompt", ""),
        capture=table.text("capture", ""),
        between=in_round and table.flag("between"),
    )
    table.finish()
    return rule


def _arrangement(table: Table) -> tuple[str, Splitting | None]:
    """Take how people sit, and how they are split for it."""
    written = table.text("arrangement", "plenary")
    own = _SPLIT.fullmatch(written)
    if own:
        least, most = int(own[1]), int(own[2])
        if not 1 <= least <= most:
            raise table.fault("arrangement", written, "split(fewest, most) in rising order")
        return "groups", GroupRule(bounds=(least, most))
    table.one_of("arrangement", written, vocabulary().arrangements)
    return written, next((Joined(word) for word in JOINED if word == written), None)


def read_material(table: Table, options: list[str]) -> MaterialRule:
    """Read something to bring."""
    rule = _copies(table, options, "item")
    table.finish()
    return rule


def read_sheets(table: Table, options: list[str]) -> list[SheetRule]:
    """Read the sheets to fill in."""
    return [
        read_sheet(inner, options, _copies(inner, options, "title"))
        for inner in table.tables("sheets")
    ]


def _copies(table: Table, options: list[str], called: str) -> MaterialRule:
    """Take how many there are of something, for the workshop, each group or each person."""
    per: dict[str, Per] = {word: word for word in get_args(Per)}
    return MaterialRule(
        item=table.text(called),
        quantity=table.figure("quantity", options, 1, least=1),
        per=per[table.word("per", per, "workshop")],
    )


def read_groups(table: Table) -> Splitting:
    """Read how the room is split."""
    rule = _joined(table) if table.has("join") else _split_rule(table)
    table.finish()
    return rule


def _joined(table: Table) -> Joined:
    words: dict[str, JoinedWord] = {word: word for word in JOINED}
    return Joined(
        words[table.word("join", words)],
        table.text("called", ""),
        lasting=_lasting(table),
        hosted=table.flag("hosted"),
    )


def _split_rule(table: Table) -> GroupRule:
    return GroupRule(
        bounds=table.pair("split"),
        aim=table.count("aim") if table.has("aim") else None,
        whole_up_to=table.count("whole_up_to", 0, least=0),
        otherwise=table.pair_if_given("otherwise"),
        inner=table.pair_if_given("inner"),
        called=table.text("called", "groups"),
        lasting=_lasting(table),
        hosted=table.flag("hosted"),
    )


def _lasting(table: Table) -> Lasting:
    words: dict[str, Lasting] = {word: word for word in get_args(Lasting)}
    return words[table.word("lasting", words, "session")]
