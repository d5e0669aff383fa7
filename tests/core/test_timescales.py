"""Is every printed timescale read as it should be, and is nothing ever guessed?"""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.core.timescales import MONTHS, Precision, Sense, understand

DUE, START, BEGUN_BY = Sense.DUE, Sense.START, Sense.BEGUN_BY
DAY, MONTH, RANGE, SEASON = Precision.DAY, Precision.MONTH, Precision.RANGE, Precision.SEASON

READ = [
    ("October 2007", DUE, MONTH, date(2007, 10, 31)),
    ("end of January 2006", DUE, MONTH, date(2006, 1, 31)),
    ("End of January 2006.", DUE, MONTH, date(2006, 1, 31)),
    ("by end of March 2006", DUE, MONTH, date(2006, 3, 31)),
    ("by the end of March 2006", DUE, MONTH, date(2006, 3, 31)),
    ("By December 2007", DUE, MONTH, date(2007, 12, 31)),
    ("  BY\tDECEMBER \n 2007 ", DUE, MONTH, date(2007, 12, 31)),
    ("by June 2006", DUE, MONTH, date(2006, 6, 30)),
    ("Sept 2007", DUE, MONTH, date(2007, 9, 30)),
    ("Sept. 2007", DUE, MONTH, date(2007, 9, 30)),
    ("oct 2007", DUE, MONTH, date(2007, 10, 31)),
    ("October, 2007", DUE, MONTH, date(2007, 10, 31)),
    ("February 2008", DUE, MONTH, date(2008, 2, 29)),
    ("February 2007", DUE, MONTH, date(2007, 2, 28)),
    ("February 2000", DUE, MONTH, date(2000, 2, 29)),
    ("February 1900", DUE, MONTH, date(1900, 2, 28)),
    ("October – December 2007", DUE, RANGE, date(2007, 12, 31)),
    ("October - December 2007", DUE, RANGE, date(2007, 12, 31)),
    ("October—December 2007", DUE, RANGE, date(2007, 12, 31)),
    ("October to December 2007", DUE, RANGE, date(2007, 12, 31)),
    ("November 2007 – January 2008", DUE, RANGE, date(2008, 1, 31)),
    ("Nov 2007 to Jan 2008", DUE, RANGE, date(2008, 1, 31)),
    ("Spring 2008", DUE, SEASON, date(2008, 5, 31)),
    ("by spring 2008", DUE, SEASON, date(2008, 5, 31)),
    ("Summer 2008", DUE, SEASON, date(2008, 8, 31)),
    ("Autumn 2008", DUE, SEASON, date(2008, 11, 30)),
    ("Winter 2007/08", DUE, SEASON, date(2008, 2, 29)),
    ("Winter 2007/2008", DUE, SEASON, date(2008, 2, 29)),
    ("Winter 2006-07", DUE, SEASON, date(2007, 2, 28)),
    ("Winter 1999/00", DUE, SEASON, date(2000, 2, 29)),
    ("3rd October 2007", DUE, DAY, date(2007, 10, 3)),
    ("3 October 2007", DUE, DAY, date(2007, 10, 3)),
    ("5th September 2007", DUE, DAY, date(2007, 9, 5)),
    ("5 th September 2007", DUE, DAY, date(2007, 9, 5)),
    ("by 3rd of October 2007", DUE, DAY, date(2007, 10, 3)),
    ("3/10/2007", DUE, DAY, date(2007, 10, 3)),
    ("03.10.2007", DUE, DAY, date(2007, 10, 3)),
    ("2007-10-03", DUE, DAY, date(2007, 10, 3)),
    ("from April 2006", START, MONTH, date(2006, 4, 1)),
    ("From 3rd April 2006", START, DAY, date(2006, 4, 3)),
    ("from April 2006 (existing and additional measures)", START, MONTH, date(2006, 4, 1)),
    ("to have begun by September 2005", BEGUN_BY, MONTH, date(2005, 9, 30)),
    ("To have begun by 5th September 2005.", BEGUN_BY, DAY, date(2005, 9, 5)),
    ("Ongoing", Sense.ONGOING, Precision.NONE, None),
    ("ongoing.", Sense.ONGOING, Precision.NONE, None),
    ("On-going", Sense.ONGOING, Precision.NONE, None),
    ("ongoing (existing information)", Sense.ONGOING, Precision.NONE, None),
]

