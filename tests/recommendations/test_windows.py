"""Does an update window ask once, keep what was answered in it, and say what is missing?"""

import csv
import io
from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.history.change import change
from govreg.core.history.models import ChangeSet
from govreg.core.refusals import Refused
from recommendations.models import AgreedAction, ProgressUpdate, UpdateRequest, UpdateWindow
from recommendations.queries.windows import figures_of
from recommendations.rules.windows import days_of, refusal_of_days, state_of
from recommendations.services import windows as services
from recommendations.services.claims import claim_completion
from recommendations.services.progress import save_draft, submit_update
from tests import uploads
from tests.outbox import work_off
from tests.people import signed_in

from .lines import iscb_plan, line
from .rounds import COMMITTEE, asked, boxes, opened, planned

pytestmark = pytest.mark.django_db
SAID = {"rating": "on-track", "narrative": "The plan was put to the ISCB.", "reason": ""}


def in_days(days: int):
    """Set the register's clock to noon of a later day."""
    day = clock.day_of(clock.true_now()) + timedelta(days=days)
    return clock.set_to(datetime.combine(day, time(12), tzinfo=clock.LONDON))


def submit(by, action=None, **changes) -> ProgressUpdate:
    found = action or iscb_plan()
    values = {**SAID, **changes}
    return submit_update(action=found, values=values, on=clock.today(), by=by)


def figures(window, user):
    is_open = state_of(window, on=clock.today()) == "open"
    return figures_of(window, user=user, is_open=is_open)


def home(window, verb: str = "") -> str:
    return f"/update-windows/{window.pk}/{verb}"


def test_several_windows_are_planned_in_one_step(cast):
    officer = signed_in(cast.partnerships_officer)
    today = clock.today()
    days = [today + timedelta(days=offset) for offset in (60, 150, 240)]
    typed = {
        "name": "Progress",
        "committee": COMMITTEE,
        "dates": "\n".join(f"{day:%-d %B %Y}" for day in reversed(days)),
        "opens_before": "30",
        "closes_before": "7",
    }
    assert officer.post("/update-windows/plan/", typed).status_code == 302
    made = list(UpdateWindow.objects.order_by("committee_date"))
    assert [window.committee_date for window in made] == days
    assert [(w.opens, w.closes) for w in made] == [
        days_of(day, opens_before=30, closes_before=7) for day in days
    ]
    assert made[0].name == f"Progress, {days[0]:%-d %B %Y}"
    listed = officer.get("/update-windows/").content.decode()
    assert all(window.name in listed for window in made)
    assert UpdateRequest.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"dates": "3 November 2099\nnext Tuesday"}, "“next Tuesday” is not a day"),
        ({"dates": "3 November 2099\n3/11/2099\n2099-11-03"}, "given twice"),
        ({"dates": "3 November 2006"}, "would have closed on 27 October 2006"),
        ({"opens_before": "5"}, "must open before it closes"),
        ({"committee": ""}, "There is a problem"),
    ],
)
def test_a_plan_that_cannot_be_kept_says_why_and_plans_nothing(cast, changes, sentence):
    typed = {
        "name": "Progress",
        "committee": COMMITTEE,
        "dates": "3 November 2099",
        "opens_before": "30",
        "closes_before": "7",
        **changes,
    }
    answer = signed_in(cast.partnerships_officer).post("/update-windows/plan/", typed)
    content = answer.content.decode()
    assert sentence in content
    assert "Progress" in content
    assert UpdateWindow.objects.count() == 0


def test_days_out_of_order_are_refused():
    today = clock.today()

    def code(opens: int, closes: int, committee: int) -> str:
        given = {"opens": opens, "closes": closes, "committee_date": committee}
        days = {name: today + timedelta(days=offset) for name, offset in given.items()}
        refusal = refusal_of_days(**days, on=today)
        return refusal.code if refusal else ""

    assert code(0, 0, 0) == ""
    assert code(2, 1, 3) == "opens-after-closing"
    assert code(1, 3, 2) == "closes-after-committee"
    assert code(-5, -1, 2) == "closes-in-the-past"


def test_a_window_is_open_on_its_first_day_and_its_last(cast):
    window = planned(cast, opens_in=3)
    days = {offset: clock.today() + timedelta(days=offset) for offset in (2, 3, 23, 24)}
    found = [state_of(window, on=day) for day in days.values()]
    assert found == ["planned", "open", "open", "closed"]


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


def move_days(window, days: int):
    """Let a planned window's day come, as it does when time goes on."""
    with change(verb="Set back for a test", by=None):
        for name in ("opens", "closes", "committee_date"):
            setattr(window, name, getattr(window, name) + timedelta(days=days))
        window.ends_at = clock.end_of(window.closes)
        window.save()
    return window


def test_the_button_opens_a_window_before_its_day(cast):
    window = planned(cast, opens_in=5)
    officer = signed_in(cast.partnerships_officer)
    assert "Open now" in officer.get(home(window)).content.decode()
    assert officer.post(home(window, "open/"), {"once": ""}).status_code == 302
    window.refresh_from_db()
    assert (window.opens, window.opened_on) == (clock.today(), clock.today())
    assert window.requests.exists()
    assert officer.post(home(window, "open/")).status_code == 403


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


