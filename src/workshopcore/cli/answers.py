"""Answers beside a programme: their files, the house's secret, and what may be shown."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workshopcore.cli import ledger
from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.errors import InvalidValueError

if TYPE_CHECKING:
    from workshopcore.contracts.evaluation import Evaluation
    from workshopcore.contracts.publication import Base
    from workshopcore.evaluation.answers import Answers
    from workshopcore.evaluation.disclosure import Rule
    from workshopcore.model.evaluation import Instrument, Wave
    from workshopcore.model.programme import Programme

__all__ = ["KEY", "evaluated", "instrument_of", "kept", "make_secret", "rule_of", "secret"]

KEY = "answers/key"
"""Where the house's secret is, beside the programme."""

_BYTES = 32


def kept(programme: Programme, file: Path, *, lenient: bool = False) -> dict[str, Answers]:
    """Return the answers that a programme names, by wave.

    Args:
        programme: the programme.
        file: where it is.
        lenient: whether to go on without answers that are not there, and say so. Whoever sends
            out agendas need not have them.

    Raises:
        Refusal: a file is not there, or not as it was when the answers were put there.
    """
    found = {}
    for wave in programme.waves:
        if wave.answers is None:
            continue
        path = file.parent / wave.answers.path
        if lenient and not path.exists():
            Terminal(stderr=True).say(
                f"{path} is not here: nothing is shown of the answers of '{wave.id}'"
            )
        else:
            found[wave.id] = _kept(programme, file, wave)
    return found


def _kept(programme: Programme, file: Path, wave: Wave) -> Answers:
    from workshopcore.evaluation import kept_answers

    assert wave.answers is not None, "only waves with answers are asked for"
    path = file.parent / wave.answers.path
    try:
        return kept_answers(path.read_bytes(), instrument_of(programme, wave), wave.answers)
    except OSError as error:
        raise Refusal(
            f"{path}: {error.strerror}. The answers of '{wave.id}' are kept there:"
            f" put the file back, or import them again with --replace"
        ) from error
    except InvalidValueError as error:
        raise Refusal(f"{path}: {error}") from error


def instrument_of(programme: Programme, wave: Wave) -> Instrument:
    """Return what a wave asks.

    Raises:
        Refusal: it does not say.
    """
    if not wave.instrument:
        raise Refusal(
            f"the wave '{wave.id}' names no instrument: add  instrument = \"…\"  to it, one of"
            f" {', '.join(each.id for each in programme.instruments) or 'none yet'}"
        )
    return programme.instrument(wave.instrument)


def rule_of(programme: Programme, strict: bool) -> Rule:
    """Return the house's rule of what may be shown."""
    from workshopcore.evaluation.disclosure import Rule

    return Rule(programme.k_min, strict=strict)


def evaluated(
    programme: Programme,
    file: Path,
    as_of: date,
    *,
    strict: bool = False,
    tests: bool = False,
) -> Evaluation:
    """Return what may be shown of a programme's answers, given what went out before.

    Args:
        programme: the programme.
        file: where it is.
        as_of: the day.
        strict: whether counts are shown in bands only.
        tests: whether p-values and effect sizes are said.

    Raises:
        Refusal: answers, the key or the ledger cannot be used.
    """
    from workshopcore.evaluation import evaluate

    earlier = ledger.read_bases(file.parent / ledger.NAME)
    return evaluate(
        programme,
        kept(programme, file),
        as_of,
        rule=rule_of(programme, strict),
        earlier=earlier,
        key=secret(file, earlier),
        tests=tests,
    )


def secret(file: Path, earlier: Iterable[Base] = ()) -> bytes | None:
    """Return the house's secret, ``None`` where there is none yet.

    Where the ledger tells that there was one, it is missed.

    Raises:
        Refusal: the file holds something else.
    """
    path = file.parent / KEY
    if not path.exists():
        if any(base.members for base in earlier):
            Terminal(stderr=True).say(
                f"{path} is missing: without it nobody can tell who was behind earlier figures,"
                " and less may be shown. Restore it, if you have it"
            )
        return None
    try:
        found = bytes.fromhex(path.read_text("ascii").strip())
    except ValueError as error:
        raise _no_secret(path) from error
    if len(found) != _BYTES:
        raise _no_secret(path)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        Terminal(stderr=True).say(f"{path} can be read by others: chmod 600 {path}")
    return found


def _no_secret(path: Path) -> Refusal:
    return Refusal(
        f"{path}: expected {2 * _BYTES} hexadecimal digits, found something else:"
        " restore the file from a backup"
    )


def make_secret(file: Path) -> bool:
    """Make the house's secret, readable by its owner only, unless there is one.

    Returns:
        Whether it was made.
    """
    path = file.parent / KEY
    path.parent.mkdir(exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="ascii") as key:
        key.write(secrets.token_hex(_BYTES) + "\n")
    return True
