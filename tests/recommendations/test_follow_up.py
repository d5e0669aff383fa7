"""Does an agreed action go from progress to verified closure as its people expect?"""

import pytest

from recommendations.models import AgreedAction, Evidence, ProgressUpdate
from recommendations.queries.progress import Progress, progress_of
from tests import uploads
from tests.people import signed_in

from .lines import iscb_plan

pytestmark = pytest.mark.django_db

UPDATE = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}


def page(action: AgreedAction, verb: str = "") -> str:
    return f"/actions/{action.pk}/{verb}"


def record(client, line, **changes):
    return client.post(page(line, "update/"), {**UPDATE, **changes})


def claim(client, action, **changes):
    given = {"statement": "The plan is adopted.", "files": uploads.pdf(), **changes}
    return client.post(page(action, "claim/"), given)


def verify(client, action, result="implemented"):
    version = AgreedAction.objects.get(pk=action.pk).version
    given = {"result": result, "note": "Read the minutes.", "version": version}
    return client.post(page(action, "verify/"), given)


def state(action: AgreedAction) -> str:
    return AgreedAction.objects.get(pk=action.pk).state


def test_an_owner_records_progress_with_a_file_and_everybody_entitled_reads_it(cast):
    action, owner = iscb_plan(), signed_in(cast.owner)
    response = record(owner, action, files=uploads.pdf())
    assert response.status_code == 302
    update = ProgressUpdate.objects.get(action=action)
    assert (update.by, update.rating) == (cast.owner, "on-track")
    assert Evidence.objects.get(update=update).file.name == "risk-register.pdf"
    seen = signed_in(cast.auditor).get(page(action)).content.decode()
    assert "The plan was put to the ISCB." in seen
    assert "risk-register.pdf" in seen


def test_an_update_changes_neither_wording_nor_owner_nor_dates(cast):
    action = iscb_plan()
    before = (action.due_date, action.original_due, action.timescale_printed, action.text)
    record(signed_in(cast.owner), action)
    action.refresh_from_db()
    assert (action.due_date, action.original_due, action.timescale_printed, action.text) == before


def test_a_stranger_finds_nothing_and_an_owner_of_another_line_may_not_write(cast):
    action = iscb_plan()
    assert record(signed_in(cast.other_owner), action).status_code == 404
    assert record(signed_in(cast.scrutiny_member), action).status_code == 403
    assert ProgressUpdate.objects.count() == 0


def test_a_rating_other_than_as_planned_needs_its_reason_and_keeps_what_was_typed(cast):
    response = record(signed_in(cast.owner), iscb_plan(), rating="late")
    content = response.content.decode()
    assert "Say why the action is late." in content
    assert "The plan was put to the ISCB." in content
    assert ProgressUpdate.objects.count() == 0


def test_a_draft_is_its_authors_alone_until_it_is_submitted(cast):
    action, owner = iscb_plan(), signed_in(cast.owner)
    record(owner, action, narrative="Half a thought", action="draft")
    assert "Half a thought" in owner.get(page(action, "update/")).content.decode()
    auditor = signed_in(cast.auditor)
    recommendation = action.response.recommendation
    history = f"/history/recommendations.recommendation/{recommendation.pk}/"
    for address in (page(action), history, "/history/"):
        assert "Half a thought" not in auditor.get(address).content.decode()
    record(owner, action, narrative="A whole thought")
    assert ProgressUpdate.objects.get(action=action).narrative == "A whole thought"


def test_a_correction_is_a_new_update_and_the_first_one_stands(cast):
    action, owner = iscb_plan(), signed_in(cast.owner)
    record(owner, action)
    first = ProgressUpdate.objects.get()
    address = page(action, f"update/?corrects={first.pk}")
    owner.post(address, {**UPDATE, "narrative": "It was put to the ISCB in November."})
    later = ProgressUpdate.objects.exclude(pk=first.pk).get()
    assert later.corrects == first
    first.refresh_from_db()
    assert first.narrative == "The plan was put to the ISCB."


def test_a_form_sent_twice_is_saved_once(cast):
    action, owner = iscb_plan(), signed_in(cast.owner)
    token = "11111111-2222-3333-4444-555555555555"
    record(owner, action, once=token)
    again = owner.post(page(action, "update/"), {**UPDATE, "once": token}, follow=True)
    assert "already saved" in again.content.decode()
    assert ProgressUpdate.objects.count() == 1


def test_completion_is_claimed_verified_by_somebody_else_and_closed(cast):
    action = iscb_plan()
    owner, auditor = signed_in(cast.owner), signed_in(cast.auditor)
    record(owner, action)
    assert claim(owner, action).status_code == 302
    assert state(action) == "claimed"
    assert action.title in auditor.get("/").content.decode()
    assert verify(auditor, action).status_code == 302
    assert state(action) == "closed"


def test_a_claim_is_returned_claimed_again_and_verified(cast):
    action = iscb_plan()
    owner, auditor = signed_in(cast.owner), signed_in(cast.auditor)
    record(owner, action)
    claim(owner, action)
    verify(auditor, action, "partly")
    assert state(action) == "agreed"
    assert "Read the minutes." in owner.get(page(action)).content.decode()
    claim(owner, action, statement="Now in every constitution.")
    verify(auditor, action)
    assert state(action) == "closed"
    assert [c.outcome for c in action.claims.order_by("pk")] == ["returned", "verified"]


