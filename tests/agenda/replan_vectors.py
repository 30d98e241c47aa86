"""The shared vectors of re-planning: what went in, and what `RunSheet.replan` made of it.

Run as a script, this writes `data/replan.json` anew. Do that only when timing a day is meant to
give other results, or when the example's agenda or a format it uses has changed; and look at
what differs.
"""

import json
import sys
from pathlib import Path
from random import Random

from attrs import frozen
from random_days import random_moment, random_sheet
from replan_answers import answer

import workshopcore as wc
from workshopcore.agenda import RunSheet, run_sheet
from workshopcore.reports.live.day import live_day

DATA = Path(__file__).parent / "data"
VECTORS = DATA / "replan.json"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care" / "programme.toml"

SEED = 20270119
RANDOM_DAYS = 45
MOMENTS = 3
EXAMPLE_MOMENTS = 10


@frozen
class Case:
    """A moment of a day.

    Attributes:
        day: which day, in a word or two.
        sheet: the day as planned.
        moment: when, and what is on record by then.
    """

    day: str
    sheet: RunSheet
    moment: dict


def cases() -> list[Case]:
    """Return every case: the days of the example, and random ones."""
    return [*_example(), *_random()]


def _example() -> list[Case]:
    programme = wc.load(EXAMPLE)
    toolkit = wc.Toolkit(discover=False)
    found = []
    for number, workshop in enumerate(programme.in_order):
        sheet = toolkit.run_sheet(programme, workshop.id)
        rng = Random(SEED + number)
        found += [
            Case(workshop.id, sheet, random_moment(rng, sheet)) for _ in range(EXAMPLE_MOMENTS)
        ]
    return found


def _random() -> list[Case]:
    found = []
    for number in range(RANDOM_DAYS):
        rng = Random(SEED + 1000 + number)
        sheet = random_sheet(rng)
        found += [
            Case(f"random {number}", sheet, random_moment(rng, sheet)) for _ in range(MOMENTS)
        ]
    return found


def vectors(found: list[Case]) -> dict:
    """Return cases with their answers as plain data; a day that several share is there once."""
    days: dict[str, dict] = {}
    written = []
    for number, case in enumerate(found):
        days[case.day] = days.get(case.day) or _day(case.sheet)
        answered = answer(case.sheet, case.moment)
        written.append(
            {"name": str(number), "day": case.day, "moment": case.moment, "expect": answered}
        )
    return {"days": days, "cases": written}


def _day(sheet: RunSheet) -> dict:
    """Return a day as the page is given it, and the programme that it is computed from."""
    programme = sheet.day.programme
    known = len(programme.workshops) > 1
    source = EXAMPLE.name if known else json.loads(wc.dumps(programme, "json"))
    return {"programme": source, "workshop": sheet.workshop.id, "live": live_day(sheet)}


def planned(day: dict) -> RunSheet:
    """Return the run sheet of a day of the vectors."""
    source, workshop = day["programme"], day["workshop"]
    if isinstance(source, str):
        return wc.Toolkit(discover=False).run_sheet(wc.load(EXAMPLE), workshop)
    return run_sheet(wc.loads(json.dumps(source), "json"), workshop, formats={})


def text_of(found: dict) -> str:
    """Return vectors as a file: a line for each day and each case."""
    days = ",\n".join(f"{json.dumps(name)}: {_line(day)}" for name, day in found["days"].items())
    lines = ",\n".join(map(_line, found["cases"]))
    return f'{{"days": {{\n{days}\n}},\n"cases": [\n{lines}\n]}}\n'


def _line(found: dict) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    VECTORS.write_text(text_of(vectors(cases())), encoding="utf-8")
    sys.stdout.write(f"Wrote {VECTORS}\n")
