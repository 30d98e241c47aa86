"""A real Chromium, driven by Playwright, and axe-core inside it."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, sync_playwright

# Days that never were are made for the tests of the agenda, and used here as well.
sys.path.insert(0, str(Path(__file__).parents[1] / "agenda"))

# WCAG 2.2 at level AA is the sum of these; best-practice goes a little further.
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Nothing but the page that is tested: no sandbox (CI runs as root), no talking to the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str:
    """Find the system's own browser: none is downloaded for the tests.

    Without a window of its own, as some systems have it, it opens a page in half the time.
    """
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    if "CI" in os.environ:
        pytest.fail("Chromium is missing, and CI may not skip the browser tests")
    return pytest.skip("Chromium is not installed")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def chromium_page(chromium: Browser) -> Iterator[Page]:
    """An empty page, cut off from every network: what it shows must be in the file."""
    context = chromium.new_context(offline=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def axe_violations(chromium_page: Page) -> Callable[[Path | str], list[dict[str, Any]]]:
    """Say what axe-core finds wrong with a file (`Path`) or a text of HTML (`str`)."""

    # There before the page, in a fraction of the time that it takes to be handed over afterwards.
    chromium_page.add_init_script(AXE_SCRIPT)
    # Nothing outside of the page has to be fetched first.
    options = {"runOnly": WCAG_22_AA, "resultTypes": ["violations"], "preload": False}

    def violations(page: Path | str) -> list[dict[str, Any]]:
        if isinstance(page, Path):
            chromium_page.goto(page.resolve().as_uri())
        else:
            chromium_page.goto("about:blank")
            chromium_page.set_content(page)
        found = chromium_page.evaluate("options => axe.run(options)", options)
        return list(found["violations"])

    return violations
