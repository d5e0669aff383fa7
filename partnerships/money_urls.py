"""Which addresses lead to money, resource maps and hosting agreements?"""

from django.urls import path

from .views import checklists, contributions, funding, hosting, resource_maps, spending

ONE = "partnerships/<slug:reference>/"
MONEY = f"{ONE}money/<int:pk>/"
HOSTING = f"{ONE}hosting/<int:pk>/"

urlpatterns = [
    path("money/", funding.all_money, name="all-money"),
    path(f"{ONE}money/", funding.money, name="money"),
    path(f"{ONE}money/add/", funding.add, name="add-funding"),
    path(MONEY, funding.funding, name="funding"),
    path(f"{MONEY}change/", funding.change, name="change-funding"),
    path(f"{MONEY}years/<slug:year>/", contributions.enter_year, name="enter-year"),
    path(f"{MONEY}spending/add/", spending.add_spending, name="add-spending"),
    path(
        f"{MONEY}spending/<int:row_pk>/correct/", spending.correct_spending, name="correct-spending"
    ),
    path(f"{MONEY}savings/add/", spending.add_saving, name="add-saving"),
    path(f"{MONEY}savings/<int:row_pk>/correct/", spending.correct_saving, name="correct-saving"),
    path(f"{MONEY}reports/record/", spending.report, name="record-financial-report"),
    path(
        f"{MONEY}reports/<int:row_pk>/correct/",
        spending.correct_sent,
        name="correct-financial-report",
    ),
    path(f"{MONEY}checklists/<slug:code>/", checklists.checklist, name="funding-checklist"),
    path(
        f"{MONEY}checklists/<slug:code>/answer/",
        checklists.answer,
        name="answer-funding-checklist",
    ),
    path("resources/", resource_maps.resource_maps, name="resource-maps"),
    path("resources/add/", resource_maps.add, name="add-resource-map"),
    path("resources/<int:pk>/", resource_maps.resource_map, name="resource-map"),
    path("resources/<int:pk>/change/", resource_maps.change, name="change-resource-map"),
    path("hosting/", hosting.all_hosting, name="all-hosting"),
    path(f"{ONE}hosting/", hosting.of_partnership, name="hosting-agreements"),
    path(f"{ONE}hosting/add/", hosting.add, name="add-hosting"),
    path(HOSTING, hosting.hosting, name="hosting"),
    path(f"{HOSTING}change/", hosting.change, name="change-hosting"),
    path(f"{HOSTING}duties/", hosting.duties, name="hosting-duties"),
    path(f"{HOSTING}next/<slug:step>/", hosting.next_step, name="hosting-step"),
]
