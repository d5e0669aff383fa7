"""In which order, and on which days, is the demonstration data entered?"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.refusals import Refusal, Refused
from reviews.models import Review

from . import (
    alignment,
    case_studies,
    checklists,
    documents,
    indicators,
    joint_working,
    liaison,
    meetings,
    money,
    partnerships,
    plans,
    reference,
    reporting,
    reviews,
    risks,
    scrutiny,
    themes,
)
from .files import morning_of, read

REVIEWS = ("review-2005", "review-2007")
Step = tuple[date, int, Callable[[], Any]]


def refuse_where_not_allowed() -> None:
    """Refuse under settings of a real council: invented people must never sign in there."""
    if not settings.DEMONSTRATION_ALLOWED:
        raise Refused(
            Refusal(
                "not-a-demonstration",
                "The demonstration data is for trying the register out. These are the settings of "
                "a real council, so it is not available here.",
            )
        )


def is_loaded() -> bool:
    """Say whether the demonstration data is in this register."""
    return Review.objects.filter(reference="leeds-2007").exists()


def load() -> bool:
    """Enter the demonstration data on the days it describes; return False if it was there.

    All of it or nothing: a load that fails leaves the register as it was.
    """
    refuse_where_not_allowed()
    with transaction.atomic():
        if is_loaded():
            return False
        for day, _order, step in sorted(_steps(), key=lambda step: step[:2]):
            with clock.set_to(morning_of(day)):
                step()
    return True


def _steps() -> list[Step]:
    """Return what is done on which day; the number orders the steps of one day."""
    rows = partnerships.partnership_rows()
    first = min(row["entered_on"] for row in rows)
    steps: list[Step] = [
        (first, 0, reference.enter_reference_data),
        (first, 1, reference.enter_people),
        (first, 1, reference.grant_roles),  # those for the whole council, who enter the rest
    ]
    for row in rows:
        steps.append((row["entered_on"], 2, partial(_enter_partnership, row)))
        steps.append((row["entered_on"], 3, reference.grant_roles))
    for whose, row in partnerships.description_rows():
        steps.append((row["day"], 9, partial(_enter_description, whose, row)))
    for row in checklists.checklist_rows():
        steps.append((row["answered_on"], 9, partial(_enter_checklists, row)))
    for row in documents.document_rows():
        steps.append((row["entered_on"], 10, partial(_enter_documents, row)))
    held = meetings.meeting_rows()
    enter = partial(_as, "partnerships.officer", meetings.enter_meetings, held)
    steps.append((held["entered_on"], 4, enter))
    steps += _money_steps()
    steps.append((risks.FOUND_ON, 9, _enter_register_states))
    for row in alignment.framework_rows():
        enter = partial(_as, "partnerships.officer", alignment.enter_framework, row)
        steps.append((row["entered_on"], 9, enter))
    for row in alignment.contribution_rows():
        enter = partial(_as, "partnerships.officer", alignment.enter_contributions, row)
        steps.append((row["stated_on"], 9, enter))
    for row in reporting.line_rows():
        enter = partial(_as, "partnerships.officer", reporting.enter_lines, row)
        steps.append((row["entered_on"], 9, enter))
    steps += _joint_working_steps()
    enter = partial(_as, "partnerships.officer", liaison.enter_liaison, liaison.rows())
    steps.append((liaison.FOUND_ON, 11, enter))
    steps += _plan_steps()
    steps += _indicator_steps()
    studies = case_studies.rows()
    for verb in (case_studies.enter_case_studies, case_studies.enter_events):
        enter = partial(_as, "partnerships.officer", verb, studies)
        steps.append((studies["entered_on"], 9, enter))
    report = scrutiny.rows()
    enter = partial(_as, "democratic.services", scrutiny.enter_report, report)
    steps.append((report["prepared_on"], 14, enter))
    told = themes.rows()
    steps += [
        (told["said_on"], 12, partial(_as, "administrator", themes.enter_list, told)),
        (told["said_on"], 13, partial(_as, "auditor", themes.enter_themes, told)),
    ]
    for name in REVIEWS:
        content = read(name)
        days = content["review"]["history"]
        steps += [
            (days["drafted_on"], 4, partial(_as, "auditor", reviews.draft, content)),
            (days["discussed_on"], 5, partial(_as, "auditor", reviews.discuss, content)),
            (
                days["discussed_on"],
                6,
                partial(_as, "partnerships.officer", reviews.answer, content),
            ),
            (
                days["responses_approved_on"],
                7,
                partial(_as, "senior.officer", reviews.approve, content),
            ),
            (days["issued_on"], 8, partial(_as, "auditor", reviews.issue, content)),
        ]
    return steps


def _plan_steps() -> list[Step]:
    content = plans.rows()
    officer, first = "partnerships.officer", content["entered_on"]
    failing = partial(plans.enter_failing, on=first)
    steps: list[Step] = [
        (first, 10, partial(_as, officer, plans.enter_plans, content)),
        (first, 11, partial(_as, officer, failing, content)),
        (content["entered_in_full_on"], 9, partial(_as, officer, plans.enter_actions, content)),
    ]
    for row in content["quarters"]:
        steps.append((row["opened_on"], 9, partial(_as, officer, plans.open_one, row)))
        steps.append((row["answered_on"], 9, partial(_as, officer, plans.answer_one, row)))
        if row["closed_on"]:
            steps.append((row["closed_on"], 9, partial(_as, officer, plans.close_one, row)))
            steps.append((row["published_on"], 10, partial(_as, officer, plans.publish_one, row)))
    return steps


def _indicator_steps() -> list[Step]:
    content, officer = indicators.rows(), "partnerships.officer"
    enter = partial(_as, officer, indicators.enter_indicators, content)
    steps: list[Step] = [(content["entered_on"], 9, enter)]
    verbs = [(indicators.enter_figures, row) for row in content["entered"]]
    verbs += [(indicators.correct_figure, content["correction"])]
    verbs += [(indicators.judge_data, content["judged"])]
    verbs += [(indicators.enter_challenge, row) for row in content["challenges"]]
    for verb, row in verbs:
        day = row.get("answered_on") or row["day"]
        steps.append((day, 10, partial(_as, officer, verb, row)))
    return steps


def _joint_working_steps() -> list[Step]:
    officer = "partnerships.officer"
    entered = [(joint_working.enter_engagement, row) for row in joint_working.engagement_rows()]
    entered += [
        (joint_working.enter_good_practice, row) for row in joint_working.good_practice_rows()
    ]
    entered += [(joint_working.enter_sharing, row) for row in joint_working.sharing_rows()]
    return [(row["entered_on"], 9, partial(_as, officer, enter, row)) for enter, row in entered]


def _money_steps() -> list[Step]:
    content = money.money_rows()
    officer = "partnerships.officer"
    steps: list[Step] = [
        (row["entered_on"], 9, partial(_as, officer, money.enter_arrangement, row))
        for row in content["arrangements"]
    ]
    held = {
        (reference, row["title"]): row["entered_on"]
        for row in documents.document_rows()
        for reference in row["partnerships"]
    }
    for row in content["arrangements"]:
        if row.get("document"):
            day = held[row["partnership"], row["document"]]
            steps.append((day, 11, partial(_as, officer, money.link_agreement, row)))
    for row in content["hosting"]:
        steps.append((row["entered_on"], 9, partial(_as, officer, money.enter_hosting, row)))
    last = max(row["entered_on"] for row in content["hosting"])
    steps.append((last, 10, partial(_as, officer, money.enter_maps, content)))
    return steps


def _as(person: str, verb: Callable[..., Any], content: dict[str, Any]) -> None:
    verb(content, by=_person(person))


def _enter_partnership(row: dict[str, Any]) -> None:
    partnerships.enter_partnership(row, by=_person("partnerships.officer"))


def _enter_description(whose: str, row: dict[str, Any]) -> None:
    partnerships.enter_description(whose, row, by=_person("partnerships.officer"))


def _enter_checklists(row: dict[str, Any]) -> None:
    checklists.enter_checklists(row, by=_person("partnerships.officer"))


def _enter_documents(row: dict[str, Any]) -> None:
    documents.enter_documents(row, by=_person("partnerships.officer"))


def _enter_register_states() -> None:
    risks.enter_register_states(by=_person("partnerships.officer"))


def _person(name: str) -> User:
    return User.objects.get(email=f"{name}@leeds.example")
