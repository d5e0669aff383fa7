"""How is the review of a document recorded?"""

from typing import Any

from django.http import HttpRequest, HttpResponse

from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.refusals import enforce
from partnerships.forms.documents import DocumentReviewForm
from partnerships.models import REVIEWED
from partnerships.rules.documents import refusal_to_review
from partnerships.services.documents import record_document_review

from .documents import under_document
from .loading import document_of, partnership_with_kept_documents


@access(Permission.KEEP_MEMBERSHIP)
def review(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record that a document was reviewed, and when it is due again."""
    partnership = partnership_with_kept_documents(request, reference)
    thing: Any = document_of(partnership, pk)
    enforce(refusal_to_review(reviewed=thing.standing in REVIEWED))
    form = DocumentReviewForm(
        request.POST if request.method == "POST" else None, cancel_url=thing.get_absolute_url()
    )

    def save() -> Any:
        return record_document_review(document=thing, by=request.user, **form.values())

    title = "Record a review"
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The review of “{thing}” was recorded.",
        to=thing.get_absolute_url(),
        title=title,
        caption=thing.title,
        breadcrumbs=under_document(thing, (title, None)),
    )
