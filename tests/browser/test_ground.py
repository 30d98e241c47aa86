"""The browser tests can only be trusted if axe-core really finds what is wrong."""

import pytest

pytestmark = pytest.mark.browser

SOUND = """<!doctype html><html lang="en"><head><title>A page</title></head>
<body><main><h1>A page</h1><p>Some words.</p></main></body></html>"""


def test_axe_passes_a_sound_page(axe_violations):
    assert axe_violations(SOUND) == []


def test_axe_finds_a_missing_language_and_a_missing_alternative(axe_violations):
    broken = SOUND.replace(' lang="en"', "").replace("<p>", '<p><img src="data:,">')

    assert {found["id"] for found in axe_violations(broken)} == {"html-has-lang", "image-alt"}


def test_axe_reads_a_file(axe_violations, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(SOUND.replace("<main>", '<main style="color:#ccc">'), encoding="utf-8")

    assert [found["id"] for found in axe_violations(page)] == ["color-contrast"]
