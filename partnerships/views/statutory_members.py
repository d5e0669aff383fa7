"""How are statutory members read, for the register, one partnership, and as lists that are kept?"""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.days import NOT_A_DAY, day_meant
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.ui.lists import list_context, list_response
from govreg.core.ui.lists.register_list import EXPORT
from partnerships.forms.statutory_members import EndRequiredMemberForm, NewRequiredMemberForm
from partnerships.lists.statutory_members import StatutoryList
from partnerships.models import Partnership
from partnerships.queries.statutory_members import entries, entry_named, lines_of
from partnerships.services.statutory_members import add_required_member, end_required_member

from .loading import authorise_reference, keeps_members, keeps_reference, seen_partnership
from .memberships import under_members
from .partnerships import trail

TITLE, LISTS = "Statutory members", "Lists of statutory members"


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def statutory_members(request: HttpRequest) -> HttpResponseBase:
    """Show each partnership of a statutory kind, and who is missing from it on a day."""
    rows = Partnership.objects.visible_to(request.user)
    if request.GET.get(EXPORT):
        return list_response(request, StatutoryList, rows, title=TITLE)
    shown = StatutoryList(request, rows)
    context = {"title": TITLE, "breadcrumbs": trail((TITLE, None)), **list_context(shown)}
    return render(request, "partnerships/statutory_members/list.html", {**context, "shown": shown})


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def statutory(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who must be a member of one partnership on a day, and who of them is."""
    partnership = seen_partnership(request, reference)
    typed = request.GET.get("as-at", "").strip()
    day = day_meant(typed) if typed else clock.today()
    problem = "" if day else NOT_A_DAY.format(typed=typed[:40])
    on = day or clock.today()
    context = {
        "title": TITLE,
        "caption": partnership.name,
        "breadcrumbs": under_members(partnership, (TITLE, None)),
        "partnership": partnership,
        "typed": typed[:60],
        "problem": problem,
        "day": on,
        "lines": lines_of(partnership, on=on),
        "may_keep_members": keeps_members(request, partnership),
    }
    template = "partnerships/statutory_members/partnership.html"
    return render(request, template, context, status=400 if problem else 200)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """Show the lists, with the Act and the time of each entry."""
    today = clock.today()
    kept = [(kind, list(some)) for kind, some in groupby(entries(), key=lambda e: e.partnership)]
    context = {
        "title": LISTS,
        "breadcrumbs": _under_statutory((LISTS, None)),
        "lists": [(kind, [(e, e.is_in_force(on=today)) for e in some]) for kind, some in kept],
        "today": today,
        "may_keep": keeps_reference(request),
    }
    return render(request, "partnerships/statutory_members/lists.html", context)


def _under_statutory(*steps: tuple[str, str | None]) -> list:
    return trail((TITLE, reverse("partnerships:statutory-members")), *steps)


def _under_lists(step: str) -> list:
    return _under_statutory((LISTS, reverse("partnerships:statutory-lists")), (step, None))


@access(Permission.ADMINISTER_REFERENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Add an entry to a list."""
    authorise_reference(request)
    to = reverse("partnerships:statutory-lists")
    form = NewRequiredMemberForm(request.POST if request.method == "POST" else None, cancel_url=to)
    return edit_page(
        request,
        form,
        save=lambda: add_required_member(values=form.entry(), by=request.user),
        done=lambda made: f"Added: {made}.",
        to=to,
        title="Add a statutory member",
        breadcrumbs=_under_lists("Add a statutory member"),
    )


@access(Permission.ADMINISTER_REFERENCE)
def end(request: HttpRequest, key: str) -> HttpResponse:
    """Record the last day of an entry."""
    authorise_reference(request)
    entry = entry_named(key)
    if entry is None:
        raise Http404
    form = EndRequiredMemberForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: end_required_member(
            entry=entry,
            end=form.cleaned_data["end"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        ),
        done=f"The last day of “{entry.name}” was recorded.",
        to=reverse("partnerships:statutory-lists"),
        title="End a statutory member",
        caption=f"{entry.name}, {entry.partnership}",
        will_happen=[
            f"After the day you give, no partnership of this kind lacks “{entry.name}”.",
            "Reports as at an earlier day still ask for it.",
        ],
        confirm_label="End this entry",
        breadcrumbs=_under_lists("End"),
    )
