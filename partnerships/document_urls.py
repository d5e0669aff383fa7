"""Which addresses lead to governance documents?"""

from django.urls import path

from .views import (
    document_adoptions,
    document_checklists,
    document_reviews,
    document_versions,
    documents,
)

ALL = "partnerships/<slug:reference>/documents/"
ONE = f"{ALL}<int:pk>/"
VERSION = f"{ONE}versions/<int:version_pk>/"

urlpatterns = [
    path("documents/", documents.documents, name="documents"),
    path(ALL, documents.partnership_documents, name="partnership-documents"),
    path(f"{ALL}add/", documents.add, name="add-document"),
    path(f"{ALL}by-body/", documents.by_body, name="documents-by-body"),
    path(ONE, documents.document, name="document"),
    path(f"{ONE}change/", documents.change, name="change-document"),
    path(f"{ONE}files/<int:file_pk>/", documents.file, name="document-file"),
    path(f"{ONE}review/", document_reviews.review, name="review-document"),
    path(f"{ONE}versions/add/", document_versions.add, name="add-version"),
    path(f"{VERSION}correct/", document_versions.correct, name="correct-version"),
    path(f"{VERSION}agree/", document_versions.agree, name="agree-version"),
    path(f"{VERSION}in-force/", document_versions.in_force, name="version-in-force"),
    path(f"{VERSION}withdraw/", document_versions.withdraw, name="withdraw-version"),
    path(f"{ONE}adoptions/add/", document_adoptions.add, name="add-adoptions"),
    path(
        f"{ONE}adoptions/<int:adoption_pk>/remove/",
        document_adoptions.remove,
        name="remove-adoption",
    ),
    path(f"{ONE}checklists/<slug:code>/", document_checklists.checklist, name="document-checklist"),
    path(
        f"{ONE}checklists/<slug:code>/answer/",
        document_checklists.answer,
        name="answer-document-checklist",
    ),
]
