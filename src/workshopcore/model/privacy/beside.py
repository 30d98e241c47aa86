"""What lies outside a programme and may still name somebody: nothing here can reach it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workshopcore.model.programme import Programme

__all__ = ["beside"]

_ALWAYS = (
    "comments in the programme file, its earlier versions and its copies",
    "documents, letters and lists that were sent out or published before",
    "the ledger of releases (releases.json), which names the papers that were made for them",
    "lists beside the programme that name people, such as invitations sent and tokens handed out",
)


def beside(programme: Programme, keys: Mapping[str, str], *, quoted: bool) -> tuple[str, ...]:
    """Return, each in words, what has to be looked at outside the programme.

    Args:
        programme: the programme as it was.
        keys: identifiers that were made anew, with what they are now.
        quoted: whether quotes of theirs were withdrawn.
    """
    return (*_ALWAYS, *_told(programme, keys, quoted))


def _told(programme: Programme, keys: Mapping[str, str], quoted: bool) -> Iterator[str]:
    files = [each.path for workshop in programme.workshops for each in workshop.attachments]
    if files:
        yield f"files of the record, which may show or name them: {', '.join(files)}"
    if quoted:
        yield "publications that have a quote of theirs, which is withdrawn from now on"
    if any(wave.answers for wave in programme.waves):
        yield "files of answers: what people wrote may name them"
    if keys:
        changed = ", ".join(f"{old} (now {new})" for old, new in keys.items())
        yield (
            "whatever knows these by their old identifiers, such as entries in calendars,"
            f" published files and links: {changed}"
        )
    questions = {q.id for instrument in programme.instruments for q in instrument.questions}
    if questions & keys.keys() and any(wave.answers for wave in programme.waves):
        yield "the headings of files of answers: questions have other identifiers now"
