"""The catalogue of session formats: data in TOML, and the loader that reads it."""

from workshopcore.formats.definition import CatalogueFormat
from workshopcore.formats.grouping import split
from workshopcore.formats.loading import catalogue, load_formats
from workshopcore.formats.words import vocabulary

__all__ = ["CatalogueFormat", "catalogue", "load_formats", "split", "vocabulary"]
