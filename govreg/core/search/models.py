"""Under which words is each record found?"""

from django.db import models


class SearchEntry(models.Model):
    """One record with its words folded, so that both databases find the same.

    It is an index, made again from the records at any time, and so has no history of its own.
    """

    model = models.CharField(max_length=80)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["model", "object_id"], name="one_entry_a_record"),
        ]
        verbose_name_plural = "search entries"

    def __str__(self) -> str:
        return self.title
