"""Whether a style's colours can be read where documents use them, and which would do instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from workshopcore.renderers.html.colour import contrast
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore.renderers.styles.oklch import shade_of

__all__ = ["PAIRS", "Faint", "faint_colours", "rounded"]

_READ, _SEEN = 4.5, 1.25
PAIRS: Mapping[tuple[str, str], float] = {
    ("text", "paper"): _READ,  # what is written, and the title's band the other way round
    ("text", "soft"): _READ,  # callouts, code, every other row, sessions in figures
    ("accent", "paper"): _READ,  # headings, links, marks in figures, heads of banded tables
    ("accent", "soft"): _READ,  # titles of callouts, heads of tables in Word
    ("line", "paper"): _SEEN,  # rules between rows, which tell nothing that the room does not
    ("line", "soft"): _SEEN,  # ticks on the band of a figure
}
"""What stands on what, and the least contrast that it has to have there.

Text is at 4.5:1 or better (WCAG 2.2, success criterion 1.4.3). Rules are no more than decoration,
of which WCAG asks nothing; they are to be seen at all. What tells something by its shape alone,
such as the edge of a field, is not a house's to choose: it is derived from the text, at 3:1.
"""
_STEPS = 200


@frozen
class Faint:
    """A colour that cannot be read where it stands.

    Attributes:
        use, ground: what stands on what, such as ``accent`` on ``soft``.
        ratio, wanted: their contrast, and the least that it has to be.
        cure: the nearest colours of the same hues with which it can be read, by use: that of
            what stands there alone, or of all that change where the tint cannot stay either.
    """

    use: str
    ground: str
    ratio: float
    wanted: float
    cure: Mapping[str, str]

    def __str__(self) -> str:
        """Say it in a sentence.

        >>> print(next(faint_colours({"accent": "#6f9fc0"})))
        accent on paper is at 2.83:1, 4.5:1 is wanted: accent = "#447392" has it
        """
        return f"{self.found}, {self.wanted:g}:1 is wanted: {self.advice}"

    @property
    def found(self) -> str:
        """What stands on what, and how well it can be read."""
        return f"{self.use} on {self.ground} is at {rounded(self.ratio)}:1"

    @property
    def advice(self) -> str:
        """What to write instead."""
        said = ", ".join(f'{use} = "{colour}"' for use, colour in self.cure.items())
        return f"{said} {'have' if len(self.cure) > 1 else 'has'} it"


def faint_colours(given: Mapping[str, str]) -> Iterator[Faint]:
    """Yield what cannot be read among the colours of a style, those left out being the default's.

    Args:
        given: hexadecimal colours by use.
    """
    colours = {**DEFAULT_STYLE.colours, **given}
    better: Mapping[str, str] = {}
    for (use, ground), wanted in PAIRS.items():
        ratio = contrast(colours[use], colours[ground])
        if ratio < wanted:
            better = better or _changes(colours)
            # Where the tint changes, so may whatever stood well on the one before.
            cure = better if "soft" in better else {use: better[use]}
            yield Faint(use, ground, ratio, wanted, cure)


def rounded(ratio: float) -> str:
    """Return a ratio to two places, rounded down: one that falls short is never shown as enough.

    >>> rounded(4.498), rounded(21)
    ('4.49', '21')
    """
    return f"{int(ratio * 100 + 1e-6) / 100:g}"


def _changes(colours: Mapping[str, str]) -> dict[str, str]:
    """Return which colours to change into what, so that all can be read on their paper.

    The text comes first. The tint gives way to it where no shade of the text would do on both
    paper and tint; from then on there always is one, and the text's own in any case.
    """
    better = dict(colours)
    for use in ("text", "soft", "accent", "line"):
        if use == "soft":
            better[use] = _nearest(better[use], {better["text"]: _READ})
            continue
        beneath = {better[ground]: least for (over, ground), least in PAIRS.items() if over == use}
        on_paper = {better["paper"]: PAIRS[use, "paper"]}
        found = _nearest(better[use], beneath)
        if not found:
            found = _nearest(better[use], on_paper) if use == "text" else better["text"]
        better[use] = found
    return {use: colour for use, colour in better.items() if colour != colours[use]}


def _nearest(colour: str, others: Mapping[str, float]) -> str:
    """Return the nearest shade with enough contrast to all of some others, ``""`` for none."""

    def stands_out(one: str) -> bool:
        return all(contrast(one, other) >= least for other, least in others.items())

    if stands_out(colour):
        return colour
    shade = shade_of(colour)
    steps = (step / _STEPS for step in range(_STEPS + 1))
    nearest = sorted(steps, key=lambda step: abs(step - shade.lightness))
    return next(filter(stands_out, map(shade.at, nearest)), "")
