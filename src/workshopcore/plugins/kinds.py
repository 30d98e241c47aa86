"""The kinds of things that plugins provide, and what makes one of each acceptable."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from typing import Any, get_args

from attrs import field, frozen

from workshopcore.contracts.exchange import Matter
from workshopcore.contracts.report import Audience
from workshopcore.contracts.reports import Need, Style
from workshopcore.model.evaluation import Instrument
from workshopcore.model.finding import Severity

__all__ = ["KINDS", "Kind"]

_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_KEY = re.compile(_WORD)
_NAMESPACED = re.compile(f"{_WORD}:{_WORD}")
_CODE = re.compile(r"[A-Z]{2,12}[0-9]{3,4}")
_ENDING = re.compile(r"(?:\.[A-Za-z0-9]{1,10}){1,2}")
_LONGEST_KEY = 100


@frozen
class Kind:
    """A kind of thing that plugins provide.

    Attributes:
        name: of the toolkit's mapping, such as ``formats``.
        hook: the hook that asks for it.
        noun: one of them, in words.
        needs: the attributes that it must have.
        key: the attribute it goes by; ``""`` for things without a name.
        words: attributes with a fixed vocabulary.
        endings: attributes that are endings of file names.
        of: the class it must be of, where there is one.
    """

    name: str
    hook: str
    noun: str
    needs: tuple[str, ...] = ()
    key: str = "key"
    words: dict[str, tuple[str, ...]] = field(factory=dict, kw_only=True)
    endings: tuple[str, ...] = field(default=(), kw_only=True)
    of: type = field(default=object, kw_only=True)

    def fault(self, thing: Any) -> str:
        """Return why a thing is not of this kind, or ``""``."""
        if isinstance(thing, type):
            return f"it returned the class {thing.__name__} where a {self.noun} was expected"
        if not isinstance(thing, self.of):
            return f"it returned {_a(thing)} where a {self.noun} was expected"
        missing = [name for name in self.needs if not hasattr(thing, name)]
        if missing:
            return f"it returned {_a(thing)}, which is no {self.noun}: without {', '.join(missing)}"
        for name, known in self.words.items():
            strange = _unknown_words(getattr(thing, name), known)
            if strange:
                one_of = ", ".join(known)
                return f"the {name} of {_a(thing)} may be {one_of}; found {strange}"
        for name in self.endings:
            if not _is_ending(getattr(thing, name)):
                return f"the {name} of {_a(thing)} must be an ending such as '.html'"
        return ""

    def key_of(self, thing: Any, plugin: str, built_in: bool, number: int) -> object:
        """Return the key that a thing goes by: its own, or one made from the plugin's name."""
        if not self.key:
            return f"{plugin}:{number}"
        key = getattr(thing, self.key)
        return f"{plugin}:{key}" if self.of is Instrument and not built_in else key

    def key_fault(self, key: str, built_in: bool) -> str:
        """Return why a key cannot be used, or ``""``.

        Keys of plugins carry a namespace, so that the library can add keys of its own without
        ever taking somebody else's.
        """
        if not self.key:
            return ""
        if len(key) > _LONGEST_KEY:
            return f"the {self.key} of a {self.noun} has at most {_LONGEST_KEY} characters"
        if self.key == "code":
            return _code_fault(key, built_in)
        if built_in:
            return "" if _KEY.fullmatch(key) else f"'{key}' is not a key"
        if _NAMESPACED.fullmatch(key):
            return ""
        shape = "a namespace and a name in lower-case letters, digits and hyphens"
        return f"the {self.key} '{key}' must be {shape}, such as 'acme:fishbowl'"


def _code_fault(code: str, built_in: bool) -> str:
    if not _CODE.fullmatch(code):
        return f"the code '{code}' must be capital letters and three digits, such as ACME101"
    if code.startswith("WC") and not built_in:
        return f"the code '{code}' starts with WC, which is the library's own"
    return ""


def _a(thing: object) -> str:
    return "nothing" if thing is None else f"an object of type {type(thing).__name__}"


def _is_ending(value: object) -> bool:
    values = value if isinstance(value, tuple) else (value,)
    return all(isinstance(one, str) and _ENDING.fullmatch(one) for one in values)


def _unknown_words(value: Any, known: tuple[str, ...]) -> str:
    values = value if isinstance(value, (set, frozenset, tuple, list)) else [value]
    return ", ".join(sorted(repr(word) for word in values if word not in known))


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "formats",
            "workshopcore_session_formats",
            "session format",
            ("key", "title", "people", "length", "expand"),
        ),
        Kind(
            "reports",
            "workshopcore_reports",
            "report type",
            ("key", "title", "audience", "needs", "build"),
            words={"audience": get_args(Audience), "needs": get_args(Need)},
        ),
        Kind(
            "renderers",
            "workshopcore_renderers",
            "renderer",
            ("key", "title", "suffix", "media_type", "render"),
            endings=("suffix",),
        ),
        Kind("styles", "workshopcore_styles", "style", of=Style),
        Kind(
            "checks",
            "workshopcore_checks",
            "check",
            ("code", "title", "severity", "thresholds", "run"),
            "code",
            words={"severity": get_args(Severity)},
        ),
        Kind("instruments", "workshopcore_instruments", "instrument", key="id", of=Instrument),
        Kind(
            "importers",
            "workshopcore_importers",
            "importer",
            ("key", "title", "matter", "suffixes", "read"),
            words={"matter": get_args(Matter)},
            endings=("suffixes",),
        ),
        Kind(
            "exporters",
            "workshopcore_exporters",
            "exporter",
            ("key", "title", "matter", "suffix", "write"),
            words={"matter": get_args(Matter)},
            endings=("suffix",),
        ),
        Kind(
            "text_screens", "workshopcore_text_screens", "text screen", ("key", "title", "screen")
        ),
        Kind(
            "template_roots",
            "workshopcore_template_roots",
            "template folder",
            key="",
            of=Traversable,
        ),
        Kind(
            "translations",
            "workshopcore_translations",
            "folder of translations",
            key="",
            of=Traversable,
        ),
    )
}
"""Every kind that is collected, by its name."""
