"""Sheets to fill in, as a format's file describes them: headings, and lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from workshopcore.contracts.formats import SheetPlan
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.formats.expression import Expression
from workshopcore.formats.names import round_name
from workshopcore.formats.rules import ONE, Counts, MaterialRule, whole
from workshopcore.formats.tables import Table
from workshopcore.language import gettext, pgettext

__all__ = ["SheetRule", "read_sheet"]

_MOST_LINES = 60
_MOST_SHEETS = 60


@frozen(kw_only=True)
class SheetRule:
    """A sheet as the catalogue has it.

    Attributes:
        columns: the headings along the top.
        rows: the cells below them; an empty one is to be filled in.
        lines: how many empty lines follow.
        rounds: how many sheets of the kind there are, one for each round.
        called: what a round is called.
        copies: how many are printed of each: for the workshop, each group or each person.
        people: whether everybody who is expected has a column.
        entries: the option in which a session lists what stands first in the lines.
    """

    columns: tuple[str, ...] = field(converter=tuple[str, ...])
    rows: tuple[tuple[str, ...], ...] = field(default=(), converter=tuple[tuple[str, ...], ...])
    lines: Expression
    rounds: Expression = ONE
    called: str = "Round"
    copies: MaterialRule
    people: bool = False
    entries: str = ""

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return self.copies.item

    def listed(self, options: Mapping[str, object]) -> tuple[str, ...]:
        """Return what a session lists, nothing if it lists nothing.

        Raises:
            InvalidValueError: it is no list of texts.
        """
        found = options.get(self.entries, ()) if self.entries else ()
        if not isinstance(found, (list, tuple)):
            raise self._no_list(found)
        for each in found:
            if not isinstance(each, str):
                raise self._no_list(each)
        return tuple(found)

    def _no_list(self, found: object) -> InvalidValueError:
        expected = f"a list of texts for the option '{self.entries}'"
        return InvalidValueError(found, expected, f"It is printed on the sheet '{self.title}'")

    def plans(self, counts: Counts, entries: tuple[str, ...] = ()) -> Iterator[SheetPlan]:
        """Yield the sheets, round by round; entries stand first in their lines.

        Raises:
            FormatError: a number is no whole one, or there would be nothing to fill in.
        """
        lines = whole(self.lines, counts, _MOST_LINES, "lines")
        rounds = whole(self.rounds, counts, _MOST_SHEETS, "rounds")
        if not (self.rows or lines or entries):
            raise FormatError("expected rows or lines, found none. Give it lines")
        rest = ("",) * (len(self.columns) - 1)
        printed = [_on_a_sheet(row) for row in self.rows]
        written = [(each, *rest) for each in (*entries, *[""] * (lines - len(entries)))]
        for number in range(1, rounds + 1):
            yield SheetPlan(
                gettext(self.title),
                _on_a_sheet(self.columns),
                [*printed, *written],
                quantity=self.copies.plan(counts).quantity,
                round=round_name(self.called, number, rounds),
                people=self.people,
            )


def _on_a_sheet(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text and pgettext("on a sheet", text) for text in texts)


def read_sheet(table: Table, options: list[str], copies: MaterialRule) -> SheetRule:
    """Read a sheet to fill in, of which so many copies are made."""
    columns = table.texts("columns")
    rule = SheetRule(
        columns=columns,
        rows=table.grid("rows", len(columns)),
        lines=table.figure("lines", options, 0),
        rounds=table.figure("rounds", options, 1, least=1),
        called=table.text("called", "Round"),
        copies=copies,
        people=table.flag("people"),
        entries=table.text("entries", ""),
    )
    if not rule.rows and rule.lines.text == "0":
        raise table.fault("lines", 0, "rows, or a number of lines to write on")
    table.finish()
    return rule
