"""Small sections gathered on one slide, so that none has a lonely line, or only a title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from workshopcore_office.slides.deck import Line, Topic

__all__ = ["gathered"]


def gathered(topics: Iterable[Topic], fits: Callable[[Sequence[Line]], bool]) -> Iterator[Topic]:
    """Yield topics, sections of sections together where they are short text that fits a slide.

    A section that says nothing before its own sections tells which they are, or goes into the
    title of its only one.

    Args:
        topics: in order.
        fits: tells whether lines fit one slide.
    """
    for family in _families(topics):
        yield from _family(family, fits)


def _families(topics: Iterable[Topic]) -> Iterator[list[Topic]]:
    """Yield each topic of the first levels with those beneath it."""
    family: list[Topic] = []
    for topic in topics:
        if topic.level <= 1 and family:
            yield family
            family = []
        family.append(topic)
    if family:
        yield family


def _family(family: Sequence[Topic], fits: Callable[[Sequence[Line]], bool]) -> list[Topic]:
    parent, *children = family
    slides = [parent]
    for child in children:
        joined = _joined(parent, slides[-1], child)
        if joined is not None and fits([part for part in joined.parts if isinstance(part, Line)]):
            slides[-1] = joined
        else:
            slides.append(child)
    if slides[0].parts or slides[0].notes or len(slides) == 1:
        return slides
    if len(slides) == 2:
        title = f"{parent.title}: {slides[1].title}"
        return [evolve(slides[1], title=title if slides[1].title != parent.title else parent.title)]
    names = dict.fromkeys(child.title for child in children)
    return [evolve(parent, parts=tuple(Line(name, sign="bullet") for name in names)), *slides[1:]]


def _joined(parent: Topic, slide: Topic, child: Topic) -> Topic | None:
    """Return a topic with another beneath it, ``None`` if either is more than text."""
    if not all(isinstance(part, Line) for part in (*slide.parts, *child.parts)):
        return None
    own = slide.title == parent.title
    before = slide.parts if own else (Line(slide.title, strong=True), *slide.parts)
    parts = (*before, Line(child.title, strong=True), *child.parts)
    return Topic(parent.title, parts, (*slide.notes, *child.notes), parent.level)
