"""Which kind of chair does a body have from a day on, and what balances the choice?"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from partnerships.chair_types import CHOICES

from .bodies import Body


class ChairQuerySet(TrackedQuerySet):
    """Questions that people ask of chairs."""

    def visible_to(self, user: Any) -> "ChairQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="body__partnership__scope")
        found: ChairQuerySet = self.filter(scopes)
        return found


class Chair(TrackedModel):
    """The kind of chair of a body from a day on, until the next one, and what balances it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="chairs")
    kind = models.CharField("kind of chair", max_length=20, choices=CHOICES)
    start = models.DateField("from")
    reasons_told = models.BooleanField("the reasons for the choice are told", default=False)
    scrutinised = models.BooleanField("overview and scrutiny looks at it", default=False)
    groups_led_by_others = models.BooleanField("partners chair groups", default=False)
    cabinet_in_groups = models.BooleanField("cabinet members sit on theme groups", default=False)
    district_leaders_sit = models.BooleanField("district leaders sit on the board", default=False)
    councillors_in_partners = models.BooleanField(
        "councillors sit in partner organisations", default=False
    )
    councillors_for_places = models.BooleanField(
        "councillors speak for their communities", default=False
    )
    note = models.TextField(blank=True)

    objects = ChairQuerySet.as_manager()
    name_needs = ("body",)
    address_needs = ("body__partnership",)

    class Meta:
        ordering = ["-start"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "start"], name="one_kind_of_chair_of_a_body_from_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"Chair of {self.body} from {self.start:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        """Return the page on which it is corrected."""
        return address_of(
            "partnerships:correct-chair", self.body.partnership.reference, self.body_id, self.pk
        )

    def history_subject(self) -> TrackedModel:
        """Read on the body's history page."""
        return self.body
