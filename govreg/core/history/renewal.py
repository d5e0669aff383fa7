"""How is a block of an earlier release made ready for a redaction in it?

Such a block was digested row by row, without salts. It is checked once more as it is, its rows get
salts, and its digest in the second way is kept; from then on that one counts for its rows.
"""

from collections.abc import Iterable

from govreg.core.refusals import Refusal, Refused

from .digests import WHOLE, stand_ins
from .models import ChangedRow, ChangeSet, Seal, SealRenewal
from .models.salts import new_salt
from .seal import holds, renewed_digest

BROKEN = (
    "The history of change sets {first} to {last} does not match its seal, so nothing was removed "
    "from it: a redaction would hide what was forged. Run manage.py verify_history first."
)


def renew_blocks(change_sets: Iterable[int], *, change_set: ChangeSet) -> None:
    """Renew every block of the first way that has one of the change sets.

    Raises Refused where such a block does not match its seal.
    """
    wanted = sorted(change_sets)
    if not wanted:
        return
    old = Seal.objects.filter(version=WHOLE, renewal__isnull=True)
    near = old.filter(first_change_set__lte=wanted[-1], last_change_set__gte=wanted[0])
    for seal in near.order_by("last_change_set"):
        after = _before(seal)
        if any(after < one <= seal.last_change_set for one in wanted):
            _renew(seal, after, change_set)


def _renew(seal: Seal, after: int, change_set: ChangeSet) -> None:
    instead = stand_ins()
    if not holds(seal, previous=seal.previous_digest, after=after, instead=instead):
        sentence = BROKEN.format(first=seal.first_change_set, last=seal.last_change_set)
        raise Refused(Refusal("seal-broken", sentence))
    block = {"gt": after, "lte": seal.last_change_set}
    for model, name in ((ChangeSet, "pk"), (ChangedRow, "change_set_id")):
        rows = model.objects.filter(**{f"{name}__{how}": end for how, end in block.items()})
        for pk in rows.filter(salt="").values_list("pk", flat=True):
            model.objects.filter(pk=pk).update(salt=new_salt())
    digest = renewed_digest(seal, after=after, instead=instead)
    SealRenewal.objects.create(change_set=change_set, seal=seal, digest=digest)


def _before(seal: Seal) -> int:
    """Return the last change set of the block before."""
    earlier = Seal.objects.filter(last_change_set__lt=seal.last_change_set)
    last = earlier.order_by("-last_change_set").values_list("last_change_set", flat=True).first()
    return last or 0
