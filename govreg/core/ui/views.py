"""Which pages does every deployment have, whatever it registers?"""

import re
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import access

#: RFC 9116 wants a date less than a year away, so that nobody trusts a page left behind.
SECURITY_CONTACT_DAYS = 180
DEFAULT_COLOUR = "#1d4f6e"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@access.public
@require_safe
@cache_control(public=True, max_age=300)
def theme(request: HttpRequest) -> HttpResponse:
    """Give the council's own colour as a style sheet; the page itself may hold no styles."""
    colour = council_colour()
    css = f":root{{--app-council-colour:{colour};--govuk-brand-colour:{colour}}}\n"
    return HttpResponse(css, content_type="text/css; charset=utf-8")


def council_colour() -> str:
    """Return the colour from the settings; what is not a colour cannot get into the style sheet."""
    colour = str(settings.COUNCIL_COLOUR).strip()
    return colour if COLOUR.fullmatch(colour) else DEFAULT_COLOUR


@access.public
@require_safe
def accessibility_statement(request: HttpRequest) -> HttpResponse:
    """Say how accessible the register is and whom to tell when it is not."""
    return render(
        request,
        "components/accessibility_statement.html",
        {
            "title": "Accessibility statement",
            "breadcrumbs": [("Home", "/"), ("Accessibility statement", None)],
            "contact": settings.DEFAULT_FROM_EMAIL,
        },
    )


@access.public
@require_safe
def security_contact(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weakness (RFC 9116); a council that names nobody has no such page."""
    if not settings.SECURITY_CONTACT:
        raise Http404("No security contact is named.")
    expires = clock.true_now() + timedelta(days=SECURITY_CONTACT_DAYS)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
