"""Which tables were uploaded and wait to be looked through and confirmed?"""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import models

from govreg.core import clock

from .table import Row

KEPT_FOR = timedelta(hours=24)
#: So many rows stand together, so that a large file is never in memory whole.
PORTION = 500


class UploadedTableQuerySet(models.QuerySet):
    """Questions that the pages and the worker ask."""

    def of(self, user: Any, *, sheet: str, place: str) -> "UploadedTableQuerySet":
        """Return what a person uploaded of a sheet for one place, while it is kept."""
        fresh = clock.true_now() - KEPT_FOR
        return self.filter(by=user, sheet=sheet, place=place, at__gte=fresh)

    def stale(self) -> "UploadedTableQuerySet":
        """Return what nobody confirmed in time."""
        return self.filter(at__lt=clock.true_now() - KEPT_FOR)


class UploadedTable(models.Model):
    """The rows of one file between its upload and its import: its uploader's, for one place.

    A technical record with no history. It goes when it was imported, and within a day or two in
    any case.
    """

    sheet = models.CharField(max_length=60)
    place = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("uploaded at")
    name = models.CharField("file", max_length=200)
    choices = models.TextField("what was decided of names", default="{}")

    objects = UploadedTableQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["at"], name="uploaded_table_by_age")]

    def __str__(self) -> str:
        return self.name

    @property
    def rows(self) -> "StoredRows":
        """The rows that hold anything, each with its line, read as they are asked for."""
        return StoredRows(self)

    def keep(self, rows: Iterable[Row]) -> None:
        """Keep the rows of the file, a portion at a time."""
        coming = iter(rows)
        while portion := list(islice(coming, PORTION)):
            self.portions.create(content=json.dumps(portion))

    @property
    def decided(self) -> dict[str, str]:
        """What was decided of names that stand for no record, by the name."""
        found: dict[str, str] = json.loads(self.choices)
        return found


class UploadedPortion(models.Model):
    """Some of the rows of an uploaded table, as JSON: pairs of a line and its cells."""

    table = models.ForeignKey(UploadedTable, on_delete=models.CASCADE, related_name="portions")
    content = models.TextField("rows")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.table} from row {self.pk}"


class StoredRows:
    """The rows of an uploaded table; they may be gone through as often as it is asked."""

    def __init__(self, table: UploadedTable) -> None:
        self._table = table

    def __iter__(self) -> Iterator[Row]:
        for key in self._table.portions.values_list("pk", flat=True):
            content = self._table.portions.values_list("content", flat=True).get(pk=key)
            yield from ((line, cells) for line, cells in json.loads(content))
