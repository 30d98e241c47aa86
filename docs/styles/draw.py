"""Draws the pictures of the built-in styles that the page on house styles shows.

Run `python docs/styles/draw.py` when a style, or how a PDF is laid out, has changed. It needs the
plugin workshopcore-pdf, Pillow, and Poppler's `pdftoppm`.
"""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

import workshopcore as wc
import workshopcore_pdf
from workshopcore.testing import sample_programme

STYLES = ("plain", "civic")
REPORTS = ("overview", "action-plan")
DAY = "2027-06-30"
DOTS_PER_INCH, COLOURS = 64, 48
GAP, GROUND = 14, "#b9bec4"


def main(folder: Path) -> None:
    """Write a picture of each style: the first pages of two documents, side by side."""
    folder.mkdir(parents=True, exist_ok=True)
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_pdf])
    programme = sample_programme()
    for style in STYLES:
        pages = []
        for key in REPORTS:
            report = toolkit.report(programme, key, as_of=DAY, style=style)
            pages.append(first_page(toolkit.render(report, "pdf:document", style=style)))
        side_by_side(pages).save(folder / f"{style}.png", optimize=True)


def first_page(document: bytes) -> Image.Image:
    """Return the first page of a PDF as a picture."""
    command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "-singlefile", "-"]
    drawn = subprocess.run(command, input=document, capture_output=True, check=True, timeout=60)
    return Image.open(BytesIO(drawn.stdout)).convert("RGB")


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return pages on a desk, in few colours."""
    wide = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    tall = max(page.height for page in pages) + 2 * GAP
    desk = Image.new("RGB", (wide, tall), GROUND)
    left = GAP
    for page in pages:
        desk.paste(page, (left, GAP))
        left += page.width + GAP
    return desk.quantize(COLOURS)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
