"""Which addresses lead to reporting lines and to the reports made by them?"""

from django.urls import path

from .views import reporting

OF_ONE = "partnerships/<slug:reference>/reporting/"
LINE = f"{OF_ONE}<int:pk>/"

urlpatterns = [
    path("reporting/", reporting.all_reporting, name="all-reporting"),
    path(OF_ONE, reporting.reporting, name="reporting"),
    path(f"{OF_ONE}add/", reporting.add, name="add-reporting-line"),
    path(LINE, reporting.line, name="reporting-line"),
    path(f"{LINE}change/", reporting.change, name="change-reporting-line"),
    path(f"{LINE}record/", reporting.record, name="record-report"),
]
