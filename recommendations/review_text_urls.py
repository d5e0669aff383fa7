"""Which addresses lead to the texts of whole reviews?"""

from django.urls import path

from .views import review_texts

#: “begin” is no review's reference, so nothing else has an address below it.
IMPORT = "reviews/begin/from-a-text/"

urlpatterns = [
    path(IMPORT, review_texts.upload, name="import-review"),
    path(f"{IMPORT}<int:pk>/", review_texts.look_through, name="import-review-preview"),
    path("reviews/<slug:reference>/text/", review_texts.download, name="review-text"),
]
