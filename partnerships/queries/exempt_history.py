"""Which changes may somebody not read, because what was said at the meeting is exempt?"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from partnerships.models import Meeting


def hidden_rows(user: Any) -> Iterable[Q]:
    """Give the condition on the changed rows of exempt meetings that the user may not read."""
    hidden = Meeting.objects.hidden_from(user).order_by().values("pk")
    yield Q(subject_model="partnerships.meeting", subject_id__in=hidden)
