"""The plugins of this repository bring the German of the phrases that only they say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from extraction import ROOT, phrases

from workshopcore.language.catalogue import catalogues

FILES = {path.parents[1].name: path for path in ROOT.glob("plugins/*/src/*/translations/de.po")}


def said_by(package: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a plugin says: the context, and the phrase, or both of its forms."""
    for message in phrases():
        if message.id and any(name.startswith(f"{package}/") for name, _ in message.locations):
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            yield message.context or "", forms


def test_plugins_with_phrases_bring_translations():
    packages = {path.name for path in ROOT.glob("plugins/*/src/*") if path.is_dir()}
    own = {
        package
        for package in packages
        for message in phrases()
        if message.id and all(name.startswith(f"{package}/") for name, _ in message.locations)
    }
    assert set(FILES) == own


@pytest.mark.parametrize("package", sorted(FILES))
def test_every_phrase_of_a_plugin_has_its_german(package):
    found = catalogues("de", (FILES[package].parent,))
    missing = [
        (context, forms)
        for context, forms in said_by(package)
        if not any(each.find(context, forms[0]) for each in found)
    ]
    assert missing == []


@pytest.mark.parametrize("package", sorted(FILES))
def test_plugin_brings_its_folder(package):
    # The second lock has the core alone.
    plugin = pytest.importorskip(package, reason="the plugin is not installed")
    [folder] = plugin.workshopcore_translations()
    assert Path(str(folder)) == FILES[package].parent
