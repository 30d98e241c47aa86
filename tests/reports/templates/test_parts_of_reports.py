"""Parts of other reports in a report of the house."""

import attrs
import pytest

import workshopcore as wc
from workshopcore import hookimpl
from workshopcore.contracts.report import (
    Figure,
    FormField,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Table,
)
from workshopcore.errors import PluginCallError, ReportError, TemplateError
from workshopcore.language import speaking
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.templates.admission import why_not
from workshopcore.testing import sample_programme
from workshopcore.testing.sample import SECRET

NEEDS = '["as_of"]'
DAY = "2027-06-30"


@attrs.frozen
class Simple:
    """A report type of a plugin."""

    key: str
    audience: str
    blocks: tuple = ()
    needs: frozenset = frozenset()
    title: str = "Simple"

    def build(self, programme, request):
        return Report(self.key, self.title, self.audience, self.blocks)


@attrs.frozen
class Plugin:
    """Brings report types."""

    kinds: tuple

    @hookimpl
    def workshopcore_reports(self):
        return self.kinds


def built_with(house, *kinds, **asked):
    toolkit = wc.Toolkit(discover=False, plugins=[Plugin(kinds)], report_folders=[house.folder])
    return toolkit.report(sample_programme(), "acme:note", **asked)


def test_whole_report_stands_where_it_is_written(house):
    house.write("# Before\n\n{{ report('overview') }}\n\n# After\n\nwords")

    overview = wc.Toolkit(discover=False).report(sample_programme(), "overview")
    before, after = house.build().blocks
    assert before == Section("Before", overview.blocks)
    assert after == Section("After", [Paragraph("words")])


def test_section_figure_and_table_are_taken_out(house):
    whole = wc.Toolkit(discover=False).report(sample_programme(), "progress", as_of=DAY)
    sections = {each.title: each for each in whole.blocks if isinstance(each, Section)}
    house.write(
        "{{ block('progress', section='What is open') }}\n"
        "{{ block('progress', section='what is open', heading=false) }}\n"
        "{{ block('progress', figure='step-curve') }}\n"
        "{{ block('progress', figure=1) }}\n"
        "{{ block('progress', section='What is open', table=1) }}\n",
        audience="sponsor",
        needs=NEEDS,
    )

    found = house.build(as_of=DAY).blocks
    open_now = sections["What is open"]
    count = len(open_now.blocks)
    assert found[0] == open_now
    assert found[1 : count + 1] == open_now.blocks
    curve, first, table = found[count + 1 :]
    assert curve.kind == "step-curve"
    assert first == next(each for each in _inside(whole.blocks) if isinstance(each, Figure))
    assert table == next(each for each in open_now.blocks if isinstance(each, Table))
    assert isinstance(curve, Figure)


def _inside(blocks):
    for block in blocks:
        yield block
        yield from _inside(getattr(block, "blocks", ()))


def test_table_is_found_by_its_caption(house):
    table = Table(["A"], [["b"]], caption="Who")
    house.write("{{ block('acme:simple', table='Who') }}")
    assert built_with(house, Simple("acme:simple", "public", (table,))).blocks == (table,)


def test_section_is_found_by_its_identifier_and_in_any_language(house):
    house.write(
        "{{ block('proposal', section='fee') }}{{ block('proposal', section='Team') }}",
        audience="sponsor",
        needs=NEEDS,
    )
    with speaking("de"):
        fee, team = house.build(as_of="2026-11-02").blocks
    assert (fee.id, team.id) == ("fee", "team")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("block('progress', section='What is opn')", "did you mean 'What is open'?"),
        ("block('progress', section='zzz')", "there are 'Done, and done on time', "),
        ("block('progress', figure='curve')", "has no figure 'curve' here"),
        ("block('progress', figure=9)", "has no figure '9' here: it has "),
        ("block('progress', table='zzz')", "has no table 'zzz' here"),
        ("block('overview', table='zzz', shared=true)", "has no table 'zzz' here: there are none"),
        ("report('overvew')", "no report 'overvew'. Did you mean 'overview'?"),
        ("report('overview', worksop='x', shared=true)", "there is no part of a request 'worksop'"),
        ("report('participant-agenda', shared=true)", "needs workshop: add 'workshop' to what"),
        ("report('participant-agenda', shared=true, workshop='x')", "no workshop 'x'"),
        ("field('x', 'lin')", "there is no kind of field 'lin': did you mean 'line'?"),
        ("field('x', 'matrix')", "a form field of kind matrix with 0 rows"),
    ],
)
def test_part_that_is_not_there_is_named(house, fault, call, words):
    line, told = fault(f"One\n\n{{{{ {call} }}}}", audience="sponsor", needs=NEEDS)
    assert line == 3
    assert words in told


