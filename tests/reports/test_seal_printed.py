"""Does an issued report carry, for whoever reads it on paper, the digest that vouches for it?"""

import pytest

from govreg.core.files.handing_out import content_of
from govreg.core.history.seal import latest_seal, seal_history, verify_history
from govreg.reports.documents.document import NAMES
from govreg.reports.services.issues import issue_report
from reviews.models import Review

from .conftest import DAY
from .test_printed import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", NAMES)
def test_the_digest_of_the_last_seal_can_be_read_and_copied(cast, tmp_path, kind):
    seal_history()
    seal = latest_seal()
    assert seal is not None
    review = Review.objects.get(reference="leeds-2005")
    made = issue_report(review=review, kind=kind, as_at=DAY, by=cast.auditor)
    path = tmp_path / "issued.pdf"
    path.write_bytes(content_of(made.file))
    text = text_of(path)
    assert seal.digest in text.replace(" ", "")
    assert f"sealed up to change set {seal.last_change_set} on" in text
    assert made.seal == seal
    assert verify_history().digest == seal.digest
