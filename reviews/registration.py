"""What does the interface show of reviews, on pages of their own and of others?"""

from govreg.core.access import Permission
from govreg.core.history import subjects
from govreg.core.search import index
from govreg.core.ui.navigation import NavigationItem, register

from .services.searching import enter_review

register(
    NavigationItem(
        "Reviews", "reviews:list", permission=Permission.VIEW_ISSUED_REVIEWS, position=30
    )
)
index.register("reviews.review", label="Review", enter=enter_review)
subjects.register("reviews.review", label="Reviews")
subjects.register("reviews.priorityscale", label="Priority scale")
