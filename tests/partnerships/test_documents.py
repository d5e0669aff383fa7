"""Are governance documents kept in versions, reviewed in time, and adopted partner by partner?"""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from partnerships.models import DocumentVersion, Organisation, Partnership
from partnerships.services.document_adoptions import add_adoptions, remove_adoption
from partnerships.services.document_versions import bring_into_force, withdraw_version
from partnerships.services.documents import record_document_review
from partnerships.services.organisations import add_organisation, merge_organisations
from tests import uploads
from tests.people import Cast, signed_in

from .board import board
from .pages import day, page, problems, read, send
from .papers import another_version, cells, present, recorded, terms_of_west

WEST, TRUST = "dp-west", "children-leeds"


def partnership(reference: str) -> Partnership:
    return Partnership.objects.get(reference=reference)


def test_a_new_version_in_force_supersedes_the_one_before_from_its_day(cast: Cast) -> None:
    client, terms = signed_in(cast.area_manager_west), terms_of_west()
    due = clock.today() + timedelta(days=300)
    typed = {
        "label": "2",
        "state": ["in-force"],
        "agreed_by": board().pk,
        **day("agreed_on", 1, 3, 2008),
        **day("start", 1, 4, 2008),
        **day("review_due", due.day, due.month, due.year),
        "files": [uploads.pdf("terms-2.pdf")],
    }
    sent = send(client, "partnerships:add-version", WEST, terms.pk, changes=typed)
    assert sent.status_code == 302, problems(sent)
    shown = " ".join(page(client, "partnerships:document", WEST, terms.pk).text.split())
    assert "Agreed by Executive group on 1 March 2008. In force from 1 April 2008." in shown
    assert "It superseded version as reviewed." in shown
    assert "In force until 31 March 2008." in shown
    assert "terms-2.pdf" in shown
    states = dict(terms.versions.values_list("label", "state"))
    assert states == {"2": "in-force", "as reviewed": "superseded"}
    terms.refresh_from_db()
    assert terms.review_due == due
    history = page(client, "history:record", "partnerships.governancedocument", terms.pk).text
    assert "Added a version" in history


def test_a_draft_is_agreed_comes_into_force_and_is_withdrawn_step_by_step(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    memorandum = recorded(by=cast.area_manager_west, state="draft")
    draft = memorandum.versions.get()
    args = (WEST, memorandum.pk, draft.pk)
    early = client.get(reverse("partnerships:version-in-force", args=args))
    assert early.status_code == 403
    assert "Record first who agreed this version" in read(early).text
    nobody = send(client, "partnerships:agree-version", *args)
    assert "Say which body agreed the version" in problems(nobody)
    undated = send(client, "partnerships:agree-version", *args, changes={"agreed_by": board().pk})
    assert "Give the date on which it was agreed" in problems(undated)
    typed = {"agreed_by": board().pk, **day("agreed_on", 1, 6, 2007)}
    assert send(client, "partnerships:agree-version", *args, changes=typed).status_code == 302
    assert cells(WEST, "memorandum", date(2007, 7, 1)) == {"": ["Memorandum"]}
    assert cells(WEST, "memorandum", date(2007, 5, 31)) == {}
    typed = day("start", 1, 7, 2007)
    assert send(client, "partnerships:version-in-force", *args, changes=typed).status_code == 302
    unsaid = send(client, "partnerships:withdraw-version", *args)
    assert "withdrawn" in problems(unsaid)
    typed = {"reason": "The partners left."}
    assert send(client, "partnerships:withdraw-version", *args, changes=typed).status_code == 302
    shown = page(client, "partnerships:document", WEST, memorandum.pk).text
    assert "Withdrawn: The partners left." in shown
    assert cells(WEST, "memorandum", date(2007, 7, 1)) == {"": ["Memorandum"]}
    assert cells(WEST, "memorandum", clock.today() + timedelta(days=1)) == {}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"label": "as reviewed"}, "is already recorded"),
        ({"state": ["in-force"], "agreed_in_words": "Agreed."}, "Say from which day"),
        ({"agreed_in_words": "Agreed."}, "so it is no draft"),
        ({"state": ["agreed"]}, "Say which body agreed"),
        (day("dated", 1, 1, 2150), "The date on it, 1 January 2150, is too far ahead"),
        (
            {"state": ["in-force"], "agreed_in_words": "Agreed."}
            | day("agreed_on", 1, 3, 2008)
            | day("start", 1, 2, 2008),
            "agreed on 1 March 2008, so it cannot have been in force from 1 February 2008",
        ),
        (
            {"state": ["in-force"], "agreed_in_words": "Agreed."}
            | day("start", 1, 2, 2008)
            | day("review_due", 1, 2, 2008),
            "in force from 1 February 2008. Give a later day",
        ),
        ({"files": [uploads.picture_called_pdf()]}, "is not what its name says"),
    ],
)
def test_what_cannot_be_a_version_is_refused_in_words(cast: Cast, changes, sentence) -> None:
    client, terms = signed_in(cast.area_manager_west), terms_of_west()
    typed = {"label": "2", **changes}
    sent = send(client, "partnerships:add-version", WEST, terms.pk, changes=typed)
    assert sentence in problems(sent)
    assert terms.versions.count() == 1


