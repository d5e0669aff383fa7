"""Who has signed the protocol on sharing information, and how is it kept alive?"""

from dataclasses import dataclass
from datetime import date

from partnerships.models import (
    DocumentAdoption,
    GovernanceDocument,
    Organisation,
    Partnership,
    SharingActivity,
    SharingObstacle,
)

from .documents import yet_to_adopt


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol, those who signed a version of it, and the members who did not."""

    document: GovernanceDocument
    signed: list[DocumentAdoption]
    unsigned: list[Organisation]


@dataclass(frozen=True, slots=True)
class InformationSharing:
    """All that is kept of how a partnership shares information."""

    protocols: list[Protocol]
    activities: list[SharingActivity]
    obstacles: list[SharingObstacle]

    @property
    def open_obstacles(self) -> int:
        """How many obstacles are not resolved."""
        return sum(one.resolved_on is None for one in self.obstacles)


def information_sharing_of(partnership: Partnership, *, on: date) -> InformationSharing:
    """Return what is kept of a partnership's sharing; a partnership has one protocol or few."""
    documents = GovernanceDocument.objects.filter(
        partnership=partnership, kind=GovernanceDocument.Kind.INFORMATION_SHARING
    )
    return InformationSharing(
        [_protocol(document, on) for document in documents.order_by("title", "pk")],
        list(SharingActivity.objects.filter(partnership=partnership)),
        list(SharingObstacle.objects.filter(partnership=partnership).select_related("owner")),
    )


def _protocol(document: GovernanceDocument, on: date) -> Protocol:
    rows = DocumentAdoption.objects.filter(of__document=document).select_related("organisation")
    signed: dict[int, DocumentAdoption] = {}
    for one in rows.order_by("organisation__name", "-of"):
        signed.setdefault(one.organisation_id, one)
    return Protocol(
        document, list(signed.values()), list(yet_to_adopt(document, set(signed), on=on))
    )
