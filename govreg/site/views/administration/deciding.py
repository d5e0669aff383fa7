"""How is it recorded what the council decided one of its settings to be from a day on?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.council.definitions import DEFINITIONS
from govreg.core.council.settings import decide, whole_number
from govreg.core.editing.pages import edit_page
from govreg.core.ui.words import long_date
from govreg.site.forms.settings import SettingForm, TwoWayForm

from .loading import trail


def definition_of(name: str, *, group: str = "") -> Any:
    """Return what is known of a setting of a group. Raises Http404 where it has none such."""
    definition = DEFINITIONS.get(name)
    if definition is None or definition.group != group:
        raise Http404
    return definition


def decide_page(
    request: HttpRequest,
    name: str,
    *,
    under: tuple[str, str],
    title: str,
    caption: str,
    intro: str = "",
    step: str = "Decide",
    value: Any = None,
    form_class: Any = None,
    said: str = "",
) -> HttpResponse:
    """Show the form of a decision, or record it and go back to the page of its group.

    `under` is that page's title and address. A setting that is no number brings its form, the value
    that holds today, and `said`: what the day is told of.
    """
    today = clock.today()
    present = whole_number(name, on=today) if value is None else value
    options = {"initial": {"value": present, "start": today}, "cancel_url": under[1]}
    sent = request.POST if request.method == "POST" else None
    definition = DEFINITIONS[name]
    if form_class is None and definition.is_yes_or_no:
        form: Any = TwoWayForm(sent, question=definition.label, **options)
    elif form_class is None:
        form = SettingForm(sent, definition=definition, **options)
    else:
        form = form_class(sent, **options)

    def done(row: Any) -> str:
        day = long_date(row.start)
        return f"{said} {day}." if said else f"{definition.label}: {row.words} from {day}."

    return edit_page(
        request,
        form,
        save=lambda: decide(name=name, by=request.user, **form.values()),
        done=done,
        to=under[1],
        title=title,
        caption=caption,
        intro=intro,
        breadcrumbs=trail(under, (step, None)),
    )
