"""Can it be shown that no history was forged since it was sealed?

A block of change sets is digested row by row with SHA-256, and chained to the block before. The
last digest, kept somewhere else, vouches for everything up to it.
"""

from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Max

from govreg.core import clock

from .digests import BY_TEXT, WHOLE, StandIns, columns_now, digest_of, in_the_second_way, stand_ins
from .models import ChangeSet, Seal, SealRenewal

BLOCK = 5_000  # change sets


@dataclass(frozen=True, slots=True)
class Finding:
    """What checking the seals found: how far it holds, and the first block that does not."""

    seals: int
    rows: int
    unsealed: int
    digest: str
    broken: Seal | None = None


def latest_seal() -> Seal | None:
    """Return the seal of the last sealed block, or None before the first."""
    return Seal.objects.order_by("last_change_set").last()


def seal_history() -> list[Seal]:
    """Seal every change set that is not sealed yet, in blocks; return the new seals.

    Each block is sealed in a transaction of its own, so that what was sealed stays so when the
    rest is interrupted. Writers are waited for once, and are not held up meanwhile.
    """
    until = _last_finished()
    made = []
    while seal := _seal_next(until):
        made.append(seal)
    return made


def _last_finished() -> int:
    """Return the last change set before which none can still be committed.

    On PostgreSQL a change set with a lower number may be committed after one with a higher; the
    lock waits for those that are being written. SQLite has one writer at a time.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f'LOCK TABLE "{ChangeSet._meta.db_table}" IN SHARE MODE')
        found: int | None = ChangeSet.objects.aggregate(last=Max("pk"))["last"]
    return found or 0


@transaction.atomic
def _seal_next(until: int) -> Seal | None:
    _one_at_a_time()
    last = latest_seal()
    after = last.last_change_set if last else 0
    waiting = ChangeSet.objects.filter(pk__gt=after, pk__lte=until).order_by("pk")
    block = list(waiting.values_list("pk", "salt")[:BLOCK])
    if not block:
        return None
    # Change sets of earlier releases have no salt: they are sealed as they would have been then.
    way = BY_TEXT if block[0][1] else WHOLE
    same = [pk for pk, salt in block if bool(salt) == (way == BY_TEXT)]
    end = next((pk - 1 for pk, salt in block if bool(salt) != (way == BY_TEXT)), same[-1])
    ids = [pk for pk in same if pk <= end]
    columns = columns_now() if way == BY_TEXT else _names()
    previous = last.digest if last else ""
    digest, rows = digest_of(ids[0], ids[-1], columns, previous, way=way, instead=stand_ins())
    return Seal.objects.create(
        first_change_set=ids[0],
        last_change_set=ids[-1],
        rows=rows,
        columns=columns,
        previous_digest=previous,
        digest=digest,
        sealed_at=clock.true_now(),
        version=way,
    )


def _one_at_a_time() -> None:
    """Wait for whoever else is sealing; readers are not held up."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'LOCK TABLE "{Seal._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')


def _names() -> dict[str, list[str]]:
    """Return the columns as the first way keeps them."""
    return {label: sorted([*c["texts"], *c["others"]]) for label, c in columns_now().items()}


def verify_history() -> Finding:
    """Digest every sealed block again and compare; stop at the first that does not match."""
    previous, rows, seals, after = "", 0, 0, 0
    instead = stand_ins()
    for seal in Seal.objects.select_related("renewal").order_by("last_change_set"):
        if not holds(seal, previous=previous, after=after, instead=instead):
            return Finding(seals, rows, _unsealed(after), previous, broken=seal)
        previous, after = seal.digest, seal.last_change_set
        rows += seal.rows
        seals += 1
    return Finding(seals, rows, _unsealed(after), previous)


def holds(seal: Seal, *, previous: str, after: int, instead: StandIns) -> bool:
    """Say whether a block, digested again behind the last one, still matches its seal."""
    if seal.previous_digest != previous:
        return False
    renewal: SealRenewal | None = getattr(seal, "renewal", None)
    if renewal is not None:
        return renewed_digest(seal, after=after, instead=instead) == renewal.digest
    first, last = after + 1, seal.last_change_set
    digest, _count = digest_of(
        first, last, seal.columns, previous, way=seal.version, instead=instead
    )
    return digest == seal.digest


def renewed_digest(seal: Seal, *, after: int, instead: StandIns) -> str:
    """Return the digest in the second way of a block that was sealed in the first."""
    columns = in_the_second_way(seal.columns)
    first, last = after + 1, seal.last_change_set
    return digest_of(first, last, columns, seal.digest, way=BY_TEXT, instead=instead)[0]


def _unsealed(after: int) -> int:
    return ChangeSet.objects.filter(pk__gt=after).count()
