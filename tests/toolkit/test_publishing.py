"""Publishing: every document, in a folder for its audience, and nothing silently left out."""

import hashlib
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given

from workshopcore.contracts.publication import Skipped
from workshopcore.contracts.report import Paragraph, Report
from workshopcore.errors import (
    AsOfRequiredError,
    InvalidValueError,
    RenderError,
    ReportError,
    UnknownKeyError,
)
from workshopcore.model.programme import Programme
from workshopcore.testing import sample_programme
from workshopcore.testing.strategies import programmes
from workshopcore.toolkit import Toolkit
from workshopcore.toolkit.memory import NAME

DAY = "2027-06-30"


def renderer(key="acme:raw", suffix=".raw", render=lambda report, style: report.title.encode()):
    return SimpleNamespace(
        key=key, title=key, suffix=suffix, media_type="text/plain", render=render
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }


@pytest.fixture
def press(make_plugin, tmp_path):
    """Return a function that publishes reports of ours with a renderer of ours."""

    def publish(*kinds, programme=None, folder=None, renderers=None, **details):
        own = renderers or [renderer()]
        acme = make_plugin(reports=lambda: kinds, renderers=lambda: own, **details.pop("hooks", {}))
        toolkit = Toolkit(discover=False, plugins=[acme])
        publication = toolkit.publish(
            programme or sample_programme(),
            folder or tmp_path / "out",
            as_of=DAY,
            reports=[kind.key for kind in kinds],
            renderers=[each.key for each in own],
            **details,
        )
        return toolkit, publication

    return publish


def names(publication) -> list[str]:
    return [path.relative_to(publication.folder).as_posix() for path in publication.paths]


def test_folder_is_made_for_each_audience_and_stage(press, make_report_type):
    _, publication = press(
        make_report_type("acme:one", "participants"), make_report_type("acme:two", "sponsor")
    )
    assert names(publication) == [
        "index.raw",
        "participants/5-other/acme-one.raw",
        "sponsor/5-other/acme-two.raw",
    ]
    assert set(files(publication.folder)) == set(names(publication))


def test_report_is_built_for_everything_it_can_be_about(press, make_report_type):
    _, publication = press(make_report_type("acme:day", needs=["workshop"]))
    assert names(publication)[1:] == [
        "participants/2-workshops/acme-day-where-now.raw",
        "participants/2-workshops/acme-day-what-good-is.raw",
        "participants/2-workshops/acme-day-one-desk.raw",
        "participants/2-workshops/acme-day-looking-back.raw",
    ]


def test_paper_for_one_person_has_a_folder_of_its_own(press, make_report_type):
    _, publication = press(
        make_report_type("acme:brief", "expert", needs=["engagement"]),
        make_report_type("acme:mine", needs=["person"]),
    )
    assert names(publication)[1:3] == [
        "expert/law/acme-brief.raw",
        "participants/amara-diallo/acme-mine.raw",
    ]
    assert len(names(publication)) == 2 + len(sample_programme().people)


def test_documents_of_one_workshop_are_those_about_it(press, make_report_type):
    _, publication = press(
        make_report_type("acme:all"),
        make_report_type("acme:day", needs=["workshop"]),
        make_report_type("acme:brief", "expert", needs=["engagement"]),
        workshop="what-good-is",
    )
    assert names(publication)[1:] == [
        "participants/2-workshops/acme-day-what-good-is.raw",
        "expert/law/acme-brief.raw",
    ]


def test_form_of_what_is_asked_after_a_workshop_is_about_it(press, make_report_type):
    form = make_report_type("acme:form", needs=["wave"])
    _, everything = press(form)
    assert names(everything)[1:] == [
        "participants/2-workshops/acme-form-after-the-first-workshop.raw",
        "participants/5-other/acme-form-three-months-later.raw",
    ]
    _, of_one = press(form, workshop="where-now")
    assert names(of_one)[1:] == ["participants/2-workshops/acme-form-after-the-first-workshop.raw"]


def test_workshop_that_does_not_exist_is_refused(press, make_report_type):
    with pytest.raises(UnknownKeyError, match="no workshop 'what-good'"):
        press(make_report_type(), workshop="what-good")


def test_name_that_a_report_chose_is_kept(press, make_report_type):
    _, publication = press(make_report_type("acme:one", name="Poster-2027"))
    assert names(publication)[1:] == ["participants/5-other/Poster-2027.raw"]


def test_names_that_meet_get_numbers(press, make_report_type):
    _, publication = press(
        make_report_type("acme:one", name="poster"),
        make_report_type("acme:two", name="Poster"),
        make_report_type("acme:three", name="../poster"),
    )
    assert names(publication)[1:] == [
        "participants/5-other/poster.raw",
        "participants/5-other/Poster-2.raw",
        "participants/5-other/poster-3.raw",
    ]


