"""How are the case studies of a partnership told, changed and withdrawn?"""

from collections.abc import Iterable, Mapping
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import (
    CaseStudy,
    CaseStudyPartner,
    Organisation,
    Partnership,
)
from partnerships.rules import case_studies as rules
from partnerships.rules.withdrawals import refusal_to_change_withdrawn

from .allowed import enforce_keeping_plans
from .searching import enter_case_study

EDITABLE = (
    "title",
    "plan",
    "action",
    "start",
    "end",
    "done",
    "for_whom",
    "changed",
    "evidence",
    "practice",
    "is_demonstration",
)


def tell_case_study(
    *,
    partnership: Partnership,
    values: Mapping[str, Any],
    partners: Iterable[Organisation] = (),
    by: Any,
) -> CaseStudy:
    """Tell what a partnership did and what changed, with those who took part."""
    with change(verb="Told a case study", by=by, scope=partnership.scope):
        enforce_keeping_plans(partnership, by=by)
        return _put(CaseStudy(partnership=partnership), values, partners)


def change_case_study(
    *,
    case_study: CaseStudy,
    version: int,
    values: Mapping[str, Any],
    partners: Iterable[Organisation],
    by: Any,
    reason: str,
) -> CaseStudy:
    """Change what a case study tells. Raises StaleVersion when somebody saved it meanwhile."""
    scope = case_study.partnership.scope
    with change(verb="Changed a case study", by=by, reason=reason, scope=scope):
        return _put(_standing(case_study, version, by=by), values, partners)


def withdraw_case_study(*, case_study: CaseStudy, version: int, by: Any, reason: str) -> CaseStudy:
    """Withdraw a case study. It stays to be read, and no report takes it up any more."""
    scope = case_study.partnership.scope
    with change(verb="Withdrew a case study", by=by, reason=reason, scope=scope):
        found = _standing(case_study, version, by=by)
        found.withdrawn_because = reason.strip()
        found.save()
        enter_case_study(found)
    return found


def _standing(case_study: CaseStudy, version: int, *, by: Any) -> CaseStudy:
    partnership = case_study.partnership
    enforce_keeping_plans(partnership, by=by)
    found = locked(CaseStudy, case_study.pk, version=version)
    enforce(refusal_to_change_withdrawn(withdrawn_because=found.withdrawn_because))
    found.partnership = partnership
    return found


def _put(
    case_study: CaseStudy, values: Mapping[str, Any], partners: Iterable[Organisation]
) -> CaseStudy:
    put(case_study, values, allowed=EDITABLE)
    own = case_study.partnership_id
    plan, action, practice = case_study.plan, case_study.action, case_study.practice
    enforce(
        rules.refusal_of_period(start=case_study.start, end=case_study.end, today=clock.today())
    )
    enforce(rules.refusal_of_plan(is_own=plan is None or plan.partnership_id == own))
    enforce(
        rules.refusal_of_action(
            reference=action.reference if action else "",
            has_plan=plan is not None,
            found=action is not None and action.plan_id == case_study.plan_id,
        )
    )
    enforce(rules.refusal_of_practice(is_own=practice is None or practice.partnership_id == own))
    case_study.save()
    _keep_partners(case_study, partners)
    enter_case_study(case_study)
    return case_study


def _keep_partners(case_study: CaseStudy, partners: Iterable[Organisation]) -> None:
    wanted = {organisation.pk: organisation for organisation in partners}
    for row in case_study.partners.select_related("organisation"):
        if wanted.pop(row.organisation_id, None) is None:
            row.case_study = case_study
            row.delete()
    for organisation in wanted.values():
        CaseStudyPartner(case_study=case_study, organisation=organisation).save()
