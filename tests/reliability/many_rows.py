"""How long do sealing, checking and a past moment take over many rows? Run as a module.

`fill N` writes N history rows; `forge KIND SHARE` changes one behind the history, so far into the
rows; `check` and `as-at` measure.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
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


def forge(kind: str, share: str) -> None:
    """Forge one row, so far into them (0 to 1), with the triggers away."""
    from django.db import connection

    from govreg.core.history import triggers
    from partnerships.models import Organisation

    history = Organisation.history.model
    meant = history.objects.order_by("pk")[int(history.objects.count() * float(share))]
    columns = [c.column for c in history._meta.concrete_fields if not c.primary_key]
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(
            FORGERIES[kind].format(
                row=f"history_id = {meant.pk}",
                other=meant.change_set_id + 1,
                columns=", ".join(columns),
                values=", ".join(columns),
            )
        )
    triggers.install(connection)
    say(change_set=meant.change_set_id)


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
    """Read every tracked model as five years ago: one record of a kind, then all rows.

    Milliseconds are medians of five, in a process that has asked before, as a web worker has.
    """
    from govreg.core import clock
    from govreg.core.history.as_at import rows_at
    from govreg.core.history.tables import tracked_models
    from partnerships.models import Organisation

    moment = clock.true_now() - timedelta(days=1825)
    first = Organisation.objects.order_by("pk")[0]

    def one() -> int:
        return len(rows_at(Organisation, moment, id=first.pk))

    def everything() -> list[list[int]]:
        return [list(rows_at(m, moment).values_list("id", flat=True)) for m in tracked_models()]

    kinds = everything()
    say(
        one=_median_of_five(one),
        all=_median_of_five(everything),
        read=sum(len(keys) for keys in kinds),
        doubled=sum(len(keys) - len(set(keys)) for keys in kinds),
    )


def _median_of_five(ask: Callable[[], object]) -> float:
    """Return the milliseconds that a question takes."""
    taken = []
    for _n in range(5):
        begun = time.monotonic()
        ask()
        taken.append(time.monotonic() - begun)
    return round(sorted(taken)[2] * 1000, 1)


def say(**figures: object) -> None:
    """Print figures as JSON."""
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    django.setup()
    {"fill": lambda n: fill(int(n)), "forge": forge, "check": check, "as-at": as_at}[sys.argv[1]](
        *sys.argv[2:]
    )
