"""Which records that are no history were removed because their time was over?"""

from typing import ClassVar

from django.db import models

from .tracked import TrackedModel


class Disposal(TrackedModel):
    """One removal of everything of a kind from before a moment. Append-only by trigger.

    The database lets rows of an append-only kind go only when they are older than this says.
    """

    append_only: ClassVar[bool] = True

    what = models.CharField("kind of record", max_length=80)
    before = models.DateTimeField("from before")
    rows = models.PositiveBigIntegerField("how many")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.rows} of {self.what}"
