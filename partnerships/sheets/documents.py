"""How do a partnership's governance documents leave as a sheet, and come in again?

The sheet holds what is recorded of each document, with its present version. The files themselves
are in no sheet. Another version is added on the document's page, where its files are.
"""

from collections.abc import Collection, Iterable
from typing import Any

from govreg.core.transfer.binding import Reader
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from partnerships.models import DocumentState, DocumentVersion, GovernanceDocument
from partnerships.services.allowed import enforce_keeping_documents
from partnerships.services.documents import EDITABLE, add_document, describe_document

from .binding import RowsOfPartnership, narrowed, own
from .meetings import refused
from .names import post_in_words

OF_THE_VERSION = {
    "label": "label",
    "standing": "state",
    "dated": "dated",
    "agreed_by": "agreed_by",
    "agreed_in_words": "agreed_in_words",
    "agreed_on": "agreed_on",
    "in_force_from": "start",
}
FIRST = (DocumentState.DRAFT, DocumentState.AGREED, DocumentState.IN_FORCE)
OF_A_NEW_ONE = "Of a new document. Another version is added on the document’s page"
SHEET = Sheet(
    "documents",
    "Documents",
    ("document", "documents"),
    (
        Column("title", "Title", required=True),
        Column(
            "kind",
            "Kind",
            Kind.CHOICE,
            choices=dict(GovernanceDocument.Kind.choices),
            required=True,
        ),
        Column("body", "Body", Kind.NAME, help="Empty where it is the partnership as a whole"),
        Column("owner", "Owner’s post", Kind.NAME, write=post_in_words),
        Column("review_due", "Review due", Kind.DATE),
        Column("notes", "Notes", Kind.LONG_TEXT, empty="", most=10_000),
        Column("label", "Version of the document", empty="", most=60, help=OF_A_NEW_ONE),
        Column(
            "standing",
            "State",
            Kind.CHOICE,
            choices=dict(DocumentState.choices),
            help=OF_A_NEW_ONE,
        ),
        Column("dated", "Date on it", Kind.DATE, help=OF_A_NEW_ONE),
        Column("agreed_by", "Agreed by", Kind.NAME, help=OF_A_NEW_ONE),
        Column("agreed_in_words", "Agreed, in words", empty="", most=300, help=OF_A_NEW_ONE),
        Column("agreed_on", "Agreed on", Kind.DATE, help=OF_A_NEW_ONE),
        Column("in_force_from", "In force from", Kind.DATE, help=OF_A_NEW_ONE),
    ),
)


class Documents(RowsOfPartnership):
    """The governance documents of one partnership and of its bodies."""

    sheet = SHEET
    model = GovernanceDocument
    verb = "Imported documents"
    headings = {
        "document-known": "Title",
        "version-unnamed": "Version of the document",
        "version-state": "State",
        "version-elsewhere": "Version of the document",
        "agreed-by-nobody": "Agreed by",
        "agreed-on-no-day": "Agreed on",
        "agreed-to-come": "Agreed on",
    }

    def enforce_allowed(self) -> None:
        """Refuse whoever does not keep the partnership's documents."""
        enforce_keeping_documents(self.partnership, by=self.by)

    def readers(self) -> dict[str, Reader]:
        """Read also which body agreed a version."""
        return {**super().readers(), "agreed_by": self.bodies.read}

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give every document with its present version."""
        found: Any = GovernanceDocument.objects.filter(partnership=self.partnership)
        found = narrowed(found.with_standing(), lock=lock, only=only)
        found = list(found.select_related("body", "owner__organisation").order_by("title", "pk"))
        versions = DocumentVersion.objects.select_related("agreed_by").filter(
            document__partnership=self.partnership
        )
        present = {version.pk: version for version in versions}
        for one in own(found, self.partnership):
            version = present.get(one.current_id)
            values = {name: getattr(one, name) for name in EDITABLE}
            for key, name in OF_THE_VERSION.items():
                empty = SHEET.column(key).empty
                values[key] = getattr(version, name) if version else empty
            yield Held(one, one.pk, one.version, values)

    def address_of(self, record: Any) -> str:
        """Return the document's page."""
        return str(record.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the document by its title."""
        return str(values["title"] or "")

    def save(self, draft: Draft) -> None:
        """Record the document with its first version, or describe it anew."""
        values = draft.values
        described = {name: values[name] for name in EDITABLE}
        if draft.held is None:
            self._add(values, described)
            return
        if draft.changed & set(OF_THE_VERSION):
            raise refused(
                "version-elsewhere",
                "The versions of a document that is recorded already are kept on its page, with "
                "their files. Leave what is said of the version as it is.",
            )
        document = draft.held.record
        describe_document(document=document, version=document.version, values=described, by=self.by)

    def _add(self, values: dict[str, Any], described: dict[str, Any]) -> None:
        if not values["label"]:
            raise refused(
                "version-unnamed", "Say what the version is called, such as 1 or “Final draft”."
            )
        if values["standing"] not in FIRST:
            raise refused(
                "version-state", "A new document is a draft, agreed or in force. Say which."
            )
        first = {OF_THE_VERSION[key]: values[key] for key in OF_THE_VERSION if key != "standing"}
        add_document(
            partnership=self.partnership,
            values=described,
            first=first,
            state=values["standing"],
            by=self.by,
        )
