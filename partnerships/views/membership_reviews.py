"""How is a review of the membership recorded?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.membership_reviews import MembershipReviewForm
from partnerships.services.membership_reviews import record_membership_review

from .loading import partnership_with_kept_members
from .memberships import under_members


@access(Permission.KEEP_MEMBERSHIP)
def record_review(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a review of who sits on a partnership."""
    partnership = partnership_with_kept_members(request, reference)
    members = reverse("partnerships:members", args=[reference])
    form = MembershipReviewForm(
        request.POST if request.method == "POST" else None, cancel_url=members
    )

    def save() -> Any:
        return record_membership_review(partnership=partnership, by=request.user, **form.values())

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The review of the membership was recorded.",
        to=members,
        title="Record a review of the membership",
        caption=partnership.name,
        breadcrumbs=under_members(partnership, ("Record a review", None)),
    )
