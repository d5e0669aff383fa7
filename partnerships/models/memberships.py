"""Which organisation sits on which partnership or body, for whom and from when to when?"""

from typing import Any

from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel
from govreg.core.ui.addresses import address_of

from .bodies import Body
from .organisations import Organisation
from .partnerships import Partnership
from .periods import DatedModel, DatedQuerySet
from .posts import Post


class MembershipQuerySet(DatedQuerySet):
    """Questions that people ask of memberships."""

    def visible_to(self, user: Any) -> "MembershipQuerySet":
        """Return those of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="partnership__scope")
        found: MembershipQuerySet = self.filter(scopes)
        return found

    def held(self) -> "MembershipQuerySet":
        """Leave out the vacant seats: a seat that nobody holds makes nobody a member."""
        found: MembershipQuerySet = self.filter(is_vacant=False)
        return found


class Membership(DatedModel):
    """An organisation's seat on a body, or on the partnership where no body is known."""

    class Role(models.TextChoices):
        """What the member is on the body."""

        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice-chair", "Vice-chair"
        MEMBER = "member", "Member"
        OBSERVER = "observer", "Observer"

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="memberships"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    representative = models.CharField(
        "representative’s post", max_length=200, blank=True, help_text="A post, not a name"
    )
    post = models.ForeignKey(
        Post,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="post in the register",
    )
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.MEMBER)
    delegated_authority = models.BooleanField(
        "may decide for the organisation", null=True, blank=True
    )
    voting = models.BooleanField("votes", null=True, blank=True)
    substitutes_allowed = models.BooleanField("may send a substitute", null=True, blank=True)
    is_vacant = models.BooleanField(
        "vacant", default=False, help_text="Nobody represents the organisation in this seat"
    )

    objects = MembershipQuerySet.as_manager()
    name_needs = ("organisation", "partnership", "body")

    class Meta(DatedModel.Meta):
        ordering = ["organisation__name", "pk"]

    def __str__(self) -> str:
        return f"{self.organisation} on {self.body or self.partnership}"

    @property
    def represented_by(self) -> str:
        """The post that represents the organisation, as far as it is known, or that nobody does."""
        named = self.post.title if self.post else self.representative
        if self.is_vacant:
            return f"Vacant ({named})" if named else "Vacant"
        return named

    @property
    def rights(self) -> str:
        """What the seat may do, as far as it is stated: "Votes, no substitute"."""
        said = [
            words[answer]
            for words, answer in (
                ({True: "votes", False: "no vote"}, self.voting),
                ({True: "may decide", False: "may not decide"}, self.delegated_authority),
                ({True: "may send a substitute", False: "no substitute"}, self.substitutes_allowed),
            )
            if answer is not None
        ]
        told = ", ".join(said)
        return told[:1].upper() + told[1:]

    def get_absolute_url(self) -> str:
        """Return the membership's page."""
        return address_of("partnerships:member", self.partnership.reference, self.pk)

    def history_subject(self) -> TrackedModel:
        """Read on the body's history page, or the partnership's where no body is known."""
        return self.body or self.partnership
