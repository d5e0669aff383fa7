"""Are a document's files found by what they say, by those alone who may read them?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from govreg.core.accounts.models import AccessLogEntry
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from govreg.core.search.index import renew_holding
from govreg.core.search.models import FileText
from partnerships.models import DocumentFile, GovernanceDocument
from partnerships.services.document_versions import correct_version, withdraw_version
from tests.core.search.test_reading import pdf
from tests.people import Cast, signed_in

from .pages import page, problems, read, send
from .papers import another_version, docx, odt, present, recorded

WEST = "dp-west"


def found(client: Client, words: str) -> str:
    return read(client.get("/search/", {"words": words})).find("main").text


def attached(document: GovernanceDocument) -> DocumentFile:
    return DocumentFile.objects.get(of__document=document)


@pytest.mark.parametrize(
    "upload",
    [
        docx("The zebra clause", name="terms.docx"),
        odt("The zebra clause", name="terms.odt"),
        SimpleUploadedFile("terms.pdf", pdf("The zebra clause")),
    ],
    ids=["docx", "odt", "pdf"],
)
def test_a_document_is_found_by_the_text_inside_its_files(cast: Cast, upload) -> None:
    upload.seek(0)
    recorded(by=cast.area_manager_west, uploads=[upload])
    for person in (cast.area_manager_west, cast.scrutiny_member):
        assert f"{upload.name}, Memorandum" in found(signed_in(person), "clause ZEBRA")
    elsewhere = found(signed_in(cast.area_manager_east), "zebra")
    assert "Nothing that you may see" in elsewhere


def test_a_document_is_found_by_its_title(cast: Cast) -> None:
    client = signed_in(cast.scrutiny_member)
    assert "Section 31 Partnership Agreement, " in found(client, "section 31 agreement")


def test_only_the_present_version_is_found(cast: Cast) -> None:
    by, client = cast.area_manager_west, signed_in(cast.area_manager_west)
    memorandum = recorded(by=by, uploads=[docx("zebra")])
    draft = another_version(memorandum, "2", by=by, uploads=[docx("giraffe", name="2.docx")])
    assert "terms.docx" in found(client, "zebra")
    assert "2.docx" not in found(client, "giraffe")
    withdraw_version(version=present(memorandum), because="Ended.", by=by)
    assert "terms.docx" not in found(client, "zebra")
    assert "2.docx" in found(client, "giraffe")
    assert draft.files.count() == 1


def test_exempt_files_are_neither_found_nor_sent_nor_named_to_others(cast: Cast) -> None:
    by = cast.area_manager_west
    memorandum = recorded(by=by, uploads=[docx("zebra", name="secret-terms.docx")], exempt=True)
    file = attached(memorandum)
    address = reverse("partnerships:document-file", args=[WEST, memorandum.pk, file.pk])
    member, auditor = signed_in(cast.scrutiny_member), signed_in(cast.auditor)
    assert "Nothing that you may see" in found(member, "zebra")
    assert "Nothing that you may see" in found(member, "secret terms")
    assert member.get(address).status_code == 404
    shown = page(member, "partnerships:document", WEST, memorandum.pk).text
    assert "secret-terms" not in shown
    assert "exempt from publication. Your role does not show them" in shown
    history = page(member, "history:record", "partnerships.governancedocument", memorandum.pk)
    assert "Added a document" in history.text
    assert "secret-terms" not in history.text
    assert "secret-terms.docx, Memorandum" in found(auditor, "zebra")
    assert auditor.get(address).status_code == 200
    assert "secret-terms" not in AccessLogEntry.objects.latest("pk").detail
    whole = page(auditor, "history:record", "partnerships.governancedocument", memorandum.pk)
    assert "secret-terms" in whole.text


def test_what_becomes_exempt_is_found_no_more(cast: Cast) -> None:
    by = cast.area_manager_west
    version = present(recorded(by=by, uploads=[docx("zebra")]))
    values = {"exempt": True}
    correct_version(version=version, seen=version.version, values=values, by=by, reason="Exempt")
    assert "Nothing that you may see" in found(signed_in(cast.scrutiny_member), "zebra")


def test_nobody_elses_files_are_taken_or_read(cast: Cast) -> None:
    with pytest.raises(Refused, match="not change them"):
        recorded(by=cast.area_manager_east, uploads=[docx("zebra")])
    assert FileText.objects.count() == 0


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (SimpleUploadedFile("a.pdf", pdf("x", password="p")), "protected by a password"),
        (SimpleUploadedFile("a.pdf", pdf("")), "seems to have been scanned"),
        (SimpleUploadedFile("a.csv", b"a,b\n"), "only PDF, Word (.docx)"),
    ],
    ids=["protected", "scanned", "another kind"],
)
def test_a_file_whose_text_is_not_searched_is_kept_and_says_why(
    cast: Cast, upload, sentence
) -> None:
    upload.seek(0)
    memorandum = recorded(by=cast.area_manager_west, uploads=[upload])
    shown = page(signed_in(cast.scrutiny_member), "partnerships:document", WEST, memorandum.pk)
    assert upload.name in shown.text
    assert sentence in shown.text
    address = reverse(
        "partnerships:document-file", args=[WEST, memorandum.pk, attached(memorandum).pk]
    )
    assert signed_in(cast.scrutiny_member).get(address).status_code == 200


def test_a_file_of_twenty_megabytes_is_refused_in_words(cast: Cast) -> None:
    client, memorandum = signed_in(cast.area_manager_west), recorded(by=cast.area_manager_west)
    large = SimpleUploadedFile("large.pdf", b"%PDF-" + b"x" * (20 * 1024 * 1024))
    typed = {"label": "2", "files": [large]}
    sent = send(client, "partnerships:add-version", WEST, memorandum.pk, changes=typed)
    assert "“large.pdf” is larger than 10 MB. Make it smaller, or split it." in problems(sent)
    assert "Choose your files again: large.pdf" in problems(sent)
    assert memorandum.versions.count() == 1


def test_the_entry_of_a_file_is_made_again_from_what_was_read(cast: Cast) -> None:
    recorded(by=cast.area_manager_west, uploads=[docx("zebra")])
    with change(verb="Renewed the index", by=None):
        assert renew_holding("zebra") == 1
    assert "terms.docx" in found(signed_in(cast.scrutiny_member), "zebra")
