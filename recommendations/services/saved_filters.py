"""How does a person keep a filter under a name, share it, and remove it?"""

from typing import Any

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from recommendations.models import SavedFilter
from recommendations.rules.saved_filters import (
    refusal_of_name,
    refusal_to_change,
    refusal_to_remove,
    refusal_to_save,
)


def save_filter(*, place: str, asked: str, name: str, is_shared: bool, by: Any) -> SavedFilter:
    """Keep what a list is asked for. Raises Refused where it may not be kept."""
    with change(verb="Saved a filter", by=by):
        kept = SavedFilter.objects.filter(user=by, removed_on__isnull=True)
        enforce(refusal_to_save(kept=kept.count(), asked=asked))
        made = SavedFilter(user=by, place=place, asked=asked, name=name, is_shared=is_shared)
        _enforce_name(made)
        made.save()
    return made


def change_filter(
    *, saved: SavedFilter, version: int, name: str, is_shared: bool, by: Any
) -> SavedFilter:
    """Rename one's own filter, share it or no longer share it.

    Raises StaleVersion when it was changed meanwhile.
    """
    with change(verb="Changed a saved filter", by=by):
        found = locked(SavedFilter, saved.pk, version=version)
        enforce(refusal_to_change(own=found.user_id == by.pk))
        found.name, found.is_shared = name, is_shared
        _enforce_name(found)
        found.save()
    return found


def remove_filter(*, saved: SavedFilter, by: Any) -> SavedFilter:
    """Remove a filter: one's own, or a shared one as an administrator."""
    with change(verb="Removed a saved filter", by=by):
        found = locked(SavedFilter, saved.pk)
        keeps_shared = found.is_shared and by.may(Permission.ADMINISTER_REFERENCE)
        enforce(
            refusal_to_remove(
                own=found.user_id == by.pk,
                keeps_shared=keeps_shared,
                removed=found.removed_on is not None,
            )
        )
        found.removed_on = clock.today()
        found.save()
    return found


def _enforce_name(saved: SavedFilter) -> None:
    others = SavedFilter.objects.filter(
        user_id=saved.user_id, place=saved.place, removed_on__isnull=True
    )
    taken = others.filter(name__iexact=saved.name).exclude(pk=saved.pk).exists()
    enforce(refusal_of_name(taken=taken, name=saved.name))
