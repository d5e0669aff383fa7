"""Which versions of a governance document were there, who agreed each, and when was it in force?"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from govreg.core.access import Permission
from govreg.core.files.models import StoredFile
from govreg.core.history.models import TrackedModel, TrackedQuerySet

from .bodies import Body
from .documents import DocumentState, GovernanceDocument
from .periods import DatedModel, DatedQuerySet

EVER_IN_FORCE = (DocumentState.IN_FORCE, DocumentState.SUPERSEDED, DocumentState.WITHDRAWN)


def may_read_files(user: Any, *, path: str = "") -> Q:
    """Return the condition under which a user may read the files of a version.

    `path` leads to the version ("of__"). What is exempt from publication (Local Government Act
    1972, Schedule 12A) is for those whose role says so.
    """
    scope = f"{path}document__partnership__scope"
    exempt = user.scope_filter(Permission.VIEW_EXEMPT, field=scope)
    seen: Q = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field=scope)
    return seen & (Q(**{f"{path}exempt": False}) | exempt) if exempt else seen


class DocumentVersionQuerySet(DatedQuerySet):
    """Questions that people ask of versions."""

    def visible_to(self, user: Any) -> "DocumentVersionQuerySet":
        """Return those of the documents that the user may see; their files are another matter."""
        scopes = user.scope_filter(
            Permission.VIEW_PARTNERSHIPS, field="document__partnership__scope"
        )
        found: DocumentVersionQuerySet = self.filter(scopes)
        return found

    def that_held(self, *, on: Any) -> "DocumentVersionQuerySet":
        """Return those that were in force on a day, whatever became of them since.

        One that ended on an unknown day, or never came into force, is not known to have been.
        """
        in_force = Q(state=DocumentState.IN_FORCE, end=None) | Q(
            state__in=EVER_IN_FORCE, end__gte=on
        )
        found: DocumentVersionQuerySet = self.filter(
            in_force, Q(start__isnull=True) | Q(start__lte=on)
        )
        return found


class DocumentVersion(DatedModel):
    """One version of a document. `start` and `end` are the first and last day it was in force."""

    document = models.ForeignKey(
        GovernanceDocument, on_delete=models.PROTECT, related_name="versions"
    )
    label = models.CharField("version", max_length=60)
    dated = models.DateField("date on it", null=True, blank=True)
    state = models.CharField(
        max_length=12, choices=DocumentState.choices, default=DocumentState.DRAFT
    )
    agreed_by = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="agreed by",
    )
    agreed_in_words = models.CharField("agreed, in words", max_length=300, blank=True)
    agreed_on = models.DateField("agreed on", null=True, blank=True)
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    exempt = models.BooleanField("files are exempt from publication", default=False)
    withdrawn_because = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = DocumentVersionQuerySet.as_manager()
    name_needs = ("document",)

    class Meta(DatedModel.Meta):
        ordering = ["-pk"]
        constraints = [
            *DatedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["document", "label"], name="one_version_a_label_of_a_document"
            ),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(state="in-force"),
                name="one_version_of_a_document_in_force",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn") ^ Q(withdrawn_because=""),
                name="a_version_is_withdrawn_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="a_version_does_not_supersede_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.label}"

    def history_subject(self) -> TrackedModel:
        """Read on the document's history page."""
        return self.document


class DocumentFileQuerySet(TrackedQuerySet):
    """Questions that people ask of the files of versions."""

    def visible_to(self, user: Any) -> "DocumentFileQuerySet":
        """Return those that the user may read, exempt ones only where their role says so."""
        found: DocumentFileQuerySet = self.filter(may_read_files(user, path="of__"))
        return found

    def hidden_from(self, user: Any) -> "DocumentFileQuerySet":
        """Return the exempt files that the user may not read, nor know the names of."""
        read = DocumentFile.objects.filter(may_read_files(user, path="of__"))
        found: DocumentFileQuerySet = self.filter(of__exempt=True).exclude(
            pk__in=read.order_by().values("pk")
        )
        return found


class DocumentFile(TrackedModel):
    """One file of a version. It stays as it was taken; a mended one stands beside it."""

    # `version` is the field of every tracked record that counts its own changes.
    of = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField("added on")

    objects = DocumentFileQuerySet.as_manager()
    name_needs = ("file",)
    address_needs = ("of__document__partnership",)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.file)

    def get_absolute_url(self) -> str:
        """Return the page of the document that the file belongs to."""
        return self.of.document.get_absolute_url()

    def history_subject(self) -> TrackedModel:
        """Read on the document's history page."""
        return self.of.document
