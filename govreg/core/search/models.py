"""Under which words is each record found, and which words does each file hold?"""

from django.db import models

from govreg.core.files.models import StoredFile

from .reading.outcome import Reading


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


class FileText(models.Model):
    """The distinct words of a stored file, or why there are none.

    Read once, when the file is taken, since a file's content never changes. An index too: it can be
    made again from the file.
    """

    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    reading = models.CharField(max_length=16, choices=[(r.value, r.name) for r in Reading])
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Text of {self.file}"

    @property
    def sentence(self) -> str:
        """Why the text is not searched, or not all of it; nothing where it is."""
        return Reading(self.reading).sentence
