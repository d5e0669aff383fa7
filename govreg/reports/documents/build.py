"""How is a report made of a review's records, for a day?"""

from datetime import date

from govreg.core import clock
from govreg.core.council import settings as council
from govreg.core.council.definitions import DUE_SOON_DAYS, SHOW_OFFICER_NAMES
from govreg.core.history.moments import Moment
from govreg.core.refusals import Refusal, enforce
from govreg.reports.queries.review_facts import ReviewFacts, gather, review_at
from govreg.reports.rules.as_at import refusal_of_day
from reviews.models import Review

from .action_plan import Reading, build_plan
from .document import PROGRESS, REVIEW, ReviewDocument
from .parts import Contact, Cover, Statement
from .section_tree import build_sections
from .structure import build_structure


def build_review(
    review: Review,
    as_at: date | None = None,
    officer_names: bool | None = None,
    *,
    kind: str = REVIEW,
) -> ReviewDocument:
    """Return a report of the review as it stands, or as it stood at the end of a past day.

    Officers are named when that is asked for, or else when the council decided so by that day.
    The number of queries is the same for every review, and a kind asks only for what it says.

    Raises Refused when the day is in the future or the review was not yet issued on it.
    """
    day = as_at or clock.today()
    moment = Moment(day)
    then = review_at(review, moment)
    enforce(_refusal(review, then, day))
    assert then is not None  # the rule refuses a day before the review existed
    with_progress = kind == PROGRESS
    facts = gather(then, moment, with_progress=with_progress)
    if officer_names is None:
        officer_names = bool(council.whole_number(SHOW_OFFICER_NAMES, on=day))
    reading = Reading(
        on=day,
        officer_names=officer_names,
        is_draft=not then.is_locked,
        with_progress=with_progress,
        due_soon_days=council.whole_number(DUE_SOON_DAYS, on=day) if with_progress else 0,
    )
    whole = kind == REVIEW
    return ReviewDocument(
        kind=kind,
        reference=then.reference,
        running_title=then.running_title,
        mark=then.mark,
        as_at=day,
        edition=then.edition,
        errata=tuple(f"{e}: {e.what_changed}" for e in facts.errata),
        is_draft=not then.is_locked,
        names_officers=officer_names,
        cover=_cover(facts),
        statement=_statement(facts) if whole else Statement("", "", ()),
        sections=build_sections(facts) if whole else (),
        plan=build_plan(facts, reading),
        structure=build_structure(facts, on=day) if whole else None,
    )


def refusal_to_build(review: Review, as_at: date) -> Refusal | None:
    """Return why there is no report of the review as at a day, before one is made."""
    return _refusal(review, review_at(review, Moment(as_at)), as_at)


def _refusal(review: Review, then: Review | None, day: date) -> Refusal | None:
    return refusal_of_day(
        day=day,
        today=clock.today(),
        status_then=then.status if then else None,
        issued_on=review.issued_on,
    )


def _cover(facts: ReviewFacts) -> Cover:
    review = facts.review
    return Cover(
        title=review.title,
        kind=review.get_kind_display(),
        auditor=facts.organisations[review.auditor_id].name,
        client=facts.organisations[review.client_id].name,
        business_line=review.business_line,
        service_line=review.service_line,
        audit_plan=review.audit_plan,
        report_date=review.report_date,
    )


def _statement(facts: ReviewFacts) -> Statement:
    return Statement(
        addressee=facts.review.addressee,
        text=facts.review.responsibilities,
        contacts=tuple(
            Contact(
                step=contact.step,
                post=contact.post_title,
                organisation=contact.organisation_name,
                details=contact.details,
                how=contact.how,
            )
            for contact in facts.contacts
        ),
    )
