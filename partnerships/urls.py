"""Which addresses lead to partnerships, organisations, posts and teams?"""

from django.urls import include, path

from .views import (
    as_at,
    bodies,
    checklists,
    health,
    lifecycle,
    membership_reviews,
    memberships,
    names,
    organisations,
    particulars,
    partnerships,
    posts,
    several_members,
    structure,
    teams,
)

app_name = "partnerships"

ONE = "partnerships/<slug:reference>/"
ORGANISATION = "organisations/<int:pk>/"
POST = "posts/<int:pk>/"
TEAM = "teams/<int:pk>/"

urlpatterns = [
    path("partnerships/", partnerships.partnerships, name="list"),
    path("partnerships/add/", partnerships.add, name="add"),
    path("partnerships/overview/", health.overview, name="overview"),
    path(ONE, partnerships.partnership, name="partnership"),
    path(f"{ONE}change/", partnerships.change, name="change"),
    path(f"{ONE}particulars/", particulars.particulars, name="particulars"),
    path(f"{ONE}particulars/change/", particulars.change, name="change-particulars"),
    path(f"{ONE}as-at/", as_at.as_at, name="as-at"),
    path(f"{ONE}structure/", structure.structure, name="structure"),
    path(f"{ONE}stage/", lifecycle.stage, name="stage"),
    path(f"{ONE}checklists/", checklists.checklists, name="checklists"),
    path(f"{ONE}exit/", checklists.exit_arrangements, name="exit-arrangements"),
    path(f"{ONE}checklists/<slug:code>/", checklists.checklist, name="checklist"),
    path(f"{ONE}checklists/<slug:code>/answer/", checklists.answer, name="answer-checklist"),
    path(f"{ONE}members/review/", membership_reviews.record_review, name="review-members"),
    path(f"{ONE}names/add/", names.add_to_partnership, name="add-name"),
    path(f"{ONE}names/<int:pk>/remove/", names.remove_from_partnership, name="remove-name"),
    path(f"{ONE}bodies/add/", bodies.add, name="add-body"),
    path(f"{ONE}bodies/<int:pk>/", bodies.body, name="body"),
    path(f"{ONE}bodies/<int:pk>/change/", bodies.change, name="change-body"),
    path(f"{ONE}members/", memberships.members, name="members"),
    path(f"{ONE}members/add/", memberships.add, name="add-member"),
    path(f"{ONE}members/add-several/", several_members.add_several, name="add-several-members"),
    path(f"{ONE}members/<int:pk>/", memberships.member, name="member"),
    path(f"{ONE}members/<int:pk>/correct/", memberships.correct, name="correct-member"),
    path(f"{ONE}members/<int:pk>/end/", memberships.end, name="end-member"),
    path("", include("partnerships.document_urls")),
    path("", include("partnerships.governance_review_urls")),
    path("", include("partnerships.meeting_urls")),
    path("", include("partnerships.money_urls")),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/add/", organisations.add, name="add-organisation"),
    path(ORGANISATION, organisations.organisation, name="organisation"),
    path(f"{ORGANISATION}change/", organisations.change, name="change-organisation"),
    path(f"{ORGANISATION}names/add/", names.add_to_organisation, name="add-organisation-name"),
    path(
        f"{ORGANISATION}names/<int:alias_pk>/remove/",
        names.remove_from_organisation,
        name="remove-organisation-name",
    ),
    path(f"{ORGANISATION}merge/", organisations.choose_merge, name="choose-merge"),
    path(f"{ORGANISATION}merge/<int:into_pk>/", organisations.merge, name="merge"),
    path("posts/", posts.posts, name="posts"),
    path("posts/add/", posts.add, name="add-post"),
    path(POST, posts.post, name="post"),
    path(f"{POST}change/", posts.change, name="change-post"),
    path(f"{POST}appoint/", posts.appoint_to, name="appoint"),
    path(f"{POST}holders/<int:holding_pk>/end/", posts.end_holding, name="end-holding"),
    path("teams/", teams.teams, name="teams"),
    path("teams/add/", teams.add, name="add-team"),
    path(TEAM, teams.team, name="team"),
    path(f"{TEAM}change/", teams.change, name="change-team"),
    path(f"{TEAM}join/", teams.join, name="join-team"),
    path(f"{TEAM}people/<int:membership_pk>/leave/", teams.leave, name="leave-team"),
]
