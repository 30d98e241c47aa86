"""Which links a document may carry."""

from __future__ import annotations

import re

__all__ = ["web_address"]

# Spaces, controls, double quotes and brackets are what every escape from an attribute or from
# Markdown's link syntax needs; a sound address has them percent-encoded.
_WEB = re.compile(
    r"(?:https?://|mailto:)[^\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    r"\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\U0010ffff<>()\[\]{}\"`|\\^]+",
    re.IGNORECASE,
)

# Letters, digits and hyphens with single dots and slashes between: never upwards, never away.
_BESIDE = re.compile(r"\./[A-Za-z0-9-]+(?:[./][A-Za-z0-9-]+)*")


def web_address(href: str) -> str:
    """Return an address that a reader may follow, ``""`` for anything else.

    Only ``http``, ``https`` and ``mailto`` are followed, and files of the same publication, as
    ``./folder/file.html``. Brackets, which addresses of encyclopaedia pages like to carry, come
    back percent-encoded.

    >>> web_address("https://example.org/a_(b)"), web_address("javascript:alert(1)")
    ('https://example.org/a_%28b%29', '')
    """
    address = href.strip(" ").replace("(", "%28").replace(")", "%29")
    return address if _WEB.fullmatch(address) or _BESIDE.fullmatch(address) else ""
