"""What plugins provide of one kind, as a mapping that asks them when it is first read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from workshopcore.plugins.registry import Registry

__all__ = ["Provided"]

T = TypeVar("T")


class Provided(Mapping[str, T]):
    """A read-only mapping by key.

    Asking for a key that is not there raises ``UnknownKeyError`` with the nearest one, or what
    went wrong with the plugin that the key belongs to. ``get`` and ``in`` do not raise.
    """

    __slots__ = ("_kind", "_registry")

    def __init__(self, registry: Registry, kind: str) -> None:
        self._registry = registry
        self._kind = kind

    @property
    def _things(self) -> Mapping[str, Any]:
        return self._registry.collected(self._kind).things

    def __getitem__(self, key: str) -> T:
        things = self._things
        if isinstance(key, str) and key in things:
            return things[key]  # type: ignore[no-any-return]
        raise self._registry.missing(self._kind, str(key))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._things

    def get(self, key: str, default: Any = None) -> Any:
        """Return what is there under a key, or the default."""
        return self._things.get(key, default) if isinstance(key, str) else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def __repr__(self) -> str:
        return f"<{self._kind}: {', '.join(self) or 'none'}>"
