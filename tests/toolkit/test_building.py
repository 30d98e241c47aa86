"""Building a report: the type's word, the plugins' touches, and nobody else's blocks."""

import attrs
import pytest

from workshopcore.contracts.report import Paragraph, Report
from workshopcore.errors import PluginCallError, ReportError
from workshopcore.model.programme import Programme
from workshopcore.toolkit import Toolkit

YEAR = Programme(title="A year")


def touch(text: str, **details):
    """Return an implementation of finish_report that adds a paragraph."""

    def finish(report):
        return attrs.evolve(report, blocks=[*report.blocks, Paragraph(text, **details)])

    return finish


def texts(report: Report) -> list[str]:
    return [block.text for block in report.blocks]


def test_touches_are_made_in_the_order_of_names(make_plugin, make_report_type):
    plugins = [
        make_plugin("zebra", finish_report=touch("zebra")),
        make_plugin("acme", reports=lambda: [make_report_type()], finish_report=touch("acme")),
    ]
    report = Toolkit(discover=False, plugins=plugins).report(YEAR, "acme:note")
    assert texts(report) == ["A year", "acme", "zebra"]


def test_touch_sees_the_programme_and_may_decline(with_plugin, make_report_type):
    seen = []
    toolkit = with_plugin(
        reports=lambda: [make_report_type()],
        finish_report=lambda report, programme: seen.append((report.key, programme)),
    )
    assert texts(toolkit.report(YEAR, "acme:note")) == ["A year"]
    assert seen == [("acme:note", YEAR)]


def test_touch_for_another_audience_never_arrives(make_plugin, make_report_type):
    plugins = [
        make_plugin("acme", reports=lambda: [make_report_type()]),
        make_plugin("leak", finish_report=touch("psst", audience="facilitators")),
    ]
    toolkit = Toolkit(discover=False, plugins=plugins)
    assert texts(toolkit.report(YEAR, "acme:note")) == ["A year"]


@pytest.mark.parametrize(
    ("finish", "said"),
    [
        (lambda report: 1 / 0, "it raised: ZeroDivisionError"),
        (lambda report: "text", "it returned an object of type str, not a report"),
        (
            lambda report: attrs.evolve(report, audience="facilitators"),
            "it changed the audience of the report 'acme:note'",
        ),
        (lambda report: attrs.evolve(report, key="acme:other"), "it changed the key"),
        (lambda report: attrs.evolve(report, name="../../x"), "it changed the name"),
    ],
)
def test_touch_that_fails_is_left_out_and_named(make_plugin, make_report_type, finish, said):
    plugins = [
        make_plugin("acme", reports=lambda: [make_report_type()]),
        make_plugin("broken", finish_report=finish),
        make_plugin("last", finish_report=touch("last")),
    ]
    toolkit = Toolkit(discover=False, plugins=plugins)
    for _ in range(2):
        assert texts(toolkit.report(YEAR, "acme:note")) == ["A year", "last"]
    [failure] = toolkit.failures
    assert (failure.plugin, failure.hook) == ("broken", "workshopcore_finish_report")
    assert said in failure.message


def test_report_that_raises_names_its_plugin(with_plugin, make_report_type):
    kind = make_report_type(build=lambda programme, request: {}["missing"])
    toolkit = with_plugin(reports=lambda: [kind])
    with pytest.raises(PluginCallError, match="the report 'acme:note' raised: KeyError") as caught:
        toolkit.report(YEAR, "acme:note")
    assert isinstance(caught.value.__cause__, KeyError)
    assert toolkit.failures == (caught.value,)


def test_refusal_in_the_librarys_words_passes(with_plugin, make_report_type):
    def refuse(programme, request):
        raise ReportError("not before the first workshop")

    toolkit = with_plugin(reports=lambda: [make_report_type(build=refuse)])
    with pytest.raises(ReportError, match=r"^not before the first workshop$"):
        toolkit.report(YEAR, "acme:note")
    assert toolkit.failures == ()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (None, "built an object of type NoneType"),
        (Report("acme:note", "X", "facilitators", []), "is for participants, but was built for"),
        (Report("other", "X", "participants", []), "says its key is 'other'"),
    ],
)
def test_report_that_is_not_what_it_says_is_refused(with_plugin, make_report_type, made, said):
    toolkit = with_plugin(reports=lambda: [make_report_type(build=lambda *_: made)])
    with pytest.raises(PluginCallError, match=said):
        toolkit.report(YEAR, "acme:note")
