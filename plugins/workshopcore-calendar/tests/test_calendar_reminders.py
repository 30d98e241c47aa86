"""The tasks that a letter encloses."""

from email import message_from_bytes, policy

import vobject

import workshopcore as wc
import workshopcore_calendar

SENDER = "Miriam Oduya <miriam@example.com>"


def test_letter_encloses_the_tasks_of_its_reader_and_nobody_elses(year):
    other = wc.Action("Somebody else's", "jo", id="other", agreed="2027-01-20")
    toolkit = wc.Toolkit(discover=False, plugins=[workshopcore_calendar])
    (letter,) = toolkit.reminders(year.with_action(other), "2027-06-30", people=["amina"])
    arrived = message_from_bytes(bytes(letter.message(SENDER)), policy=policy.default)
    (tasks,) = arrived.iter_attachments()
    assert (tasks.get_filename(), tasks.get_content_type()) == ("actions.ics", "text/calendar")
    (calendar,) = vobject.readComponents(tasks.get_payload(decode=True).decode())
    uids = {task.uid.value for task in calendar.vtodo_list}
    mine = ("proposed", "agreed", "in-progress", "blocked", "reopened")
    assert uids == {f"{action}@year.workshopcore" for action in mine}
