"""The index of a publication in a browser, opened from a disk: found by typing, or by reading."""

import re
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import workshopcore as wc
from workshopcore.renderers import HtmlRenderer, built_in_styles
from workshopcore.toolkit.entries import Entry
from workshopcore.toolkit.index import index

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care" / "programme.toml"
SIZES = {"phone": {"width": 320, "height": 640}, "desk": {"width": 1000, "height": 900}}
SHOWN = "main li:visible"
REPORTS = [
    *("overview", "run-sheet", "participant-agenda", "personal-joining-instructions"),
    *("expert-brief", "action-plan", "reminders", "progress", "evaluation-report", "case-study"),
]


@pytest.fixture(scope="module", params=["plain", "civic"])
def published(request, tmp_path_factory):
    """Return the index of the example's documents, in one style and the other."""
    folder = tmp_path_factory.mktemp(request.param)
    publication = wc.Toolkit(discover=False).publish(
        wc.load(EXAMPLE),
        folder,
        as_of="2027-07-01",
        style=request.param,
        reports=REPORTS,
        renderers=["html", "text"],
    )
    return publication.paths[0]


@pytest.fixture
def opened(chromium_page, published):
    """Return the index, opened from the disk; nothing may go wrong in its script."""
    faults = []
    chromium_page.on("pageerror", lambda fault: faults.append(fault))
    chromium_page.on("console", lambda message: faults.append(message.text))
    chromium_page.goto(published.as_uri())
    yield chromium_page
    assert faults == []


def titles(page):
    return [re.sub(r" \(Plain text\)$", "", line) for line in page.locator(SHOWN).all_inner_texts()]


def files(published, ending):
    return [path for path in published.parent.rglob(f"*{ending}") if path != published]


def told(page):
    return page.get_by_role("status").inner_text()


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_before_and_after_a_search(
    axe_violations, chromium_page, published, size
):
    chromium_page.set_viewport_size(SIZES[size])
    assert axe_violations(published) == []
    chromium_page.get_by_label("Find").fill("choice")
    assert told(chromium_page) != ""
    found = Axe().run(chromium_page, options={"resultTypes": ["violations"]})
    assert found.response["violations"] == []


def test_list_narrows_with_every_letter(opened, published):
    find = opened.get_by_label("Find")
    everything = len(titles(opened))
    find.press_sequentially("Rosal")
    some = titles(opened)
    assert 0 < len(some) < everything
    find.press_sequentially("ind instr")
    assert titles(opened) == [
        "Your joining instructions: Choice in practice – Rosalind Achebe-Hart"
    ]
    assert told(opened) == f"1 of {len(files(published, '.html'))} documents found"


def test_words_are_found_without_accents_and_in_any_order(opened):
    opened.get_by_label("Find").fill("HART  Réminder")
    [title] = titles(opened)
    assert title.startswith("Reminder: nothing to say on this day for Rosalind Achebe-Hart, ")
    assert re.fullmatch(r"0 of \d+ documents found; 1 not made", told(opened))


def test_documents_are_found_by_the_sessions_in_them(opened):
    opened.get_by_label("Find").fill("what will people say about us")
    assert titles(opened) == [
        "Run sheet: Where do we want to be?",
        "Agenda: Where do we want to be?",
    ]


def test_headings_of_what_is_not_found_go_with_it(opened):
    opened.get_by_label("Find").fill("case study")
    assert opened.locator("main h2:visible").all_inner_texts() == ["Not made"]
    assert opened.locator("nav a:visible").all_inner_texts() == ["Not made"]


def test_audience_and_workshop_narrow_the_list_together(opened):
    opened.get_by_label("Audience").select_option(label="For facilitators only")
    assert len(titles(opened)) == 6
    opened.get_by_label("Workshop").select_option(label="4. Choice in practice")
    assert titles(opened) == ["Run sheet: Choice in practice"]


def test_search_needs_no_mouse(opened):
    opened.keyboard.press("Tab")
    while opened.evaluate("document.activeElement.id") != "_words":
        opened.keyboard.press("Tab")
    opened.keyboard.type("evaluation report")
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.textContent") == "Evaluation report"
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/sponsor/4-close/evaluation-report.html")


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_everything_is_shown_again(opened, published, way):
    everything = titles(opened)
    opened.get_by_label("Audience").select_option("sponsor")
    opened.get_by_label("Find").fill("progress")
    if way == "Escape":
        opened.keyboard.press("Escape")
    else:
        opened.get_by_role("button", name="Show all").click()
    assert titles(opened) == everything
    assert told(opened) == f"{len(files(published, '.html'))} documents"
    assert opened.evaluate("document.activeElement.id") == "_words"


def test_nothing_is_missing_without_script(chromium, published):
    context = chromium.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(published.as_uri())
    shown = page.locator("main li:visible a").count()
    assert page.get_by_role("search").count() == 0
    context.close()
    assert shown == len(files(published, ".html")) + len(files(published, ".txt"))


def test_no_other_script_may_run(chromium_page, published):
    chromium_page.goto(published.as_uri())
    chromium_page.evaluate(
        """() => {
            const added = document.createElement("script");
            added.textContent = "document.title = 'taken over'";
            document.body.append(added);
        }"""
    )
    assert chromium_page.title() == "Adult social care managers: a year of change – All documents"


@pytest.mark.parametrize("size", SIZES)
def test_page_is_no_wider_than_the_screen(opened, size):
    opened.set_viewport_size(SIZES[size])
    assert opened.evaluate("document.documentElement.scrollWidth") == SIZES[size]["width"]


def test_form_is_not_printed(opened, published):
    opened.emulate_media(media="print")
    assert opened.get_by_role("search").count() == 0
    assert opened.locator("main li a:visible").count() == 2 * len(files(published, ".txt"))


@pytest.mark.parametrize(
    "title", ["</script><img src=x onerror=document.title='x'>", "日本語の計画", "Año"]
)
def test_title_of_any_kind_is_found_and_does_nothing(chromium_page, title):
    entries = [Entry(title, "public", [("Web page", "public/a.html")], words=[title.lower()])]
    year = wc.Programme(title="A year")
    report = index(
        year, [*entries, Entry("x", "public", [("Web page", "x.html")])], [], date(2027, 7, 1)
    )
    chromium_page.set_content(HtmlRenderer().render(report, built_in_styles()[0]).decode())
    chromium_page.get_by_label("Find").fill(title[1:] if title.startswith("日") else title)
    assert titles(chromium_page) == [title]
    assert told(chromium_page) == "1 of 2 documents found"
    assert chromium_page.title() == "A year – All documents"
