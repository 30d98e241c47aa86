"""What the tests of the rules share: programmes written in TOML, and a few session formats."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.contracts.checks import Check
from workshopcore.contracts.formats import SessionFormat
from workshopcore.files import loads
from workshopcore.formats import catalogue
from workshopcore.model.finding import Finding
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme


@pytest.fixture(scope="session")
def formats() -> Mapping[str, SessionFormat]:
    return {each.key: each for each in catalogue()}


@pytest.fixture(scope="session")
def read() -> Callable[[str], Programme]:
    """Return a programme written in TOML; a title is put before it if it has none."""
    return lambda text: loads(text if "title" in text[:8] else 'title = "A year"\n' + text)


@pytest.fixture(scope="session")
def find(
    read: Callable[[str], Programme], formats: Mapping[str, SessionFormat]
) -> Callable[..., tuple[Finding, ...]]:
    """Return what the checks find in a programme written in TOML."""

    def find(
        text: str,
        *codes: str,
        policy: Mapping[str, object] = Options(),
        checks: Iterable[Check] = (),
    ) -> tuple[Finding, ...]:
        rules = tuple(checks) or built_in_checks()
        found = run_checks(read(text), rules, formats=formats, policy=policy)
        return tuple(each for each in found if not codes or each.code in codes)

    return find


@pytest.fixture(scope="session")
def places(find: Callable[..., tuple[Finding, ...]]) -> Callable[..., list[str]]:
    """Return the paths at which one rule finds something."""
    return lambda text, code, **settings: [f.path for f in find(text, code, **settings)]
