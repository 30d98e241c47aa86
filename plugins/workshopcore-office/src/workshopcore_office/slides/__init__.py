"""Reports as slides, on a template of the house where there is one."""

from __future__ import annotations

from workshopcore_office.slides.renderer import SlidesRenderer

__all__ = ["SlidesRenderer"]
