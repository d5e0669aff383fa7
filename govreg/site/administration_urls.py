"""Which addresses lead to the administration?"""

from django.urls import path

from .views.administration import (
    access_log,
    index,
    outbox,
    question_sets,
    ratings,
    redaction,
    retention,
    roles,
    second_factor,
    settings,
)

app_name = "administration"
urlpatterns = [
    path("", index.index, name="index"),
    path("roles/", roles.roles, name="roles"),
    path("access-log/", access_log.access_log, name="access-log"),
    path("mail/", outbox.mail, name="mail"),
    path("mail/<int:pk>/again/", outbox.send_again, name="send-again"),
    path("mail/long-work/", outbox.work, name="long-work"),
    path("mail/long-work/<int:pk>/again/", outbox.make_again, name="make-again"),
    path("question-sets/", question_sets.question_sets, name="question-sets"),
    path("question-sets/add/", question_sets.add, name="add-question-set"),
    path("question-sets/<slug:code>/", question_sets.question_set, name="question-set"),
    path("question-sets/<slug:code>/edition/", question_sets.new_edition, name="new-edition"),
    path("redactions/", redaction.redactions, name="redactions"),
    path("redactions/remove/", redaction.remove, name="redact"),
    path("ratings/", ratings.rule, name="ratings"),
    path("ratings/<slug:name>/", ratings.decide_rating, name="decide-rating"),
    path("retention/", retention.schedule, name="retention"),
    path("retention/due/", retention.due, name="retention-due"),
    path("retention/<slug:name>/", retention.decide_years, name="decide-retention"),
    path("second-factor/", second_factor.second_factor, name="second-factor"),
    path(
        "second-factor/<slug:code>/",
        second_factor.decide_second_factor,
        name="decide-second-factor",
    ),
    path("settings/", settings.settings, name="settings"),
    path("settings/<slug:name>/", settings.decide_setting, name="decide-setting"),
]
