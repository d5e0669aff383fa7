"""Which addresses lead to meetings, attendance and calendars?"""

from django.urls import path

from .views import (
    arrangements,
    attendance,
    bands,
    calendars,
    cancellations,
    meetings,
    planning,
    recording,
)

ONE = "partnerships/<slug:reference>/"
BODY = f"{ONE}bodies/<int:pk>/"
MEETING = f"{ONE}meetings/<int:pk>/"

urlpatterns = [
    path(f"{ONE}meetings/", meetings.meetings, name="meetings"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}change/", meetings.change, name="change-meeting"),
    path(f"{MEETING}cancel/", cancellations.cancel, name="cancel-meeting"),
    path(f"{MEETING}record/", recording.record, name="record-meeting"),
    path(f"{MEETING}messages/<int:message_pk>/relayed/", meetings.relay, name="relay-message"),
    path(f"{MEETING}minutes/<int:minutes_pk>/", meetings.minutes, name="minutes"),
    path(f"{BODY}meetings/plan/", planning.plan, name="plan-meetings"),
    path("meeting-bands/", bands.bands, name="meeting-bands"),
    path("calendars/", calendars.links, name="calendars"),
    path("calendars/<int:pk>/revoke/", calendars.revoke, name="revoke-calendar"),
    path("calendars/<str:token>.ics", calendars.feed, name="calendar"),
    path("attendance/", attendance.report, name="attendance"),
    path(f"{ONE}interventions/add/", attendance.add, name="add-intervention"),
    path(f"{ONE}interventions/<int:pk>/", attendance.intervention, name="intervention"),
    path(f"{ONE}interventions/<int:pk>/correct/", attendance.correct, name="correct-intervention"),
    path(f"{BODY}meetings/add/", meetings.add, name="add-meeting"),
    path(f"{BODY}arrangements/add/", arrangements.add, name="add-arrangement"),
    path(
        f"{BODY}arrangements/<int:arrangement_pk>/correct/",
        arrangements.correct,
        name="change-arrangement",
    ),
]
