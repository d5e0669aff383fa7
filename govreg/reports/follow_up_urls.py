"""Which addresses lead to follow-up reports and what committees decided on them?"""

from django.urls import path

from .views import changes, committee_decisions, follow_up

app_name = "follow-up"
ONE = "follow-up/<int:pk>/"
VERSION = f"{ONE}version/<int:number>/"
urlpatterns = [
    path("follow-up/", follow_up.reports, name="reports"),
    path("follow-up/prepare/", follow_up.prepare, name="prepare"),
    path(ONE, follow_up.report, name="report"),
    path(f"{ONE}change/", follow_up.change, name="change"),
    path(f"{ONE}pdf/", follow_up.preview, name="pdf"),
    path(f"{ONE}word/", follow_up.preview_as_word, name="word"),
    path(f"{ONE}issue/", follow_up.issue, name="issue"),
    path(VERSION, follow_up.version, name="version"),
    path(f"{VERSION}pdf/", follow_up.version_pdf, name="version-pdf"),
    path(f"{VERSION}word/", follow_up.version_as_word, name="version-word"),
    path(f"{VERSION}decide/", committee_decisions.record, name="record-decision"),
    path(
        "committee-decisions/<int:pk>/correct/",
        committee_decisions.correct,
        name="correct-decision",
    ),
    path("committee-decisions/<int:pk>/programme/", committee_decisions.add_item, name="add-item"),
    path("what-changed/", changes.what_changed, name="what-changed"),
    path("work-programme/", committee_decisions.programme, name="programme"),
    path("work-programme/<int:pk>/correct/", committee_decisions.correct_item, name="correct-item"),
    path("work-programme/<int:pk>/finish/", committee_decisions.finish, name="finish-item"),
]
