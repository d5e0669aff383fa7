"""Are the actions of a plan kept, judged and withdrawn, and does history say what each was?"""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.refusals import Refused
from govreg.core.ui.forms.fields import without_thousands
from partnerships.forms.plan_actions import NumberField
from partnerships.models import PlanAction
from partnerships.queries.smart_tests import facts_of, summary_of
from partnerships.rules.smart_tests import hints
from partnerships.services.plan_actions import record_outcome, withdraw_action
from partnerships.services.smart_tests import judge
from tests.partnerships.pages import day
from tests.partnerships.quarter import small_action, small_plan
from tests.people import signed_in

pytestmark = pytest.mark.django_db
#: The four outputs that the review of 2005 found could not be judged (section 5.3).
FAILING = {
    "S1": ("Morley and Rothwell", {"measurable", "outcome"}),
    "E1": ("East Leeds website", {"measurable", "outcome"}),
    "W1": ("prouder of it", {"measurable", "timed"}),
    "NW1": ("less stands in their way", {"specific", "measurable", "outcome"}),
}


@pytest.mark.parametrize("reference", FAILING)
def test_the_failing_outputs_of_2005_say_why_they_fail(cast, reference):
    words, criteria = FAILING[reference]
    action = PlanAction.objects.get(reference=reference, plan__parent__isnull=False)
    failed = {row.criterion: row.note for row in action.smart_judgements.filter(is_met=False)}
    assert words in action.output
    assert set(failed) == criteria
    assert "There is no number to reach" in hints(facts_of(action))["measurable"]
    page = signed_in(cast.scrutiny_member).get(action.get_absolute_url()).content.decode()
    for note in failed.values():
        assert note in page


def test_a_plan_sums_its_judgements_up():
    action = PlanAction.objects.select_related("plan").get(reference="S1")
    found = {one.label: (one.met, one.not_met, one.not_judged) for one in summary_of(action.plan)}
    assert found["Measurable"] == (0, 1, 57)
    assert found["Specific"] == (0, 0, 58)


def test_not_met_needs_a_note_and_hints_judge_nothing(cast):
    action = small_action(small_plan(cast.area_manager_west), "X1", cast.area_manager_west)
    client = signed_in(cast.area_manager_west)
    address = f"{action.get_absolute_url()}smart-test/"
    page = client.get(address).content.decode()
    assert "no measure is stated" in page
    answer = client.post(address, {"version": action.version, "is_timed": "no"})
    assert "Say why it is not met" in answer.content.decode()
    client.post(
        address,
        {
            "version": action.version,
            "is_timed": "no",
            "note_timed": "No end.",
            "is_specific": "yes",
        },
    )
    kept = {row.criterion: row.is_met for row in action.smart_judgements.all()}
    assert kept == {"timed": False, "specific": True}
    assert all(row.judged_by == cast.area_manager_west for row in action.smart_judgements.all())


def test_a_judgement_can_be_taken_back(cast):
    officer = cast.partnerships_officer
    action = small_action(small_plan(officer), "X1", officer)
    given = {"action": action, "version": action.version, "on": clock.today(), "by": officer}
    judge(answers={"timed": (True, "")}, **given)
    judge(answers={"timed": (None, "")}, **given)
    assert not action.smart_judgements.exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"end": date(2006, 1, 1)}, "before it starts"),
        ({"start": date(2012, 1, 1)}, "after its plan ends"),
        ({"start": date(2005, 1, 1), "end": date(2006, 1, 1)}, "before its plan starts"),
    ],
)
def test_days_that_cannot_be_are_refused(cast, values, said):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    with pytest.raises(Refused, match=said):
        small_action(plan, "X1", officer, **values)


def test_a_reference_is_given_once_and_a_priority_is_the_plans_own(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    small_action(plan, "X1", officer)
    with pytest.raises(Refused, match="has the reference x1"):
        small_action(plan, "x1", officer)
    other = PlanAction.objects.exclude(priority=None).first()
    with pytest.raises(Refused, match="Choose a priority of this plan"):
        small_action(plan, "X2", officer, priority=other.priority)


def test_a_target_that_is_text_is_told_and_nothing_is_lost(cast):
    plan = small_plan(cast.area_manager_west)
    sent = {
        "reference": "X1",
        "action": "Plant trees",
        "target": "many",
        **day("start", 2007, 4, 1),
    }
    answer = signed_in(cast.area_manager_west).post(f"{plan.get_absolute_url()}actions/add/", sent)
    page = answer.content.decode()
    assert "Write a number, such as 120 or 12.5" in page
    assert "Plant trees" in page


def test_an_action_is_withdrawn_with_its_reason_and_stays_to_be_read(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    action = small_action(plan, "X1", officer)
    with pytest.raises(Refused, match="still to come"):
        withdraw_action(
            action=action, version=1, day=date(2100, 1, 1), on=clock.today(), by=officer, reason="x"
        )
    withdraw_action(
        action=action,
        version=action.version,
        day=date(2007, 9, 1),
        on=clock.today(),
        by=officer,
        reason="No money.",
    )
    page = signed_in(cast.scrutiny_member).get(action.get_absolute_url()).content.decode()
    assert "on 1 September 2007: No money." in page
    listed = signed_in(officer).get(f"{plan.get_absolute_url()}actions/").content.decode()
    assert "Do X1" not in listed


def test_what_partners_brought_about_together_is_recorded_with_its_evidence(cast):
    officer = cast.partnerships_officer
    action = small_action(small_plan(officer), "X1", officer)
    given = {"action": action, "changed": "Fewer calls", "because": "Joint patrols"}
    with pytest.raises(Refused, match="Record what was seen already"):
        record_outcome(
            day=date(2100, 1, 1), evidence="Figures", on=clock.today(), by=officer, **given
        )
    record_outcome(
        day=date(2007, 9, 1), evidence="Figures of June", on=clock.today(), by=officer, **given
    )
    page = signed_in(cast.scrutiny_member).get(action.get_absolute_url()).content.decode()
    assert "Joint patrols" in page
    assert "Figures of June" in page


def test_an_agency_reads_its_own_action_and_no_other(cast):
    police = signed_in(User.objects.get(email="police.officer@leeds.example"))
    own = PlanAction.objects.filter(lead__name="West Yorkshire Police").first()
    other = PlanAction.objects.filter(lead__name="Leeds Voice").first()
    assert police.get(own.get_absolute_url()).status_code == 200
    assert police.get(other.get_absolute_url()).status_code == 404
    assert police.get(f"/history/partnerships.planaction/{other.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1,250.5", "1250.5"), ("12 000", "12000"), ("12,5", "12,5"), ("1,2,3", "1,2,3")],
)
def test_a_comma_is_taken_away_only_before_three_digits(typed: str, kept: str) -> None:
    assert without_thousands(typed) == kept


def test_a_comma_for_a_point_makes_no_figure_ten_times_as_large() -> None:
    with pytest.raises(ValidationError, match="Write a number"):
        NumberField().clean("18,5")
    assert NumberField().clean("1,850") == 1850
