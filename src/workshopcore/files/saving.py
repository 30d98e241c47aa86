"""Programmes into files, so that no crash and no second pair of hands loses anybody's work."""

from __future__ import annotations

import os
from pathlib import Path

from workshopcore.errors import FileChangedError, ProgrammeFileError
from workshopcore.files.atomic import alone_in, write_whole
from workshopcore.files.content import bytes_of, decoded
from workshopcore.files.loading import loads
from workshopcore.files.migrations import CURRENT, UNNUMBERED
from workshopcore.files.origin import Origin
from workshopcore.files.parsing import FileFormat, format_of, parsed
from workshopcore.files.writing import text_of
from workshopcore.model.programme import Programme

__all__ = ["save"]


def save(programme: Programme, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write a programme to a TOML or JSON file.

    In a TOML file that is there already only what changed is touched: comments, order and
    formatting stay. A file laid out in a way that cannot be edited is written anew, as is one
    of an older version.

    Args:
        programme: what to write.
        path: a file whose name ends in ``.toml`` or ``.json``; a link is followed.
        overwrite: write even over a file that this programme was not read from, or that has
            changed since.

    Raises:
        FileChangedError: saving would undo somebody's work.
        InvalidValueError: the name ends in neither ``.toml`` nor ``.json``.
        OSError: the file cannot be written; what was there is untouched.

    >>> import tempfile
    >>> from workshopcore.files import load
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "year.toml")
    ...     save(Programme(title="A year of change"), file)
    ...     load(file).title
    'A year of change'
    """
    shown, format = Path(path), format_of(Path(path))
    target = Path(os.path.realpath(shown))
    with alone_in(target.parent):
        there = target.exists()
        content = bytes_of(target, target.stat().st_size) if there else b""
        if there and not overwrite:
            _check_unchanged(programme, target, content, shown)
        new = _text(programme, format, content).encode()
        if new != content or not there:
            write_whole(target, new)
        _origin_of(programme).note(target, new)


def _check_unchanged(programme: Programme, target: Path, content: bytes, shown: Path) -> None:
    origin = programme.origin
    if not isinstance(origin, Origin) or not origin.known(target):
        raise FileChangedError(
            f"{shown} is there already and this programme was not read from it:"
            " load it and change what you loaded, or pass overwrite=True"
        )
    if not origin.unchanged(target, content):
        raise FileChangedError(
            f"{shown} has changed since it was read: load it again and repeat your change,"
            " or pass overwrite=True to undo the other one"
        )


def _origin_of(programme: Programme) -> Origin:
    """Return what remembers the files of a programme, new for one made by a script."""
    if not isinstance(programme.origin, Origin):
        object.__setattr__(programme, "origin", Origin())
    origin = programme.origin
    assert isinstance(origin, Origin)
    return origin


def _text(programme: Programme, format: FileFormat, content: bytes) -> str:
    edited = _edited(programme, content) if format == "toml" and content else None
    return text_of(programme, format) if edited is None else edited


def _edited(programme: Programme, content: bytes) -> str | None:
    """Return the text of a file with the programme's changes, ``None`` if that cannot be had."""
    from workshopcore.files.editing import edited
    from workshopcore.files.plain import document_of

    try:
        text = decoded(content)
        if parsed(text, "toml").get("schema", UNNUMBERED) != CURRENT:
            return None
        new = edited(text, document_of(loads(text)), document_of(programme))
        return new if new is not None and loads(new) == programme else None
    except ProgrammeFileError:
        return None
