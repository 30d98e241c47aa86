"""The choice of dates as a document, in any format and style that is installed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.cli.terminal import Terminal

if TYPE_CHECKING:
    from workshopcore.calendar import Dates
    from workshopcore.model.programme import Closure, Programme
    from workshopcore.toolkit import Toolkit

__all__ = ["Papers"]


@frozen
class Papers:
    """Where the document goes.

    Attributes:
        toolkit: whose renderers and styles there are.
        folder: where; it is made if it is not there.
        renderers: keys of the formats.
        style: the house style; ``None`` for the library's plain one.
    """

    toolkit: Toolkit
    folder: Path
    renderers: tuple[str, ...]
    style: str | None = None

    def check(self) -> None:
        """Refuse a format or a style that there is not, before anything is worked out.

        Raises:
            ProgrammeFileError: a file with a style is none.
            UnknownKeyError: there is none of that name.
        """
        from workshopcore.toolkit.rendering import chosen_style

        for key in self.renderers:
            self.toolkit.renderers[key]
        if self.style is not None:
            chosen_style(self.toolkit.styles, self.style)

    def write(
        self, programme: Programme, dates: Dates, on: date, closures: Iterable[Closure]
    ) -> None:
        """Write the document in each format, and say where it is."""
        from workshopcore.reports.date_choice import dates_report
        from workshopcore.toolkit.writing import put

        report = dates_report(programme, dates, as_of=on, closures=closures)
        terminal = Terminal(stderr=True)
        for key in self.renderers:
            data = self.toolkit.render(report, key, style=self.style)
            path = self.folder / f"{report.name}{self.toolkit.renderers[key].suffix}"
            terminal.say(f"{'Wrote' if put(path, data) else 'Nothing new in'} {path}")
