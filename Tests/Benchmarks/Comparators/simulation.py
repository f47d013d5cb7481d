"""The model of Sources/Modelling/Simulation, vectorised: `simulation.py RUNS SEED`.

The draws have the same structure (growth and price once a run, an error of the first year, a shock
in each later one), and the same is asked of them: percentiles with their errors, at half the runs
and at all, the chance of a cost above contributions, all years together, and the runs in which an
option costs more than the first. It prints the median costs and how long the work took: the first
time, and the median of five times after that. The starting of Python is not counted.
"""

import statistics
import sys
import time

import numpy

YEARS = 5
PERCENTS = numpy.array([10, 30, 50, 70, 90])


def ranks(runs):
    """Where each percentile stands among the sorted, and one standard error to both sides."""
    middle = (runs * PERCENTS + 99) // 100
    error = numpy.sqrt(runs * PERCENTS * (100 - PERCENTS)).astype(int) // 100
    return numpy.clip(numpy.concatenate([middle, middle - error, middle + error]), 1, runs) - 1


def percentiles(costs):
    places = ranks(costs.shape[-1])
    # For fifteen places sorting is faster than numpy.partition.
    return numpy.sort(costs, axis=-1)[..., places]


def simulated(runs, seed):
    chance = numpy.random.default_rng(seed)
    demand, alone, first = chance.standard_normal((3, runs))
    shocks = chance.standard_normal((YEARS - 1, runs))
    savings = numpy.array([[0, 0, 0, 0, 0], [0, 0.0133, 0.0267, 0.04, 0.04],
                           [0, 0, 0.0233, 0.0467, 0.07]])
    contributions = numpy.floor(800_000_000 * 1.03 ** numpy.arange(YEARS) + 0.5)
    price = 0.25 * demand + (1 - 0.25 ** 2) ** 0.5 * alone
    each = (1.035 + 0.022 * demand) * (1.025 + 0.01 * price)
    path = numpy.empty((YEARS, runs))
    path[0] = 800_000_000 * (1 + 0.008 * first)
    path[1:] = each * (1 + 0.01 * shocks)
    numpy.cumprod(path, axis=0, out=path)
    costs = numpy.floor((1 - savings)[:, :, None] * path + 0.5).astype(numpy.int64)
    costs = numpy.concatenate([costs, costs.sum(axis=1, keepdims=True)], axis=1)
    marks = numpy.append(contributions, contributions.sum())
    return {
        "all": percentiles(costs),
        "half": percentiles(costs[..., :runs // 2]),
        "above": (costs > marks[:, None]).sum(axis=-1),
        "dearer": (costs[:, YEARS] > costs[0, YEARS]).sum(axis=-1),
        "mean": costs.mean(axis=-1), "lowest": costs.min(axis=-1), "highest": costs.max(axis=-1),
    }


RUNS, SEED = int(sys.argv[1]), int(sys.argv[2])
times = []
for turn in range(6):
    start = time.perf_counter()
    found = simulated(RUNS, SEED)
    times.append(time.perf_counter() - start)
for option in found["all"]:
    print(",".join(str(cost) for cost in option[:YEARS, 2]))
print(f"first {times[0]:.6f}")
print(f"median {statistics.median(times[1:]):.6f}")
