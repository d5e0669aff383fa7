"""Are files of an engagement attached, and read by those alone who may?"""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from govreg.core.accounts.models import AccessLogEntry
from govreg.core.refusals import Refused
from partnerships.models import EngagementFile
from partnerships.services.engagement import withdraw_engagement
from partnerships.services.engagement_files import attach_files, change_publication, withdraw_file
from tests.people import Cast, signed_in

from .pages import page, problems, read, send
from .test_engagement import TRUST, WEST, entry

ENTRY, FILE = "partnerships:engagement-entry", "partnerships:engagement-file"
ATTACH = "partnerships:attach-engagement-files"
WITHDRAW = "partnerships:withdraw-engagement-file"
PUBLICATION = "partnerships:engagement-file-publication"


def table(name: str = "answers.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"question,answer\n", content_type="text/csv")


def attached(cast: Cast, reference: str = WEST, **given: Any) -> EngagementFile:
    values: dict[str, Any] = {"exempt": False, "paragraph": "", **given}
    (file,) = attach_files(
        engagement=entry(cast, reference), uploads=[table()], by=cast.partnerships_officer, **values
    )
    return file


def address(file: EngagementFile) -> str:
    return reverse(FILE, args=[file.of.partnership.reference, file.of_id, file.pk])


def test_an_officer_attaches_files_which_readers_of_the_partnership_open(cast: Cast) -> None:
    logged, client = entry(cast, WEST), signed_in(cast.partnerships_officer)
    none = send(client, ATTACH, WEST, logged.pk)
    assert "Choose a file" in problems(none)
    typed = {"files": [table("one.csv"), table("two.csv")]}
    assert send(client, ATTACH, WEST, logged.pk, changes=typed).status_code == 302
    reader = signed_in(cast.area_manager_west)
    shown = page(reader, ENTRY, WEST, logged.pk)
    answer = reader.get(shown.find("a", string="one.csv")["href"])
    assert b"".join(answer.streaming_content) == b"question,answer\n"
    assert "one.csv" in AccessLogEntry.objects.latest("pk").detail
    assert shown.find("a", string="two.csv")
    assert not shown.find("a", string="Attach files")
    assert (
        signed_in(cast.area_manager_east)
        .get(reverse(FILE, args=[WEST, logged.pk, EngagementFile.objects.first().pk]))
        .status_code
        == 404
    )


def test_wests_area_manager_does_not_fetch_anothers_file_by_its_address(cast: Cast) -> None:
    own, others = attached(cast), attached(cast, TRUST)
    west = signed_in(cast.area_manager_west)
    assert west.get(address(own)).status_code == 200
    assert west.get(address(others)).status_code == 404
    through = reverse(FILE, args=[WEST, own.of_id, others.pk])
    assert west.get(through).status_code == 404


def test_an_exempt_file_is_neither_sent_nor_named_to_others(cast: Cast) -> None:
    file = attached(cast, exempt=True, paragraph="2")
    member, auditor = signed_in(cast.scrutiny_member), signed_in(cast.auditor)
    assert member.get(address(file)).status_code == 404
    shown = page(member, ENTRY, WEST, file.of_id).text
    assert "answers.csv" not in shown
    assert "Files of this entry are exempt from publication" in shown
    history = f"/history/partnerships.engagement/{file.of_id}/"
    assert "answers.csv" not in member.get(history).text
    assert "answers.csv" in auditor.get(history).text
    assert "answers.csv" in page(auditor, ENTRY, WEST, file.of_id).text
    assert auditor.get(address(file)).status_code == 200
    assert "answers.csv" not in AccessLogEntry.objects.latest("pk").detail


def test_a_file_is_kept_from_publication_later_under_its_paragraph(cast: Cast) -> None:
    file = attached(cast)
    member, officer = signed_in(cast.scrutiny_member), signed_in(cast.partnerships_officer)
    assert member.get(address(file)).status_code == 200
    args = (WEST, file.of_id, file.pk)
    typed = {"exempt": "on", "reason": "Names are in it."}
    bare = send(officer, PUBLICATION, *args, changes=typed)
    assert "Choose the paragraph of Schedule 12A" in problems(bare)
    assert "Names are in it." in bare.text
    typed["exempt_paragraph"] = "2"
    assert send(officer, PUBLICATION, *args, changes=typed).status_code == 302
    assert member.get(address(file)).status_code == 404
    again = read(officer.get(f"/history/partnerships.engagement/{file.of_id}/")).text
    assert "Names are in it." in again


def test_a_file_attached_in_error_is_withdrawn_with_its_reason_and_opened_by_few(
    cast: Cast,
) -> None:
    file = attached(cast)
    args = (WEST, file.of_id, file.pk)
    member, keeper = signed_in(cast.scrutiny_member), signed_in(cast.partnerships_officer)
    assert member.get(address(file)).status_code == 200
    assert "Why is it withdrawn" in problems(send(keeper, WITHDRAW, *args, changes={"reason": ""}))
    given = {"reason": "It was the draft with names."}
    assert send(keeper, WITHDRAW, *args, changes=given).status_code == 302
    assert member.get(address(file)).status_code == 404
    for reader in (keeper, signed_in(cast.auditor)):
        assert b"".join(reader.get(address(file)).streaming_content) == b"question,answer\n"
    for reader in (member, keeper):
        shown = page(reader, ENTRY, WEST, file.of_id)
        assert "answers.csv" in shown.text
        assert "It was the draft with names." in shown.text
    assert not page(member, ENTRY, WEST, file.of_id).find("a", string="answers.csv")
    history = read(keeper.get(f"/history/partnerships.engagement/{file.of_id}/")).text
    assert "Withdrew a file of an engagement" in history
    again = keeper.get(reverse(WITHDRAW, args=args))
    assert again.status_code == 403
    assert "was withdrawn and stays as it is" in again.text
    assert EngagementFile.objects.get(pk=file.pk).file == file.file, "the bytes are kept"


def test_a_withdrawn_file_may_become_exempt_and_never_open_again(cast: Cast) -> None:
    file, officer = attached(cast), cast.partnerships_officer
    known: dict[str, Any] = {"file": file, "version": file.version}
    with pytest.raises(Refused, match="Say why"):
        withdraw_file(**known, by=officer, reason=" ")
    with pytest.raises(Refused, match="keep"):
        withdraw_file(**known, by=cast.area_manager_east, reason="It is not mine.")
    file = withdraw_file(**known, by=officer, reason="It was the draft with names.")
    how: dict[str, Any] = {"by": officer, "reason": "The name says whose it is."}
    file = change_publication(file=file, version=file.version, exempt=True, paragraph="1", **how)
    with pytest.raises(Refused, match="stays exempt"):
        change_publication(file=file, version=file.version, exempt=False, paragraph="", **how)


def test_nothing_is_attached_by_strangers_or_to_what_was_withdrawn(cast: Cast) -> None:
    logged = entry(cast, WEST)
    given: dict[str, Any] = {"uploads": [table()], "exempt": False, "paragraph": ""}
    with pytest.raises(Refused, match="not change it"):
        attach_files(engagement=logged, by=cast.area_manager_west, **given)
    with pytest.raises(Refused, match="at least one file"):
        attach_files(engagement=logged, by=cast.partnerships_officer, **{**given, "uploads": []})
    withdraw_engagement(
        engagement=logged, version=logged.version, by=cast.partnerships_officer, reason="Twice."
    )
    with pytest.raises(Refused, match="withdrawn"):
        attach_files(engagement=logged, by=cast.partnerships_officer, **given)
    assert not EngagementFile.objects.exists()
