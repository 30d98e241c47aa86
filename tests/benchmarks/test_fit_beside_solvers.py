"""A day of twelve sessions, fitted anew: beside a constraint solver and a continuous optimiser.

CP-SAT gets two models. The first is the plain one: a length for each session, and its cost from
a table. The second is the strongest that we could write: it knows that the costs are convex, so
that a switch for each step of five minutes, with the price of that step, says everything, and
needs no order between them. SLSQP gets exact gradients, and starts from the usual lengths, as a
day does that is fitted anew.
"""

from itertools import pairwise

import pytest

from workshopcore.agenda import Part, Tier, Tracks, fit, leaves
from workshopcore.agenda.weights import Weights

BUFFER, COULD, SHOULD, MUST, PAUSE = Tier
GRID = 5
SESSIONS = (
    Part(5, 10, 15, COULD),
    Part(20, 30, 45, SHOULD),
    Part(60, 90, 105, SHOULD),
    Part(10, 15, 20, PAUSE),
    Part(30, 45, 60, SHOULD),
    Part(0, 10, 20, COULD),
    Part(45, 45, 60, PAUSE),
    Part(40, 60, 75, SHOULD),
    Part(20, 30, 40, COULD),
    Part(10, 15, 20, PAUSE),
    Part(0, 15, 20, COULD),
    Part(35, 45, 60, SHOULD),
)
TRACKS = (
    *SESSIONS[:4],
    Tracks(((SESSIONS[4], SESSIONS[8]), (SESSIONS[7],))),
    *SESSIONS[5:7],
    *SESSIONS[9:],
)
MINUTES = 345
ONE_TIER = tuple(Part(part.shortest, part.usual, part.usual) for part in SESSIONS)


def cost(line, minutes):
    every = list(leaves(line))
    weights = Weights(every)
    return sum(weights.cost(part, length) for part, length in zip(every, minutes, strict=True))


class Model:
    """A line as a model of CP-SAT; lengths are grid steps below the usual."""

    def __init__(self, line, minutes, *, convex):
        from ortools.sat.python import cp_model

        self.model = cp_model.CpModel()
        self.weights = Weights(leaves(line))
        self.convex = convex
        self.price = []
        self.most = minutes // GRID
        self.model.add(self.line(line) == self.most)
        self.model.minimize(sum(self.price))
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1  # the fastest for so small a model
        self.optimal = self.solver.solve(self.model) == cp_model.OPTIMAL

    @property
    def objective(self):
        return round(self.solver.objective_value)

    def line(self, line):
        return sum(self.part(x) if isinstance(x, Part) else self.tracks(x) for x in line)

    def tracks(self, tracks):
        length = self.model.new_int_var(0, self.most, "")
        for track in tracks.tracks:
            self.model.add(self.line(track) <= length)
        return length

    def part(self, part):
        lengths = range(part.usual, part.shortest - 1, -GRID)
        costs = [self.weights.cost(part, length) for length in lengths]
        if self.convex:
            switches = [self.model.new_bool_var("") for _ in lengths[1:]]
            steps = ((after - before) for before, after in pairwise(costs))
            self.price += [step * each for step, each in zip(steps, switches, strict=True)]
            return part.usual // GRID - sum(switches)
        given = self.model.new_int_var(0, len(lengths) - 1, "")
        price = self.model.new_int_var(0, max(costs), "")
        self.model.add_element(given, costs, price)
        self.price.append(price)
        return part.usual // GRID - given


def slsqp(parts, minutes):
    import numpy as np
    from scipy.optimize import minimize

    usual = np.array([part.usual for part in parts], float)
    shortest = np.array([part.shortest for part in parts], float)
    slack = np.where(usual > shortest, usual - shortest, 1.0)
    ones = np.ones_like(usual)
    return minimize(
        lambda lengths: float(((lengths - usual) ** 2 / slack).sum()),
        usual,
        jac=lambda lengths: 2 * (lengths - usual) / slack,
        bounds=list(zip(shortest, usual, strict=True)),
        constraints=[
            {"type": "eq", "fun": lambda x: x.sum() - minutes, "jac": lambda _: ones},
        ],
        method="SLSQP",
    )


@pytest.fixture(scope="module")
def best():
    times = {}
    yield times
    names = [name.removeprefix("us: ") for name in times if name.startswith("us: ")]
    for name in names:
        ours = times[f"us: {name}"]
        print(f"\n{name}: {1e6 * ours:.0f} µs")
        for peer, seconds in times.items():
            if peer.endswith(name) and not peer.startswith("us"):
                print(f"  {peer}: {1e6 * seconds:.0f} µs = {seconds / ours:.0f} × ours")


def noted(benchmark, best, name):
    if benchmark.stats:
        best[name] = benchmark.stats.stats.median


DAYS = {"a day": SESSIONS, "a day with tracks": TRACKS}


@pytest.mark.parametrize("name", DAYS)
def test_fit_of_ours(benchmark, best, name):
    found = benchmark(lambda: fit(DAYS[name], MINUTES))
    assert found.over == 0
    noted(benchmark, best, f"us: {name}")


@pytest.mark.parametrize("convex", [False, True], ids=["plain", "strongest"])
@pytest.mark.parametrize("name", DAYS)
def test_fit_of_cp_sat(benchmark, best, name, convex):
    pytest.importorskip("ortools", reason="a peer of `make bench`")
    line = DAYS[name]
    solved = benchmark(lambda: Model(line, MINUTES, convex=convex))
    assert (solved.optimal, solved.objective) == (True, cost(line, fit(line, MINUTES).minutes))
    noted(benchmark, best, f"CP-SAT, {'strongest' if convex else 'plain'} model, {name}")


def test_fit_of_ours_in_one_tier(benchmark, best):
    benchmark(lambda: fit(ONE_TIER, MINUTES))
    noted(benchmark, best, "us: one tier")


def test_fit_of_slsqp_in_one_tier(benchmark, best):
    pytest.importorskip("scipy", reason="a peer of `make bench`")
    found = benchmark(lambda: slsqp(ONE_TIER, MINUTES))
    ours = fit(ONE_TIER, MINUTES).minutes
    lengths = zip(ONE_TIER, ours, found.x, strict=True)
    assert found.success
    # The optimum of whole steps lies within a step of the continuous one.
    assert all(abs(length - exact) <= GRID for _, length, exact in lengths)
    noted(benchmark, best, "SLSQP, one tier")


@pytest.mark.parametrize("sessions", [300, 600, 1200])
def test_fit_of_many_sessions_in_one_span(benchmark, sessions):
    line = SESSIONS * (sessions // 12)
    usual, shortest = (sum(getattr(p, name) for p in line) for name in ("usual", "shortest"))
    minutes = (usual + shortest) // 2 // GRID * GRID
    found = benchmark(lambda: fit(line, minutes))
    assert sum(found.minutes) == minutes
    if benchmark.stats:
        print(f"\n{sessions} sessions: {1e3 * benchmark.stats.stats.median:.2f} ms")
