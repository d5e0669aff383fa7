"""How does a stored file leave the register?

Who may have it was decided by the view, by the record that the file belongs to. Where a web server
stands in front that can read the store, the register only names the file to it
(`X-Accel-Redirect`), so that no worker is held by somebody's slow line.
"""

from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

from .models import StoredFile


def content_of(stored: StoredFile) -> bytes:
    """Return a stored file's content."""
    with default_storage.open(stored.path, "rb") as stream:
        content: bytes = stream.read()
    return content


def download(stored: StoredFile, *, inline: bool = False) -> HttpResponseBase:
    """Return the file as a download that a browser will not run or guess about.

    Raises Http404 when the store has lost it.
    """
    if not default_storage.exists(stored.path):
        raise Http404("The file is missing from the store.")
    response = _named(stored) if settings.FILES_ACCEL_PREFIX else _streamed(stored)
    response["Content-Type"] = stored.media_type
    response["Content-Disposition"] = content_disposition_header(not inline, stored.name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _named(stored: StoredFile) -> HttpResponseBase:
    response = HttpResponse()
    response["X-Accel-Redirect"] = settings.FILES_ACCEL_PREFIX + quote(stored.path)
    return response


def _streamed(stored: StoredFile) -> HttpResponseBase:
    return FileResponse(default_storage.open(stored.path, "rb"))
