"""What does the interface show of reviews, on pages of their own and of others?"""

from govreg.core.access import Permission
from govreg.core.council import retention
from govreg.core.history import subjects
from govreg.core.search import index
from govreg.core.ui.navigation import NavigationItem, register

from .queries.retention import line_of, reviews_closed_before
from .services.searching import enter_review

register(
    NavigationItem(
        "Reviews", "reviews:list", permission=Permission.VIEW_ISSUED_REVIEWS, position=30
    )
)
index.register("reviews.review", label="Review", enter=enter_review)
subjects.register("reviews.review", label="Reviews")
subjects.register("reviews.priorityscale", label="Priority scale")
retention.register("reviews", title="Closed reviews", due=reviews_closed_before, line=line_of)
