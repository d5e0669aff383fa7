"""Which addresses lead to the yearly reviews of partnerships?"""

from django.urls import path

from .views import governance_reviews, review_rounds

OF_ONE = "partnerships/<slug:reference>/governance-reviews/"
REVIEW = f"{OF_ONE}<int:pk>/"
ROUNDS = "governance-reviews/"

urlpatterns = [
    path(ROUNDS, review_rounds.rounds, name="review-rounds"),
    path(f"{ROUNDS}open/", review_rounds.open_reviews, name="open-round"),
    path(f"{ROUNDS}<int:pk>/", review_rounds.one_round, name="review-round"),
    path(f"{ROUNDS}<int:pk>/bring-in/", review_rounds.bring_in, name="bring-into-round"),
    path(f"{ROUNDS}<int:pk>/statement/", review_rounds.statement, name="round-statement"),
    path(OF_ONE, governance_reviews.of_partnership, name="governance-reviews"),
    path(REVIEW, governance_reviews.review, name="governance-review"),
    path(f"{REVIEW}answer/", governance_reviews.answer, name="answer-governance-review"),
    path(f"{REVIEW}sign-off/", governance_reviews.sign_off, name="sign-off-governance-review"),
    path(
        f"{REVIEW}actions/<int:action_pk>/done/",
        governance_reviews.action_done,
        name="remedial-action-done",
    ),
]
