"""Which changes may somebody not read, because a meeting, a risk or a file is exempt?"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from partnerships.models import DocumentFile, EngagementFile, Meeting, Risk


def hidden_rows(user: Any) -> Iterable[Q]:
    """Give the conditions on the changed rows of what is exempt, that the user may not read."""
    hidden = Meeting.objects.hidden_from(user).order_by().values("pk")
    yield Q(subject_model="partnerships.meeting", subject_id__in=hidden)
    risks = Risk.objects.hidden_from(user).order_by().values("pk")
    yield Q(subject_model="partnerships.risk", subject_id__in=risks)
    files = DocumentFile.objects.hidden_from(user).order_by().values("pk")
    yield Q(model="partnerships.documentfile", object_id__in=files)
    engaged = EngagementFile.objects.hidden_from(user).order_by().values("pk")
    yield Q(model="partnerships.engagementfile", object_id__in=engaged)
