"""Which addresses lead to recommendations and their follow-up?"""

from django.urls import path

from .views import (
    actions,
    closure,
    extension_decisions,
    extensions,
    partnerships,
    progress,
    recommendations,
    responses,
    review_issue,
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
    path("actions/<int:pk>/extend/", extensions.ask, name="ask-extension"),
    path("extensions/", extensions.extensions, name="extensions"),
    path("extensions/to-endorse/", extensions.waiting, name="extensions-to-endorse"),
    path("extensions/to-decide/", extension_decisions.decide_several, name="decide-extensions"),
    path("extensions/<int:pk>/", extensions.extension, name="extension"),
    path("extensions/<int:pk>/endorse/", extensions.endorse, name="endorse-extension"),
    path("extensions/<int:pk>/decide/", extensions.decide, name="decide-extension"),
    path("extensions/<int:pk>/withdraw/", extensions.withdraw, name="withdraw-extension"),
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
