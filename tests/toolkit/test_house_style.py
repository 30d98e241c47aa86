"""A house's words and dates in a whole publication, its index included."""

import pytest
from attrs import evolve

from workshopcore.contracts.reports import Style
from workshopcore.testing import sample_programme
from workshopcore.toolkit import Toolkit

DAY = "2027-06-30"
HOUSE = Style(
    "acme:house",
    "Acme",
    house="Acme Facilitation",
    dates={"day": "d MMM y"},
    wording={
        "Action plan on {day}": "What we agreed by {day}",
        "Open actions": "Still to do",
        "Between the workshops": "In between",
    },
)


@pytest.fixture
def published(tmp_path):
    """Publish the action plan; return the folder and the publication."""

    def published(style, name="out"):
        folder = tmp_path / name
        publication = Toolkit(discover=False).publish(
            sample_programme(),
            folder,
            as_of=DAY,
            reports=["action-plan", "overview"],
            renderers=["markdown"],
            style=style,
        )
        return folder, publication

    return published


def plan(folder):
    (path,) = folder.rglob("action-plan*.md")
    return path.read_text(encoding="utf-8")


def test_documents_and_their_index_have_the_words_and_dates_of_the_house(published):
    folder, _ = published(HOUSE)
    index = (folder / "index.md").read_text(encoding="utf-8")

    assert plan(folder).startswith("# What we agreed by 30 Jun 2027\n")
    assert "\n## Still to do\n" in plan(folder)
    assert "[What we agreed by 30 Jun 2027]" in index
    assert "## In between\n" in index
    assert index.endswith("\n---\n\nAcme Facilitation\n")
    assert "Action plan" not in plan(folder) + index


def test_files_and_releases_are_the_same_under_any_words(published):
    ours, told = published(evolve(HOUSE, dates={}))
    plain, as_ever = published("plain", "plain")

    def names(folder):
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))

    assert names(ours) == names(plain)
    assert told.releases == as_ever.releases


def test_index_is_found_by_the_words_of_the_house(tmp_path):
    toolkit = Toolkit(discover=False)
    toolkit.publish(sample_programme(), tmp_path, as_of=DAY, reports=["action-plan"], style=HOUSE)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    data = page.partition('id="_documents">')[2].partition("</script>")[0]
    assert "agreed" in data


def test_kind_of_a_report_that_bears_the_programme_s_title_is_in_the_words_of_the_house(published):
    folder, _ = published(evolve(HOUSE, wording={"Overview": "The year on a page"}))
    assert "[The year on a page]" in (folder / "index.md").read_text(encoding="utf-8")


def test_run_sheet_has_the_clock_of_the_house():
    toolkit = Toolkit(discover=False)
    programme = sample_programme()
    style = Style("acme:house", "Acme", dates={"clock": "h.mm a"})
    report = toolkit.report(programme, "run-sheet", workshop=programme.workshops[0].id, style=style)
    text = toolkit.render(report, "text", style=style).decode()
    assert "9.30 am" in text
    assert "09:30" not in text
