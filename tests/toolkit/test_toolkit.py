"""The facade: what it finds, what it leaves alone, and what it never shares."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from types import SimpleNamespace

import pytest

from workshopcore.contracts.reports import Style
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.model.agenda import Session
from workshopcore.model.finding import Finding
from workshopcore.model.length import Length
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.plugins import hookimpl
from workshopcore.testing import sample_programme
from workshopcore.toolkit import Toolkit

HOUSE = Style("acme:house", "House")


def test_own_parts_are_there():
    toolkit = Toolkit(discover=False)
    assert {"check-in", "world-cafe"} <= set(toolkit.formats)
    assert {"run-sheet", "case-study"} <= set(toolkit.reports)
    assert "html" in toolkit.renderers
    assert "plain" in toolkit.styles
    assert "WC112" in toolkit.checks
    assert toolkit.failures == ()


def test_own_parts_are_a_plugin_like_any_other():
    [record] = Toolkit(discover=False).plugins
    assert (record.name, record.state) == ("workshopcore", "ready")
    assert record.version[0].isdigit()
    assert set(record.provides) == {
        *("formats", "reports", "renderers", "styles", "checks", "instruments"),
        *("importers", "exporters"),
    }


def test_plugin_that_is_handed_over_is_used(with_plugin):
    toolkit = with_plugin(styles=lambda: [HOUSE])
    assert toolkit.styles["acme:house"] is HOUSE
    assert [record.name for record in toolkit.plugins] == ["workshopcore", "acme"]


def test_object_with_methods_is_a_plugin():
    class House:
        @hookimpl
        def workshopcore_styles(self):
            return [HOUSE]

    toolkit = Toolkit(discover=False, plugins=[House()])
    assert toolkit.styles["acme:house"] is HOUSE


@pytest.mark.parametrize("wrong", ["acme", Style, None])
def test_plugin_that_is_neither_is_refused(wrong):
    with pytest.raises(InvalidValueError, match="a module or an object with @hookimpl methods"):
        Toolkit(plugins=[wrong])


def test_plugin_handed_over_twice_counts_once(make_plugin):
    acme = make_plugin(styles=lambda: [HOUSE])
    toolkit = Toolkit(discover=False, plugins=[acme, acme])
    assert toolkit.styles["acme:house"] is HOUSE
    assert toolkit.failures == ()


def test_hermetic_toolkit_reads_no_environment(make_plugin, monkeypatch):
    monkeypatch.setenv("WORKSHOPCORE_DISABLE_PLUGINS", "acme")
    toolkit = Toolkit(discover=False, plugins=[make_plugin(styles=lambda: [HOUSE])])
    assert "acme:house" in toolkit.styles


def test_environment_is_read_when_the_toolkit_is_made(make_plugin, monkeypatch):
    monkeypatch.setenv("WORKSHOPCORE_LOAD_PLUGINS", "")
    monkeypatch.setenv("WORKSHOPCORE_DISABLE_PLUGINS", "acme")
    toolkit = Toolkit(plugins=[make_plugin(styles=lambda: [HOUSE])])
    monkeypatch.delenv("WORKSHOPCORE_DISABLE_PLUGINS")
    assert "acme:house" not in toolkit.styles
    [acme] = [record for record in toolkit.plugins if record.name == "acme"]
    assert (acme.state, acme.cause) == (
        "disabled",
        "switched off by WORKSHOPCORE_DISABLE_PLUGINS",
    )


def test_arguments_go_before_the_environment(make_plugin, monkeypatch):
    monkeypatch.setenv("WORKSHOPCORE_DISABLE_PLUGINS", "acme")
    toolkit = Toolkit(plugins=[make_plugin(styles=lambda: [HOUSE])], disable=(), load=())
    assert "acme:house" in toolkit.styles


def test_two_toolkits_share_nothing(make_plugin):
    acme = make_plugin(styles=lambda: [HOUSE], session_formats=lambda: 1 / 0)
    one, other = Toolkit(discover=False, plugins=[acme]), Toolkit(discover=False)
    assert list(one.formats) == list(other.formats)
    assert len(one.failures) == 1
    assert other.failures == ()
    assert "acme:house" not in other.styles


def test_one_toolkit_serves_several_threads(with_plugin):
    asked = []
    toolkit = with_plugin(styles=lambda: asked.append(1) or [HOUSE])
    together = threading.Barrier(6)

    def work(_):
        together.wait()
        report = toolkit.report(sample_programme(), "overview", as_of="2027-06-30")
        return toolkit.render(report, "html", style="acme:house")

    with ThreadPoolExecutor(6) as pool:
        pages = set(pool.map(work, range(6)))
    assert len(pages) == 1
    assert asked == [1]


def test_unknown_key_names_the_nearest():
    with pytest.raises(UnknownKeyError, match=r"no session format 'chek-in'.*'check-in'"):
        Toolkit(discover=False).formats["chek-in"]


def test_check_uses_the_policy_of_the_house():
    programme = Programme(title="A year", k_min=3)
    strict = Toolkit(discover=False, policy={"WC112": {"severity": "error"}})
    assert [(f.code, f.severity) for f in strict.check(programme)] == [("WC112", "error")]


def test_check_of_a_plugin_finds_and_one_that_raises_is_reported(with_plugin):
    def check(code, run):
        return SimpleNamespace(code=code, title="T", severity="note", thresholds=(), run=run)

    def finds(context):
        yield Finding("ACME101", "note", "", f"'{context.programme.title}' is a title", "Fine")

    def breaks(context):
        yield Finding("ACME102", "note", "", "half a finding", "None")
        raise SystemExit("no more")

    toolkit = with_plugin(checks=lambda: [check("ACME101", finds), check("ACME102", breaks)])
    found = toolkit.check(Programme(title="A year"))
    assert [finding.code for finding in found] == ["ACME101", "WC100"]
    [failure] = toolkit.failures
    assert (failure.plugin, failure.hook) == ("acme", "workshopcore_checks")
    assert "'ACME102' raised: SystemExit: no more" in failure.message


def day(*agenda) -> Programme:
    workshop = Workshop("Day", start="2027-01-19T09:30", end="2027-01-19T12:30", agenda=agenda)
    return Programme(title="A year", workshops=[workshop])


def test_run_sheet_uses_the_formats_of_plugins(with_plugin):
    dance = SimpleNamespace(
        key="acme:dance",
        title="Dance",
        people=(0, 99),
        length=lambda people, options: Length(20, 25, 30),
        expand=lambda request: None,
    )
    toolkit = with_plugin(session_formats=lambda: [dance])
    row = toolkit.run_sheet(day(Session("acme:dance")), "day").rows[0]
    assert row.title == "Dance"
    assert 20 <= row.minutes <= 30


def test_format_that_raises_leaves_the_rest_of_the_day_alone(with_plugin):
    dance = SimpleNamespace(
        key="acme:dance",
        title="Dance",
        people=(0, 99),
        length=lambda people, options: 1 / 0,
        expand=lambda request: 1 / 0,
    )
    toolkit = with_plugin(session_formats=lambda: [dance])
    programme = day(Session("acme:dance", minutes=20), Session(title="Map", minutes=30))
    rows = toolkit.run_sheet(programme, "day").rows
    assert [row.title for row in rows[:2]] == ["Dance", "Map"]
    assert {failure.plugin for failure in toolkit.failures} == {"acme"}
    assert "ZeroDivisionError" in str(toolkit.failures[0])


def test_format_that_refuses_is_no_failure(with_plugin):
    from workshopcore.errors import FormatError

    def refuse(*_):
        raise FormatError("too few people")

    dance = SimpleNamespace(
        key="acme:dance", title="Dance", people=(0, 99), length=refuse, expand=refuse
    )
    toolkit = with_plugin(session_formats=lambda: [dance])
    assert toolkit.run_sheet(day(Session("acme:dance", minutes=20)), "day").rows[0].minutes == 20
    assert toolkit.failures == ()


def test_template_folders_of_plugins_reach_the_html_renderer(with_plugin, tmp_path):
    (tmp_path / "page.jinja").write_text("ACME: {{ report.title }}")
    toolkit = with_plugin(template_roots=lambda: [tmp_path])
    assert toolkit.template_roots == (tmp_path,)
    report = toolkit.report(sample_programme(), "overview", as_of=date(2027, 6, 30))
    assert toolkit.render(report, "html") == f"ACME: {report.title}".encode()


def test_importing_and_making_a_toolkit_loads_no_machinery():
    code = """
import sys
from workshopcore.toolkit import Toolkit
toolkit = Toolkit()
heavy = {"pluggy", "jinja2", "tomlkit", "click", "importlib.metadata", "dateutil"}
print(sorted(heavy & set(sys.modules)))
toolkit.formats["check-in"]
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    before, after = done.stdout.splitlines()
    assert before == "[]"
    assert "jinja2" not in after


def test_library_logs_to_nobody_by_itself():
    code = """
from types import ModuleType
from workshopcore.plugins import hookimpl
from workshopcore.toolkit import Toolkit
acme = ModuleType("acme")
acme.workshopcore_styles = hookimpl(lambda: 1 / 0)
print(len(Toolkit(discover=False, plugins=[acme]).styles) > 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("True\n", "")