def test_something_else_stands_where_a_part_is_missing(house):
    house.write(
        "{{ block('overview', section='zzz', missing='None yet.') }}\n\n"
        "{{ block('overview', section='zzz', missing='') }}"
    )
    assert house.build().blocks == (Paragraph("None yet."),)


def test_report_that_is_refused_refuses_its_host_or_is_missing(house):
    house.write("{{ report('certificates') }}", needs=NEEDS)
    with pytest.raises(ReportError) as caught:
        house.build(programme=Programme(title="Nothing"), as_of=DAY)
    assert not isinstance(caught.value, TemplateError)

    house.write("{{ report('certificates', missing='None.') }}", needs=NEEDS)
    built = house.build(programme=Programme(title="Nothing"), as_of=DAY)
    assert built.blocks == (Paragraph("None."),)


def test_part_is_about_what_the_report_is_about_or_what_is_named(house):
    house.write("{{ report('participant-agenda') }}", needs='["workshop"]')
    house.write("{{ report('participant-agenda', workshop=programme.workshops[1]) }}", "other")
    toolkit = wc.Toolkit(discover=False)
    programme = sample_programme()
    first, second = (workshop.id for workshop in programme.workshops[:2])

    agenda = toolkit.report(programme, "participant-agenda", workshop=first)
    assert house.build(workshop=first).blocks == agenda.blocks
    agenda = toolkit.report(programme, "participant-agenda", workshop=second)
    assert house.build("acme:other").blocks == agenda.blocks


def test_part_has_options_of_its_own(house):
    house.write("{{ report('certificates', options={'people': ['amara-diallo']}) }}", needs=NEEDS)
    assert len(house.build(as_of="2027-12-31").blocks) == 1


def test_what_facilitators_keep_never_comes_along(house):
    blocks = (
        Paragraph("for all"),
        Paragraph(SECRET, audience="facilitators"),
        Section("S", [Paragraph(SECRET, audience=("facilitators", "expert")), Paragraph("x")]),
        Table(
            [
                wc.contracts.report.Column("A"),
                wc.contracts.report.Column("B", audience="facilitators"),
            ],
            [["1", SECRET]],
        ),
    )
    house.write("{{ report('acme:simple', shared=true) }}", audience="sponsor")
    for audience in ("sponsor", "participants", "public"):
        built = built_with(house, Simple("acme:simple", audience, blocks))
        assert SECRET not in repr(built)
        assert "for all" in repr(built)


def test_container_cannot_widen_what_a_part_is_for(house):
    house.write("::: sponsor\n{{ report('acme:simple') }}\n:::", audience="sponsor")
    for_both = Paragraph("x", audience=("participants", "sponsor"))
    built = built_with(house, Simple("acme:simple", "sponsor", (for_both,)))
    assert built.blocks == (Paragraph("x", audience="sponsor"),)


AUDIENCES = ("facilitators", "participants", "expert", "sponsor", "public")


@pytest.mark.parametrize("host", AUDIENCES)
@pytest.mark.parametrize("guest", AUDIENCES)
def test_report_travels_to_readers_who_may_have_it(guest, host):
    refusal = why_not(Simple("a:g", guest), Simple("a:h", host), shared=False)
    shared = why_not(Simple("a:g", guest), Simple("a:h", host), shared=True)

    assert (refusal == "") == (host == "facilitators" or guest in (host, "public"))
    never = guest in ("facilitators", "expert") and host not in ("facilitators", guest)
    assert bool(shared) == never


@pytest.mark.parametrize("subject", ["person", "engagement"])
def test_paper_of_one_person_goes_into_papers_of_one_person_only(subject):
    guest = Simple("a:g", "participants", needs=frozenset({subject}))
    assert "is about one" in why_not(guest, Simple("a:h", "participants"), shared=True)
    host = Simple("a:h", "participants", needs=frozenset({subject}))
    assert why_not(guest, host, shared=False) == ""


