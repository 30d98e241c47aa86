"""The profile of the property tests when this distribution is tested alone."""

from hypothesis import settings

# No deadline: the time a machine takes is never an assertion.
settings.register_profile("plugin", deadline=None)
