"""The facilitator mode of a page: who has it, and what its policy lets run."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.contracts.report import Report
from workshopcore.renderers import HtmlRenderer, built_in_styles
from workshopcore.renderers.html.live import ENGINE, live, script_of

STYLES = built_in_styles()


@pytest.fixture(scope="module")
def report():
    agenda = [wc.Session(title="Talk </script><!--", minutes=(20, 40, 60))]
    workshop = wc.Workshop(
        "Now?", id="now", start="2027-01-19T09:00", end="2027-01-19T12:00", agenda=agenda
    )
    year = wc.Programme(title="Y", workshops=[workshop])
    return wc.Toolkit(discover=False).report(year, "run-sheet", workshop="now", as_of="2027-01-01")


def page(report, style=STYLES[0]):
    return HtmlRenderer().render(report, style).decode()


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.key)
def test_policy_allows_the_script_of_the_page_and_no_other(report, style):
    text = page(report, style)
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert re.findall(r"script-src ([^;]*)", policy) == [f"'sha256-{digest}'"]
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy


def test_what_people_wrote_is_data_that_cannot_end_it(report):
    text = page(report)
    [data] = re.findall(r'<script type="application/json" id="_live_data">(.*?)</script>', text)
    assert "<" not in data
    assert json.loads(data)["items"][0]["title"] == "Talk </script><!--"


def test_what_may_act_on_a_display_is_taken_out_of_the_data(report):
    details = {"live": {**report.details["live"], "title": "a\u202eb\x07\u2028c"}}
    found = live(evolve(report, details=details), STYLES[0])
    assert found.data["title"] == "ab\N{REPLACEMENT CHARACTER} c"


def test_paper_for_anybody_else_has_no_script(report):
    for audience in ("participants", "sponsor", "public", "expert"):
        assert "<script" not in page(evolve(report, audience=audience))


def test_report_without_such_details_has_no_script_and_no_style_for_it(report):
    assert live(Report("overview", "A year", "facilitators", []), STYLES[0]) is None
    assert live(evolve(report, details={"live": True}), STYLES[0]) is None
    text = page(evolve(report, details={}))
    assert "<script" not in text
    assert "live-" not in text


def test_page_is_the_same_every_time(report):
    assert page(report) == page(report)


def test_script_says_what_the_files_say_without_their_comments():
    script = script_of(ENGINE)
    assert "const replan = (day, wall, moment) => {\n" in script
    assert "//" not in script
    assert not re.search(r"^\s", script, re.MULTILINE)


def test_dark_colours_can_be_read(report):
    from workshopcore.renderers.html.colour import contrast

    for style in STYLES:
        dark = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]+)", live(report, style).dark))
        assert contrast(dark["text"], dark["paper"]) >= 7
        assert contrast(dark["accent-text"], dark["paper"]) >= 4.5
        assert contrast(dark["alarm"], dark["paper"]) >= 4.5
        assert contrast(dark["soft-accent"], dark["soft"]) >= 4.5
