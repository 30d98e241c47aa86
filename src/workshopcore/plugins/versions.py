"""Which version of the library a plugin was written for, as its metadata says."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["mismatch"]

_REQUIREMENT = re.compile(r"workshopcore\s*(?:\[[^\]]*\])?\s*\(?([^;)]*)\)?\s*", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*(~=|==|!=|<=|>=|<|>)\s*v?(\d+(?:\.\d+)*)(\.\*)?[^,]*")
_Release = tuple[int, ...]


def mismatch(requires: Iterable[str], version: str) -> str:
    """Return why a distribution does not go with this version of the library, or ``""``.

    Only releases are compared (``0.2.0rc1`` counts as 0.2.0). Requirements that hold under a
    condition only, and clauses that are not understood, are left to the installer.

    Args:
        requires: requirements, as in the distribution's metadata.
        version: of the library.

    >>> mismatch(["attrs>=24", "workshopcore>=2,<3"], "1.4.0")
    'it needs workshopcore>=2, which is newer than this one (1.4.0)'
    """
    for requirement in requires:
        found = _REQUIREMENT.fullmatch(requirement)
        if found:
            for clause in found[1].split(","):
                fault = _fault(clause, version)
                if fault:
                    return fault
    return ""


def _fault(clause: str, version: str) -> str:
    parts = _CLAUSE.fullmatch(clause)
    if parts is None or _meets(parts[1], _release(parts[2]), bool(parts[3]), _release(version)):
        return ""
    newer = _padded(_release(parts[2]), _release(version))
    relation = "newer" if newer[0] > newer[1] else "older"
    asked = clause.replace(" ", "")
    if newer[0] == newer[1]:
        return f"it needs workshopcore{asked}, and this is {version}"
    return f"it needs workshopcore{asked}, which is {relation} than this one ({version})"


def _release(version: str) -> _Release:
    found = re.match(r"v?(\d+(?:\.\d+)*)", version)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def _padded(*releases: _Release) -> list[_Release]:
    width = max(len(release) for release in releases)
    return [release + (0,) * (width - len(release)) for release in releases]


def _meets(operator: str, asked: _Release, any_after: bool, host: _Release) -> bool:
    want, have = _padded(asked, host)
    same = host[: len(asked)] == asked if any_after else want == have
    match operator:
        case "==":
            return same
        case "!=":
            return not same
        case ">=":
            return have >= want
        case "<=":
            return have <= want
        case ">":
            return have > want
        case "<":
            return have < want
    # "~= 1.4" allows what is at least 1.4 and still a 1.
    return have >= want and have[: len(asked) - 1] == asked[:-1]
