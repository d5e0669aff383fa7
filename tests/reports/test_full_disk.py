"""Is no version, no file and no half file left where issuing a report meets a full disk?"""

from unittest.mock import patch

import pytest
from django.db import OperationalError

from govreg.core.files.models import StoredFile
from govreg.core.outbox.models import LongWork
from govreg.reports.models import ReportIssue
from govreg.reports.services.asked_issues import ask_for_report
from reviews.models import Review
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
from tests.outbox import work_off
from tests.people import signed_in

from .conftest import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store_of_its_own(settings, tmp_path):
    use(settings, tmp_path)


def asked(cast) -> LongWork:
    review = Review.objects.get(reference="leeds-2005")
    return ask_for_report(review=review, kind="progress", as_at=DAY, by=cast.auditor)


def made(pdf: bytes = uploads.PDF):
    return patch("govreg.reports.services.issues.pdf_of", return_value=pdf)


def assert_nothing_is_left() -> None:
    assert kept_files() == []
    assert not StoredFile.objects.exists()
    assert not ReportIssue.objects.exists()


@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_is_said_to_who_asked_and_leaves_nothing(cast, monkeypatch, step):
    work = asked(cast)
    with monkeypatch.context() as broken, made():
        break_step(broken, step)
        work_off()
    assert SENTENCE in signed_in(cast.auditor).get(work.get_absolute_url()).content.decode()
    assert_nothing_is_left()
    asked(cast)
    with made():
        work_off()
    assert len(kept_files()) == 1
    assert ReportIssue.objects.get().number == 1


def test_a_commit_that_fails_leaves_nothing_and_the_work_still_waits(cast, monkeypatch):
    work = asked(cast)
    with monkeypatch.context() as broken, made():
        break_commit(broken)
        with pytest.raises(OperationalError):
            work_off()
    assert_nothing_is_left()
    work.refresh_from_db()
    assert work.is_waiting


@pytest.mark.skipif(mounting_is_refused(), reason="this machine refuses to mount a small disk")
def test_a_disk_that_is_really_full_leaves_nothing(cast, settings, tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    assert mounted(folder)
    try:
        use(settings, folder)
        work = asked(cast)
        with made(uploads.PDF + b"x" * 200_000):
            work_off()
        assert SENTENCE in signed_in(cast.auditor).get(work.get_absolute_url()).content.decode()
        assert_nothing_is_left()
    finally:
        unmount(folder)
