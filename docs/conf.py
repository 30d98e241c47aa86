"""How Sphinx builds these pages; `make docs` treats every warning as an error."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

project = "workshopcore"
author = "The workshopcore authors"
copyright = f"2026, {author}"
release = version = installed_version("workshopcore")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "examples/**"]

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = project

# The pages of the checks are written from the rules themselves, each time.
sys.path.insert(0, str(Path(__file__).parent / "checks"))
import generate  # noqa: E402

generate.write_pages(Path(__file__).parent / "checks")
