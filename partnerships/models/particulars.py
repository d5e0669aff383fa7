"""What else does a council keep of a partnership: its form, its weight, its risks, its end?

The fields are those that councils' partnership policies ask for today.
"""

from django.db import models
from django.db.models import Q

from govreg.core.history.models import TrackedModel

from .posts import Post


class Particulars(TrackedModel):
    """The particulars of a partnership beside its entry."""

    class LegalForm(models.TextChoices):
        """What it is in law."""

        UNINCORPORATED = "unincorporated", "Unincorporated association"
        CONTRACT = "contract", "Contract or written agreement"
        COMPANY = "company", "Company"
        TRUST = "trust", "Trust or charity"
        JOINT_COMMITTEE = "joint-committee", "Joint committee"
        STATUTORY_BODY = "statutory-body", "Body set up by statute"
        OTHER = "other", "Other"

    class Basis(models.TextChoices):
        """Whether the law asks for it."""

        STATUTORY = "statutory", "Statutory: the law requires it"
        VOLUNTARY = "voluntary", "Voluntary"

    class StatutoryKind(models.TextChoices):
        """The partnerships whose members an Act names."""

        LSP = "lsp", "Local strategic partnership"
        COMMUNITY_SAFETY = "community-safety", "Community safety (crime and disorder reduction)"
        CHILDRENS_TRUST = "childrens-trust", "Children’s trust"
        HEALTH_AND_WELLBEING = "health-wellbeing", "Health and wellbeing board"
        SAFEGUARDING_ADULTS = "safeguarding-adults", "Safeguarding adults board"
        SAFEGUARDING_CHILDREN = "safeguarding-children", "Safeguarding children partners"

    class Stage(models.TextChoices):
        """How far its members have come together (national study of 2009, paragraph 25)."""

        NETWORKING = "networking", "Networking"
        COORDINATION = "coordination", "Coordination"
        COOPERATION = "cooperation", "Cooperation"
        COLLABORATION = "collaboration", "Collaboration"

    class Significance(models.TextChoices):
        """How much depends on it for the council."""

        SIGNIFICANT = "significant", "Significant"
        MODERATE = "moderate", "Moderate"
        LIMITED = "limited", "Limited"

    class Ending(models.TextChoices):
        """Why it stands in the register no more as a partnership at work."""

        AIMS_MET = "aims-met", "Its aims were met"
        MERGED = "merged", "It was merged into another partnership"
        REPLACED = "replaced", "It was replaced"
        FUNDING = "funding", "Its funding ended"
        NEVER_BEGUN = "never-begun", "The proposal was not taken further"
        NOT_ONE = "not-a-partnership", "It is not a partnership"
        OTHER = "other", "Another reason"

    directorate = models.CharField(max_length=200, blank=True)
    deputy = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="deputy lead officer’s post",
    )
    lead_member = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="lead member’s post",
    )
    legal_form = models.CharField(
        "legal form", max_length=20, choices=LegalForm.choices, blank=True
    )
    required_by_law = models.CharField(
        "statutory or voluntary", max_length=12, choices=Basis.choices, blank=True
    )
    statutory_kind = models.CharField(
        "statutory kind", max_length=24, choices=StatutoryKind.choices, blank=True
    )
    stage = models.CharField(
        "stage of development", max_length=16, choices=Stage.choices, blank=True
    )
    council_resources = models.TextField("the council’s resources that it uses", blank=True)
    liabilities = models.TextField(blank=True)
    insurance = models.TextField(blank=True)
    assets = models.TextField("ownership of assets", blank=True)
    complaints_route = models.TextField("where a complaint goes", blank=True)
    entry_decision = models.CharField("decision to enter it", max_length=300, blank=True)
    significance = models.CharField(max_length=12, choices=Significance.choices, blank=True)
    significance_reason = models.TextField("why it has that significance", blank=True)
    significance_approved_by = models.CharField(
        "significance approved by", max_length=200, blank=True
    )
    significance_on = models.DateField("significance approved on", null=True, blank=True)
    is_published = models.BooleanField("stands in the published register", default=False)
    ended_on = models.DateField("ended on", null=True, blank=True)
    ended_because = models.CharField(
        "why it ended", max_length=20, choices=Ending.choices, blank=True
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(significance_on__isnull=True) | ~Q(significance=""),
                name="an_approved_significance_is_stated",
            ),
        ]
