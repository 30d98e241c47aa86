"""Settings for property tests that plugins' tests inherit."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

__all__ = ["inherited"]

inherited = settings(
    # The fixture returns the same thing every time, and one test serves many classes.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    deadline=None,
)
