"""Can updates be filled in on a sheet away from the register and come back line by line?"""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from govreg.core import clock
from recommendations.models import ProgressUpdate
from tests.partnerships.pages import read
from tests.partnerships.sheet_files import confirmed, file_of, rows_of, words
from tests.people import Cast, signed_in

from .lines import iscb_plan
from .rounds import in_days, opened, submit

pytestmark = pytest.mark.django_db
HOME = "/actions/updates-by-spreadsheet/"
SAID = {"Rating": "On track", "What has been done": "The plan went to the ISCB."}


def taken_out(client: Any, form: str = "csv", query: str = "") -> bytes:
    answer = client.get(f"{HOME}file/{form}/?{query}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def sent(client: Any, content: bytes, form: str = "csv") -> Any:
    return client.post(HOME, {"file": SimpleUploadedFile(f"filled.{form}", content)})


def of_plan(rows: list[dict[str, str]]) -> dict[str, str]:
    return next(row for row in rows if row["Reference"] == str(iscb_plan().pk))


def filled(client: Any, form: str = "csv", content: bytes = b"", **typed: str) -> tuple[str, Any]:
    """Fill in the line of the ISCB's plan, and return the preview's address and page."""
    rows = rows_of(content or taken_out(client, form), form)
    of_plan(rows).update(typed or SAID)
    answer = sent(client, file_of(rows, form), form)
    assert answer.status_code == 302, read(answer).get_text()
    return answer.url, read(client.get(answer.url))


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_a_filled_line_becomes_an_update_and_a_blank_one_none(cast: Cast, form: str) -> None:
    client = signed_in(cast.owner)
    before = ProgressUpdate.objects.count()
    where, page = filled(client, form)
    assert "The plan went to the ISCB." in words(page)
    assert ProgressUpdate.objects.count() == before
    answer = confirmed(client, where, page)
    assert answer.status_code == 302
    [update] = iscb_plan().updates.all()
    assert ProgressUpdate.objects.count() == before + 1
    assert (update.by, update.rating, update.narrative) == (
        cast.owner,
        "on-track",
        "The plan went to the ISCB.",
    )
    assert update.submitted_on == clock.today()


def test_an_update_says_when_it_was_written_and_counts_from_today(cast: Cast) -> None:
    client = signed_in(cast.owner)
    written = clock.today() - timedelta(days=3)
    where, page = filled(client, **SAID, **{"Date of update": written.isoformat()})
    confirmed(client, where, page)
    update = iscb_plan().updates.get()
    assert (update.begun_on, update.submitted_on) == (written, clock.today())


def test_every_fault_is_told_by_its_line_at_once_and_nothing_is_written(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    rows = rows_of(taken_out(client))
    rows[0].update(SAID | {"Rating": "Late"})
    rows[1].update(SAID | {"Due date": "1 January 2031"})
    rows[2].update(SAID | {"Date of update": "5/9/" + "2" * 30})
    rows[3].update(SAID | {"Rating": ""})
    rows[4].update(SAID | {"Per cent complete": "101"})
    rows[5].update(SAID | {"Date of update": (clock.today() + timedelta(days=1)).isoformat()})
    rows.append(dict(rows[6]))
    rows.append({**rows[7], "Reference": "999999999", **SAID})
    rows.append({**rows[7], "Reference": "", **SAID})
    page = read(client.get(sent(client, file_of(rows)).url))
    said = words(page)
    for line, sentence in (
        (2, "Say why the action is late."),
        (3, "It cannot be changed here: put it back, or download the sheet again."),
        (4, "is no date"),
        (5, "“Rating” must be filled in."),
        (6, "Give a whole number from 0 to 100 per cent."),
        (7, "The date of the update is still to come."),
        (len(rows) - 1, "Line 8 has the same reference."),
        (len(rows), "The reference 999999999 is that of no agreed action"),
        (len(rows) + 1, "“Reference” is empty."),
    ):
        row = next(tr for tr in page.select("tbody tr") if tr.th.text == str(line))
        assert sentence in row.get_text(), (line, row.get_text())
    assert "Import all of these" not in said
    assert not ProgressUpdate.objects.filter(narrative=SAID["What has been done"]).exists()


def test_an_update_by_another_since_the_download_is_told_and_not_overwritten(cast: Cast) -> None:
    client = signed_in(cast.owner)
    content = taken_out(client)
    submit(cast.partnerships_officer)
    _where, page = filled(client, content=content)
    assert "updated since this sheet was made" in words(page)
    rows = rows_of(content)
    answer = sent(client, file_of(rows))
    page = words(read(client.get(answer.url)))
    assert "There is nothing to add" in page


def test_an_update_between_preview_and_import_stops_it(cast: Cast) -> None:
    client = signed_in(cast.owner)
    where, page = filled(client)
    submit(cast.partnerships_officer)
    answer = confirmed(client, where, page)
    assert "Nothing was imported" in read(answer).get_text()
    assert iscb_plan().updates.count() == 1


def test_the_action_of_another_is_refused_by_line(cast: Cast) -> None:
    content = taken_out(signed_in(cast.partnerships_officer))
    assert str(iscb_plan().pk) in {row["Reference"] for row in rows_of(content)}
    client = signed_in(cast.auditor)
    assert rows_of(taken_out(client)) == []
    _where, page = filled(client, content=content)
    assert "Progress is recorded by those responsible for the action" in words(page)
    hidden = signed_in(cast.other_owner)
    _where, page = filled(hidden, content=content)
    assert "or of one that is not for you to read" in words(page)


def test_an_answer_belongs_to_the_open_window_and_a_late_one_to_none(cast: Cast) -> None:
    window = opened(cast)
    client = signed_in(cast.owner)
    content = taken_out(client)
    assert of_plan(rows_of(content))["Update window"] == window.name
    with in_days(60):
        where, page = filled(client, content=content)
        assert "takes no answers any more" in words(page)
    where, page = filled(client, content=content)
    confirmed(client, where, page)
    assert iscb_plan().updates.get().window == window


def test_the_sheet_of_an_earlier_window_is_refused(cast: Cast) -> None:
    opened(cast, "Autumn")
    client = signed_in(cast.owner)
    content = taken_out(client)
    with in_days(60):
        opened(cast, "Winter")
        _where, page = filled(client, content=content)
    assert "The sheet was made for “Autumn”" in words(page)


def test_an_own_draft_is_not_lost(cast: Cast) -> None:
    from recommendations.services.progress import save_draft

    save_draft(
        action=iscb_plan(),
        values={"rating": "on-track", "narrative": "Begun", "reason": ""},
        on=clock.today(),
        by=cast.owner,
    )
    _where, page = filled(signed_in(cast.owner))
    assert "You have a draft of an update of this action" in words(page)


def test_a_file_that_is_no_such_sheet_is_told_so(cast: Cast) -> None:
    client = signed_in(cast.owner)
    wrong = sent(client, b"Organisation,Role\nA,Chair\n")
    assert "This is another sheet: its first line has no heading “Reference”" in words(read(wrong))
    locked = sent(client, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "xlsx")
    assert "protected by a password" in words(read(locked))


def test_the_list_and_its_filters_choose_the_lines(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    everything = rows_of(taken_out(client))
    some = rows_of(taken_out(client, query="words=exit"))
    assert 0 < len(some) < len(everything)
    page = client.get("/actions/?words=exit")
    link = read(page).find("a", string="Updates by spreadsheet for what is listed")
    assert link["href"] == f"{reverse('recommendations:update-sheet')}?words=exit"
    assert f"{len(some)} now" in words(read(client.get(link["href"])))
    assert "mine=1" in str(read(signed_in(cast.owner).get("/actions/mine/")).main)
