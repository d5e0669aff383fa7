"""Does a file stay in the store only when what it was stored for was saved?"""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core import clock
from govreg.core.files.handing_out import content_of
from govreg.core.files.models import StoredFile
from govreg.core.history.change import OutsideAService, change, if_it_fails
from govreg.core.refusals import Refused
from recommendations.models import ProgressUpdate
from recommendations.services.progress import submit_update
from tests import uploads
from tests.recommendations.lines import iscb_plan

pytestmark = pytest.mark.django_db
VALUES = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}


@pytest.fixture(autouse=True)
def store_of_its_own(settings, tmp_path):
    backend = settings.STORAGES["default"]["BACKEND"]
    here = {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "default": here}


def kept_files() -> set[Path]:
    return {found for found in Path(default_storage.path("")).rglob("*") if found.is_file()}


def submit(cast, *files: SimpleUploadedFile) -> None:
    submit_update(action=iscb_plan(), values=VALUES, on=clock.today(), by=cast.owner, uploads=files)


def test_a_good_file_is_taken_back_where_the_next_one_is_refused(cast):
    good = SimpleUploadedFile("minutes.pdf", uploads.PDF)
    with pytest.raises(Refused):
        submit(cast, good, SimpleUploadedFile("not-a.pdf", uploads.PNG))
    assert kept_files() == set()
    assert not StoredFile.objects.exists()
    assert not ProgressUpdate.objects.exists()


def test_a_good_file_is_taken_back_where_the_service_fails_later(cast):
    def submits_and_fails() -> None:
        with change(verb="Tried", by=cast.owner):
            submit(cast, SimpleUploadedFile("minutes.pdf", uploads.PDF))
            assert len(kept_files()) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        submits_and_fails()
    assert kept_files() == set()
    assert not StoredFile.objects.exists()


def test_a_saved_file_stays(cast):
    submit(cast, SimpleUploadedFile("minutes.pdf", uploads.PDF))
    assert len(kept_files()) == 1
    assert content_of(StoredFile.objects.get()) == uploads.PDF


def test_every_clean_up_is_tried_and_the_first_failure_is_reported(cast):
    tried = []

    def fails() -> None:
        tried.append("fails")
        raise OSError("The disk went away.")

    def registers_and_fails() -> None:
        with change(verb="Tried", by=cast.owner):
            if_it_fails(lambda: tried.append("works"))
            if_it_fails(fails)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        registers_and_fails()
    assert tried == ["fails", "works"]
    with pytest.raises(OutsideAService):
        if_it_fails(fails)
