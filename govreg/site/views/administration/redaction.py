"""How does an administrator remove a person's data, after seeing what would go?

The words go from step to step in the body of a POST, so that they stand in no address, in no log
and in no change set.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from govreg.core.access import Permission, access
from govreg.core.accounts.models import User
from govreg.core.editing.saving import attempt
from govreg.core.history.held_texts import MOST, HeldText, texts_holding
from govreg.core.history.redact import redact, refusal_to_redact
from govreg.core.ui.lists import list_response
from govreg.core.ui.pages import confirm_page, form_page
from govreg.site.forms.redaction import (
    BETWEEN,
    CHOOSE,
    CONFIRM,
    LEAST_LETTERS,
    LOOK,
    ChooseForm,
    ConfirmForm,
    LookForm,
)
from govreg.site.lists.redactions import RedactionList, redactions_listed
from govreg.site.queries.traces import places_holding

from .loading import authorise, trail

TITLE = "Remove a person’s data"
HERE = "administration:redactions"
LOOK_AGAIN = "What holds the words has changed meanwhile. Nothing was removed: look again."


@access(Permission.REDACT)
def redactions(request: HttpRequest) -> HttpResponseBase:
    """List the removals made: who, when, on which basis and why, never what."""
    authorise(request, Permission.REDACT)
    return list_response(
        request,
        RedactionList,
        redactions_listed(request.user),
        title=TITLE,
        breadcrumbs=trail((TITLE, None)),
        template="administration/redactions/list.html",
    )


@access(Permission.REDACT)
def remove(request: HttpRequest) -> HttpResponse:
    """Look for words, choose what to remove, confirm: three forms, one after the other."""
    authorise(request, Permission.REDACT)
    words = str(request.POST.get("words", "")).strip()[:100]
    step = request.POST.get("step", LOOK)
    if step in (CHOOSE, CONFIRM) and len(words) >= LEAST_LETTERS:
        return _choose(request, words) if step == CHOOSE else _confirm(request)
    form = LookForm(
        request.POST if request.method == "POST" else None,
        initial={"words": _name_of_user(request)},
        cancel_url=reverse(HERE),
    )
    if request.method == "POST" and form.is_valid():
        return _preview(request, form.cleaned_data["words"])
    return form_page(
        request,
        form,
        title="Look for a person’s data",
        caption=TITLE,
        breadcrumbs=_steps("Look"),
        intro="You see where the words stand before anything is removed.",
    )


def _name_of_user(request: HttpRequest) -> str:
    """Return the name of the user from whose line somebody came; the address holds only the key."""
    key = request.GET.get("user", "")
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        return ""
    person = User.objects.visible_to(request.user).filter(pk=int(key)).first()
    return person.name if person else ""


def _preview(request: HttpRequest, words: str, form: ChooseForm | None = None) -> HttpResponse:
    """Show what holds the words, and ask what to remove."""
    held = texts_holding(words)
    form = form or ChooseForm(held=held, initial={"words": words}, cancel_url=reverse(HERE))
    title = "Choose what to remove" if held else "Nothing to remove"
    return form_page(
        request,
        form if held else LookForm(initial={"words": words}, cancel_url=reverse(HERE)),
        title=title,
        caption=TITLE,
        breadcrumbs=_steps(title),
        template="administration/redactions/preview.html",
        held=held,
        words=words,
        cut_short=len(held) >= MOST,
        elsewhere=places_holding(words),
    )


def _choose(request: HttpRequest, words: str) -> HttpResponse:
    """Take the choice; say what will happen when there is nothing against it."""
    held = texts_holding(words)
    form = ChooseForm(request.POST, held=held, cancel_url=reverse(HERE))
    if not form.is_valid():
        return _preview(request, words, form)
    given = form.cleaned_data
    chosen = _among(held, given["chosen"])
    refusal = refusal_to_redact(chosen=chosen, words=words, reason=given["reason"])
    if refusal:
        form.add_error(None, refusal.sentence)
        return _preview(request, words, form)
    following = ConfirmForm(
        initial={
            "words": words,
            "chosen": BETWEEN.join(text.key for text in chosen),
            "basis": given["basis"],
            "reason": given["reason"],
        }
    )
    return _ask(request, following, chosen)


def _confirm(request: HttpRequest) -> HttpResponse:
    """Remove what was chosen, once."""
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        messages.warning(request, LOOK_AGAIN)
        return redirect("administration:redact")
    given = form.values()
    keys = given["chosen"].split(BETWEEN)
    chosen = _among(texts_holding(given["words"]), keys)
    if len(chosen) != len(keys):
        messages.warning(request, LOOK_AGAIN)
        return redirect("administration:redact")
    asked: dict[str, Any] = {name: given[name] for name in ("words", "basis", "reason")}
    made = attempt(form, lambda: redact(chosen=chosen, by=request.user, **asked))
    if made is None:
        return _ask(request, form, chosen)
    messages.success(
        request,
        f"The data was removed: {made.reference}. “{made.mark}” stands in its place.",
    )
    return redirect(HERE)


def _ask(request: HttpRequest, form: ConfirmForm, chosen: list[HeldText]) -> HttpResponse:
    rows = sum(len(text.rows) for text in chosen)
    texts = "1 text is" if len(chosen) == 1 else f"{len(chosen)} texts are"
    return confirm_page(
        request,
        title="Remove the chosen texts for good",
        caption=TITLE,
        will_happen=[
            f"{texts} replaced by “[redacted]” and a reference, with {rows} of their rows of "
            "history.",
            "Nobody can bring them back, you and whoever runs the register included.",
            "The history keeps that something was there, and that you removed it, when, on which "
            "legal basis and why.",
            "The seal of the history holds: everything else is still vouched for.",
            "Search no longer finds what was removed.",
            "Issued reports, messages, the access log and backups stay as they are.",
        ],
        confirm_label="Remove for good",
        cancel_url=reverse(HERE),
        form=form,
        serious=True,
        breadcrumbs=_steps("Confirm"),
    )


def _among(held: list[HeldText], keys: list[str]) -> list[HeldText]:
    return [text for text in held if text.key in keys]


def _steps(last: str) -> Any:
    return trail((TITLE, reverse(HERE)), (last, None))
