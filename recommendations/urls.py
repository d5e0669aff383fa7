"""Which addresses lead to recommendations and their follow-up?"""

from django.urls import path

from .views import (
    actions,
    closure,
    partnerships,
    progress,
    recommendations,
    responses,
    review_issue,
    window_rounds,
    window_steps,
    windows,
)

app_name = "recommendations"
urlpatterns = [
    path("recommendations/", recommendations.tracker, name="tracker"),
    path(
        "partnerships/<slug:reference>/recommendations/",
        partnerships.of_partnership,
        name="of-partnership",
    ),
    path("recommendations/<slug:reference>/add/", recommendations.add, name="add"),
    path(
        "recommendations/<slug:reference>/<str:number>/",
        recommendations.recommendation,
        name="recommendation",
    ),
    path(
        "recommendations/<slug:reference>/<str:number>/change/",
        recommendations.change,
        name="change",
    ),
    path("recommendations/<slug:reference>/<str:number>/end/", recommendations.end, name="end"),
    path(
        "recommendations/<slug:reference>/<str:number>/respond/",
        responses.respond,
        name="respond",
    ),
    path("responses/<int:pk>/change/", responses.change, name="change-response"),
    path("responses/<int:pk>/approve/", responses.approve, name="approve"),
    path("responses/<int:pk>/replace/", responses.replace, name="replace"),
    path("responses/<int:pk>/actions/add/", actions.agree, name="agree"),
    path("actions/", actions.actions, name="actions"),
    path("actions/mine/", actions.mine, name="mine"),
    path("actions/awaiting-verification/", actions.waiting, name="waiting"),
    path("actions/<int:pk>/", actions.action, name="action"),
    path("actions/<int:pk>/change/", actions.change, name="change-action"),
    path("actions/<int:pk>/update/", progress.update, name="update"),
    path("actions/<int:pk>/claim/", closure.claim, name="claim"),
    path("actions/<int:pk>/verify/", closure.verify, name="verify"),
    path("actions/<int:pk>/reopen/", closure.reopen, name="reopen"),
    path("actions/<int:pk>/accept-risk/", closure.accept_risk, name="accept-risk"),
    path("update-windows/", windows.windows, name="windows"),
    path("update-windows/plan/", windows.plan, name="plan-windows"),
    path("update-windows/<int:pk>/", windows.window, name="window"),
    path("update-windows/<int:pk>/change/", windows.change, name="change-window"),
    path("update-windows/<int:pk>/remove/", window_steps.remove, name="remove-window"),
    path("update-windows/<int:pk>/open/", window_steps.open_now, name="open-window"),
    path("update-windows/<int:pk>/extend/", window_steps.extend, name="extend-window"),
    path("update-windows/<int:pk>/close/", window_steps.close, name="close-window"),
    path("update-windows/<int:pk>/move/", window_steps.move, name="move-actions"),
    path("update-windows/<int:pk>/mine/", window_rounds.mine, name="window-round"),
    path("updates/<int:pk>/discard/", progress.discard, name="discard"),
    path("evidence/<int:pk>/", progress.evidence, name="evidence"),
    path("reviews/<slug:reference>/issue/", review_issue.issue, name="issue-review"),
    path("reviews/<slug:reference>/close/", review_issue.close, name="close-review"),
    path("reviews/<slug:reference>/erratum/", review_issue.errata, name="errata"),
    path(
        "reviews/<slug:reference>/erratum/<str:kind>/<int:pk>/",
        review_issue.erratum,
        name="erratum",
    ),
]
