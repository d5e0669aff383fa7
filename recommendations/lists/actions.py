"""What does a person scan to see which agreed actions need something?"""

from typing import Any

import django_filters
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from govreg.core import clock, ratings
from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link, progress_tag, tag
from govreg.core.ui.lists.words import holds_words
from govreg.core.ui.words import long_date
from partnerships.models import Partnership
from recommendations.models import AgreedAction, Recommendation, RecommendationSubject
from recommendations.queries.at_a_glance import overdue_for
from recommendations.queries.directorates import directorate_choices, led_by
from recommendations.queries.extensions import (
    ASKED_FOR,
    GRANTED,
    NONE,
    extended_in_list,
    extended_so,
)
from recommendations.queries.ratings import (
    due_soon_days,
    last_update_in_list,
    officers_rating_in_list,
    rated_so,
)
from recommendations.queries.subjects import concerning
from recommendations.queries.worklist import standing_in_list
from recommendations.rules.ages import AGE_CHOICES as AGES
from recommendations.rules.ratings import CHOICES as COMPUTED
from reviews.models import Review

from .ratings import RATED
from .responsible import ResponsibleFilter

NO_OWNER, TO_DO, TO_VERIFY = "no-owner", "to-do", "to-verify"
STANDINGS = [
    ("overdue", "Overdue"),
    ("due-soon", "Due soon"),
    ("not-due", "Not due yet"),
    ("no-date", "No date"),
    (NO_OWNER, "No owner"),
    (TO_DO, "To do, whatever the date"),
    (TO_VERIFY, "Awaiting verification or closure"),
]
#: What an action is about: its recommendation may name no partnership and no body.
NOTHING = "nothing"
EXTENSIONS = [(ASKED_FOR, "Asked for"), (GRANTED, "Granted at least once"), (NONE, "None")]


def reviews_of(request: Any) -> QuerySet[Review]:
    """Return the reviews that the reader may filter by."""
    found: QuerySet[Review] = Review.objects.visible_to(request.user)
    return found


def partnerships_of(request: Any) -> QuerySet[Partnership]:
    """Return the partnerships that the reader may filter by."""
    found: QuerySet[Partnership] = Partnership.objects.visible_to(request.user)
    return found


