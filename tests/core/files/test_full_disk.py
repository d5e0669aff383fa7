"""Is nothing left, and is it said plainly, where storing a file fails at any step?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.files import store
from govreg.core.files.models import StoredFile
from recommendations.models import ProgressUpdate
from tests import uploads
from tests.full_disk import (
    SENTENCE,
    STEPS,
    break_commit,
    break_step,
    kept_files,
    mounted,
    mounting_is_refused,
    unmount,
    use,
)
from tests.people import signed_in
from tests.recommendations.lines import iscb_plan

pytestmark = pytest.mark.django_db
VALUES = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}


@pytest.fixture(autouse=True)
def store_of_its_own(settings, tmp_path):
    use(settings, tmp_path)


def send(cast, content: bytes = uploads.PDF):
    action = iscb_plan()
    data = {**VALUES, "files": [SimpleUploadedFile("minutes.pdf", content)]}
    client = signed_in(cast.owner)
    client.raise_request_exception = False
    return client.post(f"/actions/{action.pk}/update/", data)


def assert_nothing_is_left() -> None:
    assert kept_files() == []
    assert not StoredFile.objects.exists()
    assert not ProgressUpdate.objects.exists()


@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_is_said_on_the_form_and_leaves_nothing(cast, monkeypatch, step):
    with monkeypatch.context() as broken:
        break_step(broken, step)
        answer = send(cast)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert SENTENCE in page
    assert VALUES["narrative"] in page
    assert "Choose your files again: minutes.pdf" in page
    assert_nothing_is_left()
    assert send(cast).status_code == 302
    assert len(kept_files()) == 1


def test_a_commit_that_fails_leaves_nothing_and_says_so(cast, monkeypatch):
    with monkeypatch.context() as broken:
        break_commit(broken)
        answer = send(cast)
    assert answer.status_code == 500
    assert "the last step was not saved" in answer.content.decode()
    assert_nothing_is_left()


def test_cleaning_up_spares_a_file_whose_record_was_committed_after_all(cast):
    """The answer to a commit can be lost on the way; the row is there then."""
    send(cast)
    kept = StoredFile.objects.get()
    store.discard_leftover(kept.path)
    assert len(kept_files()) == 1


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    assert mounted(folder)
    yield folder
    unmount(folder)


@pytest.mark.skipif(mounting_is_refused(), reason="this machine refuses to mount a small disk")
def test_a_disk_that_is_really_full_leaves_nothing(cast, settings, small_disk):
    use(settings, small_disk)
    answer = send(cast, uploads.PDF + b"x" * 200_000)
    assert answer.status_code == 200
    assert SENTENCE in answer.content.decode()
    assert_nothing_is_left()
    assert send(cast).status_code == 302
