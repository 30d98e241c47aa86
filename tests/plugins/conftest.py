"""Real distributions on disk: metadata and modules, as an installer leaves them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from workshopcore.errors import PluginLoadError
from workshopcore.plugins.discovery import installed
from workshopcore.plugins.record import Candidate
from workshopcore.plugins.registry import Registry
from workshopcore.plugins.selection import Selection


class Site:
    """A folder of installed distributions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: set[str] = set()

    def install(
        self,
        name: str,
        source: str,
        *,
        distribution: str = "",
        version: str = "1.0",
        requires: str = "workshopcore>=0.1",
        target: str = "",
        module: str = "",
    ) -> str:
        """Install a plugin and return the name of its distribution."""
        self.names.add(name)
        distribution = distribution or f"workshopcore-{name}"
        module = module or distribution.replace("-", "_")
        (self.folder / f"{module}.py").write_text(dedent(source), encoding="utf-8")
        info = self.folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
            f"Requires-Dist: {requires}\n",
            encoding="utf-8",
        )
        (info / "entry_points.txt").write_text(
            f"[workshopcore]\n{name} = {target or module}\n", encoding="utf-8"
        )
        return distribution

    def registry(self, selection: Selection | None = None) -> Registry:
        """Return a registry of what is installed here, and of nothing else."""
        return Registry((), selection or Selection(only=frozenset(self.names)), self._found)

    def _found(self) -> tuple[list[Candidate], list[PluginLoadError]]:
        found, failures = installed()
        return [each for each in found if each.name in self.names], failures


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    before = set(sys.modules)
    yield Site(folder)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(folder)):
            del sys.modules[name]
