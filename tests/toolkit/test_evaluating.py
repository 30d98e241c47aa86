"""What may be shown of answers reaches every report, and the ledger learns whose it was."""

from types import SimpleNamespace

import attrs
import pytest

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Paragraph, Report
from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.evaluation import evaluate, read_answers
from workshopcore.evaluation.answers import AnswerMapping
from workshopcore.evaluation.disclosure import Rule
from workshopcore.model.evaluation import Instrument, Question, Wave
from workshopcore.model.programme import Programme
from workshopcore.toolkit import Toolkit

DAY = "2027-12-01"
KEY = b"sixteen bytes ok"
FORM = Instrument(
    "Pulse",
    [Question("We trust one another", "scale", id="trust", labels=("No", "Some", "Yes"))],
    id="pulse",
)
YEAR = Programme(
    title="A year",
    instruments=[FORM],
    waves=[Wave("Before", "baseline", id="baseline", instrument="pulse")],
)


def answers(codes="abcdefghi"):
    rows = [[code, str(1 + at % 3)] for at, code in enumerate(codes)]
    return read_answers([["code", "trust"], *rows], FORM, AnswerMapping(token="code"))


def said(programme, request):
    """Say what the evaluation shows of the baseline."""
    return [
        Paragraph(f"{answer.label} {answer.text}")
        for wave in request.evaluation.waves
        for item in wave.items
        for answer in item.answers
    ]


def title(programme, request):
    return [Paragraph(programme.title)]


def demanding(programme, request):
    found = said(programme, request)
    if not found:
        raise ReportError("there are no answers yet")
    return found


def notes(programme, request):
    return [Paragraph(note) for note in request.evaluation.notes]


@pytest.fixture
def publish(make_plugin, tmp_path):
    def publish(*builders, **details):
        kinds = [report(builder) for builder in builders]
        toolkit = Toolkit(discover=False, plugins=[make_plugin(reports=lambda: kinds)])
        return toolkit.publish(
            YEAR,
            tmp_path / "out",
            as_of=DAY,
            reports=[kind.key for kind in kinds],
            renderers=["text"],
            **details,
        )

    return publish


def report(builder):
    key = f"acme:{builder.__name__.replace('_', '-')}"
    return SimpleNamespace(
        key=key,
        title="Note",
        audience="sponsor",
        needs=frozenset(),
        build=lambda programme, request: Report(
            key, "A note", "sponsor", blocks=builder(programme, request)
        ),
    )


def test_answers_reach_a_report_protected(publish, tmp_path):
    publish(said, answers={"baseline": answers()}, key=KEY)

    [paper] = (tmp_path / "out" / "sponsor" / "5-other").iterdir()
    assert "No 3" in paper.read_text()


def test_evaluation_is_taken_as_it_is(publish, tmp_path):
    shown = evaluate(YEAR, {"baseline": answers()}, DAY, key=KEY)

    [release] = publish(said, answers=shown).releases

    assert release.bases == shown.bases


def test_only_reports_that_show_figures_say_whose(publish):
    shown = evaluate(YEAR, {"baseline": answers()}, DAY, key=KEY)

    found = publish(said, title, demanding, answers=shown)

    assert {each.report: each.bases for each in found.releases} == {
        "acme:said": shown.bases,
        "acme:title": (),
        "acme:demanding": shown.bases,
    }


TWICE = attrs.evolve(
    YEAR, waves=[*YEAR.waves, Wave("After", "close", id="close", instrument="pulse")]
)
BACK = Instrument(
    "Pulse",
    [*FORM.questions, Question("I can chair", "retrospective", id="chair", labels=("No", "Yes"))],
    id="pulse",
)


def both(form=FORM):
    """Return what may be shown of two waves of the same nine people."""
    headings = ["code", "trust", "chair/then", "chair/now"][: 2 if form is FORM else 4]

    def read(shift):
        rows = [
            [code, str(1 + (at + shift) % 3), str(1 + at % 2), str(1 + (at + shift) % 2)]
            for at, code in enumerate("abcdefghi")
        ]
        by_code = AnswerMapping(token="code")
        return read_answers([headings, *(row[: len(headings)] for row in rows)], form, by_code)

    year = attrs.evolve(TWICE, instruments=[form])
    return evaluate(year, {"baseline": read(0), "close": read(1)}, DAY, key=KEY)


def responses(programme, request):
    return [Paragraph(f"{w.answered} of {w.invited}") for w in request.evaluation.waves]


