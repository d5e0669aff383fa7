"""How does a view of Django's own write a tracked user inside a change set?"""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from govreg.core.history.change import change


def saves_in_a_change_set(view: Callable[..., Any], *, verb: str) -> Callable[..., Any]:
    """Wrap a view so that what it saves on POST belongs to one change set."""

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with change(verb=verb, by=None):
            response: HttpResponse = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
            return response

    return wrapped
