"""The comments of a wave, the codebook for them, and what coders made of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.errors import UnknownKeyError

if TYPE_CHECKING:
    from workshopcore.evaluation.comments import Codebook, Coding, Comment
    from workshopcore.model.programme import Programme

__all__ = ["Gathered", "gathered"]


@frozen
class Gathered:
    """What is to be coded, and by what."""

    programme: Programme
    comments: tuple[Comment, ...]
    codebook: Codebook

    def read(self, paths: Iterable[Path]) -> tuple[tuple[Coding, ...], bool]:
        """Return what coders made of it, and whether everything could be used.

        What cannot be is told on standard error.
        """
        from workshopcore.evaluation.comments import read_codings

        found: list[Coding] = []
        clean = True
        for path in paths:
            read = read_codings(path, self.comments, self.codebook, coder=path.stem)
            found += read.codings
            for problem in read.problems:
                clean = False
                Terminal(stderr=True).say(f"{path}: {problem}")
        return tuple(found), clean


def gathered(file: Path, wave: str) -> Gathered:
    """Return the comments of a wave and the codebook of its programme.

    Raises:
        Refusal: the wave has no answers, or the programme no themes.
        UnknownKeyError: there is no such wave.
    """
    from workshopcore import files
    from workshopcore.cli.answers import kept
    from workshopcore.evaluation.comments import Codebook, comments_of

    programme = files.load(file)
    known = [one.id for one in programme.waves]
    if wave not in known:
        raise UnknownKeyError("wave", wave, known)
    answers = kept(programme, file)
    if wave not in answers:
        raise Refusal(f"the wave '{wave}' has no answers yet: workshopcore evaluate import")
    if not programme.themes:
        raise Refusal("the programme has no themes to code by: add some, in [[themes]]")
    return Gathered(programme, comments_of(answers[wave]), Codebook(programme.themes))
