"""How are posts kept, and who holds them?"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from govreg.core.ui.lists.cells import link
from partnerships.forms.posts import (
    AppointForm,
    ChangePostForm,
    LastDayForm,
    NewPostForm,
    values_of,
)
from partnerships.lists.posts import PostList
from partnerships.models import Post, PostHolding
from partnerships.queries.listed import posts_listed
from partnerships.services.posts import add_post, appoint, describe_post, end_appointment

from .loading import authorise_reference, keeps_reference, kept_post, seen_post

HOME = ("Home", "/")


def trail(*steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Return the breadcrumbs of a page under the list of posts."""
    return [HOME, ("Posts", reverse("partnerships:posts")), *steps]


@access(Permission.VIEW_PARTNERSHIPS, Permission.ADMINISTER_REFERENCE)
def posts(request: HttpRequest) -> HttpResponseBase:
    """List the posts."""
    return list_response(
        request,
        PostList,
        posts_listed(request.user, on=clock.today()),
        title="Posts",
        breadcrumbs=[HOME, ("Posts", None)],
        template="partnerships/posts/list.html",
        extra={"may_keep": keeps_reference(request)},
    )


@access(Permission.VIEW_PARTNERSHIPS, Permission.ADMINISTER_REFERENCE)
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one post: whom it reports to, who reports to it, and who held it when."""
    thing = seen_post(request, pk)
    today = clock.today()
    holdings = list(thing.holdings.select_related("user").order_by("-start", "-pk"))
    context = {
        "title": thing.title,
        "caption": "Post",
        "breadcrumbs": trail((thing.title, None)),
        "post": thing,
        "rows": _rows(thing),
        "below": Post.objects.filter(reports_to=thing),
        "holdings": [(h, h.is_in_force(on=today), h.end is None) for h in holdings],
        "may_keep": keeps_reference(request),
    }
    return render(request, "partnerships/posts/page.html", context)


def _rows(thing: Post) -> list[SummaryRow]:
    organisation, above = thing.organisation, thing.reports_to
    return [
        SummaryRow(
            "Organisation",
            link(organisation.get_absolute_url(), organisation) if organisation else "",
        ),
        SummaryRow("Reports to", link(above.get_absolute_url(), above) if above else ""),
    ]


@access(Permission.ADMINISTER_REFERENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a post."""
    authorise_reference(request)
    form = NewPostForm(
        request.POST if request.method == "POST" else None,
        initial={"organisation": request.GET.get("organisation")},
        cancel_url=reverse("partnerships:posts"),
    )
    return edit_page(
        request,
        form,
        save=lambda: add_post(values=form.entry(), by=request.user),
        done=lambda added: f"The post {added.title} was added.",
        title="Add a post",
        breadcrumbs=trail(("Add a post", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a post's title, organisation or whom it reports to."""
    thing = kept_post(request, pk)
    form = ChangePostForm(
        request.POST if request.method == "POST" else None,
        record=thing,
        initial=values_of(thing),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Post:
        return describe_post(
            post=thing,
            version=form.version,
            values=form.entry(),
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The post {saved.title} was saved.",
        values_of=values_of,
        title="Change the post",
        caption=thing.title,
        breadcrumbs=trail((thing.title, thing.get_absolute_url()), ("Change", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def appoint_to(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that somebody holds a post from a day on."""
    thing = kept_post(request, pk)
    form = AppointForm(
        request.POST if request.method == "POST" else None,
        cancel_url=thing.get_absolute_url(),
        submit_label="Appoint",
    )
    return edit_page(
        request,
        form,
        save=lambda: appoint(post=thing, by=request.user, **form.values()),
        done=lambda holding: f"{holding.user} was recorded as {thing.title}.",
        to=thing.get_absolute_url(),
        title="Appoint somebody",
        caption=thing.title,
        intro="Actions that this post owns are then theirs to report on, for as long as they "
        "hold it.",
        breadcrumbs=trail((thing.title, thing.get_absolute_url()), ("Appoint somebody", None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def end_holding(request: HttpRequest, pk: int, holding_pk: int) -> HttpResponse:
    """Record the last day on which somebody holds a post."""
    thing = kept_post(request, pk)
    held = PostHolding.objects.select_related("user")
    holding = get_object_or_404(held, post=thing, pk=holding_pk)
    form = LastDayForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: end_appointment(
            holding=holding,
            end=form.cleaned_data["end"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=f"The last day of {holding.user} as {thing.title} was recorded.",
        to=thing.get_absolute_url(),
        title="End the appointment",
        caption=str(holding),
        will_happen=[
            f"{holding.user} stops acting for this post after the day you give.",
            "Actions that the post owns stay with the post and wait for its next holder.",
        ],
        confirm_label="End this appointment",
        breadcrumbs=trail((thing.title, thing.get_absolute_url()), ("End", None)),
    )
