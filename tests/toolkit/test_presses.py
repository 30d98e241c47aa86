"""Files are the same wherever they are made, and a process that fails loses none of them."""

import subprocess
import sys
import threading
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from types import ModuleType

import pytest

from workshopcore.errors import RenderError
from workshopcore.testing import sample_programme
from workshopcore.toolkit import Toolkit
from workshopcore.toolkit.memory import NAME
from workshopcore.toolkit.presses import AtOnce, _Later, _may_copy, pressing
from workshopcore.toolkit.recipe import Recipe

DAY = "2027-06-30"


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != NAME
    }


@pytest.mark.long
def test_several_processes_write_the_same_files_in_the_same_order(tmp_path):
    toolkit = Toolkit(discover=False)
    publications = [
        toolkit.publish(
            sample_programme(),
            tmp_path / str(workers),
            as_of=DAY,
            renderers=["html", "markdown"],
            workers=workers,
        )
        for workers in (1, 2)
    ]
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    alone, together = (
        (
            [path.relative_to(each.folder) for path in each.paths],
            [path.relative_to(each.folder) for path in each.changed],
            each.releases,
            each.skipped,
        )
        for each in publications
    )
    assert alone == together


ALONE = """
import multiprocessing, sys
from pathlib import Path

from workshopcore.testing import sample_programme
from workshopcore.toolkit import Toolkit

asked = []
context = multiprocessing.get_context
multiprocessing.get_context = lambda kind: asked.append(kind) or context(kind)
for workers in (1, 2):
    Toolkit(discover=False).publish(
        sample_programme(), Path(sys.argv[1], str(workers)), as_of=sys.argv[2], workers=workers
    )
print(*asked)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how many threads there are")
def test_process_with_one_thread_is_copied_and_its_copies_write_the_same_files(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", ALONE, tmp_path, DAY], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["fork"]
    assert contents(tmp_path / "1") == contents(tmp_path / "2") != {}


def test_process_with_more_threads_is_not_copied():
    ended = threading.Event()
    beside = threading.Thread(target=ended.wait)
    beside.start()
    try:
        assert not _may_copy()
    finally:
        ended.set()
        beside.join()


def test_recipe_makes_a_toolkit_with_the_same_plugins(tmp_path, monkeypatch):
    (tmp_path / "our_words.py").write_text(
        "from workshopcore import hookimpl\n\n"
        "@hookimpl\ndef workshopcore_translations():\n    return ['words']\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    plugin = import_module("our_words")
    recipe = Recipe.of(False, (plugin,), ("nothing",), None)
    assert recipe == Recipe(False, ("our_words",), ("nothing",), None)
    asked = Toolkit(discover=False, plugins=[plugin], disable=["nothing"])
    assert recipe.made().plugins == asked.plugins


@pytest.mark.parametrize("plugin", [object(), ModuleType("made_on_the_spot")])
def test_plugin_that_cannot_be_imported_by_name_has_no_recipe(plugin):
    assert Recipe.of(False, (plugin,), None, None) is None


@pytest.mark.parametrize(
    ("recipe", "workers"), [(None, 4), (Recipe(False, (), None, None), 1)], ids=["no-recipe", "one"]
)
def test_files_are_made_here_where_other_processes_are_no_help(recipe, workers):
    toolkit = Toolkit(discover=False)
    style = toolkit.styles["plain"]
    with pressing(lambda report, renderer: b"here", toolkit, recipe, style, workers) as press:
        assert isinstance(press, AtOnce)
        assert press.start(None, None).bytes() == b"here"


def test_what_a_process_could_not_make_is_made_here():
    nothing, broken = Future(), Future()
    nothing.set_result(None)
    broken.set_exception(BrokenProcessPool("it ended"))
    for coming in (nothing, broken):
        assert _Later(coming, lambda: b"here").bytes() == b"here"


def test_failure_is_told_by_whoever_makes_it_at_last():
    def refuse():
        raise RenderError("too wide")

    coming = Future()
    assert not _Later(coming, refuse).ready()
    coming.set_result(None)
    with pytest.raises(RenderError, match="too wide"):
        _Later(coming, refuse).bytes()
