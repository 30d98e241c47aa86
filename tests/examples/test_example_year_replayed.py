"""The year, told month by month as it went: no action is lost, no figure goes astray.

What is expected is counted from the programme's own entries, never by the engine.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

import workshopcore as wc
from workshopcore.contracts.report import Block, Facts, Figure, Section, Table

DAY = timedelta(days=1)
MONTH_ENDS = [date(2027, month, 1) - DAY for month in range(2, 13)] + [date(2027, 12, 31)]
MORROWS = [
    date(2027, 1, 20),
    date(2027, 3, 17),
    date(2027, 5, 19),
    date(2027, 7, 14),
    date(2027, 9, 22),
    date(2027, 11, 24),
]
MOMENTS = sorted([date(2027, 1, 10), *MONTH_ENDS, *MORROWS])
GIVEN_UP = {"cancelled", "superseded"}
CLOSED = {"done", "verified", *GIVEN_UP}


def status(action: wc.Action, on: date) -> str:
    """Return the last status on record by the end of a day."""
    entries = sorted([*action.updates, *action.reviews], key=lambda entry: entry.on)
    told = [entry.status for entry in entries if entry.on <= on and entry.status]
    return told[-1] if told else "agreed"


def due(action: wc.Action, on: date) -> date | None:
    """Return the last due date on record by the end of a day."""
    entries = sorted([*action.updates, *action.reviews], key=lambda entry: entry.on)
    return [action.due, *(entry.due for entry in entries if entry.on <= on and entry.due)][-1]


def there(programme: wc.Programme, on: date) -> dict[str, wc.Action]:
    return {a.id: a for a in programme.actions if a.agreed is not None and a.agreed <= on}


def still_open(programme: wc.Programme, on: date) -> set[str]:
    return {name for name, a in there(programme, on).items() if status(a, on) not in CLOSED}


def blocks(part: Any) -> Iterator[tuple[str, Block]]:
    """Yield every block with the titles of the sections that it stands in."""
    for block in part.blocks:
        if isinstance(block, Section):
            yield from ((f"{block.title}/{below}", inner) for below, inner in blocks(block))
        else:
            yield "", block


def rows(part: Any, under: str = "") -> list[tuple[str, ...]]:
    """Return the rows of the tables under a heading, as words."""
    return [
        tuple(words(cell) for cell in row)
        for titles, block in blocks(part)
        if isinstance(block, Table) and titles.startswith(under)
        for row in block.rows
    ]


def words(cell: Any) -> str:
    return cell if isinstance(cell, str) else "".join(run.text for run in cell)


def facts(part: Any) -> dict[str, str]:
    return {
        label: words(value)
        for _, block in blocks(part)
        if isinstance(block, Facts)
        for label, value in block.pairs
    }


@pytest.fixture(scope="module")
def plans(programme: wc.Programme, toolkit: wc.Toolkit) -> dict[date, wc.Report]:
    return {on: toolkit.report(programme, "action-plan", as_of=on) for on in MOMENTS}


@pytest.fixture(scope="module")
def papers(programme: wc.Programme, toolkit: wc.Toolkit) -> dict[date, wc.Report]:
    """The sponsor's papers, each compared with the one before."""
    before: date | None = None
    found = {}
    for on in MOMENTS:
        options = {"compare": before} if before else {}
        found[on] = toolkit.report(programme, "progress", as_of=on, options=options)
        before = on
    return found


@pytest.fixture(scope="module")
def reviews(programme: wc.Programme, toolkit: wc.Toolkit) -> dict[str, wc.Report]:
    workshops = programme.in_order
    return {w.id: toolkit.report(programme, "action-review", workshop=w.id) for w in workshops}


def test_moments_are_every_month_and_the_morrow_of_every_workshop(
    programme: wc.Programme,
) -> None:
    assert [w.day + DAY for w in programme.in_order] == MORROWS
    assert [on.month for on in MONTH_ENDS] == list(range(1, 13))


def test_plan_has_every_action_under_what_became_of_it(
    programme: wc.Programme, plans: dict[date, wc.Report]
) -> None:
    for on, plan in plans.items():
        expected = {name: status(a, on) for name, a in there(programme, on).items()}
        told = {
            "Open actions": {name for name, told in expected.items() if told not in CLOSED},
            "Done": {name for name, told in expected.items() if told in ("done", "verified")},
            "Cancelled or replaced": {name for name, told in expected.items() if told in GIVEN_UP},
        }
        found = {title: Counter(row[0] for row in rows(plan, title)) for title in told}
        assert found == {title: Counter(names) for title, names in told.items()}, on


def test_papers_of_a_day_agree_on_its_figures(
    programme: wc.Programme, plans: dict[date, wc.Report], papers: dict[date, wc.Report]
) -> None:
    for on in MOMENTS:
        actions = there(programme, on)
        if not actions:
            continue
        standing = Counter(status(action, on) for action in actions.values())
        done = standing["done"] + standing["verified"]
        total = len(actions) - standing["cancelled"] - standing["superseded"]
        late = sum((due(actions[name], on) or on) < on for name in still_open(programme, on))
        plan, paper = facts(plans[on]), facts(papers[on])
        assert plan["Done"] == f"{done} of {total}", on
        assert plan["Open"] == f"{total - done} of {total}"
        assert plan.get("Overdue") == (f"{late} of {total - done} open" if late else None)
        assert bare(paper["Done"]) == plan["Done"]
        if total > done:
            assert bare(paper["Overdue"]) == f"{late} of {total - done} open"
        for figure in ("Completion", "On time"):
            assert not plan.get(figure) or bare(paper[figure]) == plan[figure]


def bare(told: str) -> str:
    """Return a figure without its per cent."""
    return re.sub(r" \((?:under |over )?\d+%\)", "", told)


