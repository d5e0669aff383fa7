"""Which addresses lead to the reports?"""

from django.urls import path, register_converter

from .documents.document import NAMES
from .views import comparison, issues, reading


class KindConverter:
    """The kinds of report, as they stand in an address."""

    regex = "|".join(sorted(NAMES, key=len, reverse=True))

    def to_python(self, value: str) -> str:
        """Return the kind."""
        return value

    def to_url(self, value: str) -> str:
        """Return the kind."""
        return value


register_converter(KindConverter, "report-kind")

app_name = "reports"
urlpatterns = [
    path("<slug:reference>/", issues.of_review, name="issues"),
    path("<slug:reference>/<report-kind:kind>/", reading.read, name="read"),
    path("<slug:reference>/<report-kind:kind>/pdf/", reading.pdf, name="pdf"),
    path("<slug:reference>/<report-kind:kind>/issue/", issues.issue, name="issue"),
    path("<slug:reference>/<report-kind:kind>/compare/", comparison.compare, name="compare"),
    path(
        "<slug:reference>/<report-kind:kind>/version/<int:number>/", issues.version, name="version"
    ),
    path(
        "<slug:reference>/<report-kind:kind>/version/<int:number>/pdf/",
        issues.version_pdf,
        name="version-pdf",
    ),
]
