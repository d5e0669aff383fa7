"""Was this form saved before, and where does the person who sent it again go?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from govreg.core.history.models import ChangeSet
from govreg.core.history.once import posted_token

HOME = "/"
#: After these steps the record whose address comes before them is gone.
REMOVING = ("remove", "discard")


def was_saved_before(request: HttpRequest) -> bool:
    """Say whether the person who sends this form has sent it, and it was saved."""
    token = posted_token(request)
    if token is None:
        return False
    return ChangeSet.objects.filter(token=token, by=request.user.pk).exists()


def already_saved(request: HttpRequest) -> HttpResponse:
    """Say that nothing was saved a second time, on the page that the form was opened from.

    The form's own page may refuse by now: what is claimed cannot be claimed again.
    """
    messages.info(request, "This was already saved, so it was not saved a second time.")
    return redirect(page_above(request.path))


def page_above(path: str) -> str:
    """Return the nearest page above an address, the home page where there is none."""
    parts = path.strip("/").split("/")
    above = parts[:-2] if parts[-1] in REMOVING else parts[:-1]
    while above:
        address = f"/{'/'.join(above)}/"
        try:
            resolve(address)
        except Resolver404:
            above = above[:-1]
        else:
            return address
    return HOME
