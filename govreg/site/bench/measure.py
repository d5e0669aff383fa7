"""How much processor time does each page take, and how often that of the floor view?"""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.test.utils import CaptureQueriesContext

from .pages import MainPage
from .visitor import Visitors

WARM_UP_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """One page's figures, in milliseconds of processor time."""

    name: str
    role: str
    path: str
    queries: int
    kilobytes: float
    median: float
    percentile_95: float
    ratio: float


def measure(
    floor: MainPage, pages: Sequence[MainPage], visitors: Visitors, *, rounds: int
) -> list[Measured]:
    """Open every page once a round, the floor view first, and compare the medians.

    All pages take turns, so whatever slows the machine down for a while slows all of them; and it
    is processor time that is counted, so what other programs take is not.
    """
    everything = [floor, *pages]
    for _round in range(WARM_UP_ROUNDS):
        for page in everything:
            visitors.open(page.role, page.path)
    taken: dict[MainPage, list[float]] = {page: [] for page in everything}
    for _round in range(rounds):
        for page in everything:
            before = time.process_time()
            visitors.open(page.role, page.path)
            taken[page].append(1000 * (time.process_time() - before))
    lowest = statistics.median(taken[floor])
    return [_figures(page, taken[page], lowest, visitors) for page in everything]


def _figures(page: MainPage, taken: Sequence[float], lowest: float, visitors: Visitors) -> Measured:
    with CaptureQueriesContext(connection) as captured:
        length = visitors.open(page.role, page.path)
    median = statistics.median(taken)
    return Measured(
        name=page.name,
        role=page.role or "nobody",
        path=page.path,
        queries=len(captured),
        kilobytes=length / 1024,
        median=median,
        percentile_95=percentile_95(taken),
        ratio=median / lowest,
    )


def percentile_95(taken: Sequence[float]) -> float:
    """Return the value that nineteen of twenty do not exceed."""
    if len(taken) < 2:
        return taken[0]
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]