def test_renderers_with_one_ending_do_not_overwrite_each_other(press, make_report_type):
    _, publication = press(
        make_report_type("acme:one"),
        renderers=[renderer("acme:raw"), renderer("acme:cooked", ".RAW")],
    )
    assert names(publication) == [
        "index.raw",
        "participants/5-other/acme-one.raw",
        "participants/5-other/acme-one-acme-cooked.RAW",
    ]


def test_name_made_of_a_renderer_meets_no_other(press, make_report_type):
    _, publication = press(
        make_report_type("acme:one"),
        make_report_type("acme:one-acme-cooked"),
        renderers=[renderer("acme:raw"), renderer("acme:cooked", ".RAW")],
    )
    assert names(publication)[1:] == [
        "participants/5-other/acme-one.raw",
        "participants/5-other/acme-one-acme-cooked.RAW",
        "participants/5-other/acme-one-acme-cooked-2.raw",
        "participants/5-other/acme-one-acme-cooked-2-acme-cooked.RAW",
    ]


def test_report_that_cannot_be_made_is_told_with_its_reason(press, make_report_type):
    def refuse(programme, request):
        raise ReportError("nothing to say yet")

    _, publication = press(make_report_type(build=refuse), make_report_type("acme:other"))
    assert publication.skipped == (Skipped("acme:note", (), "nothing to say yet", False),)
    assert names(publication)[1:] == ["participants/5-other/acme-other.raw"]


def test_report_about_something_that_is_not_there_is_told(press, make_report_type):
    _, publication = press(
        make_report_type(needs=["workshop"]), programme=Programme(title="A year")
    )
    assert publication.skipped == (
        Skipped("acme:note", (), "the programme has no workshop yet", False),
    )


def test_report_that_fails_is_told_as_failed_and_stops_no_other(press, make_report_type):
    toolkit, publication = press(
        make_report_type(build=lambda *_: 1 / 0), make_report_type("acme:other")
    )
    [skipped] = publication.skipped
    assert (skipped.report, skipped.failed) == ("acme:note", True)
    assert "ZeroDivisionError" in skipped.reason
    assert len(toolkit.failures) == 1
    assert names(publication)[1:] == ["participants/5-other/acme-other.raw"]


def test_renderer_that_fails_on_one_document_is_told(press, make_report_type):
    def render(report, style):
        if report.key == "acme:note":
            raise RenderError("too wide")
        return b"fine"

    _, publication = press(
        make_report_type(), make_report_type("acme:other"), renderers=[renderer(render=render)]
    )
    assert publication.skipped == (Skipped("acme:note", (), "too wide", True),)
    assert names(publication) == ["index.raw", "participants/5-other/acme-other.raw"]
    assert [release.report for release in publication.releases] == ["acme:other"]


def test_renderer_that_always_fails_leaves_no_index_and_says_so(press, make_report_type):
    _, publication = press(
        make_report_type(), renderers=[renderer(render=lambda report, style: 1 / 0)]
    )
    assert publication.paths == ()
    assert [skipped.report for skipped in publication.skipped] == ["acme:note", "index"]


def test_files_that_say_the_same_are_left_untouched(press, make_report_type):
    _, first = press(make_report_type("acme:one"), make_report_type("acme:two"))
    assert first.changed == first.paths
    before = {path: path.stat().st_mtime_ns for path in first.paths}
    _, second = press(make_report_type("acme:one"), make_report_type("acme:two"))
    assert second.changed == ()
    assert second.paths == first.paths
    assert {path: path.stat().st_mtime_ns for path in second.paths} == before


def test_file_that_says_something_new_is_rewritten(press, make_report_type):
    press(make_report_type("acme:one"))
    _, publication = press(
        make_report_type("acme:one"), renderers=[renderer(render=lambda report, style: b"new")]
    )
    assert len(publication.changed) == 2


def test_files_of_others_are_never_removed(press, make_report_type, tmp_path):
    mine = tmp_path / "out" / "participants" / "5-other" / "notes.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    press(make_report_type())
    assert mine.read_text() == "mine"


def test_publishing_again_gives_the_same_bytes(tmp_path):
    toolkit = Toolkit(discover=False)
    for name in ("one", "two"):
        toolkit.publish(sample_programme(), tmp_path / name, as_of=DAY)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_release_is_what_a_document_said(press, make_report_type):
    _, publication = press(make_report_type("acme:day", needs=["as_of", "workshop"]))
    release = publication.releases[0]
    assert (release.report, release.name, release.audience) == (
        "acme:day",
        "acme-day-where-now",
        "participants",
    )
    assert len(release.sha256) == 64
    # The same words about four workshops: one hash, four releases.
    assert len({each.sha256 for each in publication.releases}) == 1
    assert len(publication.releases) == 4


