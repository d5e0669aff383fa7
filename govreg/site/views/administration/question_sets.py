"""Which checklists and assessments are there, and how does a new edition come into force?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.questions.editions import Edition, add_edition, editions_in_force
from govreg.core.questions.models import QuestionSet
from govreg.core.refusals import Refusal, Refused
from govreg.core.ui.words import long_date
from govreg.site.forms.question_sets import EditionForm, NewSetForm, lines_of

from .loading import trail

TITLE, HERE = "Question sets", "administration:question-sets"


@access(Permission.ADMINISTER_REFERENCE)
@require_safe
def question_sets(request: HttpRequest) -> HttpResponse:
    """List the sets with the edition in force."""
    context = {
        "title": TITLE,
        "breadcrumbs": trail((TITLE, None)),
        "editions": _known(),
    }
    return render(request, "administration/question_sets/list.html", context)


@access(Permission.ADMINISTER_REFERENCE)
@require_safe
def question_set(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a set asks, and its editions."""
    edition = _in_force(code)
    kept = list(QuestionSet.objects.filter(code=code).order_by("-edition"))
    context = {
        "title": edition.title,
        "breadcrumbs": trail((TITLE, reverse(HERE)), (edition.title, None)),
        "edition": edition,
        "kept": kept,
        "today": clock.today(),
    }
    return render(request, "administration/question_sets/page.html", context)


@access(Permission.ADMINISTER_REFERENCE)
def new_edition(request: HttpRequest, code: str) -> HttpResponse:
    """Put a new edition of a set into force."""
    edition = _in_force(code)
    start = {"start": clock.today(), "questions": lines_of(edition)}
    form = EditionForm(
        request.POST if request.method == "POST" else None,
        earlier=edition,
        initial={"title": edition.title, "basis": edition.basis, **start},
        cancel_url=reverse("administration:question-set", args=[code]),
    )

    def save() -> Any:
        return add_edition(
            asked=form.asked(code=code, scale=edition.scale),
            start=form.cleaned_data["start"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved} is in force from {long_date(saved.start)} on.",
        to=reverse("administration:question-set", args=[code]),
        title="New edition",
        caption=edition.title,
        breadcrumbs=trail((TITLE, reverse(HERE)), (edition.title, None)),
    )


@access(Permission.ADMINISTER_REFERENCE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a set that the council asks of its own."""
    form = NewSetForm(
        request.POST if request.method == "POST" else None,
        initial={"start": clock.today()},
        cancel_url=reverse(HERE),
    )

    def save() -> Any:
        code = form.code()
        if any(edition.code == code for edition in _known()):
            raise Refused(
                Refusal("question-set-known", "There is a set of this title. Choose another title.")
            )
        return add_edition(
            asked=form.asked(code=code, scale=form.cleaned_data["scale"]),
            start=form.cleaned_data["start"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved.title} was added.",
        to=reverse(HERE),
        title="Add a question set",
        breadcrumbs=trail((TITLE, reverse(HERE)), ("Add a question set", None)),
    )


def _known() -> list[Edition]:
    return editions_in_force(on=clock.today(), and_to_come=True)


def _in_force(code: str) -> Edition:
    found = [edition for edition in _known() if edition.code == code]
    if not found:
        raise Http404
    return found[0]
