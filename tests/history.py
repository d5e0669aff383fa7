"""Which live rows differ from their last history row?"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Max

from govreg.core.history.tables import history_of, tracked_models

NAME = re.compile(r"\w+")
#: What changes no row. Whatever does not begin so may have, and its tables are compared.
READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "EXPLAIN", "PRAGMA", "SET ")


class WrittenTables:
    """The names in every statement that may have written: hand it to `execute_wrapper`."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __call__(self, execute: Callable, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if not str(sql).lstrip().upper().startswith(READS):
            self.names.update(NAME.findall(str(sql)))
        return execute(sql, params, many, context)

    def models(self) -> list[Any]:
        """Return the tracked models whose rows, or whose history, may have been written."""
        return [
            model
            for model in tracked_models()
            if {model._meta.db_table, history_of(model)._meta.db_table} & self.names
        ]


def unlike_their_history(models: Iterable[Any] | None = None) -> tuple[int, list[str]]:
    """Return how many live rows were compared, and the names of those unlike their history.

    Those of every tracked model, or of some.
    """
    inspected, unlike = 0, []
    for model in tracked_models() if models is None else models:
        history = history_of(model)
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
