"""How much processor time and memory does the 2007 review's report take?"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from reviews.models import Review

from .pages import REVIEW

WARM_RUNS = 5


@dataclass(frozen=True, slots=True)
class Printed:
    """What one report took; processor time in seconds, memory in megabytes."""

    pages: int
    kilobytes: float
    fresh_process: float
    fresh_process_memory: float
    cold: float
    cold_build: float
    warm: float
    warm_build: float

    @property
    def warm_page(self) -> float:
        """Milliseconds a page, warm."""
        return 1000 * self.warm / self.pages

    @property
    def cold_page(self) -> float:
        """Milliseconds a page, cold."""
        return 1000 * self.cold / self.pages


def print_and_measure(database: str) -> Printed:
    """Print in a process of its own, then once cold and several times warm in this one.

    Cold is the first report of this process: it loads the engine and its fonts.
    """
    fresh, memory = _fresh_process(database)
    cold_build, cold, pdf = _once()
    warm = [_once() for _run in range(WARM_RUNS)]
    return Printed(
        pages=pages_of(pdf),
        kilobytes=len(pdf) / 1024,
        fresh_process=fresh,
        fresh_process_memory=memory,
        cold=cold,
        cold_build=cold_build,
        warm=statistics.median(total for _build, total, _pdf in warm),
        warm_build=statistics.median(build for build, _total, _pdf in warm),
    )


def report_beside_another(another: Callable[[], bytes]) -> tuple[int, float, float]:
    """Print another report in turn with that of 2007, both warm.

    Returns the other's pages, the processor seconds that it took, and those that as many pages of
    the report of 2007 took: milliseconds a page are those of the machine, so one report is the
    measure of the other.
    """
    pages, of_2007 = pages_of(another()), pages_of(_once()[2])
    taken, usual = [], []
    for _run in range(WARM_RUNS):
        started = time.process_time()
        another()
        taken.append(time.process_time() - started)
        usual.append(_once()[1])
    return pages, statistics.median(taken), statistics.median(usual) / of_2007 * pages


def _once() -> tuple[float, float, bytes]:
    """Return the seconds to build the document, to build and print it, and the PDF."""
    started = time.process_time()
    from govreg.reports.documents.build import build_review
    from govreg.reports.rendering.imprint import preview
    from govreg.reports.rendering.paper import pdf_of

    document = build_review(Review.objects.get(reference=REVIEW))
    built = time.process_time()
    pdf = pdf_of(document, preview(document))
    return built - started, time.process_time() - started, pdf


def _fresh_process(database: str) -> tuple[float, float]:
    """Return the seconds and megabytes of `manage.py print_report`, start of Django included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with TemporaryDirectory(prefix="register-bench-") as folder:
        target = str(Path(folder) / "report.pdf")
        subprocess.run(  # noqa: S603 - our own command with fixed arguments
            [sys.executable, "manage.py", "print_report", REVIEW, "--output", target],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": database},
            check=True,
            capture_output=True,
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss / 1024


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)
