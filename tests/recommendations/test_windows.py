"""Does an update window ask once, keep what was answered in it, and say what is missing?"""

import csv
import io

import pytest
from django.db import IntegrityError, transaction

from govreg.core import clock
from govreg.core.history.change import change
from govreg.core.history.models import ChangeSet
from govreg.core.refusals import Refused
from recommendations.models import AgreedAction, ProgressUpdate, UpdateRequest, UpdateWindow
from recommendations.services import windows as services
from recommendations.services.claims import claim_completion
from recommendations.services.progress import save_draft, submit_update
from tests import uploads
from tests.outbox import work_off
from tests.people import signed_in

from .lines import iscb_plan, line
from .rounds import (
    SAID,
    figures,
    home,
    in_days,
    move_days,
    opened,
    planned,
    submit,
)

pytestmark = pytest.mark.django_db


def test_the_worker_opens_a_window_on_its_day_and_each_live_action_is_asked_once(cast):
    window = planned(cast, opens_in=2)
    work_off()
    assert UpdateRequest.objects.count() == 0
    window = move_days(window, -2)
    work_off()
    to_do = AgreedAction.objects.live().filter(state="agreed")
    assert set(window.requests.values_list("action_id", flat=True)) == set(
        to_do.values_list("pk", flat=True)
    )
    assert services.open_what_is_due(on=clock.today()) == 0
    assert window.requests.count() == to_do.count()
    with pytest.raises(Refused, match="asked already"):
        services.open_window(window=window, on=clock.today(), by=cast.auditor)
    by_worker = ChangeSet.objects.filter(verb="Opened an update window")
    assert [change_set.by for change_set in by_worker] == [None]


def test_an_answer_belongs_to_its_window_and_a_draft_stays_one(cast):
    window = opened(cast)
    action = iscb_plan()
    save_draft(action=action, values=SAID, on=clock.today(), by=cast.owner)
    before = figures(window, cast.partnerships_officer)
    assert (before.answered, before.drafts) == (0, 1)
    assert before.missing == before.asked
    submit(cast.owner)
    after = figures(window, cast.partnerships_officer)
    assert (after.answered, after.drafts, after.missing) == (1, 0, before.asked - 1)
    assert ProgressUpdate.objects.get().window == window
    told = signed_in(cast.scrutiny_member).get(home(window, "?answer=answered")).content.decode()
    assert "The plan was put to the ISCB." in told
    assert "With a draft" not in told


def test_a_draft_is_counted_and_never_quoted(cast):
    window = opened(cast)
    values = {**SAID, "narrative": "Half a thought"}
    save_draft(action=iscb_plan(), values=values, on=clock.today(), by=cast.owner)
    for who in (cast.partnerships_officer, cast.scrutiny_member, cast.auditor):
        assert "Half a thought" not in signed_in(who).get(home(window)).content.decode()


def test_a_late_answer_never_alters_a_closed_window(cast):
    window = opened(cast)
    submit(cast.owner, percent_complete=50)
    with in_days(20):
        submit(cast.owner, rating="at-risk", reason="A post is vacant.", percent_complete=60)
    with in_days(21):
        shut = figures(window, cast.auditor)
        content = signed_in(cast.auditor).get(home(window, "?answer=answered")).content.decode()
        assert "A post is vacant." in content
        late = submit(cast.owner, rating="late", reason="Too late.", percent_complete=10)
        mine = next(u for u in iscb_plan().updates.all() if u.window_id)
        corrected = submit_update(
            action=iscb_plan(),
            values={**SAID, "narrative": "Corrected afterwards"},
            on=clock.today(),
            by=cast.owner,
            corrects=mine,
        )
        other = line("leeds-2007", "9", "September 2007")
        submit(cast.owner, other)
        claim_completion(
            action=other,
            statement="Done.",
            on=clock.today(),
            by=cast.owner,
            uploads=[uploads.pdf()],
        )
        assert late.window is None
        assert corrected.window is None
        assert figures(window, cast.auditor) == shut
        again = signed_in(cast.auditor).get(home(window, "?answer=answered")).content.decode()
    for words in ("Too late.", "Corrected afterwards"):
        assert words not in again
    assert "A post is vacant." in again
    assert ">60<" in again


