"""How long do sealing, checking and a past moment take over many rows? Run as a module.

`fill N` writes N history rows; `forge KIND` changes one behind the history; `check` and `as-at`
measure.
"""

import json
import resource
import sys
import time
from datetime import timedelta

import django

FORGERIES = {
    "changed": "UPDATE partnerships_historicalorganisation SET name = 'Forged' WHERE {row}",
    "removed": "DELETE FROM partnerships_historicalorganisation WHERE {row}",
    "moved": "UPDATE partnerships_historicalorganisation SET change_set_id = {other} WHERE {row}",
    "added": "INSERT INTO partnerships_historicalorganisation ({columns}) "
    "SELECT {values} FROM partnerships_historicalorganisation WHERE {row}",
}


def fill(rows: int) -> None:
    """Write organisations and versions of them, in change sets of 20 rows, 50 versions of each."""
    from govreg.core import clock
    from govreg.core.history import bulk
    from govreg.core.history.models import ChangeSet
    from partnerships.models import Organisation

    begun, versions, together = clock.true_now() - timedelta(days=3650), 50, 20
    made = [Organisation(name=f"O {n}", sector="public") for n in range(rows // versions)]
    for version in range(versions):
        at = begun + timedelta(days=70 * version)
        sets = ChangeSet.objects.bulk_create(
            ChangeSet(verb="Filled", at=at, recorded_at=at, reason=f"Version {version}")
            for _n in range(-(-len(made) // together))
        )
        given = [sets[n // together] for n in range(len(made))]
        for one in made:
            one.name = f"{one.name.split(',')[0]}, {version}"
        write = {"change_sets": given, "batch": 1000}
        bulk.update(made, ["name"], **write) if version else bulk.create(made, **write)


def forge(kind: str) -> None:
    """Forge one row in the middle, with the triggers away."""
    from django.db import connection

    from govreg.core.history import triggers
    from partnerships.models import Organisation

    history = Organisation.history.model
    middle = history.objects.order_by("pk")[history.objects.count() // 2]
    columns = [c.column for c in history._meta.concrete_fields if not c.primary_key]
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            FORGERIES[kind].format(
                row=f"history_id = {middle.pk}",
                other=middle.change_set_id + 1,
                columns=", ".join(columns),
                values=", ".join(columns),
            )
        )
    triggers.install(connection)
    say(change_set=middle.change_set_id)


def check() -> None:
    """Seal what is not sealed and check everything."""
    from govreg.core.history.seal import seal_history, verify_history

    begun = time.monotonic()
    sealed = len(seal_history())
    between = time.monotonic()
    found = verify_history()
    broken = found.broken and [found.broken.first_change_set, found.broken.last_change_set]
    say(
        sealed=sealed,
        sealing=round(between - begun, 1),
        checking=round(time.monotonic() - between, 1),
        rows=found.rows,
        broken=broken,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def as_at() -> None:
    """Read every tracked model as five years ago: first one record of a kind, then all rows."""
    from govreg.core import clock
    from govreg.core.history.as_at import rows_at
    from govreg.core.history.tables import tracked_models
    from partnerships.models import Organisation

    moment = clock.true_now() - timedelta(days=1825)
    first = Organisation.objects.order_by("pk")[0]
    begun = time.monotonic()
    assert len(rows_at(Organisation, moment, id=first.pk)) == 1
    one = time.monotonic() - begun
    begun, read, doubled = time.monotonic(), 0, 0
    for model in tracked_models():
        keys = list(rows_at(model, moment).values_list("id", flat=True))
        read, doubled = read + len(keys), doubled + len(keys) - len(set(keys))
    everything = time.monotonic() - begun
    say(one=round(one * 1000), all=round(everything * 1000), read=read, doubled=doubled)


def say(**figures: object) -> None:
    """Print figures as JSON."""
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    django.setup()
    {"fill": lambda n: fill(int(n)), "forge": forge, "check": check, "as-at": as_at}[sys.argv[1]](
        *sys.argv[2:]
    )