def test_a_window_that_has_not_opened_is_changed_or_removed_with_a_reason(cast):
    window = planned(cast, opens_in=5)
    officer = signed_in(cast.partnerships_officer)
    typed = {
        "name": "Winter",
        "committee": COMMITTEE,
        **boxes("committee_date", window.committee_date),
        **boxes("opens", window.opens + timedelta(days=1)),
        **boxes("closes", window.closes),
        "version": window.version,
        "why": "",
    }
    assert officer.post(home(window, "change/"), typed).status_code == 200
    typed["why"] = "The committee's name was wrong"
    assert officer.post(home(window, "change/"), typed).status_code == 302
    window.refresh_from_db()
    assert window.name == "Winter"
    stale = officer.post(home(window, "change/"), {**typed, "name": "Mine"})
    assert stale.status_code == 409
    assert "Winter" in stale.content.decode()
    assert officer.post(home(window, "remove/"), {"reason": "Not needed"}).status_code == 302
    assert not UpdateWindow.objects.filter(pk=window.pk).exists()
    window = opened(cast)
    for verb in ("change/", "remove/"):
        assert officer.post(home(window, verb), {"reason": "x"}).status_code == 403


def test_an_open_window_is_extended_with_a_reason_but_not_beyond_its_committee(cast):
    window = opened(cast)
    officer = signed_in(cast.partnerships_officer)

    def extend(days: int, **changes):
        typed = {**boxes("closes", window.closes + timedelta(days=days)), **changes}
        given = {"version": window.version, "why": "Half term", **typed}
        return officer.post(home(window, "extend/"), given)

    assert "Choose a day after" in extend(0).content.decode()
    assert "choose that day or one before" in extend(8).content.decode()
    assert extend(3, why="").status_code == 200
    assert extend(3).status_code == 302
    with pytest.raises(StaleVersion):
        services.extend_window(
            window=window,
            version=window.version,
            closes=window.closes + timedelta(days=5),
            on=clock.today(),
            by=cast.auditor,
            reason="x",
        )
    with in_days(23):
        assert submit(cast.owner).window == window


def test_a_window_closed_early_takes_no_answer_on_that_very_day(cast):
    window = opened(cast)
    submit(cast.owner)
    officer = signed_in(cast.partnerships_officer)
    assert officer.post(home(window, "close/"), {"reason": ""}).status_code == 200
    assert officer.post(home(window, "close/"), {"reason": "Moved forward"}).status_code == 302
    window.refresh_from_db()
    assert state_of(window, on=clock.today()) == "closed"
    assert submit(cast.owner, rating="late", reason="Late.").window is None
    assert figures(window, cast.auditor).answered == 1
    assert officer.post(home(window, "extend/")).status_code == 403


def test_actions_are_moved_to_another_window_with_a_reason(cast):
    window, later = opened(cast), planned(cast, "Later", opens_in=9)
    officer = signed_in(cast.partnerships_officer)
    chosen = [asked(window, iscb_plan()), asked(window, line("leeds-2005", "2", "by June 2006"))]
    before = figures(window, cast.auditor).asked
    typed = {"actions": [r.pk for r in chosen], "to": later.pk, "reason": ""}
    page = officer.get(home(window, "move/")).content.decode()
    assert iscb_plan().title[:40] in page
    assert officer.post(home(window, "move/"), typed).status_code == 200
    assert figures(window, cast.auditor).asked == before
    typed["reason"] = "They report to the later meeting"
    assert officer.post(home(window, "move/"), typed).status_code == 302
    assert figures(window, cast.auditor).asked == before - 2
    assert asked(later, iscb_plan()).moved_from == window
    assert submit(cast.owner).window is None
    services.open_window(window=later, on=clock.today(), by=cast.auditor)
    assert later.requests.filter(action=iscb_plan()).count() == 1
    recommendation = iscb_plan().response.recommendation
    history = officer.get(f"/history/recommendations.recommendation/{recommendation.pk}/")
    assert "They report to the later meeting" in history.content.decode()


def test_what_was_answered_is_not_moved(cast):
    window, later = opened(cast), planned(cast, "Later", opens_in=9)
    submit(cast.owner)
    with pytest.raises(Refused, match="answered in this window"):
        services.move_to_window(
            window=window,
            requests=[asked(window, iscb_plan())],
            to=later,
            on=clock.today(),
            by=cast.auditor,
            reason="x",
        )
    assert asked(window, iscb_plan())


def test_only_those_who_keep_the_windows_may(cast):
    window = planned(cast, opens_in=3)
    for who in (cast.owner, cast.lead_officer, cast.administrator, cast.scrutiny_member):
        with pytest.raises(Refused, match="partnerships officer or an auditor"):
            services.open_window(window=window, on=clock.today(), by=who)
        assert signed_in(who).get("/update-windows/plan/").status_code == 403
    assert signed_in(cast.auditor).get("/update-windows/plan/").status_code == 200


def test_the_history_of_a_window_can_be_read(cast):
    window = opened(cast)
    services.close_window(
        window=window, on=clock.today(), by=cast.auditor, reason="The meeting was brought forward"
    )
    history = f"/history/recommendations.updatewindow/{window.pk}/"
    content = signed_in(cast.scrutiny_member).get(history).content.decode()
    for words in ("Planned update windows", "Closed an update window early", "brought forward"):
        assert words in content
    assert signed_in(cast.other_owner).get(history).status_code in {200, 404}
    found = signed_in(cast.auditor).get("/search/?words=autumn").content.decode()
    assert window.name in found


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
