"""Which rows of governance documents can a story add one by one, through the services?"""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from partnerships.models import GovernanceDocument, Organisation
from partnerships.services.document_adoptions import add_adoptions
from partnerships.services.documents import record_document_review
from tests.partnerships.papers import another_version, present, recorded
from tests.people import Cast

from .growing import body_of, member


def protocol() -> GovernanceDocument:
    found = GovernanceDocument.objects.select_related("partnership__scope")
    return found.get(partnership__reference="children-leeds", kind="information-sharing")


def table(i: int) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"grown-{i}.csv", b"a,b\n")


def document(cast: Cast, i: int) -> None:
    """A document of a body of its own, and one of the partnership."""
    by, body = cast.partnerships_officer, body_of(cast, i)
    for whose in (body, None):
        recorded(
            "children-leeds",
            by=by,
            kind="terms-of-reference",
            title=f"Grown {i}",
            body=whose,
            review_due=date(2008, 1, 1) + timedelta(days=i),
            uploads=[table(i)],
        )


def version(cast: Cast, i: int) -> None:
    """A version in force with a file, an adoption of it by each new member, and a review."""
    by, found = cast.partnerships_officer, protocol()
    member(cast, i)
    another_version(
        found,
        f"Grown {i}",
        by=by,
        state="in-force",
        start=date(2008, 1, 1) + timedelta(days=i),
        uploads=[table(i)],
    )
    adopting = list(Organisation.objects.order_by("pk")[: i + 1])
    add_adoptions(version=present(found), organisations=adopting, adopted_on=None, by=by)
    record_document_review(
        document=found,
        reviewed_on=date(2008, 1, 1) + timedelta(days=i),
        by_whom=f"Grown {i}",
        outcome="Kept.",
        next_due=None,
        by=by,
    )
