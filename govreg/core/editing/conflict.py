"""What does a writer see when somebody saved the same record first?"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from govreg.core.history import once
from govreg.core.history.names import in_words
from govreg.core.ui.pages import form_page

from .forms import VersionedForm
from .versions import StaleVersion


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which the writer's text and the saved one differ."""

    label: str
    mine: str
    theirs: str


def conflict_page(
    request: HttpRequest,
    form: VersionedForm,
    stale: StaleVersion,
    *,
    saved: dict[str, Any],
    title: str,
    breadcrumbs: Any = (),
    caption: str = "",
) -> HttpResponse:
    """Return the page with both texts side by side; the writer's own stays in the form.

    `saved` holds the record's present values under the form's field names. Saving the page again
    is a decision made with both texts in view, so it carries the present version.
    """
    data: Any = form.data.copy()  # type: ignore[attr-defined]
    data["version"] = str(stale.current.version)
    data[once.FIELD] = once.new_token()
    differences = _differences(form, saved)
    form.data = data
    last = stale.last_change()
    return form_page(
        request,
        form,
        title=title,
        breadcrumbs=breadcrumbs,
        caption=caption,
        template="editing/conflict.html",
        status=409,
        differences=differences,
        saved_by=last.by if last else None,
        saved_at=last.recorded_at if last else None,
    )


def _differences(form: VersionedForm, saved: dict[str, Any]) -> list[Difference]:
    found = []
    for name, value in form.values().items():
        if name not in saved:
            continue
        field = form.fields[name]
        mine, theirs = _words(field, value), _words(field, saved[name])
        if mine != theirs:
            # A field among several of its kind says in full what it is, away from its legend.
            label = getattr(field, "full_label", field.label) or name
            found.append(Difference(str(label), mine, theirs))
    return found


def _words(field: forms.Field, value: Any) -> str:
    if value in (None, "", []):
        return "nothing"
    if isinstance(value, list | tuple | set) or hasattr(value, "all"):
        members = value.all() if hasattr(value, "all") else value
        return ", ".join(sorted(_words(field, member) for member in members)) or "nothing"
    choices = getattr(field, "choices", None)
    if choices is not None and not hasattr(value, "pk"):
        labels = {str(key): str(label) for key, label in choices}
        return labels.get(str(value), in_words(value))
    return in_words(value)
