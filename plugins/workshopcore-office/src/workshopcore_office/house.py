"""What a house says about Office documents in its style: its template, and what it calls things."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from attrs import evolve, field, frozen

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.html.look import logo

__all__ = ["House", "house_of", "logo_in_words", "logo_of", "opened_as_document", "unpacked"]

_DATA = re.compile(r"data:([\w.+/-]*)(;base64)?,(.*)", re.DOTALL)
_SHOWN = ("data:image/png", "data:image/jpeg", "data:image/gif")
_TYPES = "[Content_Types].xml"


@frozen
class House:
    """What a style says to one renderer.

    Attributes:
        template: the template's bytes, ``b""`` for none.
        names: what the house calls the styles or layouts of its template, by what they are for.
    """

    template: bytes = field(default=b"", repr=False)
    names: Mapping[str, str] = field(factory=dict)


def house_of(style: Style, key: str, template: bytes, names: str) -> House:
    """Return what a style says to a renderer.

    Args:
        style: the style of a house.
        key: the renderer's key.
        template: what counts where the style names no template.
        names: what the renderer has names for: ``styles`` or ``layouts``.

    Raises:
        RenderError: the style says something else than a renderer understands.
    """
    said = style.renderers.get(key, {})
    known = ("template", names)
    if not isinstance(said, Mapping) or not set(said) <= set(known):
        raise RenderError(
            f"style '{style.key}', renderers.'{key}': expected {' and '.join(known)},"
            f" found {said!r:.80}: correct it in the style"
        )
    file, called = said.get("template", ""), said.get(names, {})
    if not isinstance(called, Mapping) or not all(isinstance(v, str) for v in called.values()):
        raise RenderError(
            f"style '{style.key}', renderers.'{key}'.{names}: expected names by what they are"
            f" for, found {called!r:.80}: correct it in the style"
        )
    return House(unpacked(file, f"style '{style.key}'") if file else template, called)


def logo_of(style: Style) -> bytes:
    """Return the logo as a picture that Office shows, ``b""`` if there is none of such a kind.

    Raises:
        RenderError: it is anything but a picture in the style itself.
    """
    pictures = (logo(style), logo(evolve(style, logo=style.logo_raster)))
    address = next((each for each in pictures if each.startswith(_SHOWN)), "")
    return unpacked(address, f"style '{style.key}', logo") if address else b""


def logo_in_words(style: Style) -> str:
    """Return what stands in the place of a logo: its words, or else the name of the house."""
    has_logo = style.logo or style.logo_raster
    return (has_logo and style.logo_alt.strip()) or style.house.strip()


def unpacked(address: Any, where: str) -> bytes:
    """Return what a ``data:`` address holds.

    Raises:
        RenderError: it is something else, or damaged.
    """
    match = _DATA.fullmatch(address) if isinstance(address, str) else None
    if match is None:
        raise RenderError(
            f"{where}: expected a file as a data: address, found {address!r:.40}:"
            " read the style with read_style, which takes files in"
        )
    try:
        return base64.b64decode(match[3], validate=True) if match[2] else unquote_to_bytes(match[3])
    except (binascii.Error, ValueError) as fault:
        raise RenderError(
            f"{where}: a data: address is damaged ({fault}): write it anew"
        ) from fault


def opened_as_document(template: bytes, kind: str, suffix: str) -> bytes:
    """Return a template in the form of a document, which is what it shall become.

    A ``.dotx`` or ``.potx`` differs from a document in nothing but what its main part is called.

    Args:
        template: the file.
        kind: what its main part is, such as ``wordprocessingml.document``.
        suffix: how files of that kind end.

    Raises:
        RenderError: it is no file of that kind.
    """
    plain = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    family = kind.partition(".")[0]
    other = f"application/vnd.openxmlformats-officedocument.{family}.template.main+xml"
    try:
        with ZipFile(BytesIO(template)) as archive:
            types = archive.read(_TYPES)
            if other.encode() not in types and plain.encode() in types:
                return template
            if other.encode() in types:
                return _retyped(archive, types.replace(other.encode(), plain.encode()))
    except (BadZipFile, KeyError, OSError, ValueError) as fault:
        raise _refused(suffix, "a file of another kind, or a damaged one") from fault
    raise _refused(suffix, "a file of another kind, or one with macros")


def _retyped(archive: ZipFile, types: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in archive.namelist():
            new.writestr(name, types if name == _TYPES else archive.read(name))
    return file.getvalue()


def _refused(suffix: str, found: str) -> RenderError:
    return RenderError(
        f"the house's template: expected a {suffix} file, found {found}:"
        f" open it in Office and save it as a {suffix} file without macros"
    )