def of_the_close(programme, request):
    shown = request.evaluation.wave("close").item("trust").answers
    return [Paragraph(f"{answer.label} {answer.text}") for answer in shown]


def compared(programme, request):
    changes = request.evaluation.changes
    return [
        Paragraph(line) for each in changes if not each.retrospective for line in each.sentences
    ]


def looking_back(programme, request):
    changes = request.evaluation.changes
    return [Paragraph(line) for each in changes if each.retrospective for line in each.sentences]


def either(programme, request):
    every = [item for wave in request.evaluation.waves for item in wave.items]
    return [Paragraph("Something is known" if any(i.answers for i in every) else "Nothing")]


def test_how_many_answered_is_no_figure_of_what(publish):
    [release] = publish(responses, answers=both()).releases

    assert release.bases == ()


def test_only_the_waves_that_are_shown_are_written_down(publish):
    [release] = publish(of_the_close, answers=both()).releases

    assert {base.wave for base in release.bases} == {"close"}


def test_change_is_written_down_with_both_its_waves(publish):
    [release] = publish(compared, answers=both()).releases

    assert {base.wave for base in release.bases} == {"baseline", "close", "baseline to close"}


def test_looking_back_is_written_down(publish):
    shown = both(BACK)

    [release] = publish(looking_back, answers=shown).releases

    assert "chair looking back" in {name for base in release.bases for name in base.questions}


def test_what_no_wave_shows_by_itself_is_written_down_whole(publish):
    shown = both()

    [release] = publish(either, answers=shown).releases

    assert release.bases == shown.bases


def test_figure_in_a_plugins_last_touch_counts_as_shown(make_plugin, tmp_path):
    shown = evaluate(YEAR, {"baseline": answers()}, DAY, key=KEY)
    given = []

    def build(programme, request):
        given.append(sum(len(item.answers) for w in request.evaluation.waves for item in w.items))
        return title(programme, request)

    def finish_report(report, programme):
        return attrs.evolve(report, blocks=[*report.blocks, Paragraph(f"{given[-1]} answers")])

    build.__name__ = "touched"
    acme = make_plugin(reports=lambda: [report(build)], finish_report=finish_report)
    toolkit = Toolkit(discover=False, plugins=[acme])

    [release] = toolkit.publish(
        YEAR, tmp_path, as_of=DAY, reports=["acme:touched"], answers=shown
    ).releases

    assert release.bases == shown.bases


def test_nothing_is_written_down_where_nothing_is_shown(publish):
    few = publish(said, answers={"baseline": answers("abc")}, key=KEY)
    none = publish(title)

    assert [each.bases for each in (*few.releases, *none.releases)] == [(), ()]


def test_publishing_again_shows_the_same_and_adds_nothing(publish):
    first = publish(said, answers={"baseline": answers()}, key=KEY)
    bases = [base for each in first.releases for base in each.bases]

    again = publish(said, answers={"baseline": answers()}, key=KEY, earlier=bases)

    assert (again.releases, again.changed) == (first.releases, ())


def test_what_would_give_one_away_is_left_out(publish, tmp_path):
    first = publish(said, answers={"baseline": answers()}, key=KEY)
    bases = [base for each in first.releases for base in each.bases]

    [release] = publish(
        said, answers={"baseline": answers("abcdefgh")}, key=KEY, earlier=bases
    ).releases

    assert release.bases == ()


def test_house_rule_is_kept(publish):
    [release] = publish(said, answers={"baseline": answers()}, rule=Rule(10)).releases

    assert release.bases == ()


def test_answers_of_an_unknown_wave_are_refused(publish):
    with pytest.raises(UnknownKeyError, match="bseline"):
        publish(said, answers={"bseline": answers()})


def test_report_by_itself_gets_the_evaluation(make_plugin):
    toolkit = Toolkit(discover=False, plugins=[make_plugin(reports=lambda: [report(said)])])
    shown = evaluate(YEAR, {"baseline": answers()}, DAY)

    found = toolkit.report(YEAR, "acme:said", evaluation=shown)

    assert found.blocks == (Paragraph("No 3"), Paragraph("Some 3"), Paragraph("Yes 3"))


def test_comments_alone_are_no_figures(publish):
    shown = Evaluation(evaluate(YEAR, {}, DAY).as_of, notes=["Fine"])

    [release] = publish(notes, answers=shown).releases

    assert release.bases == ()
