"""What is still missing from a record before it can be sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.files.notes.attaching import hash_of, is_address
from workshopcore.files.notes.course import untriaged
from workshopcore.model.agenda import AgendaItem, Parallel, Session, slots
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attachment, Workshop

__all__ = ["Missing", "missing"]

_RECORDED = ("attended", "part", "apology", "no-show")
_OPENINGS_AND_CLOSINGS = ("opening", "check-in", "check-out")
_HELD = ("delivered", "written-up", "closed")


@frozen
class Missing:
    """Something that a record lacks.

    Attributes:
        kind: ``state``, ``attendance``, ``output``, ``decision``, ``issue`` or ``file``.
        about: the identifier of what it is about; of a file, its path.
        message: what is missing, in words.
        cure: what to do, as options of ``workshopcore record``.
    """

    kind: str
    about: str
    message: str
    cure: str


def missing(programme: Programme, workshop: str, folder: Path) -> tuple[Missing, ...]:
    """Return what is missing from the record of a workshop.

    That is: whether it took place; who was there, and when those who came for part; what came
    out of each session that was to bring something out (where none says so, of each that is
    neither an opening nor a closing); a decision, where the workshop was to take any; parked
    issues that nobody has looked at; captions; and files that are not there any more, or not
    the same.

    Args:
        programme: the programme.
        workshop: the workshop's identifier.
        folder: where paths of photographs and files start.

    Raises:
        UnknownKeyError: there is no such workshop.
    """
    held = programme.workshop(workshop)
    return (
        *_state(held),
        *_attendance(programme, held),
        *_outputs(programme, held),
        *_decisions(programme, held),
        *_issues(programme, held),
        *_files(held, folder),
    )


def _state(workshop: Workshop) -> Iterator[Missing]:
    state = workshop.state(date.max)
    if state not in _HELD:
        told = f"by the record it is '{state}', so it has not taken place"
        first = "--state confirmed " if state in ("proposed", "pencilled", "postponed") else ""
        yield Missing("state", workshop.id, told, f"{first}--state delivered")


def _attendance(programme: Programme, workshop: Workshop) -> Iterator[Missing]:
    entries = {entry.person: entry for entry in workshop.attendance}
    for person in dict.fromkeys(programme.invited(workshop)):
        entry = entries.get(person.id)
        if entry is None or entry.status not in _RECORDED:
            told = f"nothing is on record of {person.name}"
            cure = f"--present {person.id}, --part {person.id}=13:00-16:30, --apology {person.id}"
            yield Missing("attendance", person.id, told, f"{cure} or --no-show {person.id}")
        elif entry.status == "part" and entry.arrived is None and entry.left is None:
            told = f"{person.name} was there for part, and nobody wrote down when"
            yield Missing("attendance", person.id, told, f"--part {person.id}=13:00-16:30")


def _outputs(programme: Programme, workshop: Workshop) -> Iterator[Missing]:
    said = _said(programme, workshop) | _not_held(workshop)
    sessions = [session for session in workshop.sessions() if not _frames(session)]
    named = [session for session in sessions if any(out.strip() for out in session.outputs)]
    for session in named or sessions:
        if session.id not in said:
            told = f"nothing came out of '{session.name}' by the record"
            yield Missing("output", session.id, told, f'--output "{session.id}=…"')


def _frames(session: Session) -> bool:
    """Return whether a session only opens or closes the day."""
    return session.frame != "content" or session.format in _OPENINGS_AND_CLOSINGS


def _said(programme: Programme, workshop: Workshop) -> set[str]:
    """Return the sessions of which something is on record; a track speaks for all in it."""
    found = {capture.session for capture in workshop.captures}
    origins = [action.origin for action in programme.actions]
    origins += [decision.origin for decision in programme.decisions]
    origins += [issue.origin for issue in programme.parked_issues]
    for origin, _, session in (each.partition("/") for each in origins):
        found |= {session} if origin == workshop.id else set()
    if any(review.workshop == workshop.id for a in programme.actions for review in a.reviews):
        found |= {s.id for s in workshop.sessions() if s.format == "action-review"}
    return found | set(_within(workshop.agenda, found))


def _within(agenda: tuple[AgendaItem, ...], said: set[str]) -> Iterator[str]:
    for item in agenda:
        for track in item.tracks if isinstance(item, Parallel) else ():
            if {item.id, track.id} & said:
                yield from (slot.id for _, slot in slots(track.agenda) if isinstance(slot, Session))
            else:
                yield from _within(track.agenda, said)


def _not_held(workshop: Workshop) -> set[str]:
    return {actual.session for actual in workshop.actuals if actual.fate != "done"}


def _decisions(programme: Programme, workshop: Workshop) -> Iterator[Missing]:
    taken = any(d.origin.partition("/")[0] == workshop.id for d in programme.decisions)
    if workshop.decides and not taken:
        told = "it was to take decisions, and none is on record"
        yield Missing("decision", workshop.id, told, '--decision "…" --method vote')


def _issues(programme: Programme, workshop: Workshop) -> Iterator[Missing]:
    titles = {issue.id: issue.statement for issue in programme.parked_issues}
    for issue in untriaged(programme, workshop.id):
        told = f"nobody has looked at '{titles[issue]}'"
        yield Missing(
            "issue", issue, told, f"--triage {issue}=action, agenda, escalated or dropped"
        )


def _files(workshop: Workshop, folder: Path) -> Iterator[Missing]:
    for each in workshop.attachments:
        if not each.caption.strip():
            told = f"'{each.path}' has no caption for those who cannot see it"
            yield Missing("file", each.path, told, f'--attach "{each.path}" --caption "…"')
        if not is_address(each.path):
            yield from _file(each, folder)


def _file(attachment: Attachment, folder: Path) -> Iterator[Missing]:
    cure = f'--attach "{attachment.path}"'
    try:
        found = hash_of(folder / attachment.path)
    except InvalidValueError as error:
        told = f"'{attachment.path}' cannot be read: {error.hint or error}"
        yield Missing("file", attachment.path, told, "put it back, or attach it where it is now")
        return
    if not attachment.sha256:
        told = f"'{attachment.path}' has no hash, so nobody can tell if it is still the same"
        yield Missing("file", attachment.path, told, cure)
    elif found != attachment.sha256:
        told = f"'{attachment.path}' is not the file that was attached: its hash is another"
        yield Missing("file", attachment.path, told, f"put the old one back, or {cure}")
