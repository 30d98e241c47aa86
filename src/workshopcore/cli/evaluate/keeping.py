"""Answers put beside a programme: the file first, then what the programme says of it."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from workshopcore.cli.answers import make_secret
from workshopcore.cli.editing import edit
from workshopcore.cli.program import Refusal

if TYPE_CHECKING:
    from workshopcore.cli.evaluate.mappings import Chosen
    from workshopcore.evaluation import Answers
    from workshopcore.model.evaluation import AnswerFile, Instrument
    from workshopcore.model.programme import Programme

__all__ = ["Kept", "keep"]


@frozen
class Kept:
    """What was written.

    Attributes:
        path: where the answers are.
        file: what the programme says of it.
        key: whether the house's secret was made.
        frozen: whether the instrument was frozen.
    """

    path: Path
    file: AnswerFile
    key: bool
    frozen: bool


def keep(
    file: Path,
    wave: str,
    answers: Answers,
    chosen: Chosen,
    *,
    today: date,
    replace: bool = False,
    keep_times: bool = False,
) -> Kept:
    """Write answers beside a programme, and name them in it.

    Nothing is half-written: if the programme cannot be changed, the answers are as they were.

    Raises:
        OSError: a file cannot be written.
        Refusal: there are other answers already, and nobody said to replace them.
        WorkshopCoreError: the programme refuses them.
    """
    from workshopcore.evaluation import answer_file, stored_answers

    data = stored_answers(answers, keep_times=keep_times)
    named = answer_file(f"answers/{wave}.csv", data, range(len(answers)))
    path = file.parent / named.path
    before = path.read_bytes() if path.exists() else None
    if before not in (None, data) and not replace:
        raise Refusal(f"{path} has other answers: add --replace to put these in their place")
    key = make_secret(file)
    _put(path, data)
    change = _Change(wave, named, answers.instrument, chosen, today, replace)
    try:
        edited = edit(file, change)
    except BaseException:
        _restore(path, before)
        raise
    was = edited.before.instrument(answers.instrument.id)
    return Kept(path, named, key, frozen=not was.frozen_as)


@frozen
class _Change:
    """The change of a programme; it may be made again, on what somebody else has written."""

    wave: str
    file: AnswerFile
    instrument: Instrument
    chosen: Chosen
    today: date
    replace: bool

    def __call__(self, programme: Programme) -> Programme:
        from workshopcore.model.instruments import fingerprint

        wave = programme.wave(self.wave)
        now = programme.instrument(wave.instrument)
        if fingerprint(now) != fingerprint(self.instrument):
            raise Refusal(f"'{now.id}' has just been changed. Nothing was written: try again")
        if wave.answers not in (None, self.file) and not self.replace:
            raise Refusal(
                f"'{wave.id}' has other answers: add --replace to put these in their place"
            )
        if self.chosen.table is not None:
            mappings = {**now.mappings, self.chosen.name: self.chosen.table}
            programme = programme.with_instrument(attrs.evolve(now, mappings=mappings))
        if not now.frozen_as:
            programme = programme.with_frozen(now.id, now.frozen_on or self.today)
        return programme.with_wave(attrs.evolve(wave, answers=self.file))


def _put(path: Path, data: bytes) -> None:
    """Put a file in place in one step, for its owner's eyes only."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _restore(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        _put(path, before)
