"""What does a person scan in a list of governance documents?"""

from typing import Any

import django_filters
from django.http import HttpRequest

from govreg.core.search import index
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import DocumentState, GovernanceDocument, Partnership
from partnerships.queries.documents import STATE_COLOURS
from partnerships.rules import documents as rules

REVIEW_WORDS = {
    rules.OVERDUE: "Review overdue",
    rules.SOON: "Review due soon",
    rules.IN_TIME: "In time",
    rules.NO_DATE: "No date set",
    rules.NOT_REVIEWED: "",
}
REVIEW_COLOURS = {
    rules.OVERDUE: "red",
    rules.SOON: "yellow",
    rules.IN_TIME: "green",
    rules.NO_DATE: "orange",
}
REVIEW_CHOICES = [
    (value, REVIEW_WORDS[value]) for value in (rules.OVERDUE, rules.SOON, rules.NO_DATE)
]


def partnerships(request: HttpRequest) -> Any:
    """Return the partnerships that the reader may see."""
    return Partnership.objects.visible_to(request.user)


class PartnershipDocumentFilter(RegisterFilterSet):
    """Words, kind, standing and review."""

    words = django_filters.CharFilter(label="Words of the title", method="having_words")
    kind = django_filters.ChoiceFilter(label="Kind", choices=GovernanceDocument.Kind.choices)
    state = django_filters.ChoiceFilter(
        label="Standing", choices=DocumentState.choices, field_name="standing"
    )
    review = django_filters.ChoiceFilter(label="Review", choices=REVIEW_CHOICES)

    class Meta:
        model = GovernanceDocument
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in titles, bodies, kinds and notes."""
        return index.having_words(queryset, value)


class DocumentFilter(PartnershipDocumentFilter):
    """The same, and the partnership."""

    partnership = RecordFilter(
        label="Partnership", records=partnerships, named_by="name", field_name="partnership"
    )


def review_tag(document: Any) -> Any:
    """Show how a document, told with its review, stands with it."""
    word = REVIEW_WORDS[document.review]
    return tag(word, REVIEW_COLOURS[document.review]) if word else ""


class PartnershipDocumentList(RegisterList):
    """The documents of one partnership, by title."""

    columns = [
        Column("Title", "title", sort="title", cell=lambda d: link(d.get_absolute_url(), d.title)),
        Column("Of", "of_whom", sort="body__name"),
        Column("Kind", lambda d: d.get_kind_display(), sort="kind"),
        Column(
            "Standing",
            lambda d: DocumentState(d.standing).label,
            sort="standing",
            cell=lambda d: tag(
                DocumentState(d.standing).label, STATE_COLOURS[DocumentState(d.standing)]
            ),
        ),
        Column(
            "Review",
            lambda d: REVIEW_WORDS[d.review],
            sort="review",
            cell=review_tag,
            missing="None",
        ),
        Column("Review due", "review_due", sort="review_due", missing="Not stated"),
        Column("Version", "current_label", sort="current_label"),
        Column("Agreed on", "agreed_on", sort="agreed_on", missing="Not stated"),
        Column("Owner", "owner.title", sort="owner__title", missing="Not stated"),
    ]
    filterset = PartnershipDocumentFilter
    order = "title"
    dense = True
    noun = ("document", "documents")
    caption = "Documents"
    empty = (
        "The documents that govern this partnership and its bodies stand here: terms of reference, "
        "agreements, protocols and plans. None has been recorded yet."
    )


class DocumentList(PartnershipDocumentList):
    """The documents of every partnership."""

    columns = [
        PartnershipDocumentList.columns[0],
        Column("Partnership", "partnership.name", sort="partnership__name"),
        *PartnershipDocumentList.columns[1:],
    ]
    filterset = DocumentFilter
    empty = "No document of a partnership that you may see has been recorded yet."
