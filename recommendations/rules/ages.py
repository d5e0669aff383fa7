"""For how long has an action been overdue, in the bands that committees ask for?"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Age:
    """A band of days overdue; the last has no end."""

    key: str
    label: str
    least: int
    most: int | None

    def due_between(self, *, on: date) -> tuple[date | None, date]:
        """Return the first and the last due date of the band on a day; None for no first."""
        first = None if self.most is None else on - timedelta(days=self.most)
        return first, on - timedelta(days=self.least)


AGES = (
    Age("30", "Up to 30 days", 1, 30),
    Age("90", "31 to 90 days", 31, 90),
    Age("180", "91 to 180 days", 91, 180),
    Age("365", "181 to 365 days", 181, 365),
    Age("more", "More than 365 days", 366, None),
)
AGE_CHOICES = [(age.key, age.label) for age in AGES]


def age_named(key: str) -> Age:
    """Return the band of a key."""
    return next(age for age in AGES if age.key == key)