def test_refusal_to_travel_says_what_to_do(house, fault):
    _, told = fault("{{ report('run-sheet', workshop='where-now', shared=true) }}")
    assert told == (
        "the report 'run-sheet' is for facilitators, and this one for participants:"
        " it cannot be put in here"
    )
    _, told = fault("{{ report('overview') }}", audience="sponsor")
    assert told.endswith("add shared=true if they may have it")


def test_report_cannot_be_put_into_itself(house, fault):
    _, told = fault("{{ report('acme:note') }}")
    assert told == "a report cannot be put into itself: 'acme:note' in 'acme:note'"

    house.write("{{ report('acme:note') }}", "other")
    house.write("{{ report('acme:other') }}")
    with pytest.raises(TemplateError) as caught:
        house.build()
    [one] = caught.value.faults
    assert one.file == str(house.folder / "other.md.jinja")
    assert one.message.endswith("itself: 'acme:note' in 'acme:other' in 'acme:note'")


def test_fault_in_a_report_within_is_told_of_that_report(house):
    house.write("\n\n{{ programme.titel }}", "inner")
    house.write("{{ report('acme:inner', missing='') }}")
    with pytest.raises(TemplateError) as caught:
        house.build()
    [fault] = caught.value.faults
    assert (fault.file, fault.line) == (str(house.folder / "inner.md.jinja"), 8)


def test_failure_of_a_plugins_report_is_the_plugins(house):
    class Broken(Simple):
        def build(self, programme, request):
            raise ZeroDivisionError

    house.write("{{ report('acme:simple', missing='') }}")
    with pytest.raises(PluginCallError, match="acme:simple"):
        built_with(house, Broken("acme:simple", "public"))


def test_last_touches_of_plugins_reach_parts(house):
    class Touches:
        @hookimpl
        def workshopcore_finish_report(self, report):
            if report.key == "overview":
                return attrs.evolve(report, blocks=[Paragraph("touched")])
            return None

    house.write("{{ report('overview') }}")
    toolkit = wc.Toolkit(discover=False, plugins=[Touches()], report_folders=[house.folder])
    assert toolkit.report(sample_programme(), "acme:note").blocks == (Paragraph("touched"),)


@pytest.mark.parametrize(
    "body",
    [
        "See {{ report('overview') }}",
        "**{{ report('overview') }}**",
        "# {{ report('overview') }}",
        "- {{ report('overview') }}",
        "::: note {{ report('overview') }}\nx\n:::",
    ],
)
def test_part_amid_words_is_refused(fault, body):
    line, told = fault(body)
    assert line == 1
    assert "stand on a line of their own" in told or "words only" in told


def test_parts_may_stand_side_by_side_and_next_to_words(house):
    assert house.built("Before\n{{ field('a') }} {{ field('b') }}\nAfter") == (
        Paragraph("Before"),
        FormField("a"),
        FormField("b"),
        Paragraph("After"),
    )


def test_fields_are_of_every_kind(house):
    assert house.built(
        "{{ field('Grid', 'matrix', rows=['x'], options=['1', '2'], hint='h') }}\n\n"
        "{{ field('Long', 'text', lines=7) }}"
    ) == (
        FormField("Grid", "matrix", rows=["x"], options=["1", "2"], hint="h"),
        FormField("Long", "text", lines=7),
    )


def test_voices_go_as_far_as_their_consent(house):
    seen = {}
    for audience in ("public", "sponsor", "facilitators"):
        house.write("{{ voices() }}\n\nx", audience=audience, needs=NEEDS)
        blocks = house.build(as_of="2027-12-31").blocks
        seen[audience] = {each.text for each in blocks if isinstance(each, QuoteBlock)}
        assert SECRET not in repr(blocks)
    assert seen["public"] <= seen["sponsor"] <= seen["facilitators"]
    assert seen["facilitators"]


def test_report_is_left_out_for_a_reason(house):
    house.write("{% if not programme.actions %}{{ skip('nothing was agreed') }}{% endif %}\nx")
    house.build()
    with pytest.raises(ReportError, match="is left out: nothing was agreed") as caught:
        house.build(programme=Programme(title="None", people=[Person("Amina")]))
    assert not isinstance(caught.value, TemplateError)


def test_parts_have_a_bound(fault):
    _, told = fault("{% for x in range(5000) %}{{ field('x') }}{% endfor %}")
    assert told == "a report has at most 4,096 parts of other reports"
