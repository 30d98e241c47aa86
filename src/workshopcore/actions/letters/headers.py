"""Header lines of a letter: what people typed stays in its own header, and comes out whole."""

from __future__ import annotations

import re
from email.header import Header
from email.headerregistry import Address
from email.policy import EmailPolicy
from textwrap import wrap
from typing import Any

from workshopcore.actions.letters.words import line

__all__ = ["POLICY", "file_name", "heading", "named_address", "parted"]

_SENDER = re.compile(r'"?([^<>"]*?)"?\s*<([^<>\s]+)>|([^<>\s]+)')
_UNSAFE = re.compile(r"[^A-Za-z0-9._]+|\.{2,}")
_LONGEST_NAME = 60
_WIDTH = 76


class _LetterPolicy(EmailPolicy):
    """Folds subjects, and names beyond ASCII, so that every space stays where it was.

    Python 3.11 loses or adds spaces when it folds some of them.
    """

    def fold(self, name: str, value: Any) -> str:
        """Return a header as its lines."""
        return _folded(name, value, self.linesep) or super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return a header as its lines, in bytes."""
        folded = _folded(name, value, self.linesep)
        return folded.encode("ascii") if folded else super().fold_binary(name, value)


POLICY = _LetterPolicy(linesep="\r\n", cte_type="7bit")
"""How letters are put into lines: seven bits, lines as mail servers want them."""


def _folded(name: str, value: Any, end: str) -> str:
    """Return the lines of a subject, or of addresses with names beyond ASCII; ``""`` of others."""
    if name.lower() == "subject":
        return f"{name}: {_encoded(str(value), name, end)}{end}"
    addresses = getattr(value, "addresses", ())
    if not addresses or str(value).isascii():
        return ""
    told = (f"{_encoded(one.display_name, name, end)}{end} <{one.addr_spec}>" for one in addresses)
    return f"{name}: {f',{end} '.join(told)}{end}"


def _encoded(text: str, name: str, end: str) -> str:
    if text.isascii():
        room = _WIDTH - len(name) - 2
        return f"{end} ".join(wrap(text, room, break_long_words=False, break_on_hyphens=False))
    return Header(text, "utf-8", header_name=name).encode(linesep=end)


def heading(text: str, longest: int = 200) -> str:
    r"""Return text that can be a header, and no more than that header.

    Line breaks go, and what would be read as text in some encoding is taken apart: a title
    cannot write a header of its own either way.

    Args:
        text: what somebody typed.
        longest: in characters; what is longer is cut short.

    >>> heading("A year\r\nBcc: all@example.org"), heading("=?utf-8?q?=0D=0ABcc?=")
    ('A year Bcc: all@example.org', '= ?utf-8?q?=0D=0ABcc?=')
    """
    one_line = line(text).replace("=?", "= ?")
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1].rstrip()}…"


def named_address(name: str, address: str) -> Address:
    """Return an address with a name."""
    return Address(heading(name, 100), addr_spec=address)


def parted(sender: str) -> tuple[str, str]:
    """Return the name and the address of a sender, both ``""`` where it is neither.

    >>> parted("Miriam Oduya <miriam@example.org>"), parted("miriam@example.org")
    (('Miriam Oduya', 'miriam@example.org'), ('', 'miriam@example.org'))
    """
    found = _SENDER.fullmatch(sender.strip())
    return (found[1] or "", found[2] or found[3]) if found else ("", "")


def file_name(name: str) -> str:
    """Return the name of an attachment in letters that every mail program writes alike.

    >>> file_name("My plan (2)"), file_name("../../etc/passwd")
    ('My-plan-2', 'etc-passwd')
    """
    return _UNSAFE.sub("-", name)[-_LONGEST_NAME:].strip("-.") or "attachment"
