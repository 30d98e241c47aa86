"""What a style may say to the writers of documents."""

import pytest

from workshopcore.contracts.report import Paragraph, Report
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore_office import SlidesRenderer, WordRenderer

REPORT = Report("note", "A note", "participants", [Paragraph("x")])


@pytest.mark.parametrize("renderer", [WordRenderer(), SlidesRenderer()], ids=lambda r: r.key)
@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("house.docx", "expected template and"),
        ({"tempalte": "x"}, "expected template and"),
        ({"template": "house.docx"}, "expected a file as a data: address"),
        ({"template": 3}, "expected a file as a data: address"),
        ({"template": "data:;base64,#"}, "a data: address is damaged"),
        ({"template": "data:,nonsense"}, "found a file of another kind"),
    ],
)
def test_style_that_says_something_else_is_refused(renderer, said, message):
    with pytest.raises(RenderError, match=message):
        renderer.render(REPORT, Style("acme:s", "S", renderers={renderer.key: said}))


@pytest.mark.parametrize(
    ("renderer", "names"), [(WordRenderer(), "styles"), (SlidesRenderer(), "layouts")]
)
@pytest.mark.parametrize("called", ["House Head", {"text": 3}])
def test_names_that_are_none_are_refused(renderer, names, called):
    style = Style("acme:s", "S", renderers={renderer.key: {names: called}})

    with pytest.raises(RenderError, match="expected names by what they are for"):
        renderer.render(REPORT, style)


def test_style_that_speaks_to_others_is_taken():
    style = Style("acme:s", "S", renderers={"acme:poster": {"size": 3}})

    assert WordRenderer().render(REPORT, style) == WordRenderer().render(
        REPORT, Style("acme:s", "S")
    )


def test_toolkit_finds_both_by_their_key(toolkit):
    assert toolkit.renderers["office:docx"] == WordRenderer()
    assert toolkit.renderers["office:pptx"] == SlidesRenderer()
