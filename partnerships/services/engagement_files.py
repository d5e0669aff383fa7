"""How are files attached to an entry of the engagement log, and kept from publication?"""

from collections.abc import Sequence
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.files.store import take_upload
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import Engagement, EngagementFile, Partnership
from partnerships.rules.engagement_files import (
    refusal_to_open_withdrawn,
    refusal_without_files,
    refusal_without_reason,
)
from partnerships.rules.exemptions import refusal_of_exemption
from partnerships.rules.withdrawals import refusal_to_change_withdrawn

from .allowed import enforce_keeping, enforce_reading_exempt


def attach_files(
    *, engagement: Engagement, uploads: Sequence[Any], exempt: bool, paragraph: str, by: Any
) -> list[EngagementFile]:
    """Attach files to an entry that stands; they stay as they were taken."""
    partnership = engagement.partnership
    verb = "Attached files to an engagement"
    with change(verb=verb, by=by, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        entry = locked(Engagement, engagement.pk)
        enforce(refusal_to_change_withdrawn(withdrawn_because=entry.withdrawn_because))
        enforce(refusal_without_files(given=len(uploads)))
        _check(partnership, exempt=exempt, paragraph=paragraph, by=by)
        entry.partnership = partnership
        made = []
        for upload in uploads:
            file = EngagementFile(of=entry, file=take_upload(upload, by=by))
            file.added_on = clock.today()
            file.exempt, file.exempt_paragraph = exempt, paragraph
            file.save()
            made.append(file)
    return made


def change_publication(
    *, file: EngagementFile, version: int, exempt: bool, paragraph: str, by: Any, reason: str
) -> EngagementFile:
    """Keep a file from publication, or open it. Raises StaleVersion when somebody did meanwhile."""
    entry = file.of
    partnership = entry.partnership
    verb = "Changed the publication of a file"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        found = _kept(entry, file, version=version, by=by)
        withdrawn = bool(found.withdrawn_because)
        enforce(
            refusal_to_open_withdrawn(withdrawn=withdrawn, exempt=exempt, was_exempt=found.exempt)
        )
        _check(partnership, exempt=exempt, paragraph=paragraph, by=by)
        found.exempt, found.exempt_paragraph = exempt, paragraph
        found.save()
    return found


def withdraw_file(*, file: EngagementFile, version: int, by: Any, reason: str) -> EngagementFile:
    """Withdraw a file that was attached in error: it stays named, and few may open it.

    Raises StaleVersion when somebody changed it meanwhile.
    """
    entry = file.of
    partnership = entry.partnership
    verb = "Withdrew a file of an engagement"
    with change(verb=verb, by=by, reason=reason, scope=partnership.scope):
        found = _kept(entry, file, version=version, by=by)
        enforce(refusal_to_change_withdrawn(withdrawn_because=found.withdrawn_because))
        enforce(refusal_without_reason(reason=reason))
        found.withdrawn_on, found.withdrawn_because = clock.today(), reason.strip()
        found.save()
    return found


def _kept(entry: Engagement, file: EngagementFile, *, version: int, by: Any) -> EngagementFile:
    """Return a file, locked, that the person keeps and may read."""
    enforce_keeping(entry.partnership, by=by)
    found: EngagementFile = locked(EngagementFile, file.pk, version=version)
    found.of = entry
    enforce_reading_exempt(entry.partnership, exempt=found.exempt, what="Files", by=by)
    return found


def _check(partnership: Partnership, *, exempt: bool, paragraph: str, by: Any) -> None:
    enforce_reading_exempt(partnership, exempt=exempt, what="Files", by=by)
    enforce(refusal_of_exemption(exempt=exempt, paragraph=paragraph, what="the file"))
