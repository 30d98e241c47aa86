"""The page on reports as templates says all there is, and what it shows works."""

import re
from pathlib import Path

import pytest

import workshopcore as wc
from workshopcore.errors import ReportError
from workshopcore.renderers.html.kinds import KINDS
from workshopcore.reports.templates.containers import _AUDIENCES, _CALLOUTS, _MADE
from workshopcore.reports.templates.front_matter import _KNOWN
from workshopcore.reports.templates.parts import FUNCTIONS
from workshopcore.reports.templates.reading import _ALWAYS, _MAY_NEED
from workshopcore.reports.templates.words import FILTERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/write-a-report-as-a-template.md").read_text(encoding="utf-8")
BLOCKS = (ROOT / "docs/how-to/draw-a-block-your-way.md").read_text(encoding="utf-8")
PROGRAMME = ROOT / "docs/examples/adult-social-care/programme.toml"
HEAD = '+++\nkey = "acme:part"\ntitle = "Part"\naudience = "sponsor"\nneeds = ["as_of"]\n+++\n'
PARTS = re.search(r"```jinja\n(\{\{ report.*?)```", PAGE, re.DOTALL)[1].splitlines()


@pytest.fixture
def build(tmp_path):
    """Return a function that builds a report with a line of the page in it."""

    def build(line):
        (tmp_path / "part.md.jinja").write_text(f"{HEAD}Before\n\n{line}\n", encoding="utf-8")
        toolkit = wc.Toolkit(discover=False, report_folders=[tmp_path])
        return toolkit.report(wc.load(PROGRAMME), "acme:part", as_of="2027-12-17")

    return build


@pytest.mark.parametrize("line", [line for line in PARTS if "skip" not in line])
def test_parts_on_the_page_can_be_put_in(build, line):
    assert len(build(line).blocks) > 1


def test_report_on_the_page_can_be_left_out(build):
    [line] = [line for line in PARTS if "skip" in line]
    with pytest.raises(ReportError, match="Nobody has asked for it"):
        build(line)


def test_page_has_every_name():
    for name in (*FUNCTIONS, *_ALWAYS, *_MAY_NEED, *FILTERS):
        assert re.search(rf"[`(]{name}\b|, `{name}`|`{name}\(|\{{\{{ {name}", PAGE), name


def test_page_has_every_key_of_the_head():
    for name in _KNOWN:
        assert re.search(rf"`\[?{name}\]?`", PAGE), name


def test_page_has_every_container():
    for name in (*_CALLOUTS, *_MADE, *_AUDIENCES):
        assert f"`{name}`" in PAGE or f"::: {name}" in PAGE, name


def test_page_on_blocks_has_every_template():
    for kind in KINDS.values():
        assert f"`{kind}.jinja`" in BLOCKS
