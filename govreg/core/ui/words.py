"""How do a date, an amount and a missing value read?"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

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
NOT_STATED = "Not stated"
#: Nobody reads thousands of days as a time; beyond a year it is told in years and months.
LONGEST_IN_DAYS = 365


def long_date(value: date | None) -> str:
    """Return "5 September 2007"; nothing for no date.

    >>> long_date(date(2007, 9, 5))
    '5 September 2007'
    """
    if not isinstance(value, date):
        return ""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def long_date_time(value: datetime | None) -> str:
    """Return "5 September 2007 at 2:05pm", in local time."""
    if not isinstance(value, datetime):
        return long_date(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    hour = local.hour % 12 or 12
    half = "am" if local.hour < 12 else "pm"
    return f"{long_date(local)} at {hour}:{local.minute:02d}{half}"


def span_between(first: date, last: date) -> str:
    """Return how long it is between two days: in days, beyond a year in years and whole months.

    >>> span_between(date(2007, 9, 5), date(2007, 9, 6))
    '1 day'
    >>> span_between(date(2007, 9, 5), date(2027, 10, 4))
    '20 years'
    """
    days = (last - first).days
    if days <= LONGEST_IN_DAYS:
        return _counted(days, "day")
    apart = (last.year - first.year) * 12 + last.month - first.month
    years, months = divmod(apart - (last.day < first.day), 12)
    return " and ".join([_counted(years, "year"), *([_counted(months, "month")] if months else [])])


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def money(value: Any) -> str:
    """Return "£853,000", with pence only where there are some.

    >>> money(Decimal("853000.00"))
    '£853,000'
    """
    if value is None or value == "":
        return ""
    amount = Decimal(str(value))
    sign = "-" if amount < 0 else ""
    pattern = "{:,.0f}" if amount == amount.to_integral_value() else "{:,.2f}"
    return f"{sign}£{pattern.format(abs(amount))}"


def figure(value: Decimal | None) -> str:
    """Return a measured figure, exact to four decimals, without the noughts at its end.

    >>> figure(Decimal("1250.5000")), figure(Decimal("8.0000")), figure(None)
    ('1,250.5', '8', '')
    """
    return "" if value is None else f"{round(value, 4).normalize():,f}"


def shown(value: Any) -> str:
    """Return any value as a reader expects it: dates in words, yes and no, and text as it is.

    A figure has no noughts at its end; an amount of money is told by `money`.

    >>> shown(Decimal("7.00")), shown(Decimal("0.25")), shown(True)
    ('7', '0.25', 'Yes')
    """
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Decimal):
        return figure(value)
    if isinstance(value, datetime):
        return long_date_time(value)
    if isinstance(value, date):
        return long_date(value)
    return "" if value is None else value if isinstance(value, str) else str(value)


def is_missing(value: Any) -> bool:
    """Whether there is nothing to show; nought and "no" are something."""
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], ())


def or_missing(value: Any, sentence: str = NOT_STATED) -> SafeString:
    """Return the value, or in its place a muted text that says what is missing."""
    if is_missing(value):
        return format_html('<span class="app-missing">{}</span>', sentence)
    return conditional_escape(shown(value))
