"""May the person whose name stands under a change keep this partnership?

The views ask first, to show or hide what may be done; the services ask again, for every door.
"""

from typing import Any

from govreg.core.access import Permission
from govreg.core.refusals import enforce
from partnerships.models import DocumentVersion, Meeting, Partnership
from partnerships.rules import keeping
from partnerships.rules.exemptions import refusal_to_write_exempt
from partnerships.rules.governance_reviews import refusal_to_keep_rounds
from partnerships.rules.indicators import refusal_to_keep as refusal_to_keep_indicators
from partnerships.rules.plans import refusal_to_keep as refusal_to_keep_plans
from partnerships.rules.quarters import refusal_to_run


def enforce_keeping(partnership: Partnership, *, by: Any) -> None:
    """Refuse whoever does not keep the partnership's entry; the register's own commands may."""
    may_keep = by is None or by.may(Permission.KEEP_PARTNERSHIPS, partnership.scope_id)
    enforce(keeping.refusal_to_keep_partnership(may_keep=may_keep))


def enforce_keeping_members(partnership: Partnership, *, by: Any) -> None:
    """Refuse whoever does not keep its bodies and members; the register's own commands may."""
    may_keep = by is None or by.may(Permission.KEEP_MEMBERSHIP, partnership.scope_id)
    enforce(keeping.refusal_to_keep_members(may_keep=may_keep))


def enforce_keeping_reference(*, by: Any) -> None:
    """Refuse whoever does not keep what the whole register refers to; its own commands may."""
    may_keep = by is None or by.may(Permission.ADMINISTER_REFERENCE)
    enforce(keeping.refusal_to_keep_reference(may_keep=may_keep))


def enforce_reading(meeting: Meeting, *, by: Any) -> None:
    """Refuse whoever may not read what is exempt from publication to write over it."""
    scope = meeting.body.partnership.scope_id
    may_read = by is None or not meeting.exempt or by.may(Permission.VIEW_EXEMPT, scope)
    enforce(keeping.refusal_to_write_exempt(may_read=may_read))


def enforce_keeping_documents(partnership: Partnership, *, by: Any) -> None:
    """Refuse whoever does not keep its documents; the register's own commands may."""
    may_keep = by is None or by.may(Permission.KEEP_MEMBERSHIP, partnership.scope_id)
    enforce(keeping.refusal_to_keep_documents(may_keep=may_keep))


def enforce_reading_files(version: DocumentVersion, partnership: Partnership, *, by: Any) -> None:
    """Refuse whoever may not read a version's exempt files to change or hide what they are."""
    may_read = (
        by is None or not version.exempt or by.may(Permission.VIEW_EXEMPT, partnership.scope_id)
    )
    enforce(keeping.refusal_to_write_exempt_files(may_read=may_read))


def enforce_reading_exempt(partnership: Partnership, *, exempt: bool, what: str, by: Any) -> None:
    """Refuse whoever may not read what is exempt to record or change some of it."""
    may_read = by is None or not exempt or by.may(Permission.VIEW_EXEMPT, partnership.scope_id)
    enforce(refusal_to_write_exempt(may_read=may_read, what=what))


def enforce_keeping_resource_maps(*, by: Any) -> None:
    """Refuse whoever does not keep partnerships for the whole council."""
    may_keep = by is None or by.may(Permission.KEEP_PARTNERSHIPS)
    enforce(keeping.refusal_to_keep_resource_maps(may_keep=may_keep))


def enforce_keeping_plans(partnership: Partnership, *, by: Any) -> None:
    """Refuse whoever does not keep its plans; the register's own commands may."""
    may_keep = by is None or by.may(Permission.KEEP_PLANS, partnership.scope_id)
    enforce(refusal_to_keep_plans(may_keep=may_keep))


def enforce_keeping_indicators(partnership: Partnership, *, by: Any) -> None:
    """Refuse whoever does not keep its indicators; the register's own commands may."""
    may_keep = by is None or by.may(Permission.KEEP_PLANS, partnership.scope_id)
    enforce(refusal_to_keep_indicators(may_keep=may_keep))


def enforce_running_quarters(partnership: Partnership, *, by: Any) -> None:
    """Refuse whoever does not run the quarters of its plans; the register's own commands may."""
    may_run = by is None or by.may(Permission.RUN_QUARTERS, partnership.scope_id)
    enforce(refusal_to_run(may_run=may_run))


def enforce_opening_rounds(*, by: Any) -> None:
    """Refuse whoever does not keep partnerships for the whole council."""
    may_keep = by is None or by.may(Permission.KEEP_PARTNERSHIPS)
    enforce(refusal_to_keep_rounds(may_keep=may_keep))
