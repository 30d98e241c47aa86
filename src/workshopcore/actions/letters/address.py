"""E-mail addresses that a letter can go to."""

from __future__ import annotations

import re

from workshopcore.errors import InvalidValueError

__all__ = ["checked_address", "is_address"]

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_WORD}(?:\.{_WORD})*@{_LABEL}(?:\.{_LABEL})*")
_LONGEST = 254
_LONGEST_NAME = 64


def is_address(text: str) -> bool:
    """Return whether text is an address that any mail server takes, without quoted names.

    Source: RFC 5321 on lengths, RFC 5322 on letters.

    >>> is_address(" amina@example.org "), is_address("Amina <amina@example.org>")
    (True, False)
    """
    address = text.strip()
    name = address.rpartition("@")[0]
    return (
        len(address) <= _LONGEST
        and len(name) <= _LONGEST_NAME
        and _ADDRESS.fullmatch(address) is not None
    )


def checked_address(text: str, expected: str, cure: str) -> str:
    """Return an address without white space around it.

    Args:
        text: what somebody gave as an address.
        expected: what is expected, in words, for the message.
        cure: how to put it right.

    Raises:
        InvalidValueError: it is none.
    """
    if not is_address(text):
        raise InvalidValueError(text.strip() or None, expected, cure, field="email")
    return text.strip()
