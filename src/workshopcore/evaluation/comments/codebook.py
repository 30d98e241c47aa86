"""The codebook: the themes of a programme as codes, and which version of them was used."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from json import dumps

from attrs import field, frozen

from workshopcore.errors import UnknownKeyError
from workshopcore.model.evaluation import Theme, as_themes

__all__ = ["Codebook"]


@frozen
class Codebook:
    """What comments are coded by.

    Attributes:
        themes: the codes, each with what belongs to it and the words that speak of it.

    >>> book = Codebook([Theme("Trust", words=["trust*"]), Theme("Time")])
    >>> book.keys, book.theme("trust").title
    (('trust', 'time'), 'Trust')
    >>> book.version == Codebook([Theme("Trust"), Theme("Time")]).version
    False
    """

    themes: tuple[Theme, ...] = field(converter=as_themes)

    @property
    def keys(self) -> tuple[str, ...]:
        """The identifiers of its themes."""
        return tuple(str(theme.id) for theme in self.themes)

    @property
    def version(self) -> str:
        """Twelve digits that are others as soon as a theme says anything else."""
        said = [[str(t.id), t.title, t.description, list(t.words)] for t in self.themes]
        return sha256(dumps(said).encode()).hexdigest()[:12]

    def theme(self, key: str) -> Theme:
        """Return a theme. Raises UnknownKeyError: it has none of this identifier."""
        for theme in self.themes:
            if theme.id == key:
                return theme
        raise UnknownKeyError("theme", key, self.keys)

    def known(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return themes in the order of the codebook, each once.

        Raises:
            UnknownKeyError: it has no such theme.
        """
        wanted = {str(self.theme(key).id) for key in keys}
        return tuple(key for key in self.keys if key in wanted)