def test_release_is_counted_once_for_all_renderers(press, make_report_type):
    _, publication = press(
        make_report_type(), renderers=[renderer("acme:raw"), renderer("acme:wide", ".wide")]
    )
    assert len(publication.releases) == 1
    assert len(publication.paths) == 3


def test_index_lists_every_document_with_links_by_audience(tmp_path):
    from justhtml import JustHTML

    publication = Toolkit(discover=False).publish(sample_programme(), tmp_path, as_of=DAY)
    page = JustHTML(publication.paths[0].read_bytes())
    links = [node.attrs["href"] for node in page.query("a")]
    local = [link for link in links if link.startswith("./")]
    assert sorted(local) == sorted(f"./{name}" for name in names(publication)[1:])
    assert all((tmp_path / link).is_file() for link in local)
    assert {one.report for one in publication.skipped} >= {"workshop-record"}
    assert b"Workshop record: nothing to say on this day for " in publication.paths[0].read_bytes()


def test_progress_is_told_before_each_document_and_at_the_end(press, make_report_type):
    seen = []
    press(
        make_report_type("acme:day", needs=["workshop"]),
        progress=lambda done, total, name: seen.append((done, total, name)),
    )
    assert seen == [
        (0, 4, "acme:day where-now"),
        (1, 4, "acme:day what-good-is"),
        (2, 4, "acme:day one-desk"),
        (3, 4, "acme:day looking-back"),
        (4, 4, "index"),
    ]


def test_plugins_hear_of_it_when_everything_is_in_place(press, make_report_type):
    heard = []

    def published(publication, programme):
        heard.append((len(publication.paths), all(p.is_file() for p in publication.paths)))
        heard.append(programme.title)

    press(make_report_type(), hooks={"published": published})
    assert heard == [(2, True), sample_programme().title]


def test_plugin_that_fails_to_take_note_is_named_and_the_publication_stands(
    press, make_report_type
):
    toolkit, publication = press(make_report_type(), hooks={"published": lambda publication: 1 / 0})
    assert len(publication.paths) == 2
    assert [failure.hook for failure in toolkit.failures] == ["workshopcore_published"]


def test_day_is_needed(tmp_path):
    toolkit = Toolkit(discover=False)
    with pytest.raises(AsOfRequiredError, match="publishing depends on the day"):
        toolkit.publish(sample_programme(), tmp_path, as_of=None)
    with pytest.raises(TypeError):
        toolkit.publish(sample_programme(), tmp_path)


def test_day_reaches_the_reports(press, make_report_type):
    seen = []

    def build(programme, request):
        seen.append(request.as_of)
        return Report("acme:note", "X", "participants", [Paragraph("x")])

    press(make_report_type(build=build))
    assert seen == [date(2027, 6, 30)]


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ({"reports": ["overvue"]}, "no report type 'overvue'. Did you mean 'overview'"),
        ({"renderers": ["htm"]}, "no renderer 'htm'. Did you mean 'html'"),
        ({"style": "plane"}, "no style 'plane'. Did you mean 'plain'"),
    ],
)
def test_name_that_does_not_exist_is_refused_before_anything_is_written(tmp_path, details, said):
    import re

    with pytest.raises(UnknownKeyError, match=re.escape(said)):
        Toolkit(discover=False).publish(sample_programme(), tmp_path / "out", as_of=DAY, **details)
    assert not (tmp_path / "out").exists()


def test_renderer_is_needed(tmp_path):
    with pytest.raises(InvalidValueError, match="one renderer or more"):
        Toolkit(discover=False).publish(sample_programme(), tmp_path, as_of=DAY, renderers=[])


def test_one_key_will_do_for_a_list(tmp_path):
    publication = Toolkit(discover=False).publish(
        sample_programme(), str(tmp_path), as_of=DAY, reports="overview", renderers="html"
    )
    assert names(publication) == ["index.html", "participants/1-before/overview.html"]


def test_hash_is_of_the_words_and_not_of_the_day(press, make_report_type):
    def build(programme, request):
        return Report(
            "acme:note", "X", "participants", [Paragraph("x")], as_of=request.as_of, name="note"
        )

    _, publication = press(make_report_type(build=build))
    said = '["acme:note","X","","participants",[["Paragraph",[],"x",false]]]'
    assert publication.releases[0].sha256 == hashlib.sha256(said.encode()).hexdigest()


@given(programmes())
def test_any_programme_is_published_without_a_failure(tmp_path_factory, programme):
    folder = tmp_path_factory.mktemp("any")
    toolkit = Toolkit(discover=False)
    publication = toolkit.publish(programme, folder, as_of="2027-06-30")
    assert toolkit.failures == ()
    assert not any(skipped.failed for skipped in publication.skipped)
    assert {path.relative_to(folder).as_posix() for path in publication.paths} == set(files(folder))
