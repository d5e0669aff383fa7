"""Which documents govern a partnership or one of its bodies, and when are they to be reviewed?"""

from typing import Any

from django.db import models
from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, Value, When

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .bodies import Body
from .partnerships import Partnership
from .posts import Post


class DocumentState(models.TextChoices):
    """How a version stands, and so the document whose present version it is."""

    DRAFT = "draft", "Draft"
    AGREED = "agreed", "Agreed"
    IN_FORCE = "in-force", "In force"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: A document is told by the version that stands first here, and of those by the latest.
FIRST_TOLD = (
    DocumentState.IN_FORCE,
    DocumentState.AGREED,
    DocumentState.DRAFT,
    DocumentState.SUPERSEDED,
    DocumentState.WITHDRAWN,
)
#: What is reviewed: a draft is still being written, and what has ended is kept as it was.
REVIEWED = (DocumentState.IN_FORCE, DocumentState.AGREED)


class GovernanceDocumentQuerySet(TrackedQuerySet):
    """Questions that people ask of governance documents."""

    def visible_to(self, user: Any) -> "GovernanceDocumentQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: GovernanceDocumentQuerySet = self.filter(scopes)
        return found

    def with_standing(self) -> "GovernanceDocumentQuerySet":
        """Return them with their present version: `current_id`, `standing`, `current_label`."""
        from .document_versions import DocumentVersion

        rank = Case(
            *(When(state=state, then=Value(place)) for place, state in enumerate(FIRST_TOLD)),
            output_field=IntegerField(),
        )
        versions = DocumentVersion.objects.filter(document=OuterRef("pk")).order_by(rank, "-pk")
        found: GovernanceDocumentQuerySet = self.annotate(
            current_id=Subquery(versions.values("pk")[:1]),
            standing=Subquery(versions.values("state")[:1]),
            current_label=Subquery(versions.values("label")[:1]),
            agreed_on=Subquery(versions.values("agreed_on")[:1]),
        )
        return found


class GovernanceDocument(TrackedModel):
    """A document by which a partnership, or one of its bodies, is governed. It has versions."""

    class Kind(models.TextChoices):
        """The kinds that the auditors' reviews and the national study name."""

        TERMS_OF_REFERENCE = "terms-of-reference", "Terms of reference"
        CONSTITUTION = "constitution", "Constitution"
        PARTNERSHIP_AGREEMENT = "partnership-agreement", "Partnership agreement"
        SERVICE_MANAGEMENT = (
            "service-management",
            "Service management and development arrangements",
        )
        MEMORANDUM = "memorandum", "Memorandum of understanding"
        INFORMATION_SHARING = "information-sharing", "Information sharing protocol"
        HOSTING = "hosting", "Hosting agreement"
        PROTOCOL = "protocol", "Protocol between authorities"
        DELEGATION = "delegation", "Scheme of delegation, or change of a constitution"
        ACTION_PLAN = "action-plan", "Action plan"
        CHILDRENS_PLAN = "childrens-plan", "Children and young people’s plan"
        COMMUNITY_STRATEGY = "community-strategy", "Sustainable community strategy"
        AREA_AGREEMENT = "area-agreement", "Local or multi-area agreement"
        PERFORMANCE = "performance", "Performance management framework"
        DATA_QUALITY = "data-quality", "Data quality strategy"
        COMMUNICATIONS = "communications", "Communications plan"
        PARTICIPATION = "participation", "Participation strategy"
        RISK_REGISTER = "risk-register", "Risk register"
        CONTINGENCY = "contingency", "Contingency plan"
        MINUTES = "minutes", "Minutes"
        ANNUAL_REPORT = "annual-report", "Annual report"
        OTHER = "other", "Other"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="documents")
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="documents"
    )
    kind = models.CharField(max_length=24, choices=Kind.choices)
    title = models.CharField(max_length=200)
    owner = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="owner’s post",
    )
    review_due = models.DateField("review due", null=True, blank=True)
    notes = models.TextField(blank=True)

    objects = GovernanceDocumentQuerySet.as_manager()
    name_needs = ("partnership", "body")
    address_needs = ("partnership",)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "kind", "title"],
                condition=Q(body=None),
                name="one_document_a_title_of_a_partnership",
            ),
            models.UniqueConstraint(
                fields=["body", "kind", "title"],
                condition=Q(body__isnull=False),
                name="one_document_a_title_of_a_body",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def of_whom(self) -> str:
        """Whose document it is: a body's, or the partnership's as a whole."""
        return self.body.name if self.body else "The whole partnership"

    def get_absolute_url(self) -> str:
        """Return the document's page."""
        return address_of("partnerships:document", self.partnership.reference, self.pk)
