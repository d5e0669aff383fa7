"""Which addresses lead to the administration?"""

from django.urls import path

from .views.administration import access_log, index, roles, settings

app_name = "administration"
urlpatterns = [
    path("", index.index, name="index"),
    path("roles/", roles.roles, name="roles"),
    path("access-log/", access_log.access_log, name="access-log"),
    path("settings/", settings.settings, name="settings"),
    path("settings/<slug:name>/", settings.decide_setting, name="decide-setting"),
]