def test_a_version_cannot_begin_before_the_one_it_supersedes(cast: Cast) -> None:
    by = cast.area_manager_west
    memorandum = recorded(by=by)
    second = another_version(memorandum, "2", by=by, state="agreed")
    with pytest.raises(Refused, match="must be in force from a later day"):
        bring_into_force(version=second, start=date(2007, 7, 1), by=by)
    with pytest.raises(Refused, match="agreed on 1 June 2007, so it cannot"):
        bring_into_force(version=second, start=date(2007, 5, 31), by=by)
    with pytest.raises(Refused, match="is still to come"):
        bring_into_force(version=second, start=clock.today() + timedelta(days=1), by=by)
    bring_into_force(version=second, start=date(2007, 8, 1), by=by)
    first = DocumentVersion.objects.get(document=memorandum, label="1")
    assert (first.state, first.end) == ("superseded", date(2007, 7, 31))
    with pytest.raises(Refused, match="has ended already"):
        withdraw_version(version=first, because="Late", by=by)


def test_correcting_the_first_day_moves_the_last_day_before(cast: Cast) -> None:
    by, client = cast.area_manager_west, signed_in(cast.area_manager_west)
    memorandum = recorded(by=by)
    second = another_version(memorandum, "2", by=by, state="in-force", start=date(2007, 9, 1))
    args = (WEST, memorandum.pk, second.pk)
    typed = {**day("start", 1, 8, 2007), "reason": "Mistyped.", "files": [uploads.pdf()]}
    assert send(client, "partnerships:correct-version", *args, changes=typed).status_code == 302
    first = DocumentVersion.objects.get(document=memorandum, label="1")
    assert first.end == date(2007, 7, 31)
    assert second.files.count() == 1


def test_partners_adopt_a_version_several_at_once_and_the_rest_are_named(cast: Cast) -> None:
    client, memorandum = signed_in(cast.area_manager_west), recorded(by=cast.area_manager_west)
    asked = page(client, "partnerships:add-adoptions", WEST, memorandum.pk)
    offered = asked.find_all("input", attrs={"name": "organisations"})
    members = set(partnership(WEST).memberships.values_list("organisation", flat=True))
    assert {int(box["value"]) for box in offered} == members
    police = Organisation.objects.get(name="West Yorkshire Police")
    council = Organisation.objects.get(name="Leeds City Council")
    typed = {"organisations": [police.pk, council.pk], **day("adopted_on", 1, 1, 2007)}
    args = (WEST, memorandum.pk)
    early = send(client, "partnerships:add-adoptions", *args, changes=typed)
    assert "cannot have adopted it before" in problems(early)
    typed |= {**day("adopted_on", 2, 9, 2007), "signed_by": "Chief Superintendent"}
    assert send(client, "partnerships:add-adoptions", *args, changes=typed).status_code == 302
    shown = " ".join(page(client, "partnerships:document", *args).find("main").text.split())
    assert "adopted by 2 partners" in shown
    signature = "West Yorkshire Police, 2 September 2007, signed by Chief Superintendent"
    assert signature in shown
    history = page(client, "history:record", "partnerships.governancedocument", memorandum.pk)
    assert "Chief Superintendent" in history.text
    assert f"Members that have not adopted it: {len(members) - 2}" in shown
    version = present(memorandum)
    with pytest.raises(Refused, match="has adopted this version already"):
        add_adoptions(version=version, organisations=[police], adopted_on=None, by=None)
    one = version.adoptions.get(organisation=police)
    typed = {"reason": "Mistaken."}
    sent = send(client, "partnerships:remove-adoption", *args, one.pk, changes=typed)
    assert sent.status_code == 302
    assert version.adoptions.count() == 1


