"""Photographs and files that belong to a record: where they are, and what is in them."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from attrs import evolve

from workshopcore.errors import InvalidValueError
from workshopcore.files.notes.scribe import Place, Scribe
from workshopcore.model.workshop import Attachment

__all__ = ["attach", "hash_of", "is_address"]


def attach(
    scribe: Scribe,
    place: Place,
    path: str,
    *,
    beside: Path,
    caption: str = "",
    session: str = "",
) -> None:
    """Take down a file of the record, with its hash; the file itself stays where it is.

    Args:
        scribe: who takes it down.
        place: where it is written.
        path: a path, or an address on the web; what is there is not fetched.
        beside: where a path starts.
        caption: what it shows; left out, what is there stays.
        session: which session it is from; left out, what is there stays.
    """
    with scribe.at(place):
        found = path.strip()
        digest = ""
        if not is_address(found):
            file = beside / Path(found).expanduser()
            digest = hash_of(file)
            found = _from(scribe.folder, file)
        known = {each.path: each for each in scribe.workshop.attachments}
        old = known.get(found)
        new = evolve(
            old or Attachment(found),
            sha256=digest,
            caption=caption or (old.caption if old else ""),
            session=scribe.item(session) if session else old.session if old else "",
        )
        if new != old:
            changed = scribe.programme.with_attachment(scribe.name, new)
            scribe.take(changed, f"Attached: {new.path}")


def is_address(path: str) -> bool:
    """Return whether a file is on the web.

    >>> is_address("https://example.org/wall.jpg"), is_address("photos/wall.jpg")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def hash_of(path: Path) -> str:
    """Return the SHA-256 of an ordinary file.

    Raises:
        InvalidValueError: there is none, or it cannot be read.
    """
    try:
        # Opening a pipe that nobody writes to would wait for ever without O_NONBLOCK.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            ordinary = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            digest = hashlib.file_digest(file, hashlib.sha256).hexdigest() if ordinary else ""
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InvalidValueError(str(path), "a file that can be read", why) from None
    if not ordinary:
        raise InvalidValueError(str(path), "an ordinary file, neither a pipe nor a device")
    return digest


def _from(folder: Path, file: Path) -> str:
    """Return a path as it is written down: from the programme's folder, with slashes."""
    absolute = file.parent.resolve() / file.name
    try:
        return Path(os.path.relpath(absolute, folder.resolve())).as_posix()
    except ValueError:  # on another drive
        return absolute.as_posix()
