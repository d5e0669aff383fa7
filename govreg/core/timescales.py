"""What does a timescale mean, exactly as an auditor printed it?

An action plan gives its timescales in words: "end of January 2006", "October - December 2007",
"Ongoing". The words are always kept. Beside them stands what they are understood to mean, and
where the words do not say, nothing is supposed for them.

The readings, settled once here:
    a month is due on its last day, and so is "by" that month;
    a range of months is due on the last day of its last month;
    a season is due at its end, and is approximate;
    "from" a month starts on its first day and is never due;
    "to have begun by" a month is a latest start and is never due.
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST_READ = 200
"""Nothing longer than this is a timescale; it is kept as words without being examined."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBERS |= {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBERS["sept"] = 9

SEASON_LAST_MONTHS = {"spring": 5, "summer": 8, "autumn": 11}


class Sense(StrEnum):
    """What kind of commitment the words make."""

    DUE = "due"
    START = "start"
    BEGUN_BY = "begun-by"
    ONGOING = "ongoing"
    NO_DATE = "no-date"


class Precision(StrEnum):
    """How closely the words fix the date."""

    DAY = "day"
    MONTH = "month"
    RANGE = "range"
    SEASON = "season"
    NONE = "none"


SENSE_CHOICES = [
    (Sense.DUE.value, "Due on a date"),
    (Sense.START.value, "Starts on a date, no due date"),
    (Sense.BEGUN_BY.value, "To have begun by a date"),
    (Sense.ONGOING.value, "Ongoing, no date"),
    (Sense.NO_DATE.value, "No date"),
]
PRECISION_CHOICES = [
    (Precision.DAY.value, "As a day"),
    (Precision.MONTH.value, "As a month"),
    (Precision.RANGE.value, "As a range of months"),
    (Precision.SEASON.value, "As a season, so approximate"),
    (Precision.NONE.value, "Not given"),
]
"""What each is called where a person chooses or reads it."""

GIVEN_AS = {
    Precision.DAY: "",
    Precision.MONTH: ", given as a month",
    Precision.RANGE: ", given as a range of months",
    Precision.SEASON: ", given as a season: approximate",
    Precision.NONE: "",
}


@dataclass(frozen=True)
class Timescale:
    """The words as printed, and what they are understood to mean."""

    printed: str
    sense: Sense
    precision: Precision
    date: datetime.date | None

    @property
    def due_date(self) -> datetime.date | None:
        """The day after which the action is overdue, where the words set one."""
        return self.date if self.sense is Sense.DUE else None

    @property
    def start_date(self) -> datetime.date | None:
        """The day the action starts, or by which it is to have begun."""
        return self.date if self.sense in (Sense.START, Sense.BEGUN_BY) else None

    @property
    def needs_review_date(self) -> bool:
        """Whether the words leave the action open-ended, so that somebody must say when to look."""
        return self.sense in (Sense.START, Sense.BEGUN_BY, Sense.ONGOING)

    @property
    def approximate(self) -> bool:
        """Whether the date stands for something looser than a calendar month."""
        return self.precision is Precision.SEASON

    def in_words(self) -> str:
        """What was understood, for the person who has just typed the words."""
        if self.sense is Sense.ONGOING:
            return "No due date: ongoing; set a review date"
        if self.date is None:
            return "No date: the words are kept as printed" if self.printed.strip() else "No date"
        day = f"{self.date.day} {MONTHS[self.date.month - 1]} {self.date.year}"
        if self.sense is Sense.START:
            return f"No due date: starts {day}; set a review date"
        if self.sense is Sense.BEGUN_BY:
            return f"No due date: to have begun by {day}; set a review date"
        return f"Due {day}{GIVEN_AS[self.precision]}"


def understand(printed: str | None) -> Timescale:
    """Read a printed timescale. Words that set no date keep no date; nothing is guessed."""
    kept = printed or ""
    words = _plain(kept) if len(kept) <= LONGEST_READ else ""
    for pattern, read in FORMS:
        found = pattern.fullmatch(words)
        if found is None:
            continue
        try:
            reading = read(found)
        except ValueError:  # 31 February, a range that ends before it starts
            break
        return Timescale(kept, *reading)
    return Timescale(kept, Sense.NO_DATE, Precision.NONE, None)


def last_day(year: int, month: int) -> date:
    """The last day of a month, in leap years too."""
    return date(year, month, monthrange(year, month)[1])


Reading = tuple[Sense, Precision, date | None]
Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Reading]]