class AgreedActionFilter(RegisterFilterSet):
    """By review, partnership, priority, owner, state, timeliness, rating, extension and words."""

    words = django_filters.CharFilter(label="Words", method="by_words")
    review = RecordFilter(
        label="Review",
        records=reviews_of,
        named_by="title",
        field_name="response__recommendation__review",
    )
    partnership = RecordFilter(
        label="Partnership",
        records=partnerships_of,
        named_by="name",
        narrow=lambda rows, meant: rows.filter(response__recommendation__in=concerning(meant)),
    )
    priority = django_filters.CharFilter(
        label="Priority (its mark)", field_name="response__recommendation__priority__mark"
    )
    owner = ResponsibleFilter(label="Responsible")
    state = django_filters.ChoiceFilter(label="State", choices=AgreedAction.State.choices)
    standing = django_filters.ChoiceFilter(
        label="Timeliness", choices=STANDINGS, method="by_standing"
    )
    rating = django_filters.ChoiceFilter(
        label="Officer’s rating", choices=ratings.CHOICES, field_name="latest_rating"
    )
    extension = django_filters.ChoiceFilter(
        label="Extension", choices=EXTENSIONS, method="by_extension"
    )

    computed = django_filters.ChoiceFilter(
        label="Computed rating", choices=COMPUTED, method="by_computed"
    )
    age = django_filters.ChoiceFilter(label="Overdue for", choices=AGES, method="by_age")
    directorate = django_filters.ChoiceFilter(
        label="Directorate", choices=directorate_choices, method="by_directorate"
    )

    about = django_filters.ChoiceFilter(
        label="About", choices=[(NOTHING, "No partnership named")], method="by_subject"
    )

    def by_subject(self, rows: Any, name: str, value: str) -> Any:
        """Keep those whose recommendation names no partnership and no body."""
        return rows.filter(response__recommendation__subjects__isnull=True)

    def by_extension(self, rows: Any, name: str, value: str) -> Any:
        """Keep those for which an extension is asked, was granted, or neither."""
        return extended_so(rows, value)

    def by_words(self, rows: Any, name: str, value: str) -> Any:
        """Keep those with the words in the action, the response or the recommendation."""
        return rows.filter(
            holds_words("text", value)
            | (Q(response__approved_on__isnull=False) & holds_words("response__text", value))
            | holds_words("response__recommendation__wording", value)
        )

    def by_standing(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that stand so to their date today."""
        today = clock.today()
        return rows.standing_so(value, on=today, due_soon=due_soon_days(on=today))

    def by_computed(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that the rule in force rates so today."""
        return rated_so(rows, value, on=clock.today())

    def by_age(self, rows: Any, name: str, value: str) -> Any:
        """Keep those that have been overdue for so long today."""
        return overdue_for(rows, value, on=clock.today())

    def by_directorate(self, rows: Any, name: str, value: str) -> Any:
        """Keep those about partnerships that a directorate answers for."""
        return rows.filter(response__recommendation__in=concerning(led_by(value)))


def printed(action: AgreedAction) -> str:
    """Return the timescale as printed, or that there is none."""
    return action.timescale_printed or "No timescale"


def responsible(action: Any) -> str:
    """Return everybody responsible, joined."""
    return "; ".join(str(row) for row in action.named_owners)


def _standing_tag(action: AgreedAction) -> Any:
    standing = standing_in_list(action)
    return tag(standing.words, standing.colour)


def _due(action: AgreedAction) -> Any:
    if action.due_date is None:
        return format_html('<span class="app-missing">{}</span>', "No due date")
    due = f"{action.due_date:%-d %B %Y}"
    first = action.original_due
    if first is None or first == action.due_date:
        return due
    return format_html('{} <span class="govuk-hint">first {}</span>', due, long_date(first))


def shortened(text: str) -> str:
    """Return a text that is not longer than a cell has room for."""
    return text if len(text) <= 140 else f"{text[:137]}…"


def subjects_of(recommendation: Recommendation) -> str:
    """Return the partnerships and bodies that a recommendation is about, joined."""
    return "; ".join(str(row.partnership or row.body) for row in recommendation.subjects.all())


def with_subjects(rows: QuerySet[Any], path: str = "") -> QuerySet[Any]:
    """Fetch, with rows that lead to recommendations, what these are about, in one query."""
    named = RecommendationSubject.objects.select_related("partnership", "body__partnership")
    return rows.prefetch_related(Prefetch(f"{path}subjects", named))


class AgreedActionList(RegisterList):
    """Agreed actions with what was promised, how they stand, and what was last said."""

    choosable = True
    dense = True

    filterset = AgreedActionFilter
    order = "due"
    noun = ("agreed action", "agreed actions")
    caption = "Agreed actions"
    empty = (
        "No actions have been agreed yet. They are agreed with the response to a recommendation."
    )
    columns = (
        Column(
            "Action",
            "wording",
            cell=lambda a: link(a.get_absolute_url(), a.title),
            sort="pk",
        ),
        Column(
            "Recommendation",
            lambda a: (
                f"{a.response.recommendation.review.reference} {a.response.recommendation.number}"
            ),
            sort=(
                "response__recommendation__review__reference",
                "response__recommendation__position",
            ),
        ),
        Column(
            "Priority",
            "response.recommendation.priority.mark",
            sort="response__recommendation__priority__rank",
        ),
        Column("Responsible", responsible, missing="No owner named"),
        Column("Due", "due_date", sort="due_date", cell=_due),
        Column(
            "Original due date",
            "original_due",
            sort="original_due",
            missing="No original date",
            further=True,
            filed=True,
        ),
        Column("Extensions", extended_in_list, sort="extension_count", missing="None"),
        Column(
            "Timescale as printed",
            printed,
            sort="timescale_printed",
            cell=printed,
            further=True,
            filed=True,
        ),
        Column("Timeliness", lambda a: standing_in_list(a).words, cell=_standing_tag),
        Column(
            "Officer’s rating",
            officers_rating_in_list,
            key="rating",
            cell=lambda a: progress_tag(officers_rating_in_list(a)),
        ),
        *RATED,
        Column(
            "Review",
            "response.recommendation.review.title",
            key="review",
            sort="response__recommendation__review__title",
            further=True,
        ),
        Column(
            "About",
            lambda a: subjects_of(a.response.recommendation),
            key="about",
            missing="Nothing named",
            further=True,
        ),
        Column(
            "Recommendation’s wording",
            "response.recommendation.wording",
            cell=lambda a: shortened(a.response.recommendation.wording),
            further=True,
        ),
        Column("State", "get_state_display", sort="state", further=True),
        Column("In this state since", "state_since", sort="state_since", further=True),
        Column(
            "Last update",
            lambda a: last.submitted_on if (last := last_update_in_list(a)) else None,
            key="latest_on",
            sort="latest_on",
            missing="None",
            further=True,
        ),
        Column(
            "Days later than first agreed", "slippage", numeric=True, missing="None", further=True
        ),
    )

    def __init__(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        super().__init__(request, queryset)
        if any(column.key == "about" for column in self.shown_columns):
            self._all = with_subjects(queryset, "response__recommendation__")
