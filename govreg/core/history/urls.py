"""Which addresses lead to the history?"""

from django.urls import path

from .views import pages

app_name = "history"
urlpatterns = [
    path("", pages.register, name="register"),
    path("<str:model>/<int:pk>/", pages.record, name="record"),
]
