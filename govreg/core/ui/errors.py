"""What does a person see when the register says no, or cannot go on?"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from govreg.core.access import access

NOT_FOUND = "The page is not here, or it is about something that you have not been given access to."
NOT_ALLOWED = "You may see this part of the register, but not do this."
NOT_UNDERSTOOD = "What was sent could not be read, so nothing was changed."
#: The token of the form, the once-only mark, passwords and codes are never shown back.
NEVER_SHOWN = ("csrfmiddlewaretoken", "token", "password", "code", "version", "once")
LONG_ENOUGH_TO_KEEP = 20
MOST_TEXTS = 30


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text that was typed into a form which could not be sent."""

    label: str
    text: str

    @property
    def rows(self) -> int:
        """A height that shows most of it."""
        return min(20, max(3, len(self.text) // 60 + self.text.count("\n") + 1))


def refused_page(request: HttpRequest, sentence: str, status: int = 403) -> HttpResponse:
    """Say in a rule's own sentence why the thing was not done."""
    return _page(request, "errors/403.html", status, "You cannot do this", sentence)


def unavailable_page(request: HttpRequest, sentence: str) -> HttpResponse:
    """Say that something which the register needs does not answer now (503)."""
    return _page(request, "errors/403.html", 503, "This cannot be done now", sentence)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what cannot be read (400)."""
    return _page(
        request, "errors/400.html", 400, "The page could not be understood", NOT_UNDERSTOOD
    )


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what this user may not do (403), with the sentence that came along, if any."""
    return refused_page(request, str(exception or "") or NOT_ALLOWED)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what is not there, or is not for this user to know of (404)."""
    return _page(request, "errors/404.html", 404, "Page not found", NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours (500) with a page that asks nothing of the database."""
    return HttpResponse(get_template("500.html").render(), status=500)


@access.public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that came too late (403), and give back every text that was typed into it."""
    context = {"kept": kept_texts(request), "where": request.get_full_path()}
    return _page(request, "errors/csrf.html", 403, "This page was open for too long", "", **context)


def kept_texts(request: HttpRequest) -> list[KeptText]:
    """Return the texts of a form that are worth copying: the longest first to be missed."""
    kept = []
    for name, values in request.POST.lists():
        if any(word in name.lower() for word in NEVER_SHOWN):
            continue
        for value in values:
            if len(value) >= LONG_ENOUGH_TO_KEEP or " " in value.strip():
                kept.append(KeptText(_readable(name), value))
    return kept[:MOST_TEXTS]


def _readable(name: str) -> str:
    words = name.rsplit("-", 1)[-1].replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Text"


def _page(
    request: HttpRequest, template: str, status: int, title: str, sentence: str, **extra: object
) -> HttpResponse:
    context = {"title": title, "sentence": sentence, **extra}
    return render(request, template, context, status=status)
