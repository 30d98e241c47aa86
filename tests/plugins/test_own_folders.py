"""The plugins of this repository are tested in their own folders too, by whoever works on one."""

import re
import tomllib
from pathlib import Path

import pytest

PLUGINS = sorted((Path(__file__).parents[2] / "plugins").iterdir())
BUILT_IN = {"parametrize", "skip", "skipif", "usefixtures", "xfail"}


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda folder: folder.name)
def test_a_plugin_s_own_settings_know_the_marks_of_its_tests(folder):
    settings = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    known = settings["tool"]["pytest"]["ini_options"].get("markers", [])
    tests = "".join(file.read_text(encoding="utf-8") for file in folder.glob("tests/**/*.py"))
    used = set(re.findall(r"pytest\.mark\.(\w+)", tests)) - BUILT_IN

    assert used == {mark.partition(":")[0] for mark in known}
