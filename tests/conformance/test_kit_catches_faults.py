"""The kit fails where it should: each fault that it promises to find is one it finds."""

from datetime import time
from itertools import count
from types import SimpleNamespace

import attrs
import pytest

from workshopcore.contracts.checks import Threshold
from workshopcore.contracts.formats import FormatPlan, GroupPlan, Step
from workshopcore.contracts.report import (
    Bullets,
    Figure,
    FormField,
    Paragraph,
    Report,
    Section,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import FormatError, ReportError
from workshopcore.model.finding import Finding
from workshopcore.model.length import Length
from workshopcore.model.programme import Programme
from workshopcore.testing import (
    CheckConformance,
    RendererConformance,
    ReportConformance,
    SessionFormatConformance,
    StyleConformance,
)
from workshopcore.testing.sample import SECRET

TEN = Length(5, 10, 15)
NUMBERS = count()
EXAMPLES = {
    "programme": Programme(title="Nothing yet"),
    "report": Report("sample", "naïve", "public", []),
}


def verdicts(kit: type, fixture: str, thing: object) -> set[str]:
    """Run every test of a kit on a thing and return the names of those that fail."""
    return {
        name for name in dir(kit) if name.startswith("test_") and fails(kit, fixture, thing, name)
    }


def fails(kit: type, fixture: str, thing: object, name: str) -> bool:
    """Run one test of a kit on a thing and return whether it fails."""
    test = getattr(kit, name)
    cases = _cases(test)
    # One example will do to see these fail: to search for the smallest takes minutes.
    for what, example in EXAMPLES.items():
        if f"any_{what}" in name:
            test, cases = test.hypothesis.inner_test, [{what: example}]
    for case in cases:
        try:
            test(kit(), **{fixture: thing}, **case)
        except (Exception, pytest.fail.Exception):  # noqa: BLE001 the thing may raise anything
            return True
    return False


def _cases(test) -> list[dict]:
    marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
    if not marks:
        return [{}]
    name, values = marks[0].args
    return [{name: value} for value in values]


def session_format(**changes):
    def length(people, options):
        if not 2 <= people <= 20:
            raise FormatError("for 2 to 20")
        return TEN

    def expand(request):
        length(request.people, request.options)
        if request.minutes < 5:
            raise FormatError("for 5 minutes or more")
        return FormatPlan([Step("Talk", TEN)])

    parts = {"key": "acme:talk", "title": "Talk", "people": (2, 20), "length": length}
    return SimpleNamespace(**{**parts, "expand": expand, **changes})


def test_sound_format_passes():
    assert verdicts(SessionFormatConformance, "session_format", session_format()) == set()


@pytest.mark.parametrize(
    ("changes", "test"),
    [
        ({"key": "No Key"}, "test_toolkit_accepts_it"),
        ({"title": " "}, "test_toolkit_accepts_it"),
        ({"people": (9, 2)}, "test_people_are_in_order"),
        ({"length": lambda people, options: Length(5)}, "test_length_has_its_bounds_in_order"),
        ({"length": lambda people, options: TEN}, "test_other_numbers_of_people_are_refused"),
        (
            {"expand": lambda request: FormatPlan([Step("Talk", Length(90, 90, 90))])},
            "test_plan_fits_into_its_minutes",
        ),
        ({"expand": lambda request: FormatPlan([])}, "test_plan_is_complete"),
        (
            {"expand": lambda request: FormatPlan([Step("Talk", TEN)], groups=GroupPlan([99]))},
            "test_plan_is_complete",
        ),
        ({"expand": lambda request: 1 / 0}, "test_plan_is_complete"),
    ],
)
def test_fault_of_a_format_is_found(changes, test):
    assert fails(SessionFormatConformance, "session_format", session_format(**changes), test)


def report_type(build, needs=("as_of",), audience="participants"):
    return SimpleNamespace(
        key="acme:note", title="Note", audience=audience, needs=frozenset(needs), build=build
    )


def says(*blocks, **details):
    return Report("acme:note", "A note", "participants", blocks, **details)


def sound(programme, request):
    return says(Paragraph(f"{programme.title} on {request.day('acme:note')}"))


def forgetful(programme, request):
    return says(Paragraph(str(request.as_of)))


def refusing(programme, request):
    raise ReportError("never")


def test_sound_report_passes():
    assert verdicts(ReportConformance, "report_type", report_type(sound)) == set()


@pytest.mark.parametrize(
    ("kind", "test"),
    [
        (report_type(sound, audience="everyone"), "test_toolkit_accepts_it"),
        (report_type(refusing), "test_sample_programme_can_be_reported"),
        (report_type(sound, audience="public"), "test_report_is_what_its_type_says"),
        (
            report_type(lambda p, r: says(name="../x")),
            "test_report_is_what_its_type_says",
        ),
        (report_type(forgetful), "test_day_that_is_missing_is_asked_for"),
        (report_type(sound, needs=()), "test_day_that_is_not_needed_may_be_missing"),
        (
            report_type(lambda p, r: says(Paragraph(str(next(NUMBERS))))),
            "test_same_request_gives_the_same_report",
        ),
        (
            report_type(lambda p, r: says(Bullets([person.access_needs for person in p.people]))),
            "test_what_facilitators_keep_reaches_nobody_else",
        ),
        (
            report_type(
                lambda p, r: says(name="same" if r.workshop != "one-desk" else "other"),
                needs=("workshop",),
            ),
            "test_names_are_distinct",
        ),
        (
            report_type(lambda p, r: says(Paragraph(p.workshops[0].title))),
            "test_programme_with_nothing_in_it_is_reported_or_refused",
        ),
        (
            report_type(lambda p, r: says(Paragraph(r.formats["check-in"].title))),
            "test_formats_that_are_not_installed_are_no_obstacle",
        ),
        (
            report_type(lambda p, r: says(Paragraph(f"{len(p.actions)} actions"))),
            "test_what_happens_later_changes_no_earlier_report",
        ),
        (
            report_type(lambda p, r: says(Paragraph(p.wave(r.evaluation.waves[0].wave).title))),
            "test_answers_to_questionnaires_are_printed_or_left_out",
        ),
        (
            report_type(lambda p, r: says(Paragraph(f"{len(r.evaluation.waves)} rounds"))),
            "test_answers_that_came_later_change_no_earlier_report",
        ),
        (
            report_type(lambda p, r: says(SimpleNamespace(audience=()))),
            "test_every_built_in_renderer_writes_it",
        ),
    ],
)
def test_fault_of_a_report_is_found(kind, test):
    assert fails(ReportConformance, "report_type", kind, test)


def test_refusal_without_a_word_is_found():
    def speechless(programme, request):
        raise ReportError("")

    test = "test_programme_with_nothing_in_it_is_reported_or_refused"
    assert fails(ReportConformance, "report_type", report_type(speechless), test)


def test_block_for_facilitators_alone_is_no_fault():
    kind = report_type(lambda p, r: says(Paragraph(SECRET, audience="facilitators")))
    test = "test_what_facilitators_keep_reaches_nobody_else"
    assert not fails(ReportConformance, "report_type", kind, test)


def test_report_that_expects_a_workshop_is_found():
    kind = report_type(lambda p, r: says(Paragraph(p.workshops[0].title)))
    test = "test_any_programme_can_be_reported_or_is_refused"
    assert fails(ReportConformance, "report_type", kind, test)


def renderer(render, **changes):
    parts = {"key": "acme:raw", "title": "Raw", "suffix": ".raw", "media_type": "text/plain"}
    return SimpleNamespace(**{**parts, "render": render, **changes})


def raw(report, style):
    return repr(report).encode("utf-8", "replace")


def written_but(change):
    """Write a report without the blocks, or the parts of them, that a change takes away."""

    def render(report, style):
        changed = [change(block) for block in report.blocks]
        blocks = [block for block in changed if block is not None]
        return raw(attrs.evolve(report, blocks=blocks), style)

    return render


def without_figures(block):
    return None if isinstance(block, Figure) else block


def without_hints(block):
    return attrs.evolve(block, hint="") if isinstance(block, FormField) else block


def without_the_marked(block):
    return None if block.audience else block


def to_six_levels(block, level=1):
    if not isinstance(block, Section):
        return block
    inner = [to_six_levels(each, level + 1) for each in block.blocks] if level < 6 else []
    return attrs.evolve(block, blocks=inner)


def remembering():
    seen = []

    def render(report, style):
        seen.append(report.title)
        return raw(report, style) + str(len(set(seen))).encode()

    return render


def test_sound_renderer_passes():
    assert verdicts(RendererConformance, "renderer", renderer(raw)) == set()


@pytest.mark.parametrize(
    ("thing", "test"),
    [
        (renderer(raw, suffix="raw"), "test_toolkit_accepts_it"),
        (renderer(raw, media_type="text"), "test_toolkit_accepts_it"),
        (renderer(lambda report, style: repr(report)), "test_every_kind_of_block_is_written"),
        (
            renderer(lambda report, style: raw(report, style) if report.blocks else b""),
            "test_report_without_blocks_is_written",
        ),
        (
            renderer(lambda report, style: str(next(NUMBERS)).encode()),
            "test_same_report_gives_the_same_bytes",
        ),
        (renderer(lambda report, style: b"x"), "test_words_in_every_place_are_written"),
        (renderer(written_but(without_hints)), "test_words_in_every_place_are_written"),
        (
            renderer(lambda report, style: raw(attrs.evolve(report, subtitle=""), style)),
            "test_title_subtitle_and_day_are_written",
        ),
        (
            renderer(lambda report, style: raw(attrs.evolve(report, as_of=None), style)),
            "test_title_subtitle_and_day_are_written",
        ),
        (renderer(written_but(to_six_levels)), "test_words_deeper_than_headings_go_are_written"),
        (renderer(written_but(without_the_marked)), "test_block_for_the_readers_is_written"),
        (renderer(remembering()), "test_one_report_leaves_no_trace_in_the_next"),
        (
            renderer(lambda report, style: raw(report, style) + style.colours["text"].encode()),
            "test_style_that_leaves_everything_open_is_taken",
        ),
        (
            renderer(written_but(without_figures)),
            "test_figure_that_cannot_be_drawn_says_what_its_table_says",
        ),
        (
            renderer(lambda report, style: repr(report).encode("ascii")),
            "test_any_report_is_written",
        ),
        (
            renderer(lambda report, style: report.title.encode("ascii") + b"x"),
            "test_hostile_text_everywhere_is_written",
        ),
    ],
)
def test_fault_of_a_renderer_is_found(thing, test):
    assert fails(RendererConformance, "renderer", thing, test)


def check(run, **changes):
    parts = {"code": "ACME101", "title": "T", "severity": "note", "thresholds": ()}
    return SimpleNamespace(**{**parts, "run": run, **changes})


def finds(code="ACME101", message="found", hint="cure", severity="note", path="", line=0):
    return lambda context: [Finding(code, severity, path, message, hint, line=line)]


THRESHOLDS = (
    Threshold("people", 15, "how many"),
    Threshold("share", 0.5, "how much of it"),
    Threshold("strict", False, "whether to look twice"),
    Threshold("from", time(9), "the hour to start"),
    Threshold("word", "tbc", "what stands for nobody"),
    Threshold("words", ("tba", "tbc"), "what stands for nobody"),
    Threshold("days", (6, 7), "days of the week"),
)


def test_sound_check_passes():
    thing = check(finds(), thresholds=THRESHOLDS)
    assert verdicts(CheckConformance, "check", thing) == set()


@pytest.mark.parametrize("path", ["people[0].name", "details.acme.board", "workshops[0].agenda[1]"])
def test_path_that_leads_somewhere_is_no_fault(path):
    test = "test_sample_programme_is_judged"
    assert not fails(CheckConformance, "check", check(finds(path=path)), test)


def test_check_is_judged_with_the_thresholds_of_a_house():
    def run(context):
        yield from finds(message=f"more than {context.thresholds['people']}")(context)

    found = CheckConformance().judge(
        check(run, thresholds=THRESHOLDS), Programme(title="A year"), {"people": 12}
    )
    assert [finding.message for finding in found] == ["more than 12"]


@pytest.mark.parametrize(
    ("thing", "test"),
    [
        (check(finds(), code="acme"), "test_toolkit_accepts_it"),
        (
            check(finds(), thresholds=(Threshold("n", 1, ""),)),
            "test_thresholds_say_what_they_mean",
        ),
        (check(finds(code="ACME102")), "test_sample_programme_is_judged"),
        (check(finds(severity="error")), "test_sample_programme_is_judged"),
        (check(finds(hint="")), "test_sample_programme_is_judged"),
        (
            check(lambda context: [context.programme.workshops[0].id][:0]),
            "test_programme_with_nothing_in_it_is_judged",
        ),
        (
            check(finds(), thresholds=(Threshold("severity", 1, "how grave"),)),
            "test_thresholds_say_what_they_mean",
        ),
        (
            check(finds(), thresholds=(Threshold("n", -1, "how many"),)),
            "test_defaults_are_values_that_policy_may_set",
        ),
        (
            check(
                lambda context: [1 / context.thresholds["n"]][:0],
                thresholds=(Threshold("n", 1, "how many"),),
            ),
            "test_whatever_policy_sets_is_taken",
        ),
        (
            check(
                lambda context: [context.thresholds["words"][0]][:0],
                thresholds=(Threshold("words", ("staff",), "what not to say"),),
            ),
            "test_whatever_policy_sets_is_taken",
        ),
        (
            check(lambda context: [context.formats["check-in"]][:0]),
            "test_formats_that_are_not_installed_are_no_obstacle",
        ),
        (check(finds(path="workshops[99]")), "test_sample_programme_is_judged"),
        (check(finds(path="workshops[0].agneda")), "test_sample_programme_is_judged"),
        (check(finds(path="workshops[0]agenda")), "test_sample_programme_is_judged"),
        (check(finds(path="policy.ACME101")), "test_sample_programme_is_judged"),
        (check(finds(line=3)), "test_sample_programme_is_judged"),
    ],
)
def test_fault_of_a_check_is_found(thing, test):
    assert fails(CheckConformance, "check", thing, test)


def test_check_that_expects_people_is_found():
    thing = check(lambda context: [context.programme.people[0].id][:0])
    assert fails(CheckConformance, "check", thing, "test_any_programme_is_judged")


@pytest.mark.parametrize(
    ("style", "failed"),
    [
        (Style("acme:house", "House", colours={"text": "#111", "paper": "#ffffff"}), set()),
        (
            Style("acme:house", "House", colours={"text": "#888888", "paper": "#fff"}),
            {"test_text_can_be_read_on_its_ground"},
        ),
        (Style("House", "House"), {"test_toolkit_accepts_it"}),
        (Style("acme:house", "House", paper="A3"), {"test_paper_and_language_are_known"}),
        (Style("acme:house", "House", language="English"), set()),
        (
            Style("acme:house", "House", language="British English"),
            {"test_paper_and_language_are_known"},
        ),
        (
            Style("acme:house", "House", logo="data:image/png;base64,AAAA"),
            {"test_logo_is_described_and_travels_with_the_file"},
        ),
        (Style("acme:house", "H", house="Acme", logo="data:image/png;base64,AAAA"), set()),
        (
            Style("acme:house", "House", colours={"accent": "#6f9fc0"}),
            {"test_text_can_be_read_on_its_ground"},
        ),
        (Style("acme:house", "House", tables="dots"), {"test_fonts_margins_and_looks_are_known"}),
        (
            Style("acme:house", "House", dates={"day": "d MMM YYYY"}),
            {"test_dates_and_wording_say_something"},
        ),
        (
            Style("acme:house", "House", wording={"Owner": " "}),
            {"test_dates_and_wording_say_something"},
        ),
    ],
)
def test_fault_of_a_style_is_found(style, failed):
    assert verdicts(StyleConformance, "style", style) == failed


@pytest.mark.parametrize("fields", [{"margins": {"top": 4}}, {"fonts": {"body": "a; b"}}])
def test_margins_and_fonts_that_are_none_are_found(fields):
    style = Style("acme:house", "House", **fields)
    assert fails(StyleConformance, "style", style, "test_fonts_margins_and_looks_are_known")


def test_colour_that_is_none_is_found():
    style = Style("acme:house", "House", colours={"line": "red"})
    assert fails(StyleConformance, "style", style, "test_colours_are_hexadecimal")
