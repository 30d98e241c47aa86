"""The sample year, and ways to build and read a report in a test."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from attrs import evolve, frozen

from workshopcore.contracts.audience import filtered
from workshopcore.contracts.formats import FormatPlan, FormatRequest, GroupPlan, MaterialPlan, Step
from workshopcore.contracts.report import Report, Section, Table
from workshopcore.contracts.reports import ReportRequest, ReportType
from workshopcore.model.length import Length
from workshopcore.model.options import Options
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports import built_in_reports


@frozen
class Trios:
    """A session format with a known plan: trios, 30 minutes."""

    key: str = "trios"
    title: str = "Work in trios"
    people: tuple[int, int] = (3, 24)

    def length(self, people: int, options: Options) -> Length:
        return Length(20, 30, 40)

    def expand(self, request: FormatRequest) -> FormatPlan:
        step = Step(
            "Listen",
            Length(5, 10, 15),
            arrangement="threes",
            prompt="What did you hear?",
            capture="one card each",
        )
        return FormatPlan(
            [step],
            groups=GroupPlan([3, 3, 3], "trios"),
            materials=[MaterialPlan("card", 9)],
            prompts=["What must change?"],
            captures=["three headlines"],
        )


FORMATS = {"trios": Trios()}


@pytest.fixture(scope="session")
def year() -> Programme:
    """Return the sample year."""
    return run_path(str(Path(__file__).with_name("sample_year.py")))["whole_year"]()


@pytest.fixture(scope="session")
def build() -> Callable[..., Report]:
    """Return a function that builds a report and keeps what its audience may see."""
    kinds = {kind.key: kind for kind in built_in_reports()}

    def built(
        programme: Programme, key: str | ReportType, *, whole: bool = False, **request: Any
    ) -> Report:
        if isinstance(request.get("as_of"), str):
            request["as_of"] = date.fromisoformat(request["as_of"])
        kind = kinds[key] if isinstance(key, str) else key
        report = kind.build(programme, ReportRequest(formats=FORMATS, **request))
        return report if whole else filtered(report)

    return built


@pytest.fixture(scope="session")
def reading() -> SimpleNamespace:
    """Return ways to read a report: all its words, a section, the rows of its tables."""
    return SimpleNamespace(
        words=words,
        section=section,
        rows=rows,
        changed=changed,
        one_day=one_day,
        formats=FORMATS,
    )


def words(part: Any) -> str:
    """Return everything that a report or a block says, one text a line."""
    return "\n".join(text for text in texts(part) if text)


def texts(part: Any) -> Iterator[str]:
    """Yield every text within a report, details and figures' data included."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        if part and all(type(item).__name__ == "Run" for item in part):
            yield "".join(run.text for run in part)
        else:
            for item in part:
                yield from texts(item)
    elif hasattr(part, "items") and hasattr(part, "keys"):
        for value in part.values():
            yield from texts(value)
    elif attrs.has(type(part)):
        for field in attrs.fields(type(part)):
            yield from texts(getattr(part, field.name))


def section(part: Any, title: str) -> Section:
    """Return the section of that title, wherever it stands."""
    found = [s for s in _sections(part.blocks) if s.title == title]
    assert len(found) == 1, f"{len(found)} sections '{title}'"
    return found[0]


def _sections(blocks: tuple[Any, ...]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.blocks)


def rows(part: Any) -> list[tuple[str, ...]]:
    """Return the rows of the tables that stand in a report or section, as plain text."""
    found: list[tuple[str, ...]] = []
    for block in part.blocks:
        if isinstance(block, Table):
            found += [tuple("".join(texts(cell)) for cell in row) for row in block.rows]
    return found


def changed(programme: Programme, workshop: str, **fields: Any) -> Programme:
    """Return a programme with one workshop changed."""
    return evolve(
        programme,
        workshops=[evolve(w, **fields) if w.id == workshop else w for w in programme.workshops],
    )


def one_day(*agenda: Any, **fields: Any) -> Programme:
    """Return a programme of one workshop, by default from 10:00 to 16:00."""
    times = {"start": "2027-06-15T10:00", "end": "2027-06-15T16:00", **fields}
    day = Workshop("A day", id="day", agenda=agenda, **times)
    return Programme(title="One day", people=[Person("Amina Yusuf")], workshops=[day])