def test_a_claim_needs_progress_and_something_that_shows_it(cast):
    action, owner = iscb_plan(), signed_in(cast.owner)
    assert "at least one submitted update" in claim(owner, action).content.decode()
    record(owner, action)
    response = owner.post(page(action, "claim/"), {"statement": "Done."})
    assert "a claim needs a file" in response.content.decode()
    assert state(action) == "agreed"


def test_one_line_that_closes_does_not_close_the_recommendation(cast):
    action = iscb_plan()
    owner, auditor = signed_in(cast.owner), signed_in(cast.auditor)
    record(owner, action)
    claim(owner, action)
    verify(auditor, action)
    recommendation = action.response.recommendation
    responses = recommendation.responses.current().prefetch_related("actions")
    assert progress_of(recommendation.ended_as, responses) == Progress.IN_PROGRESS


def test_a_closed_action_is_opened_again_with_a_reason(cast):
    action = iscb_plan()
    owner, auditor = signed_in(cast.owner), signed_in(cast.auditor)
    record(owner, action)
    claim(owner, action)
    verify(auditor, action)
    assert auditor.post(page(action, "reopen/"), {"reason": ""}).status_code == 200
    assert state(action) == "closed"
    auditor.post(page(action, "reopen/"), {"reason": "The register was not kept up."})
    assert state(action) == "agreed"


def test_a_risk_is_accepted_by_a_senior_officer_until_a_review_date(cast):
    action = iscb_plan()
    senior = signed_in(cast.senior_officer)
    given = {
        "reason": "The ISCB ends next year.",
        "review_date_day": "1",
        "review_date_month": "4",
        "review_date_year": "2099",
    }
    past = {**given, "review_date_year": "2001"}
    assert "after today" in senior.post(page(action, "accept-risk/"), past).content.decode()
    assert senior.post(page(action, "accept-risk/"), given).status_code == 302
    assert state(action) == "risk-accepted"
    assert signed_in(cast.auditor).post(page(action, "accept-risk/"), given).status_code == 403


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (uploads.picture_called_pdf, "not what its name says"),
        (uploads.empty, "is empty"),
        (uploads.program, "cannot be taken"),
    ],
)
def test_a_file_that_is_not_taken_says_why_and_the_text_is_kept(cast, upload, sentence):
    response = record(signed_in(cast.owner), iscb_plan(), files=upload())
    content = response.content.decode()
    assert sentence in content
    assert "The plan was put to the ISCB." in content
    assert ProgressUpdate.objects.count() == 0


def test_a_file_over_the_size_is_refused_with_the_size(cast, settings):
    settings.LARGEST_FILE_BYTES = 1024 * 1024
    large = uploads.pdf()
    large.file.write(b"x" * (1024 * 1024 + 1))
    large.size = 1024 * 1024 + 60
    large.seek(0)
    content = record(signed_in(cast.owner), iscb_plan(), files=large).content.decode()
    assert "larger than 1 MB" in content


def test_evidence_is_sent_as_a_download_to_those_who_see_the_action(cast):
    action, owner = iscb_plan(), signed_in(cast.owner)
    record(owner, action, files=uploads.pdf())
    address = f"/evidence/{Evidence.objects.get().pk}/"
    response = signed_in(cast.auditor).get(address)
    assert b"".join(response.streaming_content) == uploads.PDF
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert signed_in(cast.other_owner).get(address).status_code == 404
    assert signed_in(cast.area_manager_west).get(address).status_code == 404


def test_emoji_and_right_to_left_text_come_back_as_they_were_typed(cast):
    words = "Agreed ✅ – שלום עולם, مرحبا, café"
    record(signed_in(cast.owner), iscb_plan(), narrative=words)
    assert ProgressUpdate.objects.get().narrative == words
    assert words in signed_in(cast.auditor).get(page(iscb_plan())).content.decode()


@pytest.mark.parametrize("payload", ["a\x00b", "x" * 100_000])
def test_text_that_the_register_cannot_keep_is_refused_with_a_sentence(cast, payload):
    response = record(signed_in(cast.owner), iscb_plan(), narrative=payload)
    assert response.status_code == 200
    assert "There is a problem" in response.content.decode()
    assert ProgressUpdate.objects.count() == 0


def test_a_script_in_an_update_is_shown_as_text(cast):
    record(signed_in(cast.owner), iscb_plan(), narrative="<script>alert(1)</script>")
    content = signed_in(cast.auditor).get(page(iscb_plan())).content.decode()
    assert "<script>alert(1)</script>" not in content
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content


def test_a_file_that_was_chosen_is_asked_for_again_by_its_name(cast):
    response = record(signed_in(cast.owner), iscb_plan(), rating="", files=uploads.pdf())
    assert "Choose your files again: risk-register.pdf." in response.content.decode()


def test_half_a_thought_is_kept_without_a_rating(cast):
    action, owner = iscb_plan(), signed_in(cast.owner)
    assert record(owner, action, rating="", narrative="Half", action="draft").status_code == 302
    assert record(owner, action, rating="", narrative="Whole").status_code == 200


def test_a_returned_claim_is_told_on_the_owners_home_page(cast):
    action = iscb_plan()
    owner, auditor = signed_in(cast.owner), signed_in(cast.auditor)
    record(owner, action)
    claim(owner, action)
    assert action.text in owner.get("/actions/mine/?state=claimed").content.decode()
    verify(auditor, action, "partly")
    assert "Returned: read why" in owner.get("/").content.decode()
