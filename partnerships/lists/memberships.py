"""What does a person scan in the list of a partnership's members?"""

from typing import Any

import django_filters
from django.db.models import Q
from django.http import HttpRequest

from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, tag
from partnerships.models import Body, Membership, Organisation
from partnerships.queries.members import NOW, STANDINGS, TO_COME, VACANT

COLOURS = {NOW: "green", TO_COME: "blue", VACANT: "orange"}
ANSWERS = [("yes", "Votes"), ("no", "Has no vote"), ("unknown", "Not stated")]
LABELS = dict(STANDINGS)


def bodies(request: HttpRequest) -> Any:
    """Return the bodies of the partnership whose page this is."""
    reference = request.resolver_match.kwargs["reference"] if request.resolver_match else ""
    return Body.objects.filter(partnership__reference=reference)


class MemberFilter(RegisterFilterSet):
    """Words, standing, body, sector and vote."""

    words = django_filters.CharFilter(label="Words", method="having_words")
    standing = django_filters.ChoiceFilter(label="Standing", choices=STANDINGS)
    body = RecordFilter(label="Body", records=bodies, named_by="name", field_name="body")
    sector = django_filters.ChoiceFilter(
        label="Sector", field_name="organisation__sector", choices=Organisation.Sector.choices
    )
    vote = django_filters.ChoiceFilter(label="Vote", choices=ANSWERS, method="with_vote")

    class Meta:
        model = Membership
        fields: list[str] = []

    def having_words(self, queryset: Any, name: str, value: str) -> Any:
        """Find the words in the organisation's name and in the representative's post."""
        return queryset.filter(
            Q(organisation__name__icontains=value)
            | Q(representative__icontains=value)
            | Q(post__title__icontains=value)
        )

    def with_vote(self, queryset: Any, name: str, value: str) -> Any:
        """Keep the seats that vote, that have no vote, or of which it is not stated."""
        answers = {"yes": True, "no": False}
        return queryset.filter(voting=answers.get(value))


def member_address(membership: Membership) -> str:
    """Return the membership's page."""
    return membership.get_absolute_url()


class MemberList(RegisterList):
    """Every seat, past and present, one a line."""

    columns = [
        Column(
            "Organisation",
            "organisation.name",
            sort="organisation__name",
            cell=lambda m: link(member_address(m), m.organisation.name),
        ),
        Column(
            "Sector", lambda m: m.organisation.get_sector_display(), sort="organisation__sector"
        ),
        Column("Body", "body.name", sort="body__name", missing="The partnership as a whole"),
        Column(
            "Represented by",
            lambda m: m.represented_by,
            sort=("post__title", "representative"),
            missing="Not stated",
        ),
        Column("Role", lambda m: m.get_role_display(), sort="role"),
        Column("Rights", lambda m: m.rights, missing="Not stated"),
        Column("From", "start", sort="start", missing="Not stated"),
        Column("To", "end", sort="end"),
        Column(
            "Standing",
            lambda m: LABELS[m.standing],
            sort="standing",
            cell=lambda m: tag(LABELS[m.standing], COLOURS.get(m.standing, "grey")),
        ),
    ]
    filterset = MemberFilter
    order = "organisation"
    noun = ("membership", "memberships")
    caption = "Members"
    empty = (
        "The organisations that sit on this partnership and its bodies stand here, with who "
        "represents them and since when. None has been recorded yet."
    )
