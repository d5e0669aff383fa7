"""How does a person choose the partnerships and bodies that something concerns?"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q

from partnerships.models import Body, Partnership
from reviews.models import Review


class SubjectsField(forms.MultipleChoiceField):
    """Partnerships and their bodies in one list; its value is a list of records."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("widget", forms.SelectMultiple)
        super().__init__(**options)
        self._records: dict[str, Partnership | Body] = {}

    def offer(self, review: Review, also: Iterable[Partnership | Body] = ()) -> None:
        """Offer what a review concerns: its partnerships and their bodies."""
        links = review.concerns.order_by().values("partnership_id")
        partnerships = list(Partnership.objects.filter(pk__in=links))
        bodies = Body.objects.filter(partnership__in=partnerships).select_related("partnership")
        groups: list[tuple[str, list[tuple[str, str]]]] = []
        for partnership in partnerships:
            own = [body for body in bodies if body.partnership_id == partnership.pk]
            inside: list[Partnership | Body] = [partnership, *own]
            self._records.update({key_of(record): record for record in inside})
            groups.append((str(partnership), [(key_of(r), str(r)) for r in inside]))
        extra = [record for record in also if key_of(record) not in self._records]
        if extra:
            self._records.update({key_of(record): record for record in extra})
            groups.append(("Elsewhere", [(key_of(r), str(r)) for r in extra]))
        self.choices = groups

    def clean(self, value: Any) -> list[Partnership | Body]:  # type: ignore[override]
        """Return the chosen records."""
        return [self._records[key] for key in super().clean(value)]

    def prepare_value(self, value: Any) -> Any:
        """Return the keys of records, so that a form can begin with records."""
        if isinstance(value, list | tuple):
            return [v if isinstance(v, str) else key_of(v) for v in value]
        return value


def key_of(record: Partnership | Body) -> str:
    """Return the key under which a record stands in the list."""
    return f"{'p' if isinstance(record, Partnership) else 'b'}-{record.pk}"


def records_of(rows: Iterable[Any]) -> list[Partnership | Body]:
    """Return the partnerships and bodies that rows of subjects name."""
    return [row.partnership or row.body for row in rows]


def bodies_offered(review: Review) -> Any:
    """Return the bodies that may own an action of a review: those of its partnerships."""
    links = review.concerns.order_by().values("partnership_id")
    return Body.objects.filter(Q(partnership__in=links)).order_by("partnership__name", "name")
