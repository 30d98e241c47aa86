"""The two marks: one on what a hook is, one on a function that answers it."""

from __future__ import annotations

from typing import Final

from pluggy import HookimplMarker, HookspecMarker

__all__ = ["PROJECT", "hookimpl", "hookspec"]

PROJECT: Final = "workshopcore"

hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)
