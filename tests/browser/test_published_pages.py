"""Every page that the example publishes, at every moment of its year, in both styles."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import workshopcore as wc

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """What `make demo` publishes."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run(
        [sys.executable, str(EXAMPLE / "demo.py"), str(folder)], check=True, capture_output=True
    )
    return folder


@pytest.fixture(scope="module")
def civic(tmp_path_factory):
    """Everything there is at the close, in the other style."""
    folder = tmp_path_factory.mktemp("civic")
    programme = wc.load(EXAMPLE / "programme.toml")
    wc.Toolkit(discover=False).publish(programme, folder, as_of="2027-12-17", style="civic")
    return folder


@pytest.mark.parametrize("published", ["demo", "civic"])
def test_axe_finds_nothing_on_any_published_page(request, axe_violations, published):
    pages = sorted(request.getfixturevalue(published).rglob("*.html"))
    assert len(pages) > 20
    found = {
        str(page.name): [violation["id"] for violation in violations]
        for page in pages
        if (violations := axe_violations(page))
    }
    assert found == {}


def test_every_link_between_published_pages_leads_to_a_file(demo):
    for index in demo.rglob("index.html"):
        links = re.findall(r'href="([^"#]+)"', index.read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (index.parent / link).is_file()] == []
