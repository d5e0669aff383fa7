"""Which addresses lead to strategic frameworks and to what partnerships contribute?"""

from django.urls import path

from .views import alignment, frameworks

OF_ONE = "partnerships/<slug:reference>/alignment/"
FRAMEWORK = "frameworks/<int:pk>/"

urlpatterns = [
    path("alignment/", alignment.all_alignment, name="all-alignment"),
    path(OF_ONE, alignment.alignment, name="alignment"),
    path(f"{OF_ONE}<int:theme_pk>/", alignment.state, name="state-contribution"),
    path("frameworks/", frameworks.frameworks, name="frameworks"),
    path("frameworks/add/", frameworks.add, name="add-framework"),
    path(FRAMEWORK, frameworks.framework, name="framework"),
    path(f"{FRAMEWORK}change/", frameworks.change, name="change-framework"),
    path(f"{FRAMEWORK}themes/add/", frameworks.add_theme, name="add-theme"),
    path(f"{FRAMEWORK}themes/<int:theme_pk>/", frameworks.change_theme, name="change-theme"),
]
