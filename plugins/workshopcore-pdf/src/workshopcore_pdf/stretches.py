"""Stretches of pages that lie on their side, among those that are upright."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["stretches"]


def stretches(blocks: Sequence[dict[str, Any]]) -> tuple[bool, list[dict[str, Any]]]:
    """Return whether a document begins turned, and its blocks with the other stretches grouped.

    What lies as the document begins stays as it is, for the template to lay out; the rest comes
    as blocks of kind ``turned``.

    Args:
        blocks: as ``block_data`` returns them, with a ``turn`` wherever pages change.
    """
    begins = bool(blocks) and blocks[0]["kind"] == "turn" and blocks[0]["landscape"]
    parts: list[dict[str, Any]] = []
    into = parts
    for block in blocks:
        if block["kind"] != "turn":
            into.append(block)
        elif block["landscape"] == begins:
            into = parts
        else:
            into = []
            parts.append({"kind": "turned", "landscape": block["landscape"], "blocks": into})
    return begins, parts
