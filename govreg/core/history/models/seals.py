"""Which blocks of history have been sealed, and with which digest?"""

from django.db import models


class Seal(models.Model):
    """One block of change sets with the chained SHA-256 digest of everything they wrote.

    `columns` keeps which columns each history table had on the day, so that a column added later
    does not break an older seal.
    """

    first_change_set = models.BigIntegerField()
    last_change_set = models.BigIntegerField(unique=True)
    rows = models.PositiveIntegerField()
    columns = models.JSONField()
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField()

    class Meta:
        ordering = ["last_change_set"]

    def __str__(self) -> str:
        return f"Change sets {self.first_change_set} to {self.last_change_set}"
