"""Three workshops on Tuesdays for four people, and an importer of their time for these tests."""

import pytest

import workshopcore as wc

YEAR = """\
title = "A year"
start = 2027-01-04
end = 2027-03-26
time_zone = "Europe/London"

# The head of service must see them all.
[[people]]
name = "Amina Yusuf"
required = true

[[people]]
name = "Tomasz Zielak"

[[people]]
name = "Mei Tanaka"

[[people]]
name = "Ruth Adeyemi"
role = "facilitator"

[[closures]]
title = "Half-term"
start = 2027-02-15
end = 2027-02-19
kind = "school-holiday"

[[workshops]]
id = "one"
title = "One"
start = 2027-01-12T09:15:00
end = 2027-01-12T16:00:00

[[workshops]]
id = "two"
title = "Two" # the long one
start = 2027-02-02T09:15:00
end = 2027-02-02T16:00:00

[[workshops]]
id = "three"
title = "Three"
start = 2027-02-23T09:15:00
end = 2027-02-23T16:00:00
"""

IMPORTER = """
import attrs
from workshopcore import hookimpl
from workshopcore.contracts.busy_time import Busy, Poll
from workshopcore.contracts.exchange import Imported
from workshopcore.errors import Problem


@attrs.frozen
class Lines:
    key: str = "diary:lines"
    title: str = "Lines of WHO DAY, or of days of one person"
    matter: str = "busy-time"
    suffixes: tuple = (".days",)

    def read(self, data, programme, request):
        values, problems = [], []
        lines = data.decode().splitlines()
        for number, line in enumerate(lines, 1):
            request.advance(number, len(lines))
            who = request.options.get("who") or request.options.get("room")
            *name, day = line.split()
            try:
                values.append(Busy(who or name[0], [day]))
            except Exception:
                problems.append(Problem("WC003", f"line {number}", repr(day), "a day"))
        return Imported(tuple(values), tuple(problems))


@attrs.frozen
class Answers:
    key: str = "diary:answers"
    title: str = "Lines of WHO DAY ANSWER"
    matter: str = "busy-time"
    suffixes: tuple = (".poll", ".csv")

    def read(self, data, programme, request):
        said = [line.split() for line in data.decode().splitlines()]
        return Imported(tuple(Poll(who, {day: answer}) for who, day, answer in said))


@attrs.frozen
class Others:
    key: str = "diary:others"
    title: str = "The same for another tool"
    matter: str = "busy-time"
    suffixes: tuple = (".csv",)

    def read(self, data, programme, request):
        return Answers().read(data, programme, request)


@hookimpl
def workshopcore_importers():
    return [Lines(), Answers(), Others()]
"""

RULES = """\
weekdays = "Tuesday"
weeks_apart = [2, 4]
"""


@pytest.fixture
def year(folder):
    """The programme file."""
    file = folder / "year.toml"
    file.write_text(YEAR, encoding="utf-8")
    return file


@pytest.fixture
def choose(run, year, folder):
    """Choose dates for it on Tuesdays, two to four weeks apart."""
    (folder / "rules.toml").write_text(RULES)

    def choose(*arguments, rules="rules.toml", day="2026-11-30", **settings):
        asked = ["--rules", rules] if rules else []
        return run("dates", "year.toml", "--as-of", day, *asked, *arguments, **settings)

    return choose


@pytest.fixture
def diaries(install, monkeypatch):
    """Let a plugin read diaries."""
    install("diary", IMPORTER)
    monkeypatch.setenv("WORKSHOPCORE_LOAD_PLUGINS", "diary")


@pytest.fixture
def loaded(year):
    """Read what the file says by now."""
    return lambda: wc.load(year)
