"""A full run sheet planned anew, as a live display does on every tick."""

from itertools import count

import workshopcore as wc
from workshopcore.contracts.formats import FormatPlan, Step

LONG = 12


class Six:
    """A format of six steps."""

    key = "bench:six"
    title = "Six steps"
    people = (3, 30)

    def length(self, people, options):
        return wc.Length(24, 36, 48)

    def expand(self, request):
        return FormatPlan([Step(f"Step {n}", wc.Length(4, 6, 8)) for n in range(6)])


class Plugin:
    @wc.hookimpl
    def workshopcore_session_formats(self):
        return [Six()]


def programme():
    agenda = [wc.Session("bench:six", title=f"Session {n}", priority="could") for n in range(LONG)]
    agenda[6:6] = [wc.Lunch(45, start="12:45")]
    agenda[-1] = wc.Session("bench:six", title="Expert", id="expert")
    return wc.Programme(
        title="Y",
        people=[wc.Person(f"Person {n}") for n in range(12)],
        workshops=[
            wc.Workshop("W", start="2027-01-19T09:00", end="2027-01-19T17:15", agenda=agenda)
        ],
    )


def test_replan_of_twelve_sessions_with_six_steps(benchmark):
    toolkit = wc.Toolkit(discover=False, plugins=[Plugin()])
    sheet = toolkit.run_sheet(programme(), "w")
    assert sum(len(row.steps) for row in sheet.rows) == LONG * 6
    # Every tick is another minute, so that no plan can be remembered from the tick before.
    ticks = count()

    def tick():
        fresh = toolkit.run_sheet(programme_once, "w")
        return fresh.replan(now=f"09:{next(ticks) % 50:02}", running="session-0")

    programme_once = programme()
    found = benchmark(tick)
    assert found.rows[0].state == "running"
    if benchmark.stats:
        median = 1e3 * benchmark.stats.stats.median
        print(f"\nA sheet of {LONG} × 6 steps, made and planned anew: {median:.2f} ms (limit 5)")
