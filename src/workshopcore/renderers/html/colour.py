"""Colours as WCAG measures them."""

from __future__ import annotations

import re

from workshopcore.errors import RenderError

__all__ = ["channels", "checked", "contrast", "linear", "mixed", "readable"]

_HEXADECIMAL = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEPS = 24


def checked(colour: str) -> str:
    """Return a colour that is one.

    Raises:
        RenderError: it is not written as three or six hexadecimal digits after ``#``.
    """
    if not isinstance(colour, str) or not _HEXADECIMAL.fullmatch(colour):
        raise RenderError(
            f"expected a colour such as #1d4f7c, found {colour!r}: correct it in the style"
        )
    return colour


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21.

    Source: WCAG 2.2, definitions of *contrast ratio*, (L1 + 0.05) / (L2 + 0.05), and *relative
    luminance*, 0.2126 R + 0.7152 G + 0.0722 B of the channels made linear.

    >>> contrast("#000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour so far on the way from one to another, ``share`` from 0 to 1.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, background: str, least: float = 4.5) -> str:
    """Return a colour that can be read on a background: itself, or a darker or paler shade.

    One of black and white reaches 4.58 on every background, so up to there it always succeeds.

    >>> readable("#777777", "#ffffff"), readable("#123456", "#ffffff")
    ('#727272', '#123456')
    """
    ends = sorted(("#000000", "#ffffff"), key=lambda end: contrast(end, background))
    shades = (mixed(colour, ends[-1], step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, background) >= least), ends[-1])


def _luminance(colour: str) -> float:
    red, green, blue = (linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(share: float) -> float:
    """Return a channel of sRGB, from 0 to 1, as the light that it stands for.

    Source: WCAG 2.2, definition of *relative luminance*.
    """
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, each from 0 to 255.

    Raises:
        RenderError: it is no colour.
    """
    digits = checked(colour)[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
