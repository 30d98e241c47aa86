"""What `progress` prints for people: figures in tables, each with its denominator."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.actions import Days, Load, Loads, Progress, RagRule, TimeToDone
from workshopcore.cli.actions.wording import nothing_yet
from workshopcore.cli.terminal import Terminal
from workshopcore.model.programme import Programme
from workshopcore.reports.wording import count

__all__ = ["show"]

_COLOURS = ("green", "amber", "red", "complete")


def show(programme: Programme, found: Progress, rule: RagRule) -> None:
    """Print how a plan gets on."""
    terminal = Terminal()
    if not found.actions:
        terminal.say(nothing_yet(found.as_of))
        return
    terminal.say((f"Actions of '{programme.title}' on {found.as_of}", "bold"))
    terminal.say(_put_forward(found))
    terminal.say()
    terminal.table(("figure", "how many", "of"), list(_figures(found)))
    terminal.say()
    terminal.table(("colour", "how many", "progress"), list(_colours(found, rule)))
    terminal.say(f"{found.rag.unreported} have no progress on record, which counts as none made.")
    _show_reviews(terminal, programme, found)
    _show_loads(terminal, programme, found.loads)
    terminal.say()
    terminal.table(("days", "how many", "of"), list(_days(found)))


def _put_forward(found: Progress) -> str:
    gone = [
        f"{number} {word}"
        for number, word in ((found.cancelled, "cancelled"), (found.superseded, "superseded"))
        if number
    ]
    given_up = f"; {' and '.join(gone)}, in no denominator but the last" if gone else ""
    return f"{count(found.actions, 'action')} put forward{given_up}"


def _figures(found: Progress) -> Iterator[tuple[str, str, str]]:
    for label, share, whole in (
        ("done", found.done, "all that count"),
        ("done, of those due by now", found.completion, "those due by the date that holds"),
        ("on time", found.on_time, "those whose first date has come"),
        ("verified", found.verified, "those done"),
        ("overdue", found.overdue, "the open ones"),
        ("blocked", found.blocked, "the open ones"),
        ("carried over at least once", found.carried, "the open ones"),
        ("without a date", found.undated, "the open ones"),
        ("put later at least once", found.slipped, "those with a date"),
    ):
        yield label, str(share), whole
    for band in found.ages:
        yield f"{band.label} days old", str(band.open), "the open ones"


def _colours(found: Progress, rule: RagRule) -> Iterator[tuple[str, str, str]]:
    late = f", or late and below {rule.late_below}%"
    yield "green", str(found.rag.green), f"above {rule.amber_up_to}%"
    yield "amber", str(found.rag.amber), f"up to {rule.amber_up_to}%"
    yield "red", str(found.rag.red), f"up to {rule.red_up_to}%{late if rule.late_below else ''}"
    yield "complete", str(found.rag.complete), "done or verified"


def _show_reviews(terminal: Terminal, programme: Programme, found: Progress) -> None:
    rows = [
        (
            programme.workshop(each.workshop).title,
            each.on.isoformat(),
            str(each.reviewed),
            str(each.carried),
        )
        for each in found.reviews
        if each.reviewed.denominator
    ]
    if rows:
        terminal.say()
        terminal.table(("review at", "day", "asked after", "carried over"), rows)


def _show_loads(terminal: Terminal, programme: Programme, loads: Loads) -> None:
    if not loads.people:
        return
    terminal.say()
    rows = [(_name(programme, load), str(load.actions), _hours(load)) for load in loads.people]
    terminal.table(("open with", "actions", "hours"), rows)
    balance = loads.balance()
    if balance is not None:
        terminal.say(f"The largest load is {float(balance):.2f} times the mean.")


def _name(programme: Programme, load: Load) -> str:
    return programme.person(load.person).name if load.person else "nobody: needs a new owner"


def _hours(load: Load) -> str:
    lacking = f"{load.unestimated} without an estimate" if load.unestimated else ""
    known = f"{load.hours:f}" if load.unestimated < load.actions else ""
    return ", ".join(part for part in (known, lacking) if part)


def _days(found: Progress) -> Iterator[tuple[str, str, str]]:
    yield "from agreed to done", _middle(found.lead_times), f"{found.lead_times.count} done"
    dated = f"{found.slippage.count} with a date"
    yield "by which dates were moved", _middle(found.slippage), dated
    times = found.time_to_done
    yield "until half are done", _half(times), f"{count(times.count, 'action')}, open ones too"


def _middle(days: Days) -> str:
    median = days.median()
    return "none yet" if median is None else f"{float(median):g} in the middle"


def _half(times: TimeToDone) -> str:
    median = times.median()
    days = "not reached" if median.days is None else str(median.days)
    if median.low is None:
        return days
    until = f" to {median.high}" if median.high is not None else ""
    return f"{days}; 95% band from {median.low}{until}"
