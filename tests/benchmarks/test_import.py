"""What starting costs: importing the package, and building a first programme."""

import subprocess
import sys

import pytest

FIRST = (
    "import workshopcore as wc;"
    "wc.Programme(title='A year', people=[wc.Person('Amina Yusuf')],"
    "workshops=[wc.Workshop('One', start='2027-01-19T09:30', end='2027-01-19T16:30',"
    "agenda=[wc.Session('check-in', minutes=10)])])"
)
CODE = {"nothing": "pass", "import": "import workshopcore", "first programme": FIRST}
MEDIANS: dict[str, float] = {}


@pytest.mark.parametrize("name", CODE)
def test_start(benchmark, name):
    benchmark.pedantic(
        subprocess.run,
        args=([sys.executable, "-c", CODE[name]],),
        kwargs={"check": True},
        rounds=25,
        warmup_rounds=3,
    )
    if benchmark.stats is None:
        return
    MEDIANS[name] = benchmark.stats.stats.median
    ratio = MEDIANS[name] / MEDIANS["nothing"]
    print(f"\n{name}: {1000 * MEDIANS[name]:.1f} ms, {ratio:.2f} × starting Python")
