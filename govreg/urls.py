"""Which address leads to which part of the register?"""

from django.urls import include, path

handler400 = "govreg.core.ui.errors.bad_request"
handler403 = "govreg.core.ui.errors.permission_denied"
handler404 = "govreg.core.ui.errors.not_found"
handler500 = "govreg.core.ui.errors.server_error"

urlpatterns = [
    path("", include("govreg.core.ui.urls")),
    path("", include("govreg.core.accounts.urls")),
    path("", include("govreg.site.urls")),
    path("administration/", include("govreg.site.administration_urls")),
    path("administration/people/", include("govreg.site.people_urls")),
    path("administration/priorities/", include("reviews.priority_urls")),
    path("", include("partnerships.urls")),
    path("", include("recommendations.urls")),
    path("", include("reviews.urls")),
    path("", include("govreg.reports.partnership_urls")),
    path("", include("govreg.reports.follow_up_urls")),
    path("", include("govreg.reports.scrutiny_urls")),
    path("reports/", include("govreg.reports.urls")),
    path("work/", include("govreg.core.outbox.urls")),
    path("history/", include("govreg.core.history.urls")),
]
