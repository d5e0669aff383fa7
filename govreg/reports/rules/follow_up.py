"""May this follow-up report be made for this period, kept and issued, by this person?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_period(
    *, since: date, as_at: date, meeting: date | None, today: date
) -> Refusal | None:
    """Refuse a day still to come or after the meeting, and a period that ends before it begins."""
    if as_at > today:
        return Refusal(
            "day-to-come",
            "The day that the report speaks of is still to come. Choose today or a day before.",
        )
    if meeting is not None and as_at > meeting:
        return Refusal(
            "day-after-meeting",
            f"The committee meets on {long_date(meeting)}, so the report cannot speak of a day "
            "after that. Choose that day or one before.",
        )
    if since >= as_at:
        return Refusal(
            "period-empty",
            "The last meeting must be before the day that the report speaks of. Choose an earlier "
            "day for the one or a later day for the other.",
        )
    return None


def refusal_to_keep(*, may_issue: bool) -> Refusal | None:
    """Refuse whoever may not issue reports."""
    if may_issue:
        return None
    return Refusal(
        "may-not-issue",
        "Follow-up reports are prepared by auditors, the partnerships officer and democratic "
        "services.",
    )


def refusal_to_change(*, versions: int) -> Refusal | None:
    """Refuse to change what a report is of once a version of it was issued."""
    if not versions:
        return None
    return Refusal(
        "issued-already",
        "A version of this report was issued. Prepare another report for another committee, "
        "meeting or choice; issue a further version to say something new of this one.",
    )


def refusal_of_meeting(*, since: date, meeting: date | None, today: date) -> Refusal | None:
    """Refuse a last meeting that is still to come, or that is not before the one prepared for."""
    if since >= today:
        return Refusal(
            "since-to-come",
            "The last meeting must be past: the report tells what happened since.",
        )
    if meeting is not None and meeting <= since:
        return Refusal(
            "meeting-before-last",
            "The meeting must be later than the one before it.",
        )
    return None


def refusal_of_another(*, asked_at: int, version: int) -> Refusal | None:
    """Refuse to issue something else than what was asked for."""
    if asked_at == version:
        return None
    return Refusal(
        "changed-meanwhile",
        "The report was changed after its issue was asked for. Look at it, and ask again if it is "
        "still wanted.",
    )