def test_a_claim_in_the_window_is_no_missing_answer(cast):
    submit(cast.owner)
    window = opened(cast)
    claim_completion(
        action=iscb_plan(),
        statement="Done.",
        on=clock.today(),
        by=cast.owner,
        uploads=[uploads.pdf()],
    )
    found = figures(window, cast.auditor)
    assert (found.claimed, found.answered) == (1, 0)
    assert found.missing == found.asked - 1


def test_a_correction_while_it_is_open_becomes_the_windows_answer(cast):
    window = opened(cast)
    first = submit(cast.owner)
    values = {**SAID, "rating": "late", "reason": "It rained."}
    later = submit_update(
        action=iscb_plan(), values=values, on=clock.today(), by=cast.owner, corrects=first
    )
    assert later.window == window
    content = signed_in(cast.auditor).get(home(window, "?answer=answered")).content.decode()
    assert "It rained." in content
    assert figures(window, cast.auditor).answered == 1


def test_an_update_answers_the_window_that_waits_and_closes_first(cast):
    first = opened(cast, "First")
    second = opened(cast, "Second")
    assert submit(cast.owner).window == first
    assert submit(cast.owner).window == second
    assert submit(cast.owner).window == first


def test_what_is_missing_is_listed_with_who_owes_it_and_in_the_file(cast):
    window = opened(cast)
    submit(cast.owner)
    officer = signed_in(cast.partnerships_officer)
    answer = officer.get(home(window, "?answer=missing&export=csv"))
    lines = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    place = next(n for n, row in enumerate(lines) if "Responsible" in row)
    head, rows = lines[place], [row for row in lines[place + 1 :] if row]
    assert len(rows) == figures(window, cast.partnerships_officer).missing
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["Answer"] for row in told} == {"Missing"}
    assert any("Officer C" in row["Responsible"] for row in told)
    assert {"Computed rating", "Direction of travel", "Officer’s rating"} <= set(head)
    narrowed = officer.get(home(window, "?answer=missing&owner=Officer+C")).content.decode()
    assert "Officer C" in narrowed
    assert "Area Manager (West)" not in narrowed.partition("</form>")[2]


def test_an_owner_sees_their_own_lines_and_nobody_elses_window(cast):
    planned(cast, "Later", opens_in=9)
    window = opened(cast)
    owner = signed_in(cast.owner)
    content = owner.get(home(window)).content.decode()
    others = line("leeds-2005", "2", "by June 2006").title
    assert iscb_plan().title[:60] in content
    assert others not in content
    assert figures(window, cast.owner).asked < figures(window, cast.auditor).asked
    assert "Later" not in owner.get("/update-windows/").content.decode()
    later = UpdateWindow.objects.get(name="Later")
    assert owner.get(home(later)).status_code == 404
    assert owner.get(home(window, "extend/")).status_code == 403


def test_the_direction_of_travel_compares_the_last_two_windows(cast):
    opened(cast, "First")
    submit(cast.owner, rating="late", reason="It rained.")
    with in_days(21):
        second = opened(cast, "Second")
        submit(cast.owner, rating="on-track")
        content = signed_in(cast.auditor).get(home(second, "?answer=answered")).content.decode()
    assert "Improved" in content


def test_nothing_is_asked_twice_when_two_workers_open_at_once(cast, monkeypatch):
    """Both have read that the window is due; one waits for the other at its lock."""
    window = planned(cast, opens_in=1)
    move_days(window, -1)
    real, opened_by_the_other = services.locked, []

    def wait_for_the_other(model, pk, **options):
        if not opened_by_the_other:
            opened_by_the_other.append(True)
            opened_by_the_other.append(services.open_what_is_due(on=clock.today()))
        return real(model, pk, **options)

    monkeypatch.setattr(services, "locked", wait_for_the_other)
    assert services.open_what_is_due(on=clock.today()) == 0
    assert opened_by_the_other[1] == 1
    to_do = AgreedAction.objects.live().filter(state="agreed")
    assert window.requests.count() == to_do.count()


def test_the_database_refuses_a_second_request_of_one_action(cast):
    window = opened(cast)
    twice = UpdateRequest(window=window, action=iscb_plan(), asked_on=clock.today())
    with pytest.raises(IntegrityError), transaction.atomic(), change(verb="Again", by=None):
        twice.save()


def test_the_page_of_an_update_says_which_window_it_answers(cast):
    window = opened(cast)
    content = signed_in(cast.owner).get(f"/actions/{iscb_plan().pk}/update/").content.decode()
    assert f"it answers the update window {window.name}" in content
