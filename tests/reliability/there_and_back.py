"""Does each app's last migration go back and come again, and is the history protected afterwards?

Run as a module against a migrated register without data: it prints what it found as JSON.
"""

import json
import sys
from typing import Any

import django


def last_steps(*, to_nothing: bool) -> list[tuple[str, str]]:
    """Return each app with append-only tables, and the migration before its last one.

    An app whose only migration is its first goes back to nothing, or is left out.
    """
    from django.db.migrations.loader import MigrationLoader

    from govreg.core.history.tables import append_only_models

    loader = MigrationLoader(None)
    found = []
    for app in sorted({model._meta.app_label for model in append_only_models()}):
        names = sorted(name for label, name in loader.disk_migrations if label == app)
        if to_nothing or len(names) > 1:
            found.append((app, names[-2] if len(names) > 1 else "zero"))
    return found


def triggers_now() -> list[str]:
    """Return the names of all triggers that are there."""
    from django.db import connection

    question = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(question)
        return [name for (name,) in cursor.fetchall()]


def go(*, to_nothing: bool) -> dict[str, Any]:
    """Go one migration back and forward again: app by app to nothing, or all and then forward."""
    from django.core.management import call_command
    from django.db import connection

    from govreg.core.history import triggers

    before = triggers_now()
    unlike: list[str] = []
    unprotected: list[str] = []
    steps = last_steps(to_nothing=to_nothing)
    for app, previous in steps:
        call_command("migrate", app, previous, verbosity=0, interactive=False)
        unprotected += [f"{app} back: {name}" for name in triggers.missing(connection)]
        if not to_nothing and app != steps[-1][0]:
            continue  # each way takes seconds, and the way forward is one for all
        call_command("migrate", verbosity=0, interactive=False)
        unprotected += [f"{app}: {name}" for name in triggers.missing(connection)]
        if triggers_now() != before:
            unlike.append(app)
    return {
        "apps": [app for app, _previous in steps],
        "triggers": len(before),
        "unlike": unlike,
        "unprotected": unprotected,
    }


if __name__ == "__main__":
    django.setup()
    json.dump(go(to_nothing="to-nothing" in sys.argv), sys.stdout)
