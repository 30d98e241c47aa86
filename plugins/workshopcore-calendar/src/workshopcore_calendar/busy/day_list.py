"""Plain lists of days on which people are away."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field, frozen

from workshopcore.contracts.busy_time import Busy, Spell
from workshopcore.contracts.exchange import Imported, ImportRequest, Matter
from workshopcore.errors import InvalidValueError, Problem, Shown
from workshopcore.exchange.decoding import decoded
from workshopcore.exchange.manners import option_problems
from workshopcore.exchange.pace import paced
from workshopcore.exchange.words import Words
from workshopcore.model import accept
from workshopcore.model.programme import Programme
from workshopcore_calendar.busy.asked import People, option
from workshopcore_calendar.busy.closures import kind_of
from workshopcore_calendar.busy.day_lines import DayLine, Heading, day_lines
from workshopcore_calendar.busy.merging import merged
from workshopcore_calendar.busy.poll_words import marks
from workshopcore_calendar.problems import line_of, problem

__all__ = ["DayListImporter"]

_OPTIONS = ("who", "room", "file", "first", "last", "month_first", "encoding")
_SOMEBODY = "somebody on the programme"


@frozen
class DayListImporter:
    """Lists of days on which people are away: a day or a stretch of days on each line.

    Whose days they are is said beside them, or on a line of its own above them. Options:
    ``who`` they are of, or which ``room`` is taken; ``file``, its name, which may tell;
    ``first`` and ``last``, the days of which the list tells, for one that is complete;
    ``month_first`` and ``encoding``.
    """

    key: str = "calendar:days"
    title: str = "List of days away"
    matter: Matter = "busy-time"
    suffixes: tuple[str, ...] = (".txt",)

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return a ``Busy`` for everybody who is away, and what could not be read."""
        given = request.options
        problems = option_problems(given, _OPTIONS)
        people = People(programme)
        asked = people.asked(given, problems)
        file = option(given, "file", accept.text, "", problems)
        first = option(given, "first", accept.day, None, problems)
        last = option(given, "last", accept.day, None, problems)
        month_first = option(given, "month_first", accept.flag, False, problems)
        text, faults = decoded(data, option(given, "encoding", accept.text, "", problems))
        if not text.strip("\0 \r\n\t"):
            return Imported((), [*problems, *faults] or [_NOTHING])
        unread: list[Problem] = []
        reader = _Reader(Words(programme), asked, unread, people.called([file]))
        lines = list(day_lines(text, unread, month_first=month_first))
        for line in paced(lines, request.advance):
            reader.take(line)
        busy = tuple(
            Busy(who, merged(spells), first=first, last=last)
            for who, spells in reader.spells.items()
        )
        return Imported(busy, [*problems, *faults, *sorted(unread, key=line_of)])


_NOTHING = Problem("WC004", "file", "nothing", "days, one or a stretch of them on each line")


@define
class _Reader:
    """Takes the lines of a list; a line that names nobody is about whom one above it named."""

    words: Words
    asked: str
    faults: list[Problem]
    above: str
    spells: dict[str, list[Spell]] = field(factory=dict, init=False)

    def take(self, line: DayLine | Heading) -> None:
        if isinstance(line, Heading):
            self._take_heading(line)
            return
        who = self.asked or self._named(line.beside)
        guess = "" if who else self._guess(line.beside)
        # A name that is nearly somebody's is not about whom a line above named.
        who = who or ("" if guess else self.above)
        if not who and any(map(kind_of, line.beside)):
            cure = "Add it to the programme as a closure"
            self._nobody(line.line, "a closure", cure)
        elif not who:
            cure = guess or "Write the name beside the day, or pass who="
            self._nobody(line.line, "nobody", cure)
        else:
            spell = Spell(line.first, line.last, tentative=any(map(_is_maybe, line.beside)))
            self.spells.setdefault(who, []).append(spell)

    def _take_heading(self, line: Heading) -> None:
        if self.asked:
            return
        self.above = self._named([line.text])
        if not self.above:
            self._nobody(line.line, "a line without a day", self._guess([line.text]))

    def _named(self, texts: Iterable[str]) -> str:
        for text in texts:
            try:
                return self.words.person(text)
            except InvalidValueError:
                continue
        return ""

    def _guess(self, texts: Iterable[str]) -> str:
        """Return whom of the programme a text might mean; the text itself may be private."""
        for text in texts:
            try:
                self.words.person(text)
            except InvalidValueError as fault:
                if fault.hint.startswith("Did you mean"):
                    return fault.hint
        return ""

    def _nobody(self, line: int, found: str, cure: str) -> None:
        self.faults.append(problem(line, InvalidValueError(Shown(found), _SOMEBODY, cure)))


def _is_maybe(text: str) -> bool:
    return marks().get(text.casefold()) == "maybe"
