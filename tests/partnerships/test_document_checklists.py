"""Is a document held against what its kind should say, by answers of its own?"""

from partnerships.models import Checklist, GovernanceDocument
from partnerships.queries.checklists import latest_checklists
from partnerships.question_sets import EXIT_ARRANGEMENTS, SERVICE_MANAGEMENT, TERMS_OF_REFERENCE
from tests.people import Cast, signed_in

from .pages import page, send

TRUST, CES, WEST = "children-leeds", "ces", "dp-west"


def terms(local_term: str) -> GovernanceDocument:
    return GovernanceDocument.objects.get(
        partnership__reference=TRUST, body__local_term=local_term, kind="terms-of-reference"
    )


def lines(shown) -> dict[str, str]:
    table = shown.find("div", attrs={"aria-label": "Checklists of this document"})
    rows = table.find("tbody").find_all("tr")
    return {row.find("th").text: " ".join(row.get_text(" ").split()) for row in rows}


def test_each_body_answers_for_its_own_terms_of_reference(cast: Cast) -> None:
    client, forum, partnership = signed_in(cast.lead_officer), terms("Open Forums"), terms("CLP")
    before = lines(page(client, "partnerships:document", TRUST, forum.pk))
    assert "Not answered 7 of 7" in before["Terms of reference"]
    assert "Answer it" in before["Terms of reference"]
    typed = {"verdict-research": ["yes"], "text-research": "Section 3.", "verdict-plans": ["no"]}
    args = (TRUST, forum.pk, TERMS_OF_REFERENCE)
    sent = send(client, "partnerships:answer-document-checklist", *args, changes=typed)
    assert sent.status_code == 302
    assert "Section 3." in page(client, "partnerships:document-checklist", *args).text
    after = lines(page(client, "partnerships:document", TRUST, forum.pk))
    assert "2 of 7" in after["Terms of reference"]
    assert "Gaps 6 of 7" in after["Terms of reference"]
    other = lines(page(client, "partnerships:document", TRUST, partnership.pk))
    assert "Not answered" in other["Terms of reference"]
    again = {"verdict-plans": ["yes"], "text-plans": "Section 4."}
    send(client, "partnerships:answer-document-checklist", *args, changes=again)
    assert Checklist.objects.filter(document=forum).count() == 1
    history = page(client, "history:record", "partnerships.governancedocument", forum.pk).text
    assert "Answered a checklist" in history


def test_a_documents_answers_are_not_the_partnerships(cast: Cast) -> None:
    client, forum = signed_in(cast.lead_officer), terms("Open Forums")
    args = (TRUST, forum.pk, TERMS_OF_REFERENCE)
    typed = {"verdict-plans": ["no"]}
    send(client, "partnerships:answer-document-checklist", *args, changes=typed)
    kept = latest_checklists([forum.partnership_id])[forum.partnership_id]
    assert TERMS_OF_REFERENCE not in kept


def test_what_was_answered_for_the_whole_partnership_is_shown_as_that(cast: Cast) -> None:
    found = GovernanceDocument.objects.get(partnership__reference=WEST, kind="terms-of-reference")
    told = lines(page(signed_in(cast.scrutiny_member), "partnerships:document", WEST, found.pk))
    assert "7 of 7, as at 15 July 2005" in told["Terms of reference"]
    assert "None The partnership as a whole" in told["Terms of reference"]
    assert "Answer it" not in told["Terms of reference"]


def test_exit_is_answered_for_the_partnership_whichever_document_settles_it(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    agreement = GovernanceDocument.objects.get(
        partnership__reference=CES, kind="partnership-agreement"
    )
    shown = page(client, "partnerships:document", CES, agreement.pk)
    told = lines(shown)
    assert "4 of 4" in told["Exit arrangements"]
    assert set(told) == {"Exit arrangements", "Governing document", "Section 75 agreement"}
    args = [CES, agreement.pk, EXIT_ARRANGEMENTS]
    assert (
        client.get(f"/partnerships/{CES}/documents/{args[1]}/checklists/{args[2]}/").status_code
        == 404
    )
    service = GovernanceDocument.objects.get(partnership__reference=CES, kind="service-management")
    sheet = page(client, "partnerships:document-checklist", CES, service.pk, SERVICE_MANAGEMENT)
    assert len(sheet.find("tbody").find_all("tr")) == 6
