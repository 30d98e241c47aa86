"""A list of 10,000 actions out to a CSV file and back in, beside a loop over `csv.reader`.

The loop is what somebody would write who trusts the file: it reads the rows into dictionaries
and compares four cells with what was sent out. It reports nothing, keeps no history, and knows
no words but its own.
"""

import csv
import gc
import io
from datetime import date, timedelta
from time import perf_counter

import pytest

import workshopcore as wc
from workshopcore.toolkit import Toolkit

SIZES = (2500, 5000, 10_000)
PEOPLE = 200
AGREED, SENT, BACK = date(2027, 1, 19), date(2027, 2, 20), date(2027, 3, 1)
EDITED = ("Status", "Progress", "Due", "Note")
EACH: dict[int, float] = {}


def year(actions):
    """Return a programme whose actions have two updates each."""
    return wc.Programme(
        title="A year of change",
        people=[wc.Person(f"Person Number {n}", id=f"p{n}") for n in range(PEOPLE)],
        actions=[
            wc.Action(
                f"Write up what was agreed about point {n} and share it with the team",
                f"p{n % PEOPLE}",
                AGREED + timedelta(days=40 + n % 90),
                id=f"action-{n}",
                agreed=AGREED,
                updates=[
                    wc.Update("2027-02-01", "in-progress", progress=20, note="Begun"),
                    wc.Update("2027-02-15", progress=60, note=f"{n % 7} of 7 teams told"),
                ],
            )
            for n in range(actions)
        ],
    )


def edited(data):
    """Return a file in which every third action is done and every fifth put off."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    place = {heading: number for number, heading in enumerate(rows[0])}
    for number, row in enumerate(rows[1:]):
        if number % 3 == 0:
            row[place["Status"]], row[place["Note"]] = "Done", "All told"
        elif number % 5 == 0:
            row[place["Due"]] = "30/6/2027"
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def loop(data):
    """Return the identifiers of rows of which something was edited."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [
        row["Id"] for row in rows if any(row[name] != row[f"{name} (as sent)"] for name in EDITED)
    ]


def seconds(work):
    """Return the shortest of five runs, without the collector's own work."""
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            began = perf_counter()
            work()
            times.append(perf_counter() - began)
    finally:
        gc.enable()
    return min(times)


@pytest.mark.parametrize(
    "count", [SIZES[0], *(pytest.param(count, marks=pytest.mark.deep) for count in SIZES[1:])]
)
def test_csv_out_and_back(benchmark, count):
    toolkit, programme = Toolkit(discover=False), year(count)
    back = edited(toolkit.export_actions(programme, "csv", as_of=SENT))
    told: dict[str, tuple[int, int]] = {}

    def round_trip():
        toolkit.export_actions(
            programme, "csv", as_of=SENT, progress=lambda *done: told.update(out=done)
        )
        return toolkit.import_actions(
            programme, back, "csv", as_of=BACK, progress=lambda *done: told.update(back=done)
        )

    merged = benchmark.pedantic(round_trip, rounds=3, warmup_rounds=1)
    assert told == {"out": (count, count), "back": (count, count)}
    touched = list(dict.fromkeys(change.action for change in merged.changes))
    assert touched == loop(back)
    assert merged.unchanged == count - len(touched)
    assert (merged.conflicts, merged.problems) == ((), ())
    if benchmark.stats is None:
        return
    mine, plain = seconds(round_trip), seconds(lambda: loop(back))
    EACH[count] = mine / count
    growth = EACH[count] / EACH[SIZES[0]]
    print(f"\n{count} actions out and back: {mine:.2f} s, loop over csv.DictReader {plain:.2f} s")
    print(f"  {1e6 * EACH[count]:.0f} µs for each row, {growth:.2f} × that of {SIZES[0]}")
    print(f"  ours / loop = {mine / plain:.0f}")


@pytest.mark.deep
def test_same_file_again(benchmark):
    toolkit, programme = Toolkit(discover=False), year(SIZES[-1])
    back = edited(toolkit.export_actions(programme, "csv", as_of=SENT))
    once = toolkit.import_actions(programme, back, "csv", as_of=BACK).programme
    again = benchmark.pedantic(
        lambda: toolkit.import_actions(once, back, "csv", as_of=BACK), rounds=3
    )
    assert again.programme is once
    assert again.unchanged == SIZES[-1]


@pytest.mark.deep
def test_list_of_new_actions(benchmark):
    rows = ["Action,Owner,Due,Status"]
    rows += [f"Call team {n},Person Number {n % PEOPLE},1/4/2027,To do" for n in range(SIZES[-1])]
    toolkit, programme = Toolkit(discover=False), year(0)
    data = "\n".join(rows).encode()
    merged = benchmark.pedantic(
        lambda: toolkit.import_actions(programme, data, "csv", as_of=BACK), rounds=3
    )
    assert len(merged.changes) == len(merged.programme.actions) == SIZES[-1]
    assert merged.problems == ()
