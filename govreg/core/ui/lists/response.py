"""How does a view answer with a list?"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from .around import list_view
from .export import exported, format_named, formats
from .register_list import EXPORT, RegisterList

Extra = Callable[[Any], Mapping[str, Any]]
OnExport = Callable[[HttpRequest, RegisterList], None]


def list_response(
    request: HttpRequest,
    definition: type[RegisterList],
    queryset: QuerySet[Any],
    *,
    title: str,
    breadcrumbs: Sequence[tuple[str, str | None]] = (),
    template: str = "components/list_page.html",
    extra: Mapping[str, Any] | Extra | None = None,
    on_export: OnExport | None = None,
) -> HttpResponseBase:
    """Show a list, or send it as the file that the address asks for.

    `extra` is what the template has besides, or a function that works it out of the list shown.
    """
    shown = definition(request, queryset)
    file_format = format_named(request.GET.get(EXPORT, ""))
    if file_format:
        exported.send(sender=definition, request=request, shown=shown, file_format=file_format.name)
        if on_export:
            on_export(request, shown)
        return file_format.respond(request, shown)
    further = extra(shown) if callable(extra) else extra or {}
    context = {"title": title, "breadcrumbs": breadcrumbs, **list_context(shown), **further}
    return render(request, template, context)


def list_context(shown: RegisterList) -> dict[str, Any]:
    """Return the context of `components/list.html`, for a page that has more than a list."""
    return {
        "list": shown,
        "view": list_view(shown),
        "exports": [(f.label, shown.address(export=f.name, page=None)) for f in formats()],
    }
