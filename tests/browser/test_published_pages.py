"""Every page that the example publishes, at moments of its year, in both styles and languages."""

import re
import runpy
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


def publish(folder, as_of, style, language):
    """Publish every kind of report there is, the one about a person included."""
    programme = wc.load(EXAMPLE / "programme.toml")
    answers = runpy.run_path(str(EXAMPLE / "demo.py"))["answers_of"](programme)
    toolkit = wc.Toolkit(discover=False)
    return toolkit.publish(
        programme,
        folder,
        as_of=as_of,
        reports=list(toolkit.reports),
        style=style,
        language=language,
        answers=answers,
    )


@pytest.fixture(scope="module")
def german(tmp_path_factory):
    """A page of every kind in German and in the other style, at the close."""
    publication = publish(tmp_path_factory.mktemp("german"), "2027-12-17", "civic", "de")
    kinds = {release.report: release for release in reversed(publication.releases)}
    names = {Path(release.name).name for release in kinds.values()}
    return [page for page in publication.paths if page.stem in {"index", *names}]


@pytest.fixture(scope="module")
def pages(demo, german):
    """The pages of a publication, by its name; of the demo one of each kind at each moment."""
    reports = sorted(wc.Toolkit(discover=False).reports, key=len, reverse=True)
    kinds = {}
    for page in sorted(demo.rglob("*.html")):
        kind = next((key for key in reports if page.stem.startswith(key)), page.stem)
        kinds[page.relative_to(demo).parts[0], kind] = page
    return {"demo": list(kinds.values()), "german": german}


def violations_of(pages, axe_violations):
    return {
        str(page.name): [violation["id"] for violation in violations]
        for page in pages
        if (violations := axe_violations(page))
    }


@pytest.mark.parametrize("published", ["demo", "german"])
def test_axe_finds_nothing_on_any_published_page(pages, axe_violations, published):
    assert len(pages[published]) >= 20
    assert violations_of(pages[published], axe_violations) == {}


@pytest.mark.deep
@pytest.mark.parametrize("language", ["en-GB", "de"])
@pytest.mark.parametrize("style", ["plain", "civic"])
@pytest.mark.parametrize("as_of", ["2027-01-12", "2027-05-26", "2027-12-17"])
def test_axe_finds_nothing_on_any_page_of_the_whole_pack(
    tmp_path, axe_violations, as_of, style, language
):
    paths = publish(tmp_path, as_of, style, language).paths
    assert len(paths) > 40
    assert violations_of(paths, axe_violations) == {}


def test_every_link_between_published_pages_leads_to_a_file(demo):
    for index in demo.rglob("index.html"):
        links = re.findall(r'href="([^"#]+)"', index.read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (index.parent / link).is_file()] == []
