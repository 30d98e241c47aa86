"""Rules about the record of workshops: who was there, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.checks.places import name_of, numbered, workshops
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.rules.actions import open_actions
from workshopcore.checks.timeline import END, after, live_workshops, took_place, workshop_of
from workshopcore.checks.wording import called, one_line
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.outcomes import ParkedIssue
from workshopcore.model.programme import Programme

_ABSENT = frozenset({"declined", "apology", "no-show"})
_HELD = frozenset({"delivered", "written-up", "closed"})
_OVER = frozenset({"closed", "follow-up", "archived"})


@rule("WC330")
def issue_forgotten(context: CheckContext) -> Iterator[Found]:
    """Find parked issues that the next workshop left where they were."""
    held = [workshop for workshop in live_workshops(context.programme) if took_place(workshop)]
    for path, issue in _parked(context.programme):
        origin = workshop_of(context.programme, issue.origin)
        raised = issue.raised or (origin.day if origin else None)
        passed = after(held, raised) if raised else ()
        if passed:
            message = f"{called(issue.statement)} is still parked after {called(passed[0].title)}"
            yield Found(path, message)


def _parked(programme: Programme) -> Iterator[tuple[str, ParkedIssue]]:
    for path, issue in numbered(programme.parked_issues, "parked_issues"):
        if issue.state(END) == "parked":
            yield path, issue


@rule("WC331")
def closed_with_parked_issues(context: CheckContext) -> Iterator[Found]:
    """Find issues of a workshop that was closed before anybody looked at them."""
    for path, issue in _parked(context.programme):
        workshop = workshop_of(context.programme, issue.origin)
        if workshop is not None and workshop.state(END) == "closed":
            message = f"{called(workshop.title)} is closed, and {called(issue.statement)} is parked"
            yield Found(path, message)


@rule("WC332")
def closed_with_open_actions(context: CheckContext) -> Iterator[Found]:
    """Find actions that are open when the programme is over, and were not handed over."""
    programme = context.programme
    if programme.state(END) not in _OVER:
        return
    closing = min(event.on for event in programme.events if event.status in ("closing", "closed"))
    for path, action in open_actions(programme):
        if not any(entry.note and entry.on >= closing for entry in action.history()):
            owner = name_of(programme, action.owner_on(END))
            message = f"The programme is closed, and {called(action.statement)} is open"
            yield Found(path, f"{message} with {owner}")


@rule("WC333")
def nobody_recorded(context: CheckContext) -> Iterator[Found]:
    """Find workshops that took place, as far as anybody knows, without people."""
    for path, workshop in workshops(context.programme):
        if workshop.state(END) in _HELD and not workshop.attendance:
            yield Found(path, f"{called(workshop.title)} took place, and nobody is down as there")


@rule("WC334")
def required_person_missing(context: CheckContext) -> Iterator[Found]:
    """Find decisions taken without somebody they needed."""
    for path, workshop in workshops(context.programme):
        required = {
            p.id: one_line(p.name) for p in context.programme.invited(workshop) if p.required
        }
        for place, entry in numbered(workshop.attendance, f"{path}.attendance"):
            if not workshop.decides or entry.person not in required or entry.substitute:
                continue
            if entry.status in _ABSENT:
                message = f"{called(workshop.title)} decides without {required[entry.person]}"
                yield Found(place, f"{message} ({entry.status}), and nobody stands in")


@rule("WC335")
def file_without_hash(context: CheckContext) -> Iterator[Found]:
    """Find files of the record that could be exchanged without anybody noticing."""
    for path, workshop in workshops(context.programme):
        for place, attachment in numbered(workshop.attachments, f"{path}.attachments"):
            if not attachment.sha256:
                message = f"Nothing tells whether {called(attachment.path)} is still the same file"
                yield Found(place, message)


@rule("WC336")
def file_without_caption(context: CheckContext) -> Iterator[Found]:
    """Find files of the record of which nobody says what they show."""
    for path, workshop in workshops(context.programme):
        for place, attachment in numbered(workshop.attachments, f"{path}.attachments"):
            if not attachment.caption.strip():
                yield Found(place, f"Nobody says what {called(attachment.path)} shows")
