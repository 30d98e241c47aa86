"""What is kept for some: the list is about fields that there are."""

import importlib
from typing import get_args

import attrs
import pytest

from workshopcore.contracts.report import Audience
from workshopcore.model.people import Person
from workshopcore.model.workshop import Attendance
from workshopcore.reports.templates.keeping import readers, why_kept, writing_for

HOMES = ("contracts.evaluation", "model.agenda", "model.evaluation", "model.expert")
HOMES += ("model.people", "model.workshop")


@pytest.mark.parametrize("name", sorted(readers()))
def test_everything_on_the_list_is_a_field(name):
    modules = [importlib.import_module(f"workshopcore.{home}") for home in HOMES]
    [kind] = {getattr(module, name) for module in modules if hasattr(module, name)}

    fields = {field.name for field in attrs.fields(kind)}
    for field, audiences in readers()[name].items():
        assert field in fields
        assert set(audiences) <= set(get_args(Audience))


def test_outside_of_reports_nothing_is_kept():
    assert why_kept(Person("Amina"), "band") == ""


def test_readers_are_those_of_the_innermost_report():
    with writing_for("facilitators"):
        assert why_kept(Attendance("amina"), "note") == ""
        with writing_for("public"):
            assert why_kept(Attendance("amina"), "note")
        assert why_kept(Attendance("amina"), "note") == ""
