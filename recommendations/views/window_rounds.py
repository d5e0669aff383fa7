"""How does an officer answer the lines of an update window in one round?"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from govreg.core import clock
from govreg.core.access import access
from govreg.core.editing.saving import attempt
from govreg.core.editing.versions import StaleVersion
from govreg.core.history import once
from recommendations.forms.window_rounds import RoundForms, RoundLineForm, prefix_of
from recommendations.models import UpdateWindow
from recommendations.queries.ratings import rule_in_words
from recommendations.queries.window_rounds import MOST_LINES, RoundLine, round_lines
from recommendations.queries.windows import WindowRatings
from recommendations.rules.windows import refusal_to_answer, state_of
from recommendations.services.window_rounds import answer

from .loading import require
from .windows import load_window, trail_of

SUBMIT_ALL = "submit-all"


@access.signed_in
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the lines of a window that the reader is responsible for."""
    window = load_window(request, pk)
    today = clock.today()
    asked = window.opened_on is not None
    require(refusal_to_answer(state=state_of(window, on=today), asked=asked))
    lines = round_lines(window, user=request.user, on=today)
    refused: dict[int, RoundLineForm] = {}
    kept = ""
    if request.method == "POST":
        forms = _sent(lines, request.POST)
        refused, kept = _save(request, forms)
        if not refused:
            messages.success(request, kept or "Nothing was filled in, so nothing was saved.")
            return redirect(request.path)
        lines = round_lines(window, user=request.user, on=today)
    return _page(request, window, lines, refused, kept)


def _sent(lines: list[RoundLine], data: QueryDict) -> list[RoundLineForm]:
    """Return the lines that were sent, each knowing whether it is to be submitted.

    One that somebody answered meanwhile is among them where the officer wrote in it.
    """
    asked = data.get("do", "")
    forms = []
    for line in lines:
        if f"{prefix_of(line)}-seen" not in data:
            continue
        form = RoundLineForm(data, line=line)
        if not (line.waits or form.is_filled_in):
            continue
        chosen = asked == f"submit-{line.action.pk}"
        if chosen or (asked == SUBMIT_ALL and form.is_filled_in):
            form = RoundLineForm(data, line=line, submits=True)
        forms.append(form)
    return forms


def _save(request: HttpRequest, forms: list[RoundLineForm]) -> tuple[dict[int, RoundLineForm], str]:
    """Save each line by itself: one that is refused holds no other back.

    Returns those that were refused, by their action, and a sentence about those that were saved.
    """
    refused: dict[int, RoundLineForm] = {}
    submitted = drafted = 0
    for form in forms:
        if not (form.submits or form.is_touched):
            continue
        if form.is_valid():
            _save_line(request, form)
        if form.errors:
            refused[form.line.action.pk] = form
        elif form.submits:
            submitted += 1
        else:
            drafted += 1
    told = []
    if submitted:
        told.append(f"{submitted} update{' was' if submitted == 1 else 's were'} submitted.")
    if drafted:
        told.append(f"{drafted} draft{' was' if drafted == 1 else 's were'} kept.")
    return refused, " ".join(told)


def _save_line(request: HttpRequest, form: RoundLineForm) -> None:
    line = form.line
    try:
        attempt(
            form,
            lambda: answer(
                request=line.request,
                values=form.values(),
                seen=form.cleaned_data["seen"],
                submit=form.submits,
                on=clock.today(),
                by=request.user,
            ),
        )
    except StaleVersion as stale:
        form.meet(stale.current, line.seen)


def _page(
    request: HttpRequest,
    window: UpdateWindow,
    lines: list[RoundLine],
    refused: dict[int, RoundLineForm],
    kept: str,
) -> HttpResponse:
    ratings = WindowRatings(window, on=clock.today())
    waiting = [line for line in lines if line.waits or line.action.pk in refused]
    forms = []
    for line in waiting[:MOST_LINES]:
        form: Any = refused.get(line.action.pk) or RoundLineForm(line=line)
        form.computed = ratings.computed(line.request)
        form.before = line.request.action.told_ratings[:1]
        forms.append(form)
    formset = RoundForms(forms)
    context = {
        "title": "Your updates",
        "caption": window.name,
        "breadcrumbs": trail_of(window, "Your updates"),
        "window": window,
        "formset": formset,
        "problems": list(formset.problems()),
        "kept": kept,
        "once": once.new_token(),
        "later": waiting[MOST_LINES:],
        "answered": [line for line in lines if line not in waiting],
        "rule": rule_in_words(on=clock.today()),
    }
    stale = any(form.meanwhile for form in forms)
    return render(
        request, "recommendations/windows/round.html", context, status=409 if stale else 200
    )
