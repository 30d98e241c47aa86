"""Rules about the history of actions: reviews, progress and what shows that they are done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from workshopcore.checks.places import numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.rules.actions import open_actions
from workshopcore.checks.timeline import END, agreed_on, is_open, live_workshops, took_place
from workshopcore.checks.wording import called, counted
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.action import CLOSED, Action, Review, Update
from workshopcore.model.workshop import Workshop


@rule("WC320")
def carried_again(context: CheckContext) -> Iterator[Found]:
    """Find open actions that are carried from workshop to workshop."""
    for path, action in open_actions(context.programme):
        carries = [n for n, review in enumerate(action.reviews) if review.carried]
        if carries and len(carries) >= context.thresholds["times"]:
            times = counted(len(carries), "time")
            message = f"{called(action.statement)} has been carried over {times}"
            yield Found(f"{path}.reviews[{carries[-1]}]", message)


@rule("WC321")
def never_reviewed(context: CheckContext) -> Iterator[Found]:
    """Find open actions that a workshop passed over in silence."""
    programme = context.programme
    held = [workshop for workshop in live_workshops(programme) if took_place(workshop)]
    for path, action in numbered(programme.actions, "actions"):
        passed = [w for w in held if _passed_over(action, w, agreed_on(programme, action))]
        if passed:
            message = f"{called(action.statement)} was open at {called(passed[0].title)}"
            more = f" and {counted(len(passed) - 1, 'later workshop')}" if passed[1:] else ""
            yield Found(path, f"{message}{more}, and was not reviewed")


def _passed_over(action: Action, workshop: Workshop, agreed: date | None) -> bool:
    """Return whether an action was open when a workshop began, and the workshop said nothing."""
    if agreed is None or agreed >= workshop.day:
        return False
    told = any(review.workshop == workshop.id for review in action.reviews)
    told = told or any(update.on == workshop.day for update in action.updates)
    return not told and action.status(workshop.day - timedelta(days=1)) not in CLOSED


@rule("WC322")
def verified_without_evidence(context: CheckContext) -> Iterator[Found]:
    """Find actions called verified that nothing verifies."""
    for path, action in numbered(context.programme.actions, "actions"):
        if action.status(END) == "verified" and not action.evidence(END):
            yield Found(path, f"{called(action.statement)} is verified, and nothing shows it")


@rule("WC323")
def done_without_evidence(context: CheckContext) -> Iterator[Found]:
    """Find actions called done without the evidence that was asked for."""
    for path, action in numbered(context.programme.actions, "actions"):
        wanted = action.evidence_required
        if wanted and action.status(END) == "done" and not action.evidence(END):
            message = f"{called(action.statement)} is done; {called(wanted)} is still to come"
            yield Found(path, message)


@rule("WC324")
def progress_goes_back(context: CheckContext) -> Iterator[Found]:
    """Find progress that shrinks without anybody saying why."""
    for path, action in numbered(context.programme.actions, "actions"):
        before: int | None = None
        for place, update in numbered(action.updates, f"{path}.updates"):
            if update.progress is None:
                before = None if update.status == "reopened" else before
                continue
            explained = update.status == "reopened" or bool(update.note)
            if before is not None and update.progress < before and not explained:
                message = f"{called(action.statement)} falls from {before} to {update.progress} %"
                yield Found(f"{place}.progress", f"{message} on {update.on.isoformat()}")
            before = update.progress


@rule("WC325")
def progress_against_status(context: CheckContext) -> Iterator[Found]:
    """Find actions whose progress says one thing and whose status another."""
    for path, action in numbered(context.programme.actions, "actions"):
        for place, update in numbered(action.updates, f"{path}.updates"):
            if update.status in ("done", "verified") and update.progress not in (None, 100):
                message = f"{called(action.statement)} is {update.status} at {update.progress} %"
                yield Found(f"{place}.progress", message)
        last = next((n for n, u in _latest_first(action) if u.progress is not None), None)
        if last is not None and action.updates[last].progress == 100 and is_open(action):
            status = action.status(END).replace("-", " ")
            message = f"{called(action.statement)} is at 100 % and still {status}"
            yield Found(f"{path}.updates[{last}].progress", message)


def _latest_first(action: Action) -> list[tuple[int, Update]]:
    return list(reversed(list(enumerate(action.updates))))


@rule("WC326")
def dropped_without_a_word(context: CheckContext) -> Iterator[Found]:
    """Find actions that went away, and nobody said why or what took their place."""
    for path, action in numbered(context.programme.actions, "actions"):
        for name in ("updates", "reviews"):
            for place, entry in numbered(getattr(action, name), f"{path}.{name}"):
                if _unexplained(entry):
                    missing = "a reason" if entry.status == "cancelled" else "what takes its place"
                    message = f"{called(action.statement)} is {entry.status} without {missing}"
                    yield Found(f"{place}.status", message)


def _unexplained(entry: Update | Review) -> bool:
    if entry.status == "superseded":
        return not (isinstance(entry, Update) and entry.superseded_by)
    return entry.status == "cancelled" and not entry.note


@rule("WC327")
def carried_without_a_word(context: CheckContext) -> Iterator[Found]:
    """Find actions that were carried over, and nobody said why."""
    for path, action in numbered(context.programme.actions, "actions"):
        for place, review in numbered(action.reviews, f"{path}.reviews"):
            if review.carried and not review.note.strip():
                where = called(context.programme.workshop(review.workshop).title)
                message = f"{called(action.statement)} was carried over at {where}"
                yield Found(place, f"{message}, and nobody wrote down why")
