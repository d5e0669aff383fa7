"""How are posts and teams kept, and who holds or joins them?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Post, PostHolding
from partnerships.rules.membership import refusal_of_end, refusal_of_overlap, refusal_of_period
from partnerships.rules.structure import refusal_of_circle

EDITABLE = ("title", "organisation", "reports_to")


def add_post(*, values: Mapping[str, Any], by: Any, reason: str = "") -> Post:
    """Add a post."""
    with change(verb="Added a post", by=by, reason=reason):
        post = Post()
        put(post, values, allowed=EDITABLE)
        _refuse_known(post)
        post.save()
    return post


def describe_post(
    *, post: Post, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Post:
    """Change a post's title, organisation or whom it reports to."""
    with change(verb="Changed a post", by=by, reason=reason):
        post = locked(Post, post.pk, version=version)
        put(post, values, allowed=EDITABLE)
        _refuse_known(post)
        enforce(
            refusal_of_circle(record=post, above=post.reports_to, next_above=lambda p: p.reports_to)
        )
        post.save()
    return post


def appoint(
    *, post: Post, user: Any, start: date | None, end: date | None = None, by: Any, reason: str = ""
) -> PostHolding:
    """Record that a user holds a post from a day on."""
    others = PostHolding.objects.filter(post=post, user=user).values_list("start", "end")
    enforce(refusal_of_period(start=start, end=end))
    enforce(refusal_of_overlap(start=start, end=end, others=others))
    with change(verb="Appointed to a post", by=by, reason=reason):
        holding = PostHolding(post=post, user=user, start=start, end=end)
        holding.save()
    return holding


def end_appointment(*, holding: PostHolding, end: date, by: Any, reason: str) -> PostHolding:
    """Record the last day on which a user holds a post."""
    with change(verb="Ended an appointment", by=by, reason=reason):
        holding = locked(PostHolding, holding.pk)
        enforce(refusal_of_end(start=holding.start, already_ended=holding.end, end=end))
        holding.end = end
        holding.save()
    return holding


def _refuse_known(post: Post) -> None:
    same = Post.objects.filter(title__iexact=post.title, organisation=post.organisation)
    if same.exclude(pk=post.pk).exists():
        raise Refused(
            Refusal("post-known", f"There is already a post “{post.title}” in that organisation.")
        )
