"""Which addresses lead to users and the roles they hold?"""

from django.urls import path

from .views.administration import role_holdings, second_factor, users

app_name = "people"
urlpatterns = [
    path("", users.users, name="users"),
    path("add/", users.add, name="add"),
    path("<int:pk>/", users.user, name="user"),
    path("<int:pk>/change/", users.change, name="change"),
    path("<int:pk>/deactivate/", users.deactivate, name="deactivate"),
    path("<int:pk>/reactivate/", users.reactivate, name="reactivate"),
    path("<int:pk>/second-factor/reset/", second_factor.reset, name="reset-second-factor"),
    path("<int:pk>/roles/give/", role_holdings.give, name="give-role"),
    path("<int:pk>/roles/<int:holding_pk>/end/", role_holdings.end, name="end-role"),
]
