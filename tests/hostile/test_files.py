"""Does a file's name lead out of the store, add a header, or write markup into a page?"""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core import clock
from govreg.core.files.handing_out import download
from govreg.core.files.store import keep, safe_name
from govreg.core.refusals import Refused
from recommendations.models import Evidence
from recommendations.services.progress import submit_update
from tests import uploads
from tests.people import signed_in
from tests.recommendations.lines import iscb_plan

from .payloads import FILE_NAMES, RUNS

pytestmark = pytest.mark.django_db


def refuse_or_keep(cast, name: str) -> Evidence | None:
    """Attach a file as the form does; return the evidence, or None where it is refused in words."""
    upload = SimpleUploadedFile("plain.pdf", uploads.PDF)
    upload._name = name  # Django would clean it: what follows must not lean on that
    try:
        update = submit_update(
            action=iscb_plan(),
            values={"rating": "on-track", "narrative": "Begun.", "reason": ""},
            on=clock.today(),
            by=cast.owner,
            uploads=[upload],
        )
    except Refused:
        return None
    return Evidence.objects.get(update=update)


def test_a_name_leads_nowhere_and_is_shown_as_a_name(cast):
    client, kept = signed_in(cast.owner), 0
    store = Path(default_storage.path("")).resolve()
    for name in FILE_NAMES:
        evidence = refuse_or_keep(cast, name)
        if evidence is None:
            continue
        kept += 1
        stored = evidence.file
        assert Path(default_storage.path(stored.path)).resolve().is_relative_to(store)
        assert not set(stored.name) & set("/\\\r\n\x00\u202e")
        page = client.get(iscb_plan().get_absolute_url()).content.decode()
        assert [mark for mark in RUNS if mark in page] == []
        assert stored.name in BeautifulSoup(page, "html.parser").get_text()
    assert kept >= 8


@pytest.mark.parametrize("name", [*FILE_NAMES, *(f"{name}.pdf" for name in FILE_NAMES)])
def test_a_download_says_one_name_in_one_line(cast, name):
    stored = keep(name=safe_name(name), content=uploads.PDF, by=cast.owner)
    answer = download(stored)
    disposition = answer["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert not set(disposition) & set("\r\n")
    assert disposition.isascii()
    outside = disposition.replace('\\"', "")
    assert outside.count('"') in {0, 2}
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer
