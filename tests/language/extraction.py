"""Every phrase in the sources, as translators get it: collected by Babel, not by our own code."""

import tomllib
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "src", *sorted(ROOT.glob("plugins/*/src"))]
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_noop": None}


@cache
def phrases() -> Catalog:
    """Return the phrases of the library and of the plugins in this repository."""
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    methods = [
        (mapping["pattern"], mapping["method"])
        for mapping in configured["tool"]["babel"]["mappings"]
    ]
    found = Catalog()
    for folder in SOURCES:
        for name, _, message, _, context in extract_from_dir(
            folder, methods, keywords=KEYWORDS, directory_filter=lambda _: True
        ):
            found.add(message, locations=[(name, 0)], context=context)
    return found
