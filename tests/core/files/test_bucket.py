"""Is a file in an object store as safe as in a folder: whole, for those alone who may see it?"""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.files.models import StoredFile
from recommendations.models import Evidence, ProgressUpdate
from tests import uploads
from tests.full_disk import SENTENCE, break_commit
from tests.object_store import Bucket, new_bucket, use  # noqa: F401 - a fixture
from tests.outbox import work_off
from tests.people import signed_in
from tests.recommendations.lines import iscb_plan

pytestmark = pytest.mark.django_db
VALUES = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}


@pytest.fixture
def bucket(settings, monkeypatch, new_bucket) -> Bucket:  # noqa: F811
    made = new_bucket()
    use(settings, monkeypatch, made)
    return made


def send(cast, *contents: bytes):
    client = signed_in(cast.owner)
    client.raise_request_exception = False
    files = [SimpleUploadedFile(f"minutes-{i}.pdf", each) for i, each in enumerate(contents)]
    return client.post(f"/actions/{iscb_plan().pk}/update/", {**VALUES, "files": files})


def fetched(person, address: str):
    return signed_in(person).get(address)


def test_evidence_goes_into_the_bucket_and_comes_back_to_those_alone_who_may_see_it(cast, bucket):
    content = uploads.PDF + bytes(range(256)) * 8000  # more than is held in memory
    assert send(cast, content).status_code == 302
    evidence = Evidence.objects.get()
    assert bucket.objects == {evidence.file.path: content}
    address = f"/evidence/{evidence.pk}/"
    assert address in fetched(cast.owner, iscb_plan().get_absolute_url()).content.decode()
    answer = fetched(cast.owner, address)
    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Length"] == str(len(content))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="minutes-0.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert bucket.address not in str(answer.headers)
    for stranger in (cast.other_owner, cast.area_manager_east):
        assert fetched(stranger, address).status_code == 404
    assert ProgressUpdate.objects.get().narrative == VALUES["narrative"]


def test_an_issued_report_comes_back_with_the_digest_it_was_issued_with(cast, bucket):
    page = "/reports/leeds-2005/action-plan/issue/"
    day = {"as_at_day": "1", "as_at_month": "2", "as_at_year": "2008"}
    asked = signed_in(cast.auditor).post(page, day)
    assert asked.status_code == 302, asked.content.decode()
    work_off()
    stored = StoredFile.objects.get()
    answer = fetched(cast.auditor, "/reports/leeds-2005/action-plan/version/1/pdf/")
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"%PDF-")
    assert hashlib.sha256(content).hexdigest() == stored.sha256
    version = fetched(cast.auditor, "/reports/leeds-2005/action-plan/version/1/").content.decode()
    assert stored.sha256 in version


def test_a_good_file_is_taken_back_where_the_next_one_is_refused(cast, bucket, monkeypatch):
    assert send(cast, uploads.PDF, uploads.PNG).status_code == 200
    with monkeypatch.context() as broken:
        broken.setattr("tests.full_disk.kept_files", lambda: bucket.objects)
        break_commit(broken)
        assert send(cast, uploads.PDF).status_code == 500
    assert bucket.objects == {}
    assert_no_row()


def assert_no_row() -> None:
    assert not StoredFile.objects.exists()
    assert not ProgressUpdate.objects.exists()


def wrong_name(bucket: Bucket) -> Bucket:
    return Bucket("register-of-nobody", bucket.address)


def nobody_listens(bucket: Bucket) -> Bucket:
    return Bucket(bucket.name, "http://127.0.0.1:9")


@pytest.mark.parametrize("wrong", [wrong_name, nobody_listens])
def test_a_store_that_refuses_is_said_on_the_form_and_leaves_nothing(
    cast, bucket, settings, monkeypatch, wrong
):
    use(settings, monkeypatch, wrong(bucket))
    answer = send(cast, uploads.PDF)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert SENTENCE in page
    assert VALUES["narrative"] in page
    assert_no_row()
    assert bucket.objects == {}
    assert signed_in(cast.owner).get("/ready/").content == b"The file store cannot be written."
    use(settings, monkeypatch, bucket)
    assert send(cast, uploads.PDF).status_code == 302
    assert signed_in(cast.owner).get("/ready/").content == b"ready"
    assert len(bucket.objects) == 1


def test_a_download_says_that_the_store_is_silent_and_that_a_file_is_gone(
    cast, bucket, settings, monkeypatch
):
    send(cast, uploads.PDF)
    evidence = Evidence.objects.get()
    address = f"/evidence/{evidence.pk}/"
    use(settings, monkeypatch, nobody_listens(bucket))
    silent = fetched(cast.owner, address)
    assert silent.status_code == 503
    assert "The file store does not answer" in silent.content.decode()
    assert fetched(cast.other_owner, address).status_code == 404
    use(settings, monkeypatch, bucket)
    bucket.remove(evidence.file.path)
    assert fetched(cast.owner, address).status_code == 404
