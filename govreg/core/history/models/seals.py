"""Which blocks of history have been sealed, and with which digest?"""

from typing import ClassVar

from django.db import models

from .changes import ChangeSet


class Seal(models.Model):
    """One block of change sets with the chained SHA-256 digest of everything they wrote.

    `columns` keeps which columns each history table had on the day, so that a column added later
    does not break an older seal. `version` says how the digest was made: 1 over whole rows, 2 with
    each text under a digest of its own, so that one can be removed by law and the rest be checked.
    """

    first_change_set = models.BigIntegerField()
    last_change_set = models.BigIntegerField(unique=True)
    rows = models.PositiveIntegerField()
    columns = models.JSONField()
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    sealed_at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["last_change_set"]

    def __str__(self) -> str:
        return f"Change sets {self.first_change_set} to {self.last_change_set}"


class SealRenewal(models.Model):
    """A block sealed in the first way, checked and digested in the second before a redaction.

    From then on its rows are held against this digest; the chain goes on over the block's own.
    """

    append_only: ClassVar[bool] = True

    change_set = models.ForeignKey(ChangeSet, on_delete=models.PROTECT, related_name="+")
    seal = models.OneToOneField(Seal, on_delete=models.PROTECT, related_name="renewal")
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"Renewal of {self.seal}"
