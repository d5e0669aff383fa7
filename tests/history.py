"""Which live rows differ from their last history row?"""

from django.db.models import Max

from govreg.core.history.tables import tracked_models


def unlike_their_history() -> tuple[int, list[str]]:
    """Return how many live rows were compared, and the names of those unlike their history."""
    inspected, unlike = 0, []
    for model in tracked_models():
        history = model.history.model
        key = model._meta.pk.attname
        names = [f.attname for f in history.tracked_fields]
        newest = history.objects.values(key).annotate(last=Max("history_id")).values("last")
        last = {
            row[key]: row
            for row in history.objects.filter(history_id__in=newest).values(*names, "history_type")
        }
        for row in model._base_manager.values(*names):
            inspected += 1
            kept = last.pop(row[key], None)
            if kept is None or kept.pop("history_type") == "-" or kept != row:
                unlike.append(f"{model._meta.label} {row[key]}")
        unlike += [
            f"{model._meta.label} {pk} gone without a row"
            for pk, kept in last.items()
            if kept["history_type"] != "-"
        ]
    return inspected, unlike
