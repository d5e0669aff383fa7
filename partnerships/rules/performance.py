"""What does each layer of governance look at, to whom does it account, and when is it next told?

The three layers and their bands are those of the national study of 2009 (table 8).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from govreg.core.periods import months_after

STRATEGIC, EXECUTIVE, OPERATIONAL = "strategic", "executive", "operational"
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its key, its name, what its page shows, and to whom it gives account."""

    key: str
    label: str
    shows: str
    accounts: str


LAYERS = (
    Layer(
        STRATEGIC,
        "Strategic",
        "Key changes and trends: what changed its direction or its colour since the period before, "
        "and the reportable indicators. It challenges and steers.",
        "It gives account to the partners.",
    ),
    Layer(
        EXECUTIVE,
        "Executive",
        "Exceptions: actions that are red, amber or blank, and indicators that are off target or "
        "poor. It brings back on track what is not.",
        "It gives account to the strategic layer.",
    ),
    Layer(
        OPERATIONAL,
        "Operational",
        "Every action of the quarter, and every indicator’s last figure. It acts at once, and "
        "passes exceptions on.",
        "It gives account to the executive layer.",
    ),
)


def layer_named(key: str) -> Layer | None:
    """Return a layer by its key, or None.

    >>> layer_named("executive").label
    'Executive'
    """
    return next((layer for layer in LAYERS if layer.key == key), None)


def reports_a_year(*, meetings: int | None, least: int, most: int) -> int:
    """Return how many performance reports a body is given a year: one a meeting, within its band.

    A body that does not say how often it meets is taken to meet as seldom as its band allows.

    >>> reports_a_year(meetings=5, least=6, most=12), reports_a_year(meetings=None, least=3, most=4)
    (6, 3)
    """
    if meetings is None:
        return least
    return min(max(meetings, least), most)


def next_report_due(*, last: date | None, a_year: int) -> date | None:
    """Return when the next report is due; None where none was made, or none is asked for.

    Up to twelve a year they are whole months apart, then whole days.

    >>> next_report_due(last=date(2007, 1, 31), a_year=6), next_report_due(last=None, a_year=6)
    (datetime.date(2007, 3, 31), None)
    """
    if last is None or not a_year:
        return None
    if a_year <= MONTHS:
        return months_after(last, MONTHS // a_year)
    return last + timedelta(days=365 // a_year)
