"""The views of the action plan beside a plain loop over raw tuples, in the same run.

1,000 programmes of 120 actions, each with 5 updates and a review. The loop is what somebody
would write for one screen: no values, no checks, no names, one pass for each answer. It gives
the same answers, and the benchmark says so.
"""

import gc
from datetime import date, timedelta
from time import perf_counter

import pytest

import workshopcore as wc
from workshopcore.actions import plan, progress, review

ACTIONS, UPDATES = 120, 5
# Viewed ten times over; a thousand at once would measure the memory of the machine.
PROGRAMMES, TIMES = 100, 10
FIRST = date(2027, 1, 12)
WORKSHOPS = [FIRST + timedelta(weeks=8 * n) for n in range(6)]
AS_OF = date(2027, 8, 20)
STATUSES = ("in-progress", None, "blocked", "in-progress", "done", "verified")
COUNTED = (
    *("done", "verified", "due", "completed", "promised", "on_time"),
    *("overdue", "blocked", "carried", "slipped", "green", "amber", "red", "unreported"),
)
CLOSED = {"done", "verified", "cancelled", "superseded"}


def raw_action(number, updates=UPDATES):
    """Return an action as a tuple, with its history in order: news, and one review."""
    origin = number % 5
    agreed = WORKSHOPS[origin]
    gap = 3 + number % 19
    history = []
    for n in range(updates):
        on = agreed + timedelta(days=gap * (n + 1))
        status = STATUSES[min(n, 5)] if updates <= 6 else STATUSES[n % 4]
        due = on + timedelta(days=20) if n == 2 and number % 3 == 0 else None
        told = status not in CLOSED and n % 2 == 0
        taker = f"p{(number + 1) % 14}" if n == 1 and number % 10 == 0 else ""
        history.append((on, status, min(90, 20 * n) if told else None, due, taker, "", False))
    carried = number % 4 == 0
    history.append((WORKSHOPS[origin + 1], None, None, None, "", f"w{origin + 1}", carried))
    history.sort(key=lambda entry: (entry[0], bool(entry[5])))
    due = agreed + timedelta(days=49)
    return (f"a{number}", f"p{number % 14}", agreed, due, 4 + number % 9, tuple(history))


def built(raw):
    """Return the same as a programme."""
    actions = [
        wc.Action(
            f"Action {name}",
            owner,
            due,
            id=name,
            agreed=agreed,
            effort=effort,
            updates=[
                wc.Update(on, status, progress=told, due=later, owner=taker)
                for on, status, told, later, taker, workshop, _ in history
                if not workshop
            ],
            reviews=[
                wc.Review(workshop, on, carried=carried)
                for on, _, _, _, _, workshop, carried in history
                if workshop
            ],
        )
        for name, owner, agreed, due, effort, history in raw
    ]
    return wc.Programme(
        title="A year",
        people=[wc.Person(f"Person {n}", id=f"p{n}") for n in range(14)],
        workshops=[
            wc.Workshop(
                f"W{n}",
                start=f"{day}T09:30",
                end=f"{day}T16:30",
                id=f"w{n}",
                attendance=[wc.Attendance(f"p{each}") for each in range(14)],
            )
            for n, day in enumerate(WORKSHOPS)
        ],
        actions=actions,
    )


def loop_plan(raw, last, on):
    found = []
    for name, owner, agreed, due, effort, history in raw:
        if agreed > last:
            continue
        first, status, told, slips, carries, closed = due, "agreed", None, 0, 0, None
        passed = []
        for day, to, made, later, taker, workshop, carried in history:
            if day > last:
                break
            if to is not None:
                closed = (closed or day) if to in CLOSED else None
                status = to
            if made is not None:
                told = made
            if later is not None:
                slips += later > due
                due = later
            owner = taker or owner
            if workshop:
                carries += carried
                passed.append((workshop, carried))
        if status in ("done", "verified"):
            told = 100
        late = (on - due).days if status not in CLOSED and due < on else 0
        age = (on - agreed).days
        row = (name, owner, status, agreed, first, due, slips, closed, told, carries, age, late)
        found.append((*row, effort, passed))
    return found


def loop_review(raw, number):
    on = WORKSHOPS[number]
    found = loop_plan(raw, on - timedelta(days=1), on)
    since = WORKSHOPS[number - 1]
    owners = {}
    for row in found:
        if row[2] not in CLOSED:
            owners.setdefault(row[1], []).append(row)
    for rows in owners.values():
        rows.sort(key=lambda row: (row[5], row[0]))
    closed = sorted((row[7], row[0]) for row in found if row[7] and row[7] >= since)
    return owners, closed


