"""How long the property tests look: `HYPOTHESIS_PROFILE` names the profile."""

import os

from hypothesis import HealthCheck, settings

# No deadline: the time a machine takes is never an assertion.
settings.register_profile("fast", max_examples=50, deadline=None)
# The same examples on every run, so that a red build can be repeated.
settings.register_profile("ci", max_examples=20, deadline=None, derandomize=True)
# A second time, on other versions of libraries: the laws were looked at in full the first time.
settings.register_profile("again", max_examples=5, deadline=None, derandomize=True)
settings.register_profile(
    "deep",
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "fast"))
