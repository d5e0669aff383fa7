"""How does a view save what was typed through one service, and say what was saved?"""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from govreg.core.ui.pages import Breadcrumbs, confirm_page, form_page

from .conflict import conflict_page
from .forms import OnceForm
from .saving import attempt
from .versions import StaleVersion

CHANGED_MEANWHILE = (
    "Somebody changed this while you were reading, so nothing was done. Read it again as it is now."
)
Save = Callable[[], Any]
Sentence = Callable[[Any], str]


def edit_page(
    request: HttpRequest,
    form: OnceForm,
    *,
    save: Save,
    done: Sentence,
    title: str,
    breadcrumbs: Breadcrumbs,
    to: str = "",
    values_of: Callable[[Any], dict[str, Any]] | None = None,
    **extra: Any,
) -> HttpResponse:
    """Show a form; when it is sent and valid, save it and go to the record, or to `to`.

    `done` makes the banner's sentence of what was saved. A form that changes a record gives
    `values_of`, so that a stale save can be shown beside what was saved meanwhile.
    """
    if request.method == "POST" and form.is_valid():
        try:
            saved = attempt(form, save)
        except StaleVersion as stale:
            present = values_of(stale.current) if values_of else {}
            return conflict_page(
                request,
                form,  # type: ignore[arg-type]
                stale,
                saved=present,
                title=title,
                breadcrumbs=breadcrumbs,
                caption=extra.get("caption", ""),
            )
        if not form.errors:
            messages.success(request, done(saved))
            target: Any = to or saved
            return redirect(target)
    return form_page(request, form, title=title, breadcrumbs=breadcrumbs, **extra)


def final_step_page(
    request: HttpRequest,
    form: OnceForm,
    *,
    save: Save,
    done: str,
    to: str,
    title: str,
    will_happen: Sequence[str],
    confirm_label: str,
    cancel_url: str = "",
    serious: bool = False,
    breadcrumbs: Breadcrumbs = (),
    **extra: Any,
) -> HttpResponse:
    """Say what a final step will do, and do it when it is meant; then go to `to`."""
    if request.method == "POST" and form.is_valid():
        try:
            attempt(form, save)
        except StaleVersion:
            messages.warning(request, CHANGED_MEANWHILE)
            return redirect(request.path)
        if not form.errors:
            messages.success(request, done)
            return redirect(to)
    return confirm_page(
        request,
        title=title,
        will_happen=will_happen,
        confirm_label=confirm_label,
        cancel_url=cancel_url or to,
        form=form,
        serious=serious,
        breadcrumbs=breadcrumbs,
        **extra,
    )
