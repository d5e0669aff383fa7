"""Which addresses lead to what a partnership answers for?"""

from django.urls import path

from .views import accountability, commissioning, complaints, liaison, roles

ONE = "partnerships/<slug:reference>/"
COMMISSIONING = f"{ONE}commissioning/"
DECISION = f"{COMMISSIONING}<int:pk>/"
COMPLAINTS = f"{ONE}complaints/"
ROLES = f"{ONE}roles/"
BRIEFING = f"{ROLES}briefings/<int:pk>/"

urlpatterns = [
    path(f"{ONE}accountability/", accountability.accountability, name="accountability"),
    path(COMMISSIONING, commissioning.decisions, name="commissioning"),
    path(f"{COMMISSIONING}add/", commissioning.add, name="add-commissioning"),
    path(DECISION, commissioning.decision, name="commissioning-decision"),
    path(f"{DECISION}correct/", commissioning.correct, name="correct-commissioning"),
    path(f"{DECISION}answer/", commissioning.answer, name="answer-commissioning"),
    path(f"{DECISION}withdraw/", commissioning.withdraw, name="withdraw-commissioning"),
    path(f"{ONE}accountability/state/", complaints.state, name="state-accountability"),
    path(COMPLAINTS, complaints.complaints, name="complaints"),
    path(f"{COMPLAINTS}log/", complaints.log, name="log-complaint"),
    path(f"{COMPLAINTS}<int:pk>/", complaints.complaint, name="complaint"),
    path(f"{COMPLAINTS}<int:pk>/change/", complaints.change, name="change-complaint"),
    path(ROLES, roles.roles, name="roles"),
    path(f"{ROLES}add/", roles.add, name="add-role"),
    path(f"{ROLES}<int:pk>/change/", roles.change, name="change-role"),
    path(f"{ROLES}briefings/add/", liaison.add, name="add-briefing"),
    path(f"{BRIEFING}change/", liaison.change, name="change-briefing"),
    path(f"{BRIEFING}held/", liaison.held, name="briefing-held"),
]
