"""What were users called on a day?"""

from collections.abc import Iterable

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.history.as_at import rows_at
from govreg.core.history.moments import Moment


def user_names(moment: Moment, keys: Iterable[int | None]) -> dict[int, str]:
    """Return the names that users had; their history leaves the password out."""
    wanted = sorted({key for key in keys if key is not None})
    if moment.is_past:
        rows = rows_at(User, clock.end_of(moment.day), id__in=wanted)
    else:
        rows = User.objects.filter(pk__in=wanted).order_by("pk")
    return dict(rows.values_list("id", "name"))
