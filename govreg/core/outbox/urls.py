"""Which addresses show how far long work is?"""

from django.urls import path

from . import views

app_name = "outbox"
urlpatterns = [
    path("<int:pk>/", views.work, name="work"),
    path("<int:pk>/state/", views.state, name="state"),
]
