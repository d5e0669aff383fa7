"""Which addresses lead to the papers about partnerships?"""

from django.urls import path

from .views import partnership_papers

app_name = "partnership-papers"
urlpatterns = [
    path("partnerships/<slug:reference>/profile/", partnership_papers.profile, name="profile"),
    path(
        "partnerships/<slug:reference>/profile/pdf/",
        partnership_papers.profile_pdf,
        name="profile-pdf",
    ),
    path("significant-partnerships/", partnership_papers.significant, name="significant"),
    path(
        "significant-partnerships/pdf/", partnership_papers.significant_pdf, name="significant-pdf"
    ),
]
