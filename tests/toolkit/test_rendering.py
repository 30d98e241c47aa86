"""Rendering: the renderer, the style, and who is to blame."""

from types import SimpleNamespace

import pytest

from workshopcore.contracts.report import Paragraph, Report
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError, UnknownKeyError
from workshopcore.toolkit import Toolkit

NOTE = Report("note", "A note", "participants", [Paragraph("Lunch at half past twelve")])


def renderer(render):
    return SimpleNamespace(
        key="acme:raw", title="Raw", suffix=".raw", media_type="text/plain", render=render
    )


def test_style_is_the_plain_one_unless_another_is_named(with_plugin):
    house = Style("acme:house", "House")
    toolkit = with_plugin(
        styles=lambda: [house],
        renderers=lambda: [renderer(lambda report, style: style.key.encode())],
    )
    assert toolkit.render(NOTE, "acme:raw") == b"plain"
    assert toolkit.render(NOTE, "acme:raw", style="acme:house") == b"acme:house"
    assert toolkit.render(NOTE, "acme:raw", style=Style("own", "Own")) == b"own"


def test_unknown_renderer_and_style_name_the_nearest():
    toolkit = Toolkit(discover=False)
    with pytest.raises(UnknownKeyError, match=r"no renderer 'htm'. Did you mean 'html'"):
        toolkit.render(NOTE, "htm")
    with pytest.raises(UnknownKeyError, match=r"no style 'plane'. Did you mean 'plain'"):
        toolkit.render(NOTE, "html", style="plane")


@pytest.mark.parametrize(
    ("render", "said"),
    [
        (lambda report, style: 1 / 0, "ZeroDivisionError"),
        (lambda report, style: "text", "expected bytes, found str"),
    ],
)
def test_renderer_that_fails_is_named(with_plugin, render, said):
    toolkit = with_plugin(renderers=lambda: [renderer(render)])
    with pytest.raises(RenderError, match="the renderer 'acme:raw' failed on the report 'note'"):
        toolkit.render(NOTE, "acme:raw")
    [failure] = toolkit.failures
    assert failure.plugin == "acme"
    assert said in failure.message


def test_refusal_of_a_renderer_passes(with_plugin):
    def refuse(report, style):
        raise RenderError("no paper of that size")

    toolkit = with_plugin(renderers=lambda: [renderer(refuse)])
    with pytest.raises(RenderError, match=r"^no paper of that size$"):
        toolkit.render(NOTE, "acme:raw")
    assert toolkit.failures == ()
