"""How does a stored file leave the register?

Who may have it was decided by the view, by the record that the file belongs to. Where a web server
stands in front that can read the store, the register only names the file to it
(`X-Accel-Redirect`), so that no worker is held by somebody's slow line. From a bucket the file is
sent on by the register: a signed address would open it to whoever gets hold of that address, past
the record's own access, without the headers below, and needs a bucket that browsers can reach.
"""

import logging
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

from govreg.core.refusals import Refusal, Unavailable

from .models import StoredFile
from .place import place

SILENT = Refusal(
    "storage-silent",
    "The file store does not answer, so the file cannot be fetched now. Try again in a few "
    "minutes; if it happens again, tell the register’s administrator.",
)
log = logging.getLogger(__name__)


def content_of(stored: StoredFile) -> bytes:
    """Return a stored file's content."""
    with place.open(stored.path) as stream:
        return stream.read()


def download(stored: StoredFile, *, inline: bool = False) -> HttpResponseBase:
    """Return the file as a download that a browser will not run or guess about.

    Raises Http404 when the store has lost it, Unavailable when the store does not answer.
    """
    try:
        response = _named(stored) if settings.FILES_ACCEL_PREFIX else _streamed(stored)
    except FileNotFoundError:
        raise Http404("The file is missing from the store.") from None
    except OSError as error:
        log.exception("A file could not be fetched.")
        raise Unavailable(SILENT) from error
    response["Content-Type"] = stored.media_type
    response["Content-Disposition"] = content_disposition_header(not inline, stored.name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _named(stored: StoredFile) -> HttpResponseBase:
    if not place.exists(stored.path):
        raise FileNotFoundError(stored.path)
    response = HttpResponse()
    response["X-Accel-Redirect"] = settings.FILES_ACCEL_PREFIX + quote(stored.path)
    return response


def _streamed(stored: StoredFile) -> HttpResponseBase:
    return FileResponse(place.open(stored.path))
