"""How is the list of themes kept, and how is it said what a recommendation is about?"""

from collections.abc import Iterable, Mapping
from typing import Any

from govreg.core.access import Permission
from govreg.core.access.rules import refusal_unless_council_wide
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from recommendations.models import Recommendation, RecommendationTheme, Theme
from recommendations.queries.themes import may_tag
from recommendations.rules.themes import (
    refusal_of_name,
    refusal_to_overwrite,
    refusal_to_tag,
)

from .holding import hold_recommendation

EDITABLE = ("name", "meaning")


def add_theme(*, values: Mapping[str, Any], by: Any, reason: str = "") -> Theme:
    """Add a theme to the list."""
    with change(verb="Added a theme", by=by, reason=reason):
        return _written(Theme(), values, by)


def change_theme(
    *, theme: Theme, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Theme:
    """Change what a theme is called or means. Raises StaleVersion when it changed meanwhile."""
    with change(verb="Changed a theme", by=by, reason=reason):
        return _written(locked(Theme, theme.pk, version=version), values, by)


def say_themes(
    *,
    recommendation: Recommendation,
    themes: Iterable[Theme],
    by: Any,
    seen: frozenset[int] | None = None,
    reason: str = "",
) -> Recommendation:
    """Say what a recommendation is about: these themes and no others.

    `seen` are the keys of the themes that were shown to the person; raises Refused where they are
    others by now.
    """
    with change(verb="Said what a recommendation is about", by=by, reason=reason):
        recommendation = hold_recommendation(recommendation)
        enforce(refusal_to_tag(may_tag=by is None or may_tag(by, recommendation)))
        wanted = {theme.pk: theme for theme in themes}
        held = RecommendationTheme.objects.filter(recommendation=recommendation)
        rows = list(held.select_related("theme"))
        now = {row.theme_id: row.theme.name for row in rows}
        enforce(refusal_to_overwrite(seen=seen, now=now))
        for row in rows:
            if wanted.pop(row.theme_id, None) is None:
                row.delete()
        for theme in wanted.values():
            RecommendationTheme(recommendation=recommendation, theme=theme).save()
    return recommendation


def _written(theme: Theme, values: Mapping[str, Any], by: Any) -> Theme:
    keeps = by is None or by.may(Permission.ADMINISTER_REFERENCE)
    enforce(refusal_unless_council_wide(may=keeps))
    put(theme, values, allowed=EDITABLE)
    same = Theme.objects.filter(name__iexact=theme.name).exclude(pk=theme.pk)
    enforce(refusal_of_name(is_taken=same.exists()))
    theme.save()
    return theme
