"""What a drawing is made of; lengths are CSS pixels."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["Anchor", "Box", "Drawing", "Label", "Line", "Mark", "Shape"]

Anchor: TypeAlias = Literal["start", "middle", "end"]


@frozen
class Line:
    """A straight line; ``use`` names its role, the stylesheet its looks."""

    x: float
    y: float
    to_x: float
    to_y: float
    use: str
    kind: Literal["line"] = "line"


@frozen
class Box:
    """A rectangle with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    use: str
    round: float = 3
    kind: Literal["box"] = "box"


@frozen
class Mark:
    """A small sign, as an SVG path."""

    path: str
    use: str
    kind: Literal["mark"] = "mark"


@frozen
class Label:
    """One line of text, standing on ``y``."""

    x: float
    y: float
    text: str
    use: str
    anchor: Anchor = "start"
    kind: Literal["label"] = "label"


Shape: TypeAlias = Line | Box | Mark | Label


@frozen
class Drawing:
    """Shapes in the order in which they are drawn."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