def test_done_falls_by_nothing_but_what_is_reopened(
    programme: wc.Programme, papers: dict[date, wc.Report]
) -> None:
    done = {on: number(facts(paper).get("Done", "0 of 0")) for on, paper in papers.items()}
    for before, after in pairwise(MOMENTS):
        reopened = sum(
            entry.status == "reopened" and before < entry.on <= after
            for action in programme.actions
            for entry in action.updates
        )
        assert done[after] >= done[before] - reopened, after


def number(told: str) -> int:
    return int(told.split()[0])


def test_promises_are_only_forgotten_with_what_is_given_up(
    programme: wc.Programme, papers: dict[date, wc.Report]
) -> None:
    promised = {}
    for on, paper in papers.items():
        told = re.match(r"(\d+) of (\d+)", facts(paper).get("On time", ""))
        promised[on] = int(told[2]) if told else 0
    for before, after in pairwise(MOMENTS):
        given_up = sum(
            status(action, after) in GIVEN_UP and status(action, before) not in GIVEN_UP
            for action in there(programme, before).values()
        )
        assert promised[after] >= promised[before] - given_up, after


def test_first_due_dates_never_change(
    programme: wc.Programme, plans: dict[date, wc.Report]
) -> None:
    first: dict[str, set[str]] = {}
    for plan in plans.values():
        for titles, block in blocks(plan):
            if isinstance(block, Table) and titles.startswith(("Open actions", "Done")):
                place = [column.title for column in block.columns].index("Due")
                for row in block.rows:
                    told = words(row[place])
                    moved = re.search(r"first (\d+ \w+ \d+)", told)
                    day = moved[1] if moved else told.partition(" (")[0]
                    first.setdefault(words(row[0]), set()).add(day)
    agreed = {action.id: action.due for action in programme.actions}
    assert first == {name: {f"{on.day} {on:%B} {on.year}"} for name, on in agreed.items() if on}


def test_review_has_every_open_action_once_and_what_was_closed_since(
    programme: wc.Programme, reviews: dict[str, wc.Report]
) -> None:
    before: date | None = None
    for workshop in programme.in_order:
        eve = workshop.day - DAY
        told = [
            re.findall(r"\S+$", row[1])[0]
            for row in rows(reviews[workshop.id])
            if row[-1].startswith("☐")
        ]
        assert Counter(told) == Counter(still_open(programme, eve)), workshop.id
        if before is not None:
            came = set(there(programme, eve)) - set(there(programme, before - DAY))
            due_here = still_open(programme, before - DAY) | came
            closed = {row[0] for row in rows(reviews[workshop.id], "Closed since")}
            expected = {programme.action(name).statement for name in due_here - set(told)}
            assert closed == expected, workshop.id
        before = workshop.day


def test_sheet_printed_on_the_eve_is_the_sheet_of_the_morning(
    programme: wc.Programme, toolkit: wc.Toolkit, reviews: dict[str, wc.Report]
) -> None:
    for workshop in programme.in_order:
        eve = workshop.day - DAY
        printed = toolkit.report(programme, "action-review", workshop=workshop.id, as_of=eve)
        assert printed == reviews[workshop.id]


def test_whoever_left_answers_for_nothing(
    programme: wc.Programme, plans: dict[date, wc.Report], reviews: dict[str, wc.Report]
) -> None:
    owners = {
        on: {t.split("/")[1] for t, _ in blocks(plan) if t.startswith("Open")}
        for on, plan in plans.items()
    }
    gareth = {on: any("Gareth" in owner for owner in named) for on, named in owners.items()}
    assert any(gareth.values())
    assert not any(told for on, told in gareth.items() if on > date(2027, 6, 30))
    assert "Needs a new owner" not in set().union(*owners.values())
    huddle = next(r for r in rows(reviews["choice-in-practice"]) if "discharge-huddle" in r[1])
    assert huddle[0] == "Ifeoma Brandreth"
    assert "taken over from Gareth Llewelyn-Okoro" in huddle[1]


def test_movements_add_up_from_paper_to_paper(
    programme: wc.Programme, papers: dict[date, wc.Report]
) -> None:
    for before, after in pairwise(MOMENTS):
        new = set(there(programme, after)) - set(there(programme, before))
        section = next(
            (
                b
                for b in papers[after].blocks
                if isinstance(b, Section) and b.title.startswith("Since")
            ),
            None,
        )
        told = {}
        for block in section.blocks if section else ():
            for item in getattr(block, "items", ()):
                label, _, count = words(item.text).partition(": ")
                told[label] = int(count)
                assert len(item.items) == int(count)
        assert told.get("New", 0) == len(new), after


def test_curve_counts_every_action_that_was_agreed(
    programme: wc.Programme, papers: dict[date, wc.Report]
) -> None:
    for on, paper in papers.items():
        actions = there(programme, on)
        drawn = [b for _, b in blocks(paper) if isinstance(b, Figure) and b.kind == "step-curve"]
        anything = any(status(action, on) in ("done", "verified") for action in actions.values())
        assert [figure.data["count"] for figure in drawn] == [len(actions)] * anything, on
        for figure in drawn:
            shares = [step["share"] for step in figure.data["steps"]]
            assert shares == sorted(shares, reverse=True)


def test_the_year_ends_as_it_is_remembered(papers: dict[date, wc.Report]) -> None:
    end = facts(papers[date(2027, 12, 31)])
    assert {name: end[name] for name in ("Done", "Completion", "On time", "Verified")} == {
        "Done": "44 of 45 (98%)",
        "Completion": "44 of 44 due by now (100%)",
        "On time": "35 of 45 whose first date has come (78%)",
        "Verified": "27 of 44 done (61%)",
    }
