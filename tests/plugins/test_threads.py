"""One registry, several threads: everything is loaded and asked once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

from workshopcore.contracts.reports import Style
from workshopcore.errors import PluginCallError
from workshopcore.plugins import hookimpl
from workshopcore.plugins.kinds import KINDS
from workshopcore.plugins.record import Candidate
from workshopcore.plugins.registry import Registry

SOURCE = """
from workshopcore.contracts.reports import Style
from workshopcore.plugins import hookimpl
CALLS = []

@hookimpl
def workshopcore_styles():
    CALLS.append(1)
    return [Style("acme:house", "House")]
"""


def test_threads_that_ask_together_get_one_answer(site):
    site.install("acme", SOURCE)
    registry = site.registry()
    together = threading.Barrier(8)

    def ask(_: int) -> int:
        together.wait()
        return id(registry.collected("styles"))

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(ask, range(8)))
    assert len(answers) == 1
    import workshopcore_acme

    assert workshopcore_acme.CALLS == [1]


def test_plugin_may_ask_its_own_registry_while_it_answers():
    class Curious:
        @hookimpl
        def workshopcore_styles(self):
            formats = list(registry.collected("formats").things)
            return [Style("acme:house", f"{len(formats)} formats")]

        @hookimpl
        def workshopcore_session_formats(self):
            return [SimpleNamespace(key="acme:x", title="X", people=(1, 2), length=len, expand=len)]

    plugin = Curious()
    registry = Registry([Candidate("acme", lambda: plugin, given=True)])
    assert registry.collected("styles").things["acme:house"].title == "1 formats"


def test_two_registries_share_nothing(site):
    site.install("acme", SOURCE)
    one, other = site.registry(), site.registry()
    assert one.collected("styles").things == other.collected("styles").things
    assert one.collected("styles") is not other.collected("styles")
    one.record(PluginCallError("only here", "acme"))
    assert other.failures == ()


def test_every_kind_has_a_hook_of_its_own():
    hooks = [kind.hook for kind in KINDS.values()]
    assert len(set(hooks)) == len(hooks)
