"""Which addresses lead to the sheets and texts of recommendations?"""

from django.urls import path

from .views import update_sheets

urlpatterns = [
    path("actions/updates-by-spreadsheet/", update_sheets.update_sheet, name="update-sheet"),
    path(
        "actions/updates-by-spreadsheet/file/<slug:form>/",
        update_sheets.download,
        name="update-sheet-file",
    ),
    path(
        "actions/updates-by-spreadsheet/<int:pk>/",
        update_sheets.preview,
        name="update-sheet-preview",
    ),
]
