"""How is long work asked for, and how is it recorded how far it is and what came of it?"""

from typing import Any

from django.conf import settings

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.outbox.models import LongWork, State
from govreg.core.outbox.rules import pause_after, refusal_to_try_again
from govreg.core.refusals import enforce

from .leases import require_key, require_transaction

FIRST_PAUSE, LONGEST_PAUSE = 1, 60  # seconds
NOT_FINISHED = (
    "The register began this {times} and could not finish it. {problem} Ask for it once more; if "
    "it fails again, tell the register’s administrator."
)
STOPPED = "The program that was making it was stopped."
FREE: dict[str, Any] = {"lease": None, "leased_until": None}


class LeaseLost(Exception):
    """Somebody else holds this work by now, or it has ended: what was made is thrown away."""


def ask_for(
    *, kind: str, arguments: dict[str, Any], by: Any, key: str, title: str = "", back_url: str = ""
) -> LongWork:
    """Put long work into the outbox; the worker does it after the commit.

    `arguments` is plain JSON, fixed from now on. The same key (at most 200 characters) is asked
    for once, and the work that is there already is returned. `title` names what is made to who
    asked, `back_url` is the page they asked on.

    Raises NotInATransaction outside the transaction of the verb that causes the work, and
    ValueError for a key that is too long.
    """
    require_transaction()
    require_key(key)
    at = clock.true_now()
    row = LongWork(
        kind=kind,
        arguments=arguments,
        asked_by=by,
        key=key,
        title=(title or kind)[:300],
        back_url=back_url,
        queued_at=at,
        waiting_since=at,
        due_at=at,
    )
    LongWork.objects.bulk_create([row], ignore_conflicts=True)
    return LongWork.objects.get(key=key)


def say_progress(work: LongWork, words: str) -> None:
    """Say how far the work is, at once; outside the transaction that keeps the result."""
    LongWork.objects.held(work.pk, work.lease).update(progress=words[:200])


def hold(work: LongWork) -> None:
    """Make sure, until the transaction ends, that the work is still ours to finish.

    Raises LeaseLost when it is not.
    """
    require_transaction()
    held = LongWork.objects.held(work.pk, work.lease).select_for_update()
    if not list(held.values_list("pk")):
        raise LeaseLost


def record_done(work: LongWork, *, url: str = "", name: str = "") -> None:
    """Record, in the transaction that keeps the result, where it is and what it is called."""
    hold(work)
    LongWork.objects.filter(pk=work.pk).update(
        state=State.DONE,
        ended_at=clock.true_now(),
        progress="",
        problem="",
        result_url=url,
        result_name=name[:300],
        **FREE,
    )


def record_failed(work: LongWork, sentence: str) -> None:
    """Record that the work cannot be done, in a sentence for who asked."""
    LongWork.objects.held(work.pk, work.lease).update(
        state=State.FAILED, ended_at=clock.true_now(), progress="", problem=sentence, **FREE
    )


def record_unfinished(work: LongWork, problem: str) -> None:
    """Record that an attempt came to nothing: it is taken up again, or has failed for good."""
    if work.attempts >= settings.WORK_ATTEMPTS:
        record_failed(work, NOT_FINISHED.format(times=_times(work.attempts), problem=problem))
        return
    pause = pause_after(work.attempts, first=FIRST_PAUSE, longest=LONGEST_PAUSE)
    LongWork.objects.held(work.pk, work.lease).update(
        problem=problem, progress="", due_at=clock.true_now() + pause, **FREE
    )


def drop_if_tried_enough(work: LongWork) -> bool:
    """Fail work whose worker was killed the last time that it may be tried; say whether it was."""
    if work.attempts <= settings.WORK_ATTEMPTS:
        return False
    tried = _times(work.attempts - 1)
    record_failed(work, NOT_FINISHED.format(times=tried, problem=work.problem or STOPPED))
    return True


def try_work_again(*, work: LongWork, by: Any, reason: str = "") -> LongWork:
    """Let the worker do failed work again, as it was asked for.

    Raises Refused when it has not failed.
    """
    with change(verb="Let long work be done again", by=by, reason=reason):
        row = LongWork.objects.select_for_update().get(pk=work.pk)
        enforce(refusal_to_try_again(state=row.state))
        row.state, row.ended_at, row.attempts = State.WAITING, None, 0
        row.waiting_since = row.due_at = clock.true_now()
        row.save()
    return row


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
