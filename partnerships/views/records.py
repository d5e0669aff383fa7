"""What have the pages of records in common that a partnership keeps in a list of their own?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from govreg.core.editing.pages import edit_page
from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists import list_response
from partnerships.models import Partnership

from .loading import keeps_partnership
from .partnerships import trail
from .sections import section


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of record: the heading of its list, its section, and where it is listed and added."""

    title: str
    section: str
    listed: str
    added: str
    add_label: str
    lead: str

    def address(self, partnership: Partnership) -> str:
        """Return where a partnership's records of this kind are listed."""
        return reverse(self.listed, args=[partnership.reference])

    def under(self, partnership: Partnership, *steps: tuple[str, str | None]) -> list:
        """Return the breadcrumbs of a page under the list."""
        here = (partnership.name, partnership.get_absolute_url())
        return trail(here, (self.title, self.address(partnership)), *steps)


def posted(request: HttpRequest) -> Any:
    """Return what a form is bound to: what was sent, or nothing."""
    return request.POST if request.method == "POST" else None


def list_of(
    request: HttpRequest, kept: Kept, partnership: Partnership, definition: Any, rows: Any
) -> HttpResponseBase:
    """Show the list, with the way to add to it for those who may."""
    page = section(partnership, kept.section, kept.title)
    extra = {
        **page,
        "lead": kept.lead,
        "add_url": reverse(kept.added, args=[partnership.reference]),
        "add_label": kept.add_label,
        "may_keep": keeps_partnership(request, partnership),
    }
    return list_response(
        request,
        definition,
        rows,
        title=kept.title,
        breadcrumbs=page["breadcrumbs"],
        template="partnerships/records/list.html",
        extra=extra,
    )


def page_of(
    request: HttpRequest,
    kept: Kept,
    thing: Any,
    rows: Sequence[SummaryRow],
    *,
    steps: Sequence[tuple[str, str]] = (),
    history_of: Any = None,
    template: str = "partnerships/records/page.html",
    **extra: Any,
) -> HttpResponse:
    """Show one record; `steps` are the names and addresses of what its keeper may do.

    `history_of` is on whose history page it is read, where that is not the record's own.
    """
    read_on = history_of or thing
    label = read_on._meta.label_lower
    context = {
        "title": str(thing),
        "caption": thing.partnership.name,
        "breadcrumbs": kept.under(thing.partnership, (str(thing), None)),
        "partnership": thing.partnership,
        "thing": thing,
        "rows": rows,
        "steps": steps,
        "history_url": reverse("history:record", args=[label, read_on.pk]),
        **extra,
    }
    return render(request, template, context)


def adding(
    request: HttpRequest,
    kept: Kept,
    partnership: Partnership,
    form: Any,
    save: Callable[[], Any],
) -> HttpResponse:
    """Show or take the step that adds a record to the list."""
    return edit_page(
        request,
        form,
        save=save,
        done=lambda added: f"“{added}” was added.",
        title=kept.add_label,
        caption=partnership.name,
        breadcrumbs=kept.under(partnership, (kept.add_label, None)),
    )


def stepping(
    request: HttpRequest,
    kept: Kept,
    thing: Any,
    form: Any,
    save: Callable[[], Any],
    *,
    title: str,
    **extra: Any,
) -> HttpResponse:
    """Show or take one step of a record, and go back to its page."""
    here = (str(thing), thing.get_absolute_url())
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"“{thing}” was saved.",
        to=thing.get_absolute_url(),
        title=title,
        caption=str(thing),
        breadcrumbs=kept.under(thing.partnership, here, (title, None)),
        **extra,
    )
