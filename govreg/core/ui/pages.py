"""How does a view show a form, or ask before a final step?"""

from collections.abc import Sequence
from typing import Any

from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Breadcrumbs = Sequence[tuple[str, str | None]]


def form_page(
    request: HttpRequest,
    form: BaseForm | BaseFormSet,
    *,
    title: str,
    breadcrumbs: Breadcrumbs = (),
    caption: str = "",
    intro: str = "",
    template: str = "components/form_page.html",
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    """Show a page whose purpose is one form, or one formset."""
    name = "formset" if isinstance(form, BaseFormSet) else "form"
    context = {
        "title": title,
        "breadcrumbs": breadcrumbs,
        "caption": caption,
        "intro": intro,
        name: form,
        **extra,
    }
    return render(request, template, context, status=status)


def confirm_page(
    request: HttpRequest,
    *,
    title: str,
    will_happen: Sequence[str],
    confirm_label: str,
    cancel_url: str,
    form: BaseForm | None = None,
    serious: bool = False,
    breadcrumbs: Breadcrumbs = (),
    caption: str = "",
    template: str = "components/confirm.html",
    **extra: Any,
) -> HttpResponse:
    """Say what a final step will do, and ask; a form may ask for the reason too.

    A serious step, one that cannot be taken back, has a red button.
    """
    if form is not None:
        form.submit_label = confirm_label  # type: ignore[attr-defined]
        form.cancel_url = cancel_url  # type: ignore[attr-defined]
        form.submit_kind = "warning" if serious else ""  # type: ignore[attr-defined]
    context = {
        "title": title,
        "will_happen": will_happen,
        "confirm_label": confirm_label,
        "cancel_url": cancel_url,
        "form": form,
        "serious": serious,
        "breadcrumbs": breadcrumbs,
        "caption": caption,
        **extra,
    }
    return render(request, template, context)
