"""What does the interface show of recommendations, on pages of their own and of others?"""

from govreg.core.access import Permission
from govreg.core.history import subjects
from govreg.core.search import index
from govreg.core.ui import panels, sections
from govreg.core.ui.navigation import NavigationItem, register
from govreg.core.ui.sections import Section
from reviews.queries.removal import ask_before_removal

from .queries.private_history import hidden_rows
from .services.searching import enter_recommendation, enter_window
from .views.panels import (
    account_panel,
    recommendation_arises_in,
    review_panel,
    section_panel,
)
from .views.review_texts import download_panel, import_panel
from .views.themes import themes_panel

register(
    NavigationItem(
        "Recommendations", "recommendations:tracker", position=40, covers="recommendations"
    )
)
register(NavigationItem("My actions", "recommendations:mine", position=10))
register(
    NavigationItem(
        "To verify", "recommendations:waiting", permission=Permission.VERIFY, position=15
    )
)
for _place, (_label, _page) in enumerate(
    (
        ("All recommendations", "tracker"),
        ("Agreed actions", "actions"),
        ("At a glance", "at-a-glance"),
        ("By group", "grouped"),
        ("Extensions", "extensions"),
        ("Update windows", "windows"),
        ("Themes", "themes"),
    )
):
    sections.register(
        Section(_page, _label, f"recommendations:{_page}", _place), of="recommendations"
    )
index.register("recommendations.recommendation", label="Recommendation", enter=enter_recommendation)
index.register("recommendations.updatewindow", label="Update window", enter=enter_window)
subjects.register("recommendations.recommendation", label="Recommendations")
subjects.register("recommendations.updatewindow", label="Update windows")
subjects.register("recommendations.theme", label="Themes")
panels.register(page="recommendation", position=5, render=themes_panel)

subjects.register_hidden(hidden_rows)
panels.register(page="review", position=10, render=review_panel)
panels.register(page="review", position=20, render=download_panel)
panels.register(page="reviews", position=10, render=import_panel)
panels.register(page="account", position=10, render=account_panel)
panels.register(page="section", position=10, render=section_panel)
sections.register(
    Section(
        "recommendations", "Recommendations", "recommendations:of-partnership", 7005, "Reviews"
    ),
    of="partnership",
)
ask_before_removal(recommendation_arises_in)
