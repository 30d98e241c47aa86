"""Reports as PDF for workshopcore: what this plugin answers to its hook."""

from collections.abc import Iterable

from workshopcore import hookimpl
from workshopcore.contracts.reports import Renderer
from workshopcore_pdf.renderer import PdfRenderer

__all__ = ["PdfRenderer"]


@hookimpl
def workshopcore_renderers() -> Iterable[Renderer]:
    """Bring the renderer, with the fonts of the folders that the environment names."""
    from workshopcore_pdf.fonts import named_folders

    return [PdfRenderer(named_folders())]
