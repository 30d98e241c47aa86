"""Programmes as text: what is written depends on what the programme says, and on nothing else."""

from __future__ import annotations

from workshopcore.files.parsing import FileFormat, checked_format
from workshopcore.model.programme import Programme

__all__ = ["dumps", "text_of"]


def dumps(programme: Programme, format: str = "toml") -> str:
    """Return a programme as text.

    Defaults are left out and identifiers always written; reading the text gives an equal
    programme.

    Args:
        programme: what to write.
        format: ``toml`` or ``json``.

    Raises:
        InvalidValueError: there is no such format.

    >>> print(dumps(Programme(title="A year of change")), end="")
    schema = 1
    title = "A year of change"
    id = "a-year-of-change"
    """
    return text_of(programme, checked_format(format))


def text_of(programme: Programme, format: FileFormat) -> str:
    """Return a programme as text in a known format."""
    if format == "json":
        from workshopcore.files.json_out import json_text

        return json_text(programme)
    from workshopcore.files.plain import document_of
    from workshopcore.files.toml_out import toml_text

    return toml_text(document_of(programme))
