"""What names an organisation, and so would name another one after a merge?"""

from collections import Counter, defaultdict
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey

from govreg.core.history.models import TrackedModel
from partnerships.models import (
    Contribution,
    DocumentAdoption,
    HostingSupport,
    Membership,
    Organisation,
    Post,
    Team,
)
from partnerships.rules.membership import Period, refusal_of_overlap


def records_naming(organisation: Organisation) -> list[tuple[TrackedModel, str]]:
    """Return every tracked record that names an organisation, with the field it does so in."""
    found: list[tuple[TrackedModel, str]] = []
    for model in apps.get_models():
        if not issubclass(model, TrackedModel):
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is Organisation:
                rows = model._base_manager.filter(**{field.name: organisation})
                found += [(row, field.name) for row in rows]
    return found


def kinds_naming(organisation: Organisation) -> list[tuple[int, str]]:
    """Return how many records of each kind name an organisation, the kind in words."""
    counts = Counter(type(record) for record, _field in records_naming(organisation))
    return sorted(
        (n, str(model._meta.verbose_name if n == 1 else model._meta.verbose_name_plural))
        for model, n in counts.items()
    )


def titles_in_both(one: Organisation, other: Organisation) -> list[str]:
    """Return the titles of posts and names of teams that both organisations have."""
    posts = Post.objects.filter(organisation=one).values_list("title", flat=True)
    teams = Team.objects.filter(organisation=one).values_list("name", flat=True)
    return sorted(
        {*Post.objects.filter(organisation=other, title__in=posts).values_list("title", flat=True)}
        | {*Team.objects.filter(organisation=other, name__in=teams).values_list("name", flat=True)}
    )


def money_in_both(one: Organisation, other: Organisation) -> list[str]:
    """Return the years of arrangements and the hosting agreements in which both have a part."""
    paid = Contribution.objects.filter(organisation=other).order_by()
    theirs = set(paid.values_list("arrangement", "financial_year"))
    ours = Contribution.objects.filter(organisation=one).select_related("arrangement")
    years = {
        f"{row.arrangement}, {row.financial_year}"
        for row in ours
        if (row.arrangement_id, row.financial_year) in theirs
    }
    helped = HostingSupport.objects.filter(organisation=other).order_by().values("agreement")
    both = HostingSupport.objects.filter(organisation=one, agreement__in=helped)
    return sorted(years | {str(row.agreement) for row in both.select_related("agreement")})


def seats_in_both(one: Organisation, other: Organisation) -> list[str]:
    """Return the bodies and partnerships on which both hold the same seat at the same time."""
    held: dict[tuple[Any, ...], list[Period]] = defaultdict(list)
    for seat in Membership.objects.filter(organisation=other):
        held[_seat(seat)].append((seat.start, seat.end))
    mine = Membership.objects.filter(organisation=one).select_related("body", "partnership")
    return sorted(
        {
            f"{seat.body} ({seat.partnership})" if seat.body else str(seat.partnership)
            for seat in mine
            if refusal_of_overlap(start=seat.start, end=seat.end, others=held[_seat(seat)])
        }
    )


def adoptions_in_both(one: Organisation, other: Organisation) -> list[str]:
    """Return the versions of documents that both are recorded to have adopted."""
    versions = DocumentAdoption.objects.filter(organisation=one).values("of")
    both = DocumentAdoption.objects.filter(organisation=other, of__in=versions)
    named = both.select_related("of__document__partnership")
    return sorted(
        f"“{adoption.of.document}”, version {adoption.of.label} "
        f"({adoption.of.document.partnership})"
        for adoption in named
    )


def _seat(seat: Membership) -> tuple[Any, ...]:
    return seat.partnership_id, seat.body_id, seat.representative, seat.post_id
