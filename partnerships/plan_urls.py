"""Which addresses lead to plans, their actions and their quarters?"""

from django.urls import path

from .views import answer_sheets, plan_actions, plans, quarter_steps, quarterly_answers, quarters

PLAN = "plans/<int:pk>/"
ACTION = "plans/actions/<int:pk>/"
QUARTER = f"{PLAN}quarters/<slug:slug>/"

urlpatterns = [
    path("plans/", plans.plans, name="plans"),
    path("partnerships/<slug:reference>/plans/", plans.of_partnership, name="partnership-plans"),
    path("partnerships/<slug:reference>/plans/add/", plans.add, name="add-plan"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}change/", plans.change, name="change-plan"),
    path(f"{PLAN}themes/", plans.visions, name="plan-themes"),
    path(f"{PLAN}priorities/", plans.priorities, name="plan-priorities"),
    path(f"{PLAN}actions/", plan_actions.actions, name="plan-actions"),
    path(f"{PLAN}actions/add/", plan_actions.add, name="add-plan-action"),
    path(ACTION, plan_actions.action, name="plan-action"),
    path(f"{ACTION}change/", plan_actions.change, name="change-plan-action"),
    path(f"{ACTION}withdraw/", plan_actions.withdraw, name="withdraw-plan-action"),
    path(f"{ACTION}smart-test/", plan_actions.test, name="test-plan-action"),
    path(f"{ACTION}outcomes/add/", plan_actions.record_outcome, name="record-joint-outcome"),
    path(f"{PLAN}quarters/open/", quarter_steps.open_quarter, name="open-quarter"),
    path(QUARTER, quarters.quarter, name="plan-quarter"),
    path(f"{QUARTER}actions/", quarters.actions, name="quarter-actions"),
    path(f"{QUARTER}answer/", quarterly_answers.answer, name="answer-quarter"),
    path(f"{QUARTER}answers-by-spreadsheet/", answer_sheets.answer_sheet, name="answer-sheet"),
    path(
        f"{QUARTER}answers-by-spreadsheet/file/<slug:form>/",
        answer_sheets.download,
        name="answer-sheet-file",
    ),
    path(
        f"{QUARTER}answers-by-spreadsheet/<int:upload>/",
        answer_sheets.preview,
        name="answer-sheet-preview",
    ),
    path(f"{QUARTER}waiting/", quarter_steps.chase, name="chase-quarter"),
    path(f"{QUARTER}remind/", quarter_steps.remind, name="remind-quarter"),
    path(f"{QUARTER}close/", quarter_steps.close, name="close-quarter"),
    path(f"{QUARTER}publish/", quarter_steps.publish, name="publish-quarter"),
    path(f"{QUARTER}reopen/", quarter_steps.reopen, name="reopen-quarter"),
    path("quarterly-answers/", quarterly_answers.mine, name="quarterly-answers"),
]