KEPT_AS_WORDS = [
    "",
    "   ",
    "soon",
    "December",
    "by 2008",
    "2008",
    "October 07",
    "3/10/07",
    "31 February 2008",
    "29 February 2007",
    "0 May 2008",
    "10/13/2007",
    "3/10.2007",
    "2007-13-01",
    "Winter 2007",
    "Winter 2007/09",
    "Winter 2007/0008",
    "early spring 2008",
    "Spring",
    "December - October 2007",
    "November 2008 - January 2007",
    "October or November 2007",
    "May 2008 (revised to June 2008)",
    "from Spring 2008",
    "no earlier than May 2008",
    "May 0000",
    "May " + "2" * 30,
    "May 2008\x00",
    "May\x002008",
    "May 2008 " * 5_000,
    "May ٢٠٠٨",
    "N/A",
]


@pytest.mark.parametrize(("printed", "sense", "precision", "expected"), READ)
def test_every_form_is_read(printed, sense, precision, expected):
    timescale = understand(printed)
    assert (timescale.sense, timescale.precision, timescale.date) == (sense, precision, expected)
    assert timescale.printed == printed


@pytest.mark.parametrize("printed", KEPT_AS_WORDS)
def test_what_cannot_be_read_is_kept_as_words(printed):
    timescale = understand(printed)
    assert (timescale.sense, timescale.precision) == (Sense.NO_DATE, Precision.NONE)
    assert timescale.date is None
    assert timescale.printed == printed


def test_nothing_printed_is_no_date():
    assert understand(None).printed == ""
    assert understand(None).sense is Sense.NO_DATE


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("3rd October 2007", "Due 3 October 2007"),
        ("By December 2007", "Due 31 December 2007, given as a month"),
        ("October – December 2007", "Due 31 December 2007, given as a range of months"),
        ("Spring 2008", "Due 31 May 2008, given as a season: approximate"),
        ("from April 2006", "No due date: starts 1 April 2006; set a review date"),
        (
            "to have begun by September 2005",
            "No due date: to have begun by 30 September 2005; set a review date",
        ),
        ("Ongoing", "No due date: ongoing; set a review date"),
        ("as soon as funds allow", "No date: the words are kept as printed"),
        ("", "No date"),
    ],
)
def test_what_was_understood_is_said_in_words(printed, words):
    assert understand(printed).in_words() == words


@pytest.mark.parametrize(("printed", "sense", "precision", "expected"), READ)
def test_only_a_due_timescale_has_a_due_date(printed, sense, precision, expected):
    timescale = understand(printed)
    assert timescale.due_date == (expected if sense is DUE else None)
    assert timescale.start_date == (expected if sense in (START, BEGUN_BY) else None)
    assert timescale.needs_review_date == (sense in (START, BEGUN_BY, Sense.ONGOING))
    assert timescale.approximate == (precision is SEASON)


years = st.integers(min_value=1900, max_value=2099)
months = st.integers(min_value=1, max_value=12)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(st.text())
def test_any_text_at_all_is_kept_and_never_raises(printed):
    timescale = understand(printed)
    assert timescale.printed == printed
    assert timescale.in_words()
    assert (timescale.date is None) == (timescale.sense in (Sense.NO_DATE, Sense.ONGOING))


@given(st.text(alphabet="0123456789 /-–.()thsepbyfromMayOctober", max_size=40))
def test_text_that_looks_like_a_timescale_never_raises(printed):
    assert understand(printed).printed == printed


@given(years, months)
def test_a_month_is_due_on_its_last_day(year, month):
    for words in ("{} {}", "by {} {}", "By end of {} {}."):
        due = understand(words.format(MONTHS[month - 1], year)).due_date
        assert due == date(year, month, monthrange(year, month)[1])
        assert (due + timedelta(days=1)).day == 1


@given(years, months)
def test_from_a_month_starts_on_its_first_day_and_is_never_due(year, month):
    timescale = understand(f"from {MONTHS[month - 1]} {year}")
    assert (timescale.start_date, timescale.due_date) == (date(year, month, 1), None)


@given(days)
def test_a_day_reads_the_same_however_it_is_written(day):
    month = MONTHS[day.month - 1]
    for words in (
        f"{day.day} {month} {day.year}",
        f"{day.day}th {month[:3]} {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        day.isoformat(),
    ):
        assert understand(words).due_date == day


@given(years, months, years, months, st.sampled_from([" - ", "–", " to ", "—"]))
def test_a_range_never_ends_before_it_starts(first_year, first, last_year, last, between):
    printed = f"{MONTHS[first - 1]} {first_year}{between}{MONTHS[last - 1]} {last_year}"
    due = understand(printed).due_date
    if (first_year, first) <= (last_year, last):
        assert due == date(last_year, last, monthrange(last_year, last)[1])
    else:
        assert due is None


@given(years)
def test_february_follows_the_leap_year(year):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert understand(f"February {year}").due_date.day == (29 if leap else 28)
