"""Which money and hosting agreements does the access matrix turn on?"""

from datetime import date
from decimal import Decimal
from typing import Any

from partnerships.models import ResourceMap
from partnerships.question_sets import POOLED_AGREEMENT
from partnerships.services.checklists import Answer, answer_checklist
from partnerships.services.financial_reports import record_report
from partnerships.services.spending import add_efficiency, add_expenditure
from tests.partnerships.purse import TRUST, WEST, YEAR, assessed, hosted, pays, pool, signed
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Give West and the trust a pool with everything, and agreements at two steps."""
    by = cast.partnerships_officer
    for key, reference in (("west", WEST), ("trust", TRUST)):
        arrangement = pool(reference, by=by)
        pays(arrangement, "Jobcentre Plus", planned="100.00", by=by)
        pays(
            arrangement,
            "Jobcentre Plus",
            planned="90.00",
            by=by,
            varied_on=date(2006, 10, 1),
            because="Less is needed.",
        )
        spent = add_expenditure(
            arrangement=arrangement,
            values={"financial_year": YEAR, "spent": Decimal("50.00"), "purpose": "Grants"},
            by=by,
        )
        saved = add_efficiency(
            arrangement=arrangement,
            values={"financial_year": YEAR, "found": Decimal("5.00"), "how": "One form"},
            by=by,
        )
        report = record_report(
            arrangement=arrangement,
            kind="quarterly",
            period_end=date(2006, 6, 30),
            sent_on=date(2006, 7, 20),
            note="",
            by=by,
        )
        answer_checklist(
            partnership=arrangement.partnership,
            code=POOLED_AGREEMENT,
            edition=0,
            version=0,
            answers={"money": Answer("no")},
            answered_on=date(2007, 1, 1),
            note="",
            by=by,
            funding=arrangement,
        )
        world[f"{key} funding"] = [reference, arrangement.pk]
        world[f"{key} year"] = [reference, arrangement.pk, "2006-07"]
        world[f"{key} spending"] = [reference, arrangement.pk, spent.pk]
        world[f"{key} saving"] = [reference, arrangement.pk, saved.pk]
        world[f"{key} report"] = [reference, arrangement.pk, report.pk]
        world[f"{key} funding checklist"] = [reference, arrangement.pk, POOLED_AGREEMENT]
        world[f"{key} funding's history"] = ["partnerships.fundingarrangement", arrangement.pk]
        agreement = hosted(reference, by=by)
        world[f"{key} hosting"] = [reference, agreement.pk]
        world[f"{key} hosting step"] = [reference, agreement.pk, "assess"]
        world[f"{key} hosting's history"] = ["partnerships.hostingagreement", agreement.pk]
    done = hosted(WEST, by=by, priority="Signed")
    assessed(done, on=date(2007, 1, 1), by=by)
    signed(done, "lead", on=date(2007, 1, 2), by=by)
    world["signed hosting"] = [WEST, done.pk]
    world["resource map"] = [ResourceMap.objects.order_by("pk")[0].pk]
