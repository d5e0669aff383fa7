"""Which addresses lead to the sheets and texts of recommendations?"""

from django.urls import path

from .views import action_plans, update_sheets

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
    path(
        "reviews/<slug:reference>/action-plan/by-spreadsheet/",
        action_plans.plan_sheet,
        name="plan-sheet",
    ),
    path(
        "reviews/<slug:reference>/action-plan/file/<slug:form>/",
        action_plans.download,
        name="plan-sheet-file",
    ),
    path(
        "reviews/<slug:reference>/action-plan/by-spreadsheet/<int:pk>/",
        action_plans.preview,
        name="plan-sheet-preview",
    ),
]
