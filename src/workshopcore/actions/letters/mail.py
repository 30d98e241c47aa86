"""A reminder as an e-mail message; nothing here sends it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time
from email.message import EmailMessage
from hashlib import sha256
from typing import TYPE_CHECKING

from workshopcore.actions.letters.address import checked_address
from workshopcore.actions.letters.headers import POLICY, file_name, heading, named_address, parted
from workshopcore.actions.letters.html import as_html
from workshopcore.actions.letters.letter import letter
from workshopcore.actions.letters.spoken import in_its_language
from workshopcore.actions.letters.text import as_text
from workshopcore.actions.letters.words import line
from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import zone
from workshopcore.model.people import Person

if TYPE_CHECKING:
    from workshopcore.actions.reminders import Enclosure, Reminder

__all__ = ["message"]

_NINE = time(9)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")


def message(
    reminder: Reminder,
    sender: Person | str,
    enclosures: Iterable[Enclosure],
    sent: datetime | None,
) -> EmailMessage:
    """Return a reminder as a message; see :meth:`Reminder.message`."""
    name, address = _sender(sender)
    said = letter(reminder)
    language = _language(reminder.programme.language)
    text = as_text(said, name)
    digest = _digest(reminder, text)
    made = EmailMessage(policy=POLICY)
    made["Subject"] = heading(said.subject)
    made["From"] = named_address(name, address)
    made["To"] = named_address(reminder.person.name, reminder.email)
    made["Date"] = _moment(reminder, sent)
    made["Message-ID"] = f"<{digest}@{address.partition('@')[2]}>"
    made.set_content(text, cte="quoted-printable")
    with in_its_language(reminder):
        page = as_html(said, name, language)
    made.add_alternative(page, subtype="html", cte="quoted-printable")
    for each in enclosures:
        _enclose(made, each)
    made["Content-Language"] = language
    _mark_parts(made, digest)
    return made


def _mark_parts(made: EmailMessage, digest: str) -> None:
    """Give the lines between the parts a mark that depends on the letter, and on no chance."""
    for number, part in enumerate(made.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{number}_{digest}")


def _sender(sender: Person | str) -> tuple[str, str]:
    name, address = (sender.name, sender.email) if isinstance(sender, Person) else parted(sender)
    cure = "Write it as 'Miriam Oduya <miriam@example.org>'"
    return line(name), checked_address(address, "an e-mail address of the sender", cure)


def _language(language: str) -> str:
    return language if _LANGUAGE.fullmatch(language) else "en"


def _moment(reminder: Reminder, sent: datetime | None) -> datetime:
    if sent is None:
        return datetime.combine(reminder.as_of, _NINE, zone(reminder.programme.time_zone))
    if sent.utcoffset() is None:
        raise InvalidValueError(sent, "a moment with a time zone", field="sent")
    return sent


def _digest(reminder: Reminder, text: str) -> str:
    """Return what tells a letter from every other: another one that says the same is the same."""
    about = (reminder.programme.id, reminder.person.id, reminder.as_of.isoformat(), text)
    return sha256("\0".join(about).encode()).hexdigest()[:32]


def _enclose(made: EmailMessage, each: Enclosure) -> None:
    if not _MEDIA_TYPE.fullmatch(each.media_type):
        raise InvalidValueError(each.media_type, "a media type such as text/calendar")
    kind, _, subtype = each.media_type.partition("/")
    charset = {"charset": "utf-8"} if kind == "text" else {}
    made.add_attachment(
        each.data, kind, subtype, filename=file_name(each.name), params=charset, cte="base64"
    )
