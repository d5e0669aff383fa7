"""Is what was asked for fixed then, checked again when it is made, and made once?"""

from datetime import date
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from govreg.core.accounts.services.users import deactivate_user, end_role
from govreg.core.files.models import StoredFile
from govreg.core.files.store import discard_leftover, keep
from govreg.core.history.change import change
from govreg.core.outbox.models import LongWork
from govreg.core.pdf import PdfProblem
from govreg.core.refusals import Refused
from govreg.reports.documents.freezing import from_json
from govreg.reports.models import ReportIssue
from govreg.reports.services.asked_issues import ask_for_report
from reviews.models import Review
from tests import uploads
from tests.outbox import work_off
from tests.people import signed_in

from .conftest import DAY

pytestmark = pytest.mark.django_db
PAGE = "/reports/leeds-2005/"


@pytest.fixture
def review(leeds) -> Review:
    return Review.objects.get(reference="leeds-2005")


@pytest.fixture(autouse=True)
def quick_pages():
    with patch("govreg.reports.services.issues.pdf_of", return_value=uploads.PDF) as made:
        yield made


def asked(review: Review, by, **options) -> LongWork:
    return ask_for_report(
        **{"review": review, "kind": "progress", "as_at": DAY, "by": by, **options}
    )


def stands(work: LongWork) -> tuple[str, str]:
    work.refresh_from_db()
    return work.state, work.problem


def test_a_report_is_made_as_it_was_asked_for(review, cast):
    work = asked(review, cast.auditor, officer_names=True)
    assert not ReportIssue.objects.exists()
    work_off()
    made = ReportIssue.objects.get()
    assert (made.as_at, made.kind, made.issued_by) == (DAY, "progress", cast.auditor)
    assert from_json(made.document).names_officers
    assert stands(work) == ("done", "")
    assert work.result_url == f"{PAGE}progress/version/1/"


def test_one_version_of_a_report_is_made_at_a_time(review, cast):
    first = asked(review, cast.auditor)
    with pytest.raises(Refused, match="being made just now"):
        asked(review, cast.democratic_services)
    page = signed_in(cast.democratic_services).get(PAGE).content.decode()
    assert "A version of the action plan with progress is being made." in page
    assert "Issue  the action plan with progress" not in page
    assert first.get_absolute_url() not in page
    assert first.get_absolute_url() in signed_in(cast.auditor).get(PAGE).content.decode()
    assert signed_in(cast.auditor).get(f"{PAGE}progress/issue/").status_code == 403
    asked(review, cast.auditor, kind="action-plan")
    work_off()
    assert ReportIssue.objects.count() == 2
    asked(review, cast.auditor, what_changed="Made again.")


def test_the_rules_are_checked_when_it_is_asked_for(review, cast):
    with pytest.raises(Refused, match="Reports of this review are issued by"):
        asked(review, cast.scrutiny_member)
    with pytest.raises(Refused, match="was not issued on"):
        asked(review, cast.auditor, as_at=date(1999, 2, 1))
    asked(review, cast.auditor)
    work_off()
    with pytest.raises(Refused, match="Say what changed"):
        asked(review, cast.auditor)
    assert LongWork.objects.count() == 1


def test_the_rules_are_checked_again_when_it_is_made(review, cast):
    work = asked(review, cast.auditor)
    for holding in cast.auditor.role_holdings.all():
        end_role(holding=holding, end=date(2020, 1, 1), by=cast.administrator, reason="Moved")
    work_off()
    state, problem = stands(work)
    assert state == "failed"
    assert "Reports of this review are issued by" in problem
    assert not ReportIssue.objects.exists()


def test_nothing_is_issued_in_the_name_of_somebody_deactivated(review, cast):
    work = asked(review, cast.auditor)
    deactivate_user(user=cast.auditor, by=cast.administrator, reason="Left")
    work_off()
    assert "was deactivated meanwhile" in stands(work)[1]
    assert not ReportIssue.objects.exists()


def test_a_pdf_that_cannot_be_made_fails_in_its_own_words(review, cast, quick_pages):
    quick_pages.side_effect = PdfProblem("The text is too large to print.")
    work = asked(review, cast.auditor)
    work_off()
    assert stands(work) == ("failed", "The text is too large to print.")
    assert "The text is too large" in signed_in(cast.auditor).get("/").content.decode()


def test_a_version_whose_end_cannot_be_recorded_is_not_kept(review, cast):
    work = asked(review, cast.auditor)
    lost = patch("govreg.core.outbox.doing.record_done", side_effect=RuntimeError("killed"))
    with lost, pytest.raises(RuntimeError):
        work_off()
    assert not ReportIssue.objects.exists()
    assert not StoredFile.objects.filter(name__contains="version").exists()
    assert stands(work)[0] == "waiting"


def test_what_a_killed_maker_left_on_the_disk_is_removed_and_a_kept_file_is_not(db):
    with change(verb="Test", by=None):
        kept = keep(name="kept.pdf", content=b"%PDF-", by=None, path="2026/01/kept")
    default_storage.delete("2026/01/left")
    default_storage.save("2026/01/left", ContentFile(b"%PDF-"))
    discard_leftover("2026/01/left")
    discard_leftover(kept.path)
    assert not default_storage.exists("2026/01/left")
    assert default_storage.exists("2026/01/kept")
    default_storage.delete("2026/01/kept")
