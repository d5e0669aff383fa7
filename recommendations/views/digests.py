"""How does a person choose how often they are written to, and see what they would be sent?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import access
from govreg.core.editing.pages import edit_page
from recommendations.forms.digests import DigestChoiceForm
from recommendations.models import DigestChoice
from recommendations.queries.digest_people import choice_of
from recommendations.queries.digests import digests_of
from recommendations.rules.digests import subject_of
from recommendations.services.digests import choose_frequency

ACCOUNT = "accounts:account"
TITLE = "How often you are written to"
HOW_OFTEN = {"weekly": "weekly, on Mondays", "daily": "daily"}


@access.signed_in
def digest(request: HttpRequest) -> HttpResponse:
    """Choose how often, above what one would be sent today."""
    user: Any = request.user
    choice = choice_of(user)
    parts = digests_of([user], on=clock.today()).get(user.pk, [])
    form = DigestChoiceForm(
        request.POST if request.method == "POST" else None,
        record=choice,
        initial=values_of(choice),
        cancel_url=reverse(ACCOUNT),
    )
    return edit_page(
        request,
        form,
        save=lambda: choose_frequency(user=user, version=form.version, by=user, **form.values()),
        done=_said,
        to=request.path,
        values_of=values_of,
        title=TITLE,
        breadcrumbs=[("Home", "/"), ("Your account", reverse(ACCOUNT)), (TITLE, None)],
        template="recommendations/digests/page.html",
        parts=parts,
        subject=subject_of(parts),
        email=user.email,
    )


def _said(choice: DigestChoice) -> str:
    if choice.frequency == DigestChoice.Frequency.NEVER:
        return "You are not written to any more. What waits for you still stands on the home page."
    return f"You are written to {HOW_OFTEN[choice.frequency]}."


def values_of(choice: DigestChoice) -> dict[str, Any]:
    """Return a choice under the form's field names."""
    return {"frequency": choice.frequency}
