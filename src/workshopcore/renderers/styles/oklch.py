"""Colours by lightness, chroma and hue as eyes see them: lighter or darker, the same hue.

Source: Björn Ottosson, *A perceptual color space for image processing* (2020), whose matrices
these are; CSS Color 4 calls the same space ``oklch``.
"""

from __future__ import annotations

import math

from attrs import frozen

from workshopcore.renderers.html.colour import channels, linear

__all__ = ["Shade", "shade_of"]

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_HALVINGS = 10
# What rounding may carry a channel beyond its ends.
_SLACK = 1e-5


@frozen
class Shade:
    """A colour of OKLCH.

    Attributes:
        lightness: from 0 for black to 1 for white.
        chroma: how far from grey, from 0 to about 0.3.
        hue: in radians.
    """

    lightness: float
    chroma: float
    hue: float

    def at(self, lightness: float) -> str:
        """Return this hue at another lightness, as vivid as a screen can show it.

        >>> shade_of("#1f567d").at(0.8)
        '#8dc5f1'
        """
        light = self._linear(lightness, self.chroma)
        if not _shown(light):
            least, most = 0.0, self.chroma
            for _ in range(_HALVINGS):
                between = (least + most) / 2
                shown = _shown(self._linear(lightness, between))
                least, most = (between, most) if shown else (least, between)
            light = self._linear(lightness, least)
        return "#" + "".join(f"{round(255 * _encoded(share)):02x}" for share in light)

    def _linear(self, lightness: float, chroma: float) -> tuple[float, ...]:
        lab = (lightness, chroma * math.cos(self.hue), chroma * math.sin(self.hue))
        return _times(_FROM_CONES, [cone**3 for cone in _times(_FROM_LAB, lab)])


def shade_of(colour: str) -> Shade:
    """Return a hexadecimal colour as a shade.

    >>> shade = shade_of("#ffffff")
    >>> round(shade.lightness, 3), round(shade.chroma, 3)
    (1.0, 0.0)
    """
    light = [linear(channel / 255) for channel in channels(colour)]
    lightness, a, b = _times(_TO_LAB, [math.cbrt(cone) for cone in _times(_TO_CONES, light)])
    return Shade(lightness, math.hypot(a, b), math.atan2(b, a))


def _times(
    matrix: tuple[tuple[float, float, float], ...], vector: list[float] | tuple[float, ...]
) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _shown(light: tuple[float, ...]) -> bool:
    return all(-_SLACK <= share <= 1 + _SLACK for share in light)


def _encoded(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return 12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055
