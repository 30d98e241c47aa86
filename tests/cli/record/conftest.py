"""A record that is still to be written."""

import pytest

import workshopcore as wc
from workshopcore.model.workshop import Workshop


@pytest.fixture
def on_record(programme):
    """Return the first workshop as its file says."""

    def on_record() -> Workshop:
        return wc.load(programme).workshop("where-now")

    return on_record


@pytest.fixture
def issue(programme):
    """Put an issue of the first workshop on record."""
    before = wc.load(programme)
    wc.save(
        before.with_parked_issue(wc.ParkedIssue("Saturday opening", origin="where-now")), programme
    )


@pytest.fixture
def confirmed(programme):
    """Let the first workshop be confirmed."""
    event = wc.Event("2026-12-01", "confirmed")
    wc.save(wc.load(programme).with_event(event, "workshop", "where-now"), programme)
