"""Which addresses lead to the priority scales?"""

from django.urls import path

from .views import priorities

app_name = "priorities"
urlpatterns = [
    path("", priorities.scales, name="scales"),
    path("add/", priorities.add, name="add"),
    path("<int:pk>/", priorities.scale, name="scale"),
    path("<int:pk>/change/", priorities.change, name="change"),
]
