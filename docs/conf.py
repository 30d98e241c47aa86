"""How Sphinx builds these pages; `make docs` treats every warning as an error."""

from importlib.metadata import version as installed_version
from importlib.util import module_from_spec, spec_from_file_location
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

# The tree of pages is drawn anew on each page: with every class and function of the others in it,
# that alone would take most of the build.
toc_object_entries = False

html_theme = "furo"
html_title = project

# The pages of the checks and of the formats are written from their own data, each time.
for folder in (Path(__file__).parent / name for name in ("checks", "formats")):
    spec = spec_from_file_location(f"generate_{folder.name}", folder / "generate.py")
    generate = module_from_spec(spec)
    spec.loader.exec_module(generate)
    generate.write_pages(folder)
# Sphinx keeps the settings, and a module is none.
del generate, spec, folder
