"""A team of nine with a year behind it, and an evaluation of what it answered."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from workshopcore.contracts.evaluation import (
    Evaluation,
    Shown,
    ShownAnswer,
    ShownChange,
    ShownItem,
    ShownWave,
)
from workshopcore.model.evaluation import Instrument, Question, Theme, Wave
from workshopcore.model.programme import Programme

POINTS = ("Disagree", "Neither", "Agree")
TEXTS = {
    "purpose": "We share a purpose",
    "double": "We do work twice",
}


def item(key: str, counts: Any, *, asked: int = 9, **more: Any) -> ShownItem:
    """Return a question on a scale of three points, with so many at each."""
    answers = [
        ShownAnswer(point, str(number), number)
        for point, number in zip(POINTS, counts, strict=False)
    ]
    answered = more.pop("answered", sum(counts))
    fields = {"scaled": True, "construct": "direction", **more}
    return ShownItem(key, key, "scale", TEXTS[key], asked, answered, answers=answers, **fields)


def hidden(key: str, why: str, **more: Any) -> ShownItem:
    """Return a question of which nothing is shown."""
    return ShownItem(key, key, "scale", TEXTS[key], 9, 8, notes=[why], scaled=True, **more)


def wave(name: str, kind: str, *items: ShownItem, **more: Any) -> ShownWave:
    """Return a round of asking; it closed on a day of its own."""
    titles = {
        "before": ("At the start", "2027-01-15"),
        "pulse-1": ("After the first", "2027-01-22"),
        "pulse-2": ("After the second", "2027-04-02"),
        "close": ("At the close", "2027-12-01"),
    }
    title, closed = titles[name]
    fields = {"invited": 9, "answered": 9, **more}
    day = date.fromisoformat(closed)
    return ShownWave(name, title, kind, "The team", day.replace(day=1), day, items=items, **fields)


def whole(**changes: Any) -> Evaluation:
    """Return an evaluation of four rounds: before, after two workshops, at the close."""
    said = "2 of 9 answered Agree"
    fields: dict[str, Any] = {
        "waves": [
            wave(
                "before",
                "baseline",
                item("purpose", (4, 3, 2), sentences=[said, "median 2"]),
                item("double", (1, 3, 5), reverse=True, construct="duplication"),
            ),
            wave("pulse-1", "after-each", item("purpose", (0, 2, 6)), answered=8),
            wave("pulse-2", "after-each", answered=3, withheld="fewer than 5 answered"),
            wave(
                "close",
                "close",
                item("purpose", (1, 1, 6), sentences=["6 of 8 answered Agree; 9 were asked"]),
                item("double", (5, 2, 1), reverse=True, construct="duplication"),
                ShownItem("gain", "gain", "text", "What was gained?", 9, 5),
                answered=8,
                comments=[Shown("gain", "We say no together.", "vision")],
            ),
        ],
        "changes": [
            ShownChange(
                "purpose",
                TEXTS["purpose"],
                "before",
                "close",
                8,
                improved=5,
                same=2,
                worse=1,
                sentences=["5 of 8 improved", "p = 0.03, exact"],
            ),
            ShownChange(
                "double",
                TEXTS["double"],
                "before",
                "close",
                notes=["Everybody moved the same way, so it is not said which."],
            ),
        ],
        "notes": ["Nothing here is anonymous to a colleague."],
        **changes,
    }
    return Evaluation(date(2027, 12, 14), **fields)


@pytest.fixture(scope="session")
def asked(year: Programme) -> Programme:
    """Return the sample year with its questionnaires and its rounds of asking."""
    questions = [
        Question(TEXTS["purpose"], "scale", id="purpose", labels=POINTS, level=3),
        Question(TEXTS["double"], "scale", id="double", labels=POINTS, reverse=True),
        Question("What was gained?", "text", id="gain", apart=True),
    ]
    return evolve(
        year,
        instruments=[Instrument("The team", questions, id="team")],
        themes=[Theme("Direction", id="vision")],
        waves=[
            Wave("At the start", "baseline", id="before", instrument="team", opens="2027-01-01"),
            Wave("After the first", "after-each", id="pulse-1", workshop="first", instrument="team",
                 opens="2027-01-19", closes="2027-01-22"),
            Wave("After the second", "after-each", id="pulse-2", workshop="second",
                 instrument="team", opens="2027-03-28", closes="2027-04-02"),
            Wave("At the close", "close", id="close", instrument="team", opens="2027-11-23",
                 closes="2027-12-01"),
            Wave("Half a year on", "follow-up", id="later", opens="2028-06-01"),
        ],
    )  # fmt: skip


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """Return ways to make what may be shown."""
    return SimpleNamespace(item=item, hidden=hidden, wave=wave, whole=whole, points=POINTS)


@pytest.fixture
def report(build: Any, asked: Programme, made: SimpleNamespace) -> Any:
    """Return a function that builds the evaluation report at the close."""

    def built(
        evaluation: Any = "whole", programme: Programme = asked, as_of: str = "2027-12-15", **more
    ) -> Any:
        given = made.whole() if evaluation == "whole" else evaluation
        return build(programme, "evaluation-report", as_of=as_of, evaluation=given, **more)

    return built


@pytest.fixture(scope="session")
def look() -> SimpleNamespace:
    """Return ways to look into a report: its figures, paragraphs, lists and facts."""

    def inside(part: Any, kind: str) -> list[Any]:
        found = []
        for block in part.blocks:
            name = type(block).__name__
            if name == kind:
                found.append(block)
            elif name == "Section":
                found += inside(block, kind)
        return found

    def own(part: Any, kind: str) -> list[Any]:
        return [block for block in part.blocks if type(block).__name__ == kind]

    def plain(text: Any) -> str:
        return text if isinstance(text, str) else "".join(run.text for run in text)

    return SimpleNamespace(
        inside=inside,
        figures=lambda part, kind: [f for f in inside(part, "Figure") if f.kind == kind],
        paragraphs=lambda part: [plain(each.text) for each in own(part, "Paragraph")],
        lines=lambda part: [plain(item) for each in own(part, "Bullets") for item in each.items],
        plain=plain,
    )
