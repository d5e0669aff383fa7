"""How is the demonstration's report to scrutiny prepared and written?

It is left as a draft, so that whoever tries the register out issues it and sees its tables freeze.
"""

from typing import Any

from govreg.core.financial_years import FinancialYear
from govreg.reports.models import ScrutinySection
from govreg.reports.queries.scrutiny_facts import studies_offered
from govreg.reports.services.scrutiny import add_section, prepare_scrutiny, remove_section
from partnerships.models import Plan

from .files import read
from .plans import YEAR
from .plans import rows as plan_rows


def rows() -> dict[str, Any]:
    """Return what the file of the report says."""
    found: dict[str, Any] = read("scrutiny_2007")
    return found


def enter_report(content: dict[str, Any], *, by: Any) -> None:
    """Prepare the report, and put the sections of the committee's own in place of the draft's."""
    plan = Plan.objects.select_related("partnership__scope").get(
        name=plan_rows()["root"]["name"], parent=None
    )
    year: FinancialYear = YEAR
    header = {
        **content["report"],
        "plan": plan,
        "financial_year": str(year),
        "quarter": content["quarter"],
    }
    report = prepare_scrutiny(values=header, by=by)
    for section in list(ScrutinySection.objects.filter(report=report)):
        section.report = report
        remove_section(section=section, version=section.version, by=by)
    studies = "\n\n".join(f"[case study {study.pk}]" for study in studies_offered(plan))
    for row in content["sections"]:
        text = row["text"].strip().replace("{case_studies}", studies)
        add_section(report=report, values={"title": row["title"], "text": text}, by=by)
