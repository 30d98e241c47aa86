"""A style as CSS: its values checked, and made readable where a house's colours are too pale."""

from __future__ import annotations

import re

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.html.colour import checked, mixed, readable
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore.renderers.styles.margins import Margins, margins_of, usual_margins

__all__ = ["FONTS", "LANGUAGE", "language", "logo", "palette", "stylesheet"]

FONTS = re.compile(r"[\w \-,'\"]+")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_LOGO = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,][\w;,=+/%.:~!*'()\-]*", re.ASCII)
_TALLEST, _TALLEST_ACROSS = 225.0, 145.0
"""How tall a picture may be on a page with the usual margins, in millimetres."""
_GREEN, _AMBER, _RED = "#1c6b3c", "#9a5b00", "#a4262c"


def palette(style: Style) -> dict[str, str]:
    """Return the colours by use, every text colour at 4.5:1 or better on what it stands on.

    A house names five; what it leaves out comes from the default style, and shades in between
    are mixed here.

    Raises:
        RenderError: a colour is not hexadecimal.
    """
    given = {**DEFAULT_STYLE.colours, **style.colours}
    paper, soft, accent, line = (checked(given[use]) for use in ("paper", "soft", "accent", "line"))
    text = readable(given["text"], paper)
    return {
        "paper": paper,
        "soft": soft,
        "line": line,
        "accent": accent,
        "text": text,
        "muted": readable(mixed(text, paper, 0.3), paper, 5.0),
        "edge": readable(mixed(text, paper, 0.5), paper, 3.1),
        "accent-text": readable(accent, paper),
        "soft-text": readable(text, soft),
        "soft-accent": readable(accent, soft),
        "success": readable(_GREEN, paper),
        "warning": readable(_AMBER, paper),
        "alarm": readable(_RED, paper),
    }


def stylesheet(style: Style, title: str, landscape: bool) -> str:
    """Return the part of the CSS that differs from document to document.

    Nothing in it can end the style element: colours and fonts are checked, and every character
    of the title that is not a letter or digit is escaped.

    Raises:
        RenderError: a colour, a font or a margin is not one.
    """
    fonts = {**DEFAULT_STYLE.fonts, **style.fonts}
    values = {**palette(style), **{use: _fonts(fonts[use]) for use in ("body", "heading")}}
    margins = margins_of(style)
    lost = margins.down - usual_margins().down
    values["tallest"] = f"{(_TALLEST_ACROSS if landscape else _TALLEST) - lost:g}mm"
    variables = "".join(f"--{name}:{value};" for name, value in values.items())
    paper = "letter" if style.paper == "Letter" else "A4"
    turned = " landscape" if landscape else ""
    page = (
        f"size:{paper}{turned};margin:{_sides(margins)};background:{values['paper']};"
        f"@bottom-left{{content:{_css_text(title)}}}"
    )
    return f":root{{{variables}}}\n@page{{{page}}}"


def _sides(margins: Margins) -> str:
    sides = (margins.top, margins.right, margins.bottom, margins.left)
    return " ".join(f"{side:g}mm" for side in sides)


def logo(style: Style) -> str:
    """Return the logo's ``data:`` address, ``""`` if the style has none.

    Raises:
        RenderError: it is anything but an image in the style itself.
    """
    if style.logo and not _LOGO.fullmatch(style.logo):
        raise RenderError(
            f"style '{style.key}': expected the logo as a data: URI of a PNG, JPEG, GIF, WebP or"
            f" SVG image, found '{style.logo[:40]}': documents never fetch anything"
        )
    return style.logo


def language(tag: str) -> str:
    """Return a language tag fit for the ``lang`` attribute; ``en`` for what is not one."""
    return tag if LANGUAGE.fullmatch(tag) else "en"


def _fonts(families: object) -> str:
    if not isinstance(families, str) or not FONTS.fullmatch(families):
        raise RenderError(
            "expected font families such as \"Georgia, 'Times New Roman', serif\","
            f" found {families!r}: correct them in the style"
        )
    return families


def _css_text(text: str) -> str:
    shown = one_line(text)
    escaped = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in shown)
    return '"' + "".join(escaped) + '"'
