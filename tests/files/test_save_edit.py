"""Saving into a file that a person keeps: comments, order and formatting stay."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.testing.strategies import programmes

EXAMPLE = Path(__file__).parents[2] / "docs/examples/adult-social-care/programme.toml"
KEPT = """\
# Our year. Please keep this comment.
schema = 1
title = "A year"   # the working title
id = "a-year"
k_min = 6

[[people]]  # the team
id = "amina"
name = 'Amina Yusuf'

[[people]]
# joined late
id = "ben"
name = "Ben Okafor"

# What we agreed
[[actions]]
statement = "Draft the vision"
owner = "amina"
id = "draft"
agreed = 2027-01-19
updates = [
    # the first news
    { on = 2027-02-01, status = "in-progress" },
]
"""


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "year.toml"
    path.write_text(KEPT, encoding="utf-8")
    return path


def lines_changed(path):
    after = path.read_text(encoding="utf-8").splitlines()
    before = KEPT.splitlines()
    return [line for line in before if line not in after], [x for x in after if x not in before]


def test_changed_value_keeps_its_line_and_its_comment(kept):
    wc.save(attrs.evolve(wc.load(kept), title="Our year"), kept)
    assert lines_changed(kept) == (
        ['title = "A year"   # the working title'],
        ['title = "Our year"   # the working title'],
    )


def test_news_of_an_action_is_added_and_nothing_else_touched(kept):
    programme = wc.load(kept).with_update("draft", wc.Update("2027-02-20", "done", note="Sent"))
    wc.save(programme, kept)
    removed, added = lines_changed(kept)
    assert removed == []
    assert len(added) == 1
    assert wc.load(kept) == programme


def test_added_person_stands_after_the_others(kept):
    before = wc.load(kept)
    programme = attrs.evolve(before, people=[*before.people, wc.Person("Carys Hughes")])
    wc.save(programme, kept)
    text = kept.read_text(encoding="utf-8")
    assert text.index("Ben Okafor") < text.index("Carys Hughes") < text.index("[[actions]]")
    assert lines_changed(kept)[0] == []


def test_removed_person_leaves_the_others_as_they_are(kept):
    before = wc.load(kept)
    wc.save(attrs.evolve(before, people=before.people[:1]), kept)
    text = kept.read_text(encoding="utf-8")
    assert "Ben Okafor" not in text
    assert "[[people]]  # the team" in text
    assert "# What we agreed" in text


def test_field_back_at_its_default_disappears(kept):
    wc.save(attrs.evolve(wc.load(kept), k_min=5), kept)
    assert lines_changed(kept) == (["k_min = 6"], [])


def test_first_of_a_new_kind_is_added(kept):
    programme = wc.load(kept).with_decision(wc.Decision("We go on", made="2027-02-01"))
    wc.save(programme, kept)
    assert lines_changed(kept)[0] == []
    assert wc.load(kept) == programme


def test_line_ends_of_another_system_stay(kept):
    kept.write_bytes(KEPT.replace("\n", "\r\n").encode())
    programme = attrs.evolve(wc.load(kept), title="Our year")
    wc.save(programme, kept)
    assert wc.load(kept) == programme
    assert kept.read_bytes().count(b"\r\n") >= KEPT.count("\n")


def test_older_file_is_written_anew_in_the_present_form(tmp_path):
    path = tmp_path / "old.toml"
    path.write_text('schema = 0\ntitle = "A year"\n[[participants]]\nname = "Jo"\n')
    programme = wc.load(path)
    wc.save(programme, path)
    assert path.read_text().startswith("schema = 1")
    assert wc.load(path) == programme


def test_the_example_keeps_every_comment_through_a_year_of_news(tmp_path):
    path = tmp_path / "programme.toml"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    programme = wc.load(path)
    for action in programme.actions:
        last = max([entry.on for entry in action.history()], default=action.born)
        programme = programme.with_update(action.id, wc.Update(last, note="Looked at again"))
    programme = programme.with_attendance(
        "where-now", wc.Attendance("delroy-fenwick", "part", arrived="2027-01-19T10:00")
    )
    wc.save(programme, path)
    after = path.read_text(encoding="utf-8")
    assert wc.load(path) == programme
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert comments
    assert [line for line in comments if line not in after.splitlines()] == []


EDITS = {
    "title": lambda p: attrs.evolve(p, title=p.title + " again"),
    "drop a workshop's outputs": lambda p: attrs.evolve(
        p, workshops=[attrs.evolve(w, outputs=()) for w in p.workshops]
    ),
    "reverse the people": lambda p: attrs.evolve(p, people=p.people[::-1]),
    "drop the last quote": lambda p: attrs.evolve(p, quotes=p.quotes[:-1]),
    "drop the first gain's theme": lambda p: attrs.evolve(
        p, gains=[attrs.evolve(g, theme="") for g in p.gains]
    ),
    "details": lambda p: attrs.evolve(p, details={"crm": {"id": 7, "tags": ["a", 'b"]']}}),
    "longer breaks": lambda p: attrs.evolve(
        p,
        workshops=[
            attrs.evolve(
                w,
                agenda=[
                    attrs.evolve(i, minutes=(10, 20, 30)) if isinstance(i, wc.Break) else i
                    for i in w.agenda
                ],
            )
            for w in p.workshops
        ],
    ),
    "another step": lambda p: attrs.evolve(p, next_steps=[*p.next_steps, "Meet\n\nagain"]),
    "decision": lambda p: p.with_decision(wc.Decision("We go on", made="2027-12-01")),
    "no obstacles": lambda p: attrs.evolve(p, obstacles=()),
}


@settings(max_examples=max(10, settings.default.max_examples // 4))
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=5))
def test_any_edits_of_the_example_are_read_back(tmp_path_factory, names):
    path = tmp_path_factory.mktemp("edits") / "programme.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    programme = wc.load(path)
    for name in names:
        programme = EDITS[name](programme)
        wc.save(programme, path)
        assert wc.load(path) == programme
    assert "# Arlenshire, its council and everybody" in path.read_text(encoding="utf-8")


@settings(max_examples=max(10, settings.default.max_examples // 4))
@given(programmes(), programmes())
def test_any_programme_can_take_the_place_of_any_other(tmp_path_factory, one, other):
    path = tmp_path_factory.mktemp("swap") / "programme.toml"
    wc.save(one, path)
    wc.save(other, path, overwrite=True)
    assert wc.load(path) == other
