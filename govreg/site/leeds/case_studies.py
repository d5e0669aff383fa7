"""How are the demonstration's case studies and yearly events entered, each with its plan?"""

from typing import Any

from partnerships.models import Organisation, Partnership, Plan, PlanAction
from partnerships.services.case_studies import tell_case_study
from partnerships.services.engagement import log_engagement

from .files import read, text

TEXTS = ("title", "done", "for_whom", "changed", "evidence")


def rows() -> dict[str, Any]:
    """Return what the file of the case studies says."""
    found: dict[str, Any] = read("case_studies")
    return found


def enter_case_studies(content: dict[str, Any], *, by: Any) -> None:
    """Enter one case study for each district, every one marked as invented."""
    for row in content["case_studies"]:
        partnership = _partnership(row)
        action = PlanAction.objects.select_related("plan").get(
            plan__partnership=partnership, reference=row["action"]
        )
        told = {name: text(row[name]) for name in TEXTS}
        values = {
            **told,
            "start": row["start"],
            "end": row["end"],
            "plan": action.plan,
            "action": action,
            "is_demonstration": True,
        }
        partners = list(Organisation.objects.filter(name__in=row["partners"]))
        tell_case_study(partnership=partnership, values=values, partners=partners, by=by)


def enter_events(content: dict[str, Any], *, by: Any) -> None:
    """Enter the event that each district holds once a year, linked to its plan."""
    for row in content["events"]:
        partnership = _partnership(row)
        values = {
            "when_in_words": content["event"]["when"],
            "subject": content["event"]["subject"],
            "audience": row["audience"],
            "method": "event",
            "plan": Plan.objects.get(partnership=partnership),
        }
        log_engagement(partnership=partnership, values=values, by=by)


def _partnership(row: dict[str, Any]) -> Partnership:
    found: Partnership = Partnership.objects.select_related("scope").get(
        reference=row["partnership"]
    )
    return found
