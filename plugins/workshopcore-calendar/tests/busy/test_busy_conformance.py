"""The kit that every importer of busy time passes."""

import pytest

import workshopcore as wc
import workshopcore_calendar
from workshopcore.testing import BusyTimeConformance
from workshopcore_calendar import DayListImporter, DiaryImporter, PollImporter


class TestDiaryImporter(BusyTimeConformance):
    @pytest.fixture
    def importer(self):
        return DiaryImporter()

    def sample(self):
        return b"""BEGIN:VCALENDAR\r
X-WR-CALNAME:Noor Haddad\r
BEGIN:VTIMEZONE\r
TZID:Harrowmere\r
X-NOTE:SECRET\r
BEGIN:STANDARD\r
DTSTART:16010101T000000\r
TZOFFSETFROM:+0000\r
TZOFFSETTO:+0000\r
TZNAME:SECRET\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:secret-1@example.org\r
SUMMARY:Secret: surgery\r
DESCRIPTION;ALTREP="http://example.org/secret":Nobody is to\r
  know the secret\r
LOCATION:Secret street 3\r
ORGANIZER;CN=Dr Secret:mailto:secret@example.org\r
ATTENDEE;CN="Secret: Noor";PARTSTAT=ACCEPTED:mailto:noor.haddad@example.org\r
CATEGORIES:SECRET\r
DTSTART;TZID=Harrowmere:20270119T093000\r
DURATION:PT1H\r
RRULE:FREQ=WEEKLY;COUNT=3;X-SECRET=1\r
EXDATE;X-SECRET=secret:20270126T093000Z\r
BEGIN:VALARM\r
DESCRIPTION:Secret\r
END:VALARM\r
END:VEVENT\r
BEGIN:VFREEBUSY\r
COMMENT:secret\r
FREEBUSY;X-SECRET=secret:20270201T090000Z/PT1H\r
END:VFREEBUSY\r
BEGIN:X-SECRET\r
END:X-SECRET\r
END:VCALENDAR\r
"""


class TestPollImporter(BusyTimeConformance):
    @pytest.fixture
    def importer(self):
        return PollImporter()

    def sample(self):
        return b"Name,19/1/2027,20 January 2027,2027-01-21\nNoor Haddad,yes,(yes),no\n"


class TestDayListImporter(BusyTimeConformance):
    @pytest.fixture
    def importer(self):
        return DayListImporter()

    def sample(self):
        return b"""# Secret
Noor Haddad:
2027-01-19, secret surgery
15 to 19 February 2027 (secret)
3/3/2027; Noor Haddad; secret
"""


def test_toolkit_finds_them_by_their_keys():
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_calendar])
    matters = {key: toolkit.importers[key].matter for key in toolkit.importers}
    assert matters["calendar:diary"] == "busy-time"
    assert matters["calendar:poll"] == "busy-time"
    assert matters["calendar:days"] == "busy-time"
    assert toolkit.failures == ()


def test_no_two_of_them_read_files_of_one_ending():
    importers = (DiaryImporter(), PollImporter(), DayListImporter())
    endings = [ending for importer in importers for ending in importer.suffixes]
    assert len(endings) == len(set(endings))
