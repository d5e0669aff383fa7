"""How does a person read a partnership as the register described it on a past day?"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.days import DAY_TO_COME, NOT_A_DAY, day_meant
from govreg.core.ui.words import long_date
from partnerships.models import Partnership
from partnerships.queries.as_at import first_recorded, partnership_as_at

from .loading import seen_partnership
from .sections import section


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def as_at(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a partnership as it was recorded at the end of a day; ask for the day first."""
    partnership = seen_partnership(request, reference)
    typed = request.GET.get("as-at", "").strip()
    day = day_meant(typed) if typed else None
    context: dict[str, Any] = {**section(partnership, "as-at", "Past"), "typed": typed[:60]}
    template = "partnerships/partnerships/as_at.html"
    problem = _problem(typed, day)
    if problem or day is None:
        return render(request, template, {**context, "problem": problem}, status=_status(problem))
    past = partnership_as_at(partnership, on=day)
    context |= {"day": day, "past": past}
    if past is None:
        context["first"] = _first(partnership)
    return render(request, template, context)


def _problem(typed: str, day: date | None) -> str:
    if typed and day is None:
        return NOT_A_DAY.format(typed=typed[:40])
    if day is not None and day > clock.today():
        return DAY_TO_COME
    return ""


def _status(problem: str) -> int:
    return 400 if problem else 200


def _first(partnership: Partnership) -> str:
    return long_date(clock.day_of(first_recorded(partnership)))