REMARK = re.compile(r" ?\([a-z ,;'-]*\)$")
DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]")
ORDINAL = re.compile(r"\b([0-9]{1,2}) ?(?:st|nd|rd|th)\b")


def _plain(printed: str) -> str:
    """The words in one case with single spaces and one kind of dash, without a closing remark.

    A remark is letters in brackets at the end, "(existing information)". One with a figure in
    it may be changing the date, so it stays, and the words are then kept as they are.
    """
    words = " ".join(DASHES.sub("-", printed).replace(",", " ").lower().split())
    words = ORDINAL.sub(r"\1", words).removesuffix(".").rstrip()
    return REMARK.sub("", words)


MONTH = "(" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
YEAR = "((?:19|20)[0-9]{2})"
DAY_OF_MONTH = "([0-9]{1,2})"
DUE_BY = "(?:by )?(?:(?:the )?end of )?"
BEGUN = "(?:to have |to be )?begun by (?:(?:the )?end of )?"


def _month_end(found: re.Match[str], sense: Sense) -> Reading:
    return sense, Precision.MONTH, last_day(int(found[2]), MONTH_NUMBERS[found[1]])


def _month_start(found: re.Match[str]) -> Reading:
    return Sense.START, Precision.MONTH, date(int(found[2]), MONTH_NUMBERS[found[1]], 1)


def _day(found: re.Match[str], sense: Sense) -> Reading:
    day = date(int(found[3]), MONTH_NUMBERS[found[2]], int(found[1]))
    return sense, Precision.DAY, day


def _day_in_figures(found: re.Match[str]) -> Reading:
    return Sense.DUE, Precision.DAY, date(int(found[4]), int(found[3]), int(found[1]))


def _iso_day(found: re.Match[str]) -> Reading:
    return Sense.DUE, Precision.DAY, date(int(found[1]), int(found[2]), int(found[3]))


def _range(found: re.Match[str]) -> Reading:
    end_year = int(found[4])
    first = date(int(found[2] or end_year), MONTH_NUMBERS[found[1]], 1)
    last = last_day(end_year, MONTH_NUMBERS[found[3]])
    if last < first:
        raise ValueError("the range ends before it starts")
    return Sense.DUE, Precision.RANGE, last


def _season(found: re.Match[str]) -> Reading:
    return Sense.DUE, Precision.SEASON, last_day(int(found[2]), SEASON_LAST_MONTHS[found[1]])


def _winter(found: re.Match[str]) -> Reading:
    """A winter is read only where both its years are given; "Winter 2007" could be either end."""
    first, second = int(found[1]), found[2]
    following = first + 1
    if int(second) not in (following, following % 100 if len(second) == 2 else following):
        raise ValueError("a winter spans two years that follow each other")
    return Sense.DUE, Precision.SEASON, last_day(following, 2)


def _ongoing(_: re.Match[str]) -> Reading:
    return Sense.ONGOING, Precision.NONE, None


def _form(pattern: str, read: Callable[[re.Match[str]], Reading]) -> Form:
    return re.compile(pattern), read


DAY_IN_WORDS = f"{DAY_OF_MONTH} (?:of )?{MONTH} {YEAR}"

FORMS = (
    _form(DUE_BY + f"{MONTH} {YEAR}", lambda found: _month_end(found, Sense.DUE)),
    _form(f"{MONTH}(?: {YEAR})? ?(?:-|to) ?{MONTH} {YEAR}", _range),
    _form(f"(?:by |on )?{DAY_IN_WORDS}", lambda found: _day(found, Sense.DUE)),
    _form(f"(?:by |on )?{DAY_OF_MONTH}([/.-]){DAY_OF_MONTH}\\2{YEAR}", _day_in_figures),
    _form(f"(?:by |on )?{YEAR}-([0-9]{{2}})-([0-9]{{2}})", _iso_day),
    _form(DUE_BY + f"(spring|summer|autumn) {YEAR}", _season),
    _form(DUE_BY + f"winter {YEAR}[/-]([0-9]{{4}}|[0-9]{{2}})", _winter),
    _form(f"from {MONTH} {YEAR}", _month_start),
    _form(f"from {DAY_IN_WORDS}", lambda found: _day(found, Sense.START)),
    _form(BEGUN + f"{MONTH} {YEAR}", lambda found: _month_end(found, Sense.BEGUN_BY)),
    _form(BEGUN + DAY_IN_WORDS, lambda found: _day(found, Sense.BEGUN_BY)),
    _form("on ?-?going", _ongoing),
)
