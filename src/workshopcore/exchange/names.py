"""What things go by: every name leads to one identifier, or to a problem that says why not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.language.letters import without_marks

__all__ = ["Names", "plain"]

_GAPS = re.compile(r"[\s_\-‐‑–]+")
_DROPPED = re.compile("['’.]")
_MOST_LOOKS = 30_000


def plain(text: str) -> str:
    """Return a word so that accents, hyphens, full stops and apostrophes make no difference.

    >>> plain("Won’t_do"), plain("Élodie  MARTIN")
    ('wont do', 'elodie martin')
    """
    letters = without_marks(text).casefold()
    return _GAPS.sub(" ", _DROPPED.sub("", letters)).strip()


class Names:
    """The names of one kind of thing, those that say more before those that say less.

    Args:
        expected: what is expected, in words, for messages.
        ids: every identifier.
        ranks: for each kind of name, pairs of a name and the identifier that it leads to.
    """

    def __init__(
        self, expected: str, ids: Iterable[str], *ranks: Iterable[tuple[str, str]]
    ) -> None:
        self.expected = expected
        self._ids = frozenset(ids)
        self._ranks = [_by_name(pairs) for pairs in ranks]
        self._looks = _MOST_LOOKS

    def find(self, value: object) -> str:
        """Return the identifier that a name leads to.

        Raises:
            InvalidValueError: it leads to none, or to several.
        """
        if not isinstance(value, str):
            raise InvalidValueError(value, self.expected)
        text = value.strip()
        if text in self._ids:
            return text
        name = plain(text)
        for names in self._ranks:
            found = names.get(name, ())
            if len(found) == 1:
                return found[0]
            if found:
                raise self._unclear(value, found)
        raise InvalidValueError(value, self.expected, self._guess(name))

    def leads_to(self, name: str, id: str) -> bool:
        """Return whether a name leads to one thing, and this is it."""
        try:
            return self.find(name) == id
        except InvalidValueError:
            return False

    def _unclear(self, value: str, found: tuple[str, ...]) -> InvalidValueError:
        several = f"{', '.join(found[:4])}{' …' if len(found) > 4 else ''}"
        return InvalidValueError(
            value, self.expected, f"Several are called that: write the identifier ({several})"
        )

    def _guess(self, name: str) -> str:
        """Return the nearest name, as long as looking for it is cheap: a file may have many."""
        self._looks -= sum(map(len, self._ranks))
        if self._looks < 0:
            return ""
        guess = nearest(name, [known for names in self._ranks for known in names])
        found = next((names[guess] for names in self._ranks if guess in names), ("",))
        return f"Did you mean '{found[0]}'?" if guess else ""


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, id in pairs:
        key = plain(name)
        already = found.get(key, ())
        if key and id not in already:
            found[key] = (*already, id)
    return found
