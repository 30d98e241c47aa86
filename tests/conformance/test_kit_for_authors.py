"""What a plugin's author writes: five lines, run by pytest in a project of their own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from workshopcore.testing import (
    RendererConformance,
    SessionFormatConformance,
    StyleConformance,
)

PAGES = Path(__file__).parents[2] / "docs" / "how-to"

LINES = """
import pytest
from workshopcore.formats import catalogue
from workshopcore.testing import SessionFormatConformance

class TestFishbowl(SessionFormatConformance):
    @pytest.fixture
    def session_format(self):
        return {expression}
"""


def run(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_plugin.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_plugin.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)


def test_five_lines_run_the_kit(tmp_path):
    done = run(
        tmp_path, LINES.format(expression="next(f for f in catalogue() if f.key == 'fishbowl')")
    )
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
    assert "warning" not in done.stdout


def test_failures_show_the_values(tmp_path):
    done = run(tmp_path, LINES.format(expression="object()"))
    assert done.returncode == 1
    # Assertions of the kit are rewritten, as those of the author's own tests are.
    assert "it returned an object of type object, which is no session format" in done.stdout
    assert "AssertionError: assert 'it returned" in done.stdout


@pytest.mark.parametrize(
    ("page", "kit"),
    [
        ("write-a-format-in-python.md", SessionFormatConformance),
        ("write-a-renderer.md", RendererConformance),
        ("write-a-plugin.md", StyleConformance),
    ],
)
def test_example_of_a_page_for_authors_passes_the_whole_kit(tmp_path, page, kit):
    text = (PAGES / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    done = run(tmp_path, "\n".join(blocks))
    tests = [name for name in dir(kit) if name.startswith("test_")]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert done.returncode == 0, done.stdout
    assert passed is not None
    assert int(passed[1]) >= len(tests)
