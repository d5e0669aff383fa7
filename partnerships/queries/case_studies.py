"""Which case studies and engagements belong to a partnership or a plan?"""

from typing import Any

from django.db.models import Prefetch

from partnerships.models import CaseStudy, CaseStudyPartner, Engagement, Plan


def with_partners(found: Any) -> Any:
    """Return case studies with what a list or a report shows of each; two queries in all."""
    partners = CaseStudyPartner.objects.select_related("organisation")
    return found.select_related("partnership", "plan", "action").prefetch_related(
        Prefetch("partners", partners)
    )


def partners_in_words(case_study: CaseStudy) -> str:
    """Return the organisations that took part, by name."""
    return ", ".join(row.organisation.name for row in case_study.partners.all())


def case_studies_of(plan: Plan, user: Any) -> list[CaseStudy]:
    """Return the case studies of a plan that stand and a user may see, the latest first.

    Whoever sees a plan only as the one above theirs sees no case study of its partnership.
    """
    return list(CaseStudy.objects.visible_to(user).standing().filter(plan=plan))


def engagements_of(plan: Plan, user: Any) -> list[Engagement]:
    """Return the engagements that fed a plan, stand and may be seen, the latest first."""
    found = Engagement.objects.visible_to(user).standing().filter(plan=plan)
    return list(found.select_related("partnership"))
