"""Which addresses lead to reviews?"""

from django.urls import path

from .views import points, reviews, sections

app_name = "reviews"
urlpatterns = [
    path("reviews/", reviews.reviews, name="list"),
    path("reviews/begin/", reviews.begin, name="begin"),
    path("reviews/<slug:reference>/", reviews.review, name="review"),
    path("reviews/<slug:reference>/change/", reviews.change, name="change"),
    path("reviews/<slug:reference>/discuss/", reviews.discuss, name="discuss"),
    path("reviews/<slug:reference>/contacts/<int:step>/", reviews.contact, name="contact"),
    path("reviews/<slug:reference>/sections/add/", sections.add, name="add-section"),
    path("reviews/<slug:reference>/sections/<int:pk>/", sections.section, name="section"),
    path("reviews/<slug:reference>/sections/<int:pk>/write/", sections.write, name="write-section"),
    path("reviews/<slug:reference>/sections/<int:pk>/move/", sections.move, name="move-section"),
    path(
        "reviews/<slug:reference>/sections/<int:pk>/remove/",
        sections.remove,
        name="remove-section",
    ),
    path("reviews/<slug:reference>/points/<str:kind>/", points.points, name="points"),
    path("reviews/<slug:reference>/points/<int:pk>/write/", points.write, name="write-point"),
    path("reviews/<slug:reference>/points/<int:pk>/move/", points.move, name="move-point"),
    path("reviews/<slug:reference>/points/<int:pk>/remove/", points.remove, name="remove-point"),
]
