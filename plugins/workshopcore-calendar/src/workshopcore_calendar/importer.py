"""Reading the tasks of calendar files as news of actions."""

from __future__ import annotations

from attrs import frozen

from workshopcore.contracts.exchange import Imported, ImportRequest, Matter
from workshopcore.exchange.decoding import MOST_BYTES
from workshopcore.exchange.manners import option_problems
from workshopcore.exchange.pace import paced
from workshopcore.model.programme import Programme
from workshopcore_calendar.news import Reader
from workshopcore_calendar.problems import line_of, unreadable
from workshopcore_calendar.tasks import tasks_in

__all__ = ["TaskImporter"]


@frozen
class TaskImporter:
    """Tasks (VTODO) of calendars and task lists, our own and anybody else's."""

    key: str = "calendar:vtodo"
    title: str = "Calendar tasks"
    matter: Matter = "actions"
    suffixes: tuple[str, ...] = (".ics",)

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return the news in every task of the file, and what could not be read."""
        options = option_problems(request.options, ())
        if len(data) > MOST_BYTES:
            size, most = f"{len(data):,} bytes", f"at most {MOST_BYTES:,} bytes"
            return Imported((), [*options, unreadable(1, size, most, "Split it")])
        tasks, problems = tasks_in(data)
        reader = Reader(programme)
        said = [reader.news(task) for task in paced(tasks, request.advance)]
        faults = sorted([*problems, *reader.problems], key=line_of)
        return Imported(tuple(news for news in said if news is not None), [*options, *faults])
