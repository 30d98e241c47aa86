import pytest

from workshopcore.renderers.links import web_address


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org",
        "HTTP://EXAMPLE.ORG/a?b=c&d=%20#e",
        "mailto:team@example.org?subject=Hello",
        "https://xn--bcher-kva.example/büro/報告",
    ],
)
def test_web_and_mail_addresses_are_links(href):
    assert web_address(href) == href


@pytest.mark.parametrize(
    "href",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/hosts",
        "//example.org",
        "/relative",
        "#anchor",
        "https:",
        "https://",
        "https://example.org/a b",
        "https://example.org/\n> quoted",
        'https://example.org/" onmouseover="x',
        "https://example.org/<script>",
        "https://example.org/`code`",
        "https://example.org/a|b",
        "https://example.org/\u202egnp.exe",
        "https://example.org/\x00",
        "https://example.org/\ud800",
    ],
)
def test_nothing_else_is_a_link(href):
    assert web_address(href) == ""


def test_round_brackets_come_back_encoded():
    assert web_address("https://example.org/a_(b)") == "https://example.org/a_%28b%29"


def test_file_of_the_same_publication_is_a_link():
    assert web_address("./expert/law/brief-2027.html") == "./expert/law/brief-2027.html"


@pytest.mark.parametrize(
    "href",
    ["./", ".", "./../secret.html", "./a/../../b", "./.hidden", ".//example.org", "./a:b", "./a b"],
)
def test_path_that_leads_elsewhere_is_no_link(href):
    assert web_address(href) == ""
