"""A house's policy: thresholds of checks, kept in a file of its own."""

from __future__ import annotations

import tomllib
from pathlib import Path

from workshopcore.cli.program import Refusal
from workshopcore.errors import InvalidValueError
from workshopcore.model.options import Options

__all__ = ["house_policy"]


def house_policy(path: Path) -> Options:
    """Return the policy in a TOML file: tables such as ``[policy.WC203]``, and nothing else.

    Raises:
        Refusal: the file is missing, is not TOML, or holds something else.
    """
    try:
        found = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise Refusal(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise Refusal(f"{path}: expected UTF-8 text, found other bytes") from error
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Refusal(f"{path}: expected TOML. {error}") from error
    others = ", ".join(sorted(set(found) - {"policy"}))
    policy = found.get("policy")
    if others or not isinstance(policy, dict):
        raise Refusal(
            f"{path}: expected [policy.WC…] tables and nothing else,"
            f" found {others or 'none of them'}"
        )
    try:
        return Options(policy)
    except InvalidValueError as error:
        raise Refusal(f"{path}: {error}") from error
