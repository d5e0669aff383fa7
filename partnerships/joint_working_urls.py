"""Which addresses lead to what shows how a partnership works with others?"""

from django.urls import path

from .views import (
    case_studies,
    communications,
    engagement,
    engagement_files,
    good_practice,
    information_sharing,
)

OF_ONE = "partnerships/<slug:reference>/"
COMMUNICATION = f"{OF_ONE}communications/<int:pk>/"
ENTRY = f"{OF_ONE}engagement/<int:pk>/"

PRACTICE = f"{OF_ONE}good-practice/<int:pk>/"

SHARING = f"{OF_ONE}information-sharing/"

STUDY = "case-studies/<int:pk>/"

urlpatterns = [
    path("case-studies/", case_studies.all_case_studies, name="all-case-studies"),
    path(STUDY, case_studies.case_study, name="case-study"),
    path(f"{STUDY}change/", case_studies.change, name="change-case-study"),
    path(f"{STUDY}withdraw/", case_studies.withdraw, name="withdraw-case-study"),
    path(f"{OF_ONE}case-studies/", case_studies.case_studies, name="case-studies"),
    path(f"{OF_ONE}case-studies/add/", case_studies.add, name="add-case-study"),
    path(SHARING, information_sharing.information_sharing, name="information-sharing"),
    path(f"{SHARING}record/", information_sharing.record, name="record-sharing"),
    path(f"{SHARING}<int:pk>/withdraw/", information_sharing.withdraw, name="withdraw-sharing"),
    path(
        f"{SHARING}obstacles/add/",
        information_sharing.add_obstacle,
        name="add-sharing-obstacle",
    ),
    path(
        f"{SHARING}obstacles/<int:pk>/change/",
        information_sharing.change_obstacle,
        name="change-sharing-obstacle",
    ),
    path("good-practice/", good_practice.all_good_practice, name="all-good-practice"),
    path("good-practice/<int:pk>/", good_practice.note, name="good-practice-note"),
    path("good-practice/<int:pk>/decide/", good_practice.decide, name="decide-on-good-practice"),
    path(f"{OF_ONE}good-practice/", good_practice.good_practice, name="good-practice"),
    path(f"{OF_ONE}good-practice/add/", good_practice.add, name="note-good-practice"),
    path(f"{PRACTICE}change/", good_practice.change, name="change-good-practice"),
    path(f"{PRACTICE}withdraw/", good_practice.withdraw, name="withdraw-good-practice"),
    path("communications/", communications.all_communications, name="all-communications"),
    path(f"{OF_ONE}communications/", communications.communications, name="communications"),
    path(f"{OF_ONE}communications/add/", communications.add, name="add-communication"),
    path(COMMUNICATION, communications.communication, name="communication"),
    path(f"{COMMUNICATION}change/", communications.change, name="change-communication"),
    path(f"{COMMUNICATION}record/", communications.record, name="record-communication"),
    path(f"{OF_ONE}engagement/", engagement.engagement, name="engagement"),
    path(f"{OF_ONE}engagement/add/", engagement.add, name="add-engagement"),
    path(ENTRY, engagement.entry, name="engagement-entry"),
    path(f"{ENTRY}change/", engagement.change, name="change-engagement"),
    path(f"{ENTRY}withdraw/", engagement.withdraw, name="withdraw-engagement"),
    path(f"{ENTRY}files/add/", engagement_files.attach, name="attach-engagement-files"),
    path(f"{ENTRY}files/<int:file_pk>/", engagement_files.file, name="engagement-file"),
    path(
        f"{ENTRY}files/<int:file_pk>/publication/",
        engagement_files.publication,
        name="engagement-file-publication",
    ),
    path(
        f"{ENTRY}files/<int:file_pk>/withdraw/",
        engagement_files.withdraw,
        name="withdraw-engagement-file",
    ),
]
