"""Which organisations work with the council, and under which names are they known?"""

from typing import Any

from django.db import models
from django.db.models.functions import Lower

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of


class OrganisationQuerySet(TrackedQuerySet):
    """Questions that people ask of organisations."""

    def visible_to(self, user: Any) -> "OrganisationQuerySet":
        """Return all to anybody who sees partnerships or keeps organisations."""
        may = user.may_somewhere(Permission.VIEW_PARTNERSHIPS) or user.may(
            Permission.ADMINISTER_REFERENCE
        )
        return self.all() if may else self.none()

    def current(self) -> "OrganisationQuerySet":
        """Return those that were not merged into another record."""
        return self.filter(merged_into__isnull=True)


class Organisation(TrackedModel):
    """An organisation that is a partner, an auditor or a client."""

    class Kind(models.TextChoices):
        """The kinds of organisation that the sources and the Acts name."""

        COUNCIL = "council", "Local authority"
        PRIMARY_CARE_TRUST = "primary-care-trust", "Primary care trust"
        NHS_TRUST = "nhs-trust", "NHS trust"
        FOUNDATION_TRUST = "foundation-trust", "NHS foundation trust"
        STRATEGIC_HEALTH = "strategic-health", "Strategic health authority"
        CLINICAL_COMMISSIONING = "clinical-commissioning", "Clinical commissioning group"
        INTEGRATED_CARE_BOARD = "integrated-care-board", "Integrated care board"
        HEALTHWATCH = "healthwatch", "Local Healthwatch organisation"
        HEALTH = "health", "Other health body"
        POLICE = "police", "Police force (chief officer of police)"
        POLICE_AUTHORITY = "police-authority", "Police authority"
        FIRE = "fire", "Fire and rescue authority"
        PROBATION = "probation", "Probation services"
        YOUTH_OFFENDING = "youth-offending", "Youth offending team"
        CONNEXIONS = "connexions", "Connexions service"
        LEARNING_SKILLS_COUNCIL = "learning-skills-council", "Learning and Skills Council"
        EDUCATION = "education", "Education or training provider"
        HOUSING = "housing", "Housing organisation"
        EMPLOYMENT = "employment", "Employment service (Jobcentre Plus)"
        REGIONAL_DEVELOPMENT = "regional-development", "Regional development agency"
        JOINT_WASTE = "joint-waste", "Joint waste authority"
        WASTE_DISPOSAL = "waste-disposal", "Joint waste disposal authority"
        PASSENGER_TRANSPORT = "passenger-transport", "Passenger transport authority"
        NATIONAL_PARK = "national-park", "National park authority"
        ENVIRONMENT_AGENCY = "environment-agency", "Environment Agency"
        HIGHWAYS_AGENCY = "highways-agency", "Highways Agency"
        HEALTH_AND_SAFETY = "health-and-safety", "Health and Safety Executive"
        NATURAL_ENGLAND = "natural-england", "Natural England"
        SPORT_ENGLAND = "sport-england", "Sport England"
        MUSEUMS_COUNCIL = "museums-council", "Museums, Libraries and Archives Council"
        ARTS_COUNCIL = "arts-council", "Arts Council"
        ENGLISH_HERITAGE = "english-heritage", "English Heritage"
        ADDED_BY_ORDER = "added-by-order", "Organisation added by order (2007 Act, section 104)"
        VOLUNTARY = "voluntary", "Voluntary or community organisation"
        BUSINESS = "business", "Business"
        PARTNERSHIP = "partnership", "Partnership body"
        REGULATOR = "regulator", "Auditor or regulator"
        OTHER = "other", "Other"

    class Sector(models.TextChoices):
        """The sectors by which membership is reported."""

        PUBLIC = "public", "Public"
        PRIVATE = "private", "Private"
        VOLUNTARY_COMMUNITY = "voluntary-community", "Voluntary and community"
        ELECTED = "elected", "Elected members"
        SERVICE_USER = "service-user", "Service users"

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=24, choices=Kind.choices, default=Kind.OTHER)
    sector = models.CharField(max_length=24, choices=Sector.choices)
    active_from = models.DateField("active from", null=True, blank=True)
    active_to = models.DateField("active to", null=True, blank=True)
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="merged into",
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="one_organisation_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the organisation's page."""
        return address_of("partnerships:organisation", self.pk)


class OrganisationAlias(TrackedModel):
    """Another name by which an organisation is known."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "organisation aliases"
        constraints = [
            models.UniqueConstraint(Lower("name"), name="one_organisation_an_alias"),
        ]

    def __str__(self) -> str:
        return self.name

    def history_subject(self) -> TrackedModel:
        """Read on the organisation's history page."""
        return self.organisation
