"""An archive whose bytes depend on nothing but what is in it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["sealed"]

_FIRST = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def sealed(archive: bytes) -> bytes:
    """Return an archive with its parts in a fixed order, all of them of the same date.

    The list of what the parts are comes first: readers that stream expect it there.
    """
    file = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            part = ZipInfo(name, _EARLIEST)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 3
            new.writestr(part, old.read(name))
    return file.getvalue()
