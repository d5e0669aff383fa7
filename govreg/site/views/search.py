"""How does a person find anything by its words?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreg.core.access import access
from govreg.core.search.index import LONGEST_QUERY, search

MOST = 100


@access.signed_in
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show everything the reader may see that has the words."""
    words = request.GET.get("words", "").replace("\x00", " ")[:LONGEST_QUERY].strip()
    found = search(words, user=request.user, limit=MOST) if words else []
    context = {
        "title": "Search",
        "breadcrumbs": [("Home", "/"), ("Search", None)],
        "words": words,
        "found": found,
        "most": MOST,
    }
    return render(request, "site/search.html", context)
