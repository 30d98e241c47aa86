"""A style as data for the template: its values checked, as the web pages' are."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from attrs import asdict

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.look import language, logo, palette
from workshopcore.renderers.styles import DEFAULT_STYLE, built_in_styles
from workshopcore.renderers.styles.margins import margins_of
from workshopcore_pdf.fonts import MONOSPACED, SERIF, chosen
from workshopcore_pdf.words import plain, shortened

__all__ = ["author_of", "logo_of", "look", "tongue"]

_SIZES = {SERIF: 10.8}
_SIZE = 9.6
_LONGEST_FOOTER = 330
_PRIMARY = re.compile(r"[a-z]{2,3}")
_REGION = re.compile(r"[A-Za-z]{2}")


def look(style: Style, folders: Sequence[Path]) -> dict[str, Any]:
    """Return colours, typefaces, paper, margins and the line at the foot.

    Raises:
        RenderError: a colour, a font or a margin of the style is not one.
    """
    given = {**DEFAULT_STYLE.fonts, **style.fonts}
    fonts = {use: _families(given[use], folders) for use in ("body", "heading")}
    return {
        "colours": palette(style),
        "fonts": {**fonts, "code": [MONOSPACED, *fonts["body"]]},
        "size": _SIZES.get(fonts["body"][0], _SIZE),
        "paper": "us-letter" if style.paper == "Letter" else "a4",
        "margins": asdict(margins_of(style)),
        "band": style.headings == "band",
        "bands": style.tables == "bands",
        "house": plain(style.house).strip(),
        "footer": shortened(plain(style.foot).strip(), _LONGEST_FOOTER),
    }


def author_of(style: Style, key: str) -> str:
    """Return who a document says it is by: who the style names, or else the house it belongs to.

    Args:
        style: the style; its table ``renderers`` may have an ``author`` for the renderer.
        key: the renderer's key.

    Raises:
        RenderError: the style says something else than the renderer understands.
    """
    said = style.renderers.get(key, {})
    if not isinstance(said, Mapping) or not set(said) <= {"author"}:
        raise RenderError(
            f"style '{style.key}', renderers.'{key}': expected author, found {said!r:.80}:"
            " correct it in the style"
        )
    built_in = any(style.title == each.title for each in built_in_styles())
    author = said.get("author", style.house or ("" if built_in else style.title))
    if not isinstance(author, str):
        raise RenderError(
            f"style '{style.key}', renderers.'{key}'.author: expected text, found {author!r:.80}:"
            " correct it in the style"
        )
    return one_line(author)


def tongue(tag: str) -> dict[str, str | None]:
    """Return the language and the region of a tag, as typst takes them.

    >>> tongue("en-GB"), tongue("zh-Hans")
    ({'lang': 'en', 'region': 'GB'}, {'lang': 'zh', 'region': None})
    """
    first, *others = language(tag).split("-")
    known = _PRIMARY.fullmatch(first.lower())
    region = next((part.upper() for part in others if _REGION.fullmatch(part)), None)
    return {"lang": first.lower() if known else "en", "region": region if known else None}


def logo_of(style: Style) -> dict[str, Any] | None:
    """Return the style's logo as the bytes of its file and its words, None if it has none.

    Raises:
        RenderError: it is no image in the style itself.
    """
    address = logo(style)
    if not address:
        return None
    head, _, body = address.partition(",")
    raw = unquote_to_bytes(body)
    try:
        data = base64.b64decode(raw, validate=True) if head.endswith(";base64") else raw
    except binascii.Error as fault:
        raise RenderError(
            f"style '{style.key}': the logo's data: URI is not base64: {fault}. Encode it again"
        ) from fault
    return {"bytes": list(data), "alt": plain(style.logo_alt or style.house).strip()}


def _families(families: object, folders: Sequence[Path]) -> list[str]:
    if not isinstance(families, str):
        raise RenderError(
            f'expected font families such as "Georgia, serif", found {families!r}:'
            " correct them in the style"
        )
    return chosen(families, tuple(folders))
