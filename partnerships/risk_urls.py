"""Which addresses lead to risks?"""

from django.urls import path

from .views import risk_registers, risks

OF_ONE = "partnerships/<slug:reference>/risks/"
RISK = f"{OF_ONE}<int:pk>/"

urlpatterns = [
    path("risks/", risks.all_risks, name="all-risks"),
    path(OF_ONE, risks.risks, name="risks"),
    path(f"{OF_ONE}add/", risks.add, name="add-risk"),
    path(f"{OF_ONE}register/", risk_registers.state_register, name="state-risk-register"),
    path(RISK, risks.risk, name="risk"),
    path(f"{RISK}change/", risks.change, name="change-risk"),
    path(f"{RISK}assess/", risks.assess, name="assess-risk"),
    path(f"{RISK}close/", risks.close, name="close-risk"),
    path(f"{RISK}actions/add/", risks.add_action, name="add-risk-action"),
    path(f"{RISK}actions/<int:action_pk>/done/", risks.finish_action, name="finish-risk-action"),
]
