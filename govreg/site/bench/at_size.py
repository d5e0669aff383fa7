"""What does each page of a register of many years cost a server, and how many can it serve?"""

import statistics
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from django.db import connection
from django.test.utils import CaptureQueriesContext

from .browsing import Browser
from .measure import percentile_95
from .pages import MainPage
from .served import Served
from .visitor import Visitors

WARM_UP, A_ROUND = 6, 5
CLIENTS, CROWD_SECONDS = 4, 8.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page cost: milliseconds to the last byte and of the workers' processor time."""

    name: str
    role: str
    queries: int
    kilobytes: float
    wall: float
    wall_95: float
    processor: float
    ratio: float


@dataclass(slots=True)
class _Taken:
    """What is noted of one page, round by round."""

    page: MainPage
    wall: list[float]
    processor: list[float]
    length: int = 0


def costs(
    served: Served, floor: MainPage, pages: Sequence[MainPage], visitors: Visitors, *, rounds: int
) -> list[Cost]:
    """Open every page in turn, round after round, and compare with the floor view of the run."""
    browsers = {
        page.role: Browser(served.port, visitors.cookie(page.role)) for page in (floor, *pages)
    }
    everything = [_Taken(page, [], []) for page in (floor, *pages)]
    for taken in everything:
        for _time in range(WARM_UP):
            taken.length = len(browsers[taken.page.role].get(taken.page.path)[1])
    for _round in range(rounds):
        for taken in everything:
            before = served.seconds()
            for _time in range(A_ROUND):
                taken.wall.append(browsers[taken.page.role].get(taken.page.path)[0])
            taken.processor.append((served.seconds() - before) / A_ROUND)
    lowest = statistics.median(everything[0].processor)
    return [_cost(taken, lowest, _queries(taken.page, visitors)) for taken in everything]


def saving(
    served: Served, role: str, path: str, visitors: Visitors, lowest: float, *, rounds: int
) -> Cost:
    """Save a draft of an update again and again; the page of its form is not counted."""
    browser = Browser(served.port, visitors.cookie(role))
    taken = _Taken(MainPage("Saving an update", role, path), [], [])
    for turn in range(WARM_UP + rounds * A_ROUND):
        values = browser.form(path) | {
            "action": "draft",
            "rating": "on-track",
            "narrative": f"Measured {turn}.",
        }
        before = served.seconds()
        wall = browser.post(path, values)
        if turn >= WARM_UP:
            taken.wall.append(wall)
            taken.processor.append(served.seconds() - before)
    return _cost(taken, lowest, 0)


def file_costs(
    served: Served, floor_path: str, path: str, role: str, visitors: Visitors, *, rounds: int
) -> tuple[float, float, float]:
    """Return the processor seconds of a long file and of the floor's, and the MiB it added."""
    browser = Browser(served.port, visitors.cookie(role))
    for one in (floor_path, path):
        browser.get(one)
    held = served.memory_now()
    spent = [_seconds(served, lambda: browser.get(path)) for _round in range(rounds)]
    added = served.memory_now() - held
    lowest = [_seconds(served, lambda: browser.get(floor_path)) for _round in range(rounds)]
    return statistics.median(spent), statistics.median(lowest), added


def a_second(served: Served, page: MainPage, visitors: Visitors) -> float:
    """Return how many times a second a page is served to four people at once."""
    cookie = visitors.cookie(page.role)
    until = perf_counter() + CROWD_SECONDS

    def visit(_client: int) -> int:
        browser = Browser(served.port, cookie)
        count = 0
        while perf_counter() < until:
            browser.get(page.path)
            count += 1
        return count

    started = perf_counter()
    with ThreadPoolExecutor(CLIENTS) as crowd:
        served_pages = sum(crowd.map(visit, range(CLIENTS)))
    return served_pages / (perf_counter() - started)


def _seconds(served: Served, verb: Callable[[], object]) -> float:
    before = served.seconds()
    verb()
    return served.seconds() - before


def _queries(page: MainPage, visitors: Visitors) -> int:
    with CaptureQueriesContext(connection) as captured:
        visitors.open(page.role, page.path)
    return len(captured)


def _cost(taken: _Taken, lowest: float, queries: int) -> Cost:
    processor = statistics.median(taken.processor)
    return Cost(
        name=taken.page.name,
        role=taken.page.role or "nobody",
        queries=queries,
        kilobytes=taken.length / 1024,
        wall=1000 * statistics.median(taken.wall),
        wall_95=1000 * percentile_95(taken.wall),
        processor=1000 * processor,
        ratio=processor / lowest,
    )
