"""How does a person read or take away a partnership's profile and the significant ones?"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.days import NOT_A_DAY, day_meant
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import Refusal, Refused
from govreg.core.ui.errors import refused_page
from govreg.core.ui.words import long_date
from govreg.reports.documents.profile import Profile, build_profile
from govreg.reports.documents.significant import SignificantPartnerships, build_significant
from govreg.reports.rendering.partnership_papers import Paper, print_of, screen_of
from partnerships.models import Partnership
from partnerships.views.loading import seen_partnership
from partnerships.views.sections import section

from .reading import handed_out

HOME = ("Home", "/")
PARTNERSHIPS = ("Partnerships", "/partnerships/")


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def profile(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the entry of a partnership that a council publishes, as at a day."""
    partnership = seen_partnership(request, reference)
    context: dict[str, Any] = {
        **section(partnership, "profile", "Profile"),
        "pdf": reverse("partnership-papers:profile-pdf", args=[reference]),
    }
    return _shown(request, context, lambda: _profile(request, partnership))


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def profile_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """Give the profile as a PDF."""
    partnership = seen_partnership(request, reference)
    return _printed(request, lambda: _profile(request, partnership), f"{reference}-profile")


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def significant(request: HttpRequest) -> HttpResponse:
    """Show the register of significant partnerships, with what changed since an earlier day."""
    title = SignificantPartnerships.title
    context: dict[str, Any] = {
        "title": title,
        "breadcrumbs": [HOME, PARTNERSHIPS, (title, None)],
        "pdf": reverse("partnership-papers:significant-pdf"),
        "asks_since": True,
        "typed_since": request.GET.get("since", "").strip()[:60],
    }
    return _shown(request, context, lambda: _significant(request))


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def significant_pdf(request: HttpRequest) -> HttpResponse:
    """Give the register of significant partnerships as a PDF."""
    return _printed(request, lambda: _significant(request), "significant-partnerships")


def _profile(request: HttpRequest, partnership: Partnership) -> Profile:
    day = _day(request, "as-at") or clock.today()
    made = build_profile(partnership, day)
    if made is None:
        said = (
            f"The register said nothing of it at the end of {long_date(day)}. Choose a later day."
        )
        raise Refused(Refusal("nothing-then", said))
    return made


def _significant(request: HttpRequest) -> SignificantPartnerships:
    day = _day(request, "as-at") or clock.today()
    since = _day(request, "since")
    if since and since >= day:
        said = "Choose a day for “since” that is before the day of the register."
        raise Refused(Refusal("since-too-late", said))
    visible = set(Partnership.objects.visible_to(request.user).values_list("pk", flat=True))

    def seen(rows: list[Partnership]) -> list[Partnership]:
        return [row for row in rows if row.pk in visible]

    return build_significant(seen, day, since)


def _day(request: HttpRequest, name: str) -> date | None:
    typed = request.GET.get(name, "").strip()
    day = day_meant(typed) if typed else None
    if typed and day is None:
        raise Refused(Refusal("not-a-day", NOT_A_DAY.format(typed=typed[:40])))
    if day is not None and day > clock.today():
        said = "That day is still to come. Choose today or a day that is past."
        raise Refused(Refusal("day-to-come", said))
    return day


def _shown(request: HttpRequest, context: dict[str, Any], make: Any) -> HttpResponse:
    """Show a paper with the form that asks for its days, or what is wrong with them."""
    context["typed"] = request.GET.get("as-at", "").strip()[:60]
    template = "reports/screen/partnership_paper.html"
    try:
        paper: Paper = make()
    except Refused as error:
        context["problem"] = error.refusal.sentence
        return render(request, template, context, status=400)
    context |= {
        "paper": paper,
        "text": screen_of(paper),
        "is_past": paper.as_at < clock.today(),
        "query": request.GET.urlencode(),
    }
    return render(request, template, context)


def _printed(request: HttpRequest, make: Any, name: str) -> HttpResponse:
    try:
        paper: Paper = make()
        content = print_of(paper)
    except Refused as error:
        return refused_page(request, error.refusal.sentence, status=400)
    except PdfProblem as error:
        return refused_page(request, str(error), status=503)
    file_name = f"{name}-{paper.as_at.isoformat()}.pdf"
    return handed_out(request, content, file_name)
