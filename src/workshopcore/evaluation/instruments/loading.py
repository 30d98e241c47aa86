"""Instruments as data: a TOML file each."""

from __future__ import annotations

import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from workshopcore.errors import InvalidValueError, ProgrammeError, nearest
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.shape import shape

__all__ = ["instruments_in", "read_instrument"]


def instruments_in(folder: Traversable | Path) -> tuple[Instrument, ...]:
    """Return the instruments of a folder, one from each ``.toml`` file, in the files' order.

    A plugin's answer to ``workshopcore_instruments``, for one, with
    ``importlib.resources.files(__package__) / "instruments"``.

    Raises:
        InvalidValueError: a file is no instrument; the message names it.
        OSError: a file cannot be read.
    """
    files = sorted((each for each in folder.iterdir()), key=lambda each: each.name)
    return tuple(
        read_instrument(each.read_text(encoding="utf-8"), each.name)
        for each in files
        if each.name.endswith(".toml")
    )


def read_instrument(text: str, name: str = "the instrument") -> Instrument:
    """Return the instrument that a text in TOML describes.

    Its keys are those of an instrument in a programme file. A table ``scales`` may name sets of
    labels, which questions then refer to with ``scale``.

    Args:
        text: the TOML.
        name: what to call it in a message, such as its file's name.

    Raises:
        InvalidValueError: it is none.

    >>> pulse = read_instrument('''
    ... title = "Pulse"
    ... scales.quality = ["Poor", "Fair", "Good"]
    ... questions = [{ text = "How was it?", type = "scale", scale = "quality" }]
    ... ''')
    >>> pulse.questions[0].labels
    ('Poor', 'Fair', 'Good')
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValueError(name, f"a file in TOML: {error}") from error
    scales = data.pop("scales", {})
    asked = data.pop("questions", [])
    if not isinstance(scales, dict) or not isinstance(asked, list):
        raise InvalidValueError(name, "scales as a table, and questions as a list of tables")
    try:
        questions = [
            _question(given, scales, f"{name}, question {number}")
            for number, given in enumerate(asked, start=1)
        ]
        _refuse_unknown(Instrument, data, name)
        if "title" not in data:
            raise InvalidValueError(name, "an instrument with a title")
        return Instrument(questions=questions, **data)
    except ProgrammeError as error:
        raise InvalidValueError(name, f"an instrument: {error}") from error


def _question(given: Any, scales: dict[str, Any], place: str) -> Question:
    if not isinstance(given, dict) or "text" not in given:
        raise InvalidValueError(place, "a table with a text")
    values = dict(given)
    scale = values.pop("scale", None)
    if scale is not None:
        if scale not in scales:
            raise InvalidValueError(f"{place}: {scale}", f"one of {', '.join(scales) or 'none'}")
        values["labels"] = scales[scale]
    _refuse_unknown(Question, values, place)
    return Question(**values)


def _refuse_unknown(cls: type, values: dict[str, Any], place: str) -> None:
    known = [each.name for each in shape(cls)]
    for key in values:
        if key not in known:
            guess = nearest(key, known)
            hint = f"Did you mean '{guess}'?" if guess else f"It knows {', '.join(known)}"
            raise InvalidValueError(f"{place}: {key}", "a known key", hint)
