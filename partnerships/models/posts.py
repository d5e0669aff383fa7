"""Which posts are there, who reports to whom, and who held which post when?"""

from typing import Any

from django.conf import settings
from django.db import models

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of

from .organisations import Organisation
from .periods import DatedModel, DatedQuerySet


class PostQuerySet(TrackedQuerySet):
    """Questions that people ask of posts."""

    def visible_to(self, user: Any) -> "PostQuerySet":
        """Return all to anybody who sees partnerships or keeps posts."""
        may = user.may_somewhere(Permission.VIEW_PARTNERSHIPS) or user.may(
            Permission.ADMINISTER_REFERENCE
        )
        return self.all() if may else self.none()


class Post(TrackedModel):
    """A post in an organisation. Responsibility is given to posts, because people move on."""

    title = models.CharField(max_length=200)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reports_to = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="reports to",
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "organisation"], name="one_post_a_title_in_an_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the post's page."""
        return address_of("partnerships:post", self.pk)


class PostHolding(DatedModel):
    """A user held a post from a day to a day."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="post_holdings"
    )

    objects = DatedQuerySet.as_manager()
    name_needs = ("post", "user")

    class Meta(DatedModel.Meta):
        ordering = ["post", "start"]

    def __str__(self) -> str:
        return f"{self.user} as {self.post}"

    def history_subject(self) -> TrackedModel:
        """Read on the post's history page."""
        return self.post
