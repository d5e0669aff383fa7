"""What does a person meet who comes back to the check of a file that was imported already?

A browser's way back leads there, and so does a second press of the button. What was uploaded is
deleted once it is imported, so where its person went from there is kept in their session.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from govreg.core.transfer.models import KEPT_FOR
from govreg.core.ui.pages import Breadcrumbs

FINISHED = "finished-imports"
#: Whoever goes further back than so many imports is told what an unknown one is told.
MOST = 20
TITLE = "This file does not wait to be imported"


def finish(request: HttpRequest, *, said: str, to: str) -> HttpResponse:
    """Say what an import did and go to where that is read; a later visit leads there too."""
    before = request.session.get(FINISHED, {})
    kept = dict(list(before.items())[-(MOST - 1) :])
    request.session[FINISHED] = {**kept, request.path: {"said": said, "to": to}}
    messages.success(request, said)
    return redirect(to)


def no_longer_waits(
    request: HttpRequest, *, breadcrumbs: Breadcrumbs, choose: str, caption: str = ""
) -> HttpResponse:
    """Lead to what the import did; where that is not known, say why nothing waits here.

    The same is said of what another person uploaded: nobody learns that it is there. `choose` is
    the address at which a file is chosen.
    """
    done = request.session.get(FINISHED, {}).get(request.path)
    if done is not None:
        messages.warning(
            request,
            f"That file was imported already, so nothing was done again. {done['said']}",
        )
        return redirect(done["to"])
    context = {
        "title": TITLE,
        "caption": caption,
        "breadcrumbs": breadcrumbs,
        "choose": choose,
        "hours": KEPT_FOR.total_seconds() / 3600,
    }
    return render(request, "partnerships/spreadsheets/gone.html", context, status=404)
