"""When does a body meet, did it, and what was it about?"""

import uuid
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from govreg.core.access import Permission
from govreg.core.history.models import TrackedModel, TrackedQuerySet
from govreg.core.ui.addresses import address_of
from govreg.core.ui.words import long_date

from .bodies import Body


def may_read(user: Any, *, path: str = "") -> Q:
    """Return the condition under which a user may read what was said at a meeting.

    `path` leads to the meeting ("meeting__"). What is exempt from publication (Local Government Act
    1972, Schedule 12A) is for those whose role says so.
    """
    scope = f"{path}body__partnership__scope"
    exempt = user.scope_filter(Permission.VIEW_EXEMPT, field=scope)
    seen: Q = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field=scope)
    return seen & (Q(**{f"{path}exempt": False}) | exempt) if exempt else seen


class MeetingQuerySet(TrackedQuerySet):
    """Questions that people ask of meetings."""

    def visible_to(self, user: Any) -> "MeetingQuerySet":
        """Return the meetings of the partnerships that the user may see."""
        scopes = user.scope_filter(Permission.VIEW_PARTNERSHIPS, field="body__partnership__scope")
        found: MeetingQuerySet = self.filter(scopes)
        return found

    def hidden_from(self, user: Any) -> "MeetingQuerySet":
        """Return those of which the user may know that they are, and not what was said."""
        read = Meeting.objects.filter(may_read(user)).order_by().values("pk")
        return self.visible_to(user).filter(exempt=True).exclude(pk__in=read)

    def not_withdrawn(self) -> "MeetingQuerySet":
        """Return them without those that were logged by mistake: they never were."""
        found: MeetingQuerySet = self.filter(logged_by_mistake=False)
        return found

    def with_recorded(self) -> "MeetingQuerySet":
        """Return them with `is_recorded`: whether anybody's attendance is written down."""
        from .attendance import Attendance

        rows = Attendance.objects.filter(meeting=OuterRef("pk"))
        found: MeetingQuerySet = self.annotate(is_recorded=Exists(rows))
        return found

    def to_record(self, *, on: Any) -> "MeetingQuerySet":
        """Return what was due before or on a day, was not cancelled and has no attendance."""
        held = ~Q(state=Meeting.State.CANCELLED)
        found: MeetingQuerySet = self.with_recorded().filter(held, day__lte=on, is_recorded=False)
        return found


class Meeting(TrackedModel):
    """One meeting of a body, planned, held or cancelled."""

    class Kind(models.TextChoices):
        """What sort of meeting it is."""

        BOARD = "board", "Meeting of the body"
        ANNUAL = "annual", "Annual general meeting"
        FORUM = "forum", "Open forum"
        SEMINAR = "seminar", "Seminar or conference"
        EXTRAORDINARY = "extraordinary", "Extraordinary meeting"
        OTHER = "other", "Other"

    class State(models.TextChoices):
        """How it stands."""

        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="held_meetings")
    day = models.DateField("date")
    starts_at = models.TimeField("starts at", null=True, blank=True)
    ends_at = models.TimeField("ends at", null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    kind = models.CharField("type", max_length=20, choices=Kind.choices, default=Kind.BOARD)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNED)
    cancelled_because = models.CharField("why it was cancelled", max_length=500, blank=True)
    #: It never was: it stands in no list, and its own page and the history keep it.
    logged_by_mistake = models.BooleanField("logged by mistake", default=False)
    agenda = models.TextField(blank=True)
    exempt = models.BooleanField("exempt from publication", default=False)
    quorate_stated = models.BooleanField("quorate, as the chair stated", null=True, blank=True)
    calendar_key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)

    objects = MeetingQuerySet.as_manager()
    name_needs = ("body",)
    address_needs = ("body__partnership",)
    #: What calendars know the meeting by; it never changes and says nothing to a reader.
    history_excluded = ("calendar_key",)

    class Meta:
        ordering = ["day", "starts_at", "pk"]
        indexes = [
            models.Index(fields=["body", "day"], name="meeting_of_body_by_day"),
            models.Index(fields=["day"], name="meeting_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "day", "kind"],
                condition=~Q(state="cancelled"),
                name="one_meeting_of_a_type_of_a_body_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="cancelled") ^ Q(cancelled_because=""),
                name="a_meeting_is_cancelled_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(logged_by_mistake=False) | Q(state="cancelled"),
                name="a_meeting_logged_by_mistake_is_cancelled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {long_date(self.day)}"

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.state == self.State.HELD

    @property
    def is_cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self.state == self.State.CANCELLED

    @property
    def standing(self) -> str:
        """How it stands, in words."""
        return "Logged by mistake" if self.logged_by_mistake else str(self.get_state_display())

    def get_absolute_url(self) -> str:
        """Return the meeting's page."""
        return address_of("partnerships:meeting", self.body.partnership.reference, self.pk)
