"""Which record does this address mean, and may this person see it, or keep it?

Loading and authorising are one call. What a person may not see is not found; what they may see but
not keep is refused with the rule's sentence.
"""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.refusals import enforce
from partnerships.models import (
    Body,
    DocumentVersion,
    FundingArrangement,
    GovernanceDocument,
    HostingAgreement,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    Post,
    Team,
)
from partnerships.queries.documents import with_review
from partnerships.rules import keeping
from partnerships.rules.merging import refusal_to_change_merged


def seen_partnership(request: HttpRequest, reference: str) -> Partnership:
    """Return a partnership that the person may see."""
    found = Partnership.objects.visible_to(request.user).select_related(
        "parent", "lead", "accountable_body", "scope"
    )
    return get_object_or_404(found, reference=reference)


def sees_partnership(request: HttpRequest, partnership: Partnership) -> bool:
    """Say whether the person may read the partnership’s pages: what leads there is a link then."""
    user: Any = request.user
    return bool(user.may(Permission.VIEW_PARTNERSHIPS, partnership.scope_id))


def keeps_partnership(request: HttpRequest, partnership: Partnership) -> bool:
    """Say whether the person may change the partnership's entry."""
    user: Any = request.user
    return bool(user.may(Permission.KEEP_PARTNERSHIPS, partnership.scope_id))


def keeps_members(request: HttpRequest, partnership: Partnership) -> bool:
    """Say whether the person may change the partnership's bodies and members."""
    user: Any = request.user
    return bool(user.may(Permission.KEEP_MEMBERSHIP, partnership.scope_id))


def adds_partnerships(request: HttpRequest) -> bool:
    """Say whether the person may add partnerships: only for the whole council."""
    user: Any = request.user
    return bool(user.may(Permission.KEEP_PARTNERSHIPS))


def kept_partnership(request: HttpRequest, reference: str) -> Partnership:
    """Return a partnership whose entry the person may change."""
    partnership = seen_partnership(request, reference)
    enforce(keeping.refusal_to_keep_partnership(may_keep=keeps_partnership(request, partnership)))
    return partnership


def partnership_with_kept_members(request: HttpRequest, reference: str) -> Partnership:
    """Return a partnership whose bodies and members the person may change."""
    partnership = seen_partnership(request, reference)
    enforce(keeping.refusal_to_keep_members(may_keep=keeps_members(request, partnership)))
    return partnership


def body_of(partnership: Partnership, pk: int) -> Body:
    """Return a body of a partnership."""
    body: Body = get_object_or_404(
        Body.objects.select_related("parent"), partnership=partnership, pk=pk
    )
    body.partnership = partnership
    return body


def meeting_of(partnership: Partnership, pk: int) -> Meeting:
    """Return a meeting of one of a partnership's bodies."""
    found = Meeting.objects.select_related("body")
    meeting: Meeting = get_object_or_404(found, body__partnership=partnership, pk=pk)
    meeting.body.partnership = partnership
    return meeting


def keeps_documents(request: HttpRequest, partnership: Partnership) -> bool:
    """Say whether the person may change the partnership's governance documents."""
    user: Any = request.user
    return bool(user.may(Permission.KEEP_MEMBERSHIP, partnership.scope_id))


def partnership_with_kept_documents(request: HttpRequest, reference: str) -> Partnership:
    """Return a partnership whose governance documents the person may change."""
    partnership = seen_partnership(request, reference)
    enforce(keeping.refusal_to_keep_documents(may_keep=keeps_documents(request, partnership)))
    return partnership


def document_of(partnership: Partnership, pk: int) -> GovernanceDocument:
    """Return a document of a partnership or of one of its bodies, told with its standing."""
    found = with_review(GovernanceDocument.objects.all(), on=clock.today())
    found = found.select_related("body", "owner")
    document: GovernanceDocument = get_object_or_404(found, partnership=partnership, pk=pk)
    document.partnership = partnership
    return document


def version_of(document: GovernanceDocument, pk: int) -> DocumentVersion:
    """Return a version of a document."""
    found = DocumentVersion.objects.select_related("agreed_by", "supersedes")
    version: DocumentVersion = get_object_or_404(found, document=document, pk=pk)
    version.document = document
    return version


def membership_of(partnership: Partnership, pk: int) -> Membership:
    """Return a membership of a partnership or of one of its bodies."""
    found = Membership.objects.select_related("organisation", "body", "post")
    membership: Membership = get_object_or_404(found, partnership=partnership, pk=pk)
    membership.partnership = partnership
    return membership


def keeps_reference(request: HttpRequest) -> bool:
    """Say whether the person keeps organisations, posts and teams."""
    user: Any = request.user
    return bool(user.may(Permission.ADMINISTER_REFERENCE))


def authorise_reference(request: HttpRequest) -> None:
    """Refuse whoever does not keep organisations, posts and teams."""
    enforce(keeping.refusal_to_keep_reference(may_keep=keeps_reference(request)))


def seen_organisation(request: HttpRequest, pk: int) -> Organisation:
    """Return an organisation that the person may see."""
    found = Organisation.objects.visible_to(request.user).select_related("successor", "merged_into")
    return get_object_or_404(found, pk=pk)


def kept_organisation(request: HttpRequest, pk: int) -> Organisation:
    """Return an organisation that the person may change."""
    organisation = seen_organisation(request, pk)
    authorise_reference(request)
    into = organisation.merged_into
    enforce(refusal_to_change_merged(merged_into=into.name if into else None))
    return organisation


def seen_post(request: HttpRequest, pk: int) -> Post:
    """Return a post that the person may see."""
    found = Post.objects.visible_to(request.user).select_related("organisation", "reports_to")
    return get_object_or_404(found, pk=pk)


def kept_post(request: HttpRequest, pk: int) -> Post:
    """Return a post that the person may change."""
    post = seen_post(request, pk)
    authorise_reference(request)
    return post


def seen_team(request: HttpRequest, pk: int) -> Team:
    """Return a team that the person may see."""
    found = Team.objects.visible_to(request.user).select_related("organisation")
    return get_object_or_404(found, pk=pk)


def kept_team(request: HttpRequest, pk: int) -> Team:
    """Return a team that the person may change."""
    team = seen_team(request, pk)
    authorise_reference(request)
    return team


def funding_of(partnership: Partnership, pk: int) -> FundingArrangement:
    """Return a funding arrangement of a partnership."""
    found = FundingArrangement.objects.select_related(
        "host", "accountable_body", "agreement_document"
    )
    arrangement: FundingArrangement = get_object_or_404(found, partnership=partnership, pk=pk)
    arrangement.partnership = partnership
    return arrangement


def hosting_of(partnership: Partnership, pk: int) -> HostingAgreement:
    """Return a hosting agreement of a partnership."""
    found = HostingAgreement.objects.select_related("host", "monitored_by")
    agreement: HostingAgreement = get_object_or_404(found, partnership=partnership, pk=pk)
    agreement.partnership = partnership
    return agreement