def test_a_new_version_is_adopted_anew(cast: Cast) -> None:
    by = cast.area_manager_west
    memorandum = recorded(by=by)
    police = Organisation.objects.get(name="West Yorkshire Police")
    version = present(memorandum)
    add_adoptions(version=version, organisations=[police], adopted_on=None, by=by)
    another_version(memorandum, "2", by=by, state="in-force", start=date(2008, 1, 1))
    shown = page(signed_in(by), "partnerships:document", WEST, memorandum.pk).find("main").text
    assert "No partner is recorded as having adopted version 2" in shown


def test_two_records_of_an_organisation_that_both_adopted_are_not_merged_yet(cast: Cast) -> None:
    memorandum = recorded(by=cast.area_manager_west)
    two = [
        add_organisation(values={"name": name, "sector": "public"}, by=None)
        for name in ("Twice", "Twice again")
    ]
    version = present(memorandum)
    add_adoptions(version=version, organisations=two, adopted_on=None, by=None)
    merge = {"duplicate": two[0], "into": two[1], "by": cast.administrator, "reason": "Twice"}
    with pytest.raises(Refused, match="Both are recorded to have adopted “Memorandum”, version 1"):
        merge_organisations(**merge)
    remove_adoption(adoption=version.adoptions.get(organisation=two[0]), by=None, reason="Twice")
    merge_organisations(**merge)
    assert version.adoptions.get().organisation == two[1]


def test_a_review_sets_the_next_date_and_the_list_finds_what_is_overdue(cast: Cast) -> None:
    by, client = cast.area_manager_west, signed_in(cast.area_manager_west)
    terms = terms_of_west()
    today = clock.today()
    typed = {
        **day("reviewed_on", 1, 2, 2008),
        "by_whom": "Annual general meeting",
        "outcome": "No change.",
        **day("next_due", 1, 1, 2008),
    }
    args = (WEST, terms.pk)
    refused = send(client, "partnerships:review-document", *args, changes=typed)
    assert "must be later" in problems(refused)
    terms.review_due = date(2008, 1, 1)
    with change(verb="Test", by=by):
        terms.save()
    open_still = send(client, "partnerships:review-document", *args, changes=undated(typed))
    assert "Say when it is to be reviewed next, or that no date is fixed" in problems(open_still)
    typed |= day("next_due", 1, 2, 2009)
    assert send(client, "partnerships:review-document", *args, changes=typed).status_code == 302
    shown = page(client, "partnerships:document", *args).text
    assert "Annual general meeting" in shown
    assert "Review overdue" in shown
    overdue = page(client, "partnerships:documents", review="overdue", kind="terms-of-reference")
    assert len(overdue.find("tbody").find_all("tr")) == 1
    record_document_review(
        document=terms,
        reviewed_on=today,
        by_whom="Board",
        outcome="Kept.",
        next_due=today + timedelta(days=5),
        by=by,
    )
    soon = page(client, "partnerships:documents", review="soon")
    assert "Review due soon" in soon.find("tbody").text


def test_a_review_without_a_next_date_keeps_the_date_or_says_that_none_is_fixed(
    cast: Cast,
) -> None:
    client, terms = signed_in(cast.area_manager_west), terms_of_west()
    terms.review_due = due = clock.today() + timedelta(days=30)
    with change(verb="Test", by=cast.area_manager_west):
        terms.save()
    typed = {**day("reviewed_on", 1, 2, 2008), "by_whom": "Board", "outcome": "No change."}
    args = ("partnerships:review-document", WEST, terms.pk)
    assert send(client, *args, changes=typed).status_code == 302
    terms.refresh_from_db()
    assert terms.review_due == due
    assert terms.reviews.get().next_due == due
    both = {**typed, "no_date": "on", **day("next_due", 1, 2, 2100)}
    assert "Choose one of them" in problems(send(client, *args, changes=both))
    assert send(client, *args, changes={**typed, "no_date": "on"}).status_code == 302
    terms.refresh_from_db()
    assert terms.review_due is None


def undated(typed: dict) -> dict:
    return {**typed, **day("next_due", "", "", "")}


def test_the_register_wide_list_is_filtered_and_exported(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    recorded(TRUST, by=cast.partnerships_officer, state="draft")
    address = reverse("partnerships:documents")
    trust = partnership(TRUST).pk
    sent = client.get(address, {"export": "csv", "partnership": trust, "state": "draft"})
    text = b"".join(sent.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[:5] for row in rows[1:]] == [
        [
            "Memorandum",
            "Children Leeds",
            "The whole partnership",
            "Memorandum of understanding",
            "Draft",
        ]
    ]
    manager = page(signed_in(cast.area_manager_west), "partnerships:documents")
    assert "Children Leeds" not in manager.find("main").text
