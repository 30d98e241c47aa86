import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.errors import UnknownKeyError
from workshopcore.files.notes import missing

HELD = [wc.Event("2026-12-01", "confirmed"), wc.Event("2027-01-19", "delivered")]
EVERYBODY = [
    wc.Attendance("amina-yusuf"),
    wc.Attendance("siobhan-mulcrone", "apology"),
    wc.Attendance("mei-chen", "no-show"),
    wc.Attendance("mei-tanaka", "part", left="2027-01-19T12:00"),
]


@pytest.fixture
def whole(harbour):
    """Return the day with a record in which nothing is missing, but for what is given."""

    def whole(**fields):
        fields = {
            "events": HELD,
            "attendance": EVERYBODY,
            "captures": [wc.Capture("gaps", "A map")],
            **fields,
        }
        issue = harbour().parked_issues[0]
        settled = evolve(issue, events=[wc.Event("2027-01-19", "triaged")])
        decided = wc.Decision("One door", origin="first/most")
        return evolve(harbour(**fields), parked_issues=[settled], decisions=[decided])

    return whole


def told(programme, folder, name="first"):
    return [(each.kind, each.about) for each in missing(programme, name, folder)]


def test_nothing_is_missing_from_a_whole_record(whole, tmp_path):
    assert told(whole(), tmp_path) == []


def test_everything_is_missing_from_an_empty_record(harbour, tmp_path):
    assert told(harbour(), tmp_path) == [
        ("state", "first"),
        ("attendance", "amina-yusuf"),
        ("attendance", "siobhan-mulcrone"),
        ("attendance", "mei-chen"),
        ("attendance", "mei-tanaka"),
        ("output", "gaps"),
        ("decision", "first"),
        ("issue", "saturday"),
    ]


@pytest.mark.parametrize(
    ("events", "cure"),
    [
        ([], "--state confirmed --state delivered"),
        (HELD[:1], "--state delivered"),
    ],
)
def test_state_of_a_workshop_that_has_not_taken_place_is_missing(whole, tmp_path, events, cure):
    (found,) = missing(whole(events=events), "first", tmp_path)
    assert (found.kind, found.cure) == ("state", cure)


@pytest.mark.parametrize("status", ["invited", "accepted", "declined"])
def test_attendance_that_was_only_announced_is_missing(whole, tmp_path, status):
    entries = [wc.Attendance("amina-yusuf", status), *EVERYBODY[1:]]
    (found,) = missing(whole(attendance=entries), "first", tmp_path)
    assert found.message == "nothing is on record of Amina Yusuf"


def test_times_of_a_part_are_missing(whole, tmp_path):
    entries = [wc.Attendance("amina-yusuf", "part"), *EVERYBODY[1:]]
    (found,) = missing(whole(attendance=entries), "first", tmp_path)
    assert found.cure == "--part amina-yusuf=13:00-16:30"


@pytest.mark.parametrize(
    "fields",
    [
        {"captures": [wc.Capture("gaps", "A map")]},
        {"captures": [], "actuals": [wc.Actual("gaps", fate="cut")]},
    ],
)
def test_output_of_a_session_that_has_some_or_was_cut_is_not_missing(whole, tmp_path, fields):
    assert told(whole(**fields), tmp_path) == []


def test_output_may_be_an_action_or_an_issue_of_the_session(whole, tmp_path):
    bare = whole(captures=[])
    acted = evolve(bare.actions[0], origin="first/gaps")
    parked = evolve(bare.parked_issues[0], origin="first/gaps")
    assert told(bare, tmp_path) == [("output", "gaps")]
    assert told(evolve(bare, actions=[acted]), tmp_path) == []
    assert told(evolve(bare, parked_issues=[parked]), tmp_path) == []


def test_output_is_asked_of_every_session_where_none_names_any(harbour, tmp_path):
    agenda = [
        wc.Session("check-in", minutes=15),
        wc.Session("action-review", minutes=15),
        *(wc.Session(title=title, minutes=30, outputs=[" "]) for title in ("Hopes", "Fears")),
        wc.Session(title="Farewell", minutes=15, frame="closing"),
    ]
    workshop = evolve(harbour().workshop("first"), agenda=agenda)
    programme = evolve(harbour(), workshops=[workshop], parked_issues=[])

    def outputs(found):
        return [about for kind, about in told(found, tmp_path) if kind == "output"]

    assert outputs(programme) == ["action-review", "hopes", "fears"]
    review = wc.Review("first", "2027-01-19", carried=True)
    assert outputs(programme.with_review("call", review)) == ["hopes", "fears"]


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        ("two-rooms", []),
        ("north", ["reviews"]),
        ("duty", ["reviews"]),
        ("gaps", ["duty", "reviews"]),
    ],
)
def test_output_of_a_track_speaks_for_its_sessions(harbour, tmp_path, session, expected):
    workshop = harbour().workshop("first")
    agenda = [evolve(workshop.agenda[1], outputs=[]), *workshop.agenda[3:]]
    said = [wc.Capture(session, "Said"), wc.Capture("most", "Said"), wc.Capture("gaps", "Said")]
    changed = evolve(workshop, agenda=agenda, captures=said)
    programme = evolve(harbour(), workshops=[changed], parked_issues=[])
    outputs = [about for kind, about in told(programme, tmp_path) if kind == "output"]
    assert outputs == expected


def test_decision_is_missing_only_where_some_were_to_be_taken(harbour, whole, tmp_path):
    none = evolve(whole(), decisions=[wc.Decision("Elsewhere", origin="away")])
    assert told(none, tmp_path) == [("decision", "first")]
    workshop = evolve(none.workshop("first"), decides=False)
    easy = evolve(none, workshops=[workshop, none.workshop("away")])
    assert told(easy, tmp_path) == []


def test_issue_of_another_workshop_is_not_missing_here(harbour, tmp_path):
    found = missing(harbour(), "away", tmp_path)
    assert "issue" not in {each.kind for each in found}


HASH = "a16a82b32bcdaf33fdc4a2ee0d9dd4f1dd8f8c1be9e3d8aa5ad3d2e2f5d4e6c7"


def attached(whole, *attachments):
    return whole(attachments=attachments)


def test_file_that_is_there_and_the_same_is_not_missing(whole, tmp_path):
    # The hash of three letters that the standard for SHA-256 gives as its example.
    (tmp_path / "wall.txt").write_bytes(b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    file = wc.Attachment("wall.txt", sha256=digest, caption="A wall")
    assert told(attached(whole, file), tmp_path) == []


@pytest.mark.parametrize(
    ("attachment", "message"),
    [
        (wc.Attachment("wall.txt", sha256=HASH, caption="A"), "its hash is another"),
        (wc.Attachment("wall.txt", caption="A"), "has no hash"),
        (wc.Attachment("none.txt", sha256=HASH, caption="A"), "No such file"),
        (wc.Attachment("https://example.org/a.jpg"), "has no caption"),
        (wc.Attachment(".", sha256=HASH, caption="A"), "cannot be read"),
    ],
)
def test_file_that_cannot_be_vouched_for_is_missing(whole, tmp_path, attachment, message):
    (tmp_path / "wall.txt").write_bytes(b"abc")
    (found,) = missing(attached(whole, attachment), "first", tmp_path)
    assert (found.kind, found.about) == ("file", attachment.path)
    assert message in found.message


def test_record_of_no_workshop_is_refused(harbour, tmp_path):
    with pytest.raises(UnknownKeyError, match="Did you mean 'first'"):
        missing(harbour(), "frist", tmp_path)
