"""Which addresses lead to scrutiny reports?"""

from django.urls import path

from .views import committee_decisions, scrutiny, scrutiny_writing

app_name = "scrutiny"
ONE = "scrutiny/<int:pk>/"
SECTION = "scrutiny/sections/<int:pk>/"
VERSION = f"{ONE}version/<int:number>/"
urlpatterns = [
    path("scrutiny/", scrutiny.reports, name="reports"),
    path("scrutiny/prepare/", scrutiny_writing.prepare, name="prepare"),
    path(ONE, scrutiny.report, name="report"),
    path(f"{ONE}change/", scrutiny_writing.change, name="change"),
    path(f"{ONE}sections/add/", scrutiny_writing.add_section, name="add-section"),
    path(f"{SECTION}write/", scrutiny_writing.write_section, name="write-section"),
    path(f"{SECTION}up/", scrutiny_writing.move_section, {"way": "up"}, name="move-up"),
    path(f"{SECTION}down/", scrutiny_writing.move_section, {"way": "down"}, name="move-down"),
    path(f"{SECTION}remove/", scrutiny_writing.remove_section, name="remove-section"),
    path(f"{ONE}pdf/", scrutiny.draft_pdf, name="pdf"),
    path(f"{ONE}word/", scrutiny.draft_word, name="word"),
    path(f"{ONE}issue/", scrutiny_writing.issue, name="issue"),
    path(VERSION, scrutiny.version, name="version"),
    path(f"{VERSION}decide/", committee_decisions.record_on_scrutiny, name="record-decision"),
    path(f"{VERSION}pdf/", scrutiny.version_pdf, name="version-pdf"),
    path(f"{VERSION}word/", scrutiny.version_as_word, name="version-word"),
]
