"""The facilitator mode of a run sheet: a script that times the rest of the day anew.

The page is the same paper without it. The script is allowed by its hash alone, and fetches
nothing. Nothing that people wrote is part of it: it reads that as data, and shows it as text.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen
from markupsafe import Markup

from workshopcore.model.options import Options
from workshopcore.renderers.characters import harmless
from workshopcore.renderers.html.look import palette

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Style

__all__ = ["ENGINE", "Live", "live", "script_of"]

ENGINE = (
    "parts",
    "weights",
    "curves",
    "min_cut",
    "network",
    "earliest",
    "cuts",
    "fitting",
    "progress",
    "giving_way",
    "replanning",
    "wall",
    "words",
    "steps",
)
"""The part of the script that times a day anew, file by file: no page is needed for it."""

_PAGE = ("record", "store", "course", "press", "view", "announcing", "page")
_DARK = {"paper": "#14181c", "text": "#f3f1ec", "soft": "#20272d", "line": "#3b444c"}
_FOR_READERS = re.compile(r"^[ ]*//.*\n|^[ ]+|^\n", re.MULTILINE)


@frozen
class Live:
    """What the page needs to run the day.

    Attributes:
        data: what the script reads.
        script: the script.
        source: its hash, as a content security policy has it.
        dark: the style's colours for those whose device is set to dark, as CSS.
    """

    data: dict[str, Any]
    script: Markup
    source: str
    dark: Markup


def live(report: Report, style: Style) -> Live | None:
    """Return the facilitator mode of a report; ``None`` for one that has none.

    Raises:
        RenderError: a colour of the style is none.
    """
    data = report.details.get("live")
    if report.audience != "facilitators" or not isinstance(data, Mapping):
        return None
    script, source = _script()
    return Live(_plain(data), Markup(script), source, Markup(_dark(style)))


def script_of(names: tuple[str, ...]) -> str:
    """Return some files of the script as one, without what is there for those who read them."""
    folder = files("workshopcore.renderers") / "templates" / "live"
    texts = ((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)
    return "".join(_FOR_READERS.sub("", text) for text in texts)


@lru_cache(maxsize=1)
def _script() -> tuple[str, str]:
    script = f'(() => {{\n"use strict";\n{script_of(ENGINE + _PAGE)}}})();\n'
    return script, f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


def _dark(style: Style) -> str:
    colours = palette(evolve(style, colours={**style.colours, **_DARK}))
    variables = "".join(f"--{name}:{value};" for name, value in colours.items())
    rule = f".live-running{{color-scheme:dark;{variables}}}"
    return f"@media screen and (prefers-color-scheme:dark){{{rule}}}"


def _plain(value: Any) -> Any:
    """Return details as they are written into a page, where escapes would hide what may act."""
    if isinstance(value, Options):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return harmless(value) if isinstance(value, str) else value
