"""What the files of documents are called."""

from __future__ import annotations

__all__ = ["file_name"]


def file_name(key: str, *about: str) -> str:
    """Return the stem of a file name: the report's key, and what the document is about.

    >>> file_name("acme:run-sheet", "first")
    'acme-run-sheet-first'
    """
    return "-".join((key, *about)).replace(":", "-")
