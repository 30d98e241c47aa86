"""The example programme, from its file and from its script."""

import importlib
import sys
from pathlib import Path

import pytest

import workshopcore as wc

# Words to spoil the example with stand beside the tests.
sys.path.insert(0, str(Path(__file__).parent))

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care"


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder of the example."""
    return FOLDER


@pytest.fixture(scope="session")
def programme() -> wc.Programme:
    """The year as its file tells it."""
    return wc.load(FOLDER / "programme.toml")


@pytest.fixture(scope="session")
def built() -> wc.Programme:
    """The year as its script tells it; its general module names are forgotten afterwards."""
    known = set(sys.modules)
    sys.path.insert(0, str(FOLDER))
    try:
        result: wc.Programme = importlib.import_module("build").programme()
    finally:
        sys.path.remove(str(FOLDER))
        for name in set(sys.modules) - known:
            if name == "build" or name.partition(".")[0] == "year":
                del sys.modules[name]
    return result


@pytest.fixture(scope="session")
def toolkit() -> wc.Toolkit:
    """A toolkit with nothing but what comes with the library."""
    return wc.Toolkit(discover=False)
