"""What each file of a publication was made from, so that what has not changed is not made again.

A small hidden file in the publication keeps it. It is a help and never a truth: a file that was
touched by somebody, or a memory that cannot be read, only means that more is made afresh.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field

from workshopcore.toolkit.digest import plain
from workshopcore.toolkit.writing import put

if TYPE_CHECKING:
    from workshopcore.contracts.reports import Renderer

__all__ = ["NAME", "Memory", "fingerprint", "ground", "source"]

NAME = ".published.json"
_VERSION = 1


@define
class Memory:
    """Which files are there, what they were made from, and what is in them.

    Attributes:
        folder: the publication.
        before: by path, from what a file was made and the hash of what was written.
        now: the same for this run.
    """

    folder: Path
    before: Mapping[str, tuple[str, str]] = field(factory=dict)
    now: dict[str, tuple[str, str]] = field(factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Memory:
        """Return what is remembered of a publication; nothing where that cannot be read."""
        try:
            found = json.loads((folder / NAME).read_bytes())
            if found["version"] != _VERSION:
                return cls(folder)
            return cls(folder, {path: (one[0], one[1]) for path, one in found["files"].items()})
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
            return cls(folder)

    def still(self, path: str, made_from: str) -> bool:
        """Return whether a file is there as it was made, from the same as now."""
        remembered = self.before.get(path)
        if not made_from or remembered is None or remembered[0] != made_from:
            return False
        try:
            unchanged = _hash((self.folder / path).read_bytes()) == remembered[1]
        except OSError:
            return False
        if unchanged:
            self.now[path] = remembered
        return unchanged

    def note(self, path: str, made_from: str, data: bytes) -> None:
        """Remember what a file was made from; nothing if that is not known."""
        if made_from:
            self.now[path] = (made_from, _hash(data))

    def keep(self) -> None:
        """Write down what is remembered, of files that an earlier run made too."""
        files = {path: list(one) for path, one in sorted({**self.before, **self.now}.items())}
        if files:
            said = json.dumps({"version": _VERSION, "files": files}, indent=0)
            put(self.folder / NAME, said.encode())


def fingerprint(value: Any) -> str:
    """Return a hash of everything that a value of our classes holds, such as a report."""
    held = json.dumps(plain(value), default=repr)
    return _hash(held.encode("utf-8", "surrogatepass"))


def source(said: str, renderer: Renderer, *grounds: str) -> str:
    """Return a hash of everything that a file is made from; ``""`` if that is not known.

    Args:
        said: the fingerprint of the report that the file says.
        renderer: what writes it.
        grounds: the code that writes it, as :func:`ground` returns it, and how it looks.
    """
    return _hash(" ".join([said, renderer.key, *grounds]).encode()) if all(grounds) else ""


def ground(packages: Iterable[str], folders: Iterable[Traversable] = ()) -> str:
    """Return a hash of the code that renders: of its files, and of what is installed with it.

    Args:
        packages: the modules of the library and of its plugins.
        folders: further files that have a say, such as templates.
    """
    said = [sys.version, *sorted(_installed())]
    for name in sorted({package.partition(".")[0] for package in packages}):
        for place in _places(name):
            said += _files(place)
    for folder in folders:
        said += _files(Path(str(folder)))
    return _hash("\n".join(said).encode("utf-8", "surrogatepass"))


def _places(package: str) -> list[Path]:
    """Return the folders of a package, or the file of a module."""
    spec = find_spec(package)
    if spec is None:
        return []
    if spec.submodule_search_locations:
        return [Path(folder) for folder in spec.submodule_search_locations]
    return [Path(spec.origin)] if spec.origin else []


def _installed() -> set[str]:
    """Return the distributions that are installed, with their versions, by their folders."""
    return {path.name for entry in sys.path for path in Path(entry).glob("*.dist-info")}


def _files(place: Path) -> Iterator[str]:
    """Yield every file of a folder with its size and the moment it was changed."""
    found = [place] if place.is_file() else sorted(place.rglob("*"))
    for path in found:
        if "__pycache__" not in path.parts and path.is_file():
            about = path.stat()
            yield f"{path} {about.st_size} {about.st_mtime_ns}"


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