def loop_progress(raw, as_of):
    counts = dict.fromkeys(COUNTED, 0)
    slippage, ages, leads, waiting = [], [0, 0, 0, 0], [], []
    hours = {}
    open_at = [0] * len(WORKSHOPS)
    reviewed = [0] * len(WORKSHOPS)
    carried_at = [0] * len(WORKSHOPS)
    for row in loop_plan(raw, as_of, as_of):
        _, owner, status, agreed, first, due, slips, closed, told, carries, age, late = row[:12]
        done = status in ("done", "verified")
        counts["done"] += done
        counts["verified"] += status == "verified"
        if due <= as_of:
            counts["due"] += 1
            counts["completed"] += done
        if first <= as_of:
            counts["promised"] += 1
            counts["on_time"] += done and closed <= first
        counts["slipped"] += slips > 0
        slippage.append((due - first).days)
        for n, day in enumerate(WORKSHOPS):
            if agreed < day <= (closed or as_of):
                open_at[n] += 1
                for workshop, carried in row[13]:
                    if workshop == f"w{n}":
                        reviewed[n] += 1
                        carried_at[n] += carried
        if done:
            leads.append((closed - agreed).days)
            continue
        waiting.append(age)
        counts["overdue"] += late > 0
        counts["blocked"] += status == "blocked"
        counts["carried"] += carries > 0
        ages[0 if age <= 30 else 1 if age <= 60 else 2 if age <= 90 else 3] += 1
        hours[owner] = hours.get(owner, 0) + row[12]
        counts["unreported"] += told is None
        made = told or 0
        red = made <= 25 or (late > 0 and made < 50)
        counts["red" if red else "amber" if made <= 75 else "green"] += 1
    slippage.sort()
    leads.sort()
    waiting.sort()
    return counts, slippage, ages, leads, waiting, hours, open_at, reviewed, carried_at


def same_review(sheet, found):
    owners, closed = found
    ours = {group.owner.id: [e.action.id for e in group.actions] for group in sheet.owners}
    assert ours == {owner: [row[0] for row in rows] for owner, rows in owners.items()}
    assert [(each.closed, each.action.id) for each in sheet.closed] == closed


def same_progress(ours, found):
    counts, slippage, ages, leads, waiting, hours, open_at, reviewed, carried = found
    assert ours.done.numerator == counts["done"]
    assert ours.verified.numerator == counts["verified"]
    assert str(ours.completion) == f"{counts['completed']} of {counts['due']}"
    assert str(ours.on_time) == f"{counts['on_time']} of {counts['promised']}"
    for name in ("overdue", "blocked", "carried", "slipped"):
        assert getattr(ours, name).numerator == counts[name]
    for name in ("green", "amber", "red", "unreported"):
        assert getattr(ours.rag, name).numerator == counts[name]
    assert list(ours.slippage.values) == slippage
    assert [band.open.numerator for band in ours.ages] == ages
    assert list(ours.lead_times.values) == list(ours.time_to_done.done) == leads
    assert list(ours.time_to_done.not_done) == waiting
    assert {load.person: load.hours for load in ours.loads.people} == hours
    held = [number for number, day in enumerate(WORKSHOPS) if day <= AS_OF]
    told = [(str(each.reviewed), str(each.carried)) for each in ours.reviews]
    assert told == [
        (f"{reviewed[n]} of {open_at[n]}", f"{carried[n]} of {open_at[n]}") for n in held
    ]


VIEWS = {
    "the plan on a day": (
        lambda programme: plan(programme, AS_OF),
        lambda raw: loop_plan(raw, AS_OF, AS_OF),
    ),
    "a review": (
        lambda programme: review(programme, "w3"),
        lambda raw: loop_review(raw, 3),
    ),
    "progress": (
        lambda programme: progress(programme, AS_OF),
        lambda raw: loop_progress(raw, AS_OF),
    ),
}


@pytest.fixture(scope="module")
def years():
    """Return raw tuples and programmes, no two alike; their answers agree."""
    raws = [
        tuple(raw_action(number) for number in range(first, first + ACTIONS))
        for first in range(PROGRAMMES)
    ]
    programmes = [built(raw) for raw in raws]
    for raw, programme in zip(raws, programmes, strict=True):
        same_review(review(programme, "w3"), loop_review(raw, 3))
        same_progress(progress(programme, AS_OF), loop_progress(raw, AS_OF))
    return raws, programmes


def seconds(view, many):
    """Return the shortest of five runs over everything, without the collector's own work."""
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            began = perf_counter()
            for _ in range(TIMES):
                for one in many:
                    view(one)
            times.append(perf_counter() - began)
    finally:
        gc.enable()
    return min(times)


@pytest.mark.parametrize("view", VIEWS)
def test_view_of_a_thousand_programmes(benchmark, years, view):
    raws, programmes = years
    ours, loop = VIEWS[view]
    benchmark.pedantic(lambda: [ours(programme) for programme in programmes], rounds=3)
    if benchmark.stats is None:
        return
    mine, plain = seconds(ours, programmes), seconds(loop, raws)
    print(f"\n{view} of {PROGRAMMES * TIMES} programmes: {mine:.2f} s, plain loop {plain:.2f} s")
    print(f"  ours / loop = {mine / plain:.2f} (must reach: 3)")


@pytest.mark.parametrize(("actions", "updates"), [(120, 5), (1200, 5), (12_000, 5), (120, 500)])
def test_progress_is_linear_in_updates(benchmark, actions, updates):
    programme = built([raw_action(number, updates) for number in range(actions)])
    after_all = date(2100, 1, 1)
    found = benchmark.pedantic(lambda: progress(programme, after_all), rounds=3)
    assert found.actions == actions
    if benchmark.stats is None:
        return
    each = benchmark.stats.stats.min / (actions * (updates + 1))
    print(f"\n{actions} actions × {updates} updates: {1e6 * each:.2f} µs for each entry")


def test_median_time_to_done(benchmark, years):
    _, programmes = years
    times = progress(programmes[0], AS_OF).time_to_done
    found = benchmark(lambda: type(times)(times.done, times.not_done).median())
    assert found.days is not None
    if benchmark.stats:
        print(
            f"\nKaplan–Meier of {times.count} actions: {1e3 * benchmark.stats.stats.median:.2f} ms"
        )
